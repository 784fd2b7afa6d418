using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Chuyển bước dự toán và chứng từ chi quản lý, with the entries that they make.</summary>
public static class ManagementMoves
{
    /// <param name="estimate">With its lines.</param>
    /// <param name="stepId">Of the step.</param>
    /// <param name="move">As wanted.</param>
    /// <param name="share">Against the norm, with this estimate; asked for when it is submitted and approved.</param>
    /// <param name="open">Vouchers that are neither paid nor discarded.</param>
    /// <param name="held">What the ledger holds for it; null = nothing yet.</param>
    /// <param name="mover">Who does it.</param>
    /// <param name="clock">Of the step.</param>
    /// <param name="spenders">Who prepared the vouchers that are settled with it: what they spent is another's to settle.</param>
    public static Ruling<ManagementMoved> Step(ManagementEstimate estimate, Guid stepId, ManagementMove move, ManagementShare? share, IReadOnlyCollection<string> open, LedgerPosition? held, PlanMover mover, TimeProvider clock, IReadOnlyCollection<Guid>? spenders = null)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (ManagementStates.Find(estimate.State, move.Action) is not { } transition)
        {
            return new(null, [new("management.wrong-state")]);
        }

        if (!mover.May(transition.Who, estimate.CommuneCode))
        {
            return new(null, [new("management.not-allowed")]);
        }

        List<Breach> breaches = [.. ManagementHands.Against(estimate.Hands, transition.Duty, mover.UserId), .. NoteFaults(move.Note, transition.NeedsReason)];
        if (move.Action is ManagementAction.Submit or ManagementAction.Approve)
        {
            var against = share ?? throw new ArgumentNullException(nameof(share));
            breaches.AddRange(against.Finding is { Binds: true } finding ? [finding.Breach] : []);
            breaches.AddRange(estimate.Lines.Count == 0 ? [new("management.no-lines")] : []);
        }

        if (move.Action is ManagementAction.Approve)
        {
            breaches.AddRange(DocumentFaults(move, clock.Today));
        }

        if (move.Action is ManagementAction.Settle && !estimate.Hands.HasWritten(mover.UserId) && spenders?.Contains(mover.UserId) == true)
        {
            breaches.Add(new("management.spender-settles"));
        }

        if (move.Action is ManagementAction.ProposeSettlement or ManagementAction.Settle && open.Count > 0)
        {
            breaches.Add(new("management.vouchers-open", null, open.Count, string.Join(", ", open)));
        }

