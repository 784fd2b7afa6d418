using System.Security.Cryptography;
using System.Text;

namespace KhuyenCong.Domain.Treasury;

/// <summary>Khóa so sánh của số chứng từ, tên người thụ hưởng và dòng sao kê.</summary>
public static class StatementText
{
    // Words that many names share and that banks shorten or drop: they tell nobody from another.
    private static readonly HashSet<string> Common =
    [
        "cong", "ty", "cty", "tnhh", "mtv", "mot", "hai", "thanh", "vien", "co", "phan", "cp", "ctcp", "dn", "dntn", "doanh", "nghiep", "tu", "nhan",
        "ho", "kinh", "hkd", "hop", "tac", "xa", "htx", "so", "san", "xuat", "sx", "thuong", "mai", "tm", "dich", "vu", "dv", "va", "ong", "ba",
    ];

    /// <summary>Letters and digits only, without leading noughts: "UNC 0012/KB" and "unc0012kb" are one.</summary>
    public static string NumberKey(string? number)
    {
        var key = new string([.. SearchText.Fold(number).Where(char.IsAsciiLetterOrDigit)]);
        return key.TrimStart('0');
    }

    /// <summary>Words of running text that may be a number or a code, as keys; those with a digit only.</summary>
    public static IEnumerable<string> NumberWords(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        return folded.Split([' ', ',', ';', ':', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsAsciiDigit)).Select(NumberKey).Where(k => k.Length > 0);
    }

    /// <summary>Folded letters and digits, words kept apart.</summary>
    public static string NameKey(string? name)
    {
        var plain = new string([.. SearchText.Fold(name).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]);
        return string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether two keys of names mean one: three quarters of the telling words are in both, and at least two are.</summary>
    public static bool IsAlike(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (left, right) = (Telling(one), Telling(other));
        var both = left.Count(right.Contains);
        return both >= 2 && both * 4 >= (left.Count + right.Count - both) * 3;
    }

    /// <summary>The print by which a line is known again in another statement of the account.</summary>
    /// <param name="account">The account's number.</param>
    /// <param name="row">As read.</param>
    /// <param name="ordinal">Which one it is of those in the file that are equal in all of this.</param>
    public static string Fingerprint(string account, StatementRow row, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Key(account, row)}\n{ordinal}")));
    }

    internal static string Key(string account, StatementRow row) =>
        $"{account}\n{row.On:yyyy-MM-dd}\n{row.Direction}\n{row.Amount.Amount}\n{NumberKey(row.DocumentNumber)}\n{NameKey(row.Beneficiary)}";

    private static HashSet<string> Telling(string key) => [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Common.Contains(w))];
}
