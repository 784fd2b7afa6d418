using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Treasury;

/// <summary>Đối chiếu: confirms a line as the payment of requests, takes that back, explains what no request covers.</summary>
public static class Reconciling
{
    /// <summary>One line for one or several requests, to the đồng: neither the line nor a request is ever matched beyond its amount.</summary>
    /// <param name="statement">The line's.</param>
    /// <param name="line">Read under the lock.</param>
    /// <param name="wanted">Each request, read under the lock, with its part of the line.</param>
    /// <param name="mover">Who confirms.</param>
    /// <param name="newId">For the matches.</param>
    public static Ruling<MatchesConfirmed> Confirm(TreasuryStatement statement, StatementLine line, IReadOnlyList<(PaymentFacts Request, Dong Amount)> wanted, PlanMover mover, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(newId);
        var breaches = new List<Breach>(Standing(statement, mover));
        if (line.State is LineState.Explained)
        {
            breaches.Add(new("treasury.line-explained"));
        }
        else if (line.Rest == Dong.Zero)
        {
            breaches.Add(new("treasury.line-matched"));
        }

        if (wanted.Count == 0)
        {
            breaches.Add(new("treasury.nothing-chosen"));
        }

        if (wanted.Select(w => w.Request.PaymentRequestId).Distinct().Count() < wanted.Count)
        {
            breaches.Add(new("treasury.request-twice"));
        }

        breaches.AddRange(wanted.SelectMany(w => Faults(statement, line, w.Request, w.Amount)));
        var sum = wanted.Select(w => w.Amount).Sum();
        if (breaches.Count == 0 && sum > line.Rest)
        {
            breaches.Add(new("treasury.above-line", null, line.Rest, sum, sum - line.Rest));
        }

        return Decide.Unless<MatchesConfirmed>(breaches, () => new(
            [.. wanted.Select(w => new Tie(newId(), w.Request.PaymentRequestId, w.Amount, w.Request.IsPaid, w.Request.IsVoucher))],
            [.. wanted.Where(w => !w.Request.IsPaid && w.Amount == w.Request.Rest).Select(w => w.Request.PaymentRequestId)]));
    }

    /// <param name="statement">The line's.</param>
    /// <param name="line">Read under the lock.</param>
    /// <param name="match">To be taken back.</param>
    /// <param name="isTakenBack">It was already.</param>
    /// <param name="isPaid">Whether the match's request is recorded as paid: a line that paid it stays its line, or it would pay another one too.</param>
    /// <param name="reason">Why.</param>
    /// <param name="mover">Who takes it back.</param>
    /// <param name="clock">Of the act.</param>
    public static Ruling<MatchUndone> Undo(TreasuryStatement statement, StatementLine line, StatementMatch match, bool isTakenBack, bool isPaid, string? reason, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.Unless<MatchUndone>(
            [
                .. Standing(statement, mover),
                .. Otherwise(line.State is LineState.Explained, new("treasury.line-explained")),
                .. Otherwise(isTakenBack || match.ReversesId is not null, new("treasury.undone-already")),
                .. Otherwise(isPaid && !match.WasPaid && !isTakenBack && match.ReversesId is null, new(match.ManagementVoucherId is null ? "treasury.paid-by-line" : "treasury.voucher-paid-by-line")),
                .. Reasoned(reason),
            ],
            () => new(Uuid.New(clock), reason!.Trim(), mover.UserId, clock.UtcNow));
    }

    /// <summary>Explains all that is left of a line.</summary>
    public static Ruling<LineExplained> Explain(TreasuryStatement statement, StatementLine line, ExplanationKind kind, string? reason, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.Unless<LineExplained>(
            [
                .. Standing(statement, mover),
                .. Otherwise(line.State is LineState.Explained, new("treasury.line-explained")),
                .. Otherwise(line.State is LineState.Matched, new("treasury.line-matched")),
                .. Otherwise(!Enum.IsDefined(kind), new("treasury.kind-missing", "Kind")),
                .. Reasoned(reason),
            ],
            () => new(Uuid.New(clock), kind, line.Rest, reason!.Trim(), mover.UserId, clock.UtcNow));
    }

    public static Ruling<ExplanationTakenBack> TakeBack(TreasuryStatement statement, StatementLine line, string? reason, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.Unless<ExplanationTakenBack>(
            [.. Standing(statement, mover), .. Otherwise(line.State is not LineState.Explained, new("treasury.not-explained")), .. Reasoned(reason)],
            () => new(reason!.Trim(), clock.UtcNow));
    }

    /// <summary>What one request may not be matched with.</summary>
    private static IEnumerable<Breach> Faults(TreasuryStatement statement, StatementLine line, PaymentFacts request, Dong amount)
    {
        if (amount <= Dong.Zero)
        {
            yield return new("treasury.amount-none", null, request.Code);
        }

        if (request.Direction != line.Direction)
        {
            yield return new("treasury.other-direction", null, request.Code);
        }

        if (request.CommuneCode != statement.CommuneCode)
        {
            yield return new("treasury.other-level", null, request.Code);
        }
        else if (request.Holders.Count > 0 && !request.Holders.Contains(statement.HolderId))
        {
            yield return new("treasury.other-holder", null, request.Code);
        }

        if (request is { IsVoucher: true, IsPaid: false } && line.DocumentNumber.Length == 0)
        {
            yield return new("treasury.number-missing", null, request.Code);
        }

        if (!request.IsPaid && !request.MayBePaid)
        {
            yield return new(request.IsVoucher ? "treasury.voucher-not-approved" : "treasury.not-to-pay", null, request.Code);
        }
        else if (request.Rest == Dong.Zero)
        {
            yield return new("treasury.request-matched", null, request.Code);
        }
        else if (amount > request.Rest)
        {
            yield return new("treasury.above-request", null, request.Code, request.Rest, amount, amount - request.Rest);
        }
    }

    private static IEnumerable<Breach> Standing(TreasuryStatement statement, PlanMover mover) =>
        [.. Otherwise(statement.IsWithdrawn, new("treasury.withdrawn")), .. Otherwise(!mover.May(Act.RecordTreasury, statement.CommuneCode), new("treasury.not-yours")), .. Otherwise(HolderDuty.Against(mover, [statement.HolderId]) is not null, new("plan.other-holder"))];

    private static IEnumerable<Breach> Reasoned(string? reason) =>
        Otherwise(string.IsNullOrWhiteSpace(reason) || reason.Length > StatementImport.LongestReason, new("treasury.reason-missing", "Reason"));

    private static IEnumerable<Breach> Otherwise(bool isFault, Breach breach) => isFault ? [breach] : [];
}
