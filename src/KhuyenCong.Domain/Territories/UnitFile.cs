using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Territories;

/// <summary>Tệp danh mục đơn vị hành chính: the shipped list of current units and the known changes of their names.</summary>
public static partial class UnitFile
{
    /// <summary>Reads data/administrative-units.csv.</summary>
    public static IEnumerable<UnitRow> Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        foreach (var line in csv.Split('\n').Skip(1).Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0))
        {
            if (line.Split(',') is not [var province, var code, var level, var type, var name, _, var lon, var lat, var area])
            {
                throw new FormatException($"administrative-units.csv: {line}");
            }

            yield return new(
                province,
                code,
                level == "province" ? UnitLevel.Province : UnitLevel.Commune,
                UnitNaming.TypeOf(type) ?? throw new FormatException($"administrative-units.csv: {type}"),
                MarkOnFirstVowel(name),
                Number(lon),
                Number(lat),
                Number(area));
        }
    }

    /// <summary>The dated names of one row: what the changes say, otherwise its current name from the first day it is known.</summary>
    public static IEnumerable<UnitNameText> NamesOf(UnitRow row, UnitChanges changes)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(changes);
        var known = changes.Names.Where(n => n.UnitCode == row.UnitCode).ToArray();
        if (known.Length > 0)
        {
            return known;
        }

        var since = changes.KnownSince.FirstOrDefault(k => k.ProvinceCode == row.ProvinceCode);
        return [new(row.UnitCode, row.UnitType, row.Name, since?.From ?? changes.StateOn, null, since?.Document, Verification.Copy)];
    }

    /// <summary>"Khánh Hoà" → "Khánh Hòa", as the decisions print it: the list at hand moved the tone mark of open oa, oe, uy.</summary>
    private static string MarkOnFirstVowel(string name) => MarkOnSecond().Replace(name, m => Moved[m.Value]);

    private static readonly Dictionary<string, string> Moved =
        "oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy".Split(' ').Chunk(2).ToDictionary(p => p[0], p => p[1]);

    [GeneratedRegex(@"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?!\p{L})")]
    private static partial Regex MarkOnSecond();

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Một dòng của danh mục hiện hành.</summary>
public sealed record UnitRow(string ProvinceCode, string UnitCode, UnitLevel Level, UnitType UnitType, string Name, double? Longitude, double? Latitude, double? AreaKm2);

/// <summary>Các thay đổi tên đã biết, and the day of the current list.</summary>
public sealed record UnitChanges(DateOnly StateOn, IReadOnlyList<NamesKnownSince> KnownSince, IReadOnlyList<UnitNameText> Names);

/// <summary>Ngày sớm nhất mà tên các đơn vị của một tỉnh đã biết.</summary>
public sealed record NamesKnownSince(string ProvinceCode, DateOnly From, string? Document = null);
