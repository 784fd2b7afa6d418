using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Trình ký, ghi nhận ký, trả lại, hủy hợp đồng: the table says from where, by whom and under which guards.</summary>
public static class ContractMoves
{
    public const int LongestNote = 2000;

    /// <param name="contract">With all its rows.</param>
    /// <param name="ground">What it rests on, read in the same transaction.</param>
    /// <param name="stepId">Of the step to record.</param>
    /// <param name="move">What is asked for.</param>
    /// <param name="mover">By whom.</param>
    /// <param name="clock">Of the step.</param>
    public static Ruling<ContractMoved> Of(Contract contract, ContractGround ground, Guid stepId, ContractMove move, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (ContractStates.Find(contract.State, move.Action) is not { } transition)
        {
            return new(null, [new("contract.wrong-state")]);
        }

        if (move.Action.IsOfSettlement())
        {
            return new(null, [new("contract.only-by-settlement")]);
        }

        if (!mover.May(transition.Who, contract.Regime, contract.TerritoryCode))
        {
            return new(null, [new("contract.not-allowed")]);
        }

        var breaches = transition.Guards.SelectMany(g => Unmet(g, contract, ground, move, mover, clock.Today)).ToList();
        if (move.Note?.Length > LongestNote)
        {
            breaches.Add(new("project.too-long", nameof(move.Note), LongestNote));
        }

        return Decide.Unless<ContractMoved>(breaches, () => new(contract.ContractId, stepId, move with { SignedOn = move.Action is ContractAction.Sign ? move.SignedOn : null }, transition.To, mover.UserId, clock.Today, clock.UtcNow)
        {
            Draws = move.Action is ContractAction.Sign && contract.CommitsMoney ? DrawsOf(ground.Item) : new Dictionary<string, Guid>(),
        });
    }

