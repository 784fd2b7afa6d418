using KhuyenCong.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    /// <summary>Proves every line of the scope's province by its entries, line by line, each under its lock: no entry comes in between.</summary>
    public async Task<LedgerFinding> ProveLedgersAsync(CancellationToken cancellationToken = default)
    {
        var ids = await Allocations.AsNoTracking().OrderBy(a => a.AllocationId).Select(a => a.AllocationId).ToListAsync(cancellationToken);
        var finding = new LedgerFinding(ScopeProvince, 0, 0, [], []);
        foreach (var id in ids)
        {
            finding = finding.With(await ProveLedgerAsync(id, cancellationToken));
        }

        return finding;
    }

    /// <summary>Proves one line: the database adds its entries up by account, project and contract, and the kept balances must say the same.</summary>
    public Task<LedgerFinding> ProveLedgerAsync(Guid allocationId, CancellationToken cancellationToken = default)
    {
        ChangeTracker.Clear();
        return WriteAsync(
            // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
            db => db.Database.IsNpgsql()
                ? db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Allocations\" WHERE \"AllocationId\" = {allocationId} FOR SHARE", cancellationToken)
                : Task.CompletedTask,
            async () =>
            {
                var line = await Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == allocationId, cancellationToken);
                var positions = await LedgerPositions.AsNoTracking().Where(p => p.AllocationId == allocationId).ToListAsync(cancellationToken);
                var moved = await LedgerEntries.Where(e => e.AllocationId == allocationId)
                    .GroupBy(e => new { e.FromAccount, e.ToAccount, e.ProjectId, e.ContractId, e.ManagementEstimateId })
                    .Select(g => new { g.Key.FromAccount, g.Key.ToAccount, g.Key.ProjectId, g.Key.ContractId, g.Key.ManagementEstimateId, Sum = g.Sum(e => (long)(object)e.Amount), Count = g.Count(), First = g.Min(e => e.Sequence), Last = g.Max(e => e.Sequence) })
                    .ToListAsync(cancellationToken);
                var sums = LedgerProof.Sums(allocationId, moved.Select(m => new LedgerMove(m.FromAccount, m.ToAccount, m.ProjectId, m.ContractId, new(m.Sum), m.ManagementEstimateId)));
                var (count, first, last) = (moved.Sum(m => m.Count), moved.Count == 0 ? 0 : moved.Min(m => m.First), moved.Count == 0 ? 0 : moved.Max(m => m.Last));
                return new LedgerFinding(line.ProvinceCode, 1, count, LedgerProof.Faults([line], positions, sums), LedgerProof.Gap(line, count, first, last) is { } gap ? [gap] : []);
            },
            cancellationToken);
    }
}
