using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>Sổ dự toán: the lines of a year by holder and source, with what every account holds. KCQG money is a book of its own and never added to the others.</summary>
[Allow(Act.ViewPlans)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "nguon")]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<LineRow> List { get; private set; } = Paged.Of<LineRow>([], null, null);

    /// <summary>Of everything that the filter leaves, the separate book apart.</summary>
    public IReadOnlyList<(string Label, IReadOnlyList<LineRow> Rows)> Totals { get; private set; } = [];

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public int Shown => Year ?? clock.Today.Year;

    public bool MayClose => viewer.Can(Act.CloseYear);

    /// <summary>Proposals to close a year that wait, for those who make or approve them.</summary>
    public IReadOnlyList<(YearEndProposal Proposal, string Holder)> Waiting { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(Source);

    /// <summary>The entries of a sum over lines of one book; a search by name is no place in the ledger.</summary>
    public string? OpensSum(LedgerAccount account, IReadOnlyList<LineRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return string.IsNullOrWhiteSpace(Search)
            ? Links.To(account.Number(), new() { Year = Shown, Source = string.IsNullOrEmpty(Source) ? null : Source, IsSeparate = rows[0].IsSeparate }, rows.Select(r => r.Line.AllocationId))
            : null;
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        var rows = await RowsAsync(cancellationToken);
        List = Paged.Of(rows, Number, Size);
        Waiting = await WaitingAsync(cancellationToken);
        Totals = [.. rows.GroupBy(r => r.IsSeparate).OrderBy(g => g.Key).Select(g => (g.Key ? LedgerWords.SeparateBook : "Cộng ngân sách tỉnh, xã", (IReadOnlyList<LineRow>)[.. g]))];
    }

    private async Task<List<(YearEndProposal Proposal, string Holder)>> WaitingAsync(CancellationToken cancellationToken)
    {
        var mover = viewer.AsPlanMover();
        if (!viewer.Can(Act.CloseYear) && !viewer.Can(Act.ApproveYearEnd))
        {
            return [];
        }

        var waiting = (await db.YearEndProposals.AsNoTracking().Where(p => p.State == YearEndProposalState.Proposed).ToListAsync(cancellationToken))
            .FindAll(p => mover.May(Act.CloseYear, p.CommuneCode) || mover.May(Act.ApproveYearEnd, p.CommuneCode));
        var holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        return [.. waiting.OrderBy(p => p.At).Select(p => (p, holders.NameOf(p.HolderId)))];
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(cancellationToken);
        var book = new WorkbookWriter();
        SheetColumn[] columns = [new("Đơn vị dự toán", 44), new("Nguồn", 32), new("Sổ", 30), new("Được giao, nhận chuyển nguồn", 20, CellFormat.Money), .. LedgerWords.Accounts.Select(a => new SheetColumn(a.Text(), 20, CellFormat.Money)), new("Khóa sổ", 12, CellFormat.Date)];
        var sheet = book.AddSheet($"Sổ dự toán {Shown}", columns);
        sheet.Title($"SỔ DỰ TOÁN KHUYẾN CÔNG NĂM {Shown}");
        sheet.Note(string.Join("; ", new[] { "Đơn vị: đồng", string.IsNullOrWhiteSpace(Search) ? null : $"có “{Search.Trim()}”", FundingSource.Find(Source)?.Name }.Where(p => p is not null)));
        sheet.Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in rows)
        {
            sheet.Row([row.Holder, row.SourceName, row.IsSeparate ? LedgerWords.SeparateBook : "Ngân sách địa phương", row.Line.Allotted, .. LedgerWords.Accounts.Select(a => (SheetValue)row.Line.Balance(a)), row.Line.ClosedOn]);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"so-du-toan-{Shown}-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<LineRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var year = Shown;
        var query = db.Allocations.VisibleTo(viewer).AsNoTracking().Where(a => a.Year == year);
        query = Source is { Length: > 0 } source ? query.Where(a => a.Source == source) : query;
        var words = SearchText.Words(Search);
        return [.. (await query.ToListAsync(cancellationToken)).Select(a => new LineRow(a, holders.NameOf(a.HolderId)))
            .Where(r => words.All(w => SearchText.Fold(r.Holder).Contains(w, StringComparison.Ordinal)))
            .OrderBy(r => r.IsSeparate).ThenBy(r => r.Line.CommuneCode is not null).ThenBy(r => SearchText.SortKey(r.Holder), StringComparer.Ordinal).ThenBy(r => r.Line.Source, StringComparer.Ordinal)];
    }
}

/// <summary>One line of the ledger with its holder's name.</summary>
public sealed record LineRow(Allocation Line, string Holder)
{
    public string SourceName => FundingSource.Find(Line.Source)?.Name ?? Line.Source;

    public bool IsSeparate => LedgerWords.IsSeparate(Line.Source);
}
