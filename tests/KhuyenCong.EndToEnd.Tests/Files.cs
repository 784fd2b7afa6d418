using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace KhuyenCong.EndToEnd;

/// <summary>The files that people bring and take away.</summary>
public static class Files
{
    public const string Png = "image/png";
    public const string Pdf = "application/pdf";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A picture of one dot; what follows the last chunk makes it another file.</summary>
    public static byte[] Photo(string of) =>
    [
        .. Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
        .. System.Text.Encoding.UTF8.GetBytes(of),
    ];

    public static byte[] SignedDocument { get; } = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    /// <summary>Every cell's text, after Office's own rules found nothing wrong with the workbook.</summary>
    public static IReadOnlyList<string> Cells(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        return [.. AllCells(document).Select(cell => cell.InlineString?.InnerText ?? cell.CellValue?.InnerText ?? "").Where(text => text.Length > 0)];
    }

    /// <summary>The workbook with the first cell of each old text typed over.</summary>
    public static byte[] Retyped(byte[] workbook, params (string Sheet, string Old, string New)[] changes)
    {
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var document = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            foreach (var (sheet, old, now) in changes)
            {
                var cell = AllCells(document, sheet).First(cell => cell.InlineString?.InnerText == old);
                cell.InlineString = new InlineString(new Text(now));
            }
        }

        return memory.ToArray();
    }

    private static IEnumerable<Cell> AllCells(SpreadsheetDocument document, string? sheet = null)
    {
        var book = document.WorkbookPart!;
        return book.Workbook.Sheets!.Elements<Sheet>().Where(s => sheet is null || s.Name == sheet)
            .SelectMany(s => ((WorksheetPart)book.GetPartById(s.Id!)).Worksheet.Descendants<Cell>());
    }
}
