using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Law;

public sealed class ShippedLawTests
{
    private static readonly LawFile Law = ProgrammeJson.Read<LawFile>(Text("documents"));
    private static readonly RuleText[] Rules = ProgrammeJson.Read<RuleText[]>(Text("rules"));

    [Fact]
    public void EveryReference_LeadsToADocument()
    {
        var codes = Law.Documents.Select(d => d.Code).ToHashSet();
        codes.Count.ShouldBe(Law.Documents.Count);
        Law.Relations.SelectMany(r => new[] { r.Source, r.Target }).Concat(Rules.Select(r => r.Document)).Except(codes!).ShouldBeEmpty();
    }

    [Fact]
    public void TwoDocumentsNumbered26Of2014_AreKeptApart()
    {
        var both = Law.Documents.Where(d => d.Number.StartsWith("26/2014/", StringComparison.Ordinal)).ToArray();
        both.Select(d => (d.Kind, d.Issuer)).ShouldBe([(DocumentKind.Circular, "Bộ Công Thương"), (DocumentKind.JointCircular, "Bộ Tài chính - Bộ Công Thương")]);
        LegalDocument.From(new(Guid.Empty, both[0])).IsSameAs(both[1]).ShouldBeFalse();
    }

    [Fact]
    public void Marks_AreTheOnesOfTheSource() =>
        Law.Documents.ToDictionary(d => d.Code!, d => d.Verification).Where(d => d.Value is Verification.VerifiedVerbatim).Select(d => d.Key)
            .ShouldBe(["qd-2646-2025", "qd-524-2026-kh", "qd-33-2026-dn"]);

    [Fact]
    public void UnknownDates_StayUnknown() =>
        Law.Documents.Where(d => d.Date is null).Select(d => d.Number).ShouldBe(["80/2021/NĐ-CP", "30/2026/QH16", "237/NQ-UBTVQH16", "89/2025/QH15", "148/2025/QH15"]);

    [Theory]
    [InlineData("kcqg.unit-to-department", 2027, "2026-11-22", "2026-05-19")]
    [InlineData("kcqg.department-to-agency", 2027, "2026-11-22", "2026-06-19")]
    [InlineData("kcqg.department-to-agency", 2019, "2018-05-01", "2018-06-14")]
    [InlineData("kcqg.liquidation", 2026, "2026-11-22", "2027-01-22")]
    [InlineData("selection.certificate-validity", 2026, "2026-11-22", "2028-12-31")]
    public void TheThreeDeadlines_AreNotMixedUp(string code, int planYear, string day, string lastDay)
    {
        var rule = Rules.Where(r => r.Code == code).Select(r => LegalRule.From(new(Guid.Empty, Guid.Empty, r))).On(DateOnly.Parse(day));
        rule.ShouldNotBeNull().LastDayFor(planYear).ShouldBe(DateOnly.Parse(lastDay));
    }

    [Fact]
    public void OnlyTheDeadlineReadVerbatim_MayBlock()
    {
        var deadlines = Rules.Where(r => r.Kind is RuleKind.Deadline && r.Code.StartsWith("kcqg.", StringComparison.Ordinal))
            .Select(r => LegalRule.From(new(Guid.Empty, Guid.Empty, r)));
        deadlines.Where(r => RuleStanding.Of(r, [], new(2026, 11, 22)).MayBlock).Select(r => r.Code).ShouldBe(["kcqg.department-to-agency"]);
    }

    [Fact]
    public void RowsOfOneRule_NeverOverlap() =>
        Rules.GroupBy(r => r.Code).Where(g => g.Count() > 1).ShouldAllBe(g =>
            g.OrderBy(r => r.EffectiveFrom).Zip(g.OrderBy(r => r.EffectiveFrom).Skip(1)).All(p => p.First.EffectiveTo < p.Second.EffectiveFrom));

    [Fact]
    public void OnlyDaysOfTheSolarCalendar_AreFixed_AndNoneIsCalledVerified()
    {
        var rules = Rules.Where(r => r.Kind is RuleKind.Calendar).ToArray();
        rules.Where(r => r.DueDay is not null).Select(r => (r.DueDay, r.DueMonth)).ShouldBe([(1, 1), (30, 4), (1, 5), (2, 9)]);
        rules.ShouldAllBe(r => r.Verification == Verification.Secondary);
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "law", name + ".json"));
}
