using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Kế hoạch khuyến công năm: one row for each procedure, territory and year.</summary>
[Allow(Act.ViewPlans)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "cap")]
    public Regime? Regime { get; set; }

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<PlanRow> List { get; private set; } = Paged.Of<PlanRow>([], null, null);

    public bool MayDraft => viewer.Can(Act.DraftPlan);

    public bool IsFiltered => Year is not null || Regime is not null || !string.IsNullOrWhiteSpace(Search);

    public async Task OnGetAsync(CancellationToken cancellationToken) => List = Paged.Of(await RowsAsync(cancellationToken), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Kế hoạch", new("Năm", 8, CellFormat.Year), new("Cấp", 36), new("Địa bàn", 36), new("Số đợt", 10, CellFormat.Number), new("Số quyết định", 12, CellFormat.Number), new("Đề án, nhiệm vụ đã phê duyệt", 16, CellFormat.Number), new("Kinh phí khuyến công đã phê duyệt (đồng)", 24, CellFormat.Money), new("Đang xử lý", 40));
        sheet.Title("KẾ HOẠCH KHUYẾN CÔNG NĂM").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in await RowsAsync(cancellationToken))
        {
            sheet.Row((long)row.Year, row.Regime.PlanText(), row.Territory, (long)row.BatchCount, (long)row.VersionNumber, (long)row.ApprovedCount, row.Approved, row.Waiting);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"ke-hoach-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<PlanRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var plans = db.AnnualPlans.VisibleTo(viewer).AsNoTracking();
        plans = Year is { } year ? plans.Where(p => p.Year == year) : plans;
        plans = Regime is { } regime ? plans.Where(p => p.Regime == regime) : plans;
        var found = await plans.ToListAsync(cancellationToken);
        var communes = (await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        var province = await PlanTerritory.OfProvinceAsync(db, viewer.ProvinceCode, clock.Today);
        var items = await db.PlanItemAmounts.AsNoTracking().Where(a => a.AllocationId != null && a.Approved != null)
            .Select(a => new { a.AnnualPlanId, a.PlanItemId, Amount = (long?)(object?)a.Approved })
            .GroupBy(x => x.AnnualPlanId).Select(g => new { g.Key, Sum = g.Sum(x => x.Amount), Count = g.Select(x => x.PlanItemId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, cancellationToken);
        var open = (await db.ApprovalBatches.AsNoTracking().Where(b => b.State != BatchState.Assigned && b.State != BatchState.Undone && b.State != BatchState.Discarded).Select(b => new { b.AnnualPlanId, b.Number, b.State }).ToListAsync(cancellationToken)).ToLookup(b => b.AnnualPlanId);
        var words = SearchText.Words(Search);
        var rows = found.Select(p => new PlanRow(
                p.AnnualPlanId, p.Year, p.Regime, p.CommuneCode is { } commune ? communes.GetValueOrDefault(commune, commune) : province, p.BatchCount, p.VersionNumber,
                items.GetValueOrDefault(p.AnnualPlanId)?.Count ?? 0, new(items.GetValueOrDefault(p.AnnualPlanId)?.Sum ?? 0),
                string.Join("; ", open[p.AnnualPlanId].OrderBy(b => b.Number).Select(b => $"đợt {b.Number}: {b.State.Text().InSentence()}"))))
            .Where(r => words.All(w => SearchText.Fold($"{r.Territory} {r.Regime.PlanText()}").Contains(w, StringComparison.Ordinal)));
        return [.. Sort switch
        {
            "nam" => rows.OrderBy(r => r.Year).ThenBy(r => r.Regime),
            "tien" => rows.OrderBy(r => r.Approved),
            "-tien" => rows.OrderByDescending(r => r.Approved),
            _ => rows.OrderByDescending(r => r.Year).ThenBy(r => r.Regime).ThenBy(r => SearchText.SortKey(r.Territory), StringComparer.Ordinal),
        }];
    }
}

/// <summary>One plan as the list shows it.</summary>
public sealed record PlanRow(Guid AnnualPlanId, int Year, Regime Regime, string Territory, int BatchCount, int VersionNumber, int ApprovedCount, Dong Approved, string Waiting);
