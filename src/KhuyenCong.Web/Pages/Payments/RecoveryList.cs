using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Law;
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
                .Concat(orders.Select(o => new RecoveryRow($"/quyet-toan/{o.SettlementId}#thu-hoi", o.DocumentNumber, "Thu hồi sau quyết toán", o.Contract, o.PartyB, o.Amount, o.DocumentDate, today.DayNumber - o.DocumentDate.DayNumber, "chờ nộp về Kho bạc: người khác với người ghi yêu cầu xác nhận ngày nộp, số chứng từ")))
                .Concat(await ExcessesAsync(db, viewer, today, cancellationToken))
                .OrderBy(r => r.Since).ThenBy(r => r.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the Cục concluded less than was paid, and nobody has asked or ordered back yet.</summary>
    private static async Task<IReadOnlyList<RecoveryRow>> ExcessesAsync(KhuyenCongDb db, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        // Few: national projects on which the Cục has concluded.
        var visible = await db.Contracts.VisibleTo(viewer, db).AsNoTracking()
            .Where(c => c.Regime == Regime.National && c.ParentContractId == null && db.AcceptanceSummaries.Any(s => s.ProjectId == c.ProjectId && s.Form == AcceptanceForm.Agency && s.State == AcceptanceState.Concluded))
            .Select(c => new { c.ContractId, c.ProjectId }).ToListAsync(cancellationToken);
        List<RecoveryRow> rows = [];
        foreach (var project in visible.GroupBy(c => c.ProjectId))
        {
            rows.AddRange((await db.ExcessesAsync(project.Key, null, cancellationToken))
                .Where(e => e.Uncovered > Dong.Zero && project.Any(c => c.ContractId == e.ContractId))
                .Select(e => (Excess: e, Since: e.Bound.HeldOn ?? today))
                .Select(e => new RecoveryRow(e.Excess.NextPath(), e.Excess.Bound.Number ?? "mẫu 5c", "Phải thu hồi theo kết luận của Cục (mẫu 5c)", e.Excess.Number, e.Excess.PartyB, e.Excess.Uncovered, e.Since, today.DayNumber - e.Since.DayNumber, e.Excess.Next())));
        }

        return rows;
    }
}
