using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Projects;

public sealed class EstimateTests
{
    [Theory]
    [InlineData(200L, 200L, null)]
    [InlineData(199L, 200L, "estimate.short")]
    [InlineData(201L, 200L, "estimate.over")]
    [InlineData(400L, null, null)]
    [InlineData(null, null, "estimate.short")]
    public void ALine_IsPaidByItsSources_ToTheDong(long? provincial, long? counterpart, string? code) =>
        EstimateRules.Imbalances([Given.Line(200, 2, provincial, counterpart)]).Select(b => b.Code).ShouldBe(code is null ? [] : [code]);

    [Theory]
    [InlineData(0, 100, "estimate.quantity")]
    [InlineData(1, 100, null)]
    [InlineData(1, -1, "estimate.price-negative")]
    [InlineData(EstimateRules.MostQuantity, 1_000_000, null)]
    [InlineData(EstimateRules.MostQuantity, 1_000_001, "estimate.total-absurd")]
    [InlineData(EstimateRules.MostQuantity + 1, 0, "estimate.quantity")]
    public void ImpossibleFigures_AreRefusedAtOnce(long quantity, long price, string? code) =>
        EstimateRules.Faults([Given.Line(price, quantity, 0, 0)]).Select(b => b.Code).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void NegativeSources_DoNotBalance() => EstimateRules.Faults([Given.Line(100, 1, 200, -100)]).Select(b => b.Code).ShouldBe(["estimate.source-negative"]);

    [Fact]
    public void AnEmptyEstimate_IsNoEstimate() => EstimateRules.Imbalances([]).Select(b => b.Code).ShouldBe(["estimate.empty"]);

    [Fact]
    public void BlankIsNotZero()
    {
        var sum = new FundingSplit(Provincial: new(5)).Plus(new(Counterpart: new(7)));
        (sum.Provincial, sum.National, sum.Total, sum.Support).ShouldBe((new Dong(5), null, new Dong(12), new Dong(5)));
        new FundingSplit(Counterpart: new(7)).IsSupported.ShouldBeFalse();
        new FundingSplit(Counterpart: new(7), Sponsorship: new(1)).IsSupported.ShouldBeTrue();
    }

    /// <summary>Whatever balanced lines are put together, taken away or saved again, the project's sums are those of its lines and its sources.</summary>
    [Fact]
    public void ABalancedEstimate_StaysBalanced()
    {
        var seed = 20261122L;
        long Next(long below) => (seed = ((seed * 6364136223846793005) + 1442695040888963407) & long.MaxValue) % below;
        for (var round = 0; round < 500; round++)
        {
            var lines = Enumerable.Range(0, (int)Next(12) + 1).Select(_ =>
            {
                var (quantity, price) = (Next(50) + 1, Next(900_000_000));
                var total = quantity * price;
                var national = Next(total + 1);
                var provincial = Next(total - national + 1);
                return Given.Line(price, quantity, Next(3) == 0 && provincial == 0 ? null : provincial, total - national - provincial, national: national);
            }).ToList();
            EstimateRules.Balances(lines).ShouldBeTrue();
            var project = Given.Project(Given.Text() with { Lines = lines });
            project.Funding.Total.ShouldBe(project.Total);
            project.Total.ShouldBe(project.Lines.Select(l => l.Total).Sum());
            var fewer = lines.Where((_, i) => i % 2 == 0).Reverse().ToList();
            project.Apply(new ProjectEdited(project.ProjectId, Given.Text() with { Lines = fewer }, Given.Id(), TimeProvider.System.UtcNow));
            project.Funding.Total.ShouldBe(project.Total);
            project.Text.Lines.ShouldBe(fewer);
            EstimateRules.Balances(project.Text.Lines).ShouldBeTrue();
        }
    }

    [Fact]
    public void ALineForAll_BecomesALineForEach_AndEveryDongStays()
    {
        for (var draw = 1; draw <= 200; draw++)
        {
            var count = 2 + (draw % 6);
            var (price, quantity) = (1 + (draw * 7919L % 1_000_003), count * (1 + (draw % 3)));
            var (total, provincial) = (price * quantity, price * quantity * (draw % 10) / 10);
            var line = Given.Line(price, quantity, provincial, total - provincial);
            Guid[] beneficiaries = [.. Enumerable.Range(0, count).Select(_ => Given.Id())];
            var parts = EstimateSplit.Of(line, beneficiaries, Given.Id).Event.ShouldNotBeNull();
            EstimateRules.Imbalances(parts).ShouldBeEmpty($"{price} × {quantity} for {count}");
            parts.Aggregate(FundingSplit.None, (sum, p) => sum.Plus(p.Funding)).ShouldBe(line.Funding);
            (parts.Sum(p => p.Quantity), parts[0].LineId, parts.DistinctBy(p => p.LineId).Count()).ShouldBe(((long)quantity, line.LineId, count));
            parts.Select(p => p.BeneficiaryId!.Value).ShouldBe(beneficiaries);
        }
    }

    [Fact]
    public void WhatDoesNotDivide_OrIsSomebodysAlready_IsNotSplit()
    {
        Guid[] two = [Given.Id(), Given.Id()];
        EstimateSplit.Of(Given.Line(100, 3, 100, 200), two, Given.Id).Codes().ShouldBe(["estimate.split-uneven"]);
        EstimateSplit.Of(Given.Line(100, 2, 100, 100), [two[0]], Given.Id).Codes().ShouldBe(["estimate.split-one"]);
        EstimateSplit.Of(Given.Line(100, 2, 100, 100, beneficiary: two[0]), two, Given.Id).Codes().ShouldBe(["estimate.split-one"]);
        EstimateSplit.Of(Given.Line(100, 2, 300, -100), two, Given.Id).Codes().ShouldBe(["amount.negative"]);
    }
}
