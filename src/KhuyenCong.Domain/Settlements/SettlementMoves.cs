using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Trình, phê duyệt, trả lại hồ sơ quyết toán: every rule, and all that stands against a step at once.</summary>
public static class SettlementMoves
{
    /// <param name="settlement">With its rows.</param>
    /// <param name="facts">As they stand under the lock.</param>
    /// <param name="stepId">Of the step.</param>
    /// <param name="move">What is wanted.</param>
    /// <param name="mover">Who wants it.</param>
    /// <param name="clock">Of the step.</param>
    public static Ruling<SettlementMoved> Of(Settlement settlement, SettlementFacts facts, Guid stepId, SettlementMove move, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (SettlementStates.Find(settlement.State, move.Action) is not { } transition)
        {
            return new(null, [new("settlement.wrong-state")]);
        }

        if (!mover.May(transition.Who, settlement.Regime, settlement.TerritoryCode))
        {
            return new(null, [new("settlement.not-allowed")]);
        }

        var figures = SettlementFigures.Of(settlement.Text, facts);
        var breaches = Open(settlement, facts, figures, transition, move, mover, clock.Today).ToList();
        return Decide.Unless<SettlementMoved>(breaches, () => new(
            settlement.SettlementId,
            stepId,
            move with { Note = Blank(move.Note), DocumentNumber = Blank(move.DocumentNumber) },
            transition.To,
            move.Action is SettlementAction.Submit or SettlementAction.Approve ? figures : [],
            mover.UserId,
            clock.Today,
            clock.UtcNow));
    }

    /// <summary>The step that the cancellation of its contract, already judged, takes with a file that nobody can finish any more; null where there is none to take.</summary>
    public static SettlementMoved? ByCancellation(Settlement settlement, Guid stepId, string note, Guid by, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(clock);
        return SettlementStates.Find(settlement.State, SettlementAction.Discard) is { } transition
            ? new(settlement.SettlementId, stepId, new(SettlementAction.Discard, note), transition.To, [], by, clock.Today, clock.UtcNow)
            : null;
    }

    /// <summary>What would stand against sending it now, for whoever prepares it.</summary>
    public static IReadOnlyList<Breach> Unready(Settlement settlement, SettlementFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(facts);
        var figures = SettlementFigures.Of(settlement.Text, facts);
        return [.. SettlementStates.Find(SettlementState.Drafting, SettlementAction.Submit)!.Guards.SelectMany(g => Against(g, settlement, facts, figures, new(SettlementAction.Submit), Guid.Empty, today))];
    }

    /// <summary>What is still to be paid, cleared or recovered before it can be approved.</summary>
    public static IReadOnlyList<Breach> StillOpen(SettlementFacts facts, IReadOnlyList<SettlementFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        return [.. NothingOpen(facts, figures)];
    }

    /// <summary>What is worth a look and stops nothing: suggestions of rules that do not bind, invoices whose seller is not told.</summary>
    public static IReadOnlyList<Breach> Warnings(Settlement settlement, SettlementFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(facts);
        var text = settlement.Text;
        return
        [
            .. settlement.State is SettlementState.Approved ? [] : facts.Deadlines.Where(d => !d.Binds && d.IsLate(today)).Select(d => new Breach("settlement.late-unbound", null, d.Title, d.InTimeUntil)),
            .. facts.UsedElsewhere.Where(u => !u.IsCertain).Select(u => new Breach("settlement.invoice-maybe-used", null, u.Invoice, u.Where)),
            .. SettlementFigures.Of(text, facts).Where(f => !f.IsSupport && f.Proven < f.Contracted).Select(f => new Breach("settlement.counterpart-below", null, Name(f.Source), f.Proven, f.Contracted, f.Contracted - f.Proven)),
            .. facts.AskForceMajeurePapers ? [] : ForceMajeurePapers.Missing(settlement),
        ];
    }

