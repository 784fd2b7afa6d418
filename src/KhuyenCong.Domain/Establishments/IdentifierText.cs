namespace KhuyenCong.Domain.Establishments;

/// <summary>Reads identifiers: the key they are compared by, their shape, the check digit of a tax code.</summary>
public static class IdentifierText
{
    /// <summary>Số định danh cá nhân has as many.</summary>
    public const int PersonalDigits = 12;

    private static readonly int[] Weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>Letters and digits, upper case: "0314409058-002" and "0314409058002" are one number.</summary>
    public static string Key(string? number) => string.Concat((number ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>A personal number, also where a household uses it as its tax code or registration.</summary>
    /// <param name="kind">The label it was entered under.</param>
    /// <param name="number">As typed.</param>
    /// <param name="ofPerson">Whether whoever has it may be a person: then twelve digits are a person's whatever their label. A cooperative's old registration has twelve digits too.</param>
    public static bool IsPersonal(IdentifierKind kind, string? number, bool ofPerson = false) =>
        kind is IdentifierKind.PersonalNumber || ((ofPerson || kind is IdentifierKind.TaxCode) && IsTwelve(number));

    /// <summary>Twelve digits may always be a person's: what a journal hides that no longer knows whose they were.</summary>
    public static bool IsTwelve(string? number) => IsDigits(Key(number), PersonalDigits);

    /// <summary>Forms under which a person works in their own name.</summary>
    public static bool MayBePerson(this LegalForm form) =>
        form is LegalForm.HouseholdBusiness or LegalForm.Artisan or LegalForm.CooperativeGroup or LegalForm.ServiceProvider or LegalForm.ForeignServiceProvider;

    /// <summary>Whether a number has the shape of its kind. A tax code of a household may be the twelve-digit personal number.</summary>
    public static bool HasShape(IdentifierKind kind, string? number)
    {
        var key = Key(number);
        return kind switch
        {
            IdentifierKind.TaxCode => IsDigits(key, 10) || IsDigits(key, 12) || IsDigits(key, 13),
            IdentifierKind.PersonalNumber => IsDigits(key, 12),
            _ => key.Length is >= 4 and <= 30,
        };
    }

    /// <summary>The tenth digit of a tax code; only ever a warning, since numbers in force that break it are known.</summary>
    public static bool ChecksumHolds(string? number)
    {
        var key = Key(number);
        if ((!IsDigits(key, 10) && !IsDigits(key, 13)) || key[2..9] == "0000000" || (key.Length == 13 && key[10..] == "000"))
        {
            return false;
        }

        var sum = Weights.Select((weight, i) => weight * (key[i] - '0')).Sum();
        return 10 - (sum % 11) == key[9] - '0';
    }

    /// <summary>"•••••••••012": enough to recognise a number one knows, too little to use it.</summary>
    public static string Masked(string? number) => number is { Length: > 3 } ? new string('•', number.Length - 3) + number[^3..] : "•••";

    private static bool IsDigits(string key, int length) => key.Length == length && key.All(char.IsAsciiDigit);
}
