using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Procedures;

/// <summary>Quy trình nội bộ: the steps, papers and days by which one kind of dossier is handled, published by a decision and in force for a time.</summary>
/// <remarks>A draft may be changed; a published edition never is: the next one takes over from its day on. National, provincial and commune dossiers are three procedures.</remarks>
public sealed class Procedure : IProvincial, IVersioned, IAudited, IDated
{
    private readonly List<ProcedureStep> steps = [];

    private Procedure()
    {
    }

    public Guid ProcedureId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Regime Regime { get; private set; }

    public ProjectNature Nature { get; private set; }

    /// <summary>The province's code, or that of the one commune whose own dossiers it is for.</summary>
    public string TerritoryCode { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Lần ban hành: counts within one kind of dossier; null while it is a draft.</summary>
    public int? Edition { get; private set; }

    /// <summary>Null while it is a draft.</summary>
    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string? DecisionNumber { get; private set; }

    public DateOnly? DecisionDate { get; private set; }

    public string? Issuer { get; private set; }

    public string? SignerName { get; private set; }

    public string? SignerTitle { get; private set; }

    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    public Guid? PublishedBy { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateOnly CreatedOn { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public string SearchText { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public long Version { get; private set; }

    public IReadOnlyList<ProcedureStep> Steps => steps;

    public IReadOnlyList<ProcedureStep> InOrder => [.. steps.OrderBy(s => s.Number)];

    public string? CommuneCode => TerritoryCode == ProvinceCode ? null : TerritoryCode;

    public bool IsPublished => From is not null;

    public AuditSubject AuditSubject => new(nameof(Procedure), ProcedureId);

    public ProcedureText Text => new(Regime, Nature, CommuneCode, Title, [.. InOrder.Select(s => s.Text)]);

    public static Procedure Of(ProcedureDrafted drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        var procedure = new Procedure
        {
            ProcedureId = drafted.ProcedureId,
            ProvinceCode = drafted.ProvinceCode,
            CreatedBy = drafted.By,
            CreatedOn = drafted.On,
        };
        procedure.Set(drafted.Text, drafted.At);
        return procedure;
    }

    public void Apply(ProcedureEdited edited)
    {
        ArgumentNullException.ThrowIfNull(edited);
        Set(edited.Text, edited.At);
    }

    public void Apply(ProcedurePublished published)
    {
        ArgumentNullException.ThrowIfNull(published);
        var decision = published.Decision;
        (Edition, PublishedBy, From, To) = (published.Edition, published.By, decision.From, decision.To);
        (DecisionNumber, DecisionDate, Issuer) = (decision.Number, decision.Date, decision.Issuer);
        (SignerName, SignerTitle, FileSha, FileName) = (decision.SignerName, decision.SignerTitle, decision.FileSha, decision.FileName);
        SetKeys();
    }

    /// <summary>A later edition takes over: this one keeps what it said until that day.</summary>
    public void Apply(ProcedureSuperseded superseded)
    {
        ArgumentNullException.ThrowIfNull(superseded);
        To = superseded.To;
    }

    public ProcedureStanding StandingOn(DateOnly day) =>
        From is not { } from ? ProcedureStanding.Draft
        : from > day ? ProcedureStanding.Coming
        : To < day ? ProcedureStanding.Past
        : ProcedureStanding.InForce;

    /// <summary>Whether both are for the same dossiers, so that one of them ends where the other begins.</summary>
    public bool IsOfSameKind(Procedure other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (ProvinceCode, Regime, Nature, TerritoryCode) == (other.ProvinceCode, other.Regime, other.Nature, other.TerritoryCode);
    }

    /// <summary>Which of several applies to a dossier of a day: the one in force for it; a commune's own before one for all communes.</summary>
    public static Procedure? For(Project project, IEnumerable<Procedure> procedures, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(project);
        return procedures
            .Where(p => p.IsPublished && p.Covers(day) && p.Regime == project.Kind.Regime() && p.Nature == project.Nature)
            .Where(p => p.CommuneCode is null || p.CommuneCode == project.CommuneCode)
            .MaxBy(p => p.CommuneCode is not null);
    }

    private void Set(ProcedureText text, DateTime at)
    {
        (Regime, Nature, TerritoryCode, Title, ChangedAt) = (text.Regime, text.Nature, text.CommuneCode ?? ProvinceCode, text.Title, at);

        // Steps that stay keep their identity, so that a history tells what changed in which step.
        steps.RemoveAll(s => text.Steps.All(t => t.StepId != s.ProcedureStepId));
        foreach (var (place, step) in text.Steps.Index())
        {
            var row = steps.Find(s => s.ProcedureStepId == step.StepId);
            if (row is null)
            {
                steps.Add(row = new(this, step.StepId));
            }

            row.Set(place + 1, step);
        }

        SetKeys();
    }

    private void SetKeys() => (SearchText, SortKey) = (Kernel.SearchText.Fold(string.Join(' ', [Title, DecisionNumber ?? "", Issuer ?? "", .. InOrder.Select(s => s.Name)])), Kernel.SearchText.SortKey(Title));
}

/// <summary>Giá trị của quy trình vào một ngày.</summary>
public enum ProcedureStanding
{
    /// <summary>Dự thảo.</summary>
    Draft,

    /// <summary>Đã công bố, chưa đến ngày có hiệu lực.</summary>
    Coming,

    /// <summary>Đang áp dụng.</summary>
    InForce,

    /// <summary>Đã hết hiệu lực, đã được thay thế.</summary>
    Past,
}
