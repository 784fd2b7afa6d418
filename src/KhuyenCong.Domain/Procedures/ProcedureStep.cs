using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Procedures;

/// <summary>Bước của quy trình: who does what with which papers, in how many days.</summary>
public sealed class ProcedureStep : IProvincial, IAudited
{
    private ProcedureStep()
    {
    }

    internal ProcedureStep(Procedure procedure, Guid id) => (ProvinceCode, ProcedureId, ProcedureStepId) = (procedure.ProvinceCode, procedure.ProcedureId, id);

    public Guid ProcedureStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProcedureId { get; private set; }

    /// <summary>Its place in the procedure, from 1 on without gaps.</summary>
    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Người, đơn vị thực hiện.</summary>
    public string Performer { get; private set; } = "";

    /// <summary>The state of a dossier that lies at this step; null for what is done outside the dossier's way.</summary>
    public ProjectState? State { get; private set; }

    public string? Work { get; private set; }

    public string? Papers { get; private set; }

    /// <summary>The dated lists of papers by kind of project that are asked for at this step.</summary>
    public CheckStage? PapersOf { get; private set; }

    /// <summary>Null where no document says: "chưa có số liệu", never a guess.</summary>
    public int? Days { get; private set; }

    public DayKind DayKind { get; private set; }

    /// <summary>The rule of the library that the step rests on.</summary>
    public Guid? LegalRuleId { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Procedure), ProcedureId);

    public StepText Text => new(ProcedureStepId, Name, Performer, State, Work, Papers, PapersOf, Days, DayKind, LegalRuleId);

    internal void Set(int number, StepText text)
    {
        (Number, Name, Performer, State, Work) = (number, text.Name, text.Performer, text.State, text.Work);
        (Papers, PapersOf, Days, DayKind, LegalRuleId) = (text.Papers, text.PapersOf, text.Days, text.DayKind, text.LegalRuleId);
    }
}

/// <summary>Cách tính ngày.</summary>
public enum DayKind
{
    /// <summary>Ngày làm việc.</summary>
    Working,

    /// <summary>Ngày (theo lịch).</summary>
    Calendar,
}

/// <summary>Nội dung của quy trình: what kind of dossier it is for, and its steps in order.</summary>
/// <param name="CommuneCode">The one commune whose own dossiers it is for; null = all.</param>
public sealed record ProcedureText(Law.Regime Regime, ProjectNature Nature, string? CommuneCode, string Title, IReadOnlyList<StepText> Steps);

/// <summary>Nội dung của một bước.</summary>
public sealed record StepText(
    Guid StepId,
    string Name,
    string Performer = "",
    ProjectState? State = null,
    string? Work = null,
    string? Papers = null,
    CheckStage? PapersOf = null,
    int? Days = null,
    DayKind DayKind = DayKind.Working,
    Guid? LegalRuleId = null);

/// <summary>Quyết định công bố: who decided, when, and from which day on it holds.</summary>
public sealed record PublicationText(string Number, DateOnly Date, string Issuer, string SignerName, string SignerTitle, DateOnly From, DateOnly? To = null, string? FileSha = null, string? FileName = null);

/// <summary>Đã soạn dự thảo quy trình.</summary>
public sealed record ProcedureDrafted(Guid ProcedureId, string ProvinceCode, ProcedureText Text, Guid By, DateOnly On, DateTime At);

/// <summary>Đã sửa dự thảo quy trình.</summary>
public sealed record ProcedureEdited(Guid ProcedureId, ProcedureText Text, DateTime At);

/// <summary>Đã công bố quy trình; the editions that it takes over from end the day before.</summary>
public sealed record ProcedurePublished(Guid ProcedureId, int Edition, PublicationText Decision, Guid By, IReadOnlyList<ProcedureSuperseded> Supersedes);

/// <summary>Đã được bản sau thay thế.</summary>
public sealed record ProcedureSuperseded(Guid ProcedureId, DateOnly To);
