using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>Sao kê Kho bạc: every statement with what of it is still unexplained, and requests that are covered and not recorded as paid.</summary>
[Allow(Act.ViewPlans)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TreasuryBook book, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    /// <summary>"con" = only those with unexplained lines.</summary>
    [BindProperty(SupportsGet = true, Name = "con")]
    public string? Open { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<StatementListRow> List { get; private set; } = Paged.Of<StatementListRow>([], null, null);

    public int Unexplained { get; private set; }

    public IReadOnlyList<PaymentFacts> Unrecorded { get; private set; } = [];

    public bool MayRecord => viewer.Can(Act.RecordTreasury);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Year is not null || !string.IsNullOrEmpty(Open);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var found = await FoundAsync(holders, cancellationToken);
        var total = await found.CountAsync(cancellationToken);
        var sheet = new WorkbookWriter();
        var table = sheet.AddSheet("Sao kê", new("Đơn vị", 44), new("Số tài khoản", 20), new("Kho bạc, ngân hàng", 36), new("Từ ngày", 12), new("Đến ngày", 12), new("Số dòng", 10, CellFormat.Number), new("Tổng chi (đồng)", 20, CellFormat.Money), new("Tổng thu (đồng)", 20, CellFormat.Money), new("Dòng chưa giải trình", 12, CellFormat.Number), new("Tình trạng", 16));
        table.Title("SAO KÊ KHO BẠC, NGÂN HÀNG");
        if (IsFiltered)
        {
            table.Note("Lọc: " + string.Join("; ", new[] { string.IsNullOrWhiteSpace(Search) ? null : $"có “{Search.Trim()}”", Year is { } year ? $"năm {year}" : null, string.IsNullOrEmpty(Open) ? null : "còn dòng chưa giải trình" }.Where(p => p is not null)));
        }

        table.NoteLimit(total, "sao kê").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var part in (await Sorted(found).Take(Paged.LargestExport).ToListAsync(cancellationToken)).Chunk(Paged.ExportPart))
        {
            foreach (var row in await RowsAsync(part, holders, cancellationToken))
            {
                table.Row(row.Holder, row.Account, row.Keeper, row.FromDay, row.ToDay, (long)row.Lines, row.TotalOut, row.TotalIn, (long)row.Open, row.IsWithdrawn ? "Đã hủy" : row.Open == 0 ? "Đã đối chiếu xong" : "Còn dòng chưa giải trình");
            }
        }

        return File(sheet.ToBytes(), WorkbookType.Xlsx, $"sao-ke-{clock.Today:yyyyMMdd}.xlsx");
    }

    /// <summary>Records the payment of a request that lines cover and that a break kept from being recorded.</summary>
    public async Task<IActionResult> OnPostPayAsync(Guid request, CancellationToken cancellationToken)
    {
        if (!viewer.Can(Act.RecordTreasury))
        {
            return this.Refuse("treasury.not-yours");
        }

        if ((await book.UnrecordedAsync(cancellationToken)).All(r => r.PaymentRequestId != request))
        {
            return NotFound();
        }

        ModelState.AddBreaches((await book.ResumeAsync(request, cancellationToken)).Select(b => b with { Field = null }));
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        TempData.Say("Đã ghi chi theo sao kê.");
        return LocalRedirect("/kho-bac");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var page = await Paged.OfAsync(Sorted(await FoundAsync(holders, cancellationToken)), Number, Size, cancellationToken);
        List = page.Showing(await RowsAsync(page.Rows, holders, cancellationToken));
        Unexplained = await OpenLines().CountAsync(cancellationToken);
        Unrecorded = MayRecord ? await book.UnrecordedAsync(cancellationToken) : [];
    }

    private IQueryable<StatementLine> OpenLines() => db.StatementLines.VisibleTo(viewer, db).Where(l => l.State == LineState.Unmatched || l.State == LineState.PartlyMatched);

    private async Task<IQueryable<TreasuryStatement>> FoundAsync(Holders holders, CancellationToken cancellationToken)
    {
        var query = db.TreasuryStatements.VisibleTo(viewer).AsNoTracking();
        if (Year is >= 1990 and <= 2100)
        {
            var (from, to) = (new DateOnly(Year.Value, 1, 1), new DateOnly(Year.Value, 12, 31));
            query = query.Where(s => s.FromDay <= to && s.ToDay >= from);
        }

        if (!string.IsNullOrEmpty(Open))
        {
            var open = OpenLines();
            query = query.Where(s => open.Any(l => l.TreasuryStatementId == s.TreasuryStatementId));
        }

        var words = SearchText.Words(Search);
        if (words.Count == 0)
        {
            return query;
        }

        // Holders, accounts and banks are few and kept as they are written: which of them a word names is found here, their statements in the database.
        var of = await query.Select(s => new { s.HolderId, s.Account, s.Keeper }).Distinct().ToListAsync(cancellationToken);
        foreach (var word in words)
        {
            bool Has(string text) => SearchText.Fold(text).Contains(word, StringComparison.Ordinal);
            var named = of.Select(s => s.HolderId).Distinct().Where(h => Has(holders.NameOf(h))).ToList();
            var accounts = of.Select(s => s.Account).Distinct().Where(Has).ToList();
            var keepers = of.Select(s => s.Keeper).Distinct().Where(Has).ToList();
            query = query.Where(s => named.Contains(s.HolderId) || accounts.Contains(s.Account) || keepers.Contains(s.Keeper));
        }

        return query;
    }

    private static IQueryable<TreasuryStatement> Sorted(IQueryable<TreasuryStatement> found) => found.OrderByDescending(s => s.ToDay).ThenByDescending(s => s.EnteredAt).ThenByDescending(s => s.TreasuryStatementId);

    private async Task<IReadOnlyList<StatementListRow>> RowsAsync(IReadOnlyList<TreasuryStatement> statements, Holders holders, CancellationToken cancellationToken)
    {
        var ids = statements.Select(s => s.TreasuryStatementId).ToList();
        var open = await OpenLines().Where(l => ids.Contains(l.TreasuryStatementId))
            .GroupBy(l => l.TreasuryStatementId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. statements.Select(s => new StatementListRow(s.TreasuryStatementId, holders.NameOf(s.HolderId), s.Account, s.Keeper, s.FromDay, s.ToDay, s.LineCount, s.TotalOut, s.TotalIn, open.GetValueOrDefault(s.TreasuryStatementId), s.IsWithdrawn))];
    }
}

/// <summary>One statement of the list.</summary>
/// <param name="Open">Lines that are neither matched in full nor explained.</param>
public sealed record StatementListRow(Guid TreasuryStatementId, string Holder, string Account, string Keeper, DateOnly FromDay, DateOnly ToDay, int Lines, Dong TotalOut, Dong TotalIn, int Open, bool IsWithdrawn);
