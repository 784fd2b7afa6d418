using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Money of one source beside itself: what the programme plans, what was allotted, what plans approved.</summary>
/// <param name="Year">Null = the whole period of the programme.</param>
/// <param name="Planned">As the programme prints it; blank where it does not.</param>
/// <param name="PlannedLeft">Of the whole period, less what plans have approved so far and settlements did not give back: what a missing yearly split leaves to compare with.</param>
public sealed record PlanMoneyRow(Guid ProgrammeId, string Programme, string Source, int? Year, Dong? Planned, Dong? PlannedLeft, Dong Allotted, Dong Approved)
{
    /// <summary>What settlements gave back of what was approved: it may be planned again.</summary>
    public Dong Returned { get; init; }

    /// <summary>Programme money only warns.</summary>
    public bool IsBeyondProgramme => Planned is { } planned ? Approved - Returned > planned : PlannedLeft < Dong.Zero;
}

/// <summary>Money of one content of a programme: as plans approved it, and how far the ledger has it.</summary>
/// <param name="Paid">Settled or not.</param>
public sealed record ContentMoney(string? ContentCode, string Source, int Year, int Count, Dong Approved, Dong Paid, Dong Settled)
{
    /// <summary>What the ledger has reserved or bound for it, wherever it is by now.</summary>
    public Dong InUse { get; init; }

    /// <summary>What settlements gave back of what was approved.</summary>
    public Dong Returned { get; init; }
}

/// <summary>Reads what plans have approved, beside programmes, allocations and the ledger.</summary>
public static partial class PlanMoney
{
    /// <summary>What every source, content and year of one programme has approved, paid and settled.</summary>
    /// <param name="held">What the ledger holds for it.</param>
    public static async Task<IReadOnlyList<ContentMoney>> OfProgrammeAsync(KhuyenCongDb db, Guid programmeId, IReadOnlyList<HeldMoney> held, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(held);
        var inUse = held.Where(h => h.IsOfProgramme).ToLookup(h => (h.ContentCode, h.Source, h.Year), h => h.Position.Reserved + h.Position.Bound);
        var returned = await ReturnedAsync(db, programmeId, cancellationToken);
        var own = held.Where(h => h.IsOfProgramme).DistinctBy(h => (h.ProjectId, h.AllocationId)).ToDictionary(h => (h.ProjectId, h.AllocationId));
        var rows = InOrder((await InForceAsync(db, programmeId, cancellationToken))
            .Concat(returned.Select(r => own.TryGetValue((r.ProjectId, r.AllocationId), out var line) ? Approved(line.ContentCode, r.Source, r.Year, 0, r.Amount) with { Returned = r.Amount } : null).OfType<ContentMoney>())
            .Concat(held.Where(h => h.IsOfProgramme && (h.Position.Paid > Dong.Zero || h.Position.Settled > Dong.Zero))
            .Select(h => new ContentMoney(h.ContentCode, h.Source, h.Year, 0, Dong.Zero, h.Position.Paid + h.Position.Settled, h.Position.Settled))));
        return [.. rows.Select(r => r with { InUse = inUse[(r.ContentCode, r.Source, r.Year)].Sum() })];
    }

