using System.Diagnostics;
using System.Text;
using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Tests.Spreadsheets;

public class SafeWorkbookTests
{
    private const string Styles = """
        <numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0&quot; đồng&quot;"/></numFmts>
        <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/></cellXfs>
        """;

    [Fact]
    public void EveryKindOfCell_IsRead()
    {
        var grid = Packages.Grid(Packages.Workbook(
            """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t xml:space="preserve"> nội tuyến </t></is></c><c r="C2" s="1"><v>46029</v></c>
            <c r="D2" s="2"><v>36383300000</v></c><c r="E2" s="3"><v>0.6215</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#REF!</v></c><c r="H2" s="2"/></row>
            """,
            sharedStrings: "<si><r><t>Mô </t></r><r><t>hình</t></r><rPh sb=\"0\" eb=\"1\"><t>bỏ</t></rPh></si>",
            styles: Styles));

        grid["A2"].Text.ShouldBe("Mô hình");
        grid["B2"].Text.ShouldBe("nội tuyến");
        grid.Day(2, 3).ShouldBe(new DateOnly(2026, 1, 7));
        grid["D2"].ShouldBe(new SheetCell(CellKind.Number, "36383300000", 36_383_300_000m));
        grid["E2"].ShouldBe(new SheetCell(CellKind.Number, "0.6215", 0.6215m, NumberShape.Percent));
        grid["F2"].Kind.ShouldBe(CellKind.Boolean);
        grid["G2"].ShouldBe(new SheetCell(CellKind.Error, "#REF!"));
        grid["H2"].IsBlank.ShouldBeTrue();
        grid["ZZ99"].IsBlank.ShouldBeTrue();
        grid.Rows.ShouldBe([2]);
    }

    [Fact]
    public void DecomposedText_IsComposed() =>
        Packages.Grid(Packages.Workbook($"""<row r="1"><c r="A1" t="str"><v>{"Khuyến công".Normalize(NormalizationForm.FormD)}_x000D_</v></c></row>"""))["A1"].Text
            .ShouldBe("Khuyến công");

    [Theory]
    [InlineData("6.6059999999999999", "6.606")]
    [InlineData("6606", "6606")]
    [InlineData("3.6383E10", "36383000000")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1E300", null)]
    public void Numbers_KeepFifteenDigits(string stored, string? read) =>
        Packages.Grid(Packages.Workbook($"""<row r="1"><c r="A1"><v>{stored}</v></c></row>"""))["A1"].Number?.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(read);

    [Fact]
    public void FormulasMergesAndHiddenRows_AreKnown()
    {
        var grid = Packages.Grid(Packages.Workbook(
            """<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row><row r="3" hidden="1"><c r="A3"><v>1</v></c></row>""",
            after: """<mergeCells count="1"><mergeCell ref="B1:XFD1048576"/></mergeCells>"""));

        grid["A1"].IsFormula.ShouldBeTrue();
        grid.IsHidden(3).ShouldBeTrue();
        grid.MergedAt(500, 7)!.ToString().ShouldBe("B1:XFD1048576");
        grid.MergedAt(1, 1).ShouldBeNull();
    }

    [Theory]
    [InlineData("""<row r="1"><c r="A2"><v>1</v></c></row>""")] // outside its row
    [InlineData("""<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>""")] // twice
    [InlineData("""<row r="0"><c r="A0"><v>1</v></c></row>""")]
    [InlineData("""<row r="9999999"><c><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>5</v></c></row>""")] // points at no text
    [InlineData("<row r=\"1\"><c")]
    public void NonsenseInsideASheet_IsDamage(string sheetData) => Packages.RefusedAs(Packages.Workbook(sheetData)).ShouldBe("sheet.damaged");

    [Fact]
    public void EntitiesAndDeepNesting_AreDamage()
    {
        Packages.RefusedAs(Packages.Workbook("", more: [("xl/worksheets/sheet1.xml", """<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>""")])).ShouldBe("sheet.damaged");
        Packages.RefusedAs(Packages.Workbook(string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100)))).ShouldBe("sheet.damaged");
    }

    [Fact]
    public void AHundredThousandCells_AreReadInReasonableTimeAndMemory()
    {
        var rows = new StringBuilder();
        for (var row = 1; row <= 10_000; row++)
        {
            rows.Append($"<row r=\"{row}\">");
            for (var column = 1; column <= 10; column++)
            {
                rows.Append($"<c r=\"{CellAddress.Of(row, column)}\"><v>{row * 31 % 9973}{column}</v></c>");
            }

            rows.Append("</row>");
        }

        var bytes = Packages.Workbook(rows.ToString());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var grid = Packages.Grid(bytes);

        grid["J10000"].Number.ShouldNotBeNull();
        // Generous: this guards against a quadratic reader, not against a slow machine.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(150_000_000);
        Packages.RefusedAs(bytes, new() { Cells = 99_999 }).ShouldBe("sheet.too-many-cells");
    }
}
