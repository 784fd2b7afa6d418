using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Xuất Excel: the list as it is seen, all of its pages, with a column for every source.</summary>
[Allow(Act.ViewProjects)]
public sealed class ExportModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private static readonly (string Key, SheetColumn Column, Func<ProjectRow, SheetValue> Value)[] Columns =
    [
        ("", new("Mã", 22, CellFormat.Text), r => r.Code),
        ("", new("Đề án, nhiệm vụ", 50, CellFormat.Text), r => r.Title),
        ("loai", new("Loại", 34, CellFormat.Text), r => r.Kind.Text()),
        ("loai", new("Bản chất", 22, CellFormat.Text), r => r.Nature.Text()),
        ("", new("Nội dung", 44, CellFormat.Text), r => ProjectWords.ContentText(r.ContentCode)),
        ("nam", new("Năm kế hoạch", 10, CellFormat.Year), r => (long)r.Year),
        ("don-vi", new("Đơn vị thực hiện", 36, CellFormat.Text), r => r.ImplementingUnit),
        ("co-so", new("Số cơ sở", 10, CellFormat.Number), r => (long)r.BeneficiaryCount),
        .. FundingSource.All.Select(s => ("tien", new SheetColumn($"{s.ShortName} (đồng)", 18, CellFormat.Money), (Func<ProjectRow, SheetValue>)(r => r.Funding[s] is { } amount ? amount : default(SheetValue)))),
        ("tien", new("Tổng kinh phí (đồng)", 20, CellFormat.Money), r => r.Total),
        ("", new("Trạng thái", 16, CellFormat.Text), r => r.State.Text()),
        ("", new("Từ ngày", 12, CellFormat.Date), r => r.StateSince),
        ("sua", new("Cập nhật", 17, CellFormat.Text), r => r.ChangedAt.LocalText()),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var view = TableView.Read(Request.Query, ProjectList.Sorts);
        var filter = ProjectFilter.Read(Request.Query);
        var names = (await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        var shown = Columns.Where(c => c.Key.Length == 0 || view.Shows(c.Key)).ToArray();
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Đề án", [.. shown.Select(c => c.Column)]);
        sheet.Title("DANH SÁCH ĐỀ ÁN, NHIỆM VỤ KHUYẾN CÔNG");
        if (!filter.IsEmpty)
        {
            sheet.Note("Lọc: " + string.Join("; ", new[]
            {
                filter.Search.Length > 0 ? $"có “{filter.Search}”" : null, filter.State?.Text(), filter.Kind?.Text(), filter.ContentCode is { } content ? ProjectWords.ContentText(content) : null,
                filter.CommuneCode is { } commune ? names.GetValueOrDefault(commune, commune) : null, filter.Year is { } year ? $"năm {year}" : null,
            }.Where(p => p is not null)));
        }

        sheet.Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        var rows = ProjectList.Rows(ProjectList.Ordered(filter.Apply(db.Projects.VisibleTo(viewer, db)), view.Sort, view.Descending));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            sheet.Row([.. shown.Select(c => c.Value(row))]);
        }

        sheet.Total("Cộng", [.. shown.Select((c, i) => (c.Key, Number: i + 1)).Where(c => c.Key is "tien").Select(c => c.Number)]);
        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"de-an-{clock.Today:yyyyMMdd}.xlsx");
    }
}
