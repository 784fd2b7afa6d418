using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<Voucher> Vouchers => Set<Voucher>();

    public DbSet<SettledInvoice> SettledInvoices => Set<SettledInvoice>();

    /// <summary>Settlements with all their rows, for rules that change them and pages that show them.</summary>
    public IQueryable<Settlement> WholeSettlements => Settlements
        .Include(s => s.Amounts).Include(s => s.Vouchers).Include(s => s.Papers).Include(s => s.Steps).Include(s => s.Recoveries).Include(s => s.TakenBackReceipts).AsSplitQuery();

    /// <summary>What the ledger holds for a contract by source, whichever lines it lies in: an advance carried into another year is still that contract's.</summary>
    public async Task<IReadOnlyList<SourceHeld>> HeldForAsync(Guid contractId, CancellationToken cancellationToken = default) =>
        await LedgerPositions.AsNoTracking().Where(p => p.ContractId == contractId)
            .Join(Allocations, p => p.AllocationId, a => a.AllocationId, (p, a) => new SourceHeld(a.Source, p.Committed, p.Advanced, p.Paid + p.Settled) { Settled = p.Settled }).ToListAsync(cancellationToken);
}
