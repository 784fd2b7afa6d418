using System.Text;

namespace KhuyenCong.Domain.Programmes;

/// <summary>Loại khóa tự nhiên: which fact of the world makes two records one result.</summary>
public enum NaturalKeyKind
{
    /// <summary>Tên, ngày và nơi.</summary>
    Other,

    /// <summary>Số máy (số sê-ri).</summary>
    MachineSerial,

    /// <summary>Lớp, hội nghị và ngày.</summary>
    ClassAndDate,

    /// <summary>Tên ấn phẩm và số, kỳ.</summary>
    TitleAndIssue,
}

/// <summary>Khóa tự nhiên: refuses to count one machine, class or issue twice, however it is typed.</summary>
public static class NaturalKey
{
    private static readonly string[] Machines = ["may moc", "thiet bi", "mmtb"];
    private static readonly string[] Printed = ["ban tin", "phong su", "brochure", "an pham", "so tay", "cam nang", "bai viet", "chuyen de khuyen cong", "tai lieu"];
    private static readonly string[] Gatherings = ["lop", "tap huan", "hoi nghi", "hoi thao", "dien dan", "doan", "binh chon", "hoi cho"];

    public static string Of(NaturalKeyKind kind, params string?[] parts) =>
        string.Join('|', parts.Select(p => kind is NaturalKeyKind.MachineSerial ? Serial(p) : Words(p)));

    /// <summary>The key of a result as entered.</summary>
    public static string Of(ResultEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var day = entry.AchievedOn.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        return entry.KeyKind switch
        {
            NaturalKeyKind.MachineSerial => Of(entry.KeyKind, entry.Serial),
            NaturalKeyKind.ClassAndDate => Of(entry.KeyKind, entry.Title, day),
            NaturalKeyKind.TitleAndIssue => Of(entry.KeyKind, entry.Title, entry.Issue),
            _ => Of(entry.KeyKind, entry.Title, day, entry.CommuneCode ?? entry.Place),
        };
    }

    /// <summary>What a target's wording suggests; the officer may choose otherwise.</summary>
    public static NaturalKeyKind SuggestFor(string name, string unit)
    {
        var words = SearchText.Fold(name) + " " + SearchText.Fold(unit);
        return Has(words, Printed) ? NaturalKeyKind.TitleAndIssue
            : Has(words, Gatherings) ? NaturalKeyKind.ClassAndDate
            : Has(words, Machines) ? NaturalKeyKind.MachineSerial
            : NaturalKeyKind.Other;
    }

    private static bool Has(string words, string[] any) => any.Any(a => (" " + words + " ").Contains(" " + a + " ", StringComparison.Ordinal));

    private static string Serial(string? text) => new([.. SearchText.Fold(text).Where(char.IsLetterOrDigit)]);

    /// <summary>Letters and numbers with single spaces; "số 01" and "Số 1" are one.</summary>
    private static string Words(string? text)
    {
        var folded = new StringBuilder();
        foreach (var c in SearchText.Fold(text))
        {
            folded.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.All(char.IsAsciiDigit) && w.TrimStart('0') is { Length: > 0 } number ? number : w));
    }
}
