using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <content>The figures of one version as a workbook: exactly those that the page shows.</content>
public sealed partial class DetailsModel
{
    public async Task<IActionResult> OnGetExcelAsync(Guid id, [FromQuery(Name = "phien-ban")] int? number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, number, cancellationToken))
        {
            return NotFound();
        }

        var sheets = new WorkbookWriter();
        var figures = Version.Figures;
        var note = $"{Holder}; phiên bản {Version.Number}, số liệu sổ dự toán lúc {Version.DrawnAt.LocalText()}; đơn vị tính: đồng";
        SheetColumn[] columns = [new("Chỉ tiêu", 44), .. figures.Lines.Select(l => new SheetColumn(FundingSource.Find(l.Source)?.ShortName ?? l.Source, 22, CellFormat.Money))];
        var sheet = sheets.AddSheet("Theo nguồn", columns);
        sheet.Title($"BÁO CÁO QUYẾT TOÁN KINH PHÍ KHUYẾN CÔNG NĂM {Report.Year}").Note(note).Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header(filter: false);
        foreach (var item in YearlyWords.Items)
        {
            sheet.Row([item.Text(), .. figures.Lines.Select(l => (SheetValue)l[item])]);
        }

        if (Version.Findings.Lines.Count > 0)
        {
            sheet.Row(["Thẩm định chấp nhận quyết toán", .. figures.Lines.Select(l => (SheetValue)Version.Findings.Of(l.AllocationId)?.Accepted)]);
            sheet.Row(["Chênh lệch thẩm định so với đề nghị", .. figures.Lines.Select(l => (SheetValue)(Version.Findings.Of(l.AllocationId)?.Accepted - l.Settled))]);
        }

        var sources = figures.Lines.ToDictionary(l => l.AllocationId, l => l.Source);
        var projects = sheets.AddSheet("Theo đề án", [new("Mã", 16), new("Đề án, nhiệm vụ", 60), new("Nguồn", 20), new("Hợp đồng", 10, CellFormat.Number), .. YearlyDifferences.OfProject.Select(i => new SheetColumn(i.Text(), 20, CellFormat.Money))]);
        projects.Title($"QUYẾT TOÁN NĂM {Report.Year} THEO ĐỀ ÁN, NHIỆM VỤ").Note(note).Blank().Header();
        foreach (var p in figures.Projects)
        {
            var source = sources.GetValueOrDefault(p.AllocationId);
            projects.Row([p.Code, p.Title, FundingSource.Find(source)?.ShortName ?? source, (long)p.Contracts, .. YearlyDifferences.OfProject.Select(i => (SheetValue)p[i])]);
        }

        foreach (var line in figures.Managed())
        {
            projects.Row(["", "Chi quản lý", FundingSource.Find(line.Source)?.ShortName ?? line.Source, "", .. YearlyDifferences.OfProject.Select(i => (SheetValue)figures.Managing(line, i))]);
        }

        return File(sheets.ToBytes(), WorkbookType.Xlsx, $"quyet-toan-nam-{Report.Year}-v{Version.Number}-{clock.Today:yyyyMMdd}.xlsx");
    }
}
