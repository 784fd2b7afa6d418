using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Kinds, states and steps of projects in Vietnamese.</summary>
public static class ProjectWords
{
    public static string Text(this ProjectKind kind) => kind switch
    {
        ProjectKind.NationalKey => "Khuyến công quốc gia – đề án điểm",
        ProjectKind.NationalGroup => "Khuyến công quốc gia – đề án nhóm",
        ProjectKind.NationalSpecific => "Khuyến công quốc gia – đối tượng cụ thể",
        ProjectKind.Provincial => "Khuyến công địa phương cấp tỉnh",
        _ => "Khuyến công cấp xã",
    };

    /// <summary>As a table's column shows it.</summary>
    public static string ShortText(this ProjectKind kind) => kind switch
    {
        ProjectKind.NationalKey => "Quốc gia, điểm",
        ProjectKind.NationalGroup => "Quốc gia, nhóm",
        ProjectKind.NationalSpecific => "Quốc gia, cụ thể",
        ProjectKind.Provincial => "Cấp tỉnh",
        _ => "Cấp xã",
    };

    public static string Text(this ProjectNature nature) => nature is ProjectNature.Grant ? "Đề án hỗ trợ cơ sở" : "Nhiệm vụ tự thực hiện";

    public static string Text(this ProjectState state) => state switch
    {
        ProjectState.Draft => "Nháp",
        ProjectState.Filed => "Đã nộp",
        ProjectState.Received => "Đã tiếp nhận",
        ProjectState.AwaitingMore => "Chờ bổ sung",
        ProjectState.AwaitingAppraisal => "Chờ thẩm định",
        ProjectState.InAppraisal => "Đang thẩm định",
        ProjectState.Appraised => "Thẩm định đạt",
        ProjectState.NotPassed => "Thẩm định không đạt",
        ProjectState.Approved => "Đã phê duyệt",
        ProjectState.Underway => "Đang thực hiện",
        ProjectState.Settled => "Đã quyết toán",
        ProjectState.Stopped => "Đã ngừng",
        _ => "Đã rút",
    };

    public static Tone Tone(this ProjectState state) => state switch
    {
        ProjectState.Filed or ProjectState.Received => TagHelpers.Tone.Info,
        ProjectState.AwaitingMore => TagHelpers.Tone.Warn,
        ProjectState.AwaitingAppraisal or ProjectState.InAppraisal or ProjectState.Underway => TagHelpers.Tone.Accent,
        ProjectState.Appraised or ProjectState.Approved or ProjectState.Settled => TagHelpers.Tone.Good,
        ProjectState.NotPassed or ProjectState.Stopped => TagHelpers.Tone.Bad,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this ProjectAction action, ProjectState from) => action switch
    {
        ProjectAction.File => from is ProjectState.AwaitingMore ? "Nộp bổ sung" : "Nộp hồ sơ",
        ProjectAction.Receive => "Tiếp nhận",
        ProjectAction.ReturnForMore => "Yêu cầu bổ sung",
        ProjectAction.SendToAppraisal => "Chuyển thẩm định",
        ProjectAction.StartAppraisal => "Bắt đầu thẩm định",
        ProjectAction.ConcludePassed => "Kết luận đạt",
        ProjectAction.ConcludeNotPassed => "Kết luận không đạt",
        ProjectAction.UndoConclusion => "Hủy kết luận thẩm định",
        ProjectAction.ApproveInPlan => "Phê duyệt trong kế hoạch",
        ProjectAction.UndoPlanApproval => "Hủy phê duyệt",
        ProjectAction.StopInPlan => "Ngừng",
        ProjectAction.ProposeBeneficiaries => "Đề nghị danh sách đơn vị thụ hưởng",
        ProjectAction.ConfirmBeneficiaries => "Xác nhận danh sách đơn vị thụ hưởng",
        ProjectAction.ReturnBeneficiaries => "Trả lại danh sách đơn vị thụ hưởng",
        ProjectAction.StartWork => "Bắt đầu thực hiện",
        ProjectAction.UndoStartWork => "Trở về đã phê duyệt",
        ProjectAction.SettleByContracts => "Quyết toán",
        ProjectAction.UndoSettlement => "Trở về đang thực hiện",
        _ => from is ProjectState.Draft ? "Bỏ bản nháp" : "Rút hồ sơ",
    };

