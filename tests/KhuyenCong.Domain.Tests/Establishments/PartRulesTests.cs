using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Tests.Establishments;

public sealed class PartRulesTests
{
    public static TheoryData<PartEntry, string?> Cases => new()
    {
        { new SiteEntry(Given.CamLam, null, 12.08, 109.1), null },
        { new SiteEntry(Given.CamLam, null, 109.1, 12.08), "establishment.coordinates-outside" },
        { new SiteEntry(Given.CamLam, null, 24.0, 118.0), null },
        { new SiteEntry(Given.CamLam, null, 24.01, 109.1), "establishment.coordinates-outside" },
        { new SiteEntry(Given.CamLam, null, null, 109.1), "establishment.coordinates-half" },
        { new SiteEntry("", null), "establishment.commune-missing" },
        { new SiteEntry("26068", null), "establishment.commune-unknown" },
        { new SiteEntry(Given.CamLam, null, null, null, new(2026, 1, 2), new(2026, 1, 1)), "establishment.dates-reversed" },
        { new SiteEntry(Given.CamLam, null, null, null, new(2026, 1, 1), new(2026, 1, 1)), null },
        { new IdentifierEntry(IdentifierKind.TaxCode, "0100233488"), null },
        { new IdentifierEntry(IdentifierKind.TaxCode, "0314409058-002"), null },
        { new IdentifierEntry(IdentifierKind.TaxCode, "056099000001"), null },
        { new IdentifierEntry(IdentifierKind.TaxCode, "12345"), "identifier.tax-shape" },
        { new IdentifierEntry(IdentifierKind.TaxCode, "010023348x"), "identifier.tax-shape" },
        { new IdentifierEntry(IdentifierKind.PersonalNumber, "056099000001"), null },
        { new IdentifierEntry(IdentifierKind.PersonalNumber, "0100233488"), "identifier.shape" },
        { new IdentifierEntry(IdentifierKind.BusinessRegistration, "41A8001234"), null },
        { new IdentifierEntry(IdentifierKind.BusinessRegistration, "41A"), "identifier.shape" },
        { new IdentifierEntry(IdentifierKind.BusinessRegistration, "  "), "identifier.missing" },
        { new YearEntry(2025, 10, Dong.Millions(1), Dong.Millions(2), Dong.Millions(2)), null },
        { new YearEntry(2025, null, null, Dong.Millions(2), new Dong(2_000_001)), "year.export-above-revenue" },
        { new YearEntry(2025, null, null, null, new Dong(1)), null },
        { new YearEntry(2025, -1), "year.labour-negative" },
        { new YearEntry(2025, 0), null },
        { new YearEntry(2027), "year.outside" },
        { new YearEntry(2026), null },
        { new YearEntry(1999), "year.outside" },
        { new YearEntry(2025, null, new Dong(-1)), "amount.negative" },
        { new YearEntry(2025) { LocalMaterialBasisPoints = 10_000 }, null },
        { new YearEntry(2025) { LocalMaterialBasisPoints = 10_001 }, "year.share-outside" },
        { new ContactEntry(null, "Giám đốc"), "contact.empty" },
        { new ContactEntry(null, null, "+84 900 000 000"), null },
        { new ContactEntry(null, null, "1234567"), "contact.phone-shape" },
        { new ContactEntry(null, null, null, "a@b"), null },
        { new ContactEntry(null, null, null, "a b@c"), "contact.email-shape" },
        { new ContactEntry(null, null, null, "a@"), "contact.email-shape" },
        { new ProductEntry(" "), "edit.required" },
        { new CertificateEntry(CertificateKind.Ocop, "3 sao", null, null, new(2026, 1, 2), new(2026, 1, 1)), "establishment.dates-reversed" },
        { new SupplyLinkEntry(SupplyLinkKind.RawMaterialArea, "Vùng mía", null, "99999"), "establishment.commune-unknown" },
        { new ConsentEntry("TB-1", new(2026, 11, 22), ConsentManner.SignedPaper, "x"), null },
        { new ConsentEntry("TB-1", new(2026, 11, 23), ConsentManner.SignedPaper, "x"), "consent.in-future" },
        { new ConsentEntry("TB-1", new(2026, 11, 2), ConsentManner.SignedPaper, "x", new(2026, 11, 1)), "establishment.dates-reversed" },
        { new ProductEntry(new string('a', 501)), "establishment.too-long" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ARow_HoldsToItsRules(PartEntry entry, string? breach) =>
        PartRules.Add(Given.Establishment(), Given.Id(), entry, Given.Facts).Breaches.Select(b => b.Code).ShouldBe(breach is null ? [] : [breach]);

    [Fact]
    public void OneNumber_AndOneYear_StandOnce()
    {
        var establishment = Given.Establishment(new IdentifierEntry(IdentifierKind.TaxCode, "0314409058-002"), new YearEntry(2025, 5));
        PartRules.Add(establishment, Given.Id(), new IdentifierEntry(IdentifierKind.TaxCode, "0314409058002"), Given.Facts).Breaches.ShouldHaveSingleItem().Code.ShouldBe("identifier.twice");
        PartRules.Add(establishment, Given.Id(), new YearEntry(2025), Given.Facts).Breaches.ShouldHaveSingleItem().Code.ShouldBe("year.twice");
        PartRules.Change(establishment, establishment.Years[0].PartId, new YearEntry(2025, 6), Given.Facts).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void APersonsNumber_StandsApart_AlsoAsAHouseholdsTaxCode()
    {
        var establishment = Given.Establishment(new IdentifierEntry(IdentifierKind.TaxCode, "056099000001"), new IdentifierEntry(IdentifierKind.TaxCode, "0100233488"));
        establishment.Identifiers.Select(i => (i.Value, i.PersonalValue)).ShouldBe([(null, "056099000001"), ("0100233488", null)]);
        establishment.SearchText.ShouldNotContain("056099000001");
    }

    [Theory]
    [InlineData("0100233488", true)]
    [InlineData("0314409058-002", true)]
    [InlineData("0100112437", true)]
    [InlineData("0312687878-001", true)]
    [InlineData("0100233480", false)]
    [InlineData("0314409058-000", false)]
    [InlineData("0100000009", false)]
    [InlineData("12345", false)]
    public void TheCheckDigit_OnlyWarns(string number, bool holds)
    {
        IdentifierText.ChecksumHolds(number).ShouldBe(holds);
        PartRules.Warnings(new IdentifierEntry(IdentifierKind.TaxCode, number)).Count.ShouldBe(holds ? 0 : 1);
    }

    [Fact]
    public void AHouseholdsPersonalNumber_IsNotWarnedOf() => PartRules.Warnings(new IdentifierEntry(IdentifierKind.TaxCode, "056099000001")).ShouldBeEmpty();

    [Theory]
    [InlineData("+84 900 000 000", "0900000000")]
    [InlineData("0900.000.000", "0900000000")]
    [InlineData("84900000000", "0900000000")]
    [InlineData("8490000", "8490000")]
    [InlineData(null, "")]
    public void ATelephone_IsComparedByItsDigits(string? phone, string key) => PhoneText.Key(phone).ShouldBe(key);
}
