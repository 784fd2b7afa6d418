using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;

namespace KhuyenCong.Web.Access;

/// <summary>Which management costs a viewer sees: those of the allotments that they see.</summary>
public static class ManagementReach
{
    public static IQueryable<ManagementEstimate> VisibleTo(this IQueryable<ManagementEstimate> estimates, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var lines = db.Allocations.VisibleTo(viewer).Select(a => a.AllocationId);
        return estimates.Where(e => lines.Contains(e.AllocationId));
    }

    public static IQueryable<ManagementVoucher> VisibleTo(this IQueryable<ManagementVoucher> vouchers, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var lines = db.Allocations.VisibleTo(viewer).Select(a => a.AllocationId);
        return vouchers.Where(v => lines.Contains(v.AllocationId));
    }
}
