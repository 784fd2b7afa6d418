using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;

namespace KhuyenCong.Web.Access;

/// <summary>Which payment requests a viewer sees: those of projects that they see.</summary>
public static class PaymentReach
{
    public static IQueryable<PaymentRequest> VisibleTo(this IQueryable<PaymentRequest> requests, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        if (!viewer.Can(Act.ViewProjects))
        {
            return requests.Where(_ => false);
        }

        var seen = db.Projects.VisibleTo(viewer, db).Select(p => p.ProjectId);
        return requests.Where(r => seen.Contains(r.ProjectId));
    }

    /// <summary>Contracts whose requests a viewer sees.</summary>
    internal static IQueryable<Contract> WithVisiblePayments(this IQueryable<Contract> contracts, Viewer viewer, KhuyenCongDb db)
    {
        var seen = db.Projects.VisibleTo(viewer, db).Select(p => p.ProjectId);
        return contracts.Where(c => seen.Contains(c.ProjectId));
    }

    /// <summary>Whole numbers of accounts are for those who handle the money and those who check it; others see the last digits.</summary>
    public static bool SeesAccounts(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Act.RequestPayment) || viewer.Can(Act.ApprovePayment) || viewer.Can(Act.RecordTreasury) || viewer.Can(Act.ViewAudit);
    }
}