    /// <summary>Whether sites that nobody accepted keep the file from being sent, or the clock from running: not where work has ended, or the file says why they are not done.</summary>
    public static bool WaitsForMissing(bool isStopped, SettlementBasis basis, string? undoneSites) => !isStopped && basis is not SettlementBasis.ForceMajeure && undoneSites is null;

    private static IEnumerable<Breach> Open(Settlement settlement, SettlementFacts facts, IReadOnlyList<SettlementFigure> figures, SettlementTransition transition, SettlementMove move, PlanMover mover, DateOnly today)
    {
        var breaches = transition.Guards.SelectMany(g => Against(g, settlement, facts, figures, move, mover.UserId, today));
        if (move.Action is SettlementAction.Approve)
        {
            breaches = breaches.Concat(Moved(settlement, figures));
        }

        return move.Note is { Length: > Settling.LongestText } ? breaches.Append(new("project.too-long", nameof(move.Note), Settling.LongestText)) : breaches;
    }

    private static IEnumerable<Breach> Against(SettlementGuard guard, Settlement settlement, SettlementFacts facts, IReadOnlyList<SettlementFigure> figures, SettlementMove move, Guid userId, DateOnly today) => guard switch
    {
        SettlementGuard.ContractSigned => !facts.Contract.IsSigned ? [new("settlement.contract-not-signed")]
            : move.Action is not SettlementAction.Resume && figures.Any(f => settlement.Amounts.All(a => a.Source != f.Source)) ? [new("settlement.contract-amended")]
            : [],
        SettlementGuard.WorkEvident => WorkEvident(settlement, facts, figures, today),
        SettlementGuard.SitesFinished => SitesFinished(settlement, facts),
        SettlementGuard.VouchersCover => VouchersCover(settlement, facts, figures),
        SettlementGuard.LateExplained => (settlement.LateReason ?? Blank(move.Note)) is not null ? []
            : facts.Deadlines.Where(d => d.Binds && d.IsLate(today)).Select(d => new Breach("settlement.late", nameof(move.Note), d.Title, d.InTimeUntil)),
        SettlementGuard.ApproverIsAnother => settlement.Hands.HasWritten(userId) ? [new("settlement.own-work")] : [],
        SettlementGuard.NothingOpen => NothingOpen(facts, figures),
        SettlementGuard.LiquidationCited => LiquidationCited(settlement, facts, move, today),
        SettlementGuard.ReasonGiven => Blank(move.Note) is null ? [new("settlement.reason-missing", nameof(move.Note))] : [],
        SettlementGuard.NothingRestsOnIt => settlement.Basis is SettlementBasis.ForceMajeure && facts.OpenOnDue.Count > 0 ? [new("settlement.payments-rest", null, facts.OpenOnDue.Count, string.Join(", ", facts.OpenOnDue))] : [],
        SettlementGuard.RevokerIsAnother => settlement.ApprovedBy == userId ? [new("settlement.revokes-own-approval")] : settlement.Hands.HasWritten(userId) ? [new("settlement.own-work")] : [],
        SettlementGuard.NothingRecovered => settlement.Recoveries.Any(r => r.WithdrawnOn is null) ? [new("settlement.recovered-already")] : [],
        SettlementGuard.RevocationCited => RevocationCited(settlement, move, today),
        _ => throw new ArgumentOutOfRangeException(nameof(guard), guard, null),
    };

    /// <summary>The file follows the last acceptance of the contract. What is being written, or was asked to be completed, would be lost with the liquidation.</summary>
    private static IEnumerable<Breach> SitesFinished(Settlement settlement, SettlementFacts facts)
    {
        var sites = facts.Sites;
        if (sites.Unfinished.Count > 0)
        {
            yield return new("settlement.sites-unfinished", null, sites.Unfinished.Count, string.Join("; ", sites.Unfinished));
        }

        if (sites.ToComplete.Count > 0)
        {
            yield return new("settlement.sites-to-complete", null, sites.ToComplete.Count, string.Join("; ", sites.ToComplete));
        }

        if (sites.Missing.Count > 0 && WaitsForMissing(facts.Contract.IsStopped, settlement.Basis, settlement.UndoneSites))
        {
            yield return new("settlement.sites-missing", nameof(SettlementText.UndoneSites), sites.Missing.Count, string.Join("; ", sites.Missing));
        }
    }

