using System.Text;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Plans;

public sealed class PriorityTests
{
    private static readonly TradeGround[] B = [TradeGround.Export];
    private static readonly TradeGround[] A = [TradeGround.Mechanics];

    [Fact]
    public void KeyProjectsFirst_ThenTerritory_ThenTradeGroupB_ThenA()
    {
        PriorityFacts[] inOrder =
        [
            new(ProjectKind.NationalKey, false, null, [], []),
            new(ProjectKind.NationalSpecific, false, PriorityTerritory.HighlandOrIsland, [], []),
            new(ProjectKind.NationalSpecific, false, PriorityTerritory.NewRural, B, []),
            new(ProjectKind.NationalSpecific, false, PriorityTerritory.NewRural, [], A),
            new(ProjectKind.NationalSpecific, false, PriorityTerritory.NewRural, [], []),
            new(ProjectKind.NationalSpecific, false, PriorityTerritory.Difficult, B, A),
            new(ProjectKind.NationalSpecific, false, null, B, A),
            new(ProjectKind.NationalSpecific, false, null, [], A),
            new(ProjectKind.NationalSpecific, false, null, [], []),
        ];
        inOrder.Reverse().OrderBy(f => PriorityOrder.Of(f, PriorityOrder.RuleCodes)).ShouldBe(inOrder);
    }

    [Fact]
    public void CleanerProduction_StandsApart_WhateverItsTerritoryAndTrade()
    {
        var place = PriorityOrder.Of(new(ProjectKind.Provincial, true, PriorityTerritory.HighlandOrIsland, B, A), PriorityOrder.RuleCodes);
        (place.IsApart, place.Territory, place.Trade).ShouldBe((true, PriorityOrder.NoTerritory, PriorityOrder.NoTrade));
    }

