using System.Globalization;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Số tiền đọc lại: what was typed and what it is taken for, shown before anything is saved.</summary>
public sealed record AmountReadBack(string Sheet, string Cell, string Line, string Typed, Dong Amount)
{
    /// <summary>"6.606 triệu = 6.606.000.000 đ".</summary>
    public override string ToString() => $"{Typed} = {Amount}";
}

/// <summary>Reads an amount cell; whatever could mean two amounts is refused with the way to write it clearly.</summary>
internal static class AmountCell
{
    // No line of a provincial programme is this small in đồng or this large in triệu đồng: the unit was mistaken.
    private static readonly Dong SmallestInDong = new(1_000_000);
    private static readonly Dong LargestInMillions = Dong.Millions(1_000_000);
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <param name="cell">A filled cell without formula.</param>
    /// <param name="unit">The unit of the document; null where it is not known, then only the shape is judged.</param>
    public static (Dong? Amount, string Typed, string? Code, object[] Args) Read(SheetCell cell, MoneyUnit? unit) => cell switch
    {
        { Kind: CellKind.Number, Shape: NumberShape.Plain } => OfNumber(cell.Number, unit),
        { Kind: CellKind.Text } => OfText(cell.Text, unit),
        _ => Fault("sheet.not-amount", cell.Text),
    };

    /// <summary>How the template shows an amount so that reading gives the same amount again.</summary>
    public static string Write(Dong amount, MoneyUnit unit) => unit switch
    {
        MoneyUnit.MillionDong when amount.IsWholeMillions => amount.GroupedMillions + (amount < LargestInMillions ? "" : " triệu đồng"),
        MoneyUnit.Dong when amount == Dong.Zero || amount >= SmallestInDong => amount.Grouped,
        _ => amount.Grouped + " đồng",
    };

    private static (Dong? Amount, string Typed, string? Code, object[] Args) OfNumber(decimal? number, MoneyUnit? unit) => number switch
    {
        null or > AmountText.Largest => Fault("amount.absurd"),
        < 0 => Fault("amount.negative"),
        { } value when value != decimal.Truncate(value) =>
            unit is MoneyUnit.MillionDong ? Suspicious(value) : Fault("sheet.fraction", Shown(value)),
        { } value => OfText(value.ToString("#,##0", Vietnamese), unit),
    };

    private static (Dong? Amount, string Typed, string? Code, object[] Args) OfText(string text, MoneyUnit? unit)
    {
        var (amount, fault) = AmountText.Parse(text, unit ?? MoneyUnit.Dong);
        var namesUnit = char.IsLetter(text.TrimEnd()[^1]);
        if (fault is not null || amount is not { } known)
        {
            return Fault(fault ?? "amount.unreadable", text);
        }

        // "6,606" by an American hand is 6606.
        if (!namesUnit && unit is MoneyUnit.MillionDong && text.IndexOf(',') is var comma and >= 0 && text.Length - comma == 4)
        {
            return Suspicious(decimal.Parse(string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is ',')), Vietnamese));
        }

        var typed = namesUnit ? text : text + (unit is MoneyUnit.MillionDong ? " triệu" : " đồng");
        var mistaken = !namesUnit && unit switch
        {
            MoneyUnit.MillionDong => known >= LargestInMillions,
            MoneyUnit.Dong => known > Dong.Zero && known < SmallestInDong,
            _ => false,
        };
        return mistaken ? Fault("sheet.suspicious-unit", typed, known.ToString()) : (known, typed, null, []);
    }

    private static (Dong? Amount, string Typed, string? Code, object[] Args) Suspicious(decimal value) =>
        Fault("sheet.suspicious-decimal", Shown(value), decimal.Round(value * 1000).ToString("#,##0", Vietnamese));

    private static string Shown(decimal value) => value.ToString("#,##0.###############", Vietnamese);

    private static (Dong? Amount, string Typed, string? Code, object[] Args) Fault(string code, params object[] args) => (null, "", code, args);
}
