using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Appraisals;

/// <summary>Thẩm định: one round of judging one dossier, by an appraiser or a council, from the first declaration to the conclusion.</summary>
public sealed class Appraisal : IProvincial, IVersioned, IAudited
{
    private static readonly HashSet<Guid> Nobody = [];

    private readonly List<AppraisalSeat> seats = [];
    private readonly List<AppraisalOpinion> opinions = [];
    private readonly List<AppraisalConclusion> conclusions = [];
    private readonly List<AppraisalCondition> conditions = [];

    private Appraisal()
    {
    }

    public Guid AppraisalId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Of a commune's own project; null = the Sở's procedure.</summary>
    public string? CommuneCode { get; private set; }

    public Guid ProjectId { get; private set; }

    /// <summary>A dossier returned or postponed is appraised again in another round.</summary>
    public int Round { get; private set; }

    public AppraisalMode Mode { get; private set; }

    public Guid? CouncilId { get; private set; }

    public Guid? AppraisalSessionId { get; private set; }

    public int QuorumPart { get; private set; }

    public int QuorumWhole { get; private set; }

    public bool AllowsConditional { get; private set; }

    public AppraisalState State { get; private set; }

    public Guid StartedBy { get; private set; }

    public DateOnly StartedOn { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>Result of the vote, or the appraiser's opinion; null while sealed.</summary>
    public AppraisalVote? Result { get; private set; }

    public int? EntitledCount { get; private set; }

    public int? PassCount { get; private set; }

    public int? ConditionalCount { get; private set; }

    public int? FailCount { get; private set; }

    /// <summary>Internal ranking, tenths of a point; null where nobody scored.</summary>
    public int? ScoreTenths { get; private set; }

    public string? SignedBy { get; private set; }

    public DateTime? SignedAt { get; private set; }

    public string? ResultReason { get; private set; }

    /// <summary>What is to be met, as the council's signed result names it.</summary>
    public IReadOnlyList<string> ResultConditions { get; private set; } = [];

    /// <summary>The support proposed, fixed with the conclusion; blank is not zero.</summary>
    public Dong? NationalAmount { get; private set; }

    public Dong? ProvincialAmount { get; private set; }

    public Dong? CommuneAmount { get; private set; }

    public string? ClosedReason { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<AppraisalSeat> Seats => seats;

    public IReadOnlyList<AppraisalOpinion> Opinions => opinions;

    public IReadOnlyList<AppraisalConclusion> Conclusions => conclusions;

    public IReadOnlyList<AppraisalCondition> Conditions => conditions;

    public AuditSubject AuditSubject => new(nameof(Appraisal), AppraisalId);

    public ProposedSupport Supported => new(NationalAmount, ProvincialAmount, CommuneAmount);

    /// <summary>Whether it still is the appraisal of its project.</summary>
    public bool IsLive => State is not (AppraisalState.Returned or AppraisalState.Postponed);

    /// <summary>Whether the votes were opened: what was read once stays readable, however the round ended.</summary>
    public bool IsUnsealed => EntitledCount is not null;

    /// <summary>The conclusion that holds; an undone one stays in the list.</summary>
    public AppraisalConclusion? Conclusion => State is AppraisalState.Concluded ? conclusions.OrderBy(c => c.At).LastOrDefault(c => c.UndoneAt is null) : null;

    /// <summary>Those whose vote counts: members who did not have to withdraw and nobody stands in for, and substitutes who stand in.</summary>
    public IReadOnlyList<AppraisalSeat> Entitled => EntitledWithout(Nobody);

    /// <summary>The same, if some more had to withdraw.</summary>
    public IReadOnlyList<AppraisalSeat> EntitledWithout(IReadOnlySet<Guid> recused)
    {
        ArgumentNullException.ThrowIfNull(recused);
        bool Judges(AppraisalSeat seat) => !seat.IsRecused && !recused.Contains(seat.AppraisalSeatId);
        return [.. seats.Where(s => Judges(s) && (s.IsSubstitute ? s.StandsInForId is not null : !seats.Exists(o => o.StandsInForId == s.AppraisalSeatId && Judges(o)))).OrderBy(s => s.Order)];
    }

    public int VotesNeeded => Quorum.Of(Entitled.Count, QuorumPart, QuorumWhole);

    public int VotesCast => Entitled.Count(s => s.SentAt is not null);

    /// <summary>Who presides over this dossier: the chair, whoever stands in for the chair, then a deputy.</summary>
    public AppraisalSeat? Presiding => Entitled.FirstOrDefault(s => s.Role is CouncilRole.Chair) ?? Entitled.FirstOrDefault(StandsForChair) ?? Entitled.FirstOrDefault(s => s.Role is CouncilRole.DeputyChair);

    public AppraisalSeat? SeatOf(Guid userId) => seats.Find(s => s.UserId == userId);

    public AppraisalOpinion? OpinionOf(AppraisalSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return opinions.Find(o => o.AppraisalSeatId == seat.AppraisalSeatId);
    }

    /// <summary>The opinions somebody may read: one's own while the vote is sealed; all, of those whose vote counted, once it is open.</summary>
    public IEnumerable<AppraisalOpinion> OpinionsFor(Guid userId) =>
        IsUnsealed ? opinions.Where(o => seats.Exists(s => s.AppraisalSeatId == o.AppraisalSeatId && s.Vote is not null)) : opinions.Where(o => o.UserId == userId);

    public AppraisalStanding StandingWith(bool doubleSupportBlocks, string? plan)
    {
        var complete = Mode is AppraisalMode.Council ? State is AppraisalState.SignedOff : State is AppraisalState.Closed;
        var passes = Result is AppraisalVote.Pass or AppraisalVote.ConditionalPass;
        // A single appraiser advises: against a favourable opinion the leader may still refuse, never the other way round.
        return new(complete, complete && passes, complete && (Mode is AppraisalMode.Staff || !passes), Mode is AppraisalMode.Staff ? seats[0].UserId : null, doubleSupportBlocks, plan, seats.Where(s => s.IsTied).Select(s => s.UserId).ToHashSet());
    }

    public bool IsReplaced(AppraisalSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return seats.Exists(s => s.StandsInForId == seat.AppraisalSeatId && !s.IsRecused);
    }

    public static Appraisal From(AppraisalStarted started)
    {
        ArgumentNullException.ThrowIfNull(started);
        var appraisal = new Appraisal
        {
            AppraisalId = started.AppraisalId,
            ProvinceCode = started.ProvinceCode,
            CommuneCode = started.CommuneCode,
            ProjectId = started.ProjectId,
            Round = started.Round,
            Mode = started.Mode,
            CouncilId = started.CouncilId,
            AppraisalSessionId = started.SessionId,
            QuorumPart = started.QuorumPart,
            QuorumWhole = started.QuorumWhole,
            AllowsConditional = started.AllowsConditional,
            StartedBy = started.By,
            StartedOn = started.On,
            DueOn = started.DueOn,
            ChangedAt = started.At,
        };
        appraisal.seats.AddRange(started.Seats.Select((s, i) => new AppraisalSeat(appraisal, i, s)));
        return appraisal;
    }

    public void Apply(ConflictDeclared declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        var seat = seats.Single(s => s.AppraisalSeatId == declared.SeatId);
        seat.Declare(declared);
        if (seat.IsRecused)
        {
            Forget(seat);
        }

        ChangedAt = declared.At;
    }

    public void Apply(SubstituteSeated seated)
    {
        ArgumentNullException.ThrowIfNull(seated);
        seats.Single(s => s.AppraisalSeatId == seated.SeatId).StandIn(seated);
        // Whoever is stood in for no longer votes here.
        Forget(seats.Single(s => s.AppraisalSeatId == seated.InsteadOfId));
        ChangedAt = seated.At;
    }

    public void Apply(OpinionSent sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var seat = seats.Single(s => s.AppraisalSeatId == sent.SeatId);
        opinions.RemoveAll(o => o.AppraisalSeatId == sent.SeatId);
        opinions.Add(new(this, seat, sent));
        seat.Send(sent.At);
        ChangedAt = sent.At;
    }

    public void Apply(VotesOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        foreach (var (seatId, grounds) in opened.Recused)
        {
            var seat = seats.Single(s => s.AppraisalSeatId == seatId);
            seat.Recuse(grounds);
            Forget(seat);
        }

        foreach (var seat in Entitled.Where(s => s.SentAt is not null))
        {
            seat.Open(OpinionOf(seat)!.Vote);
        }

        var tally = Tally.Of(Entitled);
        (EntitledCount, PassCount, ConditionalCount, FailCount, Result) = (Entitled.Count, tally.Pass, tally.Conditional, tally.Fail, tally.Result);
        ScoreTenths = Tally.ScoreTenths(opinions.Where(o => Entitled.Any(s => s.AppraisalSeatId == o.AppraisalSeatId)));
        if (Mode is AppraisalMode.Staff && opinions is [var only])
        {
            (NationalAmount, ProvincialAmount, CommuneAmount, ResultReason) = (only.NationalAmount, only.ProvincialAmount, only.CommuneAmount, only.Note);
        }

        (State, ChangedAt) = (AppraisalState.Closed, opened.At);
    }

    public void Apply(ResultSigned result)
    {
        ArgumentNullException.ThrowIfNull(result);
        (State, SignedBy, SignedAt, ResultReason, ResultConditions, ChangedAt) = (AppraisalState.SignedOff, result.By, result.At, result.Reason, result.Conditions, result.At);
        (NationalAmount, ProvincialAmount, CommuneAmount) = (result.Support.National, result.Support.Provincial, result.Support.Commune);
    }

    public void Apply(AppraisalConcluded concluded)
    {
        ArgumentNullException.ThrowIfNull(concluded);
        conclusions.Add(new(this, concluded));
        conditions.AddRange(concluded.Conditions.Select(c => new AppraisalCondition(this, concluded.ConclusionId, c.Id, c.Text)));
        (NationalAmount, ProvincialAmount, CommuneAmount) = (concluded.Support.National, concluded.Support.Provincial, concluded.Support.Commune);
        (State, ChangedAt) = (AppraisalState.Concluded, concluded.At);
    }

    public void Apply(ConclusionUndone undone)
    {
        ArgumentNullException.ThrowIfNull(undone);
        conclusions.Single(c => c.AppraisalConclusionId == undone.ConclusionId).Undo(undone);
        foreach (var condition in conditions.Where(c => c.AppraisalConclusionId == undone.ConclusionId && c.State is ConditionState.Open))
        {
            condition.Drop();
        }

        (State, ChangedAt) = (Mode is AppraisalMode.Council ? AppraisalState.SignedOff : AppraisalState.Closed, undone.At);
    }

    public void Apply(ConditionMet met)
    {
        ArgumentNullException.ThrowIfNull(met);
        conditions.Single(c => c.AppraisalConditionId == met.ConditionId).Meet(met);
        ChangedAt = met.At;
    }

    public void Apply(AppraisalBrokenOff broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        (State, ClosedReason, ChangedAt) = (broken.To, broken.Reason, broken.At);
    }

    private bool StandsForChair(AppraisalSeat seat) => seat.StandsInForId is { } of && seats.Exists(s => s.AppraisalSeatId == of && s.Role is CouncilRole.Chair);

    private void Forget(AppraisalSeat seat)
    {
        opinions.RemoveAll(o => o.AppraisalSeatId == seat.AppraisalSeatId);
        seat.Unsend();
    }
}