        return Decide.Unless<ManagementMoved>(breaches, () => new(
            estimate.ManagementEstimateId, stepId, move, transition.To, mover.UserId, clock.Today, clock.UtcNow,
            move.Action is ManagementAction.Settle ? held?.Paid ?? Dong.Zero : null,
            move.Action is ManagementAction.Settle ? held?.Reserved ?? Dong.Zero : null));
    }

    /// <summary>Approved it reserves its total; settled, what was paid is settled and the rest goes back.</summary>
    public static IReadOnlyList<Posting> Postings(ManagementEstimate estimate, ManagementMoved moved, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(moved);
        ArgumentNullException.ThrowIfNull(newId);
        Posting Of(LedgerKind kind, Dong amount) => new(newId(), estimate.AllocationId, kind, amount, new(LedgerCauseKind.ManagementEstimate, estimate.ManagementEstimateId), moved.On, Reason: moved.Move.DocumentNumber, ManagementEstimateId: estimate.ManagementEstimateId);
        Posting[] all = moved.Move.Action switch
        {
            ManagementAction.Approve => [Of(LedgerKind.Reserve, estimate.Total)],
            ManagementAction.Settle => [Of(LedgerKind.Settle, moved.Spent ?? Dong.Zero), Of(LedgerKind.Release, moved.Left ?? Dong.Zero)],
            _ => [],
        };
        return [.. all.Where(p => p.Amount > Dong.Zero)];
    }

    /// <param name="voucher">With its rows; with its steps, where a payment is taken back.</param>
    /// <param name="estimate">With its lines.</param>
    /// <param name="stepId">Of the step.</param>
    /// <param name="move">As wanted.</param>
    /// <param name="room">What its line still gives, without it.</param>
    /// <param name="elsewhere">What of it is known elsewhere; looked at when it is asked for and approved.</param>
    /// <param name="mover">Who does it.</param>
    /// <param name="clock">Of the step.</param>
    public static Ruling<ManagementVoucherMoved> Step(ManagementVoucher voucher, ManagementEstimate estimate, Guid stepId, ManagementVoucherMove move, ManagementRoom room, IReadOnlyList<Breach> elsewhere, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(elsewhere);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (move.Action is ManagementVoucherAction.Pay && voucher.State is ManagementVoucherState.Paid)
        {
            return new(null, [new("management.paid-already", null, voucher.Number, voucher.PaidOn!)]);
        }

        if (ManagementVoucherStates.Find(voucher.State, move.Action) is not { } transition)
        {
            return new(null, [new("management.wrong-state")]);
        }

        if (!mover.May(transition.Who, voucher.CommuneCode))
        {
            return new(null, [new("management.not-allowed")]);
        }

        List<Breach> breaches = [.. ManagementHands.Against(voucher.Hands, transition.Duty, mover.UserId), .. NoteFaults(move.Note, transition.NeedsReason)];
        if (move.Action is ManagementVoucherAction.Request or ManagementVoucherAction.Approve)
        {
            var line = estimate.Lines.FirstOrDefault(l => l.ManagementLineId == voucher.ManagementLineId);
            breaches.AddRange(ManagementVouching.Faults(estimate, line, voucher.Text, room, clock.Today).Select(b => b with { Field = null }));
            breaches.AddRange(elsewhere.Select(b => b with { Field = null }));
        }

        if (move.Action is ManagementVoucherAction.Pay)
        {
            breaches.AddRange(PaidFaults(voucher, move, clock.Today));
        }

        if (move.Action is ManagementVoucherAction.TakeBack)
        {
            breaches.AddRange(TakeBackFaults(voucher, estimate, mover.UserId));
        }

        // The Treasury's day and number are asked for and judged where it was paid; sent along with another step they say nothing.
        var meant = move.Action is ManagementVoucherAction.Pay ? move : move with { Date = null, TreasuryNumber = null };
        return Decide.Unless<ManagementVoucherMoved>(breaches, () => new(voucher.ManagementVoucherId, stepId, meant, transition.To, mover.UserId, clock.Today, clock.UtcNow));
    }

    /// <summary>Approved it is bound, paid it is paid; sent back after the approval it is free again.</summary>
    /// <param name="voucher">Before the step is applied.</param>
    public static IReadOnlyList<Posting> Postings(ManagementVoucher voucher, ManagementVoucherMoved moved, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(moved);
        ArgumentNullException.ThrowIfNull(newId);
        LedgerKind? kind = (voucher.State, moved.Move.Action) switch
        {
            (_, ManagementVoucherAction.Approve) => LedgerKind.Commit,
            (ManagementVoucherState.Approved, ManagementVoucherAction.Return) => LedgerKind.Uncommit,
            (_, ManagementVoucherAction.Pay) => LedgerKind.Pay,
            _ => null,
        };
        return kind is not { } posted ? []
            : [new(newId(), voucher.AllocationId, posted, voucher.Amount, new(LedgerCauseKind.ManagementVoucher, voucher.ManagementVoucherId), moved.Move.Date ?? moved.On, Reason: voucher.Number, ManagementEstimateId: voucher.ManagementEstimateId)];
    }

    /// <summary>The opposite entries of a payment that was recorded by mistake, for the whole amount of each.</summary>
    /// <param name="voucher">Whose payment it was.</param>
    /// <param name="entries">What recording it posted and nobody took back.</param>
    /// <param name="reason">Why.</param>
    /// <param name="on">Ngày hạch toán.</param>
    /// <param name="newId">For the entries.</param>
    public static IReadOnlyList<Posting> Reversals(ManagementVoucher voucher, IEnumerable<LedgerEntry> entries, string reason, DateOnly on, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(newId);
        var why = $"{voucher.Number}, ghi nhận sai: {reason.Trim()}";
        return [.. entries.OrderBy(e => e.Sequence).Select(e => e.Opposite(newId(), new(LedgerCauseKind.ManagementVoucher, voucher.ManagementVoucherId), on, why))];
    }

    /// <summary>Somebody else than whoever recorded it, and only while what was paid is not proposed or approved as settled.</summary>
    private static IEnumerable<Breach> TakeBackFaults(ManagementVoucher voucher, ManagementEstimate estimate, Guid userId)
    {
        if (estimate.State is ManagementState.Settled)
        {
            yield return new("management.settled-already");
        }
        else if (estimate.State is not ManagementState.Approved)
        {
            yield return new("management.settling-already");
        }

        if (voucher.Steps.Where(s => s.Action is ManagementVoucherAction.Pay).MaxBy(s => s.Sequence)?.By == userId)
        {
            yield return new("management.recorder-takes-back");
        }
    }

    private static IEnumerable<Breach> NoteFaults(string? note, bool needed)
    {
        if (needed && string.IsNullOrWhiteSpace(note))
        {
            yield return new("project.reason-missing", nameof(ManagementMove.Note));
        }

        if (note?.Length > ManagementWriting.LongestText)
        {
            yield return new("project.too-long", nameof(ManagementMove.Note), ManagementWriting.LongestText);
        }
    }

    private static IEnumerable<Breach> DocumentFaults(ManagementMove move, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(move.DocumentNumber))
        {
            yield return new("edit.required", nameof(move.DocumentNumber));
        }
        else if (move.DocumentNumber.Length > ManagementWriting.LongestNumber)
        {
            yield return new("project.too-long", nameof(move.DocumentNumber), ManagementWriting.LongestNumber);
        }

        if (move.DocumentDate is not { } date)
        {
            yield return new("edit.required", nameof(move.DocumentDate));
        }
        else if (date > today)
        {
            yield return new("allocation.document-in-future", nameof(move.DocumentDate));
        }
    }

    /// <summary>The Treasury's own day and number are told: by who records it, or by the line of the statement that pays it.</summary>
    private static IEnumerable<Breach> PaidFaults(ManagementVoucher voucher, ManagementVoucherMove move, DateOnly today)
    {
        if (move.Date is not { } date)
        {
            yield return new("payment.date-missing", nameof(move.Date));
        }
        else if (date > today)
        {
            yield return new("payment.date-in-future", nameof(move.Date));
        }
        else if (date < new DateOnly(voucher.Year, 1, 1))
        {
            yield return new("management.before-year", nameof(move.Date), voucher.Year);
        }

        if (string.IsNullOrWhiteSpace(move.TreasuryNumber))
        {
            yield return new("edit.required", nameof(move.TreasuryNumber));
        }
        else if (move.TreasuryNumber.Length > ManagementWriting.LongestNumber)
        {
            yield return new("project.too-long", nameof(move.TreasuryNumber), ManagementWriting.LongestNumber);
        }
    }
}
