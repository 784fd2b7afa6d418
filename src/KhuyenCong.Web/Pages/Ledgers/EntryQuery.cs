using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>A line that entries may be in.</summary>
public sealed record EntryLine(Guid AllocationId, Guid HolderId, string Source, int Year, int PostingCount);

/// <summary>The entries that an address asks for, and the lines that the reader finds them in.</summary>
public sealed record FoundEntries(IQueryable<LedgerEntry> Entries, IReadOnlyDictionary<Guid, EntryLine> Lines, bool IsOneLine);

/// <summary>Which entries an address asks for, of those that the reader may read.</summary>
public sealed record EntryQuery(EntryPlace Place, LedgerNumber? Number, LedgerKind? Kind, DateOnly? From, DateOnly? To)
{
    /// <summary>Null where the address names what is not there for the reader.</summary>
    public async Task<FoundEntries?> FindAsync(KhuyenCongDb db, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        if (await LinesAsync(db, viewer, cancellationToken) is not { } lines || !await IsThereAsync(db, cancellationToken))
        {
            return null;
        }

        var entries = db.LedgerEntries.AsNoTracking();
        var isNarrowed = Place.Lines.Count > 0 || Place.HolderId is not null || Place.Source is not null || Place.Year is not null || Place.IsSeparate is not null;
        if (lines is [var only])
        {
            entries = entries.Where(e => e.AllocationId == only.AllocationId);
        }
        else if (isNarrowed || viewer.Reach(Act.ViewPlans) is not Scope.Province)
        {
            var ids = lines.Select(l => l.AllocationId).ToList();
            entries = entries.Where(e => ids.Contains(e.AllocationId));
        }

        var byId = lines.ToDictionary(l => l.AllocationId);
        foreach (var (id, until) in Place.Lines.Where(l => l.Entries is { } had && byId[l.AllocationId].PostingCount > had))
        {
            entries = entries.Where(e => e.AllocationId != id || e.Sequence <= until);
        }

        entries = await OfSubjectAsync(entries, db, cancellationToken);
        entries = Number is { } number ? entries.Of(number) : entries;
        return new(new EntryFilter(Kind, null, Place.ProjectId, From, To).Apply(entries), byId, lines.Count == 1);
    }

    private async Task<List<EntryLine>?> LinesAsync(KhuyenCongDb db, Viewer viewer, CancellationToken cancellationToken)
    {
        var (holder, source, year, national) = (Place.HolderId, Place.Source, Place.Year, FundingSource.National.Code);
        var query = db.Allocations.VisibleTo(viewer).AsNoTracking();
        query = holder is not null ? query.Where(a => a.HolderId == holder) : query;
        query = source is not null ? query.Where(a => a.Source == source) : query;
        query = year is not null ? query.Where(a => a.Year == year) : query;
        query = Place.IsSeparate switch
        {
            true => query.Where(a => a.Source == national),
            false => query.Where(a => a.Source != national),
            null => query,
        };
        var found = await query.Select(a => new EntryLine(a.AllocationId, a.HolderId, a.Source, a.Year, a.PostingCount)).ToListAsync(cancellationToken);
        if (Place.Lines.Count == 0)
        {
            return found;
        }

        var named = Place.Lines.Select(l => l.AllocationId).ToHashSet();
        found = found.FindAll(l => named.Contains(l.AllocationId));
        return found.Count == named.Count ? found : null;
    }

    /// <summary>What another province has is not there.</summary>
    private async Task<bool> IsThereAsync(KhuyenCongDb db, CancellationToken cancellationToken) =>
        (Place.ProjectId is not { } project || await db.Projects.AnyAsync(p => p.ProjectId == project, cancellationToken))
        && (Place.ContractId is not { } contract || await db.Contracts.AnyAsync(c => c.ContractId == contract, cancellationToken))
        && (Place.EstimateId is not { } estimate || await db.ManagementEstimates.AnyAsync(e => e.ManagementEstimateId == estimate, cancellationToken))
        && (Place.ProgrammeId is not { } programme || await db.Programmes.AnyAsync(p => p.ProgrammeId == programme, cancellationToken));

    private async Task<IQueryable<LedgerEntry>> OfSubjectAsync(IQueryable<LedgerEntry> entries, KhuyenCongDb db, CancellationToken cancellationToken)
    {
        if (Place.ContractId is { } contract)
        {
            // Entries are found by their project: a contract is one project's.
            var project = await db.Contracts.Where(c => c.ContractId == contract).Select(c => c.ProjectId).SingleAsync(cancellationToken);
            entries = entries.Where(e => e.ProjectId == project && e.ContractId == contract);
        }

        entries = Place.EstimateId is { } estimate ? entries.Where(e => e.ManagementEstimateId == estimate) : entries;
        entries = Place.Part switch
        {
            EntryPart.Contracts => entries.Where(e => e.ContractId != null),
            EntryPart.Projects => entries.Where(e => e.ProjectId != null),
            EntryPart.Management => entries.Where(e => e.ManagementEstimateId != null),
            _ => entries,
        };
        return Place.ProgrammeId is { } programme ? OfProgramme(entries, await PlanMoney.HeldAsync(db, programme, cancellationToken)) : entries;
    }

