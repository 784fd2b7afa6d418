namespace KhuyenCong.Domain.Appraisals;

/// <summary>Chỗ ngồi của một người trong việc thẩm định một hồ sơ: their role, what they declared, whether they voted.</summary>
public sealed class AppraisalSeat : IProvincial, IAudited
{
    private AppraisalSeat()
    {
    }

    internal AppraisalSeat(Appraisal appraisal, int order, SeatText text)
    {
        (ProvinceCode, AppraisalId, AppraisalSeatId, Order, Grounds) = (appraisal.ProvinceCode, appraisal.AppraisalId, text.SeatId, order, text.Grounds);
        (UserId, Name, UnitName, Role, IsSubstitute) = (text.Member.UserId, text.Member.Name, text.Member.UnitName, text.Member.Role, text.Member.IsSubstitute);
    }

    public Guid AppraisalSeatId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AppraisalId { get; private set; }

    public int Order { get; private set; }

    public Guid UserId { get; private set; }

    public string Name { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    public CouncilRole Role { get; private set; }

    public bool IsSubstitute { get; private set; }

    /// <summary>Why they withdraw from this dossier, found in the registry or declared.</summary>
    public ConflictGround Grounds { get; private set; }

    public DateTime? DeclaredAt { get; private set; }

    /// <summary>The relation or interest they declared.</summary>
    public string? DeclaredText { get; private set; }

    /// <summary>What they share with people of the dossier, as they were asked about it when they declared.</summary>
    public IReadOnlyList<string>? Asked { get; private set; }

    public Guid? StandsInForId { get; private set; }

    public string? StandsInReason { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>Null until the vote is open, whoever asks.</summary>
    public AppraisalVote? Vote { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Appraisal), AppraisalId);

    public bool IsRecused => Grounds is not ConflictGround.None;

    /// <summary>Whether it is they themselves who are concerned, not only the unit that they are of: then they do not organise or conclude it either.</summary>
    public bool IsTied => (Grounds & ~ConflictGround.WritingUnit) is not ConflictGround.None;

    /// <summary>What is to be asked and their declaration has not answered yet; whoever withdrew is asked nothing.</summary>
    public IReadOnlyList<string> Unanswered(IEnumerable<string> coincidences)
    {
        ArgumentNullException.ThrowIfNull(coincidences);
        return IsRecused ? [] : [.. coincidences.Where(c => Asked?.Contains(c) != true)];
    }

    internal void Declare(ConflictDeclared declared) =>
        (Grounds, DeclaredAt, DeclaredText, Asked) = (Grounds | declared.Grounds, declared.At, declared.Text, (Asked ?? []).Union(declared.Asked ?? []).ToList() is { Count: > 0 } asked ? asked : null);

    internal void Recuse(ConflictGround grounds) => Grounds |= grounds;

    internal void StandIn(SubstituteSeated seated) => (StandsInForId, StandsInReason) = (seated.InsteadOfId, seated.Reason);

    internal void Send(DateTime at) => SentAt = at;

    internal void Unsend() => SentAt = null;

    internal void Open(AppraisalVote vote) => Vote = vote;
}

/// <summary>Phiếu ý kiến thẩm định. Not audited by itself: the journal must not tell what the seal hides; its vote is journalled when it is opened.</summary>
public sealed class AppraisalOpinion : IProvincial
{
    private AppraisalOpinion()
    {
    }

    internal AppraisalOpinion(Appraisal appraisal, AppraisalSeat seat, OpinionSent sent)
    {
        (ProvinceCode, AppraisalId, AppraisalOpinionId, AppraisalSeatId, UserId) = (appraisal.ProvinceCode, appraisal.AppraisalId, sent.OpinionId, seat.AppraisalSeatId, seat.UserId);
        var text = sent.Text;
        (Vote, Remarks, Scores, Note) = (text.Vote!.Value, text.Remarks, text.Scores, text.Note);
        (NationalAmount, ProvincialAmount, CommuneAmount) = (text.Support.National, text.Support.Provincial, text.Support.Commune);
    }

