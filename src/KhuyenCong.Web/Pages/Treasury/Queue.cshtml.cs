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
        var found = Found();
        var rests = await found.GroupBy(l => l.Direction).Select(g => new { g.Key, Amount = g.Sum(l => (long)(object)l.Amount), Matched = g.Sum(l => (long)(object)l.Matched) })
            .ToDictionaryAsync(g => g.Key, g => new Dong(g.Amount - g.Matched), cancellationToken);
        (Out, In) = (rests.GetValueOrDefault(LineDirection.Out), rests.GetValueOrDefault(LineDirection.In));
        var page = await Paged.OfAsync(Sorted(found), Number, Size, cancellationToken);
        List = page.Showing(await RowsAsync(page.Rows, await Holders.ReadAsync(db, clock.Today, cancellationToken), cancellationToken));
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var found = Found();
        var total = await found.CountAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Chưa giải trình", new("Đơn vị", 40), new("Số tài khoản", 20), new("Ngày", 12), new("Chi, thu", 8), new("Số chứng từ", 20), new("Người thụ hưởng", 40), new("Nội dung", 60), new("Số tiền (đồng)", 20, CellFormat.Money), new("Còn lại (đồng)", 20, CellFormat.Money), new("Số ngày chờ", 10, CellFormat.Number));
        sheet.Title("DÒNG SAO KÊ CHƯA KHỚP, CHƯA GIẢI TRÌNH").NoteLimit(total, "dòng").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}{(IsFiltered ? ", theo bộ lọc" : "")}").Blank().Header();
        var holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        foreach (var part in (await Sorted(found).Take(Paged.LargestExport).ToListAsync(cancellationToken)).Chunk(Paged.ExportPart))
        {
            foreach (var (line, holder, account) in await RowsAsync(part, holders, cancellationToken))
            {
                sheet.Row(holder, account, line.On, line.Direction.Text(), line.DocumentNumber, line.Beneficiary, line.Content, line.Amount, line.Rest, (long)(clock.Today.DayNumber - line.On.DayNumber));
            }
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"chua-giai-trinh-{clock.Today:yyyyMMdd}.xlsx");
    }

    private IQueryable<StatementLine> Found()
    {
        var query = db.StatementLines.VisibleTo(viewer, db).AsNoTracking().Where(l => l.State == LineState.Unmatched || l.State == LineState.PartlyMatched);
        query = Direction is { } direction ? query.Where(l => l.Direction == direction) : query;
        query = From is { } from ? query.Where(l => l.On >= from) : query;
        query = To is { } to ? query.Where(l => l.On <= to) : query;
        foreach (var word in SearchText.Words(Search))
        {
            query = query.Where(l => l.SearchText.Contains(word));
        }

        return query;
    }

    private static IQueryable<StatementLine> Sorted(IQueryable<StatementLine> found) => found.OrderBy(l => l.On).ThenBy(l => l.StatementLineId);

    private async Task<IReadOnlyList<QueueRow>> RowsAsync(IReadOnlyList<StatementLine> lines, Holders holders, CancellationToken cancellationToken)
    {
        var ids = lines.Select(l => l.TreasuryStatementId).Distinct().ToList();
        var statements = await db.TreasuryStatements.VisibleTo(viewer).Where(s => ids.Contains(s.TreasuryStatementId)).Select(s => new { s.TreasuryStatementId, s.HolderId, s.Account }).ToDictionaryAsync(s => s.TreasuryStatementId, cancellationToken);
        return [.. lines.Select(l => new QueueRow(l, holders.NameOf(statements[l.TreasuryStatementId].HolderId), statements[l.TreasuryStatementId].Account))];
    }
}

/// <summary>One line that waits.</summary>
public sealed record QueueRow(StatementLine Line, string Holder, string Account);
