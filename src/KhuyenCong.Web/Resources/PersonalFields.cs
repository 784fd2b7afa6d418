namespace KhuyenCong.Web.Resources;

/// <summary>Which fields of the journal hold personal data, and what stands in their place for those who may not see it.</summary>
public static class PersonalFields
{
    private static readonly HashSet<string> Fields = ["ConsentGivenBy", "ConsentNote", "EstablishmentIdentifier.PersonalValue", "RequestedBy", "RequestedText"];

    private static readonly string[] Prefixes = ["EstablishmentContact."];

    public static bool Contain(string field) => Fields.Contains(field) || Array.Exists(Prefixes, p => field.StartsWith(p, StringComparison.Ordinal));

    public static string? Hide(string? value) => value is null ? null : "•••";
}
