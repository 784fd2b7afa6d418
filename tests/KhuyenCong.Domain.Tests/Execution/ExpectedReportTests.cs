using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Tests.Execution;

public sealed class ExpectedReportTests
{
    private static readonly LegalRule Rule = LegalRule.From(new(Given.Id(), Given.Id(), new()
    {
        Code = ExpectedReports.RuleCode,
        Kind = RuleKind.Deadline,
        Text = "Trước ngày 25 hằng tháng",
        Regime = Regime.National,
        Verification = Verification.Codified,
        EffectiveFrom = new(2014, 2, 10),
        DueDay = 25,
        DueBefore = true,
        EveryMonths = 1,
    }));

    [Theory]
    [InlineData("2026-11-30", "2027-02-24", "12/2026 Missing, 1/2027 Missing, 2/2027 NotYetDue")]
    [InlineData("2026-11-30", "2027-02-25", "12/2026 Missing, 1/2027 Missing, 2/2027 Missing")]
    [InlineData("2026-12-23", "2027-01-01", "12/2026 Missing, 1/2027 NotYetDue")]
    [InlineData("2026-12-24", "2027-01-24", "1/2027 NotYetDue")] // signed on the last day: nothing was to be reported yet
    [InlineData("2027-01-05", "2027-01-05", "1/2027 NotYetDue")]
    public void Months_BeginWithTheFirstLastDayAfterTheSigning_AcrossTheYear(string signed, string today, string months) =>
        Told(Of(signed, today)).ShouldBe(months);

    [Theory]
    [InlineData("2026-12-24", false, 0)]
    [InlineData("2026-12-25", true, 1)]
    [InlineData("2027-01-02", true, 9)]
    public void TheDayItself_IsLate(string submitted, bool isLate, int days)
    {
        var month = Of("2026-12-01", "2027-01-10", reports: [Mark(2026, 12, ProgressReportState.Submitted, submitted)])[0];
        (month.CameLate, month.DaysLate(new(2027, 1, 10)), month.Standing).ShouldBe((isLate, days, ReportStanding.AwaitingConfirmation));
    }

    [Fact]
    public void ADraft_IsNoReport() =>
        Told(Of("2026-12-01", "2026-12-31", reports: [Mark(2026, 12, ProgressReportState.Drafting, null)])).ShouldBe("12/2026 Missing");

    [Fact]
    public void WhereTheContractEnded_OrAllIsDone_NothingMoreIsOwed()
    {
        Told(Of("2026-11-30", "2027-03-01", ended: "2027-01-10")).ShouldBe("12/2026 Missing");
        Told(Of("2026-11-30", "2027-03-01", ended: "2027-01-24")).ShouldBe("12/2026 Missing, 1/2027 Missing");
        Told(Of("2026-11-30", "2027-03-01", reports: [Mark(2026, 12, ProgressReportState.Confirmed, "2026-12-20", ProgressReport.Whole)])).ShouldBe("12/2026 Confirmed");
        Told(Of("2026-11-30", "2027-01-01", reports: [Mark(2026, 12, ProgressReportState.Submitted, "2026-12-20", ProgressReport.Whole)])).ShouldBe("12/2026 AwaitingConfirmation, 1/2027 NotYetDue", "only what is confirmed ends it");
    }

    [Fact]
    public void TheDayBinds_OnlyNationalContracts_AndOnlyOnceAdopted()
    {
        var adoption = RuleAdoption.Of(new(Given.Id(), "56", Rule.LegalRuleId, new("1/QĐ", new(2026, 1, 1), "Người ký", "Giám đốc", new(2026, 1, 1)), Given.Id()));
        Of("2026-12-01", "2026-12-31")[0].Binds.ShouldBeFalse("nobody has verified it");
        Of("2026-12-01", "2026-12-31", adoption: adoption)[0].Binds.ShouldBeTrue();
        Of("2026-12-01", "2026-12-31", adoption: adoption, regime: Regime.Provincial)[0].Binds.ShouldBeFalse("another regime's rule");
        Of("2026-12-01", "2026-12-31", adoption: adoption, regime: Regime.Commune)[0].Binds.ShouldBeFalse();
    }

    [Fact]
    public void TheProvincesOwnDay_GoesBeforeTheNations_AndBindsOnceAdopted()
    {
        var own = LegalRule.From(new(Given.Id(), Given.Id(), new() { Code = LocalRegulations.CodeOf("56", LocalSubject.ProgressReport), Kind = RuleKind.Condition, Text = "…", TerritoryProvinceCode = "56", Verification = Verification.Secondary, EffectiveFrom = new(2026, 1, 1), DueDay = 20 }));
        var adoption = RuleAdoption.Of(new(Given.Id(), "56", own.LegalRuleId, new("1/QĐ", new(2026, 1, 1), "Người ký", "Giám đốc", new(2026, 1, 1)), Given.Id()));
        ExpectedReport December(Regime regime, params RuleAdoption[] adoptions) => ExpectedReports.Of(new(2026, 12, 1), null, regime, [Rule, own], adoptions, [], new(2026, 12, 31))[0];
        December(Regime.Provincial).LastDay.ShouldBe(new DateOnly(2026, 12, 20));
        December(Regime.Provincial).RuleCode.ShouldBe(own.Code);
        December(Regime.Provincial).Binds.ShouldBeFalse("nobody has verified it");
        December(Regime.Provincial, adoption).Binds.ShouldBeTrue();
        December(Regime.Commune, adoption).Binds.ShouldBeTrue();
        December(Regime.National, adoption).LastDay.ShouldBe(new DateOnly(2026, 12, 24));
        December(Regime.National, adoption).Binds.ShouldBeFalse();
    }

    [Fact]
    public void WithoutARule_NothingIsExpected_AndAReportIsStillShown()
    {
        ExpectedReports.Of(new(2026, 12, 1), null, Regime.National, [], [], [], new(2027, 1, 1)).ShouldBeEmpty();
        var month = ExpectedReports.Unasked(Mark(2026, 12, ProgressReportState.Submitted, "2026-12-31"));
        (month.LastDay, month.CameLate, month.IsMissing, month.Standing).ShouldBe((null, false, false, ReportStanding.AwaitingConfirmation));
        ExpectedReports.Unasked(Mark(2026, 12, ProgressReportState.Drafting, null)).IsMissing.ShouldBeFalse();
    }

    private static IReadOnlyList<ExpectedReport> Of(string signed, string today, string? ended = null, RuleAdoption? adoption = null, Regime regime = Regime.National, params ReportMark[] reports) => ExpectedReports.Of(
        Day(signed), ended is null ? null : Day(ended), regime, [Rule], adoption is null ? [] : [adoption], reports, Day(today));

    private static ReportMark Mark(int year, int month, ProgressReportState state, string? submitted, int share = 5000) => new(Given.Id(), year, month, state, submitted is null ? null : Day(submitted), share);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Told(IEnumerable<ExpectedReport> months) => string.Join(", ", months.Select(m => $"{m.Month}/{m.Year} {m.Standing}"));
}
