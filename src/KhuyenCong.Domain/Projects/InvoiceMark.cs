using System.Text.RegularExpressions;

namespace KhuyenCong.Domain.Projects;

/// <summary>Dấu hiệu của hóa đơn: number, series and seller as far as what was typed tells them ("1C26TAA 0000123, MST 0314409058").</summary>
/// <remarks>A number alone is given again by every seller, so it is compared together with series and seller wherever both sides know them.</remarks>
public sealed partial record InvoiceMark(string Number, string Series, string TaxCode, string Seller)
{
    /// <summary>Tells a number from the whole texts that were kept as traces before sellers were read.</summary>
    public const string Prefix = "i:";

    private const int LongestPart = 60;
    private const int LongestSeries = 12;
    private const int SellerDigits = 8;
    private const int DetailsBefore = 3;
    private const int FirmDigits = 10;

    private static readonly HashSet<string> NumberWords = ["ky", "hieu", "mau", "so", "hoa", "don", "hd", "hddt", "gtgt", "vat", "no", "serial", "seri"];

    private static readonly HashSet<string> SellerWords = ["cua", "mst", "msdn", "nguoi", "ben", "don", "vi", "ban", "hang", "do", "xuat", "ma", "so", "thue"];

    /// <summary>What sellers of every name are called, longest first.</summary>
    private static readonly string[] LegalForms =
    [
        "trach nhiem huu han", "doanh nghiep tu nhan", "mot thanh vien", "hai thanh vien", "1 thanh vien", "2 thanh vien", "ho kinh doanh", "hop tac xa", "co phan", "cong ty", "c ty", "cty", "tnhh", "dntn", "mtv", "htx", "hkd", "cp",
    ];

    /// <summary>Null where what was typed says that there is no invoice.</summary>
    public static InvoiceMark? Of(string? text)
    {
        if (SupportTrace.NumberOf(text).Length == 0)
        {
            return null;
        }

        var folded = SearchText.Fold(SupportTrace.Plain(text));
        var taxCode = SellersCode().Match(folded) is { Success: true } found ? string.Concat(found.Value.Where(char.IsAsciiDigit)) : "";
        var (number, seller) = (new List<string>(), new List<string>());
        foreach (var segment in (taxCode.Length > 0 ? SellersCode().Replace(folded, " ") : folded).Split(',', ';'))
        {
            var words = Words().Matches(segment).Select(m => m.Value).ToList();
            var own = words.TakeWhile(IsOfNumber).ToList().FindLastIndex(HasDigit) + 1;
            number.AddRange(Undated(words.Take(own)));
            seller.AddRange(words.Skip(own));
        }

        number.RemoveAll(NumberWords.Contains);
        if (!number.Exists(HasDigit))
        {
            number = [SupportTrace.NumberOf(text)];
            seller = [];
        }

        var (series, last) = Parted(number);
        return SupportTrace.NumberOf(last).Length == 0 ? null : new(last, series, taxCode, SellerOf(seller));
    }

    /// <summary>The trace of the invoice with what it pays for; series and seller stand behind the content, at places of their own.</summary>
    public SupportTrace Trace(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var parts = content.Split('|').Concat(Enumerable.Repeat("", DetailsBefore)).Take(DetailsBefore).Select(p => Cut(p, LongestPart));
        var seller = Seller.Length == 0 ? "" : SupportTrace.Hidden(Seller)[..SellerDigits];
        return new(SupportKeyKind.InvoiceNumber, Prefix + Cut(Number, LongestPart), string.Join('|', [.. parts, Cut(Series, LongestSeries), TaxCode, seller]));
    }

    /// <summary>Whether two traces of one number are of one invoice; null where one side does not say whose it is.</summary>
    public static bool? Compare(SupportTrace mine, SupportTrace theirs)
    {
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var (one, other) = (Details(mine), Details(theirs));
        return Differ(one[0], other[0]) ? false
            : one[1].Length > 0 && other[1].Length > 0 ? SameFirm(one[1], other[1])
            : one[2].Length > 0 && other[2].Length > 0 ? one[2] == other[2]
            : null;
    }

