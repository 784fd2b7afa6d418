using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Reads whose lines a piece of work touches, for people who work on those of their own body only; nothing is read for others.</summary>
public static class HolderReach
{
    public static async Task<Breach?> LinesFaultAsync(this KhuyenCongDb db, PlanMover mover, IEnumerable<Guid> lines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(lines);
        if (mover.Bodies is null)
        {
            return null;
        }

        var ids = lines.Distinct().ToList();
        return HolderDuty.Against(mover, await db.Allocations.AsNoTracking().Where(a => ids.Contains(a.AllocationId)).Select(a => a.HolderId).Distinct().ToListAsync(cancellationToken));
    }

    public static async Task<Breach?> PaymentFaultAsync(this KhuyenCongDb db, PlanMover mover, Guid requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(mover);
        return mover.Bodies is null ? null
            : await db.LinesFaultAsync(mover, await db.PaymentLines.AsNoTracking().Where(l => l.PaymentRequestId == requestId).Select(l => l.AllocationId).ToListAsync(cancellationToken), cancellationToken);
    }

    public static async Task<Breach?> EstimateFaultAsync(this KhuyenCongDb db, PlanMover mover, Guid estimateId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(mover);
        return mover.Bodies is null ? null
            : HolderDuty.Against(mover, await db.ManagementEstimates.AsNoTracking().Where(e => e.ManagementEstimateId == estimateId).Select(e => e.HolderId).ToListAsync(cancellationToken));
    }

    public static async Task<Breach?> VoucherFaultAsync(this KhuyenCongDb db, PlanMover mover, Guid voucherId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(mover);
        return mover.Bodies is null ? null
            : await db.LinesFaultAsync(mover, await db.ManagementVouchers.AsNoTracking().Where(v => v.ManagementVoucherId == voucherId).Select(v => v.AllocationId).ToListAsync(cancellationToken), cancellationToken);
    }

    public static async Task<Breach?> ContractFaultAsync(this KhuyenCongDb db, PlanMover mover, Guid contractId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(mover);
        if (mover.Bodies is null)
        {
            return null;
        }

        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == contractId, cancellationToken);
        var held = await db.LedgerPositions.AsNoTracking().Where(p => p.ContractId == contractId).Select(p => p.AllocationId).ToListAsync(cancellationToken);
        return await db.ContractFaultAsync(mover, contract.PlanItemId, contract.ParentContractId, contract.PartyAId, held, cancellationToken);
    }

    /// <param name="itemId">The plan's, whose lines the contract draws on.</param>
    /// <param name="parentId">The contract that it is a part of.</param>
    /// <param name="partyA">Its first party, as it is to be.</param>
    /// <param name="held">Lines that hold money of it already.</param>
    public static async Task<Breach?> ContractFaultAsync(this KhuyenCongDb db, PlanMover mover, Guid itemId, Guid? parentId, Guid? partyA, IReadOnlyCollection<Guid> held, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(held);
        if (mover.Bodies is null)
        {
            return null;
        }

        var drawn = await db.PlanItemAmounts.AsNoTracking().Where(a => a.PlanItemId == itemId && a.AllocationId != null).Select(a => a.AllocationId!.Value).ToListAsync(cancellationToken);
        var lines = drawn.Concat(held).Distinct().ToList();
        var holders = await db.Allocations.AsNoTracking().Where(a => lines.Contains(a.AllocationId)).Select(a => a.HolderId).Distinct().ToListAsync(cancellationToken);
        var maker = parentId is { } above ? await db.Contracts.AsNoTracking().Where(c => c.ContractId == above).Select(c => c.PartyBOrganisationId).SingleOrDefaultAsync(cancellationToken)
            : await db.ContractSettings.AsNoTracking().AnyAsync(s => s.LocalPartyA == OrganisationKind.PromotionCentre, cancellationToken) ? partyA
            : null;
        return HolderDuty.Against(mover, holders, maker);
    }

    /// <summary>Somebody as they are where something stands against their work: whoever may only read sees no button.</summary>
    public static PlanMover AsPlanMover(this Viewer viewer, Breach? fault)
    {
        var mover = viewer.AsPlanMover();
        return fault is null ? mover : mover with { Reach = act => act is Act.ViewPlans ? mover.Reach(act) : null };
    }
}