    private static IEnumerable<Breach> WorkEvident(Settlement settlement, SettlementFacts facts, IReadOnlyList<SettlementFigure> figures, DateOnly today)
    {
        if (settlement.Basis is SettlementBasis.Accepted)
        {
            return facts.Contract.IsStopped || figures.Any(f => f.IsSupport && f.Due > Dong.Zero) || figures.All(f => !f.IsSupport) ? [] : [new("settlement.nothing-accepted")];
        }

        (bool Holds, Breach Otherwise)[] rules =
        [
            (settlement.Explanation is not null, new("settlement.explanation-missing", nameof(SettlementText.Explanation))),
            (settlement.ConfirmedBy is not null, new("settlement.confirmer-missing", nameof(SettlementText.ConfirmedBy))),
            (settlement.ConfirmationNumber is not null, new("settlement.confirmation-missing", nameof(SettlementText.ConfirmationNumber))),
            (settlement.ConfirmationDate is { } on && on <= today, new("settlement.confirmation-date", nameof(SettlementText.ConfirmationDate))),
            (settlement.Amounts.Any(a => a.WorkDone is not null), new("settlement.work-missing")),
        ];
        return rules.Unmet().Concat(facts.AskForceMajeurePapers ? ForceMajeurePapers.Missing(settlement) : []);
    }

    private static IEnumerable<Breach> VouchersCover(Settlement settlement, SettlementFacts facts, IReadOnlyList<SettlementFigure> figures)
    {
        foreach (var figure in figures.Where(f => f.IsSupport && f.Proven < f.ToSettle))
        {
            yield return new("settlement.vouchers-below", null, Name(figure.Source), figure.Proven, figure.ToSettle, figure.ToSettle - figure.Proven);
        }

        foreach (var breach in ShareFaults(settlement, facts, figures))
        {
            yield return breach;
        }

        foreach (var use in facts.UsedElsewhere.Where(u => u.IsCertain))
        {
            yield return new("settlement.invoice-used", null, use.Invoice, use.Where);
        }
    }

    /// <summary>A share of the cost is not left out, is not above the one accepted, and all vouchers together bear it.</summary>
    private static IEnumerable<Breach> ShareFaults(Settlement settlement, SettlementFacts facts, IReadOnlyList<SettlementFigure> figures)
    {
        var accepted = settlement.Basis is SettlementBasis.Accepted ? facts.Share : null;
        if (settlement.ShareBasisPoints is not { } share)
        {
            if (accepted is not null)
            {
                yield return new("settlement.share-missing", nameof(SettlementText.ShareBasisPoints), accepted.BasisPoints / 100m, accepted.Due, accepted.Cost);
            }

            yield break;
        }

        if (accepted is not null && share > accepted.BasisPoints)
        {
            yield return new("settlement.share-above", nameof(SettlementText.ShareBasisPoints), share / 100m, accepted.BasisPoints / 100m, accepted.Due, accepted.Cost);
        }

        var (cost, support) = (SettlementFigures.Cost(settlement.Text), figures.Where(f => f.IsSupport).Select(f => f.ToSettle).Sum());
        var given = accepted is not null && share == accepted.BasisPoints ? accepted.Of(cost) : cost.Share(share);
        if (given < support)
        {
            yield return new("settlement.share-below", nameof(SettlementText.ShareBasisPoints), cost, share / 100m, given, support, support - given);
        }
    }

