using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Xuất Excel: the list as it is seen, all of its pages; persons' numbers as masked as on screen.</summary>
[Allow(Act.ViewEstablishments)]
public sealed class ExportModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private const int Portion = 500;

    private static readonly (string Key, SheetColumn Column, Func<EstablishmentRow, Func<IEnumerable<string>, string>, SheetValue> Value)[] Columns =
    [
        ("", new("Cơ sở", 44, CellFormat.Text), (r, _) => r.Name),
        ("loai", new("Loại hình", 26, CellFormat.Text), (r, _) => r.LegalForm.Text()),
        ("xa", new("Địa bàn sản xuất", 26, CellFormat.Text), (r, names) => names(r.Communes)),
        ("ma-so", new("Mã số", 18, CellFormat.Text), (r, _) => r.Number),
        ("nganh", new("Ngành nghề", 36, CellFormat.Text), (r, _) => r.Trade),
        ("nganh", new("Mã ngành VSIC", 12, CellFormat.Text), (r, _) => r.TradeCode),
        ("quy-mo", new("Quy mô", 16, CellFormat.Text), (r, _) => r.Size?.Text()),
        ("quy-mo", new("Quy mô đã xác nhận", 12, CellFormat.Text), (r, _) => r.Size is null ? null : r.SizeIsConfirmed ? "Có" : "Gợi ý"),
        ("tinh-trang", new("Tình trạng", 18, CellFormat.Text), (r, _) => r.State.Text()),
        ("sua", new("Cập nhật", 17, CellFormat.Text), (r, _) => r.ChangedAt.LocalText()),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var view = TableView.Read(Request.Query, EstablishmentList.Sorts);
        var filter = EstablishmentFilter.Read(Request.Query, viewer.MaySearchPersonalData());
        var names = (await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        string Names(IEnumerable<string> codes) => string.Join(", ", codes.Select(c => names.GetValueOrDefault(c, c)));
        var shown = Columns.Where(c => c.Key.Length == 0 || view.Shows(c.Key)).ToArray();
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Cơ sở CNNT", [.. shown.Select(c => c.Column)]);
        sheet.Title("DANH SÁCH CƠ SỞ CÔNG NGHIỆP NÔNG THÔN");
        if (!filter.IsEmpty)
        {
            sheet.Note("Lọc: " + string.Join("; ", new[]
            {
                filter.Search.Length > 0 ? $"có “{filter.Search}”" : null, filter.CommuneCode is { } commune ? Names([commune]) : null,
                filter.LegalForm?.Text(), filter.Size?.Text(), filter.State?.Text(),
            }.Where(p => p is not null)));
        }

        sheet.Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        var rows = EstablishmentList.Rows(EstablishmentList.Ordered(filter.Apply(db.Establishments.VisibleTo(viewer)), view.Sort, view.Descending));
        foreach (var portion in (await rows.ToListAsync(cancellationToken)).Chunk(Portion))
        {
            foreach (var row in await EstablishmentList.CompleteAsync(db, [.. portion], viewer, clock.Today, cancellationToken))
            {
                sheet.Row([.. shown.Select(c => c.Value(row, Names))]);
            }
        }

        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"co-so-cnnt-{clock.Today:yyyyMMdd}.xlsx");
    }
}
