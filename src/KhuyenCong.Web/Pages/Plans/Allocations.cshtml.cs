using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Dự toán được giao: by holder, source and year, with what plans have approved of it and what is left.</summary>
[Allow(Act.ViewPlans)]
public sealed class AllocationsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private IReadOnlyList<Guid> ids = [];

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "nguon")]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<AllocationRow> List { get; private set; } = Paged.Of<AllocationRow>([], null, null);

    public Dong Allotted { get; private set; }

    public Dong Approved { get; private set; }

    /// <summary>Without what was cancelled or carried over at the end of a year.</summary>
    public Dong Available { get; private set; }

    public Dong Moved { get; private set; }

    public IReadOnlyList<PlanMoneyRow> Beside { get; private set; } = [];

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public bool MayRecord => viewer.Can(Act.RecordAllocation);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Year is not null || !string.IsNullOrEmpty(Source);

    /// <summary>The sum of all rows, on every page of the list; a search by name is no place in the ledger.</summary>
    public string? OpensSum(LedgerNumber number) => string.IsNullOrWhiteSpace(Search) ? Links.To(number, new() { Year = Year, Source = string.IsNullOrEmpty(Source) ? null : Source }, ids) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        var rows = await RowsAsync(cancellationToken);
        (Allotted, Approved, Available, Moved) = (rows.Select(r => r.Allotted).Sum(), rows.Select(r => r.Approved).Sum(), rows.Select(r => r.Available).Sum(), rows.Select(r => r.Moved).Sum());
        List = Paged.Of(rows, Number, Size);
        ids = [.. rows.Select(r => r.AllocationId)];
        Beside = viewer.Reach(Act.ViewPlans) is Scope.Province ? await PlanMoney.OfYearAsync(db, Year ?? clock.Today.Year + 1, cancellationToken) : [];
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Dự toán được giao", new("Đơn vị dự toán", 44), new("Nguồn", 32), new("Năm", 8, CellFormat.Year), new("Số lần giao", 10, CellFormat.Number), new("Được giao (đồng)", 20, CellFormat.Money), new("Đã phê duyệt trong kế hoạch (đồng)", 22, CellFormat.Money), new("Còn lại (đồng)", 20, CellFormat.Money), new("Chương", 9), new("Loại", 8), new("Khoản", 8), new("Mã ĐVQHNS", 14));
        sheet.Title("DỰ TOÁN KHUYẾN CÔNG ĐƯỢC GIAO");
        if (IsFiltered)
        {
            sheet.Note("Lọc: " + string.Join("; ", new[] { string.IsNullOrWhiteSpace(Search) ? null : $"có “{Search.Trim()}”", Year is { } year ? $"năm {year}" : null, FundingSource.Find(Source)?.Name }.Where(p => p is not null)));
        }

        sheet.Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in rows)
        {
            sheet.Row(row.Holder, row.SourceName, (long)row.Year, (long)row.EntryCount, row.Allotted, row.Approved, row.Available, row.Codes.Chapter, row.Codes.Category, row.Codes.Section, row.Codes.UnitNumber);
        }

        sheet.Total("Cộng", 5, 6, 7);
        return File(book.ToBytes(), WorkbookType.Xlsx, $"du-toan-duoc-giao-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<AllocationRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var query = db.Allocations.VisibleTo(viewer).AsNoTracking();
        query = Year is { } year ? query.Where(a => a.Year == year) : query;
        query = Source is { Length: > 0 } source ? query.Where(a => a.Source == source) : query;
        var words = SearchText.Words(Search);
        var rows = (await query.ToListAsync(cancellationToken))
            .Select(a => new AllocationRow(a.AllocationId, holders.NameOf(a.HolderId), a.Source, a.Year, a.EntryCount, a.Allotted, a.Approved, a.Available, a.Codes))
            .Where(r => words.All(w => SearchText.Fold(r.Holder).Contains(w, StringComparison.Ordinal)));
        return [.. Sort switch
        {
            "don-vi" => rows.OrderBy(r => SearchText.SortKey(r.Holder), StringComparer.Ordinal).ThenByDescending(r => r.Year),
            "-don-vi" => rows.OrderByDescending(r => SearchText.SortKey(r.Holder), StringComparer.Ordinal).ThenByDescending(r => r.Year),
            "giao" => rows.OrderBy(r => r.Allotted),
            "-giao" => rows.OrderByDescending(r => r.Allotted),
            "con" => rows.OrderBy(r => r.Available),
            "-con" => rows.OrderByDescending(r => r.Available),
            "nam" => rows.OrderBy(r => r.Year).ThenBy(r => r.Source, StringComparer.Ordinal),
            _ => rows.OrderByDescending(r => r.Year).ThenByDescending(r => r.Source, StringComparer.Ordinal).ThenBy(r => SearchText.SortKey(r.Holder), StringComparer.Ordinal),
        }];
    }
}

/// <summary>One line of the list.</summary>
public sealed record AllocationRow(Guid AllocationId, string Holder, string Source, int Year, int EntryCount, Dong Allotted, Dong Approved, Dong Available, BudgetCodes Codes)
{
    public string SourceName => FundingSource.Find(Source)?.Name ?? Source;

    /// <summary>What came from the year before, less what was carried on or lapsed: why what is left is not the difference of the other two.</summary>
    public Dong Moved => Available - (Allotted - Approved);
}
