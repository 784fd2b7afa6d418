namespace KhuyenCong.Domain.Petitions;

/// <summary>Phản ánh, kiến nghị: an obstacle or a proposal tied to a clause, a target or a rule, answered by a deadline.</summary>
public sealed class Petition : IProvincial, IVersioned, IAudited
{
    private readonly List<PetitionStep> steps = [];

    private Petition()
    {
    }

    public Guid PetitionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public string Code { get; private set; } = "";

    public PetitionKind Kind { get; private set; }

    public PetitionState State { get; private set; }

    public PetitionSubjectKind SubjectKind { get; private set; }

    /// <summary>The legal document, target or rule.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>The clause, where the subject is a document.</summary>
    public string? Clause { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public Guid FiledBy { get; private set; }

    public Guid? OrganisationId { get; private set; }

    /// <summary>The unit or establishment as it names itself.</summary>
    public string FilerName { get; private set; } = "";

    public string? CommuneCode { get; private set; }

    public DateOnly FiledOn { get; private set; }

    public DateOnly? ReceivedOn { get; private set; }

    public DateOnly? Deadline { get; private set; }

    public string? Answer { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public string? AnswerDocumentNumber { get; private set; }

    public DateOnly? AnswerDocumentDate { get; private set; }

    public Guid? AmendmentProposalId { get; private set; }

    /// <summary>Counts the steps without loading them, and makes every step a change of the record itself.</summary>
    public int StepCount { get; private set; }

    public string SearchText { get; private set; } = "";

    /// <summary>The same without who filed it: what they may find by who are not told that.</summary>
    public string MatterText { get; private set; } = "";

    public long Version { get; private set; }

    public IReadOnlyList<PetitionStep> Steps => steps;

    public AuditSubject AuditSubject => new(nameof(Petition), PetitionId);

    public static Petition From(PetitionFiled filed)
    {
        var text = filed.Text;
        return new()
        {
            PetitionId = filed.PetitionId,
            ProvinceCode = filed.ProvinceCode,
            Code = filed.Code,
            Kind = text.Kind,
            State = PetitionState.Filed,
            SubjectKind = text.SubjectKind,
            SubjectId = text.SubjectId,
            Clause = text.Clause,
            Title = text.Title,
            Text = text.Text,
            FiledBy = filed.FiledBy,
            OrganisationId = filed.OrganisationId,
            FilerName = text.FilerName,
            CommuneCode = text.CommuneCode,
            FiledOn = filed.On,
            SearchText = Kernel.SearchText.Fold($"{filed.Code} {text.Title} {text.FilerName}"),
            MatterText = Kernel.SearchText.Fold($"{filed.Code} {text.Title}"),
        };
    }

    public void Apply(PetitionMoved moved)
    {
        var move = moved.Move;
        StepCount++;
        steps.Add(PetitionStep.Of(this, moved));
        State = moved.To;
        Deadline = move.Deadline ?? Deadline;
        switch (move.Action)
        {
            case PetitionAction.Receive:
                ReceivedOn = moved.On;
                break;
            case PetitionAction.Answer:
                (Answer, AnsweredOn, AnswerDocumentNumber, AnswerDocumentDate) = (move.Note, moved.On, move.DocumentNumber, move.DocumentDate);
                break;
            case PetitionAction.Group:
                AmendmentProposalId = move.AmendmentProposalId;
                break;
        }
    }

    /// <summary>Late while the Sở owes the answer, or when the answer itself came late; waiting for the filer is not the Sở's delay.</summary>
    public bool IsOverdue(DateOnly today) => State is PetitionState.Received && Deadline is { } deadline && today > deadline;

    public bool WasAnsweredLate => AnsweredOn is { } on && Deadline is { } deadline && on > deadline;
}

/// <summary>Loại phản ánh, kiến nghị.</summary>
public enum PetitionKind
{
    /// <summary>Vướng mắc.</summary>
    Obstacle,

    /// <summary>Đề xuất.</summary>
    Proposal,
}

/// <summary>Đối tượng của phản ánh, kiến nghị.</summary>
public enum PetitionSubjectKind
{
    /// <summary>Điều khoản của văn bản.</summary>
    Clause,

    /// <summary>Chỉ tiêu của chương trình.</summary>
    Target,

    /// <summary>Quy định trong thư viện pháp lý.</summary>
    Rule,
}

/// <summary>Bước xử lý: one line of a petition's history, never changed.</summary>
public sealed class PetitionStep : IProvincial, IAudited
{
    private PetitionStep()
    {
    }

    public Guid PetitionStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid PetitionId { get; private set; }

    public int Sequence { get; private set; }

    public PetitionAction Action { get; private set; }

    public PetitionState FromState { get; private set; }

    public PetitionState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public DateOnly? Deadline { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Petition), PetitionId);

    internal static PetitionStep Of(Petition petition, PetitionMoved moved) => new()
    {
        PetitionStepId = moved.PetitionStepId,
        ProvinceCode = petition.ProvinceCode,
        PetitionId = petition.PetitionId,
        Sequence = petition.StepCount,
        Action = moved.Move.Action,
        FromState = petition.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Move.Note,
        DocumentNumber = moved.Move.DocumentNumber,
        DocumentDate = moved.Move.DocumentDate,
        Deadline = moved.Move.Deadline,
    };
}
