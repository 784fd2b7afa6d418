using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.YearlySettlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<YearlySettlement> YearlySettlements => Set<YearlySettlement>();

    public DbSet<YearlySetting> YearlySettings => Set<YearlySetting>();

    /// <summary>Yearly reports with all their versions and steps.</summary>
    public IQueryable<YearlySettlement> WholeYearlySettlements => YearlySettlements.Include(s => s.Versions).Include(s => s.Steps).AsSplitQuery();

    /// <summary>The way of communes as the province has laid it down; null where it has not.</summary>
    public Task<YearlyRoute?> CommuneYearlyRouteAsync(CancellationToken cancellationToken = default) =>
        YearlySettings.AsNoTracking().Select(s => s.CommuneRoute).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Adds up the entries of some lines as a yearly report shows them; the database adds, since a line may have tens of thousands.</summary>
    /// <param name="lines">Of one unit and year.</param>
    public async Task<YearlyFigures> YearlyFiguresAsync(IReadOnlyCollection<Allocation> lines, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var ids = lines.Select(l => l.AllocationId).ToList();
        var moved = ids.Count == 0 ? [] : await LedgerEntries.Where(e => ids.Contains(e.AllocationId))
            .GroupBy(e => new { e.AllocationId, e.Kind, TakesBack = e.ReversesId != null, e.ProjectId, e.ContractId })
            .Select(g => new { g.Key.AllocationId, g.Key.Kind, g.Key.TakesBack, g.Key.ProjectId, g.Key.ContractId, Sum = g.Sum(e => (long)(object)e.Amount) })
            .ToListAsync(cancellationToken);
        var projects = moved.Select(m => m.ProjectId).OfType<Guid>().Distinct().ToList();
        var titles = (await Projects.AsNoTracking().Where(p => projects.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Code, p.Title }).ToListAsync(cancellationToken))
            .ToDictionary(p => p.ProjectId, p => (p.Code, p.Title));
        return YearlyFigures.Of(lines, moved.ToLookup(m => m.AllocationId, m => new YearlyTurnover(m.Kind, m.TakesBack, m.ProjectId, m.ContractId, new(m.Sum))), titles);
    }

    /// <summary>Changes the report of one unit and year: entries of its lines wait, and so does everybody else who changes it.</summary>
    /// <param name="work">Gets the lines under the lock, what their entries come to, and whether the kept balances say the same.</param>
    public async Task<T> WriteYearlyAsync<T>(Guid holderId, int year, Func<IReadOnlyCollection<Allocation>, YearlyFigures, bool, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        var ids = await Allocations.AsNoTracking().Where(a => a.HolderId == holderId && a.Year == year).Select(a => a.AllocationId).ToListAsync(cancellationToken);
        return await WriteLedgerAsync(
            ids,
            [],
            async ledger =>
            {
                var figures = await YearlyFiguresAsync(ledger.Lines, cancellationToken);
                return await work(ledger.Lines, figures, ledger.Lines.All(l => figures.Lines.Single(f => f.AllocationId == l.AllocationId).Agrees(l)));
            },
            cancellationToken);
    }
}
