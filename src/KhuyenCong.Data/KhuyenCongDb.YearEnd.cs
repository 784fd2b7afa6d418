using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    /// <summary>Closes lines for good, with what goes on into the lines of the next year: one transaction over both years' lines, locked in the one order.</summary>
    /// <param name="allocationIds">The lines that are closed.</param>
    /// <param name="choice">What goes on.</param>
    /// <param name="seen">How many entries the lines had when the preview was shown; null = whatever they have.</param>
    /// <param name="by">Who closes.</param>
    public async Task<Ruling<YearClosed>> CloseYearAsync(IReadOnlyCollection<Guid> allocationIds, YearEndChoice choice, long? seen, Guid by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(allocationIds);
        ArgumentNullException.ThrowIfNull(choice);
        return await CloseLinesAsync([.. allocationIds.Distinct()], choice, seen, by, null, cancellationToken);
    }

    private async Task<Ruling<YearClosed>> CloseLinesAsync(List<Guid> ids, YearEndChoice choice, long? seen, Guid by, Guid? proposalId, CancellationToken cancellationToken)
    {
        var followers = await FollowersAsync(ids, cancellationToken);
        try
        {
            return await WriteLedgerAsync([.. ids, .. followers], null, ledger => CloseAsync(ledger, ids, choice, seen, by, proposalId, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // Somebody opened the same line of the next year in the same moment: seen again, this adds to it.
            ChangeTracker.Clear();
            return new(null, [new("year.changed-meanwhile")]);
        }
    }

    /// <summary>Lines of the next year that take over from these.</summary>
    private Task<List<Guid>> FollowersAsync(List<Guid> ids, CancellationToken cancellationToken) => (
            from line in Allocations
            join next in Allocations on new { line.HolderId, line.Source } equals new { next.HolderId, next.Source }
            where ids.Contains(line.AllocationId) && next.Year == line.Year + 1
            select next.AllocationId).ToListAsync(cancellationToken);

    /// <summary>Lines that requests for payment are on their way from: neither paid nor sent back.</summary>
    public async Task<HashSet<Guid>> PayingLinesAsync(IReadOnlyCollection<Guid> allocationIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(allocationIds);
        var ids = allocationIds.ToList();
        return await PaymentRequests.Where(r => r.State == PaymentState.Requested || r.State == PaymentState.Approved || r.State == PaymentState.Sent)
            .SelectMany(r => r.Lines).Where(l => ids.Contains(l.AllocationId)).Select(l => l.AllocationId).Distinct().ToHashSetAsync(cancellationToken);
    }

    /// <summary>Takes back an entry that no record owns, by an opposite one.</summary>
    public async Task<Ruling<LedgerPosted>> TakeBackAsync(Guid entryId, Correction correction, Guid by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var of = await LedgerEntries.AsNoTracking().Where(e => e.LedgerEntryId == entryId).Select(e => new { e.AllocationId, e.ProjectId }).SingleAsync(cancellationToken);
        return await WriteLedgerAsync([of.AllocationId], of.ProjectId is { } project ? [project] : [], async ledger =>
        {
            var entry = await LedgerEntries.AsNoTracking().SingleAsync(e => e.LedgerEntryId == entryId, cancellationToken);
            var isTakenBack = await LedgerEntries.AnyAsync(e => e.ReversesId == entryId, cancellationToken);
            var ruling = Correcting.TakeBack(ledger, entry, isTakenBack, Uuid.New(clock), correction, by, clock.Today);
            if (ruling.Event is { } posted)
            {
                Record(ledger, posted, by);
                Because("ledger.corrected", posted.Postings[0].Reason);
                await SaveChangesAsync(cancellationToken);
            }

            return ruling;
        }, cancellationToken);
    }

    private async Task<Ruling<YearClosed>> CloseAsync(Ledger locked, List<Guid> ids, YearEndChoice choice, long? seen, Guid by, Guid? proposalId, CancellationToken cancellationToken)
    {
        var proposal = proposalId is { } proposed ? await YearEndProposals.SingleAsync(p => p.YearEndProposalId == proposed, cancellationToken) : null;
        var approval = proposal is null ? null : YearEndProposing.Approve(proposal, by, clock.GetUtcNow().UtcDateTime);
        if (approval is { Event: null })
        {
            return new(null, approval.Breaches);
        }

        var (ruling, ledger, closing, next) = await JudgeYearEndAsync(locked, ids, choice, seen, cancellationToken);
        if (ruling.Event is not { } closed)
        {
            return ruling;
        }

        if (approval?.Event is { } approved)
        {
            proposal!.Apply(approved);
        }

        Record(ledger, closed.Posted, by);
        closing.ForEach(l => l.Apply(closed));
        Allocations.AddRange(closed.Lines.Where(l => l.TakesOver).Select(l => next[l.AllocationId]).Where(n => Entry(n).State is EntityState.Detached));
        Because("ledger.year-closed", closed.Document);
        await SaveChangesAsync(cancellationToken);
        foreach (var line in closed.Lines.Where(l => l.TakesOver))
        {
            await FollowAsync(line, cancellationToken);
        }

        return ruling;
    }

    /// <summary>What closing would do, with the lines that it is judged on; nothing is recorded.</summary>
    private async Task<(Ruling<YearClosed> Ruling, Ledger Ledger, List<Allocation> Closing, Dictionary<Guid, Allocation> Next)> JudgeYearEndAsync(Ledger locked, List<Guid> ids, YearEndChoice choice, long? seen, CancellationToken cancellationToken)
    {
        var closing = locked.Lines.Where(l => ids.Contains(l.AllocationId)).OrderBy(l => l.AllocationId).ToList();
        if (seen is { } shown && closing.TrueForAll(l => l.ClosedOn is null) && closing.Sum(l => (long)l.PostingCount) != shown)
        {
            return (new(null, [new("year.changed-meanwhile")]), locked, closing, []);
        }

        var next = closing.ToDictionary(l => l.AllocationId, l => locked.Lines.FirstOrDefault(n => n.HolderId == l.HolderId && n.Source == l.Source && n.Year == l.Year + 1)
            ?? Allocation.From(new(Uuid.New(clock), l.ProvinceCode, l.HolderId, l.CommuneCode, l.Source, l.Year + 1)));
        // A line that is closed itself may take over from another: each stands in the ledger once.
        var ledger = new Ledger(locked.Lines.Concat(next.Values).DistinctBy(l => l.AllocationId), locked.Positions);
        return (YearEndRules.Close(ledger, closing, l => next[l.AllocationId], choice, await PayingLinesAsync(ids, cancellationToken), () => Uuid.New(clock), clock.Today), ledger, closing, next);
    }

    /// <summary>Plan rows and contracts draw on the line that their money is in now; what was settled or lapsed of it stays on the line of its year. Set past the change tracker: the entries tell what moved.</summary>
    private async Task FollowAsync(YearEndLine line, CancellationToken cancellationToken)
    {
        var (old, projects, contracts) = (line.AllocationId, line.Projects.Keys.ToList(), line.Contracts.ToList());
        // What an extension left behind on the line is kept inside its row: the database cannot be asked for it.
        var rows = (await PlanItemAmounts.AsNoTracking().Where(a => a.AllocationId == old || a.Kept != null)
            .Join(PlanItems.Where(i => projects.Contains(i.ProjectId)), a => a.PlanItemId, i => i.PlanItemId, (a, i) => new { Amount = a, i.ProjectId, i.PlanItemId }).OrderBy(r => r.PlanItemId).ToListAsync(cancellationToken))
            .Where(r => r.Amount.OnLines.Any(l => l.AllocationId == old));
        foreach (var project in rows.GroupBy(r => r.ProjectId))
        {
            var going = line.Projects[project.Key];
            foreach (var row in project)
            {
                if (row.Amount.Followed(old, line.NextId, line.NextYear, going) is not { } followed)
                {
                    continue;
                }

                going -= followed.Moved;
                var (id, item, now, kept) = (row.Amount.PlanItemAmountId, row.PlanItemId, followed.AllocationId, followed.Kept);
                await PlanItemAmounts.Where(a => a.PlanItemAmountId == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.AllocationId, (Guid?)now).SetProperty(a => a.Kept, kept), cancellationToken);
                await PlanItems.Where(i => i.PlanItemId == item && i.Year < line.NextYear)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.Year, line.NextYear), cancellationToken);
            }
        }

        await Set<ContractAmount>().Where(a => a.AllocationId == old && contracts.Contains(a.ContractId))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AllocationId, (Guid?)line.NextId), cancellationToken);
    }
}
