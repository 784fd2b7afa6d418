using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
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
using Microsoft.EntityFrameworkCore;

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
        var found = Found(tuoi, tim);
        var held = AdvanceList.Held(db, viewer);
        List<(AdvanceBucket Bucket, int Count, Dong Amount)> buckets = [];
        foreach (var bucket in Enum.GetValues<AdvanceBucket>())
        {
            var aged = AdvanceList.Aged(held, bucket, clock.Today, db);
            if (await aged.CountAsync(cancellationToken) is > 0 and var count)
            {
                buckets.Add((bucket, count, await AdvanceList.SumAsync(aged, db, cancellationToken)));
            }
        }

        Buckets = buckets;
        var page = await Paged.OfAsync(AdvanceList.Sorted(found, db), trang, co, cancellationToken);
        List = page.Showing(await AdvanceList.RowsAsync(page.Rows, db, viewer, clock.Today, cancellationToken));
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
    }

    public async Task<IActionResult> OnGetExcelAsync(AdvanceBucket? tuoi, string? tim, CancellationToken cancellationToken)
    {
        var found = Found(tuoi, tim);
        var total = await found.CountAsync(cancellationToken);
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Tuổi tạm ứng", new("Hợp đồng", 22, CellFormat.Text), new("Bên nhận", 36, CellFormat.Text), new("Mã đề án", 22, CellFormat.Text), new("Đề án", 44, CellFormat.Text), new("Hợp đồng đến ngày", 14, CellFormat.Date), new("Số dư tạm ứng (đồng)", 20, CellFormat.Money), new("Chi từ ngày", 12, CellFormat.Date), new("Số ngày", 10, CellFormat.Number), new("Tuổi", 18, CellFormat.Text));
        sheet.Title("SỐ DƯ TẠM ỨNG THEO HỢP ĐỒNG").NoteLimit(total, "hợp đồng").Note($"Xuất ngày {clock.Today.Text()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var part in (await AdvanceList.Sorted(found, db).Take(Paged.LargestExport).ToListAsync(cancellationToken)).Chunk(Paged.ExportPart))
        {
            foreach (var row in await AdvanceList.RowsAsync(part, db, viewer, clock.Today, cancellationToken))
            {
                sheet.Row(row.ContractNumber, row.PartyB, row.ProjectCode, row.ProjectTitle, row.EndsOn, row.Amount, row.Since, (long?)row.Days, row.Bucket.Text());
            }
        }

        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"tuoi-tam-ung-{clock.Today:yyyyMMdd}.xlsx");
    }

    private IQueryable<Contract> Found(AdvanceBucket? bucket, string? search)
    {
        Bucket = bucket is { } asked && Enum.IsDefined(asked) ? asked : null;
        Search = search?.Trim() ?? "";
        var found = AdvanceList.Held(db, viewer);
        found = Bucket is { } age ? AdvanceList.Aged(found, age, clock.Today, db) : found;
        foreach (var word in SearchText.Words(Search))
        {
            found = found.Where(c => c.SearchText.Contains(word) || db.Projects.Any(p => p.ProjectId == c.ProjectId && p.SearchText.Contains(word)));
        }

        return found;
    }
}
