using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>Tuổi của số dư tạm ứng, contract by contract.</summary>
[Allow(Act.ViewProjects)]
public sealed class AdvancesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public AdvanceBucket? Bucket { get; private set; }

    public string Search { get; private set; } = "";

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public Paged<AdvanceRow> List { get; private set; } = null!;

    /// <summary>Of all that the viewer sees, whatever the filter.</summary>
    public IReadOnlyList<(AdvanceBucket Bucket, int Count, Dong Amount)> Buckets { get; private set; } = [];

    public static IEnumerable<SelectListItem> Choices => Enum.GetValues<AdvanceBucket>().Select(b => new SelectListItem(b.Text(), b.ToString()));

    public async Task OnGetAsync(AdvanceBucket? tuoi, string? tim, int? trang, int? co, CancellationToken cancellationToken)
    {
        var (all, shown) = await ReadAsync(tuoi, tim, cancellationToken);
        Buckets = [.. Enum.GetValues<AdvanceBucket>().Select(b => (b, all.Count(r => r.Bucket == b), all.Where(r => r.Bucket == b).Select(r => r.Amount).Sum())).Where(b => b.Item2 > 0)];
        List = Paged.Of(shown, trang, co);
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
    }

    public async Task<IActionResult> OnGetExcelAsync(AdvanceBucket? tuoi, string? tim, CancellationToken cancellationToken)
    {
        var (_, shown) = await ReadAsync(tuoi, tim, cancellationToken);
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Tuổi tạm ứng", new("Hợp đồng", 22, CellFormat.Text), new("Bên nhận", 36, CellFormat.Text), new("Mã đề án", 22, CellFormat.Text), new("Đề án", 44, CellFormat.Text), new("Hợp đồng đến ngày", 14, CellFormat.Date), new("Số dư tạm ứng (đồng)", 20, CellFormat.Money), new("Chi từ ngày", 12, CellFormat.Date), new("Số ngày", 10, CellFormat.Number), new("Tuổi", 18, CellFormat.Text));
        sheet.Title("SỐ DƯ TẠM ỨNG THEO HỢP ĐỒNG").Note($"Xuất ngày {clock.Today.Text()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in shown)
        {
            sheet.Row(row.ContractNumber, row.PartyB, row.ProjectCode, row.ProjectTitle, row.EndsOn, row.Amount, row.Since, (long?)row.Days, row.Bucket.Text());
        }

        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"tuoi-tam-ung-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<(IReadOnlyList<AdvanceRow> All, IReadOnlyList<AdvanceRow> Shown)> ReadAsync(AdvanceBucket? bucket, string? search, CancellationToken cancellationToken)
    {
        Bucket = bucket is { } asked && Enum.IsDefined(asked) ? asked : null;
        Search = search?.Trim() ?? "";
        var all = await AdvanceList.OfAsync(db, viewer, clock.Today, cancellationToken);
        var wanted = SearchText.Fold(Search);
        return (all, [.. all.Where(r => (Bucket is null || r.Bucket == Bucket) && SearchText.Fold($"{r.ContractNumber} {r.PartyB} {r.ProjectCode} {r.ProjectTitle}").Contains(wanted, StringComparison.Ordinal))]);
    }
}