    /// <summary>What is approved and still drawn: what went back to a line is told by the ledger, since the row may draw on another one by now.</summary>
    private static async Task<IReadOnlyList<ContentMoney>> InForceAsync(KhuyenCongDb db, Guid programmeId, CancellationToken cancellationToken)
    {
        var items = db.PlanItems.Where(i => i.ProgrammeId == programmeId);
        var amounts = db.PlanItemAmounts.AsNoTracking().Where(a => a.Approved != null);

        // The year is that of the allotment which pays: an extension may take one source to the next year and leave another.
        var paid =
            from a in amounts
            join i in items on a.PlanItemId equals i.PlanItemId
            join l in db.Allocations on a.AllocationId equals (Guid?)l.AllocationId into lines
            from l in lines.DefaultIfEmpty()
            select new { i.ProgrammeContentCode, Year = (int?)l!.Year ?? i.Year, a.Source, Amount = (long?)(object?)a.Approved, Back = (long)(object)a.Returned };
        var rows = await paid.GroupBy(x => new { x.ProgrammeContentCode, x.Year, x.Source }).Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(x => x.Amount), Back = g.Sum(x => x.Back) }).ToListAsync(cancellationToken);

        // What went on into a later year left a part behind.
        var kept = await amounts.Where(a => a.Kept != null).Join(items, a => a.PlanItemId, i => i.PlanItemId, (a, i) => new { i.ProgrammeContentCode, a.Source, a.AllocationId, a.Kept })
            .Join(db.Allocations, x => x.AllocationId, l => (Guid?)l.AllocationId, (x, l) => new { x.ProgrammeContentCode, x.Source, l.Year, x.Kept }).ToListAsync(cancellationToken);
        return InOrder(rows.Select(r => Approved(r.Key.ProgrammeContentCode, r.Key.Source, r.Key.Year, r.Count, new((r.Sum ?? 0) - r.Back)))
            .Concat(kept.SelectMany(k => k.Kept!.SelectMany(p => new ContentMoney[] { Approved(k.ProgrammeContentCode, k.Source, p.Year, 1, p.Amount), Approved(k.ProgrammeContentCode, k.Source, k.Year, 0, -p.Amount) }))));
    }

    private static ContentMoney Approved(string? content, string source, int year, int count, Dong amount) => new(content, source, year, count, amount, Dong.Zero, Dong.Zero);

    /// <summary>One row for each content, year and source.</summary>
    private static IReadOnlyList<ContentMoney> InOrder(IEnumerable<ContentMoney> rows) =>
        [.. rows.GroupBy(m => (m.ContentCode, m.Year, m.Source))
            .Select(g => new ContentMoney(g.Key.ContentCode, g.Key.Source, g.Key.Year, g.Sum(m => m.Count), g.Select(m => m.Approved).Sum(), g.Select(m => m.Paid).Sum(), g.Select(m => m.Settled).Sum()) { Returned = g.Select(m => m.Returned).Sum() })
            .OrderBy(m => m.ContentCode, StringComparer.Ordinal).ThenBy(m => m.Year).ThenBy(m => m.Source, StringComparer.Ordinal)];

    /// <summary>What settlements and cancelled contracts gave back of what the programme's plan rows were approved, line by line.</summary>
    private static async Task<IReadOnlyList<ReturnedMoney>> ReturnedAsync(KhuyenCongDb db, Guid programmeId, CancellationToken cancellationToken)
    {
        var projects = await db.PlanItemAmounts.Where(a => a.Returned != Dong.Zero)
            .Join(db.PlanItems.Where(i => i.ProgrammeId == programmeId), a => a.PlanItemId, i => i.PlanItemId, (a, i) => i.ProjectId).Distinct().ToListAsync(cancellationToken);
        if (projects.Count == 0)
        {
            return [];
        }

        var released = await db.LedgerEntries.AsNoTracking().Where(e => (e.CauseKind == LedgerCauseKind.Settlement || e.CauseKind == LedgerCauseKind.Contract) && e.Kind == LedgerKind.Release && e.ProjectId != null && projects.Contains(e.ProjectId.Value))
            .Join(db.Allocations, e => e.AllocationId, l => l.AllocationId, (e, l) => new { ProjectId = e.ProjectId!.Value, l.AllocationId, l.Source, l.Year, TakesBack = e.ReversesId != null, e.Amount }).ToListAsync(cancellationToken);
        return
        [
            .. released.GroupBy(r => (r.ProjectId, r.AllocationId, r.Source, r.Year))
                .Select(g => new ReturnedMoney(g.Key.ProjectId, g.Key.AllocationId, g.Key.Source, g.Key.Year, g.Select(r => r.TakesBack ? -r.Amount : r.Amount).Sum())),
        ];
    }

    /// <summary>Every provincial programme in force that covers the year, source by source.</summary>
    public static async Task<IReadOnlyList<PlanMoneyRow>> OfYearAsync(KhuyenCongDb db, int year, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var versions = await db.ProgrammeVersions.AsNoTracking().Where(v => v.State == VersionState.InForce)
            .Join(db.Programmes.Where(p => p.Level == ProgrammeLevel.Province && p.FromYear <= year && p.ToYear >= year), v => v.ProgrammeId, p => p.ProgrammeId, (v, p) => v).ToListAsync(cancellationToken);
        var allotted = await db.Allocations.AsNoTracking().Where(a => a.Year == year).GroupBy(a => a.Source).Select(g => new { g.Key, Sum = g.Sum(a => (long)(object)a.Allotted) }).ToDictionaryAsync(g => g.Key, g => new Dong(g.Sum), cancellationToken);
        var rows = new List<PlanMoneyRow>();
        foreach (var version in versions)
        {
            var inForce = await InForceAsync(db, version.ProgrammeId, cancellationToken);
            var returned = await ReturnedAsync(db, version.ProgrammeId, cancellationToken);
            var overall = version.Text.Money.Where(m => m.ContentCode is null).ToList();
            foreach (var source in Allotting.Sources.Where(s => overall.Exists(m => m.Source == s.Code) || allotted.ContainsKey(s.Code) || inForce.Any(a => a.Source == s.Code)))
            {
                var whole = overall.Find(m => m.Source == source.Code && m.Year is null)?.Printed;
                var back = returned.Where(r => r.Source == source.Code && r.Year == year).Select(r => r.Amount).Sum();
                rows.Add(new(
                    version.ProgrammeId, version.Text.Title, source.Code, year,
                    overall.Find(m => m.Source == source.Code && m.Year == year)?.Printed,
                    whole - inForce.Where(a => a.Source == source.Code).Select(a => a.Approved).Sum(),
                    allotted.GetValueOrDefault(source.Code),
                    inForce.Where(a => a.Source == source.Code && a.Year == year).Select(a => a.Approved).Sum() + back)
                {
                    Returned = back,
                });
            }
        }

        return rows;
    }
}

/// <summary>What settlements of one project gave back to one line.</summary>
internal sealed record ReturnedMoney(Guid ProjectId, Guid AllocationId, string Source, int Year, Dong Amount);
