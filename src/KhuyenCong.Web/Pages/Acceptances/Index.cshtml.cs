using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Nghiệm thu: records that are being written, await their conclusion or have it.</summary>
[Allow(Act.ViewProjects)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public AcceptanceState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "ket-luan")]
    public AcceptanceVerdict? Verdict { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<AcceptanceRow> List { get; private set; } = Paged.Of<AcceptanceRow>([], null, null);

    public int Awaiting { get; private set; }

    public DateOnly Today => clock.Today;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || State is not null || Verdict is not null || Year is not null;

    public static IEnumerable<SelectListItem> States => Enum.GetValues<AcceptanceState>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public static IEnumerable<SelectListItem> Verdicts => Enum.GetValues<AcceptanceVerdict>().Select(v => new SelectListItem(v.Text(), v.ToString()));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = Found();
        Awaiting = await found.CountAsync(a => a.State == AcceptanceState.Submitted, cancellationToken);
        var page = await Paged.OfAsync(Sorted(found), Number, Size, cancellationToken);
        List = page.Showing(await RowsAsync(page.Rows, cancellationToken));
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var found = Found();
        var total = await found.CountAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Nghiệm thu", new("Đề án, nhiệm vụ", 50, CellFormat.Text), new("Đơn vị thụ hưởng", 40, CellFormat.Text), new("Lần", 6, CellFormat.Number), new("Ngày nghiệm thu", 14, CellFormat.Text), new("Trạng thái", 16, CellFormat.Text), new("Kết luận", 24, CellFormat.Text), new("Chi phí hợp lệ (đồng)", 20, CellFormat.Money), new("Hỗ trợ được thanh toán (đồng)", 20, CellFormat.Money));
        sheet.Title("DANH SÁCH BIÊN BẢN NGHIỆM THU");
        if (IsFiltered)
        {
            sheet.Note("Lọc: " + string.Join("; ", new[] { string.IsNullOrWhiteSpace(Search) ? null : $"có “{Search.Trim()}”", State?.Text(), Verdict?.Text(), Year is { } year ? $"năm {year}" : null }.Where(p => p is not null)));
        }

        sheet.NoteLimit(total, "biên bản").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var part in (await Sorted(found).Take(Paged.LargestExport).ToListAsync(cancellationToken)).Chunk(Paged.ExportPart))
        {
            foreach (var row in await RowsAsync(part, cancellationToken))
            {
                sheet.Row(row.Title, row.Beneficiary ?? "", (long)row.Round, row.HeldOn?.Text() ?? "", row.State.Text(), row.Verdict?.Text() ?? "", row.EligibleCost, row.Due);
            }
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"nghiem-thu-{clock.Today:yyyyMMdd}.xlsx");
    }

    private IQueryable<Acceptance> Found()
    {
        var query = db.Acceptances.AsNoTracking().VisibleTo(viewer, db);
        query = State is { } state ? query.Where(a => a.State == state) : query;
        query = Verdict is { } verdict ? query.Where(a => a.Verdict == verdict) : query;
        if (Year is { } year and > 1900 and < 9999)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            query = query.Where(a => a.HeldOn >= from && a.HeldOn <= to);
        }

        foreach (var word in SearchText.Words(Search))
        {
            query = query.Where(a => a.SearchText.Contains(word) || db.Projects.Any(p => p.ProjectId == a.ProjectId && p.SearchText.Contains(word)));
        }

        return query;
    }

    /// <summary>What waits for its conclusion first, then what is being written, what is done, what was given up.</summary>
    private static IQueryable<ListedAcceptance> Sorted(IQueryable<Acceptance> found) => found
        .OrderByDescending(a => a.State == AcceptanceState.Submitted).ThenByDescending(a => a.State == AcceptanceState.Drafting).ThenByDescending(a => a.State == AcceptanceState.Concluded)
        .ThenByDescending(a => a.StateSince).ThenByDescending(a => a.AcceptanceId)
        .Select(a => new ListedAcceptance(a.AcceptanceId, a.ProjectId, a.BeneficiaryName, a.Round, a.HeldOn, a.State, a.StateSince, a.Verdict, a.EligibleCost, a.CompleteBy));

    private async Task<IReadOnlyList<AcceptanceRow>> RowsAsync(IReadOnlyList<ListedAcceptance> listed, CancellationToken cancellationToken)
    {
        var (ids, projects) = (listed.Select(a => a.AcceptanceId).ToList(), listed.Select(a => a.ProjectId).Distinct().ToList());
        var titles = await db.Projects.Where(p => projects.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Code, p.Title }).ToDictionaryAsync(p => p.ProjectId, p => p.Code is null ? p.Title : $"{p.Code} · {p.Title}", cancellationToken);
        var dues = (await db.AcceptanceAmounts.Where(a => ids.Contains(a.AcceptanceId)).Select(a => new { a.AcceptanceId, a.Amount }).ToListAsync(cancellationToken)).ToLookup(a => a.AcceptanceId, a => a.Amount);
        return [.. listed.Select(a => new AcceptanceRow(a.AcceptanceId, titles[a.ProjectId], a.BeneficiaryName, a.Round, a.HeldOn, a.State, a.StateSince, a.Verdict, a.EligibleCost, dues[a.AcceptanceId].Sum(), a.CompleteBy))];
    }

    private sealed record ListedAcceptance(Guid AcceptanceId, Guid ProjectId, string? BeneficiaryName, int Round, DateOnly? HeldOn, AcceptanceState State, DateOnly StateSince, AcceptanceVerdict? Verdict, Dong EligibleCost, DateOnly? CompleteBy);
}

/// <summary>One record in a list.</summary>
public sealed record AcceptanceRow(Guid AcceptanceId, string Title, string? Beneficiary, int Round, DateOnly? HeldOn, AcceptanceState State, DateOnly StateSince, AcceptanceVerdict? Verdict, Dong EligibleCost, Dong Due, DateOnly? CompleteBy);
