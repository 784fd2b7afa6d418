using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KhuyenCong.Domain.Kernel;

/// <summary>Đơn vị tiền của văn bản: what one printed figure counts.</summary>
public enum MoneyUnit
{
    Dong,
    MillionDong,
}

/// <summary>Reads amounts as Vietnamese people write them: "400.000.000", "300 triệu", "1,5 tỷ".</summary>
/// <remarks>A dot groups thousands and a comma starts decimals, as in both decisions (mau-thuan.md X-01). Anything ambiguous is refused, never guessed.</remarks>
public static partial class AmountText
{
    /// <summary>Amounts above one million billion đồng are a typing error.</summary>
    public const long Largest = 1_000_000_000_000_000;

    public static (Dong? Amount, string? Fault) Parse(string? text, MoneyUnit unit = MoneyUnit.Dong)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, null);
        }

        var match = Shape().Match(text.Normalize(NormalizationForm.FormC).Trim().ToLowerInvariant().Replace('\u00a0', ' '));
        if (!match.Success)
        {
            return (null, "amount.unreadable");
        }

        if (match.Groups["sign"].Length > 0)
        {
            return (null, "amount.negative");
        }

        var digits = match.Groups["whole"].Value.Replace(".", "").Replace(" ", "");
        var decimals = match.Groups["decimals"].Value;
        if (digits.Length > 15)
        {
            return (null, "amount.absurd");
        }

        var scale = match.Groups["unit"].Value switch
        {
            "tỷ" or "tỉ" or "tỷ đồng" or "tỉ đồng" => 1_000_000_000L,
            "triệu" or "triệu đồng" or "tr" or "trđ" => 1_000_000L,
            "nghìn" or "ngàn" or "nghìn đồng" => 1_000L,
            "" => unit is MoneyUnit.MillionDong ? 1_000_000L : 1L,
            _ => 1L,
        };

        var value = decimal.Parse(digits + (decimals.Length > 0 ? "." + decimals : ""), CultureInfo.InvariantCulture) * scale;
        if (value != decimal.Truncate(value))
        {
            return (null, "amount.fraction");
        }

        return value > Largest ? (null, "amount.absurd") : (new Dong((long)value), null);
    }

    [GeneratedRegex(@"^(?<sign>[-−–])?\s*(?<whole>\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,(?<decimals>\d{1,9}))?\s*(?<unit>tỷ đồng|tỉ đồng|tỷ|tỉ|triệu đồng|triệu|trđ|tr|nghìn đồng|nghìn|ngàn|đồng|đ|vnd|vnđ)?$")]
    private static partial Regex Shape();
}

/// <summary>Đọc số thành chữ.</summary>
public static class AmountInWords
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    private static readonly string[] Scales = ["", " nghìn", " triệu", " tỷ", " nghìn tỷ", " triệu tỷ"];

    /// <summary>"Ba trăm triệu đồng".</summary>
    public static string InWords(this Dong amount)
    {
        if (amount.Amount == 0)
        {
            return "Không đồng";
        }

        var groups = new List<int>();
        for (var rest = Math.Abs((decimal)amount.Amount); rest > 0; rest = decimal.Truncate(rest / 1000))
        {
            groups.Add((int)(rest % 1000));
        }

        var words = new List<string>();
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            if (groups[i] > 0)
            {
                words.Add(Group(groups[i], i < groups.Count - 1) + Scales[i]);
            }
        }

        var sentence = (amount < Dong.Zero ? "âm " : "") + string.Join(' ', words) + " đồng";
        return char.ToUpper(sentence[0], CultureInfo.InvariantCulture) + sentence[1..];
    }

    private static string Group(int value, bool inside)
    {
        var (hundreds, tens, ones) = (value / 100, value / 10 % 10, value % 10);
        var words = new List<string>();
        if (hundreds > 0 || inside)
        {
            words.Add(Digits[hundreds] + " trăm");
        }

        if (tens == 0 && ones > 0 && words.Count > 0)
        {
            words.Add("lẻ");
        }
        else if (tens == 1)
        {
            words.Add("mười");
        }
        else if (tens > 1)
        {
            words.Add(Digits[tens] + " mươi");
        }

        if (ones > 0)
        {
            words.Add((tens, ones) switch
            {
                ( > 1, 1) => "mốt",
                ( > 0, 5) => "lăm",
                ( > 1, 4) => "tư",
                _ => Digits[ones],
            });
        }

        return string.Join(' ', words);
    }
}