    [Theory]
    [InlineData(49, 5000, new TradeGround[0])]
    [InlineData(50, 5000, new[] { TradeGround.MuchLabour })]
    [InlineData(null, 5001, new[] { TradeGround.LocalMaterial })]
    public void TradeGroupB_FollowsTheThresholdsOfTheLibrary_ToTheLastWorker(int? labour, int? localMaterial, TradeGround[] grounds)
    {
        var establishment = Establishments.Given.Establishment(new YearEntry(2026, labour, LocalMaterialBasisPoints: localMaterial));
        new TradePriority(5000, 50).GroupB(establishment, [], Establishments.Given.Today).ShouldBe(grounds);
        // A library without them knows no group.
        new TradePriority(null, null).GroupB(establishment, [], Establishments.Given.Today).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("10202", new[] { TradeGround.Processing })]
    [InlineData("16", new[] { TradeGround.Processing })]
    [InlineData("25920", new[] { TradeGround.Mechanics })]
    [InlineData("28210", new[] { TradeGround.Mechanics })]
    [InlineData("11010", new TradeGround[0])]
    [InlineData("01", new TradeGround[0])]
    [InlineData("1", new TradeGround[0])]
    [InlineData(null, new TradeGround[0])]
    public void TradeGroupA_FollowsTheDivisionsOfTheLibrary(string? trade, TradeGround[] grounds)
    {
        var establishment = Establishments.Given.Establishment();
        establishment.Apply(new EstablishmentEdited(establishment.EstablishmentId, Establishments.Given.Text with { TradeCode = trade }, null, Establishments.Given.Facts.At));
        var shipped = ProgrammeJson.Read<RuleText[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "law", "rules.json"))).Select(r => LegalRule.From(new(Given.Id(), Given.Id(), r))).ToList();
        TradePriority.Of(shipped.Where(r => r.Covers(Establishments.Given.Today))).GroupA(establishment).ShouldBe(grounds);
        // A library without them knows no group.
        new TradePriority(5000, 50).GroupA(establishment).ShouldBeEmpty();
        shipped.Where(r => r.Code.StartsWith(TradePriority.GroupARules, StringComparison.Ordinal)).ShouldAllBe(r => r.Verification == Verification.FromKnowledge && r.Article == "6" && r.Clause == "2");
    }

    [Theory]
    [InlineData("Cá", "Cà phê rang xay", false)]
    [InlineData("Dừa", "Dưa leo muối", false)]
    [InlineData("Yến", "Chế biến nguyên liệu gỗ", false)]
    [InlineData("Cá", "Chả cá, cá hấp", true)]
    [InlineData("dừa", "Kẹo DỪA", true)]
    [InlineData("Yến sào", "Nước yến sào", true)]
    [InlineData("Yến sào", "Yến, nước sào", false)]
    [InlineData("Thủy sản", "Thuỷ sản khô", true)]
    [InlineData(" ", "Kẹo dừa", false)]
    public void AKeyProduct_IsNamedInWholeWords_WithTheirMarks(string product, string made, bool isKey)
    {
        var listed = ProvincialProduct.Of(new(Given.Id(), "56", ProvincialProductKind.Key, product, "QĐ minh họa", Establishments.Given.Today, null));
        TradeGround[] grounds = isKey ? [TradeGround.KeyProduct] : [];
        foreach (var spelt in (NormalizationForm[])[NormalizationForm.FormC, NormalizationForm.FormD])
        {
            var establishment = Establishments.Given.Establishment(new ProductEntry(made.Normalize(spelt)));
            new TradePriority(5000, 50).GroupB(establishment, [listed], Establishments.Given.Today).ShouldBe(grounds);
        }
    }

    [Fact]
    public void ARuleThatIsNotInForce_DoesNotOrder()
    {
        var (first, second) = (new PriorityFacts(ProjectKind.NationalKey, false, null, [], []), new PriorityFacts(ProjectKind.Provincial, false, PriorityTerritory.NewRural, B, []));
        PriorityOrder.Of(first, []).CompareTo(PriorityOrder.Of(second, [])).ShouldBe(0);
        PriorityOrder.Of(second, [PriorityOrder.TerritoryFirst]).CompareTo(PriorityOrder.Of(first, [PriorityOrder.TerritoryFirst])).ShouldBeLessThan(0);
    }

    [Fact]
    public void TheSuggestion_KeepsWithinEverySource_AndSaysWhyTheOthersAreOut()
    {
        WhatIfPurse[] purses = [new("KCDP", "KCDP", "KCĐP", new(500)), new("KCQG", "KCQG", "KCQG", null)];
        var first = Candidate("1", 0, ("KCDP", 300));
        var second = Candidate("2", 1, ("KCDP", 300));
        var third = Candidate("3", 2, ("KCDP", 200));
        var national = Candidate("4", 2, ("KCQG", 10));
        var cleaner = Candidate("5", 4, ("KCDP", 1)) with { Place = new(false, true, 4, 2) };
        WhatIfCandidate[] all = [third, cleaner, national, second, first];
        WhatIf.Suggest(all, purses).ShouldBe([first.ProjectId, third.ProjectId]);
        var tried = WhatIf.Of(all, purses, [first.ProjectId, third.ProjectId]);
        tried.Rows.Select(r => (r.Rank, r.IsIn, r.Reason)).ShouldBe(
        [
            (1, true, WhatIfReason.InWithinRoom), (2, false, WhatIfReason.OutForWantOfRoom), (3, true, WhatIfReason.InWithinRoom), (4, false, WhatIfReason.OutWithoutAllocation), (null, false, WhatIfReason.OutForWantOfRoom),
        ]);
        (tried.IsWithinRoom, tried.Totals[0].Left).ShouldBe((true, new Dong(0)));
        var over = WhatIf.Of(all, purses, [first.ProjectId, second.ProjectId, cleaner.ProjectId, national.ProjectId]);
        over.Rows.Where(r => r.IsIn).Select(r => r.Reason).ShouldBe([WhatIfReason.InWithinRoom, WhatIfReason.InBeyondRoom, WhatIfReason.InWithoutAllocation, WhatIfReason.InBeyondRoom]);
        over.IsWithinRoom.ShouldBeFalse();
    }

    private static WhatIfCandidate Candidate(string code, int territory, params (string Purse, long Amount)[] asked) =>
        new(Given.Id(), code, new(false, false, territory, 2), [.. asked.Select(a => (a.Purse, new Dong(a.Amount)))]);
}
