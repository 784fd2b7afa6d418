namespace KhuyenCong.Domain.Organisations;

/// <summary>Phân công nhiệm vụ: which organisation does one duty of a province, from when and by which document.</summary>
/// <remarks>Pages ask who holds a duty, never what a body is called: the two provinces give the same duty to differently named and differently placed centres.</remarks>
public sealed class DutyAssignment : IProvincial, IVersioned, IDated, IAudited
{
    private DutyAssignment()
    {
    }

    public Guid DutyAssignmentId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Duty Duty { get; private set; }

    public Guid OrganisationId { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string Document { get; private set; } = "";

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Organisation), OrganisationId);

    public static DutyAssignment Of(DutyAssigned assigned) => new()
    {
        DutyAssignmentId = assigned.DutyAssignmentId,
        ProvinceCode = assigned.ProvinceCode,
        Duty = assigned.Duty,
        OrganisationId = assigned.OrganisationId,
        From = assigned.From,
        To = assigned.To,
        Document = assigned.Document,
    };

    public void Apply(DutyEnded ended) => To = ended.LastDay;
}

/// <summary>Nhiệm vụ được phân công trong tỉnh.</summary>
public enum Duty
{
    /// <summary>Chủ trì, hướng dẫn, kiểm tra, tổng hợp báo cáo chương trình.</summary>
    LeadProgramme,

    /// <summary>Xây dựng kế hoạch khuyến công hằng năm.</summary>
    DraftAnnualPlan,

    /// <summary>Thẩm định kế hoạch khuyến công hằng năm.</summary>
    AppraiseAnnualPlan,

    /// <summary>Triển khai nhiệm vụ, đề án khuyến công.</summary>
    ImplementTasks,

    /// <summary>Thẩm định dự toán.</summary>
    AppraiseEstimates,

    /// <summary>Tham mưu bố trí kinh phí.</summary>
    ProposeFunding,

    /// <summary>Kiểm soát, thanh toán các khoản chi.</summary>
    ControlPayments,

    /// <summary>Tuyên truyền trên báo, phát thanh, truyền hình.</summary>
    Broadcast,

    /// <summary>Công bố trên công báo, cổng thông tin điện tử.</summary>
    PublishInformation,
}
