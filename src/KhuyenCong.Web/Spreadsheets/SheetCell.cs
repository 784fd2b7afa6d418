using System.Globalization;

namespace KhuyenCong.Web.Spreadsheets;

public enum CellKind
{
    Blank,
    Text,
    Number,
    Boolean,
    Error,
}

/// <summary>One cell as stored. A number keeps 15 significant digits, as Excel shows it; null when it is too large to mean anything.</summary>
public readonly record struct SheetCell(CellKind Kind, string Text, decimal? Number = null, NumberShape Shape = NumberShape.Plain, bool IsFormula = false)
{
    private const int SignificantDigits = 15;

    public bool IsBlank => Kind is CellKind.Blank && !IsFormula;

    public static SheetCell OfText(string text, bool formula) =>
        string.IsNullOrWhiteSpace(text) ? new(CellKind.Blank, "", IsFormula: formula) : new(CellKind.Text, text.Trim(), IsFormula: formula);

    public static SheetCell OfNumber(string raw, NumberShape shape, bool formula)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return new(CellKind.Blank, "", IsFormula: formula);
        }

        // Excel stores 6.606 as 6.6059999999999999; only 15 digits are the user's.
        decimal? number = decimal.TryParse(raw.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Rounded(value) : null;
        return new(CellKind.Number, raw.Trim(), number, shape, formula);
    }

    /// <summary>The day of a date cell; null when the number is no day.</summary>
    public DateOnly? Day(bool from1904)
    {
        if (Kind is not CellKind.Number || Shape is not NumberShape.Date || Number is not { } number)
        {
            return null;
        }

        // Day 60 of the 1900 calendar is 29/02/1900, which never was.
        var serial = decimal.Truncate(number);
        return serial is < 1 or > 2_900_000 or 60 ? null
            : from1904 ? new DateOnly(1904, 1, 1).AddDays((int)serial)
            : new DateOnly(1899, 12, serial < 60 ? 31 : 30).AddDays((int)serial);
    }

    private static decimal Rounded(decimal value)
    {
        var whole = decimal.Truncate(Math.Abs(value)).ToString(CultureInfo.InvariantCulture).Length;
        return decimal.Round(value, Math.Clamp(SignificantDigits - whole, 0, SignificantDigits)) / 1.0000000000000000000000000000m;
    }
}
