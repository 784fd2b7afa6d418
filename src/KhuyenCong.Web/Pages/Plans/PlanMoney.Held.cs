using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>What one line of the ledger holds for a project that stands in the plans of a programme, and what of the programme it is.</summary>
/// <param name="IsOfProgramme">Whether this line pays it under the programme; a project may have changed from one to another.</param>
public sealed record HeldMoney(Guid ProjectId, Guid AllocationId, string? ContentCode, bool IsOfProgramme, string Source, int Year, LedgerPosition Position);

/// <summary>Money of a programme by year and source, as the ledger has it.</summary>
/// <param name="Allotted">To all holders of the province, of this source and year, whatever programme pays with it.</param>
/// <param name="InUse">Reserved or bound for projects of the programme, wherever it is by now.</param>
/// <param name="Spent">Paid, settled or not.</param>
/// <param name="Unspent">Reserved, bound or advanced.</param>
public sealed record YearMoney(int Year, string Source, Dong Allotted, Dong InUse, Dong Spent, Dong Settled, Dong Unspent);

/// <content>As the ledger has it now: a settlement, a recovery, a correction shows by itself.</content>
public static partial class PlanMoney
{
    /// <summary>All that the ledger holds for projects of the programme's plans.</summary>
    public static Task<IReadOnlyList<HeldMoney>> HeldAsync(KhuyenCongDb db, Guid programmeId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return HeldAsync(db, programmeId, db.LedgerPositions, cancellationToken);
    }

    /// <summary>All that is settled of one programme's projects, by book: of the province and its communes, and of what the Cục contracts.</summary>
    public static async Task<(Dong Local, Dong Separate)> SettledAsync(KhuyenCongDb db, Guid programmeId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var settled = await HeldAsync(db, programmeId, db.LedgerPositions.Where(p => p.Settled != Dong.Zero), cancellationToken);
        var books = settled.Where(h => h.IsOfProgramme).ToLookup(h => LedgerWords.IsSeparate(h.Source), h => h.Position.Settled);
        return (books[false].Sum(), books[true].Sum());
    }

    /// <summary>Year by year and source by source: what was allotted at all, beside what its projects use, were paid, settled and have left.</summary>
    public static async Task<IReadOnlyList<YearMoney>> ByYearAsync(KhuyenCongDb db, IReadOnlyList<HeldMoney> held, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(held);
        var years = held.Select(h => h.Year).Distinct().ToList();
        var allotted = years.Count == 0 ? [] : await db.Allocations.AsNoTracking().Where(a => years.Contains(a.Year))
            .GroupBy(a => new { a.Year, a.Source }).Select(g => new { g.Key.Year, g.Key.Source, Sum = g.Sum(a => (long)(object)a.Allotted) }).ToListAsync(cancellationToken);
        var own = held.Where(h => h.IsOfProgramme).ToLookup(h => (h.Year, h.Source), h => h.Position);
        var given = allotted.ToDictionary(a => (a.Year, a.Source), a => new Dong(a.Sum));
        return
        [
            .. own.Select(o => o.Key).OrderBy(k => k.Year).ThenBy(k => k.Source, StringComparer.Ordinal).Select(k => new YearMoney(
                k.Year, k.Source, given.GetValueOrDefault(k),
                own[k].Select(p => p.Reserved + p.Bound).Sum(), own[k].Select(p => p.Paid + p.Settled).Sum(), own[k].Select(p => p.Settled).Sum(), own[k].Select(p => p.Reserved + p.Committed + p.Advanced).Sum())),
        ];
    }

    private static async Task<IReadOnlyList<HeldMoney>> HeldAsync(KhuyenCongDb db, Guid programmeId, IQueryable<LedgerPosition> positions, CancellationToken cancellationToken)
    {
        // Estimates of management costs name no project and belong to no programme.
        var held = await positions.AsNoTracking().Where(p => p.ProjectId != null && db.PlanItems.Any(i => i.ProjectId == p.ProjectId && i.ProgrammeId == programmeId))
            .Join(db.Allocations, p => p.AllocationId, l => l.AllocationId, (p, l) => new { Position = p, l.Source, l.Year }).ToListAsync(cancellationToken);
        if (held.Count == 0)
        {
            return [];
        }

        var ids = held.Select(h => h.Position.ProjectId!.Value).Distinct().ToList();
        var items = (await db.PlanItemAmounts.AsNoTracking().Where(a => a.Approved != null)
            .Join(db.PlanItems.Where(i => ids.Contains(i.ProjectId)), a => a.PlanItemId, i => i.PlanItemId, (a, i) => new { i.ProjectId, i.ProgrammeId, i.ProgrammeContentCode, i.Year, a.Source, a.AllocationId, a.Kept })
            .ToListAsync(cancellationToken)).ToLookup(i => i.ProjectId);

        // A project stands in a plan once for each year: the row that draws on the line says the content.
        return
        [
            .. held.Select(h => (h.Position, h.Source, h.Year, Item: items[h.Position.ProjectId!.Value]
                    .OrderByDescending(i => i.AllocationId == h.Position.AllocationId || i.Kept?.Any(k => k.AllocationId == h.Position.AllocationId) == true)
                    .ThenByDescending(i => i.Source == h.Source).ThenByDescending(i => i.Year == h.Year).FirstOrDefault()))
                .Select(h => new HeldMoney(h.Position.ProjectId!.Value, h.Position.AllocationId, h.Item?.ProgrammeContentCode, h.Item?.ProgrammeId == programmeId, h.Source, h.Year, h.Position)),
        ];
    }
}
