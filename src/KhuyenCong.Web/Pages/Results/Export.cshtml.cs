using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>Xuất Excel: the list as it is seen – its filter, order and columns – but all of its pages.</summary>
[Allow(Act.ViewResults)]
public sealed class ExportModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private static readonly (string Key, SheetColumn Column)[] Columns =
    [
        ("", new("Ngày đạt", 12, CellFormat.Date)),
        ("", new("Kết quả", 50, CellFormat.Text)),
        ("chi-tieu", new("Chỉ tiêu", 10, CellFormat.Text)),
        ("chi-tieu", new("Tên chỉ tiêu", 40, CellFormat.Text)),
        ("xa", new("Địa bàn", 22, CellFormat.Text)),
        ("so-luong", new("Số lượng", 10, CellFormat.Number)),
        ("so-luong", new("Số bản", 10, CellFormat.Number)),
        ("luot", new("Số lượt", 10, CellFormat.Number)),
        ("co-so", new("Số cơ sở", 10, CellFormat.Number)),
        ("tien", new("Kinh phí (đồng)", 18, CellFormat.Money)),
        ("minh-chung", new("Số minh chứng", 10, CellFormat.Number)),
        ("nguoi", new("Người ghi nhận", 24, CellFormat.Text)),
        ("trang-thai", new("Trạng thái", 12, CellFormat.Text)),
    ];

    private static readonly HashSet<string> Summed = ["Số lượng", "Số bản", "Số lượt", "Kinh phí (đồng)"];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var view = TableView.Read(Request.Query, ResultList.Sorts);
        var scope = await ResultScope.OfAsync(db, viewer, ResultFilter.Read(Request.Query), cancellationToken);
        var names = (await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        var shown = Columns.Where(c => c.Key.Length == 0 || view.Shows(c.Key)).ToArray();
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Kết quả", [.. shown.Select(c => c.Column)]);
        sheet.Title("KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH KHUYẾN CÔNG");
        foreach (var line in Describe(scope, names))
        {
            sheet.Note(line);
        }

        sheet.Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        await foreach (var row in ResultList.Rows(ResultList.Ordered(scope.Results, view.Sort, view.Descending)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var target = scope.TargetsById.GetValueOrDefault(row.TargetId);
            sheet.Row([.. shown.Select(c => Value(c.Column.Header, row, target, names))]);
        }

        sheet.Total("Cộng", [.. shown.Select((c, i) => (c.Column.Header, Number: i + 1)).Where(c => Summed.Contains(c.Header)).Select(c => c.Number)]);
        return File(workbook.ToBytes(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"ket-qua-{clock.Today:yyyyMMdd}.xlsx");
    }

    private static SheetValue Value(string header, ResultRow row, TargetChoice? target, Dictionary<string, string> names) => header switch
    {
        "Ngày đạt" => row.AchievedOn,
        "Kết quả" => row.Title,
        "Chỉ tiêu" => target?.Code,
        "Tên chỉ tiêu" => target?.Name,
        "Địa bàn" => row.CommuneCode is null ? row.Place : names.GetValueOrDefault(row.CommuneCode, row.CommuneCode),
        "Số lượng" => row.Quantity,
        "Số bản" => row.Copies,
        "Số lượt" => row.Times,
        "Số cơ sở" => row.BeneficiaryCount == 0 ? default(SheetValue) : row.BeneficiaryCount,
        "Kinh phí (đồng)" => row.TotalAmount == Dong.Zero ? default(SheetValue) : row.TotalAmount,
        "Số minh chứng" => (long)row.EvidenceCount,
        "Người ghi nhận" => row.RecordedBy,
        _ => row.State is ResultState.Recorded ? "Đang tính" : "Đã rút",
    };

    /// <summary>The filter in words, so that the sheet says what it holds.</summary>
    private static IEnumerable<string> Describe(ResultScope scope, Dictionary<string, string> names)
    {
        var filter = scope.Filter;
        if (scope.Programme is { } programme)
        {
            yield return programme.Title;
        }

        var parts = new[]
        {
            scope.Target is { } target ? $"chỉ tiêu {target.Code} {target.Name}" : filter.TargetCode is { } code ? $"chỉ tiêu {code}" : null,
            filter.CommuneCode is { } commune ? names.GetValueOrDefault(commune, commune) : null,
            filter.Year is { } year ? $"năm {year}" : null,
            filter.From is { } from ? $"từ {from.Text()}" : null,
            filter.To is { } to ? $"đến {to.Text()}" : null,
            FundingSource.Find(filter.SourceCode)?.Name,
            filter.State switch { "rut" => "đã rút", "tat-ca" => "cả kết quả đã rút", _ => null },
            filter.Search.Length > 0 ? $"có “{filter.Search}”" : null,
        };
        if (parts.Any(p => p is not null))
        {
            yield return "Lọc: " + string.Join("; ", parts.Where(p => p is not null));
        }
    }
}
