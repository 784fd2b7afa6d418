using System.Text.RegularExpressions;

namespace KhuyenCong.Domain.Establishments;

/// <summary>Lý do nghi trùng.</summary>
public enum DuplicateReason
{
    /// <summary>Cùng mã định danh.</summary>
    SameIdentifier,

    /// <summary>Cùng số điện thoại.</summary>
    SamePhone,

    /// <summary>Tên gần giống, cùng xã, phường, đặc khu.</summary>
    SimilarName,

    /// <summary>Cùng tọa độ địa điểm sản xuất.</summary>
    SamePlace,
}

/// <summary>Cặp nghi trùng.</summary>
public sealed record DuplicatePair(Guid OneId, Guid OtherId, IReadOnlyList<DuplicateReason> Reasons);

/// <summary>What of an establishment tells it from another.</summary>
/// <param name="Identifiers">Keys as <see cref="IdentifierText.Key"/> makes them.</param>
/// <param name="Phones">Keys as <see cref="PhoneText.Key"/> makes them.</param>
public sealed record EstablishmentSketch(Guid EstablishmentId, string Name, IReadOnlyCollection<string> Identifiers, IReadOnlyCollection<string> Phones, IReadOnlyCollection<string> Communes, IReadOnlyCollection<(double Latitude, double Longitude)> Places)
{
    public string NameKey { get; } = DuplicateCheck.NameKey(Name);

    public static EstablishmentSketch Of(Establishment establishment)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        return new(
            establishment.EstablishmentId,
            establishment.Name,
            [.. establishment.Identifiers.Select(i => i.SearchText)],
            [.. establishment.Contacts.Select(c => c.SearchText).Where(p => p.Length > 0)],
            [.. establishment.Sites.Select(s => s.CommuneCode).Distinct()],
            [.. establishment.Sites.Where(s => s.Latitude is not null && s.Longitude is not null).Select(s => (s.Latitude!.Value, s.Longitude!.Value))]);
    }
}

/// <summary>Nghi trùng: why two records may be one establishment. Never decides; an official does.</summary>
public static partial class DuplicateCheck
{
    /// <summary>About twenty metres in degrees.</summary>
    public const double SamePlaceWithin = 0.0002;

    private const int LettersPerSlip = 12;
    private const int ShortestName = 3;

    // A number that thousands share (a placeholder) tells nothing.
    private const int LargestBlock = 400;

    public static IReadOnlyList<DuplicateReason> Reasons(EstablishmentSketch one, EstablishmentSketch other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var reasons = new List<DuplicateReason>();
        if (one.Identifiers.Intersect(other.Identifiers).Any())
        {
            reasons.Add(DuplicateReason.SameIdentifier);
        }

        if (one.Phones.Intersect(other.Phones).Any())
        {
            reasons.Add(DuplicateReason.SamePhone);
        }

        if (one.Communes.Intersect(other.Communes).Any() && NamesAreSimilar(one.NameKey, other.NameKey))
        {
            reasons.Add(DuplicateReason.SimilarName);
        }

        if (one.Places.Any(p => other.Places.Any(q => Math.Abs(p.Latitude - q.Latitude) < SamePlaceWithin && Math.Abs(p.Longitude - q.Longitude) < SamePlaceWithin)))
        {
            reasons.Add(DuplicateReason.SamePlace);
        }

        return reasons;
    }

