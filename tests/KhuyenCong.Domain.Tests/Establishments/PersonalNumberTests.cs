using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Tests.Establishments;

public sealed class PersonalNumberTests
{
    private const string TwelveDigits = "056099000001";

    [Theory]
    [InlineData(LegalForm.HouseholdBusiness, IdentifierKind.BusinessRegistration, TwelveDigits, true)]
    [InlineData(LegalForm.HouseholdBusiness, IdentifierKind.BusinessRegistration, "056 099 000 001", true)]
    [InlineData(LegalForm.Artisan, IdentifierKind.BusinessRegistration, TwelveDigits, true)]
    [InlineData(LegalForm.CooperativeGroup, IdentifierKind.BusinessRegistration, TwelveDigits, true)]
    [InlineData(LegalForm.HouseholdBusiness, IdentifierKind.BusinessRegistration, "37A8001234", false)]
    [InlineData(LegalForm.Cooperative, IdentifierKind.BusinessRegistration, "440707000001", false)]
    [InlineData(LegalForm.SmallOrMediumEnterprise, IdentifierKind.BusinessRegistration, TwelveDigits, false)]
    [InlineData(LegalForm.SmallOrMediumEnterprise, IdentifierKind.TaxCode, TwelveDigits, true)]
    [InlineData(LegalForm.SmallOrMediumEnterprise, IdentifierKind.PersonalNumber, TwelveDigits, true)]
    public void TwelveDigitsOfAPerson_ArePersonal_WhateverTheirLabel(LegalForm form, IdentifierKind kind, string number, bool isPersonal)
    {
        var establishment = Of(form, kind, number);
        var identifier = establishment.Identifiers.ShouldHaveSingleItem();
        (identifier.Value, identifier.PersonalValue).ShouldBe(isPersonal ? (null, number) : (number, null));
        establishment.SearchText.Contains(SearchText.Fold(number), StringComparison.Ordinal).ShouldBe(!isPersonal);
    }

    [Fact]
    public void AnotherLegalForm_AsksAnew()
    {
        var establishment = Of(LegalForm.SmallOrMediumEnterprise, IdentifierKind.BusinessRegistration, TwelveDigits);
        establishment.Apply(new EstablishmentEdited(establishment.EstablishmentId, Given.Text with { LegalForm = LegalForm.HouseholdBusiness }, null, Given.Facts.At));
        establishment.Identifiers[0].PersonalValue.ShouldBe(TwelveDigits);
        establishment.SearchText.ShouldNotContain(TwelveDigits);
    }

    [Fact]
    public void ANumberKeptBeforeTheRule_IsHiddenWhereItIsRead_AndErasedWithTheRest()
    {
        var establishment = Of(LegalForm.HouseholdBusiness, IdentifierKind.BusinessRegistration, TwelveDigits);
        var kept = establishment.Identifiers[0];
        KeptBefore(kept);
        kept.Shown(LegalForm.HouseholdBusiness, maySeePersonalData: false).ShouldBe("•••••••••001");
        kept.Shown(LegalForm.HouseholdBusiness, maySeePersonalData: true).ShouldBe(TwelveDigits);
        kept.Shown(LegalForm.Cooperative, maySeePersonalData: false).ShouldBe(TwelveDigits);
        DataRequesting.Erasure(establishment, "1", Given.Facts.At).ShouldHaveSingleItem().PartId.ShouldBe(kept.PartId);
        establishment.HidePersons();
        (kept.Value, kept.PersonalValue).ShouldBe((null, TwelveDigits));
    }

    /// <summary>As a version before the rule stored it.</summary>
    private static void KeptBefore(EstablishmentIdentifier identifier)
    {
        typeof(EstablishmentIdentifier).GetProperty(nameof(EstablishmentIdentifier.Value))!.SetValue(identifier, identifier.PersonalValue);
        typeof(EstablishmentIdentifier).GetProperty(nameof(EstablishmentIdentifier.PersonalValue))!.SetValue(identifier, null);
    }

    private static Establishment Of(LegalForm form, IdentifierKind kind, string number) =>
        Establishment.From(new(Given.Id(), "56", Given.Text with { LegalForm = form }, [(Given.Id(), new IdentifierEntry(kind, number))], Given.Facts.At));
}
