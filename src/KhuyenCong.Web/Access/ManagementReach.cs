using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Access;

/// <summary>Which management costs a viewer sees: estimates of the allotments that they see; vouchers, their papers and what was bought, those who handle or check money, people of a service unit on their own lines. Other readers of plans see none: a voucher tells who was paid.</summary>
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
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var communes = viewer.CommuneCodes.ToList();
        var lines = db.Allocations.VisibleTo(viewer);
        if (viewer.Bodies?.ToList() is { } bodies)
        {
            lines = lines.Where(a => bodies.Contains(a.HolderId));
        }

        lines = TreasuryReach.Working.Max(viewer.Reach) switch
        {
            null => lines.Where(_ => false),
            Scope.Province or Scope.Ministry => lines,
            _ => lines.Where(a => a.CommuneCode != null && communes.Contains(a.CommuneCode)),
        };
        var ids = lines.Select(a => a.AllocationId);
        return vouchers.Where(v => ids.Contains(v.AllocationId));
    }

    /// <summary>Whether the vouchers of an estimate that the viewer sees are theirs to read, too.</summary>
    public static bool SeesVouchers(this Viewer viewer, ManagementEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(estimate);
        return TreasuryReach.Working.Max(viewer.Reach) switch
        {
            null => false,
            _ when viewer.Bodies is { } bodies && !bodies.Contains(estimate.HolderId) => false,
            Scope.Province or Scope.Ministry => true,
            _ => estimate.CommuneCode is { } commune && viewer.CommuneCodes.Contains(commune),
        };
    }
}
