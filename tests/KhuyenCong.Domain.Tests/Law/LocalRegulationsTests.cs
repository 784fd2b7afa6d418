using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Tests.Law;

/// <summary>What only the province can settle is asked of it where it is needed, and never of national projects.</summary>
public sealed class LocalRegulationsTests
{
    [Theory]
    [InlineData(Regime.National, LocalUse.Contract, "")]
    [InlineData(Regime.National, LocalUse.Payment, "")]
    [InlineData(Regime.National, LocalUse.Settlement, "")]
    [InlineData(Regime.Provincial, LocalUse.Contract, "Advance ProgressReport Acceptance")]
    [InlineData(Regime.Provincial, LocalUse.Payment, "Advance")]
    [InlineData(Regime.Provincial, LocalUse.Settlement, "Settlement")]
    [InlineData(Regime.Commune, LocalUse.Contract, "Advance ProgressReport Acceptance")]
    [InlineData(Regime.Commune, LocalUse.Payment, "Advance")]
    [InlineData(Regime.Commune, LocalUse.Settlement, "CommuneSettlement")]
    public void APage_AsksForWhatItsRegimeNeeds(Regime regime, LocalUse use, string subjects) =>
        string.Join(' ', LocalRegulations.For(regime, use)).ShouldBe(subjects);

    [Theory]
    [InlineData("local.56.Advance", "56", LocalSubject.Advance, true)]
    [InlineData("local.75.Advance", "75", LocalSubject.Advance, false)] // another province's
    [InlineData("kcqg.advance.general", null, LocalSubject.Advance, false)] // the nation's is a suggestion only
    [InlineData("norm.56.management-unit.t..0", "56", LocalSubject.ManagementCost, true)]
    [InlineData("norm.56.machinery.t..0", "56", LocalSubject.ManagementCost, false)]
    public void OnlyTheProvincesOwnRule_IsThere(string code, string? territory, LocalSubject subject, bool isThere)
    {
        var rule = LegalRule.From(new(Uuid.New(TimeProvider.System), Uuid.New(TimeProvider.System), new() { Code = code, TerritoryProvinceCode = territory, EffectiveFrom = new(2026, 1, 1) }));
        (LocalRegulations.Of(subject, "56", [rule], new(2026, 6, 1)) is not null).ShouldBe(isThere);
        LocalRegulations.Of(subject, "56", [rule], new(2025, 12, 31)).ShouldBeNull("not yet in force");
    }
}
