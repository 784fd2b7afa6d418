using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Petitions;

/// <summary>Đề xuất sửa đổi: petitions turned into a draft that is followed through consultation, appraisal and submission.</summary>
public sealed class AmendmentProposal : IProvincial, IVersioned, IAudited
{
    private readonly List<AmendmentStep> steps = [];

    private AmendmentProposal()
    {
    }

    public Guid AmendmentProposalId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Title { get; private set; } = "";

    public AmendmentKind Kind { get; private set; }

    public AmendmentState State { get; private set; }

    public string? IssuedNumber { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public string? RejectedReason { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    /// <summary>Counts the steps without loading them, and makes every step a change of the record itself.</summary>
    public int StepCount { get; private set; }

    public string SearchText { get; private set; } = "";

    public long Version { get; private set; }

    public IReadOnlyList<AmendmentStep> Steps => steps;

    public AuditSubject AuditSubject => new(nameof(AmendmentProposal), AmendmentProposalId);

    public static AmendmentProposal From(AmendmentOpened opened) => new()
    {
        AmendmentProposalId = opened.AmendmentProposalId,
        ProvinceCode = opened.ProvinceCode,
        Code = opened.Code,
        Title = opened.Title,
        Kind = opened.Kind,
        State = AmendmentState.Drafting,
        OpenedOn = opened.On,
        SearchText = Kernel.SearchText.Fold($"{opened.Code} {opened.Title}"),
    };

    public void Apply(AmendmentMoved moved)
    {
        StepCount++;
        steps.Add(AmendmentStep.Of(this, moved));
        State = moved.To;
        if (moved.Move.Action is AmendmentAction.Issue)
        {
            (IssuedNumber, IssuedOn) = (moved.Move.DocumentNumber, moved.Move.DocumentDate);
        }
        else if (moved.Move.Action is AmendmentAction.Reject)
        {
            RejectedReason = moved.Move.Note;
        }
    }

    public static Ruling<AmendmentOpened> Open(AmendmentOpened wanted, IReadOnlyCollection<Petition> petitions, Func<Act, bool> can)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(can);
        var stuck = petitions.Where(p => PetitionStates.Find(p.State, PetitionAction.Group) is null || p.AmendmentProposalId is not null).Select(p => p.Code).ToArray();
        return Decide.If(
            () => wanted with { Title = wanted.Title.Trim() },
            (can(Act.DraftAmendment), new("amendment.not-allowed")),
            (!string.IsNullOrWhiteSpace(wanted.Title), new("amendment.title-missing", nameof(wanted.Title))),
            (petitions.Count > 0, new("amendment.petitions-missing", "Petitions")),
            (stuck.Length == 0, new("amendment.petitions-not-groupable", "Petitions", string.Join(", ", stuck))));
    }

    public static Ruling<AmendmentMoved> Move(AmendmentProposal proposal, Guid stepId, AmendmentMove move, Guid by, Func<Act, bool> can, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(can);
        var transition = AmendmentStates.Find(proposal.State, move.Action, proposal.Kind);
        var papered = move.Action is not AmendmentAction.SendBack;
        return Decide.If(
            () => new AmendmentMoved(proposal.AmendmentProposalId, stepId, move with { Note = move.Note?.Trim() }, transition!.To, by, today),
            (transition is not null, new("amendment.wrong-state")),
            (can(Act.DraftAmendment), new("amendment.not-allowed")),
            (!papered || Filled(move.DocumentNumber), new("amendment.document-missing", nameof(move.DocumentNumber))),
            (!papered || move.DocumentDate is not null, new("amendment.document-date-missing", nameof(move.DocumentDate))),
            (move.DocumentDate is not { } date || date <= today, new("amendment.document-in-future", nameof(move.DocumentDate))),
            (move.Action is not AmendmentAction.RecordOpinion || Filled(move.OpinionOf), new("amendment.opinion-of-missing", nameof(move.OpinionOf))),
            (move.Action is not (AmendmentAction.RecordOpinion or AmendmentAction.Reject or AmendmentAction.SendBack) || Filled(move.Note), new("amendment.note-missing", nameof(move.Note))));
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>Bước của đề xuất sửa đổi: one document sent, received or issued; an opinion names whose it is.</summary>
public sealed class AmendmentStep : IProvincial, IAudited
{
    private AmendmentStep()
    {
    }

    public Guid AmendmentStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AmendmentProposalId { get; private set; }

    public int Sequence { get; private set; }

    public AmendmentAction Action { get; private set; }

    public AmendmentState FromState { get; private set; }

    public AmendmentState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public string? OpinionOf { get; private set; }

    public string? Note { get; private set; }

    public AuditSubject AuditSubject => new(nameof(AmendmentProposal), AmendmentProposalId);

    internal static AmendmentStep Of(AmendmentProposal proposal, AmendmentMoved moved) => new()
    {
        AmendmentStepId = moved.AmendmentStepId,
        ProvinceCode = proposal.ProvinceCode,
        AmendmentProposalId = proposal.AmendmentProposalId,
        Sequence = proposal.StepCount,
        Action = moved.Move.Action,
        FromState = proposal.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        DocumentNumber = moved.Move.DocumentNumber,
        DocumentDate = moved.Move.DocumentDate,
        OpinionOf = moved.Move.OpinionOf,
        Note = moved.Move.Note,
    };
}

/// <summary>Một bước được yêu cầu của đề xuất sửa đổi.</summary>
public sealed record AmendmentMove(AmendmentAction Action, string? DocumentNumber = null, DateOnly? DocumentDate = null, string? Note = null, string? OpinionOf = null);

/// <summary>Đã mở đề xuất sửa đổi.</summary>
public sealed record AmendmentOpened(Guid AmendmentProposalId, string Code, string ProvinceCode, string Title, AmendmentKind Kind, DateOnly On);

/// <summary>Đã chuyển bước đề xuất sửa đổi.</summary>
public sealed record AmendmentMoved(Guid AmendmentProposalId, Guid AmendmentStepId, AmendmentMove Move, AmendmentState To, Guid By, DateOnly On);
