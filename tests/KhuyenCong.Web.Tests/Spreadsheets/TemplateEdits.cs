using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Tests.Spreadsheets;

/// <summary>Changes the sample template as a user would, then reads it.</summary>
internal static class TemplateEdits
{
    public static ProgrammeReading ReadAfter(params Action<WorkbookPart>[] edits) => ReadAfter(ProgrammeTemplate.Write(SampleProgramme.Rich), edits);

    public static ProgrammeReading ReadAfter(byte[] template, params Action<WorkbookPart>[] edits)
    {
        using var bytes = new MemoryStream();
        bytes.Write(template);
        using (var document = SpreadsheetDocument.Open(bytes, true))
        {
            foreach (var edit in edits)
            {
                edit(document.WorkbookPart!);
            }
        }

        var (workbook, breaches) = Packages.Open(bytes.ToArray());
        breaches.ShouldBeEmpty();
        return ProgrammeTemplate.Read(workbook!);
    }

    public static Action<WorkbookPart> Text(string sheet, string address, string text) => workbook => Fill(workbook, sheet, address, cell =>
    {
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(text));
    });

    public static Action<WorkbookPart> Number(string sheet, string address, string stored) =>
        workbook => Fill(workbook, sheet, address, cell => cell.CellValue = new CellValue(stored));

    public static Action<WorkbookPart> Formula(string sheet, string address) => workbook => Fill(workbook, sheet, address, cell =>
    {
        cell.CellFormula = new CellFormula("1+1");
        cell.CellValue = new CellValue("2");
    });

    public static Action<WorkbookPart> Merge(string sheet, string range) =>
        workbook => Sheet(workbook, sheet).InsertAfter(new MergeCells(new MergeCell { Reference = range }), Sheet(workbook, sheet).GetFirstChild<SheetData>());

    public static Action<WorkbookPart> Hide(string sheet, uint row) =>
        workbook => Sheet(workbook, sheet).Descendants<Row>().Single(r => r.RowIndex! == row).Hidden = true;

    public static Action<WorkbookPart> Rename(string sheet, string name) =>
        workbook => workbook.Workbook.Descendants<Sheet>().Single(s => s.Name == sheet).Name = name;

    private static Worksheet Sheet(WorkbookPart workbook, string name) =>
        ((WorksheetPart)workbook.GetPartById(workbook.Workbook.Descendants<Sheet>().Single(s => s.Name == name).Id!)).Worksheet;

    private static void Fill(WorkbookPart workbook, string sheet, string address, Action<Cell> fill)
    {
        CellAddress.TryParse(address, out var rowNumber, out _).ShouldBeTrue();
        var row = Sheet(workbook, sheet).Descendants<Row>().Single(r => r.RowIndex! == (uint)rowNumber);
        var cell = row.Elements<Cell>().SingleOrDefault(c => c.CellReference == address) ?? row.AppendChild(new Cell { CellReference = address });
        cell.RemoveAllChildren();
        cell.DataType = null;
        fill(cell);
    }
}
