namespace KhuyenCong.Domain.Execution;

/// <summary>Kiến nghị kiểm tra: what has to be put right, by whom, until when, and how it was.</summary>
public sealed class InspectionFinding : IProvincial, IAudited
{
    private InspectionFinding()
    {
    }

    public Guid InspectionFindingId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid InspectionId { get; private set; }

    public int Number { get; private set; }

    public Guid ProjectId { get; private set; }

    /// <summary>Whose record of support it stands in.</summary>
    public Guid? EstablishmentId { get; private set; }

    public FindingKind Kind { get; private set; }

    public FindingState State { get; private set; }

    public string Content { get; private set; } = "";

    /// <summary>Đơn vị, người phải thực hiện.</summary>
    public string Responsible { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public DateOnly FoundOn { get; private set; }

    public string? Answer { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>All who ever answered it: none of them closes it.</summary>
    public IReadOnlyList<Guid> Answerers { get; private set; } = [];

    /// <summary>Why the last answer was not enough.</summary>
    public string? ReturnReason { get; private set; }

    public string? ClosingNote { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public Guid? ClosedBy { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Inspection), InspectionId);

    public bool IsMisuse => Kind is FindingKind.MoneyMisuse;

    /// <summary>Late while the answer is owed, not while it is being judged.</summary>
    public bool IsOverdue(DateOnly today) => State is FindingState.Pending && DueOn < today;

    internal static InspectionFinding Of(Inspection inspection, FindingAdded added) => new()
    {
        InspectionFindingId = added.FindingId,
        ProvinceCode = inspection.ProvinceCode,
        InspectionId = inspection.InspectionId,
        Number = inspection.FindingCount,
        ProjectId = added.Text.ProjectId,
        EstablishmentId = added.Text.EstablishmentId,
        Kind = added.Text.Kind,
        Content = added.Text.Content,
        Responsible = added.Text.Responsible,
        DueOn = added.Text.DueOn,
        FoundOn = inspection.On,
    };

    internal void Apply(FindingMoved moved)
    {
        State = moved.To;
        switch (moved.Action)
        {
            case FindingAction.Answer:
                (Answer, AnsweredOn, AnsweredBy) = (moved.Note, moved.On, moved.By);
                Answerers = Answerers.Contains(moved.By) ? Answerers : [.. Answerers, moved.By];
                break;
            case FindingAction.Return:
                ReturnReason = moved.Note;
                DueOn = moved.DueOn ?? DueOn;
                break;
            case FindingAction.Close:
                (ClosingNote, ClosedOn, ClosedBy) = (moved.Note, moved.On, moved.By);
                break;
        }
    }
}

/// <summary>Loại kiến nghị kiểm tra.</summary>
public enum FindingKind
{
    /// <summary>Tiến độ.</summary>
    Progress,

    /// <summary>Khối lượng, chất lượng.</summary>
    Quality,

    /// <summary>Hồ sơ, chứng từ.</summary>
    Papers,

    /// <summary>Sử dụng kinh phí sai mục đích.</summary>
    MoneyMisuse,

    /// <summary>Khác.</summary>
    Other,
}

/// <summary>Trạng thái của kiến nghị kiểm tra.</summary>
public enum FindingState
{
    /// <summary>Chờ thực hiện.</summary>
    Pending,

    /// <summary>Đã trả lời, chờ xem xét.</summary>
    Answered,

    /// <summary>Đã đóng.</summary>
    Closed,
}

/// <summary>Việc làm với kiến nghị kiểm tra.</summary>
public enum FindingAction
{
    /// <summary>Trả lời: báo cáo việc đã thực hiện.</summary>
    Answer,

    /// <summary>Chưa đạt, yêu cầu thực hiện tiếp.</summary>
    Return,

    /// <summary>Đóng.</summary>
    Close,
}

/// <summary>Nội dung kiến nghị kiểm tra.</summary>
public sealed record FindingText(Guid ProjectId, FindingKind Kind, string Content, string Responsible, DateOnly DueOn, Guid? EstablishmentId = null);

/// <summary>Đã ghi kiến nghị kiểm tra.</summary>
public sealed record FindingAdded(Guid FindingId, FindingText Text, Guid By, DateTime At);

/// <summary>Đã chuyển bước kiến nghị kiểm tra.</summary>
/// <param name="DueOn">A new last day, where it is to be done further.</param>
public sealed record FindingMoved(Guid FindingId, FindingAction Action, string? Note, FindingState To, Guid By, DateOnly On, DateTime At, DateOnly? DueOn = null);
