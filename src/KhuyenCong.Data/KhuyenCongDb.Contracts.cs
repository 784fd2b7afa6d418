using KhuyenCong.Domain.Contracts;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<ContractSetting> ContractSettings => Set<ContractSetting>();

    /// <summary>Contracts with all their rows, for rules that change them and pages that show them.</summary>
    public IQueryable<Contract> WholeContracts => Contracts.Include(c => c.Amounts).Include(c => c.Milestones).Include(c => c.Steps).Include(c => c.Amendments).Include(c => c.BankChanges).AsSplitQuery();

    /// <summary>Makes other acts on a contract wait, inside a transaction and after the lock of its lines of money; what is read of it afterwards stays so.</summary>
    public Task LockContractAsync(Guid contractId, CancellationToken cancellationToken = default) =>
        // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
        Database.IsNpgsql()
            ? Database.ExecuteSqlAsync($"SELECT 1 FROM \"Contracts\" WHERE \"ContractId\" = {contractId} FOR NO KEY UPDATE", cancellationToken)
            : Task.CompletedTask;
}
