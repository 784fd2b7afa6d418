using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Pages.Petitions;

/// <summary>How petitions and proposed amendments are told on screen and in exports.</summary>
public static class PetitionLook
{
    public static string Word(this PetitionKind kind) => kind is PetitionKind.Obstacle ? "Vướng mắc" : "Đề xuất";

    public static string Word(this PetitionSubjectKind kind) => kind switch
    {
        PetitionSubjectKind.Clause => "Văn bản",
        PetitionSubjectKind.Target => "Chỉ tiêu",
        _ => "Quy định",
    };

    public static string Word(this PetitionState state) => state switch
    {
        PetitionState.Filed => "Chờ tiếp nhận",
        PetitionState.Received => "Đang xử lý",
        PetitionState.AwaitingInformation => "Chờ bổ sung thông tin",
        PetitionState.Answered => "Đã trả lời",
        PetitionState.Closed => "Đã kết thúc",
        _ => "Đã rút",
    };

    public static Tone Tone(this PetitionState state) => state switch
    {
        PetitionState.Filed => TagHelpers.Tone.Accent,
        PetitionState.Received => TagHelpers.Tone.Info,
        PetitionState.AwaitingInformation => TagHelpers.Tone.Warn,
        PetitionState.Answered or PetitionState.Closed => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    /// <summary>What the button says.</summary>
    public static string Word(this PetitionAction action) => action switch
    {
        PetitionAction.Receive => "Tiếp nhận",
        PetitionAction.ExtendDeadline => "Gia hạn trả lời",
        PetitionAction.AskInformation => "Yêu cầu bổ sung",
        PetitionAction.SupplyInformation => "Bổ sung thông tin",
        PetitionAction.Answer => "Trả lời",
        PetitionAction.Group => "Đưa vào đề xuất sửa đổi",
        PetitionAction.Close => "Kết thúc",
        _ => "Rút phản ánh, kiến nghị",
    };

    /// <summary>What the timeline says happened.</summary>
    public static string Done(this PetitionAction action) => action switch
    {
        PetitionAction.Receive => "Đã tiếp nhận",
        PetitionAction.ExtendDeadline => "Đã gia hạn trả lời",
        PetitionAction.AskInformation => "Đã yêu cầu bổ sung thông tin",
        PetitionAction.SupplyInformation => "Đã bổ sung thông tin",
        PetitionAction.Answer => "Đã trả lời",
        PetitionAction.Group => "Đã đưa vào đề xuất sửa đổi",
        PetitionAction.Close => "Đã kết thúc",
        _ => "Đã rút",
    };

    public static string Word(this AmendmentKind kind) => kind switch
    {
        AmendmentKind.Programme => "Sửa chương trình khuyến công",
        AmendmentKind.Regulation => "Sửa quy định của tỉnh, thành phố",
        _ => "Dự thảo văn bản kiến nghị cấp trên",
    };

    public static string Word(this AmendmentState state) => state switch
    {
        AmendmentState.Drafting => "Đang soạn thảo",
        AmendmentState.Consulting => "Đang lấy ý kiến góp ý",
        AmendmentState.Appraising => "Đang thẩm định",
        AmendmentState.Submitted => "Đã trình UBND, HĐND",
        AmendmentState.Issued => "Đã ban hành",
        _ => "Không ban hành",
    };

    public static Tone Tone(this AmendmentState state) => state switch
    {
        AmendmentState.Issued => TagHelpers.Tone.Good,
        AmendmentState.Rejected => TagHelpers.Tone.Bad,
        AmendmentState.Drafting => TagHelpers.Tone.Neutral,
        _ => TagHelpers.Tone.Info,
    };

    public static string Word(this AmendmentAction action) => action switch
    {
        AmendmentAction.Consult => "Gửi lấy ý kiến góp ý",
        AmendmentAction.RecordOpinion => "Ghi ý kiến góp ý",
        AmendmentAction.SendToAppraisal => "Gửi thẩm định",
        AmendmentAction.Submit => "Trình UBND, HĐND",
        AmendmentAction.SendBack => "Trả lại để soạn tiếp",
        AmendmentAction.Issue => "Ghi nhận đã ban hành",
        _ => "Ghi nhận không ban hành",
    };

    public static string Done(this AmendmentAction action) => action switch
    {
        AmendmentAction.Consult => "Đã gửi lấy ý kiến góp ý",
        AmendmentAction.RecordOpinion => "Đã nhận ý kiến góp ý",
        AmendmentAction.SendToAppraisal => "Đã gửi thẩm định",
        AmendmentAction.Submit => "Đã trình UBND, HĐND",
        AmendmentAction.SendBack => "Trả lại để soạn tiếp",
        AmendmentAction.Issue => "Đã ban hành",
        _ => "Không ban hành",
    };

    /// <summary>How the deadline stands: late, due soon, answered late, or null where nothing need be said.</summary>
    public static (Tone Tone, string Word)? Lateness(this Petition petition, DateOnly today, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(petition);
        ArgumentNullException.ThrowIfNull(calendar);
        int Between(DateOnly since, DateOnly until) => calendar.Elapsed(since, until, DayKind.Working);
        return petition.IsOverdue(today) ? (TagHelpers.Tone.Bad, calendar.OverdueText(petition.Deadline!.Value, today))
            : petition.WasAnsweredLate ? (TagHelpers.Tone.Warn, Between(petition.Deadline!.Value, petition.AnsweredOn!.Value) is > 0 and var late ? $"Trả lời muộn {late} ngày làm việc" : "Trả lời muộn")
            : petition is { State: PetitionState.Received, Deadline: { } deadline } && Between(today, deadline) <= 3 ? (TagHelpers.Tone.Warn, deadline == today ? "Hết hạn hôm nay" : Between(today, deadline) is > 0 and var left ? $"Còn {left} ngày làm việc" : "Sắp hết hạn")
            : null;
    }

    /// <summary>"Văn bản số 12/SCT ngày 01/02/2026", or nothing.</summary>
    public static string? Paper(string? number, DateOnly? date) => number is null ? null : $"Văn bản số {number}{(date is { } day ? $" ngày {day.Text()}" : "")}";
}
