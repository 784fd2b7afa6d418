using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Tests.Spreadsheets;

public class WorkbookWriterTests
{
    [Fact]
    public void TheWorkbook_IsValid() => Faults(Sample()).ShouldBeEmpty();

    [Fact]
    public void TheTemplate_IsValid() => Faults(ProgrammeTemplate.Write(SampleProgramme.Rich)).ShouldBeEmpty();

    [Fact]
    public void WhatIsWritten_IsReadBack()
    {
        var grid = Packages.Grid(Sample());

        grid["B5"].ShouldBe(new SheetCell(CellKind.Text, "=HYPERLINK(\"http://x\")"));
        grid["C5"].Number.ShouldBe(33_248_300_000m);
        grid["D5"].ShouldBe(new SheetCell(CellKind.Number, "0.6215", 0.6215m, NumberShape.Percent));
        grid.Day(5, 5).ShouldBe(new DateOnly(2026, 2, 9));
        grid["C6"].IsBlank.ShouldBeTrue("unknown is not zero");
        grid["B6"].Text.ShouldBe("a\ufffdb _x0041_");
    }

    [Fact]
    public void Totals_AreFormulasWithTheirValue()
    {
        var cell = Cells(Sample()).Single(c => c.CellReference == "C7");

        cell.CellFormula!.Text.ShouldBe("SUM(C5:C6)");
        cell.CellValue!.Text.ShouldBe("33248300000");
    }

    [Fact]
    public void WhereNothingIsKnown_NothingIsSummed()
    {
        var book = new WorkbookWriter();
        book.AddSheet("Dữ liệu", new("Tên", 8), new("Số tiền", 8)).Header().Row("Chưa có số liệu", (Dong?)null).Total("Tổng", 2);

        Packages.Grid(book.ToBytes())["B3"].IsBlank.ShouldBeTrue();
    }

    [Fact]
    public void TheHeader_IsFrozenFilteredAndRepeated()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Sample()), false);
        var sheet = document.WorkbookPart!.WorksheetParts.First().Worksheet;

        sheet.Descendants<Pane>().Single().VerticalSplit!.Value.ShouldBe(4);
        sheet.Descendants<AutoFilter>().Single().Reference!.Value.ShouldBe("A4:E6");
        sheet.Descendants<PageSetup>().Single().Orientation!.Value.ShouldBe(OrientationValues.Landscape);
        document.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>().Select(n => n.Text).ShouldContain("'Dữ liệu'!$4:$4");
    }

    [Fact]
    public void EveryFont_IsNamed_StyleZeroToo()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Sample()), false);
        var fonts = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.Fonts!.Elements<Font>();

        fonts.ShouldAllBe(f => f.FontName!.Val == "Times New Roman");
    }

    [Fact]
    public void SheetNames_AreMadeLegalAndUnique()
    {
        var book = new WorkbookWriter();

        book.AddSheet("Quý I/2026: [tổng hợp] của toàn tỉnh").Name.ShouldBe("Quý I-2026- -tổng hợp- của toàn");
        book.AddSheet("Quý I/2026: [tổng hợp] của toàn tỉnh").Name.ShouldBe("Quý I-2026- -tổng hợp- của (2)");
        book.AddSheet("'").Name.ShouldBe("Trang");
    }

    private static byte[] Sample()
    {
        var book = new WorkbookWriter();
        book.AddSheet("Dữ liệu", new("Mã", 8), new("Tên", 30), new("Số tiền", 20), new("Tỷ lệ", 10), new("Ngày", 12))
            .Title("TỔNG HỢP KINH PHÍ").Note("(dữ liệu minh họa)").Blank().Header()
            .Row("1", "=HYPERLINK(\"http://x\")", new Dong(33_248_300_000), SheetValue.Share(6215), new DateOnly(2026, 2, 9))
            .Row("2", "a\u0001b _x0041_", (Dong?)null)
            .Total("Tổng cộng", 3);
        book.AddSheet("Trống");
        return book.ToBytes();
    }

    private static List<string> Faults(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }

    private static List<Cell> Cells(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return [.. document.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<Cell>()];
    }
}
