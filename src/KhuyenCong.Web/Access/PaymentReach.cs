using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;

namespace KhuyenCong.Web.Access;

/// <summary>Which payment requests a viewer sees: those of contracts that they see; a party those that were made, not what is still being written.</summary>
public static class PaymentReach
{
    private static readonly Act[] Handling = [Act.RequestPayment, Act.ApprovePayment, Act.RecordTreasury];

    public static IQueryable<PaymentRequest> VisibleTo(this IQueryable<PaymentRequest> requests, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var seen = db.Contracts.VisibleTo(viewer, db).Select(c => c.ContractId);
        var found = requests.Where(r => seen.Contains(r.ContractId));
        return viewer.Reach(Act.ViewProjects) is Scope.Own && !viewer.Executes()
            ? found.Where(r => r.State != PaymentState.Drafting && r.State != PaymentState.Discarded)
            : found;
    }

    /// <summary>Contracts whose requests a viewer sees.</summary>
    internal static IQueryable<Contract> WithVisiblePayments(this IQueryable<Contract> contracts, Viewer viewer, KhuyenCongDb db) => contracts.VisibleTo(viewer, db);

    /// <summary>The whole number of a request's account is for those who handle this request and those who check the province; others see the last digits.</summary>
    public static bool SeesAccounts(this Viewer viewer, PaymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(request);
        var mover = viewer.AsPlanMover();
        return Array.Exists(Handling, a => mover.May(a, request.Regime, request.TerritoryCode)) || viewer.Reach(Act.ViewAudit) is Scope.Province;
    }
}