    public Guid AppraisalOpinionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AppraisalId { get; private set; }

    public Guid AppraisalSeatId { get; private set; }

    public Guid UserId { get; private set; }

    public AppraisalVote Vote { get; private set; }

    public IReadOnlyList<ContentRemark> Remarks { get; private set; } = [];

    public IReadOnlyList<RankingScore> Scores { get; private set; } = [];

    public string? Note { get; private set; }

    public Dong? NationalAmount { get; private set; }

    public Dong? ProvincialAmount { get; private set; }

    public Dong? CommuneAmount { get; private set; }

    public OpinionText Text => new(Vote, Remarks, Scores, Note, new(NationalAmount, ProvincialAmount, CommuneAmount));
}

/// <summary>Kết luận thẩm định: kept as it was said, also where it is undone later.</summary>
public sealed class AppraisalConclusion : IProvincial, IAudited
{
    private AppraisalConclusion()
    {
    }

    internal AppraisalConclusion(Appraisal appraisal, AppraisalConcluded concluded)
    {
        (ProvinceCode, AppraisalId, AppraisalConclusionId) = (appraisal.ProvinceCode, appraisal.AppraisalId, concluded.ConclusionId);
        (Outcome, Reason, ConcludedBy, ByName, At) = (concluded.Outcome, concluded.Reason, concluded.By, concluded.ByName, concluded.At);
        (NationalAmount, ProvincialAmount, CommuneAmount) = (concluded.Support.National, concluded.Support.Provincial, concluded.Support.Commune);
    }

    public Guid AppraisalConclusionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AppraisalId { get; private set; }

    public AppraisalVote Outcome { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid ConcludedBy { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTime At { get; private set; }

    public Dong? NationalAmount { get; private set; }

    public Dong? ProvincialAmount { get; private set; }

    public Dong? CommuneAmount { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    public string? UndoneBy { get; private set; }

    public string? UndoneReason { get; private set; }

    public ProposedSupport Support => new(NationalAmount, ProvincialAmount, CommuneAmount);

    public AuditSubject AuditSubject => new(nameof(Appraisal), AppraisalId);

    internal void Undo(ConclusionUndone undone) => (UndoneAt, UndoneBy, UndoneReason) = (undone.At, undone.ByName, undone.Reason);
}

/// <summary>Trạng thái của một điều kiện.</summary>
public enum ConditionState
{
    /// <summary>Chưa đáp ứng.</summary>
    Open,

    /// <summary>Đã đáp ứng.</summary>
    Met,

    /// <summary>Không còn vì kết luận đã bị hủy.</summary>
    Dropped,
}

/// <summary>Điều kiện kèm kết luận “đạt có điều kiện”, followed until it is met with proof.</summary>
public sealed class AppraisalCondition : IProvincial, IAudited
{
    private AppraisalCondition()
    {
    }

    internal AppraisalCondition(Appraisal appraisal, Guid conclusionId, Guid id, string text) =>
        (ProvinceCode, AppraisalId, AppraisalConclusionId, AppraisalConditionId, Text) = (appraisal.ProvinceCode, appraisal.AppraisalId, conclusionId, id, text);

    public Guid AppraisalConditionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AppraisalId { get; private set; }

    public Guid AppraisalConclusionId { get; private set; }

    public string Text { get; private set; } = "";

    public ConditionState State { get; private set; }

    /// <summary>What proves it: a document with its number and date, an inspection.</summary>
    public string? Proof { get; private set; }

    public UploadedFile? ProofFile { get; private set; }

    public DateOnly? MetOn { get; private set; }

    public string? MetBy { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Appraisal), AppraisalId);

    internal void Meet(ConditionMet met) => (State, Proof, ProofFile, MetOn, MetBy) = (ConditionState.Met, met.Proof, met.File, met.On, met.By);

    internal void Drop() => State = ConditionState.Dropped;
}
