using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Which establishments a list or an export is about, as the address says it.</summary>
public sealed record EstablishmentFilter(string Search, string? CommuneCode, LegalForm? LegalForm, SizeClass? Size, EstablishmentState? State, bool MayFindPersons)
{
    private const int ShortestNumber = 8;

    public bool IsEmpty => Search.Length == 0 && CommuneCode is null && LegalForm is null && Size is null && State is null;

    public static EstablishmentFilter Read(IQueryCollection query, bool mayFindPersons)
    {
        ArgumentNullException.ThrowIfNull(query);
        var search = query["tim"].ToString().Trim();
        return new(
            search[..Math.Min(search.Length, 200)],
            query["xa"].ToString() is { Length: > 0 } commune ? commune : null,
            Choice<LegalForm>(query["loai"]),
            Choice<SizeClass>(query["quy-mo"]),
            Choice<EstablishmentState>(query["tinh-trang"]),
            mayFindPersons);
    }

    /// <summary>Merged records are only found where they are asked for.</summary>
    public IQueryable<Establishment> Apply(IQueryable<Establishment> rows)
    {
        rows = State is { } state ? rows.Where(e => e.State == state) : rows.Where(e => e.State != EstablishmentState.Merged);
        rows = LegalForm is { } form ? rows.Where(e => e.LegalForm == form) : rows;
        rows = Size is { } size ? rows.Where(e => e.Size == size) : rows;
        rows = CommuneCode is { } commune ? rows.Where(e => e.Sites.Any(s => s.CommuneCode == commune)) : rows;
        var key = IdentifierText.Key(Search);
        if (key.Length >= ShortestNumber && key.All(char.IsAsciiDigit))
        {
            // A whole number: tax code, registration, and for those who may see them, persons' numbers and telephones.
            var phone = PhoneText.Key(Search);
            return MayFindPersons
                ? rows.Where(e => e.Identifiers.Any(i => i.SearchText == key) || e.Contacts.Any(c => c.SearchText == phone))
                : PublicNumber(rows, key);
        }

        foreach (var word in SearchText.Words(Search))
        {
            // The text of a record kept before the rule may still hold a person's number: digits among words find whole public numbers only.
            rows = !MayFindPersons && word.Length >= ShortestNumber && word.All(char.IsAsciiDigit) ? PublicNumber(rows, word) : rows.Where(e => e.SearchText.Contains(word));
        }

        return rows;
    }

    private static IQueryable<Establishment> PublicNumber(IQueryable<Establishment> rows, string key)
    {
        var persons = Enum.GetValues<LegalForm>().Where(f => f.MayBePerson()).ToList();
        return IdentifierText.IsTwelve(key)
            ? rows.Where(e => !persons.Contains(e.LegalForm) && e.Identifiers.Any(i => i.SearchText == key && i.PersonalValue == null && i.Kind != IdentifierKind.TaxCode))
            : rows.Where(e => e.Identifiers.Any(i => i.SearchText == key && i.PersonalValue == null));
    }

    private static T? Choice<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var choice) && Enum.IsDefined(choice) ? choice : null;
}
