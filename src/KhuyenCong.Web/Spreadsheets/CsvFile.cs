using System.Text;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Reads a CSV file (; , or tab, quoted as RFC 4180 says) into the same grid as a sheet: every value is text.</summary>
public static class CsvFile
{
    private const int Sampled = 30;
    private static readonly char[] Separators = [';', '\t', ','];

    public static bool LooksLike(ReadOnlySpan<byte> bytes) => IsUtf16(bytes) || FileSniffer.Name(bytes) == ".csv/.txt";

    public static (SheetGrid? Sheet, Breach? Fault) Read(byte[] bytes, WorkbookLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        limits ??= WorkbookLimits.Default;
        if (Decoded(bytes) is not { } text || text.Contains('\0', StringComparison.Ordinal) || text.Contains('\ufffe', StringComparison.Ordinal))
        {
            return (null, new("csv.encoding"));
        }

        var sheet = new SheetGrid("CSV", from1904: false);
        var separator = SeparatorOf(text);
        var (row, column, cells, at) = (1, 1, 0, 0);
        while (at < text.Length)
        {
            if (Field(text, separator, ref at) is not { } value)
            {
                return (null, new("csv.quote", null, row));
            }

            if (value.Length > limits.CellText || column > CellAddress.LastColumn || row > CellAddress.LastRow || ++cells > limits.Cells)
            {
                return (null, new("sheet.too-many-cells", null, limits.Cells));
            }

            if (!string.IsNullOrWhiteSpace(value))
            {
                sheet.Add(row, column, SheetCell.OfText(value.Normalize(), formula: false));
            }

            if (at < text.Length && text[at] == separator)
            {
                (column, at) = (column + 1, at + 1);
            }
            else
            {
                at += at < text.Length && text[at] is '\r' ? 1 : 0;
                at += at < text.Length && text[at] is '\n' ? 1 : 0;
                (row, column) = (row + 1, 1);
            }
        }

        return (sheet, null);
    }

    /// <summary>The value of one field; null where a quote is never closed or goes on after it was.</summary>
    private static string? Field(string text, char separator, ref int at)
    {
        if (text[at] is not '"')
        {
            var end = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
            var plain = end < 0 ? text[at..] : text.Substring(at, end);
            at += plain.Length;
            return plain;
        }

        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] is not '"')
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] is '"')
            {
                value.Append(text[at++]);
            }
            else
            {
                at++;
                return at == text.Length || text[at] == separator || text[at] is '\r' or '\n' ? value.ToString() : null;
            }
        }

        return null;
    }

    // The separator that the most of the first lines have at least three of; titles above the table have few.
    private static char SeparatorOf(string text)
    {
        var lines = text.Split('\n', Sampled + 1).Take(Sampled).ToList();
        return Separators.MaxBy(s => (lines.Count(l => l.Count(c => c == s) >= 3) * 10) - Array.IndexOf(Separators, s));
    }

    private static string? Decoded(byte[] bytes)
    {
        try
        {
            return bytes.AsSpan().StartsWith(new byte[] { 0xFF, 0xFE }) ? new UnicodeEncoding(false, true, true).GetString(bytes, 2, bytes.Length - 2)
                : bytes.AsSpan().StartsWith(new byte[] { 0xFE, 0xFF }) ? new UnicodeEncoding(true, true, true).GetString(bytes, 2, bytes.Length - 2)
                : new UTF8Encoding(false, true).GetString(bytes).TrimStart('\ufeff');
        }
        catch (ArgumentException)
        {
            // Not the encoding it seems: letters would be guessed.
            return null;
        }
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes.StartsWith(new byte[] { 0xFF, 0xFE }) || bytes.StartsWith(new byte[] { 0xFE, 0xFF });
}
