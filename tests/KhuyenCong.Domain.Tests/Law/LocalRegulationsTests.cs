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

    [Theory]
    [InlineData(LocalSubject.Advance, 5000, null, null, "")]
    [InlineData(LocalSubject.Advance, 10_001, null, null, "local-rule.share-outside")]
    [InlineData(LocalSubject.ProgressReport, null, 20, null, "")]
    [InlineData(LocalSubject.ProgressReport, null, 32, null, "local-rule.number-outside")]
    [InlineData(LocalSubject.CommuneSettlement, null, null, 30, "")]
    [InlineData(LocalSubject.Settlement, null, null, 0, "local-rule.number-outside")]
    [InlineData(LocalSubject.Acceptance, 5000, null, 30, "local-rule.figure-unused local-rule.figure-unused")]
    public void Figures_AreKept_WhereSomethingIsJudgedByThem(LocalSubject subject, int? share, int? dueDay, int? days, string codes)
    {
        var document = LegalDocument.From(new(Uuid.New(TimeProvider.System), new() { Kind = DocumentKind.Decision, Number = "1/2026/QĐ-UBND", Date = new(2026, 1, 5), Issuer = "UBND minh họa", Title = "Quy định (dữ liệu minh họa)", TerritoryProvinceCode = "56", Verification = Verification.Secondary }));
        var ruling = LocalRegulations.Enter(Uuid.New(TimeProvider.System), "56", new(subject, "Quy định", null, null, "Nội dung", new(2026, 1, 5), share, dueDay, days), document, []);
        string.Join(' ', ruling.Breaches.Select(b => b.Code)).ShouldBe(codes);
        if (ruling.Event is { } entered)
        {
            var text = entered.Rule.Text;
            (text.BasisPoints, text.DueDay, text.Days).ShouldBe((share, dueDay, days));
        }
    }

    [Theory]
    [InlineData(LocalSubject.Advance, "machines", 7000, "")]
    [InlineData(LocalSubject.Advance, "machines", null, "local-rule.share-missing")]
    [InlineData(LocalSubject.Advance, "nothing", 7000, "local-rule.content-unknown")]
    [InlineData(LocalSubject.Acceptance, "machines", null, "local-rule.figure-unused")]
    public void AShare_MayBeForOneKind_AndMeetsOnlyItsOwn(LocalSubject subject, string content, int? share, string codes)
    {
        var document = LegalDocument.From(new(Uuid.New(TimeProvider.System), new() { Kind = DocumentKind.Decision, Number = "1/2026/QĐ-UBND", Date = new(2026, 1, 5), Issuer = "UBND minh họa", Title = "Quy định (dữ liệu minh họa)", TerritoryProvinceCode = "56", Verification = Verification.Secondary }));
        var general = LegalRule.From(new(Uuid.New(TimeProvider.System), document.LegalDocumentId, new() { Code = LocalRegulations.CodeOf("56", LocalSubject.Advance), TerritoryProvinceCode = "56", EffectiveFrom = new(2026, 1, 5), BasisPoints = 5000 }));
        var ruling = LocalRegulations.Enter(Uuid.New(TimeProvider.System), "56", new(subject, "Quy định", null, null, "Nội dung", new(2026, 1, 5), share, Content: content), document, [general], ["machines", "k3"]);
        string.Join(' ', ruling.Breaches.Select(b => b.Code)).ShouldBe(codes);
        if (ruling.Event is { } entered)
        {
            (entered.Rule.Text.Code, entered.Ended).ShouldBe(("local.56.Advance.machines", null));
            var rule = LegalRule.From(entered.Rule);
            LocalRegulations.Of(LocalSubject.Advance, "56", [general, rule], new(2026, 6, 1)).ShouldBeSameAs(general);
            LocalRegulations.PartsOf(LocalSubject.Advance, "56", [general, rule], new(2026, 6, 1)).ShouldBe([rule]);
        }
    }

    [Fact]
    public void ASettlementRule_BindsItsOwnRegime_OnceAdopted_AndNoNationalContract()
    {
        var rule = LegalRule.From(new(Uuid.New(TimeProvider.System), Uuid.New(TimeProvider.System), new() { Code = "local.56.Settlement", Regime = Regime.Provincial, TerritoryProvinceCode = "56", EffectiveFrom = new(2026, 1, 1), Days = 30 }));
        RuleAdoption[] adopted = [RuleAdoption.Of(new(Uuid.New(TimeProvider.System), "56", rule.LegalRuleId, new("1/QĐ", new(2026, 1, 1), "Người ký", "Giám đốc", new(2026, 1, 1)), Uuid.New(TimeProvider.System)))];
        var day = new DateOnly(2026, 6, 1);
        LocalRegulations.Own(Regime.Provincial, LocalSubject.Settlement, [rule], day).ShouldBeSameAs(rule);
        LocalRegulations.Own(Regime.Commune, LocalSubject.Settlement, [rule], day).ShouldBeNull();
        LocalRegulations.Own(Regime.National, LocalSubject.Settlement, [rule], day).ShouldBeNull();
        LocalRegulations.Binds(rule, Regime.Provincial, [], day).ShouldBeFalse("nobody has verified it");
        LocalRegulations.Binds(rule, Regime.Provincial, adopted, day).ShouldBeTrue();
        LocalRegulations.Binds(rule, Regime.National, adopted, day).ShouldBeFalse();
    }
}
