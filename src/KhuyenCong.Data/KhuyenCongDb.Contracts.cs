using KhuyenCong.Domain.Contracts;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<ContractSetting> ContractSettings => Set<ContractSetting>();

    /// <summary>Contracts with all their rows, for rules that change them and pages that show them.</summary>
    public IQueryable<Contract> WholeContracts => Contracts.Include(c => c.Amounts).Include(c => c.Milestones).Include(c => c.Steps).Include(c => c.Amendments).Include(c => c.BankChanges).AsSplitQuery();
}
