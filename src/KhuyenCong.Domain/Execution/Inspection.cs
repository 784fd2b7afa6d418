using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Execution;

/// <summary>Kiểm tra, giám sát: one visit, planned or not, to one or several projects; what was seen and what was asked for.</summary>
public sealed class Inspection : IProvincial, IVersioned, IAudited
{
    private readonly List<InspectedProject> projects = [];
    private readonly List<InspectionFinding> findings = [];

    private Inspection()
    {
    }

    public Guid InspectionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>The commune whose own inspection it is; null = the province's.</summary>
    public string? CommuneCode { get; private set; }

    public InspectionKind Kind { get; private set; }

    public InspectionState State { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Ngày kiểm tra: meant while it is planned, the real one once it is recorded.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Số văn bản của quyết định, kế hoạch kiểm tra.</summary>
    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    /// <summary>Thành phần đoàn, one name and title a line.</summary>
    public string Members { get; private set; } = "";

    /// <summary>Nội dung đã kiểm tra, kết quả.</summary>
    public string? Seen { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Biên bản đã ký.</summary>
    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    public DateOnly? RecordedOn { get; private set; }

    public int FindingCount { get; private set; }

    /// <summary>Findings that nobody has closed.</summary>
    public int OpenCount { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<InspectedProject> Projects => projects;

    public IReadOnlyList<InspectionFinding> Findings => findings;

    public AuditSubject AuditSubject => new(nameof(Inspection), InspectionId);

    /// <summary>Whose it is, as the reach of acts asks.</summary>
    public Regime Regime => CommuneCode is null ? Regime.Provincial : Regime.Commune;

    public static Inspection From(InspectionPlanned planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        var text = planned.Text;
        var inspection = new Inspection
        {
            InspectionId = planned.InspectionId,
            ProvinceCode = planned.ProvinceCode,
            CommuneCode = planned.CommuneCode,
            Kind = text.Kind,
            CreatedBy = planned.By,
            ChangedAt = planned.At,
        };
        inspection.Set(text);
        foreach (var (id, project) in planned.Projects)
        {
            inspection.projects.Add(new(inspection, id, project));
        }

        return inspection;
    }

    public void Apply(InspectionRecorded recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        Set(recorded.Text);
        (State, Seen, RecordedOn, ChangedAt) = (InspectionState.Recorded, recorded.Seen, recorded.RecordedOn, recorded.At);
        if (recorded.FileSha is not null)
        {
            (FileSha, FileName) = (recorded.FileSha, recorded.FileName);
        }
    }

    public void Apply(InspectionCancelled cancelled)
    {
        ArgumentNullException.ThrowIfNull(cancelled);
        (State, CancelReason, ChangedAt) = (InspectionState.Cancelled, cancelled.Reason, cancelled.At);
    }

    public void Apply(FindingAdded added)
    {
        ArgumentNullException.ThrowIfNull(added);
        FindingCount++;
        OpenCount++;
        findings.Add(InspectionFinding.Of(this, added));
        ChangedAt = added.At;
    }

    public void Apply(FindingMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        findings.Single(f => f.InspectionFindingId == moved.FindingId).Apply(moved);
        OpenCount = findings.Count(f => f.State is not FindingState.Closed);
        ChangedAt = moved.At;
    }

    private void Set(InspectionText text) =>
        (Title, On, DocumentNumber, DocumentDate, Members) = (text.Title, text.On, text.DocumentNumber, text.DocumentDate, text.Members);
}

/// <summary>Đề án được kiểm tra.</summary>
public sealed class InspectedProject : IProvincial, IAudited
{
    private InspectedProject()
    {
    }

    internal InspectedProject(Inspection inspection, Guid id, InspectedText text) =>
        (ProvinceCode, InspectionId, InspectedProjectId, ProjectId, ContractId) = (inspection.ProvinceCode, inspection.InspectionId, id, text.ProjectId, text.ContractId);

    public Guid InspectedProjectId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid InspectionId { get; private set; }

    public Guid ProjectId { get; private set; }

    public Guid? ContractId { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Inspection), InspectionId);
}

/// <summary>Loại cuộc kiểm tra.</summary>
public enum InspectionKind
{
    /// <summary>Theo kế hoạch.</summary>
    Planned,

    /// <summary>Đột xuất.</summary>
    Unplanned,
}

/// <summary>Trạng thái của cuộc kiểm tra.</summary>
public enum InspectionState
{
    /// <summary>Chưa thực hiện.</summary>
    Scheduled,

    /// <summary>Đã ghi kết quả.</summary>
    Recorded,

    /// <summary>Đã hủy.</summary>
    Cancelled,
}

/// <summary>Nội dung chung của cuộc kiểm tra.</summary>
public sealed record InspectionText(InspectionKind Kind, string Title, DateOnly On, string Members, string? DocumentNumber = null, DateOnly? DocumentDate = null);

/// <summary>Một đề án được kiểm tra.</summary>
public sealed record InspectedText(Guid ProjectId, Guid? ContractId = null);

/// <summary>Đã lập cuộc kiểm tra.</summary>
public sealed record InspectionPlanned(Guid InspectionId, string ProvinceCode, string? CommuneCode, InspectionText Text, IReadOnlyList<(Guid Id, InspectedText Project)> Projects, Guid By, DateTime At);

/// <summary>Đã ghi kết quả kiểm tra.</summary>
public sealed record InspectionRecorded(InspectionText Text, string Seen, DateOnly RecordedOn, Guid By, DateTime At, string? FileSha = null, string? FileName = null);

/// <summary>Đã hủy cuộc kiểm tra.</summary>
public sealed record InspectionCancelled(string Reason, Guid By, DateTime At);
