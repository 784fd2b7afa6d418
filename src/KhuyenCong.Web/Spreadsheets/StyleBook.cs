using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KhuyenCong.Web.Spreadsheets;

internal enum CellLook
{
    Plain,
    Title,
    Note,
    Header,
    Body,
    Strong,
}

/// <summary>Collects the cell styles a workbook uses and writes them as its stylesheet.</summary>
internal sealed class StyleBook(string font)
{
    private const uint MoneyFormat = 164;
    private const uint NumberFormat = 165;
    private const uint PercentFormat = 166;
    private const uint DateFormat = 167;
    private const uint TenthsFormat = 168;
    private const uint TextFormat = 49;

    private readonly List<(CellLook Look, CellFormat Format, bool Quoted)> styles = [(CellLook.Plain, CellFormat.Natural, false)];

    /// <summary>The index of a style. Quoted keeps text such as "=1+1" text even after someone edits the cell.</summary>
    public uint IndexOf(CellLook look, CellFormat format, bool quoted = false)
    {
        var at = styles.IndexOf((look, format, quoted));
        if (at < 0)
        {
            at = styles.Count;
            styles.Add((look, format, quoted));
        }

        return (uint)at;
    }

    public Stylesheet Build() => new(
        new NumberingFormats(
            Numbering(MoneyFormat, "[$-42A]#,##0\" đồng\""),
            Numbering(NumberFormat, "[$-42A]#,##0"),
            Numbering(PercentFormat, "[$-42A]0.00%"),
            Numbering(DateFormat, "dd/mm/yyyy"),
            Numbering(TenthsFormat, "[$-42A]#,##0.0"))
        { Count = 5 },
        // Every font names its face, style 0 first: readers fall back to their own font where it is left out.
        new Fonts(
            Face(11),
            Face(14, new Bold()),
            Face(11, new Italic()),
            Face(11, new Bold()))
        { Count = 4 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFDCE6F1" }) { PatternType = PatternValues.Solid }))
        { Count = 3 },
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                new LeftBorder { Style = BorderStyleValues.Thin },
                new RightBorder { Style = BorderStyleValues.Thin },
                new TopBorder { Style = BorderStyleValues.Thin },
                new BottomBorder { Style = BorderStyleValues.Thin },
                new DiagonalBorder()))
        { Count = 2 },
        new CellStyleFormats(new DocumentFormat.OpenXml.Spreadsheet.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(styles.Select(s => Format(s.Look, s.Format, s.Quoted))) { Count = (uint)styles.Count },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private Font Face(double size, params OpenXmlElement[] traits)
    {
        var face = new Font();
        face.Append(traits);
        face.Append(new FontSize { Val = size }, new FontName { Val = font }, new FontFamilyNumbering { Val = 1 });
        return face;
    }

    private static NumberingFormat Numbering(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    private static DocumentFormat.OpenXml.Spreadsheet.CellFormat Format(CellLook look, CellFormat format, bool quoted) => new(Align(look, format))
    {
        NumberFormatId = format switch
        {
            CellFormat.Money => MoneyFormat,
            CellFormat.Number => NumberFormat,
            CellFormat.Percent => PercentFormat,
            CellFormat.Date => DateFormat,
            CellFormat.Tenths => TenthsFormat,
            CellFormat.TypedText => TextFormat,
            CellFormat.Year => 1,
            _ => 0,
        },
        FontId = look switch
        {
            CellLook.Title => 1,
            CellLook.Note => 2,
            CellLook.Header or CellLook.Strong => 3,
            _ => 0,
        },
        FillId = look is CellLook.Header ? 2u : 0,
        BorderId = look is CellLook.Header or CellLook.Body or CellLook.Strong ? 1u : 0,
        FormatId = 0,
        QuotePrefix = quoted ? true : null,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
    };

    private static Alignment Align(CellLook look, CellFormat format) => new()
    {
        Vertical = look is CellLook.Header ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
        Horizontal = look switch
        {
            CellLook.Header => HorizontalAlignmentValues.Center,
            _ when format is CellFormat.Date or CellFormat.CentredText or CellFormat.Year => HorizontalAlignmentValues.Center,
            _ when format is CellFormat.Text or CellFormat.TypedText => HorizontalAlignmentValues.Left,
            _ => HorizontalAlignmentValues.General,
        },
        // A word that follows a right-aligned amount does not touch it.
        Indent = look is CellLook.Body or CellLook.Strong && format is CellFormat.Text ? 1u : null,
        // Titles and notes run on over the empty cells beside them.
        WrapText = look is CellLook.Header or CellLook.Body or CellLook.Strong || format is CellFormat.TypedText ? true : null,
    };
}
