using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Text between C# and a cell: Excel writes characters XML lacks as _xHHHH_.</summary>
internal static partial class CellText
{
    private const int Longest = 32_767;
    private const string Cut = " … (đã cắt bớt)";

    /// <summary>As read: escapes resolved, line ends as \n, NFC.</summary>
    public static string Clean(string text) =>
        Escape().Replace(text, Unescape).Replace("\r\n", "\n").Replace('\r', '\n').Normalize(NormalizationForm.FormC);

    /// <summary>As written: what XML cannot hold is replaced, a look-alike of an escape is escaped.</summary>
    public static string Encode(string text)
    {
        var whole = text.Length <= Longest ? text : text[..(Longest - Cut.Length)] + Cut;
        var kept = new StringBuilder(whole.Length);
        for (var i = 0; i < whole.Length; i++)
        {
            if (i + 1 < whole.Length && char.IsSurrogatePair(whole[i], whole[i + 1]))
            {
                kept.Append(whole, i++, 2);
            }
            else
            {
                kept.Append(XmlConvert.IsXmlChar(whole[i]) ? whole[i] : '\ufffd');
            }
        }

        return Escape().Replace(kept.ToString(), "_x005F$0");
    }

    private static string Unescape(Match match)
    {
        var value = (char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return char.IsSurrogate(value) || value is '\0' or '\ufffe' or '\uffff' ? match.Value : value.ToString();
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