    /// <summary>One text for one invoice; null where the trace does not say whose it is.</summary>
    /// <remarks>A tax code is one firm in the whole nation. A name is not: it stands for one seller within a province, as everywhere else here.</remarks>
    public static string? KeyOf(SupportTrace trace, string provinceCode)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var details = Details(trace);
        return details[1].Length > 0 ? $"{trace.Value}|{details[0]}|{details[1]}"
            : details[2].Length > 0 ? $"{provinceCode}:{trace.Value}|{details[0]}|{details[2]}"
            : null;
    }

    /// <summary>What all keys of one number of a firm and its branches, or of one named seller of a province, have in common, whether or not they say the series.</summary>
    public static string BaseOf(string key)
    {
        var (number, _, seller) = Parts(key);
        return $"{number}|{Cut(seller, FirmDigits)}";
    }

    /// <summary>Whether two keys may be of one invoice: the number and the seller are the same, and one of them leaves the series out where they differ.</summary>
    public static bool MayBeOne(string one, string other)
    {
        var ((number, series, seller), theirs) = (Parts(one), Parts(other));
        return number == theirs.Number && seller == theirs.Seller && !Differ(series, theirs.Series);
    }

    /// <summary>Whether two keys are alike but for the seller, who is a firm in one and its branch in the other: a branch writes invoices of its own, or somebody typed the wrong one of both codes.</summary>
    public static bool AreOfFirmAndBranch(string one, string other)
    {
        var ((_, series, seller), theirs) = (Parts(one), Parts(other));
        return BaseOf(one) == BaseOf(other) && !Differ(series, theirs.Series) && SameFirm(seller, theirs.Seller) is null;
    }

    /// <summary>Number, series and seller of a key, the number as people read it.</summary>
    public static (string Number, string Series, string Seller) Read(string key)
    {
        var (number, series, seller) = Parts(key);
        return (number[(number.IndexOf(Prefix, StringComparison.Ordinal) + Prefix.Length)..], series, seller);
    }

    private static (string Number, string Series, string Seller) Parts(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parts = key.Split('|');
        return parts is [var number, var series, var seller] ? (number, series, seller) : (key, "", "");
    }

    private static string[] Details(SupportTrace trace) => [.. trace.Content.Split('|').Skip(DetailsBefore).Concat(["", "", ""]).Take(3)];

    private static bool Differ(string one, string other) => one.Length > 0 && other.Length > 0 && one != other;

    /// <summary>A branch has three digits more than its firm; which of both sold is then not known.</summary>
    private static bool? SameFirm(string one, string other) => one == other ? true : one.Length != other.Length && one[..FirmDigits] == other[..FirmDigits] ? null : false;

    /// <summary>Series and number: "1C26TAA 0000123", "1C26TAA0000123" and "ký hiệu C26TAA, số 123" are one.</summary>
    private static (string Series, string Number) Parted(List<string> words)
    {
        var (before, last) = (string.Concat(words.Take(words.Count - 1)), words[^1]);
        if (!last.All(char.IsAsciiDigit))
        {
            var digits = last.Length - last.Reverse().TakeWhile(char.IsAsciiDigit).Count();
            (before, last) = digits == last.Length ? ("", string.Concat(words)) : (before + last[..digits], last[digits..]);
        }

        return (FormNumber().Replace(before, ""), last.TrimStart('0'));
    }

    /// <summary>"… ngày 05/3/2026" says when, not which.</summary>
    private static IEnumerable<string> Undated(IEnumerable<string> words)
    {
        var isDate = false;
        foreach (var word in words)
        {
            isDate = word is "ngay" || (isDate && (word is "thang" or "nam" || word.All(char.IsAsciiDigit)));
            if (!isDate)
            {
                yield return word;
            }
        }
    }

    private static string SellerOf(IEnumerable<string> words)
    {
        var name = $" {string.Join(' ', words.SkipWhile(SellerWords.Contains))} ";
        foreach (var form in LegalForms)
        {
            name = name.Replace($" {form} ", " ", StringComparison.Ordinal);
        }

        return string.Concat(name.Where(char.IsLetterOrDigit));
    }

    private static bool IsOfNumber(string word) => HasDigit(word) || word.Length <= 2 || word is "ngay" or "thang" or "nam" || NumberWords.Contains(word);

    private static bool HasDigit(string word) => word.Any(char.IsAsciiDigit);

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Words();

    /// <summary>Ten digits, or thirteen of a branch; an invoice's own number has eight at most, and twelve are a person's.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])[0-9]{10}(?:[- ]?[0-9]{3})?(?![\p{L}\p{Nd}])")]
    private static partial Regex SellersCode();

    /// <summary>The form's number before an electronic series says nothing of its own.</summary>
    [GeneratedRegex(@"^[1-9](?=[a-z]\d\d[a-z])")]
    private static partial Regex FormNumber();
}
