using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>Chờ thu hồi: what is to come back, and for how many days it is waited for.</summary>
[Allow(Act.ViewProjects)]
public sealed class RecoveriesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public string Search { get; private set; } = "";

    public Paged<RecoveryRow> List { get; private set; } = null!;

    public Dong Total { get; private set; }

    public async Task OnGetAsync(string? tim, int? trang, int? co, CancellationToken cancellationToken)
    {
        var shown = await ReadAsync(tim, cancellationToken);
        (Total, List) = (shown.Select(r => r.Amount).Sum(), Paged.Of(shown, trang, co));
    }

    public async Task<IActionResult> OnGetExcelAsync(string? tim, CancellationToken cancellationToken)
    {
        var shown = await ReadAsync(tim, cancellationToken);
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Chờ thu hồi", new("Số", 20, CellFormat.Text), new("Loại", 28, CellFormat.Text), new("Hợp đồng", 22, CellFormat.Text), new("Bên nộp trả", 36, CellFormat.Text), new("Số tiền (đồng)", 20, CellFormat.Money), new("Từ ngày", 12, CellFormat.Date), new("Số ngày", 10, CellFormat.Number), new("Việc tiếp theo", 44, CellFormat.Text));
        sheet.Title("KHOẢN CHỜ THU HỒI").Note($"Xuất ngày {clock.Today.Text()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in shown)
        {
            sheet.Row(row.Number, row.Kind, row.ContractNumber, row.PartyB, row.Amount, row.Since, (long)row.Days, row.Next);
        }

        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"cho-thu-hoi-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<IReadOnlyList<RecoveryRow>> ReadAsync(string? search, CancellationToken cancellationToken)
    {
        Search = search?.Trim() ?? "";
        var wanted = SearchText.Fold(Search);
        return [.. (await RecoveryList.OfAsync(db, viewer, clock.Today, cancellationToken)).Where(r => SearchText.Fold($"{r.Number} {r.ContractNumber} {r.PartyB}").Contains(wanted, StringComparison.Ordinal))];
    }
}