    /// <summary>Entries of the programme's projects on the lines that pay them under it; a line that pays one of them under another programme or content is left out.</summary>
    private IQueryable<LedgerEntry> OfProgramme(IQueryable<LedgerEntry> entries, IReadOnlyList<HeldMoney> held)
    {
        bool IsMeant(HeldMoney money) => money.IsOfProgramme && Place.Content switch
        {
            null => true,
            EntryPlace.NoContent => money.ContentCode is null,
            var content => money.ContentCode == content,
        };
        var meant = held.Where(IsMeant).Select(h => (h.AllocationId, h.ProjectId)).ToHashSet();
        var (lines, projects) = (meant.Select(m => m.AllocationId).Distinct().ToList(), meant.Select(m => m.ProjectId).Distinct().ToList());
        entries = entries.Where(e => e.ProjectId != null && projects.Contains(e.ProjectId.Value) && lines.Contains(e.AllocationId));
        foreach (var (line, project) in held.Select(h => (h.AllocationId, h.ProjectId)).Distinct().Where(h => !meant.Contains(h) && lines.Contains(h.AllocationId) && projects.Contains(h.ProjectId)))
        {
            entries = entries.Where(e => e.AllocationId != line || e.ProjectId != project);
        }

        return entries;
    }
}

/// <summary>Entries of a number, and what entries come to.</summary>
public static class EntrySums
{
    public static IQueryable<LedgerEntry> Of(this IQueryable<LedgerEntry> entries, LedgerNumber number)
    {
        List<LedgerKind> Kinds(bool takesBack, LedgerCauseKind cause) => [.. Enum.GetValues<LedgerKind>().Where(k => number.Sign(k, takesBack, cause) != 0)];
        var (made, undone) = (Kinds(false, LedgerCauseKind.PlanDecision), Kinds(true, LedgerCauseKind.PlanDecision));
        var (bound, unbound) = (Kinds(false, LedgerCauseKind.Contract), Kinds(true, LedgerCauseKind.Contract));
        var (madeAtEnd, undoneAtEnd) = (Kinds(false, LedgerCauseKind.YearEnd), Kinds(true, LedgerCauseKind.YearEnd));
        var (settled, unsettled) = (Kinds(false, LedgerCauseKind.Settlement), Kinds(true, LedgerCauseKind.Settlement));
        return made.SequenceEqual(undone) && made.SequenceEqual(madeAtEnd) && made.SequenceEqual(undoneAtEnd) && made.SequenceEqual(settled) && made.SequenceEqual(unsettled) && made.SequenceEqual(bound) && made.SequenceEqual(unbound)
            ? entries.Where(e => made.Contains(e.Kind))
            : entries.Where(e =>
                (e.CauseKind == LedgerCauseKind.YearEnd
                    && ((e.ReversesId == null && madeAtEnd.Contains(e.Kind)) || (e.ReversesId != null && undoneAtEnd.Contains(e.Kind))))
                || (e.CauseKind == LedgerCauseKind.Settlement
                    && ((e.ReversesId == null && settled.Contains(e.Kind)) || (e.ReversesId != null && unsettled.Contains(e.Kind))))
                || (e.CauseKind == LedgerCauseKind.Contract
                    && ((e.ReversesId == null && bound.Contains(e.Kind)) || (e.ReversesId != null && unbound.Contains(e.Kind))))
                || (e.CauseKind != LedgerCauseKind.Settlement && e.CauseKind != LedgerCauseKind.YearEnd && e.CauseKind != LedgerCauseKind.Contract
                    && ((e.ReversesId == null && made.Contains(e.Kind)) || (e.ReversesId != null && undone.Contains(e.Kind)))));
    }

    /// <summary>The database adds, since a line may have tens of thousands.</summary>
    public static async Task<IReadOnlyList<LedgerFlow>> FlowsAsync(this IQueryable<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var flows = await entries.GroupBy(e => new { e.Kind, TakesBack = e.ReversesId != null, e.CauseKind })
            .Select(g => new { g.Key.Kind, g.Key.TakesBack, g.Key.CauseKind, Count = g.Count(), Sum = g.Sum(e => (long)(object)e.Amount) })
            .ToListAsync(cancellationToken);
        return [.. flows.Select(f => new LedgerFlow(f.Kind, f.TakesBack, f.CauseKind, f.Count, new(f.Sum)))];
    }
}
