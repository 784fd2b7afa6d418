using System.Text.RegularExpressions;
using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Appraisals;

/// <summary>Vai của người phía hồ sơ: who of a dossier somebody who judges may be taken for.</summary>
public enum PartyRole
{
    /// <summary>Người liên hệ, người đại diện của cơ sở.</summary>
    Contact,

    /// <summary>Chủ hộ kinh doanh, nghệ nhân: the establishment bears the person's name.</summary>
    Owner,

    /// <summary>Người đồng ý để cán bộ nộp thay.</summary>
    Consenter,
}

/// <summary>Điểm trùng: what is the same.</summary>
public enum CoincidenceKind
{
    /// <summary>Họ tên; people of the same name are many.</summary>
    Name,

    /// <summary>Số điện thoại.</summary>
    Phone,

    /// <summary>Thư điện tử.</summary>
    Email,
}

/// <summary>Một người phía hồ sơ, as the registry knows them.</summary>
public sealed record PartyTrace(PartyRole Role, string Establishment, string? Name, string? Phone = null, string? Email = null);

/// <summary>Người thẩm định, as their account knows them.</summary>
public sealed record PersonTrace(string Name, IReadOnlyList<string?> Phones, IReadOnlyList<string?> Emails);

/// <summary>Nghi trùng người: what somebody who judges shares with a person of the dossier. Only a question, which their declaration answers: never a reason to withdraw by itself.</summary>
public sealed partial record Coincidence(CoincidenceKind Kind, PartyRole Role, string Establishment)
{
    public static IReadOnlyList<Coincidence> Between(PersonTrace person, IEnumerable<PartyTrace> parties)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(parties);
        var name = NameOf(person.Name);
        var phones = person.Phones.Where(PhoneText.HasShape).Select(PhoneText.Key).ToHashSet();
        var emails = person.Emails.Select(EmailOf).Where(e => e.Contains('@', StringComparison.Ordinal)).ToHashSet();
        return [.. parties.SelectMany(Of).Distinct()];

        IEnumerable<Coincidence> Of(PartyTrace party)
        {
            // A single word is nobody's full name.
            var other = NameOf(party.Name);
            if (name.Contains(' ', StringComparison.Ordinal) && (party.Role is PartyRole.Owner ? $" {other} ".Contains($" {name} ", StringComparison.Ordinal) : other == name))
            {
                yield return new(CoincidenceKind.Name, party.Role, party.Establishment);
            }

            if (phones.Contains(PhoneText.Key(party.Phone)))
            {
                yield return new(CoincidenceKind.Phone, party.Role, party.Establishment);
            }

            if (emails.Contains(EmailOf(party.Email)))
            {
                yield return new(CoincidenceKind.Email, party.Role, party.Establishment);
            }
        }
    }

    /// <summary>Without marks, remarks in brackets and "ông", "bà" before it.</summary>
    private static string NameOf(string? name)
    {
        var folded = NotOfNames().Replace(SearchText.Fold(Remark().Replace(name ?? "", " ")), " ").Trim();
        return Address().Replace(folded, "");
    }

    private static string EmailOf(string? email) => (email ?? "").Trim().ToLowerInvariant();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Remark();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotOfNames();

    [GeneratedRegex("^(ong|ba) ")]
    private static partial Regex Address();
}
