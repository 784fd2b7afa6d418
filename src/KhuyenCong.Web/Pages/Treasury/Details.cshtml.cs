using System.Security.Cryptography;
using System.Text;
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
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>One statement: its lines, exact matches to confirm with one click, and what is left to explain.</summary>
[Allow(Act.ViewPlans)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, TreasuryBook book, FileStore files, TimeProvider clock) : PageModel
{
    /// <summary>What the filter finds in the statement.</summary>
    private IQueryable<StatementLine> found = null!;

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public LineState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "chieu")]
    public LineDirection? Direction { get; set; }

    [BindProperty(SupportsGet = true, Name = "phan")]
    public LinePart? Part { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    [BindProperty]
    public ExplanationKind? Kind { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Lines that were ticked.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public TreasuryStatement Statement { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    public string EnteredBy { get; private set; } = "";

    public bool MayWork { get; private set; }

    public IReadOnlyList<Reconciliation> Sums { get; private set; } = [];

    public IReadOnlyDictionary<Guid, MatchCandidate> Proposals { get; private set; } = new Dictionary<Guid, MatchCandidate>();

    /// <summary>Dấu của các cặp khớp đang hiện: whoever confirms all of them confirms what the page showed, not what came up since.</summary>
    public string Shown => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Proposals.OrderBy(p => p.Key).Select(p => $"{p.Key:N} {p.Value.Request.PaymentRequestId:N} {p.Value.Request.Rest.Amount}")))));

    public Paged<StatementLine> List { get; private set; } = Paged.Of<StatementLine>([], null, null);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || State is not null || Direction is not null || Part is not null;

    /// <summary>What the part that is looked at comes to, on other pages too.</summary>
    public Dong? PartSum { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>The file as it came.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken)
    {
        var statement = await db.TreasuryStatements.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(s => s.TreasuryStatementId == id, cancellationToken);
        return statement is null || await files.OpenAsync(statement.ProvinceCode, statement.FileSha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, "application/octet-stream") { FileDownloadName = statement.FileName };
    }

    public async Task<IActionResult> OnGetExcelAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Sao kê", new("Dòng", 8, CellFormat.Number), new("Ngày", 12), new("Chi, thu", 8), new("Số chứng từ", 20), new("Người thụ hưởng", 40), new("Nội dung", 60), new("Số tiền (đồng)", 20, CellFormat.Money), new("Đã khớp (đồng)", 20, CellFormat.Money), new("Còn lại (đồng)", 20, CellFormat.Money), new("Tình trạng", 18));
        sheet.Title($"SAO KÊ TÀI KHOẢN {Statement.Account}, {Statement.FromDay.Text()}–{Statement.ToDay.Text()}").Note($"{Holder}, {Statement.Keeper}");
        sheet.Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}{(IsFiltered ? ", theo bộ lọc" : "")}").NoteLimit(List.Total, "dòng").Blank().Header();
        foreach (var line in await Sorted().Take(Paged.LargestExport).ToListAsync(cancellationToken))
        {
            sheet.Row((long)line.Row, line.On, line.Direction.Text(), line.DocumentNumber, line.Beneficiary, line.Content, line.Amount, line.Matched, line.Rest, line.State.Text());
        }

        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"sao-ke-{Statement.Account}-{Statement.ToDay:yyyyMMdd}.xlsx");
    }

    /// <summary>Confirms what is proposed for one line, as it was shown.</summary>
    public Task<IActionResult> OnPostConfirmAsync(Guid id, Guid line, Guid request, CancellationToken cancellationToken) =>
        DoneAsync(id, () => Proposals.TryGetValue(line, out var proposal) && proposal.Request.PaymentRequestId == request ? [new(line, [(request, proposal.Request.Rest)])] : [], cancellationToken);

    /// <summary>Confirms every proposal, as many as one click may.</summary>
    /// <param name="id">Of the statement.</param>
    /// <param name="shown">What the page showed, see <see cref="Shown"/>; null where nobody looked.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public Task<IActionResult> OnPostAllAsync(Guid id, string? shown, CancellationToken cancellationToken) =>
        DoneAsync(id, () => shown is not null && shown != Shown ? [] : [.. Proposals.Take(TreasuryBook.MostAtOnce).Select(p => new WantedMatch(p.Key, [(p.Value.Request.PaymentRequestId, p.Value.Request.Rest)]))], cancellationToken, "treasury.proposals-changed");

    /// <summary>Explains the ticked lines with one reason.</summary>
    public async Task<IActionResult> OnPostExplainAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (Chosen.Count is 0 or > StatementImport.MostLines)
        {
            ModelState.AddBreaches([new("treasury.nothing-chosen")]);
            return Page();
        }

        var (done, breaches) = await book.ExplainAsync(id, Chosen, Kind ?? (ExplanationKind)(-1), Reason, cancellationToken);
        if (done == 0)
        {
            ModelState.AddBreaches(breaches);
            return Page();
        }

        TempData.Say($"Đã giải trình {done} dòng.{(breaches.Count == 0 ? "" : " " + string.Join(' ', breaches.Select(b => Messages.For(b))))}", breaches.Count == 0 ? "good" : "warn");
        return LocalRedirect($"/kho-bac/{id}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        ModelState.AddBreaches(await book.WithdrawAsync(id, Reason, cancellationToken));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say("Đã hủy sao kê. Tệp này có thể nhập lại.", "warn");
        return LocalRedirect($"/kho-bac/{id}");
    }

    private async Task<IActionResult> DoneAsync(Guid id, Func<IReadOnlyList<WantedMatch>> wanted, CancellationToken cancellationToken, string otherwise = "treasury.line-matched")
    {
        if (await RefusedAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var matches = wanted();
        if (matches.Count == 0)
        {
            // What was proposed is no longer: somebody was faster, or the request went on.
            ModelState.AddBreaches([new(otherwise)]);
            return Page();
        }

        var confirmed = await book.ConfirmAsync(id, matches, cancellationToken);
        if (confirmed.Lines == 0)
        {
            await LoadAsync(id, cancellationToken);
            ModelState.AddBreaches(confirmed.Breaches.Select(b => b with { Field = null }));
            return Page();
        }

        TempData.Say($"Đã khớp {confirmed.Lines} dòng, ghi chi {confirmed.Paid} đề nghị.{(confirmed.Breaches.Count == 0 ? "" : " " + string.Join(' ', confirmed.Breaches.Take(5).Select(b => Messages.For(b))))}", confirmed.Breaches.Count == 0 ? "good" : "warn");
        return LocalRedirect($"/kho-bac/{id}");
    }

    private async Task<IActionResult?> RefusedAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound() : !viewer.MayReconcile(Statement.CommuneCode) ? this.Refuse("treasury.not-yours") : null;

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.TreasuryStatements.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(s => s.TreasuryStatementId == id, cancellationToken) is not { } statement)
        {
            return false;
        }

        Statement = statement;
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(statement.HolderId);
        EnteredBy = await db.Users.Where(u => u.Id == statement.EnteredBy).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken) ?? "—";
        var lines = db.StatementLines.AsNoTracking().Where(l => l.TreasuryStatementId == id);
        Sums = (await lines.SumsAsync(cancellationToken)).Reconciled();
        MayWork = viewer.MayReconcile(statement.CommuneCode) && !statement.IsWithdrawn;
        Proposals = MayWork && Sums.Any(s => s.Unexplained > Dong.Zero) ? await ProposedAsync(statement, lines, cancellationToken) : Proposals;
        found = Filtered(lines);
        PartSum = Part is { } part ? await found.PartSumAsync(part, cancellationToken) : null;
        List = await Paged.OfAsync(Sorted(), Number, Size, cancellationToken);
        return true;
    }

    private async Task<IReadOnlyDictionary<Guid, MatchCandidate>> ProposedAsync(TreasuryStatement statement, IQueryable<StatementLine> lines, CancellationToken cancellationToken)
    {
        var desk = await book.DeskAsync(statement, cancellationToken);
        var rests = desk.Rests.Select(r => r.Amount).ToList();
        // Whether a line stands out is asked of all lines of the statement, on other pages too; but only of those whose rest is what a request waits for.
        return desk.Proposals(await lines.Where(l => (l.State == LineState.Unmatched || l.State == LineState.PartlyMatched) && rests.Contains((long)(object)l.Amount - (long)(object)l.Matched)).OrderBy(l => l.Row).ToListAsync(cancellationToken));
    }

    private IOrderedQueryable<StatementLine> Sorted() => found.OrderBy(l => l.Row).ThenBy(l => l.StatementLineId);

    private IQueryable<StatementLine> Filtered(IQueryable<StatementLine> lines)
    {
        lines = State is { } state ? lines.Where(l => l.State == state) : lines;
        lines = Direction is { } direction ? lines.Where(l => l.Direction == direction) : lines;
        lines = Part is { } part ? lines.OfPart(part) : lines;
        foreach (var word in SearchText.Words(Search))
        {
            lines = lines.Where(l => l.SearchText.Contains(word));
        }

        return lines;
    }
}
