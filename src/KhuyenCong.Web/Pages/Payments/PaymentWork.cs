using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>Requests that wait for the viewer, as the state table says, and advances that have lain too long.</summary>
public static class PaymentWork
{
    private const int Most = 50;

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(clock);
        List<PaymentState> waiting = [.. PaymentStates.Table.Where(t => viewer.Can(t.Who) && IsOnward(t.Action)).Select(t => t.From).Distinct()];
        if (waiting.Count == 0)
        {
            return [];
        }

        var mover = viewer.AsPlanMover();
        // A province's roles reach every project but a commune's own; a commune's roles only these.
        var ofCommunes = viewer.Reach(Act.RequestPayment) is not Scope.Province && viewer.Reach(Act.ApprovePayment) is not Scope.Province && viewer.Reach(Act.RecordTreasury) is not Scope.Province;
        var requests = await db.PaymentRequests.VisibleTo(viewer, db).AsNoTracking()
            .Where(r => waiting.Contains(r.State) && (r.Regime == Regime.Commune) == ofCommunes)
            .OrderBy(r => r.StateSince).ThenBy(r => r.PaymentRequestId).Take(Most).ToListAsync();
        var items = requests
            .Where(r => PaymentStates.Table.Any(t => t.From == r.State && IsOnward(t.Action) && mover.May(t.Who, r.Regime, r.TerritoryCode) && (t.Duty is not { } duty || !r.Hands.Against(duty, viewer.UserId).Any())))
            .Select(r => new WorkItem(r.Kind.Title(), $"{r.Number}: {r.Total}", $"{r.Purpose}; {r.State.Next(r.Kind)}", r.StateSince, null, ButtonOf(r.State), $"/thanh-toan/{r.PaymentRequestId}"));
        return items.Concat(await AgedAsync(db, viewer, clock.Today));
    }

    /// <summary>Advances not cleared for long remind whoever prepares requests.</summary>
    private static async Task<IEnumerable<WorkItem>> AgedAsync(KhuyenCongDb db, Viewer viewer, DateOnly today)
    {
        if (!viewer.Can(Act.RequestPayment))
        {
            return [];
        }

        var aged = AdvanceList.PaidBy(AdvanceList.Held(db, viewer), today.AddDays(-AdvanceAge.RemindAfterDays - 1), db);
        return (await AdvanceList.RowsAsync(await AdvanceList.Sorted(aged, db).ToListAsync(), db, viewer, today, CancellationToken.None)).Where(r => r.MayRequest && r.Days > AdvanceAge.RemindAfterDays).Take(Most)
            .Select(r => new WorkItem("Tạm ứng lâu chưa thanh toán", $"{r.ContractNumber ?? "Hợp đồng"}, {r.PartyB}", $"còn {r.Amount}, đã {r.Days} ngày kể từ ngày chi", r.Since, null, "Thanh toán, thu hồi", $"/thanh-toan/tam-ung?tuoi={r.Bucket}"));
    }

    private static bool IsOnward(PaymentAction action) => action is PaymentAction.Request or PaymentAction.Approve or PaymentAction.Send or PaymentAction.Pay;

    private static string ButtonOf(PaymentState state) => state switch
    {
        PaymentState.Drafting => "Soạn tiếp",
        PaymentState.Requested => "Duyệt",
        PaymentState.Approved => "Gửi Kho bạc",
        PaymentState.Sent => "Ghi kết quả",
        _ => "Sửa, đề nghị lại",
    };
}
