using System.Text;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Tests.Spreadsheets;

public class ProgrammeTemplateTests
{
    [Theory]
    [InlineData(MoneyUnit.Dong)]
    [InlineData(MoneyUnit.MillionDong)]
    public void ARichProgramme_ComesBackEqual(MoneyUnit unit) => ComesBackEqual(SampleProgramme.Rich with { MoneyUnit = unit });

    [Theory]
    [InlineData("khanh-hoa")]
    [InlineData("dong-nai")]
    public void AShippedProgramme_ComesBackEqual(string name)
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "programmes", name + "-2026-2030.json"));

        ComesBackEqual(ProgrammeJson.Read<ShippedProgramme>(json).Text);
    }

    [Fact]
    public void Amounts_AreReadBackByCell()
    {
        var readBack = TemplateEdits.ReadAfter(TemplateEdits.Number("Kinh phí", "F4", "55750")).ReadBack;

        readBack.Single(r => r.Cell == "F4").ToString().ShouldBe("55.750 triệu = 55.750.000.000 đ");
        readBack.Single(r => r.Cell == "F5").ToString().ShouldBe("6.606 triệu = 6.606.000.000 đ");
        readBack.Single(r => r.Cell == "F6").ToString().ShouldBe("33.248.300.000 đồng = 33.248.300.000 đ");
        readBack.ShouldNotContain(r => r.Cell == "F7", "unknown is not an amount");
    }

    [Fact]
    public void AnEmptyTemplate_AsksForEverythingAtOnce()
    {
        var reading = TemplateEdits.ReadAfter(ProgrammeTemplate.Write(null));

        reading.Text.ShouldBeNull();
        reading.Faults.ShouldAllBe(f => f.Code == "sheet.required");
        reading.Faults.Select(f => f.Cell).Order().ShouldBe(["B10", "B11", "B12", "B13", "B4", "B5", "B6", "B7"]);
    }

    [Theory]
    [InlineData("Kinh phí", "F5", "6.606", "sheet.suspicious-decimal")]
    [InlineData("Kinh phí", "F5", "6.6059999999999999", "sheet.suspicious-decimal")]
    [InlineData("Kinh phí", "F5", "3.74", "sheet.suspicious-decimal")]
    [InlineData("Kinh phí", "F5", "-5", "amount.negative")]
    [InlineData("Kinh phí", "F5", "1E300", "amount.absurd")]
    [InlineData("Kinh phí", "F5", "36383000000", "amount.absurd")]
    [InlineData("Kinh phí", "F5", "5000000", "sheet.suspicious-unit")]
    [InlineData("Kinh phí", "D5", "2031", "sheet.year-outside-period")]
    [InlineData("Kinh phí", "D5", "26", "sheet.absurd-year")]
    [InlineData("Kinh phí", "G5", "62.155", "sheet.not-share")]
    [InlineData("Kinh phí", "G5", "0.6215", "sheet.suspicious-share")]
    [InlineData("Kinh phí", "G5", "101", "sheet.not-share")]
    [InlineData("Chỉ tiêu", "G4", "6.606", "sheet.not-whole")]
    [InlineData("Chỉ tiêu", "G4", "-3", "sheet.negative")]
    [InlineData("Chỉ tiêu", "G4", "99999999999", "sheet.absurd-number")]
    [InlineData("Chỉ tiêu", "M4", "1.1", "sheet.not-text")]
    [InlineData("Quyết định", "B5", "46029", "sheet.not-date")]
    public void AWrongNumber_IsAFaultAtItsCell(string sheet, string cell, string stored, string code) =>
        ShouldBeOnly(TemplateEdits.ReadAfter(TemplateEdits.Number(sheet, cell, stored)), sheet, cell, code);

    [Theory]
    [InlineData("Kinh phí", "F5", "6,606", "sheet.suspicious-decimal")]
    [InlineData("Kinh phí", "F5", "sáu nghìn", "amount.unreadable")]
    [InlineData("Kinh phí", "F5", "-6.606", "amount.negative")]
    [InlineData("Kinh phí", "F5", "0,0000001", "amount.fraction")]
    [InlineData("Kinh phí", "C5", "Ngân sách trung ương", "sheet.unknown-source")]
    [InlineData("Kinh phí", "E5", "9", "sheet.unknown-content")]
    [InlineData("Kinh phí", "A5", "T", "sheet.duplicate-code")]
    [InlineData("Chỉ tiêu", "F4", "khoảng", "sheet.unknown-operator")]
    [InlineData("Chỉ tiêu", "H4", "mỗi quý", "sheet.unknown-per")]
    [InlineData("Chỉ tiêu", "B6", "MH-9", "sheet.unknown-target")]
    [InlineData("Chỉ tiêu", "B6", "MH-1b", "sheet.chained-target")]
    [InlineData("Chỉ tiêu", "L4", "KCQG; Bộ", "sheet.unknown-source")]
    [InlineData("Chỉ tiêu", "P4", "thừa", "sheet.outside-table")]
    [InlineData("Quyết định", "B5", "31/02/2026", "sheet.not-date")]
    [InlineData("Quyết định", "B5", "01/01/0001", "sheet.absurd-date")]
    [InlineData("Quyết định", "B12", "2025", "sheet.period-order")]
    [InlineData("Quyết định", "B13", "nghìn đồng", "sheet.unknown-unit")]
    public void AWrongText_IsAFaultAtItsCell(string sheet, string cell, string text, string code)
    {
        var reading = TemplateEdits.ReadAfter(TemplateEdits.Text(sheet, cell, text));

        reading.Text.ShouldBeNull();
        reading.Faults.ShouldContain(f => f.Sheet == sheet && f.Cell == cell && f.Code == code, Shown(reading));
    }

    [Theory]
    [InlineData("6.606 triệu", 6_606_000_000)]
    [InlineData("6,606 triệu", 6_606_000)]
    [InlineData("1,5 tỷ", 1_500_000_000)]
    [InlineData("6606", 6_606_000_000)]
    [InlineData("6.606,5", 6_606_500_000)]
    public void AClearAmount_IsRead(string text, long amount) =>
        TemplateEdits.ReadAfter(TemplateEdits.Text("Kinh phí", "F5", text)).Text!.Money[1].Printed.ShouldBe(new Dong(amount));

    [Fact]
    public void AFractionOfADong_OrMillionsTakenForDong_AreFaults()
    {
        var reading = TemplateEdits.ReadAfter(
            TemplateEdits.Text("Quyết định", "B13", "đồng"), TemplateEdits.Number("Kinh phí", "F4", "36383.3"), TemplateEdits.Text("Kinh phí", "F5", "6.606"));

        reading.Faults.ShouldContain(f => f.Cell == "F4" && f.Code == "sheet.fraction");
        reading.Faults.ShouldContain(f => f.Cell == "F5" && f.Code == "sheet.suspicious-unit");
    }

    [Fact]
    public void FormulasMergedCellsAndHiddenRows_AreFaults_AllAtOnce()
    {
        var reading = TemplateEdits.ReadAfter(
            TemplateEdits.Formula("Kinh phí", "F5"), TemplateEdits.Formula("Quyết định", "B4"),
            TemplateEdits.Merge("Chỉ tiêu", "C4:C6"), TemplateEdits.Hide("Mục tiêu khác", 4));

        reading.Faults.Select(f => $"{f.Sheet}!{f.Cell} {f.Code}").ShouldBe(
            ["Quyết định!B4 sheet.formula", "Chỉ tiêu!C4 sheet.merged", "Kinh phí!F5 sheet.formula", "Mục tiêu khác!A4 sheet.hidden-row"]);
    }

    [Fact]
    public void AMissingSheetOrChangedHeading_IsOneFault_NotACascade()
    {
        ShouldBeOnly(TemplateEdits.ReadAfter(TemplateEdits.Rename("Nội dung", "Khác")), "Nội dung", "", "sheet.missing-sheet");
        ShouldBeOnly(TemplateEdits.ReadAfter(TemplateEdits.Text("Nội dung", "B3", "Tên")), "Nội dung", "B3", "sheet.header-changed");
        ShouldBeOnly(TemplateEdits.ReadAfter(TemplateEdits.Text("Quyết định", "A8", "Khác")), "Quyết định", "", "sheet.missing-row");
    }

    [Fact]
    public void DecomposedText_IsComposedAndRecognised()
    {
        var reading = TemplateEdits.ReadAfter(
            TemplateEdits.Text("Chỉ tiêu", "F4", "Trên".Normalize(NormalizationForm.FormD)), TemplateEdits.Text("Chỉ tiêu", "D4", "Mô hình trình diễn".Normalize(NormalizationForm.FormD)));

        reading.Text!.Statements[0].Operator.ShouldBe(TargetOperator.MoreThan);
        reading.Text.Statements[0].Name.ShouldBe("Mô hình trình diễn");
    }

    [Fact]
    public void BlankRows_AreSkipped()
    {
        var reading = TemplateEdits.ReadAfter(TemplateEdits.Text("Phụ lục thiếu", "A9", "Phụ lục 2"), TemplateEdits.Text("Phụ lục thiếu", "B9", "VI"), TemplateEdits.Text("Phụ lục thiếu", "C9", "kèm theo"));

        reading.Text!.MissingAnnexes.Count.ShouldBe(2);
    }

    [Fact]
    public void EveryFaultCode_HasAMessage()
    {
        var codes = typeof(ProgrammeTemplateTests).GetMethods().SelectMany(m => m.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .SelectMany(d => d.Data).OfType<string>().Where(s => s.StartsWith("sheet.", StringComparison.Ordinal)).Distinct();

        codes.Where(c => !Messages.All.ContainsKey(c)).ShouldBeEmpty();
    }

    private static void ComesBackEqual(ProgrammeText text)
    {
        var reading = TemplateEdits.ReadAfter(ProgrammeTemplate.Write(text));

        reading.Faults.ShouldBeEmpty(Shown(reading));
        ProgrammeJson.Write(reading.Text).ShouldBe(ProgrammeJson.Write(text));
    }

    private static void ShouldBeOnly(ProgrammeReading reading, string sheet, string cell, string code)
    {
        reading.Text.ShouldBeNull();
        var fault = reading.Faults.ShouldHaveSingleItem(Shown(reading));
        (fault.Sheet, fault.Cell, fault.Code).ShouldBe((sheet, cell, code));
    }

    private static string Shown(ProgrammeReading reading) => string.Join("; ", reading.Faults.Select(f => $"{f.Sheet}!{f.Cell} {f.Code}"));
}
