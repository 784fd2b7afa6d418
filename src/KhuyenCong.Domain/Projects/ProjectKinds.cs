using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Projects;

/// <summary>Loại đề án: by whose programme, and for national ones by how it is made up. Each has its own authority, forms and deadlines.</summary>
public enum ProjectKind
{
    /// <summary>Đề án khuyến công quốc gia điểm: from two contents on, more than one year.</summary>
    NationalKey,

    /// <summary>Đề án khuyến công quốc gia lập theo nhóm: its beneficiaries may be named after approval.</summary>
    NationalGroup,

    /// <summary>Đề án khuyến công quốc gia theo đối tượng cụ thể.</summary>
    NationalSpecific,

    /// <summary>Đề án khuyến công địa phương cấp tỉnh.</summary>
    Provincial,

    /// <summary>Đề án khuyến công cấp xã.</summary>
    Commune,
}

/// <summary>Bản chất: a grant to beneficiaries, or work that the agency does itself. Their lives differ.</summary>
public enum ProjectNature
{
    /// <summary>Đề án hỗ trợ cơ sở.</summary>
    Grant,

    /// <summary>Nhiệm vụ do cơ quan, đơn vị tự thực hiện: no beneficiary, a contractor or an order instead.</summary>
    AgencyTask,
}

/// <summary>Trạng thái của đề án.</summary>
public enum ProjectState
{
    /// <summary>Nháp.</summary>
    Draft,

    /// <summary>Đã nộp.</summary>
    Filed,

    /// <summary>Đã tiếp nhận.</summary>
    Received,

    /// <summary>Chờ bổ sung.</summary>
    AwaitingMore,

    /// <summary>Chờ thẩm định.</summary>
    AwaitingAppraisal,

    /// <summary>Đã rút.</summary>
    Withdrawn,

    /// <summary>Đang thẩm định.</summary>
    InAppraisal,

    /// <summary>Thẩm định đạt.</summary>
    Appraised,

    /// <summary>Thẩm định không đạt.</summary>
    NotPassed,

    /// <summary>Đã phê duyệt.</summary>
    Approved,

    /// <summary>Ngừng.</summary>
    Stopped,

    /// <summary>Đang thực hiện.</summary>
    Underway,

    /// <summary>Đã quyết toán.</summary>
    Settled,
}

/// <summary>Việc làm với đề án.</summary>
public enum ProjectAction
{
    /// <summary>Nộp, nộp lại.</summary>
    File,

    /// <summary>Tiếp nhận.</summary>
    Receive,

    /// <summary>Yêu cầu bổ sung.</summary>
    ReturnForMore,

    /// <summary>Chuyển thẩm định.</summary>
    SendToAppraisal,

    /// <summary>Rút.</summary>
    Withdraw,

    /// <summary>Bắt đầu thẩm định.</summary>
    StartAppraisal,

    /// <summary>Kết luận đạt.</summary>
    ConcludePassed,

    /// <summary>Kết luận không đạt.</summary>
    ConcludeNotPassed,

    /// <summary>Hủy kết luận thẩm định.</summary>
    UndoConclusion,

    /// <summary>Phê duyệt trong kế hoạch.</summary>
    ApproveInPlan,

    /// <summary>Hủy phê duyệt.</summary>
    UndoPlanApproval,

    /// <summary>Ngừng.</summary>
    StopInPlan,

    /// <summary>Đề nghị danh sách đơn vị thụ hưởng.</summary>
    ProposeBeneficiaries,

    /// <summary>Xác nhận danh sách đơn vị thụ hưởng.</summary>
    ConfirmBeneficiaries,

    /// <summary>Trả lại danh sách đơn vị thụ hưởng.</summary>
    ReturnBeneficiaries,

    /// <summary>Bắt đầu thực hiện: hợp đồng, giao nhiệm vụ đầu tiên được ký.</summary>
    StartWork,

    /// <summary>Trở về đã phê duyệt: hợp đồng duy nhất bị hủy.</summary>
    UndoStartWork,

    /// <summary>Đã quyết toán: mọi hợp đồng đã thanh lý.</summary>
    SettleByContracts,

    /// <summary>Trở về đang thực hiện: phê duyệt quyết toán một hợp đồng bị hủy.</summary>
    UndoSettlement,
}

/// <summary>Phần của hồ sơ: what a request for more names and reopens.</summary>
[Flags]
public enum ProjectSections
{
    None = 0,

    /// <summary>Tên, nội dung, chương trình.</summary>
    Heading = 1,

    /// <summary>Đơn vị thực hiện, phối hợp, thời gian.</summary>
    Units = 2,

    /// <summary>Đơn vị thụ hưởng, địa điểm.</summary>
    Beneficiaries = 4,

    /// <summary>Sự cần thiết, căn cứ.</summary>
    Necessity = 8,

    /// <summary>Mục tiêu.</summary>
    Objectives = 16,

    /// <summary>Quy mô, đặc điểm vượt trội.</summary>
    Scale = 32,

    /// <summary>Nội dung, tiến độ.</summary>
    WorkPlan = 64,

    /// <summary>Dự toán.</summary>
    Estimate = 128,

    /// <summary>Phương án tổ chức thực hiện.</summary>
    Organisation = 256,

    /// <summary>Hiệu quả, tính bền vững, nhân rộng.</summary>
    Effects = 512,

    /// <summary>Máy móc, thiết bị.</summary>
    Machines = 1024,

    /// <summary>Điều kiện, cam kết.</summary>
    Conditions = 2048,

    /// <summary>Sự đồng ý của chủ cơ sở.</summary>
    Consent = 4096,

    /// <summary>Giấy tờ kèm theo.</summary>
    Papers = 8192,

    All = 16383,
}

/// <summary>What follows from a kind of project.</summary>
public static class ProjectKindFacts
{
    public static Regime Regime(this ProjectKind kind) => kind switch
    {
        ProjectKind.Provincial => Law.Regime.Provincial,
        ProjectKind.Commune => Law.Regime.Commune,
        _ => Law.Regime.National,
    };

    /// <summary>A group project may have no beneficiary until after its approval; an agency task has none at all.</summary>
    public static bool NeedsBeneficiaries(this ProjectKind kind, ProjectNature nature) => nature is ProjectNature.Grant && kind is not ProjectKind.NationalGroup;

    /// <summary>The numbering series, the territory it counts in and the code's first letters.</summary>
    public static string Series(this ProjectKind kind, string? communeCode) => kind.Regime() switch
    {
        Law.Regime.National => "KCQG",
        Law.Regime.Provincial => "KCDP",
        _ => $"KCX-{communeCode}",
    };
}

/// <summary>Mã đề án: KCDP-2027-56-0007, given at the first filing and never used again.</summary>
public static class ProjectCode
{
    /// <summary>Puts the territory between year and number of what the series gave ("KCDP-2027-0007").</summary>
    public static string Of(string given, ProjectKind kind, int year, string provinceCode, string? communeCode)
    {
        ArgumentNullException.ThrowIfNull(given);
        var number = given[(given.LastIndexOf('-') + 1)..];
        return kind is ProjectKind.Commune ? $"KCX-{year}-{communeCode}-{number}" : $"{kind.Series(communeCode)}-{year}-{provinceCode}-{number}";
    }
}
