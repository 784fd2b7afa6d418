using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Payments;

/// <summary>Chuyển bước đề nghị chi: every rule of it. Balances themselves are judged by the ledger once more when money moves.</summary>
public static class PaymentMoves
{
    /// <summary>Every step, money moving last.</summary>
    /// <param name="request">With its lines; with its steps, where a payment is taken back.</param>
    /// <param name="contract">As it stands now.</param>
    /// <param name="stepId">Of the step.</param>
    /// <param name="move">As wanted.</param>
    /// <param name="room">What the contract still gives, without this request; null where the step needs no arithmetic.</param>
    /// <param name="findings">What rules on advances and lists of papers find, where the step asks or approves.</param>
    /// <param name="mover">Who does it.</param>
    /// <param name="clock">Of the step.</param>
    /// <param name="project">The state of the contract's project.</param>
    public static Ruling<PaymentMoved> Step(PaymentRequest request, Contract contract, Guid stepId, PaymentMove move, PaymentRoom? room, IReadOnlyCollection<PaymentFinding> findings, PlanMover mover, TimeProvider clock, ProjectState project = ProjectState.Underway)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (move.Action is PaymentAction.Pay && request.State is PaymentState.Paid)
        {
            return new(null, [new("payment.paid-already", null, request.Number, request.PaidOn!)]);
        }

        if (PaymentStates.Find(request.State, move.Action) is not { } transition)
        {
            return new(null, [new("payment.wrong-state")]);
        }

        if (!mover.May(transition.Who, request.Regime, request.TerritoryCode))
        {
            return new(null, [new("payment.not-allowed")]);
        }

        var today = clock.Today;
        List<Breach> breaches = [.. transition.Duty is { } duty ? request.Hands.Against(duty, mover.UserId) : [], .. MoveFaults(request, contract, transition, move, today)];
        List<PaymentLineText> lines = [.. request.Lines.Select(l => new PaymentLineText(l.PaymentLineId, l.AllocationId, l.Source, l.Amount))];
        if (move.Action is PaymentAction.Request or PaymentAction.Approve)
        {
            breaches.AddRange(ContractFaults(contract, request.Kind));
            breaches.AddRange(room?.Faults(request.Kind, lines) ?? throw new ArgumentNullException(nameof(room)));
            breaches.AddRange(findings.Where(f => f.Binds && !(request.IsOverridden && request.Kind is PaymentKind.Advance && AdvanceRules.IsWaivedByDecision(f.Breach))).Select(f => f.Breach with { Field = null }));
        }
        else if (move.Action is PaymentAction.Send)
        {
            // Acceptance, or the Cục's record, may have found less since it was approved: what is due no longer does not go out.
            breaches.AddRange(room?.DueFaults(request.Kind, lines) ?? throw new ArgumentNullException(nameof(room)));
        }
        else if (move.Action is PaymentAction.Pay)
        {
            breaches.AddRange(ContractFaults(contract, request.Kind));
            breaches.AddRange(!request.Kind.NeedsAcceptance() ? [] : room?.DueFaults(request.Kind, lines, isPaid: true) ?? throw new ArgumentNullException(nameof(room)));
        }

        if (move.Action is PaymentAction.Request or PaymentAction.Approve or PaymentAction.Send)
        {
            breaches.AddRange(StoppedFaults(project, request.Kind));
        }

        if (move.Action is PaymentAction.TakeBack)
        {
            breaches.AddRange(TakeBackFaults(request, contract, mover.UserId));
        }

        if (request.Kind.PaysOut())
        {
            breaches.AddRange(BankFaults(request, contract, move.Action));
        }

