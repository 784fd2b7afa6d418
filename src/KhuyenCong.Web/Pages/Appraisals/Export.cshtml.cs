using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Projects;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Xuất Excel danh sách thẩm định: the queue as it is seen, all of its pages.</summary>
[Allow(Act.GiveOpinion)]
public sealed class ExportModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private static readonly (string Key, SheetColumn Column, Func<ProjectRow, AppraisalRow?, SheetValue> Value)[] Columns =
    [
        ("", new("Mã", 22, CellFormat.Text), (r, _) => r.Code),
        ("", new("Đề án, nhiệm vụ", 50, CellFormat.Text), (r, _) => r.Title),
        ("loai", new("Loại", 34, CellFormat.Text), (r, _) => r.Kind.Text()),
        ("", new("Trạng thái", 20, CellFormat.Text), (r, _) => r.State.Text()),
        ("hinh-thuc", new("Hình thức", 20, CellFormat.Text), (_, a) => a?.Mode.ShortText()),
        ("hinh-thuc", new("Bước thẩm định", 30, CellFormat.Text), (_, a) => a?.State.Text(a.Mode)),
        ("phieu", new("Số phiếu", 10, CellFormat.Number), (_, a) => a is null ? default(SheetValue) : (long)a.Sent),
        ("phieu", new("Số người có quyền", 10, CellFormat.Number), (_, a) => a is null ? default(SheetValue) : (long)a.Called),
        ("phieu", new("Kết quả", 18, CellFormat.Text), (_, a) => a?.Result?.Text()),
        ("phieu", new("Điều kiện chưa đáp ứng", 12, CellFormat.Number), (_, a) => a is null ? default(SheetValue) : (long)a.OpenConditions),
        ("han", new("Hạn", 12, CellFormat.Date), (_, a) => a?.DueOn is { } due ? due : default(SheetValue)),
        ("tien", new("Tổng kinh phí (đồng)", 20, CellFormat.Money), (r, _) => r.Total),
        ("ho-tro", new("Đề nghị hỗ trợ (đồng)", 20, CellFormat.Money), (r, _) => r.Funding.Support),
        ("sua", new("Cập nhật", 17, CellFormat.Text), (r, _) => r.ChangedAt.LocalText()),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var view = TableView.Read(Request.Query, ProjectList.Sorts);
        var filter = AppraisalFilter.Read(Request.Query);
        var shown = Columns.Where(c => c.Key.Length == 0 || view.Shows(c.Key)).ToArray();
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Thẩm định", [.. shown.Select(c => c.Column)]);
        sheet.Title("DANH SÁCH HỒ SƠ THẨM ĐỊNH");
        if (!filter.IsEmpty)
        {
            sheet.Note("Lọc: " + string.Join("; ", new[]
            {
                filter.Projects.Search.Length > 0 ? $"có “{filter.Projects.Search}”" : null, filter.Projects.State?.Text(), filter.Projects.Kind?.Text(),
                filter.Projects.Year is { } year ? $"năm {year}" : null, filter.Mine ? "giao cho tôi" : null,
            }.Where(p => p is not null)));
        }

        sheet.Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        var rows = await ProjectList.Rows(ProjectList.Ordered(filter.Apply(db, viewer), view.Sort, view.Descending)).ToListAsync(cancellationToken);
        foreach (var part in rows.Chunk(500))
        {
            var appraisals = await AppraisalRows.OfAsync(db, viewer.UserId, part.Select(r => r.ProjectId), cancellationToken);
            foreach (var row in part)
            {
                sheet.Row([.. shown.Select(c => c.Value(row, appraisals.GetValueOrDefault(row.ProjectId)))]);
            }
        }

        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"tham-dinh-{clock.Today:yyyyMMdd}.xlsx");
    }
}
