using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Tests.Spreadsheets;

public class SheetRowsTests
{
    private const string Three = """
        <row r="1"><c r="A1" t="str"><v>Tên</v></c></row><row r="2"/><row r="3"><c r="A3" t="str"><v>Một</v></c><c r="B3"><v>5</v></c></row><row><c t="str"><v>Hai</v></c></row>
        """;

    [Fact]
    public void Rows_ComeOneByOne_AsOftenAsAskedFor()
    {
        using var sheet = Opened(Packages.Workbook(Three));
        sheet.Head["A1"].Text.ShouldBe("Tên");
        sheet.Count.ShouldBe(2);
        for (var turn = 0; turn < 2; turn++)
        {
            sheet.Rows.Select(r => $"{r.Number} {r.Row[r.Number, 1].Text} {r.Row[r.Number, 2].Text}").ShouldBe(["3 Một 5", "4 Hai "]);
        }
    }

    [Fact]
    public void ARowThatWasRead_IsLetGo()
    {
        using var sheet = Opened(Packages.Workbook(Three));
        sheet.Rows.Select(r => r.Row.Rows.Count()).ShouldAllBe(held => held == 1);
    }

    [Fact]
    public void ASheetWithoutRows_IsEmpty()
    {
        using var sheet = Opened(Packages.Workbook(""));
        (sheet.Count, sheet.Head["A1"].IsBlank, sheet.Rows.Any()).ShouldBe((0, true, false));
    }

    [Theory]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>""")] // out of order
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>""")] // twice
    [InlineData("""<row r="9"><c r="A9" t="s"><v>5</v></c></row>""")] // points at no text
    [InlineData("<row r=\"1\"><c")]
    public void Nonsense_IsFoundBeforeTheFirstRowIsGiven(string sheetData) => Refusal(Packages.Workbook(sheetData)).ShouldBe("sheet.damaged");

    [Fact]
    public void AnotherSheet_TooManyCells_AndWhatIsNoWorkbook_AreTold()
    {
        var (none, nothing) = SheetRows.Open(new MemoryStream(Packages.Workbook(Three)), "Trang khác");
        none.ShouldBeNull();
        nothing.ShouldBeEmpty();
        Refusal(Packages.Workbook(Three), new() { Cells = 3 }).ShouldBe("sheet.too-many-cells");
        Refusal("%PDF-1.4"u8.ToArray()).ShouldBe("sheet.not-xlsx");
        Refusal([]).ShouldBe("sheet.empty-file");
        Refusal(Packages.Workbook(Three), new() { Bytes = 100 }).ShouldBe("sheet.too-large");
    }

    private static SheetRows Opened(byte[] bytes)
    {
        var (sheet, breaches) = SheetRows.Open(new MemoryStream(bytes), "dữ liệu");
        breaches.ShouldBeEmpty();
        return sheet.ShouldNotBeNull();
    }

    private static string Refusal(byte[] bytes, WorkbookLimits? limits = null)
    {
        var (sheet, breaches) = SheetRows.Open(new MemoryStream(bytes), "Dữ liệu", limits);
        sheet.ShouldBeNull();
        return breaches[0].Code;
    }
}
