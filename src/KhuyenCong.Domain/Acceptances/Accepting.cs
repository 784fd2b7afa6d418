using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Lập, trình, kết luận, hủy biên bản nghiệm thu: every rule of it.</summary>
public static class Accepting
{
    public const int LongestNote = 4000;

    /// <summary>Opens a record for a site: of one site one record is open at a time, and what was accepted whole is not accepted again.</summary>
    /// <param name="opened">As wanted.</param>
    /// <param name="contract">With its amounts.</param>
    /// <param name="ofSite">The records of the same beneficiary under the contract.</param>
    /// <param name="mover">Who opens it.</param>
    public static Ruling<AcceptanceOpened> Open(AcceptanceOpened opened, Contract contract, IReadOnlyList<Acceptance> ofSite, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(ofSite);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.If(
            () => opened,
            (mover.May(Act.AcceptProject, contract.Regime, contract.TerritoryCode), new("acceptance.not-allowed")),
            (contract.State is ContractState.Signed, new("acceptance.contract-not-running")),
            (contract.CommitsMoney, new("acceptance.sub-contract")),
            (opened.Form is not AcceptanceForm.Agency, new("acceptance.agency-gathers", nameof(opened.Form))),
            (opened.Form is not AcceptanceForm.PerSite || opened.BeneficiaryId is not null, new("acceptance.site-missing", nameof(opened.BeneficiaryId))),
            (ofSite.All(a => a.State is not (AcceptanceState.Drafting or AcceptanceState.Submitted)), new("acceptance.open-already", nameof(opened.BeneficiaryId))),
            (ofSite.All(a => a.State is not AcceptanceState.Concluded || a.Verdict is not AcceptanceVerdict.Accepted), new("acceptance.accepted-already", nameof(opened.BeneficiaryId))));
    }

    /// <summary>Judges a step.</summary>
    /// <param name="acceptance">With all its rows.</param>
    /// <param name="move">What is wanted.</param>
    /// <param name="facts">What else has to be known.</param>
    /// <param name="mover">Who takes it.</param>
    /// <param name="clock">Of the step.</param>
    public static Ruling<AcceptanceMoved> Of(Acceptance acceptance, AcceptanceMove move, AcceptanceFacts facts, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (AcceptanceStates.Find(acceptance.State, move.Action) is not { } transition)
        {
            return new(null, [new("acceptance.wrong-state")]);
        }

        if (!mover.May(transition.Who, acceptance.Regime, acceptance.TerritoryCode))
        {
            return new(null, [new("acceptance.not-allowed")]);
        }

        var breaches = transition.Guards.SelectMany(g => Unmet(g, acceptance, move, facts, mover, clock.Today)).ToList();
        if (move.Action is AcceptanceAction.Conclude)
        {
            breaches.AddRange(AboveCost(acceptance, facts.Due));
        }

        if (move.Note?.Length > LongestNote)
        {
            breaches.Add(new("project.too-long", nameof(move.Note), LongestNote));
        }

        var note = string.IsNullOrWhiteSpace(move.Note) ? null : move.Note.Trim().Normalize();
        return Decide.Unless<AcceptanceMoved>(breaches, () => new(
            acceptance.AcceptanceId,
            move with { Note = note },
            transition.To,
            move.Action is AcceptanceAction.Conclude ? facts.Due : null,
            mover.UserId,
            clock.Today,
            clock.UtcNow,
            () => Uuid.New(clock)));
    }

    /// <summary>What others paid by vouchers and the support together are no more than the eligible cost: nothing is paid for twice.</summary>
    private static IEnumerable<Breach> AboveCost(Acceptance acceptance, DueAnswer due)
    {
        var others = new[] { acceptance.IntegratedAmount, acceptance.SponsorshipAmount, acceptance.OtherAmount }.SumKnown() ?? Dong.Zero;
        var all = due.Total + others;
        if (others > Dong.Zero && all > acceptance.EligibleCost)
        {
            yield return new("acceptance.above-cost", null, due.Total, others, acceptance.EligibleCost, all - acceptance.EligibleCost);
        }
    }

    private static IEnumerable<Breach> Unmet(AcceptanceGuard guard, Acceptance acceptance, AcceptanceMove move, AcceptanceFacts facts, PlanMover mover, DateOnly today) => guard switch
    {
        AcceptanceGuard.RecordComplete => AcceptanceCheck.Missing(acceptance, facts.SignedOn, today),
        AcceptanceGuard.ContractRuns when facts.Contract is not ContractState.Signed => [new("acceptance.contract-not-running")],
        AcceptanceGuard.ConcluderIsAnother when acceptance.Hands.HasWritten(mover.UserId) => [new("acceptance.writer-concludes")],
        AcceptanceGuard.NotTheirOwn when (facts.Conflict & (ConflictGround.Owner | ConflictGround.Author)) != 0 => [new("acceptance.their-own")],
        AcceptanceGuard.NothingAcceptedTwice when acceptance.GivesSupport => facts.AcceptedElsewhere,
        AcceptanceGuard.TargetChosen when acceptance.GivesSupport && !facts.TargetIsChosen => [new("acceptance.target-missing")],
        AcceptanceGuard.ReasonGiven when string.IsNullOrWhiteSpace(move.Note) => [new("acceptance.reason-missing", nameof(move.Note))],
        AcceptanceGuard.NothingPaid => facts.PaidBeyond.Select(p => new Breach("acceptance.paid-already", null, p)),
        _ => [],
    };
}

/// <summary>Điều cần biết khi chuyển bước nghiệm thu.</summary>
public sealed record AcceptanceFacts
{
    public ContractState Contract { get; init; }

    public DateOnly? SignedOn { get; init; }

    /// <summary>What the record entitles to, computed at the moment of the conclusion.</summary>
    public DueAnswer Due { get; init; } = DueAnswer.None;

    /// <summary>What of it was accepted elsewhere.</summary>
    public IReadOnlyList<Breach> AcceptedElsewhere { get; init; } = [];

    public bool TargetIsChosen { get; init; }

    /// <summary>What was asked for, paid or settled and would no longer be due, in words.</summary>
    public IReadOnlyList<string> PaidBeyond { get; init; } = [];

    public ConflictGround Conflict { get; init; }
}
