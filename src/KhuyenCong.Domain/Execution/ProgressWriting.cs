using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Execution;

/// <summary>Lập, gửi, xác nhận, trả lại báo cáo tiến độ.</summary>
public static class ProgressWriting
{
    public const int LongestText = 4000;
    public const int LongestCaption = 300;
    public const int MostPhotos = 30;

    /// <summary>A photograph of a phone; more is a film.</summary>
    public const long LargestPhoto = 10 * 1024 * 1024;

    /// <summary>Thousandths: nobody builds a milliard of anything.</summary>
    public const long MostDone = 1_000_000_000_000;

    /// <summary>Opens the report of one month; one contract has one report a month.</summary>
    public static Ruling<ProgressOpened> Open(ProgressOpened wanted, ReportedContract of, ProjectMover mover, bool isTaken, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(mover);
        var isMonth = wanted is { Month: >= 1 and <= 12, Year: >= 2000 and <= 2200 };
        var first = isMonth ? new DateOnly(wanted.Year, wanted.Month, 1) : DateOnly.MaxValue;
        return Decide.If(
            () => wanted,
            (mover.May(Act.ReportProgress, of), new("progress.not-allowed")),
            (of is { IsRunning: true, SignedOn: not null }, new("progress.contract-not-running")),
            (isMonth && first <= today && (of.SignedOn is not { } signed || first.AddMonths(1) > signed), new("progress.month-outside", nameof(wanted.Month))),
            (!isTaken, new("progress.month-taken", nameof(wanted.Month), $"{wanted.Month:00}/{wanted.Year}")));
    }

