using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.YearlySettlements;

/// <summary>Những gì đang có khi xét báo cáo quyết toán năm, read under the lock of its lines.</summary>
/// <param name="Unit">Whose report it is.</param>
/// <param name="Now">What the ledger says at this moment.</param>
/// <param name="IsSound">Whether the balances that the ledger keeps are what its entries come to.</param>
/// <param name="LaidDown">The way of communes as the province has laid it down; null where it has not.</param>
public sealed record YearlyFacts(YearlyUnit Unit, YearlyFigures Now, bool IsSound, YearlyRoute? LaidDown);

/// <summary>Lập, trình, xét, thẩm định báo cáo quyết toán năm: every rule, and all that stands against a step at once.</summary>
public static class YearlyMoves
{
    public const int LongestNote = 4000;
    public const int LongestReason = 1000;
    public const int LongestNumber = 60;
    public const int LongestIssuer = 200;

    public static Ruling<YearlyOpened> Open(YearlyOpened wanted, YearlyMover mover, bool hasLines, bool isOpen)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        return !mover.May(Act.PrepareSettlement, YearlySide.Unit, wanted.Unit) ? new(null, [new("yearly.not-allowed")])
            : Decide.If(
                () => wanted,
                (wanted.Year is >= Allotting.EarliestYear and <= Allotting.LatestYear, new("allocation.year-outside", nameof(wanted.Year), Allotting.EarliestYear, Allotting.LatestYear)),
                (hasLines, new("yearly.no-line", nameof(wanted.Year), wanted.Year)),
                (!isOpen, new("yearly.open-already", nameof(wanted.Year), wanted.Year)));
    }

    /// <summary>Whether somebody may draw the figures of this report now.</summary>
    public static bool MayDraw(YearlySettlement report, YearlyUnit unit, YearlyMover mover)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(mover);
        return report.IsEditable && mover.May(Act.PrepareSettlement, YearlySide.Unit, unit) && !report.Hands.HasAppraised(mover.UserId);
    }

    /// <summary>Takes the figures from the ledger: into the version that is drafted, or into the next one where the last was sent back.</summary>
    public static Ruling<YearlyDrawn> Draw(YearlySettlement report, YearlyFacts facts, Guid versionId, string? note, YearlyMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (!report.IsEditable)
        {
            return new(null, [new("yearly.wrong-state")]);
        }

        if (!mover.May(Act.PrepareSettlement, YearlySide.Unit, facts.Unit))
        {
            return new(null, [new("yearly.not-allowed")]);
        }

        return Decide.If<YearlyDrawn>(
            () => new(versionId, report.Round == 0 || report.State is YearlyState.SentBack, facts.Now, Blank(note), mover.UserId, clock.Today, clock.UtcNow),
            (!report.Hands.HasAppraised(mover.UserId), new("yearly.judge-draws")),
            (facts.Now.Lines.Count > 0, new("yearly.no-line", null, report.Year)),
            (facts.IsSound, new("yearly.unsound")),
            (note is not { Length: > LongestNote }, new("project.too-long", "Note", LongestNote)));
    }

    /// <param name="report">With its versions.</param>
    /// <param name="facts">As they stand under the lock.</param>
    /// <param name="stepId">Of the step.</param>
    /// <param name="move">What is wanted.</param>
    /// <param name="mover">Who wants it.</param>
    /// <param name="clock">Of the step.</param>
    public static Ruling<YearlyMoved> Of(YearlySettlement report, YearlyFacts facts, Guid stepId, YearlyMove move, YearlyMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        var routes = YearlyStates.RoutesOf(report, facts.Unit, facts.LaidDown);
        if (YearlyStates.Find(report.State, move.Action, routes) is not { } transition)
        {
            // A commune that chose the way its province has closed is told so.
            var isClosed = facts is { LaidDown: not null, Unit.Commune: not null } && YearlyStates.Find(report.State, move.Action, facts.Unit.Routes(null)) is not null && report.IsEditable;
            return new(null, [new(isClosed ? "yearly.route-closed" : "yearly.wrong-state")]);
        }

        if (!mover.May(transition.Who, transition.Side, facts.Unit))
        {
            return new(null, [new("yearly.not-allowed")]);
        }

        var cleaned = move with
        {
            Note = Blank(move.Note),
            DocumentNumber = Blank(move.DocumentNumber),
            Issuer = Blank(move.Issuer),
            Findings = transition.Asks(YearlyGuard.EveryLineFound) ? [.. move.Findings.Where(f => report.Current.Figures.Lines.Any(l => l.AllocationId == f.AllocationId)).Select(f => f with { Reason = Blank(f.Reason) })] : [],
        };
        List<Breach> breaches = [.. transition.Guards.SelectMany(g => Against(g, report, facts, cleaned, mover.UserId, clock.Today))];
        if (cleaned.Note is { Length: > LongestNote })
        {
            breaches.Add(new("project.too-long", nameof(move.Note), LongestNote));
        }

        return Decide.Unless<YearlyMoved>(breaches, () => new(report.YearlySettlementId, stepId, cleaned, transition.To, transition.Routes.First(routes.Contains), mover.UserId, clock.Today, clock.UtcNow));
    }

    private static IEnumerable<Breach> Against(YearlyGuard guard, YearlySettlement report, YearlyFacts facts, YearlyMove move, Guid userId, DateOnly today) => guard switch
    {
        YearlyGuard.YearOver => today < new DateOnly(report.Year, 12, 31) ? [new("yearly.not-over", null, report.Year)] : [],
        YearlyGuard.FiguresStand => FiguresStand(report, facts),
        YearlyGuard.NotWriter => report.Hands.HasWritten(userId) ? [new("yearly.own-work")] : [],
        YearlyGuard.NotSubmitter => report.SubmittedBy == userId ? [new("yearly.own-submission")] : [],
        YearlyGuard.NotSubmitterUnlessLaidDown => report.SubmittedBy == userId && facts.LaidDown is not YearlyRoute.WithinCommune ? [new("yearly.own-finish")] : [],
        YearlyGuard.NotReviewer => report.Steps.Any(s => s.Action is YearlyAction.Forward && s.Round == report.Round && s.By == userId) ? [new("yearly.own-review")] : [],
        YearlyGuard.ReasonGiven => move.Note is null ? [new("yearly.reason-missing", nameof(move.Note))] : [],
        YearlyGuard.DocumentCited => DocumentCited(move, today),
        YearlyGuard.EveryLineFound => report.Current.Figures.Lines.SelectMany(l => LineFound(l, move)),
        YearlyGuard.ScanKept => ScanKept(move),
        _ => throw new ArgumentOutOfRangeException(nameof(guard), guard, null),
    };

    /// <summary>What was drawn and what the ledger says now are one, or the figures are drawn anew.</summary>
    private static IEnumerable<Breach> FiguresStand(YearlySettlement report, YearlyFacts facts)
    {
        if (!facts.IsSound)
        {
            yield return new("yearly.unsound");
        }

        if (YearlyDifferences.Between(report.Current.Figures, facts.Now) is { Count: > 0 } moved)
        {
            yield return new(report.IsEditable ? "yearly.figures-moved" : "yearly.figures-moved-later", null, moved.Count);
        }
    }

    private static IEnumerable<Breach> LineFound(YearlyLine line, YearlyMove move)
    {
        var field = $"Findings[{line.AllocationId}]";
        var source = FundingSource.Find(line.Source)?.ShortName ?? line.Source;
        if (move.Findings.FirstOrDefault(f => f.AllocationId == line.AllocationId) is not { } found || found.Accepted < Dong.Zero)
        {
            yield return new("yearly.finding-missing", $"{field}.Accepted", source);
        }
        else if (found.Accepted > line.Total)
        {
            yield return new("yearly.finding-above", $"{field}.Accepted", source, found.Accepted, line.Total);
        }
        else if (found.Accepted != line.Settled && found.Reason is null)
        {
            yield return new("yearly.finding-reason", $"{field}.Reason", source, line.Settled, found.Accepted);
        }
        else if (found.Reason is { Length: > LongestReason })
        {
            yield return new("project.too-long", $"{field}.Reason", LongestReason);
        }
    }

    private static IEnumerable<Breach> DocumentCited(YearlyMove move, DateOnly today)
    {
        if (move.DocumentNumber is not { } number)
        {
            yield return new("yearly.document-missing", nameof(move.DocumentNumber));
        }
        else if (number.Length > LongestNumber)
        {
            yield return new("project.too-long", nameof(move.DocumentNumber), LongestNumber);
        }

        if (move.DocumentDate is not { } on || on > today)
        {
            yield return new("yearly.document-date", nameof(move.DocumentDate));
        }
    }

    private static IEnumerable<Breach> ScanKept(YearlyMove move)
    {
        if (move.Issuer is not { } issuer)
        {
            yield return new("yearly.issuer-missing", nameof(move.Issuer));
        }
        else if (issuer.Length > LongestIssuer)
        {
            yield return new("project.too-long", nameof(move.Issuer), LongestIssuer);
        }

        if (move.FileSha is null)
        {
            yield return new("yearly.scan-missing", "Upload");
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
