using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Tests.Establishments;

public sealed class RegisteringTests
{
    [Fact]
    public void AWholeForm_IsRecorded()
    {
        var establishment = Given.Establishment(new IdentifierEntry(IdentifierKind.TaxCode, "0100233488"), new ContactEntry("Minh Họa", null, "0900 000 000"));
        establishment.Name.ShouldBe("Công ty TNHH Gốm An Phú (dữ liệu minh họa)");
        establishment.CommunesOn(Given.Today).ShouldBe([Given.CamLam]);
        establishment.SearchText.ShouldContain("gom an phu");
        establishment.SearchText.ShouldContain("0100233488");
        establishment.SearchText.ShouldNotContain("minh hoa,");
        establishment.ActiveOn(Given.Today).ShouldBeTrue();
    }

    [Fact]
    public void WithoutASite_ThereIsNoTerritory() =>
        Registering.Register(new(Given.Id(), "56", Given.Text, [], Given.Facts.At), Given.Facts).Breaches.ShouldHaveSingleItem().Code.ShouldBe("establishment.site-missing");

    [Theory]
    [InlineData("1030", "VSIC 2025", null)]
    [InlineData("10309", "VSIC 2018", null)]
    [InlineData("103", "VSIC 2025", "establishment.trade-code-shape")]
    [InlineData("C1030", "VSIC 2025", "establishment.trade-code-shape")]
    [InlineData("103099", "VSIC 2025", "establishment.trade-code-shape")]
    [InlineData("1030", null, "establishment.trade-version")]
    [InlineData("1030", "VSIC 1993", "establishment.trade-version")]
    [InlineData(null, null, null)]
    public void ATradeCode_HasFourOrFiveDigits_AndItsVersion(string? code, string? version, string? breach) =>
        Registering.Register(Given.Wanted() with { Text = Given.Text with { TradeCode = code, TradeCodeVersion = version } }, Given.Facts).Breaches.Select(b => b.Code).ShouldBe(breach is null ? [] : [breach]);

    [Fact]
    public void EveryFault_IsToldAtOnce() =>
        Registering.Register(
            new(Given.Id(), "56", Given.Text with { Name = " ", TradeCode = "x" }, [(Given.Id(), new SiteEntry("99999", null, 12.1)), (Given.Id(), new ContactEntry(null, null, "12"))], Given.Facts.At), Given.Facts)
            .Breaches.Select(b => $"{b.Field} {b.Code}").ShouldBe(
                ["Name establishment.name-missing", "TradeCode establishment.trade-code-shape", "Site.CommuneCode establishment.commune-unknown", "Site.Latitude establishment.coordinates-half", "Contact.Phone contact.phone-shape"],
                ignoreOrder: true);

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void ANewName_LeavesTheOldOneBehind_UnlessItWasMisspelt(bool correction, int former)
    {
        var establishment = Given.Establishment();
        var old = establishment.Name;
        establishment.Apply(Registering.Edit(establishment, Given.Text with { Name = "Gốm Mới" }, Given.Id(), correction, Given.Facts).Event!);
        establishment.Name.ShouldBe("Gốm Mới");
        establishment.FormerNames.Count.ShouldBe(former);
        establishment.SearchText.Contains(SearchText.Fold(old), StringComparison.Ordinal).ShouldBe(former == 1);
    }

    [Fact]
    public void TheSite_DecidesTheTerritory_AsOfTheDay()
    {
        var establishment = Given.Establishment();
        var first = establishment.Sites[0];
        establishment.Apply(PartRules.Change(establishment, first.PartId, new SiteEntry(Given.CamLam, null, null, null, new(2020, 1, 1), new(2025, 6, 30)), Given.Facts).Event!);
        establishment.Apply(PartRules.Add(establishment, Given.Id(), new SiteEntry("22414", null, null, null, new(2025, 7, 1)), Given.Facts).Event!);
        establishment.CommunesOn(new(2025, 6, 30)).ShouldBe([Given.CamLam]);
        establishment.CommunesOn(new(2025, 7, 1)).ShouldBe(["22414"]);
        establishment.CommunesOn(new(2019, 12, 31)).ShouldBeEmpty();
        establishment.ActiveOn(new(2019, 12, 31)).ShouldBeFalse();
    }

    [Fact]
    public void TheLastSite_IsEnded_NotRemoved()
    {
        var establishment = Given.Establishment();
        PartRules.Remove(establishment, establishment.Sites[0].PartId, "nhập nhầm", Given.Facts.At).Breaches.ShouldHaveSingleItem().Code.ShouldBe("establishment.last-site");
    }
}