    /// <summary>What is written may be unfinished; that it is whole is asked when it is submitted.</summary>
    public static Ruling<ProgressWritten> Write(ProgressReport report, ReportedContract of, ProgressText text, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        var lines = of.Lines;
        var known = text.Lines.ToLookup(l => l.EstimateLineId);
        // Wording, quantity and price are the estimate's; only what is done and spent is typed.
        ProgressLineText[] kept = [.. lines.Select(l => new ProgressLineText(l.ProjectEstimateLineId, l.Content, l.Unit, l.Quantity, l.UnitPrice, known[l.ProjectEstimateLineId].FirstOrDefault()?.Done, known[l.ProjectEstimateLineId].FirstOrDefault()?.Spent ?? FundingSplit.None))];
        var breaches = new List<Breach>();
        if (!report.IsEditable)
        {
            breaches.Add(new("progress.wrong-state"));
        }

        if (!mover.May(Act.ReportProgress, of))
        {
            breaches.Add(new("progress.not-allowed"));
        }

        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i].Done is < 0 or > MostDone)
            {
                breaches.Add(new("progress.done-outside", $"Lines[{i}].Done", kept[i].Content));
            }

            if (kept[i].Spent.Amounts.Any(a => a < Dong.Zero))
            {
                breaches.Add(new("progress.spent-negative", $"Lines[{i}].Done", kept[i].Content));
            }
        }

        if (text.OwnShare is < 0 or > ProgressReport.Whole)
        {
            breaches.Add(new("progress.own-share-outside", nameof(text.OwnShare)));
        }

        breaches.AddRange(new[] { (text.Difficulties, nameof(text.Difficulties)), (text.Proposals, nameof(text.Proposals)), (text.DeviationReason, nameof(text.DeviationReason)) }
            .Where(t => t.Item1?.Length > LongestText).Select(t => new Breach("progress.too-long", t.Item2, LongestText)));
        var whole = text with { Lines = kept, Difficulties = Blank(text.Difficulties), Proposals = Blank(text.Proposals), DeviationReason = Blank(text.DeviationReason) };
        return Decide.Unless<ProgressWritten>(breaches, () => new(whole, of.Investment, [.. kept.Select(_ => Uuid.New(clock))], mover.UserId, clock.UtcNow));
    }

    /// <param name="report">With all its rows.</param>
    /// <param name="confirmed">Reports of the same contract that are confirmed, with their lines.</param>
    public static Ruling<ProgressMoved> Move(ProgressReport report, ReportedContract of, Guid stepId, ProgressAction action, string? note, IReadOnlyList<ProgressReport> confirmed, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(confirmed);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (ProgressStates.Find(report.State, action) is not { } transition)
        {
            return new(null, [new("progress.wrong-state")]);
        }

        if (!mover.May(transition.Who, of))
        {
            return new(null, [new("progress.not-allowed")]);
        }

        var breaches = transition.Guards.SelectMany(g => Unmet(g, report, of, note, confirmed, mover)).ToList();
        if (note?.Length > LongestText)
        {
            breaches.Add(new("progress.too-long", "Note", LongestText));
        }

        return Decide.Unless<ProgressMoved>(breaches, () => new(report.ProgressReportId, stepId, action, Blank(note), transition.To, mover.UserId, clock.Today, clock.UtcNow));
    }

    /// <summary>Whether the signed scan may come: by those who report; what is there stays, unless the report is theirs to write again.</summary>
    public static IReadOnlyList<Breach> ScanFaults(ProgressReport report, ReportedContract of, ProjectMover mover)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(mover);
        return !mover.May(Act.ReportProgress, of) ? [new("progress.not-allowed")]
            : report.FileSha is not null && !report.IsEditable ? [new("progress.scan-kept")]
            : [];
    }

    /// <summary>Whether a photograph may come or go.</summary>
    public static IReadOnlyList<Breach> PhotoFaults(ProgressReport report, ReportedContract of, ProjectMover mover, int coming = 0)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(mover);
        List<Breach> breaches = [];
        if (!mover.May(Act.ReportProgress, of))
        {
            breaches.Add(new("progress.not-allowed"));
        }

        if (!report.IsEditable)
        {
            breaches.Add(new("progress.wrong-state"));
        }

        if (report.Photos.Count + coming > MostPhotos)
        {
            breaches.Add(new("progress.too-many-photos", "Photo", MostPhotos));
        }

        return breaches;
    }

    /// <summary>Lines that say less than a month before, or more than a month after, both confirmed: what is done does not become undone without a reason.</summary>
    public static IReadOnlyList<string> Deviations(ProgressReport report, IReadOnlyList<ProgressReport> confirmed)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(confirmed);
        var others = confirmed.Where(r => r.ProgressReportId != report.ProgressReportId && r.State is ProgressReportState.Confirmed).ToList();
        var before = others.Where(r => r.Period < report.Period).MaxBy(r => r.Period);
        var after = others.Where(r => r.Period > report.Period).MinBy(r => r.Period);
        return [.. report.Lines.OrderBy(l => l.Order)
            .Where(l => (LineOf(before, l) is { } past && IsLess(l, past)) || (LineOf(after, l) is { } later && IsLess(later, l)))
            .Select(l => l.Content)];
    }

    private static ProgressLine? LineOf(ProgressReport? report, ProgressLine line) => report?.Lines.FirstOrDefault(l => l.EstimateLineId == line.EstimateLineId);

    /// <summary>Whether anything is less than it was; what is no longer said is less.</summary>
    private static bool IsLess(ProgressLine line, ProgressLine past) =>
        (line.Done ?? -1) < (past.Done ?? -1) || line.Spent.Amounts.Zip(past.Spent.Amounts).Any(s => (s.First ?? Dong.Zero) < (s.Second ?? Dong.Zero));

    private static IEnumerable<Breach> Unmet(ProgressGuard guard, ProgressReport report, ReportedContract of, string? note, IReadOnlyList<ProgressReport> confirmed, ProjectMover mover) => guard switch
    {
        ProgressGuard.ContractRuns when !of.IsRunning => [new("progress.contract-not-running")],
        ProgressGuard.LinesFilled when report.Lines.Count == 0 => [new("progress.no-lines")],
        ProgressGuard.LinesFilled => report.Lines.OrderBy(l => l.Order).Where(l => l.Done is null).Select(l => new Breach("progress.done-missing", null, l.Content)),
        ProgressGuard.CumulativeOrExplained when report.DeviationReason is null => Deviations(report, confirmed).Select(content => new Breach("progress.less-than-confirmed", null, content)),
        ProgressGuard.ScanCurrentOrExplained when report.IsScanOlder && string.IsNullOrWhiteSpace(note) => [new("progress.scan-older", "Note")],
        ProgressGuard.ReasonGiven when string.IsNullOrWhiteSpace(note) => [new("progress.reason-missing", "Note")],
        ProgressGuard.ConfirmerIsAnother when report.HasHand(mover.UserId) => [new("progress.writer-confirms")],
        ProgressGuard.NotConcerned when mover.IsConcerned(of) => [new("progress.own-establishment")],
        _ => [],
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