    public static string Done(this ProjectAction action) => action switch
    {
        ProjectAction.File => "Đã nộp hồ sơ",
        ProjectAction.Receive => "Đã tiếp nhận",
        ProjectAction.ReturnForMore => "Đã yêu cầu bổ sung",
        ProjectAction.SendToAppraisal => "Đã chuyển thẩm định",
        ProjectAction.StartAppraisal => "Đã bắt đầu thẩm định",
        ProjectAction.ConcludePassed => "Đã kết luận thẩm định đạt",
        ProjectAction.ConcludeNotPassed => "Đã kết luận thẩm định không đạt",
        ProjectAction.UndoConclusion => "Đã hủy kết luận thẩm định",
        ProjectAction.ApproveInPlan => "Đã phê duyệt trong kế hoạch",
        ProjectAction.UndoPlanApproval => "Đã hủy quyết định phê duyệt",
        ProjectAction.StopInPlan => "Đã ngừng theo quyết định",
        ProjectAction.ProposeBeneficiaries => "Đã đề nghị danh sách đơn vị thụ hưởng",
        ProjectAction.ConfirmBeneficiaries => "Đã xác nhận danh sách đơn vị thụ hưởng",
        ProjectAction.ReturnBeneficiaries => "Đã trả lại danh sách đơn vị thụ hưởng",
        ProjectAction.StartWork => "Đã bắt đầu thực hiện theo hợp đồng",
        ProjectAction.UndoStartWork => "Đã trở về đã phê duyệt do hủy hợp đồng",
        ProjectAction.SettleByContracts => "Đã quyết toán mọi hợp đồng",
        ProjectAction.UndoSettlement => "Đã trở về đang thực hiện do hủy phê duyệt quyết toán",
        _ => "Đã rút",
    };

    public static string Text(this BeneficiaryListState state) => state switch
    {
        BeneficiaryListState.Proposed => "Chờ Sở xác nhận",
        BeneficiaryListState.Returned => "Đã trả lại",
        BeneficiaryListState.Confirmed => "Đã xác nhận",
        _ => "Đã thay",
    };

    public static Tone Tone(this BeneficiaryListState state) => state switch
    {
        BeneficiaryListState.Proposed => TagHelpers.Tone.Info,
        BeneficiaryListState.Returned => TagHelpers.Tone.Warn,
        BeneficiaryListState.Confirmed => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this ProjectHolder holder) => holder switch
    {
        ProjectHolder.Filer => "người lập hồ sơ",
        ProjectHolder.Department => "Sở Công Thương",
        _ => "UBND xã, phường, đặc khu",
    };

    /// <summary>The next step, told to whoever waits.</summary>
    public static string Next(this ProjectState state, ProjectNature nature) => state switch
    {
        ProjectState.Draft => "hoàn thiện và nộp hồ sơ",
        ProjectState.Filed when nature is ProjectNature.Grant => "tiếp nhận, kiểm tra thành phần hồ sơ",
        ProjectState.Filed or ProjectState.Received => "kiểm tra, chuyển thẩm định hoặc yêu cầu bổ sung",
        ProjectState.AwaitingMore => "bổ sung phần được yêu cầu và nộp lại",
        ProjectState.AwaitingAppraisal => "tổ chức thẩm định",
        ProjectState.InAppraisal => "thẩm định, kết luận",
        ProjectState.Appraised => "đưa vào kế hoạch năm",
        ProjectState.Approved => "giao kế hoạch, ký hợp đồng hoặc giao nhiệm vụ",
        ProjectState.Underway => "thực hiện, báo cáo tiến độ, tạm ứng, nghiệm thu theo hợp đồng",
        _ => "không còn bước nào",
    };

    public static string Text(this ProjectSections sections) => sections switch
    {
        ProjectSections.Heading => "Tên, nội dung, chương trình",
        ProjectSections.Units => "Đơn vị thực hiện, phối hợp, thời gian",
        ProjectSections.Beneficiaries => "Đơn vị thụ hưởng, địa điểm",
        ProjectSections.Necessity => "Sự cần thiết, căn cứ",
        ProjectSections.Objectives => "Mục tiêu",
        ProjectSections.Scale => "Quy mô, đặc điểm vượt trội",
        ProjectSections.WorkPlan => "Nội dung, tiến độ",
        ProjectSections.Estimate => "Dự toán",
        ProjectSections.Organisation => "Phương án tổ chức thực hiện",
        ProjectSections.Effects => "Hiệu quả, tính bền vững, nhân rộng",
        ProjectSections.Machines => "Máy móc, thiết bị",
        ProjectSections.Conditions => "Điều kiện, cam kết",
        ProjectSections.Consent => "Sự đồng ý của chủ cơ sở",
        ProjectSections.Papers => "Giấy tờ kèm theo",
        ProjectSections.None => "không có",
        _ => string.Join("; ", sections.Each().Select(s => s.Text())),
    };

