using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Tổng hợp quyết toán năm: the reports that the Sở has reviewed, summed by source, and the units that are missing.</summary>
[Allow(Act.ViewYearlySettlements)]
public sealed class ConsolidatedModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    /// <summary>What the page shows of a line; the workbook has all.</summary>
    public static readonly IReadOnlyList<YearlyItem> Items = [YearlyItem.Total, YearlyItem.Committed, YearlyItem.Advanced, YearlyItem.Paid, YearlyItem.Settled, YearlyItem.Returned, YearlyItem.Cancelled, YearlyItem.CarriedOver, YearlyItem.Available];

    private Holders holders = null!;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    public int Shown => Year ?? clock.Today.Year - 1;

    /// <summary>By source, the local budget before the separate book.</summary>
    public IReadOnlyList<IGrouping<string, YearlyShare>> Sources { get; private set; } = [];

    /// <summary>Units with an estimate whose report the Sở has not: with where it lies.</summary>
    public IReadOnlyList<(string Holder, Guid? ReportId, string State)> Missing { get; private set; } = [];

    /// <summary>Communes that settle within themselves.</summary>
    public IReadOnlyList<(string Holder, Guid ReportId)> Apart { get; private set; } = [];

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public bool IsSample => Sources.SelectMany(s => s).Any(s => NameOf(s.HolderId).Contains("minh họa", StringComparison.OrdinalIgnoreCase));

    public string NameOf(Guid holder) => holders.NameOf(holder);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var sheets = new WorkbookWriter();
        var sheet = sheets.AddSheet($"Tổng hợp {Shown}", [new("Nguồn", 24), new("Đơn vị dự toán", 44), new("Phiên bản", 10, CellFormat.Number), new("Tình trạng", 26), .. YearlyWords.Items.Select(i => new SheetColumn(i.Text(), 20, CellFormat.Money)), new("Thẩm định chấp nhận", 20, CellFormat.Money)]);
        sheet.Title($"TỔNG HỢP QUYẾT TOÁN KINH PHÍ KHUYẾN CÔNG NĂM {Shown}").Note($"Đơn vị tính: đồng; còn {Missing.Count} đơn vị chưa có báo cáo được Sở xét").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var source in Sources)
        {
            var name = FundingSource.Find(source.Key)?.ShortName ?? source.Key;
            foreach (var share in source)
            {
                sheet.Row([name, NameOf(share.HolderId), (long)share.Round, share.State.Text(), .. YearlyWords.Items.Select(i => (SheetValue)share.Line[i]), share.Accepted]);
            }

            sheet.Group([$"Cộng {name}", "", "", "", .. YearlyWords.Items.Select(i => (SheetValue)YearlyConsolidation.Sum(source, i)), source.Select(s => s.Accepted).SumKnown()]);
        }

        return File(sheets.ToBytes(), WorkbookType.Xlsx, $"tong-hop-quyet-toan-nam-{Shown}-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (viewer.Reach(Act.ViewYearlySettlements) is not Scope.Province)
        {
            return this.Refuse("yearly.only-province");
        }

        var year = Shown;
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        var reports = await db.YearlySettlements.AsNoTracking().Include(s => s.Versions).Where(s => s.Year == year).ToListAsync(cancellationToken);
        var units = await db.Allocations.AsNoTracking().Where(a => a.Year == year).Select(a => a.HolderId).Distinct().ToListAsync(cancellationToken);
        var drafting = reports.Where(r => r.State is YearlyState.Drafting).Select(r => r.YearlySettlementId).ToList();
        var seen = drafting.Count == 0 ? [] : await db.YearlySettlements.Where(s => s.Year == year && s.State == YearlyState.Drafting).VisibleTo(viewer, db).Select(s => s.YearlySettlementId).ToHashSetAsync(cancellationToken);
        var hidden = drafting.Where(d => !seen.Contains(d)).ToHashSet();
        var byHolder = reports.ToDictionary(r => r.HolderId);
        Sources =
        [
            .. YearlyConsolidation.Shares(reports).OrderBy(s => SearchText.SortKey(NameOf(s.HolderId)), StringComparer.Ordinal)
                .GroupBy(s => s.Line.Source).OrderBy(g => LedgerWords.IsSeparate(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal),
        ];
        Apart = [.. reports.Where(YearlyConsolidation.IsApart).Select(r => (NameOf(r.HolderId), r.YearlySettlementId)).OrderBy(r => SearchText.SortKey(r.Item1), StringComparer.Ordinal)];
        Missing =
        [
            .. units.Select(u => (Holder: u, Report: byHolder.GetValueOrDefault(u))).Where(u => u.Report is null || !(YearlyConsolidation.Counts(u.Report) || YearlyConsolidation.IsApart(u.Report)))
                .Select(u => (NameOf(u.Holder), u.Report is { } open && !hidden.Contains(open.YearlySettlementId) ? open.YearlySettlementId : (Guid?)null, u.Report?.State.Text() ?? "Chưa lập")).OrderBy(u => SearchText.SortKey(u.Item1), StringComparer.Ordinal),
        ];
        return null;
    }
}
