using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Who holds what, in Vietnamese.</summary>
public static class ReminderWords
{
    public static string Text(this WaitingParty party) => party switch
    {
        WaitingParty.Filer => "người lập hồ sơ",
        WaitingParty.Performer => "đơn vị thực hiện",
        WaitingParty.Centre => "Trung tâm Khuyến công",
        WaitingParty.CommuneOffice => "UBND cấp xã",
        WaitingParty.Treasury => "Kho bạc Nhà nước",
        WaitingParty.Finance => "cơ quan tài chính",
        WaitingParty.Committee => "UBND tỉnh, thành phố",
        WaitingParty.Council => "HĐND",
        WaitingParty.Ministry => "Bộ Công Thương",
        _ => "Sở Công Thương",
    };

    /// <summary>The next step in plain words.</summary>
    public static string Next(this WaitingItem item, ProjectState state, ProjectNature nature)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Kind is WaitingKind.Dossier ? state.Next(nature) : item.Sites.Count > 0 ? $"{item.Kind.Next()}: chưa nghiệm thu {string.Join("; ", item.Sites)}" : item.Kind is WaitingKind.ReportDue or WaitingKind.ReportSentBack or WaitingKind.ReportSubmitted ? $"{item.Kind.Next()} tháng {MonthOf(item.Part)}" : item.Kind.Next();
    }

    public static string Next(this WaitingKind kind) => kind switch
    {
        WaitingKind.Dossier => "xử lý hồ sơ đề án",
        WaitingKind.ContractMissing => "lập hợp đồng",
        WaitingKind.ContractDrafting => "soạn xong, trình ký hợp đồng",
        WaitingKind.ContractProposed => "ký hợp đồng hoặc trả lại",
        WaitingKind.AmendmentProposed => "ký phụ lục hợp đồng hoặc trả lại",
        WaitingKind.BankChangeAsked => "xác nhận tài khoản mới hoặc từ chối",
        WaitingKind.PaymentDrafting => "hoàn thiện đề nghị tạm ứng, thanh toán",
        WaitingKind.PaymentRequested => "duyệt đề nghị tạm ứng, thanh toán",
        WaitingKind.PaymentApproved => "gửi đề nghị đến Kho bạc",
        WaitingKind.PaymentSent => "Kho bạc chi tiền hoặc trả lại",
        WaitingKind.PaymentMatched => "ghi đã chi đề nghị đã khớp đủ với sao kê",
        WaitingKind.ReportDue => "gửi báo cáo tiến độ",
        WaitingKind.ReportSentBack => "sửa, gửi lại báo cáo tiến độ",
        WaitingKind.ReportSubmitted => "xác nhận báo cáo tiến độ",
        WaitingKind.AcceptanceDrafting => "lập xong biên bản nghiệm thu",
        WaitingKind.AcceptanceSubmitted => "kết luận nghiệm thu",
        WaitingKind.WorkToComplete => "hoàn thiện theo biên bản nghiệm thu",
        WaitingKind.SummaryDrafting => "lập xong biên bản nghiệm thu chung (mẫu 5b, 5c)",
        WaitingKind.SummarySubmitted => "kết luận biên bản nghiệm thu chung (mẫu 5b, 5c)",
        WaitingKind.InspectionPlanned => "kiểm tra, ghi kết quả cuộc kiểm tra đã lên kế hoạch",
        WaitingKind.PartDone => "thanh toán, quyết toán hợp đồng cấp trên",
        WaitingKind.SettlementMissing => "lập hồ sơ quyết toán",
        WaitingKind.SettlementDrafting => "lập xong, trình hồ sơ quyết toán",
        WaitingKind.SettlementSubmitted => "phê duyệt quyết toán",
        WaitingKind.AdvanceUnspent => "thanh toán hoặc thu hồi tạm ứng",
        WaitingKind.MilestoneUnpaid => "xem khối lượng đã thực hiện, lập đề nghị chi theo đợt của hợp đồng hoặc phụ lục điều chỉnh đợt thanh toán",
        WaitingKind.RecoveryAwaited => "xác nhận khoản thu hồi sau quyết toán đã nộp",
        WaitingKind.ExcessUncovered => "lập thu hồi khoản đã chi mà Cục không nghiệm thu",
        WaitingKind.FindingPending => "thực hiện, trả lời kiến nghị kiểm tra",
        WaitingKind.FindingAnswered => "xem xét trả lời kiến nghị kiểm tra",
        WaitingKind.MachineCheck => "kiểm tra máy sau nghiệm thu",
        WaitingKind.FollowUpDue => "trả lời phiếu theo dõi sau hỗ trợ",
        WaitingKind.FollowUpSubmitted => "xác nhận phiếu theo dõi sau hỗ trợ",
        WaitingKind.ContractToEnd => "quyết toán, thanh lý hoặc hủy hợp đồng của đề án đã ngừng",
        WaitingKind.PlanBatch => "xử lý đợt phê duyệt kế hoạch năm",
        WaitingKind.BudgetEstimate => "xử lý dự toán kinh phí năm",
        WaitingKind.ManagementEstimate => "xử lý dự toán chi quản lý",
        WaitingKind.ManagementVoucher => "xử lý chứng từ chi quản lý",
        WaitingKind.YearEndProposal => "duyệt hoặc rút đề nghị khóa sổ",
        WaitingKind.YearlySettlement => "xử lý báo cáo quyết toán năm",
        WaitingKind.StatementUnmatched => "khớp hoặc giải trình các dòng còn lại của sao kê",
        WaitingKind.YearlySettlementMissing => "lập báo cáo quyết toán năm",
        WaitingKind.Petition => "tiếp nhận, trả lời phản ánh, kiến nghị",
        _ => "thực hiện công việc của hợp đồng",
    };

    public static string Text(this ReminderLevel level) => level switch
    {
        ReminderLevel.Before => "Sắp đến hạn",
        ReminderLevel.OnDay => "Đến hạn",
        ReminderLevel.Late => "Quá hạn",
        ReminderLevel.Quiet => "Chờ lâu",
        ReminderLevel.UnitLeader => "Báo lãnh đạo đơn vị",
        _ => "Báo lãnh đạo Sở",
    };

    public static Tone Tone(this ReminderLevel level) => level switch
    {
        ReminderLevel.Before => TagHelpers.Tone.Info,
        ReminderLevel.OnDay or ReminderLevel.Quiet => TagHelpers.Tone.Warn,
        _ => TagHelpers.Tone.Bad,
    };

    /// <summary>On time or late, in working days; said so where nothing sets a day.</summary>
    public static string StandingText(this WaitingItem item, DateOnly today, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(calendar);
        if (item.Due is not { } due)
        {
            return "chưa có thời hạn quy định";
        }

        if (item.DaysLeft(today, calendar) is { } left)
        {
            return due.LastDay == today ? "đến hạn hôm nay" : $"còn {left} ngày làm việc";
        }

        var late = item.DaysLate(today, calendar);
        return (late > 0, due.Counts) switch
        {
            (true, true) => $"trễ {late} ngày làm việc",
            (true, false) => $"quá mốc gợi ý {late} ngày làm việc",
            (false, true) => "đã qua ngày cuối, chưa sang ngày làm việc",
            _ => "đã qua mốc gợi ý",
        };
    }

    /// <summary>How long it has waited.</summary>
    public static string WaitedText(this WaitingItem item, DateOnly today, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(calendar);
        return $"đã chờ {calendar.Elapsed(item.Since, today, DayKind.Working)} ngày làm việc";
    }

    /// <summary>Of what has no last day: nobody is told that they are late.</summary>
    public static string WaitText(this WaitingItem item, DateOnly today, WorkingCalendar calendar) => $"{item.WaitedText(today, calendar)}, {item.StandingText(today, calendar)}";

    public static Tone StandingTone(this WaitingItem item, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Due is not { } due ? TagHelpers.Tone.Neutral : item.IsLate(today) ? TagHelpers.Tone.Bad : due.LastDay <= today ? TagHelpers.Tone.Warn : TagHelpers.Tone.Good;
    }

    /// <summary>Where a last day comes from, and what it is worth.</summary>
    public static string SourceText(this WaitingDue due)
    {
        ArgumentNullException.ThrowIfNull(due);
        return due.Source switch
        {
            DueSource.Law => due.Binds ? "theo quy định đã kiểm chứng hoặc đã xác nhận áp dụng" : "mốc gợi ý: quy định chưa kiểm chứng hoặc không bắt buộc với chế độ này",
            DueSource.Contract => "theo hợp đồng",
            DueSource.Record => "theo biên bản, văn bản yêu cầu",
            DueSource.Receipt => "theo hạn đặt khi tiếp nhận hoặc gia hạn",
            DueSource.Procedure => "theo quy trình nội bộ đã công bố",
            DueSource.Plan => "theo ngày đã lên kế hoạch",
            _ => "mốc nhắc của phần mềm, không phải quy định",
        };
    }

    /// <summary>The roles of an office that do the next step: for officials only.</summary>
    public static string RolesText(this WaitingItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return string.Join(", ", ReminderLevels.RolesOf(item.Asked, item.Act).Select(r => r.Text().InSentence()));
    }

    /// <summary>Where the next step is taken.</summary>
    public static string Href(WaitingKind kind, Guid itemId, Guid projectId, string part, Guid? placeId = null) => kind switch
    {
        WaitingKind.ContractDrafting or WaitingKind.ContractProposed or WaitingKind.WorkUnderway or WaitingKind.ContractToEnd => $"/hop-dong/{itemId}",
        WaitingKind.AmendmentProposed => $"/hop-dong/{itemId}#phu-luc",
        WaitingKind.BankChangeAsked => $"/hop-dong/{itemId}#tai-khoan",
        WaitingKind.MilestoneUnpaid => $"/hop-dong/{itemId}#moc",
        WaitingKind.RecoveryAwaited or WaitingKind.ExcessUncovered when placeId is { } settlement => $"/quyet-toan/{settlement}#thu-hoi",
        WaitingKind.ExcessUncovered => $"/hop-dong/{itemId}",
        WaitingKind.PaymentDrafting or WaitingKind.PaymentRequested or WaitingKind.PaymentApproved or WaitingKind.PaymentSent or WaitingKind.PaymentMatched => $"/thanh-toan/{itemId}",
        WaitingKind.ReportDue or WaitingKind.ReportSentBack => $"/hop-dong/{itemId}/bao-cao?thang={part}",
        WaitingKind.ReportSubmitted => $"/tien-do/{itemId}",
        WaitingKind.AcceptanceDrafting or WaitingKind.AcceptanceSubmitted or WaitingKind.WorkToComplete => $"/nghiem-thu/{itemId}",
        WaitingKind.SummaryDrafting or WaitingKind.SummarySubmitted => $"/nghiem-thu/chung/{itemId}",
        WaitingKind.InspectionPlanned => $"/kiem-tra/{itemId}",
        WaitingKind.SettlementMissing => $"/hop-dong/{itemId}/quyet-toan",
        WaitingKind.SettlementDrafting or WaitingKind.SettlementSubmitted => $"/quyet-toan/{itemId}",
        WaitingKind.AdvanceUnspent or WaitingKind.PartDone => $"/hop-dong/{itemId}",
        WaitingKind.FindingPending or WaitingKind.FindingAnswered when placeId is { } inspection => $"/kiem-tra/{inspection}",
        WaitingKind.MachineCheck => $"/may-moc/{itemId}",
        WaitingKind.FollowUpDue or WaitingKind.FollowUpSubmitted => $"/theo-doi/{itemId}",
        WaitingKind.PlanBatch => $"/ke-hoach/dot/{itemId}",
        WaitingKind.BudgetEstimate => $"/du-toan/de-nghi/{itemId}",
        WaitingKind.ManagementEstimate => $"/chi-quan-ly/{itemId}",
        WaitingKind.ManagementVoucher => $"/chi-quan-ly/chung-tu/{itemId}",
        WaitingKind.YearEndProposal => $"/so-du-toan/khoa-so/{itemId}",
        WaitingKind.YearlySettlement => $"/quyet-toan-nam/{itemId}",
        WaitingKind.StatementUnmatched => $"/kho-bac/{itemId}",
        WaitingKind.YearlySettlementMissing => $"/quyet-toan-nam?nam={part}&trang-thai=chua-lap",
        WaitingKind.Petition => $"/kien-nghi/{itemId}",
        _ => $"/de-an/{projectId}",
    };

    public static string Href(this WaitingItem item, Guid projectId)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Href(item.Kind, item.ItemId, projectId, item.Part, item.PlaceId);
    }

    /// <summary>For whoever may take the step: the form itself, where the record that waits is not written yet.</summary>
    public static string StepHref(this WaitingItem item, Guid projectId)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Kind switch
        {
            WaitingKind.ContractMissing => $"/de-an/{projectId}/lap-hop-dong",
            WaitingKind.YearlySettlementMissing => $"/quyet-toan-nam/lap?nam={item.Part}&don-vi={item.ItemId}",
            _ => item.Href(projectId),
        };
    }

    /// <summary>"2026-10" as "10/2026".</summary>
    public static string MonthOf(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Split('-') is [var year, var month] ? $"{month}/{year}" : part;
    }
}
