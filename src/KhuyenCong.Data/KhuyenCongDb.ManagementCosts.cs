using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<ManagementEstimate> ManagementEstimates => Set<ManagementEstimate>();

    public DbSet<ManagementLine> ManagementLines => Set<ManagementLine>();

    public DbSet<ManagementVoucher> ManagementVouchers => Set<ManagementVoucher>();

    public DbSet<ManagementEquipment> ManagementEquipment => Set<ManagementEquipment>();

    public IQueryable<ManagementEstimate> WholeManagementEstimates => ManagementEstimates.Include(e => e.Lines).Include(e => e.Steps).AsSplitQuery();

    public IQueryable<ManagementVoucher> WholeManagementVouchers => ManagementVouchers.Include(v => v.Equipment).Include(v => v.Papers).Include(v => v.Steps).AsSplitQuery();

    /// <summary>A use case of management costs: locks the allotment with those beside it, then decides with what the ledger holds for the estimate.</summary>
    /// <remarks>An agency's share is of all allotments of one source, year and level: whoever judges it waits for whoever approves on another of them.</remarks>
    /// <param name="work">Gets the ledger of the one allotment.</param>
    public async Task<T> WriteManagementAsync<T>(Guid allocationId, Guid estimateId, Func<Ledger, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        var of = await Allocations.AsNoTracking().Where(a => a.AllocationId == allocationId).Select(a => new { a.Year, a.Source, a.CommuneCode }).SingleAsync(cancellationToken);
        var (year, source, commune) = (of.Year, of.Source, of.CommuneCode);
        var beside = await Allocations.Where(a => a.Year == year && a.Source == source && a.CommuneCode == commune).Select(a => a.AllocationId).ToListAsync(cancellationToken);
        return await WriteLedgerAsync(beside, [], async locked => await work(new(
            locked.Lines.Where(l => l.AllocationId == allocationId),
            await LedgerPositions.Where(p => p.AllocationId == allocationId && p.SubjectId == estimateId).ToListAsync(cancellationToken))), cancellationToken);
    }

    /// <summary>What a line of an estimate still gives, without one voucher.</summary>
    public async Task<ManagementRoom?> ManagementRoomAsync(Guid managementLineId, Guid? except, CancellationToken cancellationToken = default)
    {
        var line = await ManagementLines.AsNoTracking().Where(l => l.ManagementLineId == managementLineId).Select(l => l.Amount).ToListAsync(cancellationToken);
        var used = await ManagementVouchers.AsNoTracking()
            .Where(v => v.ManagementLineId == managementLineId && v.ManagementVoucherId != except && (v.State == ManagementVoucherState.Requested || v.State == ManagementVoucherState.Approved || v.State == ManagementVoucherState.Paid))
            .Select(v => v.Amount).ToListAsync(cancellationToken);
        return line is [var amount] ? new(amount, used.Sum()) : null;
    }

    /// <summary>What the share of an estimate is of: the year's money of the source at its level, or the projects that the allotment pays for.</summary>
    public async Task<IReadOnlyList<ManagementBase>> ManagementBaseAsync(Allocation line, ManagementParty party, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (party is ManagementParty.Agency)
        {
            var allotted = await Allocations.AsNoTracking().Where(a => a.Year == line.Year && a.Source == line.Source && a.CommuneCode == line.CommuneCode).Select(a => a.Allotted).ToListAsync(cancellationToken);
            return [new(allotted.Sum())];
        }

        // Of a project that was extended each year's line pays a part; what stayed behind is kept inside its row, and the database cannot be asked for it.
        var id = line.AllocationId;
        var drawn = await PlanItemAmounts.AsNoTracking().Where(a => a.Approved != null && (a.AllocationId == id || a.Kept != null))
            .Join(PlanItems, a => a.PlanItemId, i => i.PlanItemId, (a, i) => new { Amount = a, i.ProjectId, i.CommuneCode })
            .Join(Projects, x => x.ProjectId, p => p.ProjectId, (x, p) => new { x.Amount, x.CommuneCode, p.Holds, p.Fails }).ToListAsync(cancellationToken);
        return [.. drawn.Select(d => new ManagementBase(d.Amount.DrawnOn(id), d.CommuneCode, d.Holds, d.Fails)).Where(b => b.Amount > Dong.Zero)];
    }

    /// <summary>What other estimates of the same allotment and party plan, once they are approved.</summary>
    public async Task<Dong> ManagementPlannedAsync(ManagementEstimate estimate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        var (line, id, party, year, source, commune) = (estimate.AllocationId, estimate.ManagementEstimateId, estimate.Party, estimate.Year, estimate.Source, estimate.CommuneCode);
        var others = ManagementEstimates.AsNoTracking().Where(e => e.ManagementEstimateId != id && e.Party == party && (e.State == ManagementState.Approved || e.State == ManagementState.Settling || e.State == ManagementState.Settled));

        // An agency's share is of the whole year's money, whichever of its allotments pays for it.
        others = party is ManagementParty.Agency ? others.Where(e => e.Year == year && e.Source == source && e.CommuneCode == commune) : others.Where(e => e.AllocationId == line);
        return (await others.Select(e => new { e.Total, e.SettledAmount }).ToListAsync(cancellationToken)).Select(e => e.SettledAmount ?? e.Total).Sum();
    }

    /// <summary>Which other management voucher an invoice pays already; null where none does, or nobody can tell.</summary>
    public async Task<string?> InvoiceOfManagementAsync(SupportTrace mine, Guid? except, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mine);
        var vouchers = await ManagementVouchers.AsNoTracking().Where(v => v.InvoiceTrace == mine.Value && v.ManagementVoucherId != except).Select(v => new { v.Number, v.InvoiceDetail }).ToListAsync(cancellationToken);
        return vouchers.FirstOrDefault(v => InvoiceMark.Compare(mine, new(SupportKeyKind.InvoiceNumber, mine.Value, v.InvoiceDetail ?? "")) is true) is { } twin ? $"chứng từ chi quản lý {twin.Number}" : null;
    }

    /// <summary>Where the invoice of a management voucher was used before: there, in a payment request, in a settlement, in a project.</summary>
    public async Task<string?> InvoiceUsedInAsync(ManagementVoucherText text, Guid? except, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (ManagementVouching.InvoiceOf(text)?.Trace("") is not { } mine)
        {
            return null;
        }

        if (await InvoiceOfManagementAsync(mine, except, cancellationToken) is { } own)
        {
            return own;
        }

        if (await InvoiceOfProjectsAsync(mine, null, Guid.Empty, cancellationToken) is { } other)
        {
            return other;
        }

        return await InvoiceOfSettlementsAsync(mine, Guid.Empty, cancellationToken);
    }
}
