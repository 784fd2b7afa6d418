using KhuyenCong.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<YearEndProposal> YearEndProposals => Set<YearEndProposal>();

    /// <summary>Keeps the choice of an accountant, once it is known that it could be carried out; nothing is posted.</summary>
    /// <param name="allocationIds">Lines of one holder and year.</param>
    /// <param name="choice">What goes on.</param>
    /// <param name="seen">How many entries the lines had when the preview was shown.</param>
    /// <param name="by">Who proposes.</param>
    /// <param name="scan">The signed decision, staged.</param>
    /// <param name="keep">Refers to the staged file, in the same transaction.</param>
    public async Task<Ruling<YearEndProposed>> ProposeYearEndAsync(IReadOnlyCollection<Guid> allocationIds, YearEndChoice choice, long? seen, Guid by, YearEndScan? scan, Func<Task> keep, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(allocationIds);
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(keep);
        var ids = allocationIds.Distinct().ToList();
        var followers = await FollowersAsync(ids, cancellationToken);
        return await WriteLedgerAsync<Ruling<YearEndProposed>>([.. ids, .. followers], null, async locked =>
        {
            var (judged, _, closing, _) = await JudgeYearEndAsync(locked, ids, choice, seen, cancellationToken);
            if (judged.Event is null)
            {
                return new(null, judged.Breaches);
            }

            var (holder, year) = (closing[0].HolderId, closing[0].Year);
            var waiting = await YearEndProposals.AsNoTracking().Where(p => p.HolderId == holder && p.Year == year && p.State == YearEndProposalState.Proposed).ToListAsync(cancellationToken);
            var ruling = YearEndProposing.Propose(Uuid.New(clock), closing, waiting, choice, scan, by, clock.GetUtcNow().UtcDateTime);
            if (ruling.Event is { } proposed)
            {
                await keep();
                YearEndProposals.Add(YearEndProposal.From(proposed));
                Because("ledger.year-proposed", choice.Document);
                await SaveChangesAsync(cancellationToken);
            }

            return ruling;
        }, cancellationToken);
    }

    /// <summary>A second person carries the proposal out: <see cref="CloseYearAsync"/> with the choice that was kept, if nothing moved since.</summary>
    public async Task<Ruling<YearClosed>> ApproveYearEndAsync(Guid proposalId, Guid by, CancellationToken cancellationToken = default)
    {
        var proposal = await YearEndProposals.AsNoTracking().SingleAsync(p => p.YearEndProposalId == proposalId, cancellationToken);
        return await CloseLinesAsync([.. proposal.ProposedLines.Select(l => l.AllocationId)], proposal.ToChoice(), proposal.SumOfPostings(), by, proposalId, cancellationToken);
    }

    /// <summary>Takes a proposal back; it waits on its lines, so that it is never both approved and withdrawn.</summary>
    public async Task<Ruling<YearEndDecided>> WithdrawYearEndAsync(Guid proposalId, Guid by, bool mayApprove, CancellationToken cancellationToken = default)
    {
        var kept = await YearEndProposals.AsNoTracking().SingleAsync(p => p.YearEndProposalId == proposalId, cancellationToken);
        return await WriteLedgerAsync([.. kept.ProposedLines.Select(l => l.AllocationId)], [], async _ =>
        {
            var proposal = await YearEndProposals.SingleAsync(p => p.YearEndProposalId == proposalId, cancellationToken);
            var ruling = YearEndProposing.Withdraw(proposal, by, mayApprove, clock.GetUtcNow().UtcDateTime);
            if (ruling.Event is { } withdrawn)
            {
                proposal.Apply(withdrawn);
                Because("ledger.year-withdrawn");
                await SaveChangesAsync(cancellationToken);
            }

            return ruling;
        }, cancellationToken);
    }
}
