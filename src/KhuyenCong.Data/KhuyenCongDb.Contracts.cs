using KhuyenCong.Domain.Contracts;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<ContractSetting> ContractSettings => Set<ContractSetting>();

    /// <summary>Contracts with all their rows, for rules that change them and pages that show them.</summary>
    public IQueryable<Contract> WholeContracts => Contracts.Include(c => c.Amounts).Include(c => c.Milestones).Include(c => c.Steps).Include(c => c.Amendments).Include(c => c.BankChanges).AsSplitQuery();

    /// <summary>Hợp đồng của một năm ngân sách: the latest year of the lines that their money is in. A carry-over and an extension move it on, and the contract keeps the year that it was made for; a part goes with the contract above it.</summary>
    public IQueryable<Contract> OfBudgetYear(IQueryable<Contract> contracts, int year)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        var lines = Set<ContractAmount>().Join(Allocations, m => m.AllocationId, a => (Guid?)a.AllocationId, (m, a) => new { m.ContractId, a.Year });
        return contracts.Where(c => c.Year <= year
            && (c.Year == year || lines.Any(l => l.ContractId == (c.ParentContractId ?? c.ContractId) && l.Year == year))
            && !lines.Any(l => l.ContractId == (c.ParentContractId ?? c.ContractId) && l.Year > year));
    }

    /// <summary>Năm ngân sách of the contracts whose money has moved on; of all others it is the year of the contract.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CarriedYearsAsync(IQueryable<Contract> contracts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        var rows = await contracts.Select(c => new { c.ContractId, Upper = c.ParentContractId ?? c.ContractId, c.Year })
            .Join(Set<ContractAmount>(), c => c.Upper, m => m.ContractId, (c, m) => new { c.ContractId, c.Year, m.AllocationId })
            .Join(Allocations, m => m.AllocationId, a => (Guid?)a.AllocationId, (m, a) => new { m.ContractId, m.Year, Line = a.Year })
            .Where(r => r.Line > r.Year).Select(r => new { r.ContractId, r.Line }).Distinct().ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.ContractId).ToDictionary(g => g.Key, g => g.Max(r => r.Line));
    }

    /// <summary>Makes other acts on a contract wait, inside a transaction and after the lock of its lines of money; what is read of it afterwards stays so.</summary>
    public Task LockContractAsync(Guid contractId, CancellationToken cancellationToken = default) =>
        // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
        Database.IsNpgsql()
            ? Database.ExecuteSqlAsync($"SELECT 1 FROM \"Contracts\" WHERE \"ContractId\" = {contractId} FOR NO KEY UPDATE", cancellationToken)
            : Task.CompletedTask;
}