    public static IEnumerable<ProjectSections> Each(this ProjectSections sections) =>
        Enum.GetValues<ProjectSections>().Where(s => s is not ProjectSections.None and not ProjectSections.All && sections.HasFlag(s));

    public static string Text(this SupportReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var shared = reason.Kind switch
        {
            SupportKeyKind.Identifier => "cùng cơ sở (mã số)",
            SupportKeyKind.Owner => "cùng chủ cơ sở",
            SupportKeyKind.Site => "cùng địa điểm sản xuất",
            SupportKeyKind.MachineSerial => "cùng số máy",
            SupportKeyKind.InvoiceNumber => reason.Content is ContentMatch.Same ? "cùng một hóa đơn (người bán, số)" : "cùng số hóa đơn nhưng chưa rõ người bán",
            _ => "cùng một ảnh",
        };
        return reason.Kind is SupportKeyKind.MachineSerial or SupportKeyKind.InvoiceNumber or SupportKeyKind.FileHash ? shared : shared + reason.Content switch
        {
            ContentMatch.Same => ", cùng nội dung chi",
            ContentMatch.SameKind => ", cùng loại hỗ trợ",
            _ => ", chưa rõ nội dung chi",
        };
    }

    public static string Text(this DoubleSupportOutcome outcome) => outcome switch
    {
        DoubleSupportOutcome.DifferentExpense => "Không trùng: nội dung chi khác nhau",
        DoubleSupportOutcome.SeparateShares => "Không trùng: mỗi nguồn chi một phần riêng (lồng ghép)",
        DoubleSupportOutcome.MistakenMatch => "Không trùng: dữ liệu nhập nhầm",
        _ => "Trùng: cùng một nội dung chi",
    };

    public static string Text(this OutsideSupportKind kind) => kind switch
    {
        OutsideSupportKind.OtherProgramme => "Chương trình, dự án khác (lồng ghép)",
        OutsideSupportKind.Sponsorship => "Tài trợ, đóng góp",
        _ => "Thỏa thuận hợp tác",
    };

    public static string ContentText(string code) => $"{(code.StartsWith('k') ? $"Khoản {code[1..]} Điều 4: " : "")}{Article4.NameOf(code)}";

    /// <summary>Stored codes of project fields in words, for histories.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Kind" when Enum.TryParse<ProjectKind>(code, out var kind) && kind is not (ProjectKind.Provincial or ProjectKind.Commune) => kind.Text(),
        "Kind" when Enum.TryParse<OutsideSupportKind>(code, out var kind) => kind.Text(),
        "Nature" when Enum.TryParse<ProjectNature>(code, out var nature) => nature.Text(),
        "Action" when code is "File" or "ReturnForMore" or "SendToAppraisal" or "StartAppraisal" or "ConcludePassed" or "ConcludeNotPassed" or "UndoConclusion" or "ApproveInPlan" or "UndoPlanApproval" or "StopInPlan" or "ProposeBeneficiaries" or "ConfirmBeneficiaries" or "ReturnBeneficiaries" or "UndoSettlement" && Enum.TryParse<ProjectAction>(code, out var action) => action.Text(ProjectState.Draft),
        "State" or "FromState" or "ToState" when code is "AwaitingMore" or "AwaitingAppraisal" or "InAppraisal" or "Appraised" or "NotPassed" or "Approved" or "Stopped" && Enum.TryParse<ProjectState>(code, out var state) => state.Text(),
        "State" when code is "Confirmed" or "Replaced" && Enum.TryParse<BeneficiaryListState>(code, out var list) => list.Text(),
        "OpenSections" or "Sections" when Enum.TryParse<ProjectSections>(code, out var sections) => sections.Text(),
        "Holds" or "Fails" when Enum.TryParse<NormConditions>(code, out var conditions) => conditions is NormConditions.None ? "không có" : conditions.Word(),
        "Outcome" when Enum.TryParse<DoubleSupportOutcome>(code, out var outcome) => outcome.Text(),
        _ => null,
    };
}
