namespace KhuyenCong.Domain.Establishments;

/// <summary>Người liên hệ của cơ sở: personal data, hidden from roles that do not need it, erasable.</summary>
public sealed class EstablishmentContact : EstablishmentPart
{
    private EstablishmentContact()
    {
    }

    internal EstablishmentContact(Guid id) => EstablishmentContactId = id;

    public Guid EstablishmentContactId { get; private set; }

    public string? Name { get; private set; }

    public string? Position { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    /// <summary>The telephone's digits, +84 as 0: what is looked up and compared.</summary>
    public string SearchText { get; private set; } = "";

    public override Guid PartId => EstablishmentContactId;

    public override PartEntry Entry => new ContactEntry(Name, Position, Phone, Email);

    internal override void Set(PartEntry entry)
    {
        (Name, Position, Phone, Email) = (ContactEntry)entry;
        SearchText = PhoneText.Key(Phone);
    }
}

/// <summary>Reads telephone numbers.</summary>
public static class PhoneText
{
    public static string Key(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        return digits.StartsWith("84", StringComparison.Ordinal) && digits.Length is 11 or 12 ? "0" + digits[2..] : digits;
    }

    public static bool HasShape(string? phone) => Key(phone).Length is >= 8 and <= 12;
}