        return Decide.Unless<PaymentMoved>(breaches, () => new(request.PaymentRequestId, stepId, move, transition.To, move.Action is PaymentAction.Request ? contract.Bank : request.Bank, mover.UserId, today, clock.UtcNow));
    }

    /// <summary>The entries that a paid request makes, one for each line.</summary>
    public static IReadOnlyList<Posting> Postings(PaymentRequest request, DateOnly on, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(newId);
        return [.. request.Lines.OrderBy(l => l.AllocationId).Select(l => new Posting(newId(), l.AllocationId, request.Kind.Posts(), l.Amount, new(LedgerCauseKind.PaymentRequest, request.PaymentRequestId), on, request.ProjectId, request.ContractId, request.Number))];
    }

    /// <summary>The opposite entries of a payment that was recorded by mistake, for the whole amount of each.</summary>
    /// <param name="request">Whose payment it was.</param>
    /// <param name="entries">What recording it posted and nobody took back.</param>
    /// <param name="reason">Why.</param>
    /// <param name="on">Ngày hạch toán.</param>
    /// <param name="newId">For the entries.</param>
    public static IReadOnlyList<Posting> Reversals(PaymentRequest request, IEnumerable<LedgerEntry> entries, string reason, DateOnly on, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(newId);
        var why = $"{request.Number}, ghi nhận sai: {reason.Trim()}";
        return [.. entries.OrderBy(e => e.AllocationId).ThenBy(e => e.Sequence).Select(e => e.Opposite(newId(), new(LedgerCauseKind.PaymentRequest, request.PaymentRequestId), on, why))];
    }

    /// <summary>Somebody else than whoever recorded it, and only while the payment is not settled for good.</summary>
    private static IEnumerable<Breach> TakeBackFaults(PaymentRequest request, Contract contract, Guid userId)
    {
        if (contract.State is ContractState.Liquidated)
        {
            yield return new("payment.settled-already");
        }

        if (request.Steps.Where(s => s.Action is PaymentAction.Pay).MaxBy(s => s.Sequence)?.By == userId)
        {
            yield return new("payment.recorder-takes-back");
        }
    }

    internal static IEnumerable<Breach> ContractFaults(Contract contract, PaymentKind kind)
    {
        if (!contract.CommitsMoney)
        {
            yield return new("payment.contract-of-part");
        }
        else if (kind.IsRecovery() ? !contract.IsInForce : contract.State is not ContractState.Signed)
        {
            yield return new("payment.contract-not-signed");
        }
    }

    /// <summary>Nothing more is advanced to what was stopped; what was accepted is still paid and cleared, what was advanced comes back, and what the Treasury paid already is recorded.</summary>
    internal static IEnumerable<Breach> StoppedFaults(ProjectState project, PaymentKind kind) =>
        project is ProjectState.Stopped && kind is PaymentKind.Advance ? [new("payment.project-stopped")] : [];

    private static IEnumerable<Breach> MoveFaults(PaymentRequest request, Contract contract, PaymentTransition transition, PaymentMove move, DateOnly today)
    {
        if (transition.NeedsReason && string.IsNullOrWhiteSpace(move.Note))
        {
            yield return new("project.reason-missing", nameof(move.Note));
        }

        if (move.Note?.Length > PaymentWriting.LongestText)
        {
            yield return new("project.too-long", nameof(move.Note), PaymentWriting.LongestText);
        }

        if (move.TreasuryNumber?.Length > PaymentWriting.LongestNumber)
        {
            yield return new("project.too-long", nameof(move.TreasuryNumber), PaymentWriting.LongestNumber);
        }

        if (transition.NeedsDate)
        {
            if (move.Date is not { } date)
            {
                yield return new("payment.date-missing", nameof(move.Date));
            }
            else if (date > today)
            {
                yield return new("payment.date-in-future", nameof(move.Date));
            }
            else if (move.Action is PaymentAction.Send && contract.SignedOn is { } signed && date < signed)
            {
                // Entered later than it was done: a day before the request was typed is no fault, one before the contract is.
                yield return new("payment.sent-before-contract", nameof(move.Date), signed);
            }
            else if (move.Action is PaymentAction.Pay && request.SentOn is { } sent && date < sent)
            {
                yield return new("payment.paid-before-sent", nameof(move.Date), sent);
            }
        }
    }

    /// <summary>Money goes to the account that stood there when it was asked for and approved, or nowhere.</summary>
    private static IEnumerable<Breach> BankFaults(PaymentRequest request, Contract contract, PaymentAction action)
    {
        if (action is PaymentAction.Request && contract.Bank is null)
        {
            yield return new("payment.bank-missing");
        }
        else if (action is PaymentAction.Approve or PaymentAction.Send && contract.Bank != request.Bank)
        {
            yield return new("payment.bank-changed");
        }
    }
}
