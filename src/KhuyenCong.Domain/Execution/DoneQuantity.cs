using System.Globalization;

namespace KhuyenCong.Domain.Execution;

/// <summary>Khối lượng đã thực hiện as people type it: "2", "2,5", "1.200,125"; kept in thousandths and never as a fraction.</summary>
public static class DoneQuantity
{
    private const int MostDigits = 9;

    /// <summary>Null where it is no quantity: a third decimal comma, a fourth decimal, a sign, a letter.</summary>
    public static long? Parse(string? text)
    {
        var typed = (text ?? "").Trim();
        var comma = typed.IndexOf(',', StringComparison.Ordinal);
        var (whole, rest) = comma < 0 ? (typed, "") : (typed[..comma], typed[(comma + 1)..]);
        if (!IsGrouped(whole) || rest.Length > 3 || !rest.All(char.IsAsciiDigit) || (comma >= 0 && rest.Length == 0))
        {
            return null;
        }

        var digits = whole.Replace(".", "", StringComparison.Ordinal);
        return digits.Length is 0 or > MostDigits
            ? null
            : (long.Parse(digits, CultureInfo.InvariantCulture) * ProgressLineText.Thousand) + long.Parse(rest.PadRight(3, '0'), CultureInfo.InvariantCulture);
    }

    /// <summary>"1.200,125"; no decimals where there are none.</summary>
    public static string Text(long thousandths)
    {
        var (whole, rest) = Math.DivRem(thousandths, ProgressLineText.Thousand);
        var grouped = new Dong(whole).Grouped;
        return rest == 0 ? grouped : $"{grouped},{rest.ToString("000", CultureInfo.InvariantCulture).TrimEnd('0')}";
    }

    /// <summary>Points group three digits or are not there: "1.5" is a mistake of keyboards, never one and a half nor fifteen.</summary>
    private static bool IsGrouped(string whole)
    {
        var groups = whole.Split('.');
        return groups[0].Length > 0 && groups.All(g => g.All(char.IsAsciiDigit)) && (groups.Length == 1 || (groups[0].Length <= 3 && groups[0][0] != '0' && groups.Skip(1).All(g => g.Length == 3)));
    }
}