    private static IEnumerable<Breach> NothingOpen(SettlementFacts facts, IReadOnlyList<SettlementFigure> figures)
    {
        if (facts.OpenPayments.Count > 0)
        {
            yield return new("settlement.payments-open", null, facts.OpenPayments.Count, string.Join(", ", facts.OpenPayments));
        }

        if (facts.UnsignedParts.Count > 0)
        {
            yield return new("settlement.parts-open", null, facts.UnsignedParts.Count, string.Join(", ", facts.UnsignedParts));
        }

        // What is to come back of this contract stands in its own figures; of one that is liquidated nothing else would ask for it any more.
        foreach (var excess in facts.Excesses.Where(e => e.SettlementId is not null && e.ContractId != facts.Contract.ContractId && e.Uncovered > Dong.Zero))
        {
            yield return new("settlement.excess-uncovered", null, excess.Number ?? "", excess.Amount, excess.Ordered, excess.Uncovered);
        }

        foreach (var figure in figures.Where(f => f.IsPaidHere))
        {
            if (figure.Advanced > Dong.Zero)
            {
                yield return new("settlement.advance-open", null, Name(figure.Source), figure.Advanced, figure.ToRecover.AtMost(figure.Advanced));
            }

            if (figure.Paid > figure.ToSettle && !ComesBackByOrder(figure, facts))
            {
                yield return new("settlement.paid-above", null, Name(figure.Source), figure.Paid, figure.ToSettle, figure.Paid - figure.ToSettle);
            }

            if (figure.StillToPay > Dong.Zero)
            {
                yield return new("settlement.still-to-pay", null, Name(figure.Source), figure.Paid, figure.ToSettle, figure.StillToPay);
            }
        }
    }

    /// <summary>What a year's final account has settled comes back by no request: what the Cục (5c) took of it since is ordered back of the liquidated contract.</summary>
    private static bool ComesBackByOrder(SettlementFigure figure, SettlementFacts facts) =>
        figure.Source == FundingSource.National.Code && facts.Excesses.Any(e => e.ContractId == facts.Contract.ContractId)
        && facts.Held.Where(h => h.Source == figure.Source).Select(h => h.Settled).Sum() == figure.Paid;

    /// <summary>What was sent and what stands now are one, or it goes back to whoever prepared it.</summary>
    private static IEnumerable<Breach> Moved(Settlement settlement, IReadOnlyList<SettlementFigure> figures) =>
        from amount in settlement.Amounts
        let now = figures.Where(f => f.Source == amount.Source).Select(f => f.ToSettle).Sum()
        where now != amount.Settled
        select new Breach("settlement.figures-moved", null, Name(amount.Source), amount.Settled, now);

    private static IEnumerable<Breach> LiquidationCited(Settlement settlement, SettlementFacts facts, SettlementMove move, DateOnly today)
    {
        if (Blank(move.DocumentNumber) is not { } number)
        {
            yield return new("settlement.liquidation-missing", nameof(move.DocumentNumber));
        }
        else if (number.Length > Settling.LongestNumber)
        {
            yield return new("project.too-long", nameof(move.DocumentNumber), Settling.LongestNumber);
        }

        if (move.DocumentDate is not { } on || on > today || on < facts.Contract.SignedOn)
        {
            yield return new("settlement.liquidation-date", nameof(move.DocumentDate));
        }
        else if ((settlement.Basis is SettlementBasis.ForceMajeure ? settlement.ConfirmationDate : facts.LastAcceptedOn) is { } found && on < found)
        {
            // The contract ends on what was found of it.
            yield return new("settlement.liquidation-before", nameof(move.DocumentDate), found);
        }
    }

    private static IEnumerable<Breach> RevocationCited(Settlement settlement, SettlementMove move, DateOnly today)
    {
        if (Blank(move.DocumentNumber) is not { } number)
        {
            yield return new("settlement.revocation-missing", nameof(move.DocumentNumber));
        }
        else if (number.Length > Settling.LongestNumber)
        {
            yield return new("project.too-long", nameof(move.DocumentNumber), Settling.LongestNumber);
        }

        if (move.DocumentDate is not { } on || on > today || on < settlement.LiquidationDate)
        {
            yield return new("settlement.revocation-date", nameof(move.DocumentDate));
        }
    }

    private static string Name(string source) => FundingSource.Find(source)?.ShortName ?? source;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
