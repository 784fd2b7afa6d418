namespace KhuyenCong.Web.Spreadsheets;

/// <summary>One fault of an uploaded workbook, at a cell ("F7"), a row ("7") or a whole sheet ("").</summary>
public sealed record SheetFault(string Sheet, string Cell, string Code, params object[] Args);

/// <summary>Cell addresses: row and column count from 1, "C7" is row 7, column 3.</summary>
public static class CellAddress
{
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    public static string Of(int row, int column) => Letters(column) + row;

    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    public static bool TryParse(ReadOnlySpan<char> address, out int row, out int column)
    {
        (row, column) = (0, 0);
        var at = 0;
        while (at < address.Length && char.IsAsciiLetter(address[at]) && at < 4)
        {
            column = (column * 26) + (char.ToUpperInvariant(address[at++]) - 'A' + 1);
        }

        return column is > 0 and <= LastColumn
            && address.Length - at is > 0 and < 8
            && int.TryParse(address[at..], System.Globalization.NumberStyles.None, null, out row)
            && row is > 0 and <= LastRow;
    }
}
