using KhuyenCong.Data;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>Money that was asked or ordered back and is not at the Treasury yet.</summary>
/// <param name="Path">Where it is recorded.</param>
/// <param name="Since">The day of the request or of the order.</param>
public sealed record RecoveryRow(string Path, string Number, string Kind, string? ContractNumber, string PartyB, Dong Amount, DateOnly Since, int Days, string Next);

/// <summary>Chờ thu hồi: requests on their way and orders after settlement, the oldest first.</summary>
public static class RecoveryList
{
    public static async Task<IReadOnlyList<RecoveryRow>> OfAsync(KhuyenCongDb db, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var requests = await db.PaymentRequests.VisibleTo(viewer, db).AsNoTracking()
            .Where(r => (r.Kind == PaymentKind.RecoverAdvance || r.Kind == PaymentKind.RecoverPaid) && (r.State == PaymentState.Requested || r.State == PaymentState.Approved || r.State == PaymentState.Sent))
            .Join(db.Contracts, r => r.ContractId, c => c.ContractId, (r, c) => new { r.PaymentRequestId, r.Number, r.Kind, r.State, r.Total, Since = r.RequestedOn ?? r.StateSince, Contract = c.Number, c.PartyB })
            .ToListAsync(cancellationToken);
        var orders = await db.Settlements.VisibleTo(viewer, db).AsNoTracking()
            .SelectMany(s => s.Recoveries, (s, r) => new { s.SettlementId, s.ContractId, r.Amount, r.DocumentNumber, r.DocumentDate, r.PaidBackOn, r.WithdrawnOn })
            .Where(x => x.PaidBackOn == null && x.WithdrawnOn == null)
            .Join(db.Contracts, x => x.ContractId, c => c.ContractId, (x, c) => new { x.SettlementId, x.DocumentNumber, x.DocumentDate, x.Amount, Contract = c.Number, c.PartyB })
            .ToListAsync(cancellationToken);
        return
        [
            .. requests.Select(r => new RecoveryRow($"/thanh-toan/{r.PaymentRequestId}", r.Number, r.Kind.Text(), r.Contract, r.PartyB, r.Total, r.Since, today.DayNumber - r.Since.DayNumber, r.State.Next(r.Kind)))
                .Concat(orders.Select(o => new RecoveryRow($"/quyet-toan/{o.SettlementId}#thu-hoi", o.DocumentNumber, "Thu hồi sau quyết toán", o.Contract, o.PartyB, o.Amount, o.DocumentDate, today.DayNumber - o.DocumentDate.DayNumber, "chờ nộp về Kho bạc: ghi ngày nộp, số chứng từ")))
                .OrderBy(r => r.Since).ThenBy(r => r.Path, StringComparer.Ordinal),
        ];
    }
}
