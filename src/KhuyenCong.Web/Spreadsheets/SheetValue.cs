namespace KhuyenCong.Web.Spreadsheets;

/// <summary>How a column or a cell shows its value.</summary>
public enum CellFormat
{
    /// <summary>Whatever the value's own kind asks for.</summary>
    Natural,
    Text,

    /// <summary>Text format on empty cells too, so that Excel keeps "6.606" and "07/01/2026" exactly as typed.</summary>
    TypedText,
    CentredText,
    Money,
    Number,
    Percent,
    Date,

    /// <summary>A measured quantity with one decimal: 1.204,3 km².</summary>
    Tenths,

    /// <summary>A number that is a name: 2027, never 2.027.</summary>
    Year,
}

/// <summary>What goes into one cell: text stays text whatever it starts with; null is an empty cell, never 0.</summary>
public readonly record struct SheetValue
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private SheetValue(string? text, decimal? number, CellFormat format, string? formula = null) =>
        (Text, Number, Format, Formula) = (text, number, format, formula);

    public string? Text { get; }

    public decimal? Number { get; }

    public CellFormat Format { get; }

    public string? Formula { get; }

    public bool IsBlank => string.IsNullOrEmpty(Text) && Number is null && Formula is null;

    public static implicit operator SheetValue(string? text) => new(text, null, CellFormat.Text);

    public static implicit operator SheetValue(long number) => new(null, number, CellFormat.Number);

    public static implicit operator SheetValue(long? number) => new(null, number, CellFormat.Number);

    public static implicit operator SheetValue(Dong amount) => new(null, amount.Amount, CellFormat.Money);

    public static implicit operator SheetValue(Dong? amount) => new(null, amount?.Amount, CellFormat.Money);

    public static implicit operator SheetValue(DateOnly day) => new(null, day.DayNumber - DayZero.DayNumber, CellFormat.Date);

    public static implicit operator SheetValue(DateOnly? day) => day is { } known ? known : default(SheetValue);

    /// <summary>A share in basis points: 6215 shows as 62,15%.</summary>
    public static SheetValue Share(int? basisPoints) => new(null, basisPoints / 10_000m, CellFormat.Percent);

    public static SheetValue Tenths(double? measured) => new(null, measured is { } known ? Math.Round((decimal)known, 1) : null, CellFormat.Tenths);

    /// <summary>A measure kept in hundredths: 5025 shows as 50,25.</summary>
    public static SheetValue Hundredths(int? measured) => new(null, measured / 100m, CellFormat.Natural);

    /// <summary>A formula written by us (never by a user), with the value readers show before they recalculate.</summary>
    public static SheetValue Computed(string formula, decimal cached, CellFormat format = CellFormat.Number) => new(null, cached, format, formula);
}

/// <summary>A column of an exported table.</summary>
/// <param name="Header">The heading.</param>
/// <param name="Width">In characters of the base font.</param>
/// <param name="Format">For every value of the column; <see cref="CellFormat.Natural"/> lets each value choose.</param>
public sealed record SheetColumn(string Header, double Width, CellFormat Format = CellFormat.Natural);
