using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Execution;

/// <summary>Kỳ báo cáo tiến độ: the months in which a contract owes a report, by the rule in force in each of them.</summary>
/// <remarks>Lateness blocks nothing: it is shown, and said to be a suggestion where the rule does not bind the contract's regime or nobody has verified it. A province's own day goes before the nation's, except for national contracts.</remarks>
public static class ExpectedReports
{
    /// <summary>Báo cáo tiến độ hằng tháng, trước ngày 25.</summary>
    public const string RuleCode = "kcqg.progress-report";

    /// <summary>No contract reports longer than this; a wrong date does not fill a page.</summary>
    private const int MostMonths = 240;

    /// <param name="signedOn">The months begin with the first whose last day comes after the signing.</param>
    /// <param name="endedOn">When the contract was liquidated or cancelled; null while it runs.</param>
    /// <param name="regime">The contract's.</param>
    /// <param name="rules">All versions of the rule and of the province's own, as the library has them.</param>
    /// <param name="adoptions">Of the province.</param>
    /// <param name="reports">Of the contract.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<ExpectedReport> Of(DateOnly signedOn, DateOnly? endedOn, Regime regime, IReadOnlyCollection<LegalRule> rules, IReadOnlyCollection<RuleAdoption> adoptions, IReadOnlyCollection<ReportMark> reports, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(adoptions);
        ArgumentNullException.ThrowIfNull(reports);
        var given = reports.ToDictionary(r => (r.Year, r.Month));
        // Once everything is done and confirmed there is nothing left to report.
        var whole = reports.Where(r => r is { State: ProgressReportState.Confirmed, WorkShare: ProgressReport.Whole }).Select(r => (DateOnly?)new DateOnly(r.Year, r.Month, 1)).Min();
        var until = new[] { endedOn, whole, today }.Min() ?? today;
        List<ExpectedReport> expected = [];
        var month = new DateOnly(signedOn.Year, signedOn.Month, 1);
        for (var i = 0; i < MostMonths && month <= until; i++, month = month.AddMonths(1))
        {
            if (RuleOn(regime, rules, month) is not { } rule || LastDay(rule, month) is not { } last || last <= signedOn || endedOn < last)
            {
                continue;
            }

            var binds = LocalRegulations.Binds(rule, regime, adoptions, month);
            expected.Add(Of(month, last, rule, binds, given.GetValueOrDefault((month.Year, month.Month)), today));
        }

        return expected;
    }

    /// <summary>A report of a month in which none was asked for: never late.</summary>
    public static ExpectedReport Unasked(ReportMark report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var month = new DateOnly(report.Year, report.Month, 1);
        return Of(month, null, null, binds: false, report, month);
    }

    /// <summary>The last day in time of a month, or null where the rule asks for no report in it.</summary>
    public static DateOnly? LastDay(LegalRule rule, DateOnly month)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule is not { DueDay: { } day, DueMonth: null } || (rule.EveryMonths is > 1 and { } every && month.Month % every != 0)
            ? null
            : new DateOnly(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month))).AddDays(rule.DueBefore ? -1 : 0);
    }

    private static LegalRule? RuleOn(Regime regime, IReadOnlyCollection<LegalRule> rules, DateOnly month) =>
        LocalRegulations.Own(regime, LocalSubject.ProgressReport, rules, month) is { DueDay: not null } own ? own : rules.Where(r => r.Code == RuleCode).On(month);

    private static ExpectedReport Of(DateOnly month, DateOnly? last, LegalRule? rule, bool binds, ReportMark? report, DateOnly today) => new(
        month.Year,
        month.Month,
        last,
        rule?.LegalRuleId,
        binds,
        report?.ProgressReportId,
        report?.State switch
        {
            ProgressReportState.Submitted => ReportStanding.AwaitingConfirmation,
            ProgressReportState.Confirmed => ReportStanding.Confirmed,
            ProgressReportState.SentBack => ReportStanding.SentBack,
            _ => last < today ? ReportStanding.Missing : ReportStanding.NotYetDue,
        },
        report?.FirstSubmittedOn)
    {
        RuleCode = rule?.Code,
    };
}

/// <summary>Báo cáo đã có của một kỳ, for counting.</summary>
public sealed record ReportMark(Guid ProgressReportId, int Year, int Month, ProgressReportState State, DateOnly? FirstSubmittedOn, int WorkShare);

/// <summary>Một kỳ phải báo cáo.</summary>
/// <param name="LastDay">The last day in time; null where no rule asks for a report in that month.</param>
/// <param name="Binds">Whether the rule binds this contract; otherwise the day is a suggestion.</param>
/// <param name="ReportId">The report, begun or sent; null where there is none.</param>
/// <param name="SubmittedOn">When it first came.</param>
public sealed record ExpectedReport(int Year, int Month, DateOnly? LastDay, Guid? LegalRuleId, bool Binds, Guid? ReportId, ReportStanding Standing, DateOnly? SubmittedOn)
{
    /// <summary>Of the rule that asks for it.</summary>
    public string? RuleCode { get; init; }

    public bool IsMissing => Standing is ReportStanding.Missing;

    /// <summary>Whether it came after its last day.</summary>
    public bool CameLate => SubmittedOn > LastDay;

    public int DaysLate(DateOnly today) => LastDay is { } last ? Math.Max(0, (SubmittedOn ?? today).DayNumber - last.DayNumber) : 0;
}
