using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Progress reports, inspections and findings in Vietnamese.</summary>
public static class ExecutionWords
{
    /// <summary>Said wherever a day is shown that binds nobody.</summary>
    public const string OnlySuggested = "hạn gợi ý, chưa kiểm chứng, không áp dụng bắt buộc";

    public static string Text(this ProgressReportState state) => state switch
    {
        ProgressReportState.Drafting => "Đang lập",
        ProgressReportState.Submitted => "Chờ xác nhận",
        ProgressReportState.Confirmed => "Đã xác nhận",
        _ => "Bị trả lại",
    };

    public static Tone Tone(this ProgressReportState state) => state switch
    {
        ProgressReportState.Submitted => TagHelpers.Tone.Warn,
        ProgressReportState.Confirmed => TagHelpers.Tone.Good,
        ProgressReportState.SentBack => TagHelpers.Tone.Bad,
        _ => TagHelpers.Tone.Neutral,
    };

    /// <summary>Who holds it, and what comes next.</summary>
    public static string Next(this ProgressReportState state, Regime regime) => state switch
    {
        ProgressReportState.Drafting => "đơn vị thực hiện đang lập",
        ProgressReportState.Submitted => regime is Regime.Commune ? "chờ UBND cấp xã xác nhận" : "chờ Sở Công Thương xác nhận",
        ProgressReportState.SentBack => "chờ đơn vị thực hiện sửa và gửi lại",
        _ => "đã xong",
    };

    public static string Text(this ProgressAction action) => action switch
    {
        ProgressAction.Send => "Gửi báo cáo",
        ProgressAction.Confirm => "Xác nhận",
        _ => "Trả lại",
    };

    public static string Done(this ProgressAction action) => action switch
    {
        ProgressAction.Send => "Đã gửi báo cáo",
        ProgressAction.Confirm => "Đã xác nhận",
        _ => "Đã trả lại",
    };

    public static string Text(this ReportStanding standing) => standing switch
    {
        ReportStanding.NotYetDue => "Chưa đến hạn",
        ReportStanding.Missing => "Chưa có báo cáo",
        ReportStanding.AwaitingConfirmation => "Chờ xác nhận",
        ReportStanding.SentBack => "Bị trả lại",
        _ => "Đã xác nhận",
    };

    /// <summary>A day that binds nobody makes nothing red.</summary>
    public static Tone Tone(this ExpectedReport month)
    {
        ArgumentNullException.ThrowIfNull(month);
        return month.Standing switch
        {
            ReportStanding.Missing => month.Binds ? TagHelpers.Tone.Bad : TagHelpers.Tone.Warn,
            ReportStanding.SentBack => TagHelpers.Tone.Bad,
            ReportStanding.AwaitingConfirmation => TagHelpers.Tone.Warn,
            ReportStanding.Confirmed => TagHelpers.Tone.Good,
            _ => TagHelpers.Tone.Neutral,
        };
    }

    /// <summary>"chậm 3 ngày", "đúng hạn"; null where nothing can be said yet.</summary>
    public static string? Lateness(this ExpectedReport month, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(month);
        return month.LastDay is null ? null
            : month.CameLate || month.IsMissing ? $"chậm {month.DaysLate(today)} ngày"
            : month.SubmittedOn is not null ? "đúng hạn" : null;
    }

    /// <summary>"03/2026".</summary>
    public static string Name(this ExpectedReport month)
    {
        ArgumentNullException.ThrowIfNull(month);
        return $"{month.Month:00}/{month.Year}";
    }

    /// <summary>"70 %", "69,99 %": rounded down already, never up.</summary>
    public static string ShareText(int basisPoints)
    {
        var (whole, rest) = Math.DivRem(basisPoints, 100);
        return rest == 0 ? $"{whole} %" : rest % 10 == 0 ? $"{whole},{rest / 10} %" : $"{whole},{rest:00} %";
    }

    public static string Text(this InspectionKind kind) => kind is InspectionKind.Planned ? "Theo kế hoạch" : "Đột xuất";

    public static string Text(this InspectionState state) => state switch
    {
        InspectionState.Scheduled => "Chưa thực hiện",
        InspectionState.Recorded => "Đã ghi kết quả",
        _ => "Đã hủy",
    };

    public static Tone Tone(this InspectionState state) => state switch
    {
        InspectionState.Scheduled => TagHelpers.Tone.Info,
        InspectionState.Recorded => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this FindingKind kind) => kind switch
    {
        FindingKind.Progress => "Tiến độ",
        FindingKind.Quality => "Khối lượng, chất lượng",
        FindingKind.Papers => "Hồ sơ, chứng từ",
        FindingKind.MoneyMisuse => "Sử dụng kinh phí sai mục đích",
        _ => "Khác",
    };

    public static string Text(this FindingState state) => state switch
    {
        FindingState.Pending => "Chờ thực hiện",
        FindingState.Answered => "Đã trả lời, chờ xem xét",
        _ => "Đã đóng",
    };

    public static Tone Tone(this InspectionFinding finding, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.State switch
        {
            FindingState.Closed => TagHelpers.Tone.Good,
            FindingState.Answered => TagHelpers.Tone.Warn,
            _ => finding.IsOverdue(today) ? TagHelpers.Tone.Bad : TagHelpers.Tone.Info,
        };
    }

    public static string Text(this FindingAction action) => action switch
    {
        FindingAction.Answer => "Trả lời",
        FindingAction.Return => "Yêu cầu thực hiện tiếp",
        _ => "Đóng kiến nghị",
    };

    public static string Done(this FindingAction action) => action switch
    {
        FindingAction.Answer => "Đã trả lời kiến nghị",
        FindingAction.Return => "Đã yêu cầu thực hiện tiếp",
        _ => "Đã đóng kiến nghị",
    };

    /// <summary>"quá hạn 3 ngày", "còn 5 ngày".</summary>
    public static string DueText(DateOnly dueOn, DateOnly today) =>
        dueOn < today ? $"quá hạn {today.DayNumber - dueOn.DayNumber} ngày" : dueOn == today ? "hết hạn hôm nay" : $"còn {dueOn.DayNumber - today.DayNumber} ngày, hạn {dueOn.Text()}";

    /// <summary>Stored codes of these fields in words; null where they are none.</summary>
    public static string? OfCode(string field, string code) => (field, code) switch
    {
        ("Kind", nameof(FindingKind.MoneyMisuse)) => FindingKind.MoneyMisuse.Text(),
        ("Kind", nameof(FindingKind.Quality)) => FindingKind.Quality.Text(),
        ("Kind", nameof(FindingKind.Papers)) => FindingKind.Papers.Text(),
        ("Kind", nameof(FindingKind.Progress)) => FindingKind.Progress.Text(),
        ("Kind", nameof(InspectionKind.Planned)) => InspectionKind.Planned.Text(),
        ("Kind", nameof(InspectionKind.Unplanned)) => InspectionKind.Unplanned.Text(),
        _ => null,
    };
}
