using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Streams one sheet into its part: an export of 20.000 rows never becomes a tree in memory.</summary>
internal static class SheetXml
{
    private const double PointsPerLine = 15;
    private const double TallestRow = 405;

    // Fitted to one page's width, a sheet wider than this could not be read on A4.
    private const double WidestOnA4 = 210;
    private const uint A4 = 9;
    private const uint A3 = 8;

    // A column's width counts digits: small letters are a little narrower, capitals wider.
    private const double SmallLettersPerWidth = 1.1;
    private const double CapitalWidth = 1.3;

    public static void Write(WorksheetPart part, SheetWriter sheet, StyleBook styles, bool isFirst)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new SheetViews(View(sheet, isFirst)));
        xml.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        if (sheet.Columns.Count > 0)
        {
            xml.WriteElement(new Columns(sheet.Columns.Select((c, i) => new Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = c.Width,
                CustomWidth = true,
                // Only what is to be typed needs a format on cells that do not exist yet.
                Style = c.Format is CellFormat.TypedText ? styles.IndexOf(CellLook.Plain, CellFormat.TypedText) : null,
            })));
        }

        xml.WriteStartElement(new SheetData());
        foreach (var line in sheet.Lines)
        {
            WriteLine(xml, line, sheet.Columns, styles);
        }

        xml.WriteEndElement();
        if (sheet.Filtered)
        {
            xml.WriteElement(new AutoFilter { Reference = $"A{sheet.HeaderRow}:{CellAddress.Of(sheet.LastFilterRow, sheet.Columns.Count)}" });
        }

        if (sheet.Choices.Count > 0)
        {
            xml.WriteElement(new DataValidations(sheet.Choices.Select(Validation)) { Count = (uint)sheet.Choices.Count });
        }

        xml.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        xml.WriteElement(new PageSetup { PaperSize = sheet.Columns.Sum(c => c.Width) > WidestOnA4 ? A3 : A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        xml.WriteElement(new HeaderFooter(new OddFooter("&L&A&RTrang &P/&N")));
        xml.WriteEndElement();
    }

    private static SheetView View(SheetWriter sheet, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0, TabSelected = isFirst ? true : null };
        if (sheet.HeaderRow > 0)
        {
            view.Append(
                new Pane { VerticalSplit = sheet.HeaderRow, TopLeftCell = $"A{sheet.HeaderRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft });
        }

        return view;
    }

    private static void WriteLine(OpenXmlWriter xml, SheetWriter.SheetLine line, IReadOnlyList<SheetColumn> columns, StyleBook styles)
    {
        xml.WriteStartElement(new Row { RowIndex = (uint)line.Row, Height = Height(line, columns) });
        // Rows of a table have every cell, so that borders close around empty ones.
        var isTable = line.Look is CellLook.Body or CellLook.Strong or CellLook.Header;
        for (var i = 0; i < (isTable ? Math.Max(columns.Count, line.Values.Length) : line.Values.Length); i++)
        {
            var value = i < line.Values.Length ? line.Values[i] : default;
            var own = i < columns.Count ? columns[i].Format : CellFormat.Natural;
            xml.WriteElement(Cell(CellAddress.Of(line.Row, i + 1), value, line.Look, own, styles));
        }

        xml.WriteEndElement();
    }

    // LibreOffice does not fit rows to wrapped text when it opens a file, so their height is estimated; without
    // CustomHeight both programs fit the row anew when someone edits it.
    private static double? Height(SheetWriter.SheetLine line, IReadOnlyList<SheetColumn> columns)
    {
        if (line.Look is CellLook.Title)
        {
            return 21;
        }

        if (line.Look is CellLook.Plain or CellLook.Note)
        {
            return null;
        }

        var lines = line.Values.Take(columns.Count).Select((v, i) => Lines(v.Text, columns[i].Width)).DefaultIfEmpty(1).Max();
        return lines == 1 ? null : Math.Min(lines * PointsPerLine, TallestRow);
    }

    private static int Lines(string? text, double width) =>
        string.IsNullOrEmpty(text) ? 1 : text.Split('\n').Sum(p => Math.Max(1, (int)Math.Ceiling(p.Sum(c => char.IsUpper(c) ? CapitalWidth : 1) / Math.Max(1, (width - 1) * SmallLettersPerWidth))));

    private static Cell Cell(string address, SheetValue value, CellLook look, CellFormat column, StyleBook styles)
    {
        var format = look is CellLook.Title or CellLook.Note or CellLook.Header ? CellFormat.Natural
            : column is CellFormat.Natural ? value.Format
            : value is { Text: not null } && column is not (CellFormat.TypedText or CellFormat.CentredText) ? CellFormat.Text
            : column;
        var quoted = value.Text is { Length: > 0 } text && "=+-@\t\r".Contains(text[0]);
        var cell = new Cell { CellReference = address, StyleIndex = styles.IndexOf(look, format, quoted) };
        if (value.Number is { } number)
        {
            cell.CellFormula = value.Formula is { } formula ? new CellFormula(formula) : null;
            cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else if (!string.IsNullOrEmpty(value.Text))
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(CellText.Encode(value.Text)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return cell;
    }

    private static DataValidation Validation(SheetWriter.ChoiceList choices) => new(new Formula1(choices.Formula))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowInputMessage = choices.Prompt.Length > 0,
        ShowErrorMessage = choices.Strict,
        ErrorTitle = "Chưa đúng danh sách",
        Error = "Hãy chọn một mục trong danh sách của ô này.",
        Prompt = choices.Prompt.Length > 0 ? choices.Prompt : null,
        SequenceOfReferences = new ListValue<StringValue>([new StringValue(choices.Range)]),
    };
}
