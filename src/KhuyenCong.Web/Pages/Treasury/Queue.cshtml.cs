using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>Dòng chưa khớp, chưa giải trình: the queue of all statements, oldest first.</summary>
[Allow(Act.ViewPlans)]
public sealed class QueueModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    /// <summary>Of a search: each is a condition inside the one before.</summary>
    internal const int MostWords = 8;

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "chieu")]
    public LineDirection? Direction { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<QueueRow> List { get; private set; } = Paged.Of<QueueRow>([], null, null);

    public Dong Out { get; private set; }

    public Dong In { get; private set; }

    public DateOnly Today => clock.Today;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Direction is not null || From is not null || To is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(cancellationToken);
        (Out, In) = (rows.Where(r => r.Line.Direction is LineDirection.Out).Select(r => r.Line.Rest).Sum(), rows.Where(r => r.Line.Direction is LineDirection.In).Select(r => r.Line.Rest).Sum());
        List = Paged.Of(rows, Number, Size);
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Chưa giải trình", new("Đơn vị", 40), new("Số tài khoản", 20), new("Ngày", 12), new("Chi, thu", 8), new("Số chứng từ", 20), new("Người thụ hưởng", 40), new("Nội dung", 60), new("Số tiền (đồng)", 20, CellFormat.Money), new("Còn lại (đồng)", 20, CellFormat.Money), new("Số ngày chờ", 10, CellFormat.Number));
        sheet.Title("DÒNG SAO KÊ CHƯA KHỚP, CHƯA GIẢI TRÌNH").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}{(IsFiltered ? ", theo bộ lọc" : "")}").Blank().Header();
        foreach (var (line, holder, account) in await RowsAsync(cancellationToken))
        {
            sheet.Row(holder, account, line.On, line.Direction.Text(), line.DocumentNumber, line.Beneficiary, line.Content, line.Amount, line.Rest, (long)(clock.Today.DayNumber - line.On.DayNumber));
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"chua-giai-trinh-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<QueueRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var query = db.StatementLines.VisibleTo(viewer, db).AsNoTracking().Where(l => l.State == LineState.Unmatched || l.State == LineState.PartlyMatched);
        query = Direction is { } direction ? query.Where(l => l.Direction == direction) : query;
        query = From is { } from ? query.Where(l => l.On >= from) : query;
        query = To is { } to ? query.Where(l => l.On <= to) : query;
        foreach (var word in SearchText.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            query = query.Where(l => l.SearchText.Contains(word));
        }

        var lines = await query.OrderBy(l => l.On).ThenBy(l => l.StatementLineId).ToListAsync(cancellationToken);
        var holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var statements = await db.TreasuryStatements.VisibleTo(viewer).Select(s => new { s.TreasuryStatementId, s.HolderId, s.Account }).ToDictionaryAsync(s => s.TreasuryStatementId, cancellationToken);
        return [.. lines.Select(l => new QueueRow(l, holders.NameOf(statements[l.TreasuryStatementId].HolderId), statements[l.TreasuryStatementId].Account))];
    }
}

/// <summary>One line that waits.</summary>
public sealed record QueueRow(StatementLine Line, string Holder, string Account);
