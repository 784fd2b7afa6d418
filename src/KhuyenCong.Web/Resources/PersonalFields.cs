using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Web.Resources;

/// <summary>Which fields of the journal hold personal data, and what stands in their place for those who may not see it.</summary>
public static class PersonalFields
{
    /// <summary>What an amendment changes, told together: hidden where the party's tax code is among it.</summary>
    private const string Differences = "ContractAmendment.Differences";

    /// <summary>A business's own figures as it answered them: the page of the sheet shows them to few, and the journal to no more.</summary>
    private static readonly string[] Figures = ["Revenue", "RevenueBefore"];

    private static readonly HashSet<string> Fields = ["Bank", "BankChange.After", "BankChange.Before", "ConsentGivenBy", "ConsentNote", "EstablishmentIdentifier.PersonalValue", "RequestedBy", "RequestedText", .. Figures];

    /// <summary>Fields of public numbers, in which earlier versions kept persons' numbers as well.</summary>
    private static readonly HashSet<string> Numbers = ["EstablishmentIdentifier.Value", "Identifier", "InvoiceTaxCode", "MachinePassport.InvoiceTaxCode", "PartyBTaxCode"];

    private static readonly string[] Prefixes = ["EstablishmentContact."];

    public static bool Contain(AuditValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Contain(value.Field) || (Numbers.Contains(value.Field) && (IdentifierText.IsTwelve(value.Old) || IdentifierText.IsTwelve(value.New)))
            || (value.Field is Differences && $"{value.Old}{value.New}".Contains(nameof(ContractText.PartyBTaxCode), StringComparison.Ordinal));
    }

    private static bool Contain(string field) => Fields.Contains(field) || Array.Exists(Prefixes, p => field.StartsWith(p, StringComparison.Ordinal));

    public static string? Hide(string? value) => value is null ? null : "•••";
}
