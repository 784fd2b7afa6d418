using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Norms;

public sealed class ShippedNormsTests
{
    private static readonly NormFile File = ProgrammeJson.Read<NormFile>(Text("norms"));
    private static readonly RuleText[] Rules = ProgrammeJson.Read<RuleText[]>(Text("rules"));

    private static readonly (NormTerms Terms, RuleText Rule)[] Norms = [.. File.Norms.Select(n => (n.Terms, n.Rule ?? Rules.Single(r => r.Code == n.RuleCode)))];

    [Fact]
    public void AllThirtyMarks_AreThere() =>
        Norms.Select(n => n.Terms.Mark).Distinct().ShouldBe(Enumerable.Range(1, 30).Select(n => $"CAP-{n:00}"));

    [Fact]
    public void NoneIsVerified_ForTheAmendingCircularIsUnread() => Norms.ShouldAllBe(n => n.Rule.Verification != Verification.VerifiedVerbatim);

    [Theory]
    [InlineData("CAP-01", null, 10L, NormUnit.Enterprise)]
    [InlineData("CAP-02", 3000, 1000L, NormUnit.Model)]
    [InlineData("CAP-03", 3000, 100L, NormUnit.Model)]
    [InlineData("CAP-04", 3000, 500L, NormUnit.Model)]
    [InlineData("CAP-05", 5000, 300L, NormUnit.Establishment)]
    [InlineData("CAP-06", 5000, 450L, NormUnit.Establishment)]
    [InlineData("CAP-10", 8000, null, NormUnit.Booth)]
    [InlineData("CAP-11", 5000, 35L, NormUnit.Brand)]
    [InlineData("CAP-12", null, null, NormUnit.Showroom)]
    [InlineData("CAP-13", 5000, null, NormUnit.Establishment)]
    [InlineData("CAP-14", 3000, 50L, NormUnit.Association)]
    [InlineData("CAP-15", null, 150L, NormUnit.Linkage)]
    [InlineData("CAP-16", 5000, 500L, NormUnit.Establishment)]
    [InlineData("CAP-17", 3000, 300L, NormUnit.Establishment)]
    [InlineData("CAP-18", 3000, 1500L, NormUnit.Cluster)]
    [InlineData("CAP-19", 5000, 500L, NormUnit.Cluster)]
    [InlineData("CAP-20", 3000, 6000L, NormUnit.Cluster)]
    [InlineData("CAP-26", 150, null, NormUnit.None)]
    [InlineData("CAP-30", null, null, NormUnit.None)]
    public void Figures_AreTheOnesOfTheTable(string mark, int? share, long? millions, NormUnit unit)
    {
        var (terms, rule) = Norms.Single(n => n.Terms.Mark == mark);
        (rule.BasisPoints, rule.Amount, terms.Unit).ShouldBe((share, millions * 1_000_000, unit));
    }

    [Fact]
    public void FiguresOfLowTrust_AreText() =>
        Norms.Where(n => n.Terms.UncertainText is not null).Select(n => n.Terms.Mark).ShouldBe(["CAP-12", "CAP-13"]);

    [Fact]
    public void EveryNorm_HasItsKind_ItsRuleIsANorm_AndItsCodeIsItsOwn()
    {
        Norms.Select(n => n.Terms.KindCode).Except(File.Kinds.Select(k => k.Code)).ShouldBeEmpty();
        Norms.ShouldAllBe(n => n.Rule.Kind == RuleKind.Norm && n.Rule.TerritoryProvinceCode == null);
        Norms.Select(n => n.Rule.Code).Concat(File.Rules.Concat(File.Papers.Select(p => p.Rule)).Select(r => r.Code)).ShouldBeUnique();
        File.Kinds.Select(k => k.Content).Except(Article4.All.Select(c => c.Code)).ShouldBeEmpty();
    }

    [Fact]
    public void TheFifteenLists_AreThere_AndUnverified()
    {
        File.Papers.Select(p => p.Checklist?[..3]).OfType<string>().Distinct().ShouldBe(Enumerable.Range(1, 15).Select(n => $"D{n:00}"));
        File.Papers.ShouldAllBe(p => p.Rule.Verification == Verification.Codified);
        File.Kinds.Select(k => k.Checklist).OfType<string>().Except(File.Papers.Select(p => p.Checklist!)).ShouldBeEmpty();
    }

    [Fact]
    public void EveryList_HasItsKindOfSupport_ButTheContests()
    {
        var kinds = File.Kinds.Select(SupportKind.Of).ToArray();
        var without = File.Papers.Where(p => !kinds.Any(RequiredPaper.Of(Guid.Empty, Guid.Empty, null, p.Checklist, p.Stage, p.Papers[0], 0, p.Kind).IsFor));
        without.Select(p => p.Checklist).ShouldBe(["D15"], "no kind of support pays for a contest: the list is shown, not guessed to another kind");
        File.Papers.Where(p => p.Kind is not null && p.Stage is not CheckStage.Advance).SelectMany(p => p.Papers).ShouldAllBe(p => p.OnlyIf != null);
    }

    [Fact]
    public void TheAppendixNobodyHasRead_IsNamed_NeverDemanded() =>
        File.Papers.SelectMany(p => p.Papers).Where(p => p.Name.Contains("Phụ lục 2", StringComparison.Ordinal)).ShouldHaveSingleItem().OnlyIf.ShouldBe("danh mục chưa đọc được");

    [Fact]
    public void OldTerritories_CoverTheirProvinceOnce()
    {
        foreach (var province in File.Parts.GroupBy(p => p.ProvinceCode))
        {
            province.SelectMany(p => p.Communes).ShouldBeUnique();
        }

        File.Parts.ToDictionary(p => p.Code, p => p.Communes.Count).ShouldBe(new Dictionary<string, int> { ["ninh-thuan"] = 24, ["khanh-hoa-cu"] = 41, ["binh-phuoc"] = 40, ["dong-nai-cu"] = 55 });
    }

    [Fact]
    public void NoProvince_HasANormOfItsOwnYet_AndBothAreAsked() =>
        File.Sources.GroupBy(s => s.ProvinceCode).Select(g => (g.Key, g.Select(s => s.Document).OfType<string>().Single())).ShouldBe([("56", "nq-06-2025-kh"), ("75", "nq-02-2025-dn")]);

    private static string Text(string name) => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "law", name + ".json"));
}
