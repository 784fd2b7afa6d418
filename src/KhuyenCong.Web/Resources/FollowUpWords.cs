using System.Globalization;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Law;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Follow-up sheets in Vietnamese.</summary>
public static class FollowUpWords
{
    /// <summary>Said wherever the months are shown.</summary>
    public const string OwnDefault = "Mốc tháng là mốc theo dõi của phần mềm hoặc do tỉnh đặt, không phải thời hạn do văn bản pháp luật đã biết quy định.";

    public static string Text(this FollowUpStanding standing) => standing switch
    {
        FollowUpStanding.NotDue => "Chưa đến hạn",
        FollowUpStanding.Due => "Đến hạn trả lời",
        FollowUpStanding.Overdue => "Quá hạn",
        FollowUpStanding.SentBack => "Bị trả lại",
        FollowUpStanding.Answered => "Đã trả lời, chờ xác nhận",
        FollowUpStanding.Confirmed => "Đã xác nhận",
        _ => "Không có trả lời",
    };

    public static Tone Tone(this FollowUpStanding standing) => standing switch
    {
        FollowUpStanding.NotDue => TagHelpers.Tone.Neutral,
        FollowUpStanding.Due => TagHelpers.Tone.Info,
        FollowUpStanding.Answered => TagHelpers.Tone.Warn,
        FollowUpStanding.Confirmed => TagHelpers.Tone.Good,
        FollowUpStanding.NoAnswer => TagHelpers.Tone.Neutral,
        _ => TagHelpers.Tone.Bad,
    };

    /// <summary>Who holds it, and what comes next.</summary>
    public static string Next(this FollowUpState state, Regime regime) => state switch
    {
        FollowUpState.AwaitingAnswer => "chờ cơ sở trả lời",
        FollowUpState.SentBack => "chờ cơ sở sửa và gửi lại",
        FollowUpState.Submitted => regime is Regime.Commune ? "chờ UBND cấp xã xác nhận" : "chờ Sở Công Thương hoặc Trung tâm xác nhận",
        FollowUpState.NoAnswer => "không có trả lời",
        _ => "đã xong",
    };

    public static string Text(this FollowUpAction action) => action switch
    {
        FollowUpAction.Send => "Gửi phiếu",
        FollowUpAction.Confirm => "Xác nhận",
        FollowUpAction.SendBack => "Trả lại",
        FollowUpAction.CloseUnanswered => "Ghi không có trả lời",
        FollowUpAction.Reopen => "Mở lại phiếu",
        _ => "Kết luận đúng mục đích",
    };

    public static string Done(this FollowUpAction action) => action switch
    {
        FollowUpAction.Send => "Đã gửi phiếu",
        FollowUpAction.Confirm => "Đã xác nhận",
        FollowUpAction.SendBack => "Đã trả lại",
        FollowUpAction.CloseUnanswered => "Đã ghi không có trả lời",
        FollowUpAction.Reopen => "Đã mở lại phiếu",
        _ => "Đã kết luận sử dụng đúng mục đích",
    };

    public static string Text(this MachineUse use) => use switch
    {
        MachineUse.InUse => "Đang sử dụng",
        MachineUse.Idle => "Còn, chưa hoặc không sử dụng",
        MachineUse.Broken => "Bị hỏng",
        MachineUse.Moved => "Đã chuyển đi nơi khác",
        _ => "Đã bán, thanh lý hoặc cho",
    };

    public static Tone Tone(this MachineUse use) => use switch
    {
        MachineUse.InUse => TagHelpers.Tone.Good,
        MachineUse.Moved or MachineUse.Sold => TagHelpers.Tone.Bad,
        _ => TagHelpers.Tone.Warn,
    };

    public static string Text(this PurposeFinding purpose) => purpose switch
    {
        PurposeFinding.Right => "Kinh phí được sử dụng đúng mục đích",
        PurposeFinding.Unsettled => "Còn phải làm rõ",
        _ => "Sử dụng kinh phí sai mục đích",
    };

    public static Tone Tone(this PurposeFinding purpose) => purpose switch
    {
        PurposeFinding.Right => TagHelpers.Tone.Good,
        PurposeFinding.Unsettled => TagHelpers.Tone.Warn,
        _ => TagHelpers.Tone.Bad,
    };

    public static string Text(this MisuseState state) => state switch
    {
        MisuseState.None => "Không có đề nghị",
        MisuseState.Proposed => "Đã đề nghị, chờ kết luận",
        MisuseState.Confirmed => "Đã kết luận sử dụng sai mục đích",
        _ => "Không kết luận sử dụng sai mục đích",
    };

    /// <summary>"+3", "−2", "0".</summary>
    public static string ChangeText(long change) => change > 0 ? $"+{change.ToString("#,0", Vietnamese)}" : change < 0 ? $"−{(-change).ToString("#,0", Vietnamese)}" : "0";

    /// <summary>A stored code of this capability in words; null where it is none of its own.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Use" or "FollowUpMachine.Use" when Enum.TryParse<MachineUse>(code, out var use) => use.Text(),
        "MoneyUse" when Enum.TryParse<PurposeFinding>(code, out var purpose) => purpose.Text(),
        "Misuse" when Enum.TryParse<MisuseState>(code, out var misuse) => misuse.Text(),
        "State" or "FromState" or "ToState" when code is nameof(FollowUpState.AwaitingAnswer) => "Chờ trả lời",
        "State" or "FromState" or "ToState" when code is nameof(FollowUpState.NoAnswer) => "Không có trả lời",
        "Action" when code is nameof(FollowUpAction.CloseUnanswered) => FollowUpAction.CloseUnanswered.Text(),
        "Action" when code is nameof(FollowUpAction.Reopen) => FollowUpAction.Reopen.Text(),
        "Action" when code is nameof(FollowUpAction.Settle) => FollowUpAction.Settle.Text(),
        _ => null,
    };

    private static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");
}
