using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Tests.Norms;

public sealed class PrecedenceTests
{
    private static readonly DossierFacts Local = Books.Facts(Books.Line(1_000_000_000)) with { Regime = Regime.Provincial };

    [Fact]
    public void TheMoreLocal_BeforeTheLater()
    {
        var part = Books.NinhThuan();
        var nation = Books.Norm(regime: null, from: new(2026, 3, 1));
        var province = Books.Norm(regime: null, province: "56", from: new(2026, 2, 1));
        var old = Books.Norm(regime: null, province: "56", part: part, from: new(2026, 1, 1));
        var book = Books.Of(nation, old, province);
        book.For(Local, Books.Kind).ShouldBe(province);
        book.For(Local with { CommuneCode = "22738" }, Books.Kind).ShouldBe(old);
        book.For(Local with { ProvinceCode = "75", CommuneCode = "25195" }, Books.Kind).ShouldBe(nation);
    }

    [Fact]
    public void AmongEquals_TheLaterInForce()
    {
        var first = Books.Norm(from: new(2020, 1, 1));
        var later = Books.Norm(from: new(2026, 1, 1));
        var future = Books.Norm(from: Books.Day.AddDays(1));
        var book = Books.Of(later, future, first);
        book.For(Books.Facts(), Books.Kind).ShouldBe(later);
        book.For(Books.Facts() with { On = new(2025, 12, 31) }, Books.Kind).ShouldBe(first);
        book.For(Books.Facts() with { On = Books.Day.AddDays(1) }, Books.Kind).ShouldBe(future);
    }

    [Fact]
    public void AmongEqualsOfOneDay_TheOneThatMayBlock()
    {
        var verified = Books.Norm();
        var unverified = Books.Norm(verification: Verification.Secondary);
        Books.Of(verified, unverified).For(Books.Facts(), Books.Kind).ShouldBe(verified);
        Books.Of(unverified, verified).For(Books.Facts(), Books.Kind).ShouldBe(verified);
    }

    [Fact]
    public void ANormHolds_OnItsFirstAndLastDay_AndNotOutside()
    {
        var book = Books.Of(Books.Norm(from: new(2026, 1, 1), to: new(2026, 6, 30)));
        book.For(Books.Facts() with { On = new(2025, 12, 31) }, Books.Kind).ShouldBeNull();
        book.For(Books.Facts() with { On = new(2026, 1, 1) }, Books.Kind).ShouldNotBeNull();
        book.For(Books.Facts() with { On = new(2026, 6, 30) }, Books.Kind).ShouldNotBeNull();
        book.For(Books.Facts() with { On = new(2026, 7, 1) }, Books.Kind).ShouldBeNull();
    }

    [Fact]
    public void ThePartOfAProvince_IsTheSiteOnThatDay()
    {
        var book = Books.Of(Books.Norm(regime: null, province: "56", part: Books.NinhThuan(new(2025, 7, 1))));
        book.For(Local with { CommuneCode = "22909" }, Books.Kind).ShouldNotBeNull();
        book.For(Local with { CommuneCode = "22909", On = new(2025, 6, 30) }, Books.Kind).ShouldBeNull();
        book.For(Local with { CommuneCode = null }, Books.Kind).ShouldBeNull();
        book.For(Local, Books.Kind).ShouldBeNull();
    }

    [Fact]
    public void TheNationalCeiling_CapsNationalMoneyOnly()
    {
        var local = Books.Norm(7000, 800_000_000, regime: null, province: "56");
        var book = Books.Of(local, Books.Norm());
        var national = EligibilityCheck.Of(Local with { Regime = Regime.National }, book);
        national.Highest.ShouldBe(Dong.Millions(300));
        national.Lines.Single().Norm.ShouldBe(local);
        national.Lines.Single().AlsoBy.ShouldNotBeNull();
        EligibilityCheck.Of(Local, book).Highest.ShouldBe(Dong.Millions(700));
    }

    [Fact]
    public void TheNationalNorm_IsNotTheProvinces_NorTheCommunes()
    {
        var book = Books.Of(Books.Norm());
        foreach (var (regime, code) in new[] { (Regime.Provincial, "check.no-norm-provincial"), (Regime.Commune, "check.no-norm-commune") })
        {
            var answer = EligibilityCheck.Of(Local with { Regime = regime }, book);
            answer.Verdict.ShouldBe(Verdict.NeedsMore);
            answer.Codes().ShouldBe([code]);
            answer.Highest.ShouldBeNull();
        }
    }

    [Fact]
    public void AConditionedNorm_WinsWhereItsConditionHolds()
    {
        var plain = Books.Norm(250);
        var hard = Books.Norm(300, conditions: NormConditions.DifficultArea);
        var book = Books.Of(plain, hard);
        book.For(Books.Facts() with { Holds = NormConditions.DifficultArea }, Books.Kind).ShouldBe(hard);
        book.For(Books.Facts(), Books.Kind).ShouldBe(plain);
        book.For(Books.Facts() with { Fails = NormConditions.DifficultArea }, Books.Kind).ShouldBe(plain);
    }
}
