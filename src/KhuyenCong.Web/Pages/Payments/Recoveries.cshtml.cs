using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>Chờ thu hồi: what is to come back, and for how many days it is waited for.</summary>
[Allow(Act.ViewProjects)]
public sealed class RecoveriesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public string Search { get; private set; } = "";

    public Paged<RecoveryRow> List { get; private set; } = null!;

    public Dong Total { get; private set; }

    public IReadOnlyList<RecoveryRow> Excesses { get; private set; } = [];

    public async Task OnGetAsync(string? tim, int? trang, int? co, CancellationToken cancellationToken)
    {
        var list = Found(tim);
        Total = await list.TotalAsync(cancellationToken);
        Excesses = await list.ExcessesAsync(clock.Today, cancellationToken);
        var page = await Paged.OfAsync(list.Sorted(), trang, co, cancellationToken);
        List = page.Showing(await list.RowsAsync(page.Rows, clock.Today, cancellationToken));
    }

    public async Task<IActionResult> OnGetExcelAsync(string? tim, CancellationToken cancellationToken)
    {
        var list = Found(tim);
        var total = await list.Sorted().CountAsync(cancellationToken);
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Chờ thu hồi", new("Số", 20, CellFormat.Text), new("Loại", 28, CellFormat.Text), new("Hợp đồng", 22, CellFormat.Text), new("Bên nộp trả", 36, CellFormat.Text), new("Số tiền (đồng)", 20, CellFormat.Money), new("Từ ngày", 12, CellFormat.Date), new("Số ngày", 10, CellFormat.Number), new("Việc tiếp theo", 44, CellFormat.Text));
        sheet.Title("KHOẢN CHỜ THU HỒI").NoteLimit(total, "khoản").Note($"Xuất ngày {clock.Today.Text()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in await list.ExcessesAsync(clock.Today, cancellationToken))
        {
            Write(row);
        }

        foreach (var part in (await list.Sorted().Take(Paged.LargestExport).ToListAsync(cancellationToken)).Chunk(Paged.ExportPart))
        {
            foreach (var row in await list.RowsAsync(part, clock.Today, cancellationToken))
            {
                Write(row);
            }
        }

        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"cho-thu-hoi-{clock.Today:yyyyMMdd}.xlsx");

        void Write(RecoveryRow row) => sheet.Row(row.Number, row.Kind, row.ContractNumber, row.PartyB, row.Amount, row.Since, (long)row.Days, row.Next);
    }

    private RecoveryList Found(string? search)
    {
        Search = search?.Trim() ?? "";
        return new(db, viewer, Search);
    }
}
