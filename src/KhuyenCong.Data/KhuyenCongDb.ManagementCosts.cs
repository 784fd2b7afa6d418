using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
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

    /// <summary>For each of some estimates, what its share is of: the year's money of the source at its level, or the projects that the allotment pays for.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ManagementBase>>> ManagementBasesAsync(IReadOnlyCollection<ManagementEstimate> estimates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        var agencies = estimates.Where(e => e.Party is ManagementParty.Agency).ToList();
        var (years, sources) = (agencies.Select(e => e.Year).Distinct().ToList(), agencies.Select(e => e.Source).Distinct().ToList());
        var allotted = agencies.Count == 0 ? [] : await Allocations.AsNoTracking().Where(a => years.Contains(a.Year) && sources.Contains(a.Source))
            .Select(a => new { a.Year, a.Source, a.CommuneCode, a.Allotted }).ToListAsync(cancellationToken);
        var bases = new Dictionary<Guid, IReadOnlyList<ManagementBase>>();
        foreach (var estimate in agencies)
        {
            bases[estimate.ManagementEstimateId] = [new(allotted.Where(a => a.Year == estimate.Year && a.Source == estimate.Source && a.CommuneCode == estimate.CommuneCode).Select(a => a.Allotted).Sum())];
        }

        var others = estimates.Where(e => e.Party is not ManagementParty.Agency).ToList();
        if (others.Count == 0)
        {
            return bases;
        }

        // Of a project that was extended each year's line pays a part; what stayed behind is kept inside its row, and the database cannot be asked for it.
        var ids = others.Select(e => e.AllocationId).Distinct().ToList();
        var drawn = await PlanItemAmounts.AsNoTracking().Where(a => a.Approved != null && ((a.AllocationId != null && ids.Contains(a.AllocationId.Value)) || a.Kept != null))
            .Join(PlanItems, a => a.PlanItemId, i => i.PlanItemId, (a, i) => new { Amount = a, i.ProjectId, i.CommuneCode })
            .Join(Projects, x => x.ProjectId, p => p.ProjectId, (x, p) => new { x.Amount, x.CommuneCode, p.Holds, p.Fails }).ToListAsync(cancellationToken);
        foreach (var estimate in others)
        {
            bases[estimate.ManagementEstimateId] = [.. drawn.Select(d => new ManagementBase(d.Amount.DrawnOn(estimate.AllocationId), d.CommuneCode, d.Holds, d.Fails)).Where(b => b.Amount > Dong.Zero)];
        }

        return bases;
    }

    /// <summary>For each of some estimates, what others of the same allotment and party plan, once they are approved.</summary>
    public async Task<IReadOnlyDictionary<Guid, Dong>> ManagementPlannedAsync(IReadOnlyCollection<ManagementEstimate> estimates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(estimates);

        // All of an allotment are of its year and source.
        var (years, sources) = (estimates.Select(e => e.Year).Distinct().ToList(), estimates.Select(e => e.Source).Distinct().ToList());
        var counted = await ManagementEstimates.AsNoTracking()
            .Where(e => years.Contains(e.Year) && sources.Contains(e.Source) && (e.State == ManagementState.Approved || e.State == ManagementState.Settling || e.State == ManagementState.Settled))
            .Select(e => new { e.ManagementEstimateId, e.AllocationId, e.Party, e.Year, e.Source, e.CommuneCode, e.Total, e.SettledAmount }).ToListAsync(cancellationToken);

        // An agency's share is of the whole year's money, whichever of its allotments pays for it.
        return estimates.ToDictionary(e => e.ManagementEstimateId, e => counted
            .Where(o => o.ManagementEstimateId != e.ManagementEstimateId && o.Party == e.Party
                && (e.Party is ManagementParty.Agency ? o.Year == e.Year && o.Source == e.Source && o.CommuneCode == e.CommuneCode : o.AllocationId == e.AllocationId))
            .Select(o => o.SettledAmount ?? o.Total).Sum());
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