    /// <summary>The step that an approved settlement, or one whose approval is taken back, already judged, takes.</summary>
    public static ContractMoved BySettlement(Contract contract, Guid stepId, string note, Guid by, TimeProvider clock, ContractAction action = ContractAction.Liquidate)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(clock);
        return action.IsOfSettlement() && ContractStates.Find(contract.State, action) is { } transition
            ? new(contract.ContractId, stepId, new(action, note), transition.To, by, clock.Today, clock.UtcNow)
            : throw new InvalidOperationException($"A settlement does not {action} a contract that is {contract.State}.");
    }

    /// <summary>The entries of the ledger that a signing is: what was reserved for the project becomes the contract's.</summary>
    public static IReadOnlyList<Posting> Commits(Contract contract, ContractMoved signed, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(signed);
        ArgumentNullException.ThrowIfNull(newId);
        return !contract.CommitsMoney ? [] :
        [
            .. contract.Amounts.Where(a => a.Amount > Dong.Zero && signed.Draws.ContainsKey(a.Source))
                .Select(a => new Posting(newId(), signed.Draws[a.Source], LedgerKind.Commit, a.Amount, new(LedgerCauseKind.Contract, contract.ContractId), signed.On, contract.ProjectId, contract.ContractId)),
        ];
    }

    /// <summary>The entries of a cancellation: all that is still bound goes back to the project, and where that needs it no more, on to the lines with what it never bound.</summary>
    /// <param name="contract">With its amounts.</param>
    /// <param name="ledger">All lines of the project, under the lock.</param>
    /// <param name="cancelled">The step.</param>
    /// <param name="releases">Whether the project was stopped, or ends with it.</param>
    /// <param name="newId">For the entries.</param>
    public static IReadOnlyList<Posting> Uncommits(Contract contract, Ledger ledger, ContractMoved cancelled, bool releases, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(cancelled);
        ArgumentNullException.ThrowIfNull(newId);
        Posting Of(Guid line, LedgerKind kind, Dong amount) => new(newId(), line, kind, amount, new(LedgerCauseKind.Contract, contract.ContractId), cancelled.On, contract.ProjectId, contract.ContractId, cancelled.Move.Note);
        var bound = contract.Amounts.Where(a => a.AllocationId is not null).Select(a => (Line: a.AllocationId!.Value, Amount: ledger.Balance(a.AllocationId!.Value, LedgerAccount.Committed, contract.ContractId))).Where(b => b.Amount > Dong.Zero).ToList();
        var reserved = ledger.Positions.Where(p => p.ProjectId == contract.ProjectId && p.Reserved > Dong.Zero).Select(p => (Line: p.AllocationId, Amount: p.Reserved));
        return
        [
            .. bound.Select(b => Of(b.Line, LedgerKind.Uncommit, b.Amount)),
            .. bound.Concat(reserved).Where(_ => releases && contract.CommitsMoney).GroupBy(b => b.Line).Select(g => Of(g.Key, LedgerKind.Release, g.Select(b => b.Amount).Sum())),
        ];
    }

    /// <summary>Whether a contract's cancellation ends its project: of the others that bind money, one was settled and none is still to be.</summary>
    /// <param name="project">As it is before.</param>
    /// <param name="contract">That is cancelled.</param>
    /// <param name="others">States of the project's other contracts that bind money.</param>
    public static bool EndsProject(Project project, Contract contract, IReadOnlyCollection<ContractState> others)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(others);
        return contract.CommitsMoney && project.State is ProjectState.Underway && others.Contains(ContractState.Liquidated) && others.All(s => s is ContractState.Liquidated or ContractState.Cancelled);
    }

    /// <summary>The line that each approved source of the project draws on.</summary>
    public static IReadOnlyDictionary<string, Guid> DrawsOf(PlanItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Amounts.Where(a => a.AllocationId is not null).ToDictionary(a => a.Source, a => a.AllocationId!.Value);
    }

    private static IEnumerable<Breach> Unmet(ContractGuard guard, Contract contract, ContractGround ground, ContractMove move, PlanMover mover, DateOnly today) => guard switch
    {
        ContractGuard.TextComplete => ContractWriting.Shape(contract.Kind, contract.Text, ground).Concat(ContractWriting.Gaps(contract.Kind, contract.Text)).Concat(TenderAdvice.Unrecorded(contract.Kind, contract.Regime, ground.Project.ContentCode, contract.Text)),
        ContractGuard.PlanInForce => ContractWriting.Standing(contract.Kind, ground),
        ContractGuard.WithinApproved => ContractWriting.Beyond(contract.Text, ground).Concat(Undrawn(contract, ground)),
        ContractGuard.SignerIsAnother when contract.Hands.HasWritten(mover.UserId) => [new("contract.drafter-signs")],
        ContractGuard.SignedInTime => SignedOn(move.SignedOn, ground, today),
        ContractGuard.ReasonGiven when string.IsNullOrWhiteSpace(move.Note) => [new("project.reason-missing", nameof(move.Note))],
        ContractGuard.NothingPaid when ground.IsUsed => [new("contract.in-use")],
        _ => [],
    };

    /// <summary>Not before the decision that approved it, not before the contract that it is a part of, not in days to come.</summary>
    internal static IEnumerable<Breach> SignedOn(DateOnly? signedOn, ContractGround ground, DateOnly today)
    {
        if (signedOn is not { } day)
        {
            yield return new("contract.signed-on-missing", nameof(ContractMove.SignedOn));
            yield break;
        }

        if (day > today)
        {
            yield return new("contract.signed-in-future", nameof(ContractMove.SignedOn));
        }

        if (ground.Batch.DecisionDate is { } decided && day < decided)
        {
            yield return new("contract.signed-before-decision", nameof(ContractMove.SignedOn), day, decided);
        }

        if (ground.Parent?.SignedOn is { } parent && day < parent)
        {
            yield return new("contract.signed-before-parent", nameof(ContractMove.SignedOn), day, parent);
        }
    }

    /// <summary>Money of an allotment is bound on a line or not at all.</summary>
    private static IEnumerable<Breach> Undrawn(Contract contract, ContractGround ground)
    {
        var draws = DrawsOf(ground.Item);
        return !contract.CommitsMoney ? [] : contract.Amounts.Where(a => a.Amount > Dong.Zero && Allotting.IsDrawn(a.Source) && !draws.ContainsKey(a.Source))
            .Select(a => new Breach("contract.source-not-approved", nameof(ContractText.Amounts), Programmes.FundingSource.Find(a.Source)!.Name));
    }
}