    /// <summary>Every pair of a province's records that gives a reason, found by what they share: comparing each with each would take minutes.</summary>
    public static IReadOnlyList<DuplicatePair> Pairs(IReadOnlyCollection<EstablishmentSketch> sketches)
    {
        ArgumentNullException.ThrowIfNull(sketches);
        var seen = new HashSet<(Guid, Guid)>();
        var pairs = new List<DuplicatePair>();
        foreach (var group in Blocks(sketches).GroupBy(b => b.Key, b => b.Sketch).Where(g => g.Count() is > 1 and <= LargestBlock).Select(g => g.Distinct().ToList()))
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count; j++)
                {
                    var (one, other) = group[i].EstablishmentId.CompareTo(group[j].EstablishmentId) < 0 ? (group[i], group[j]) : (group[j], group[i]);
                    if (seen.Add((one.EstablishmentId, other.EstablishmentId)) && Reasons(one, other) is { Count: > 0 } reasons)
                    {
                        pairs.Add(new(one.EstablishmentId, other.EstablishmentId, reasons));
                    }
                }
            }
        }

        return [.. pairs.OrderByDescending(p => p.Reasons.Count).ThenBy(p => p.Reasons[0]).ThenBy(p => p.OneId).ThenBy(p => p.OtherId)];
    }

    /// <summary>What two records must share to be compared: a number, a telephone, a place, or the beginning or end of their names in one commune.</summary>
    private static IEnumerable<(string Key, EstablishmentSketch Sketch)> Blocks(IEnumerable<EstablishmentSketch> sketches)
    {
        foreach (var sketch in sketches)
        {
            foreach (var key in sketch.Identifiers.Select(i => "i" + i).Concat(sketch.Phones.Select(p => "p" + p)).Concat(sketch.Places.SelectMany(Cells)))
            {
                yield return (key, sketch);
            }

            var name = sketch.NameKey;
            if (name.Length >= ShortestName)
            {
                foreach (var commune in sketch.Communes)
                {
                    yield return ($"b{commune}{name[..ShortestName]}", sketch);
                    yield return ($"e{commune}{name[^ShortestName..]}", sketch);
                }
            }
        }
    }

    /// <summary>The squares of the grid within reach of a place.</summary>
    private static IEnumerable<string> Cells((double Latitude, double Longitude) place)
    {
        var (row, column) = ((int)Math.Floor(place.Latitude / SamePlaceWithin), (int)Math.Floor(place.Longitude / SamePlaceWithin));
        return from r in new[] { row, row + 1 } from c in new[] { column, column + 1 } select $"g{r}.{c}";
    }

    /// <summary>The name without marks, legal-form words, brackets and punctuation: "Công ty TNHH Gốm An Phú" and "Cty gốm An Phú" meet.</summary>
    public static string NameKey(string name)
    {
        var plain = Brackets().Replace(SearchText.Fold(name), " ");
        plain = FormWords().Replace(plain, " ");
        return Blanks().Replace(Signs().Replace(plain, " "), " ").Trim();
    }

    /// <summary>Equal, or a letter or two apart. Names that differ in a number are different branches, not duplicates.</summary>
    public static bool NamesAreSimilar(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Length < ShortestName || other.Length < ShortestName)
        {
            return false;
        }

        var allowed = Math.Max(1, Math.Min(one.Length, other.Length) / LettersPerSlip);
        return one == other || (Math.Abs(one.Length - other.Length) <= allowed && SameDigits(one, other) && Slips(one, other) <= allowed);
    }

    /// <summary>Letters to add, drop or change to come from one name to the other.</summary>
    private static int Slips(string one, string other)
    {
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[other.Length];
    }

    private static bool SameDigits(string one, string other)
    {
        for (var (i, j) = (0, 0); ; i++, j++)
        {
            while (i < one.Length && !char.IsAsciiDigit(one[i]))
            {
                i++;
            }

            while (j < other.Length && !char.IsAsciiDigit(other[j]))
            {
                j++;
            }

            if (i >= one.Length || j >= other.Length)
            {
                return i >= one.Length && j >= other.Length;
            }

            if (one[i] != other[j])
            {
                return false;
            }
        }
    }

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\b(cong ty|cty|trach nhiem huu han|tnhh|co phan|cp|mot thanh vien|mtv|doanh nghiep tu nhan|dntn|doanh nghiep|hop tac xa|htx|lien hiep|to hop tac|tht|ho kinh doanh|hkd|co so san xuat|cssx|co so|nghe nhan|xuong)\b")]
    private static partial Regex FormWords();

    [GeneratedRegex("[^a-z0-9 ]")]
    private static partial Regex Signs();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
