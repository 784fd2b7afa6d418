using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Yearly settlement reports in Vietnamese.</summary>
public static class YearlyWords
{
    /// <summary>What the tables show of a line, in the order of the report.</summary>
    public static readonly IReadOnlyList<YearlyItem> Items = Enum.GetValues<YearlyItem>();

    public static string Text(this YearlyState state) => state switch
    {
        YearlyState.Drafting => "Đang lập",
        YearlyState.Submitted => "Chờ Sở Công Thương xét",
        YearlyState.WithFinance => "Chờ thẩm định",
        YearlyState.Appraised => "Đã thẩm định",
        YearlyState.Finished => "Đã phê duyệt, thông báo",
        _ => "Bị trả lại",
    };

    public static Tone Tone(this YearlyState state) => state switch
    {
        YearlyState.Submitted or YearlyState.WithFinance or YearlyState.Appraised => TagHelpers.Tone.Info,
        YearlyState.Finished => TagHelpers.Tone.Good,
        YearlyState.SentBack => TagHelpers.Tone.Warn,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this YearlyAction action) => action switch
    {
        YearlyAction.Submit => "Trình Sở Công Thương",
        YearlyAction.SubmitToFinance => "Trình cơ quan tài chính",
        YearlyAction.Forward => "Xét, chuyển Sở Tài chính",
        YearlyAction.SendBack => "Trả lại",
        YearlyAction.Appraise => "Ghi kết quả thẩm định",
        _ => "Ghi thông báo, phê duyệt quyết toán",
    };

    public static string Done(this YearlyAction action) => action switch
    {
        YearlyAction.Submit => "Đã trình Sở Công Thương",
        YearlyAction.SubmitToFinance => "Đã trình cơ quan tài chính",
        YearlyAction.Forward => "Sở Công Thương đã xét, chuyển Sở Tài chính",
        YearlyAction.SendBack => "Đã trả lại",
        YearlyAction.Appraise => "Đã thẩm định",
        _ => "Đã ghi thông báo, phê duyệt quyết toán",
    };

    public static string Text(this YearlyRoute route) => route switch
    {
        YearlyRoute.ThroughDepartment => "Đơn vị → Sở Công Thương → Sở Tài chính thẩm định",
        YearlyRoute.OfDepartment => "Sở Công Thương → Sở Tài chính thẩm định",
        _ => "Trong xã: kế toán, tài chính cấp xã thẩm định → HĐND xã phê chuẩn",
    };

    public static string Text(this YearlyItem item) => item switch
    {
        YearlyItem.CarriedIn => "Năm trước chuyển sang",
        YearlyItem.AdvancesIn => "Tạm ứng năm trước chuyển sang",
        YearlyItem.Given => "Giao, bổ sung",
        YearlyItem.Withdrawn => "Thu lại, giảm",
        YearlyItem.Total => "Tổng dự toán",
        YearlyItem.Reserved => "Dành dự toán",
        YearlyItem.Committed => "Cam kết chi",
        YearlyItem.Advanced => "Đang tạm ứng",
        YearlyItem.Paid => "Đã thanh toán, chưa quyết toán",
        YearlyItem.Settled => "Đề nghị quyết toán",
        YearlyItem.Returned => "Đã thu hồi nộp ngân sách",
        YearlyItem.Cancelled => "Hủy dự toán",
        YearlyItem.CarriedOver => "Chuyển nguồn sang năm sau",
        YearlyItem.Available => "Dự toán còn lại",
        _ => "Thu hồi trong năm (phát sinh)",
    };

    /// <summary>The words for a stored code of a yearly report's own fields; null for any other.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Route" or "CommuneRoute" when Enum.TryParse<YearlyRoute>(code, out var route) => route.Text(),
        "State" or "FromState" or "ToState" when Enum.TryParse<YearlyState>(code, out var state) && state is YearlyState.WithFinance or YearlyState.Finished => state.Text(),
        "Action" when Enum.TryParse<YearlyAction>(code, out var action) && action is YearlyAction.SubmitToFinance or YearlyAction.Finish => action.Text(),
        _ => null,
    };
}
