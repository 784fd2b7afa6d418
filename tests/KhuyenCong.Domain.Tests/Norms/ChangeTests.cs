using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Tests.Norms;

public sealed class ChangeTests
{
    private static readonly SupportKind Kind = SupportKind.Of(Books.Machines, 0);
    private static readonly LegalDocument Document = LegalDocument.From(new(Books.Id(), new() { Number = "1/NQ-HĐND", TerritoryProvinceCode = "56" }));
    private static readonly NormTerms Terms = new() { KindCode = Books.Kind, Unit = NormUnit.Establishment };

    private static readonly RuleText Text = new()
    {
        Code = "norm.56.x",
        Kind = RuleKind.Norm,
        Title = "Máy móc",
        Text = "Nguyên văn",
        Regime = Regime.Provincial,
        TerritoryProvinceCode = "56",
        EffectiveFrom = new(2027, 1, 1),
        BasisPoints = 5000,
        Amount = 250_000_000,
        Verification = Verification.Secondary,
    };

    [Fact]
    public void Effects_NameOnlyTheDossiersThatChange_AndHow()
    {
        var was = Books.Norm();
        var willBe = Books.Norm(ceiling: 200_000_000);
        OpenDossier[] open =
        [
            new(Books.Id(), "DA-01", Books.Facts(Books.Line(1_000_000_000, 300_000_000))),
            new(Books.Id(), "DA-02", Books.Facts(Books.Line(1_000_000_000, 150_000_000)) with { Regime = Regime.Provincial }),
        ];
        var effect = NormChange.Effects(open, Books.Of(was), Books.Of(willBe)).ShouldHaveSingleItem();
        effect.Dossier.Code.ShouldBe("DA-01");
        (effect.Before.Highest, effect.After.Highest).ShouldBe((Dong.Millions(300), Dong.Millions(200)));
        effect.WouldRefuse.ShouldBeTrue();
        effect.NewStatements.Select(s => s.Code).ShouldBe(["check.over-ceiling"]);
        effect.Lines.Single().NormAfter.ShouldBe(willBe);
        NormChange.Effects(open, Books.Of(was), Books.Of(was)).ShouldBeEmpty();
    }

    [Fact]
    public void ACompleteNorm_IsEntered() => Enter(Text, Terms).ShouldBeEmpty();

    [Fact]
    public void EveryFault_IsToldAtOnce() =>
        NormWriting.EnterNorm(Books.Id(), new() { TerritoryProvinceCode = "75", Verification = Verification.VerifiedVerbatim, Regime = Regime.National }, new(), null, null, [], [], "56").Breaches.Select(b => b.Code).ShouldBe(
        [
            "norm.kind-missing", "norm.title-missing", "norm.text-missing", "norm.document-missing", "norm.not-own", "norm.national-regime", "norm.from-missing", "norm.without-figure", "norm.verified-by-entry",
        ]);

    [Theory]
    [InlineData(0, 1L, "norm.share-out-of-range")]
    [InlineData(10_001, 1L, "norm.share-out-of-range")]
    [InlineData(10_000, 0L, "norm.ceiling-not-positive")]
    [InlineData(1, 1L, null)]
    public void Figures_StayWithinReason(int share, long ceiling, string? code) =>
        Enter(Text with { BasisPoints = share, Amount = ceiling }, Terms).ShouldBe(code is null ? [] : [code]);

    [Theory]
    [InlineData(10_000, "norm.priority-out-of-range")]
    [InlineData(10_001, null)]
    [InlineData(15_000, null)]
    [InlineData(15_001, "norm.priority-out-of-range")]
    public void Priority_IsAtMostOneAndAHalf(int priority, string? code) => Enter(Text, Terms with { PriorityBasisPoints = priority }).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void ACeiling_NamesItsUnit() => Enter(Text, Terms with { Unit = NormUnit.None }).ShouldBe(["norm.unit-missing"]);

    [Fact]
    public void APart_IsOneOfTheProvincesOwn() => Enter(Text, Terms with { TerritoryPartCode = "binh-phuoc" }).ShouldBe(["norm.part-unknown"]);

    [Fact]
    public void TwoNormsOfOnePlaceAndTime_AreNotEntered()
    {
        var known = Books.Norm(regime: Regime.Provincial, province: "56", from: new(2026, 1, 1), to: new(2026, 12, 31));
        Enter(Text, Terms, known).ShouldBeEmpty();
        Enter(Text with { EffectiveFrom = new(2026, 12, 31) }, Terms, known).ShouldBe(["norm.overlaps"]);
        Enter(Text with { EffectiveFrom = new(2026, 12, 31) }, Terms with { TerritoryPartCode = "ninh-thuan" }, known).ShouldBeEmpty();
        Enter(Text with { EffectiveFrom = new(2026, 12, 31), Regime = Regime.Commune }, Terms, known).ShouldBeEmpty();
    }

    [Fact]
    public void AChange_IsANewVersion_AndTheOldEndsTheDayBefore()
    {
        var old = Books.Norm(regime: Regime.Provincial, province: "56", from: new(2026, 1, 1));
        var written = NormWriting.AmendNorm(Books.Id(), old, Text, Terms, Document, Kind, [], [old], "56").Event.ShouldNotBeNull();
        written.Ended.ShouldBe(new(old.Id, new(2026, 12, 31)));
        written.Rule.Text.Code.ShouldBe(old.Law.Rule.Code);
        old.Law.Rule.Apply(written.Ended!);
        old.Law.Rule.Covers(new(2026, 12, 31)).ShouldBeTrue();
        old.Law.Rule.Covers(new(2027, 1, 1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-01-01", "norm.amended-before-start")]
    [InlineData("2026-01-02", null)]
    public void AChange_ComesAfterTheOldBegan(string from, string? code) =>
        Amend(Books.Norm(regime: Regime.Provincial, province: "56", from: new(2026, 1, 1)), DateOnly.Parse(from)).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void WhatHasEnded_OrIsTheNations_IsNotChanged()
    {
        Amend(Books.Norm(regime: Regime.Provincial, province: "56", to: new(2026, 6, 30)), new(2026, 7, 2)).ShouldBe(["norm.already-ended"]);
        Amend(Books.Norm(), new(2027, 1, 1)).ShouldBe(["norm.not-own"]);
    }

    private static IEnumerable<string> Enter(RuleText text, NormTerms terms, params Norm[] existing) =>
        NormWriting.EnterNorm(Books.Id(), text, terms, Document, Kind, [Books.NinhThuan()], existing, "56").Breaches.Select(b => b.Code);

    private static IEnumerable<string> Amend(Norm old, DateOnly from) =>
        NormWriting.AmendNorm(Books.Id(), old, Text with { EffectiveFrom = from }, Terms, Document, Kind, [], [old], "56").Breaches.Select(b => b.Code);
}
