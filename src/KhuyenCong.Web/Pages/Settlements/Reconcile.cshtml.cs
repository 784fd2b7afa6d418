using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Settlements;
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
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Bảng đối chiếu kinh phí: the contracts of one budget holder in one year, by source, as the ledger has it; of two parties a paper for both to sign, with the place of its scan.</summary>
[Allow(Act.ViewPlans)]
public sealed class ReconcileModel(KhuyenCongDb db, Viewer viewer, FileStore files, TimeProvider clock) : PageModel
{
    private Holders holders = null!;
    private HashSet<Guid> held = [];
    private IReadOnlyList<ReconciledRow> all = [];
    private Dictionary<Guid, string> lines = [];
    private string? commune;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? HolderId { get; set; }

    /// <summary>Whose contracts: see <see cref="ReconciledRow.KeyOf"/>; null = of all.</summary>
    [BindProperty(SupportsGet = true, Name = "hai-ben")]
    public string? Parties { get; set; }

    /// <summary>The last day whose entries count; null = today.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? AsOf { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The moment of its figures, as the signed sheet names it.</summary>
    [BindProperty]
    public string? PrintedAt { get; set; }

    public IReadOnlyList<ReconciledRow> Rows { get; private set; } = [];

    /// <summary>What the ledger of the province has and, apart from it, what the Cục contracts.</summary>
    public IEnumerable<IGrouping<bool, ReconciledRow>> Books => Rows.GroupBy(r => r.IsSeparate).OrderBy(g => g.Key);

    /// <summary>Holders whose allotments the viewer sees.</summary>
    public IReadOnlyList<SelectListItem> Units => holders.Choices(o => held.Contains(o.OrganisationId));

    public IEnumerable<SelectListItem> Pairs => all.DistinctBy(r => r.PartiesKey).OrderBy(r => r.PartyB, StringComparer.Ordinal).Select(r => new SelectListItem($"{r.PartyA} – {r.PartyB}", r.PartiesKey));

    public string Holder => HolderId is { } id ? holders.NameOf(id) : "—";

    public DateOnly Until => AsOf ?? clock.Today;

    /// <summary>Of the two chosen parties; null where none were chosen or they have no contract here.</summary>
    public ReconciledRow? Pair => Parties is not null && Rows is [var first, ..] ? first : null;

    public PaperHead? Head { get; private set; }

    public IReadOnlyList<SignedReconciliation> Signed { get; private set; } = [];

    /// <summary>Not of a day that is signed for already: a form would only be refused.</summary>
    public bool MaySign => Pair is not null && ReconciliationSigning.Faults(Text(), Signed.Any(s => s.AsOf == Until), viewer.AsPlanMover(), clock.Today).Count == 0;

    /// <summary>Where the numbers lead; up to a day that is over they lead nowhere.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    /// <summary>Of the contracts shown those that the viewer may open.</summary>
    public IReadOnlySet<Guid> Readable { get; private set; } = new HashSet<Guid>();

    /// <summary>The moment of the figures shown, to the second that the sheet names: whatever is entered later is not in them.</summary>
    public DateTime At { get; private set; }

    public string By => viewer.DisplayName;

    /// <param name="contractId">Whose unit, year and parties are shown.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "hop-dong")] Guid? contractId, CancellationToken cancellationToken)
    {
        if (contractId is { } id)
        {
            return await db.Contracts.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(c => c.ContractId == id, cancellationToken) is { } contract
                && await db.Allocations.AsNoTracking().VisibleTo(viewer).Where(a => db.LedgerPositions.Any(p => p.AllocationId == a.AllocationId && p.ContractId == id)).OrderByDescending(a => a.Year).FirstOrDefaultAsync(cancellationToken) is { } line
                ? LocalRedirect(PathOf(line.Year, line.HolderId, ReconciledRow.KeyOf(contract), null))
                : NotFound();
        }

        await LoadAsync(null, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(null, cancellationToken);
        var book = new WorkbookWriter();
        SheetColumn[] columns = [new("Hợp đồng", 24), new("Đề án, nhiệm vụ", 50), new("Bên A", 40), new("Bên thực hiện", 40), new("Nguồn", 20), new("Sổ", 30), .. ReconciledRow.Columns.Select(c => new SheetColumn(c.Label, 20, CellFormat.Money)), new("Tình trạng hợp đồng", 20)];
        var sheet = book.AddSheet("Đối chiếu", columns);
        sheet.Title("BẢNG ĐỐI CHIẾU KINH PHÍ KHUYẾN CÔNG").Note($"{Holder}, năm {Year}, số liệu đến ngày {Until.Text()}; đơn vị tính: đồng").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var r in Rows)
        {
            sheet.Row([r.Figure.Number ?? "", r.Title, r.PartyA, r.PartyB, FundingSource.Find(r.Figure.Source)?.ShortName ?? r.Figure.Source, LedgerWords.Book(r.IsSeparate), .. ReconciledRow.Columns.Select(c => (SheetValue)c.Of(r.Figure)), r.State.Text()]);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"doi-chieu-{Year}-{clock.Today:yyyyMMdd}.xlsx");
    }

    /// <summary>A signed sheet: always a download.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid ban, CancellationToken cancellationToken)
    {
        var signed = await db.SignedReconciliations.AsNoTracking().SingleOrDefaultAsync(r => r.SignedReconciliationId == ban, cancellationToken);
        return signed is null || !await db.Allocations.VisibleTo(viewer).AnyAsync(a => a.HolderId == signed.HolderId && a.Year == signed.Year, cancellationToken)
            || await files.OpenAsync(signed.ProvinceCode, signed.FileSha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = signed.FileName };
    }

    /// <summary>The scan that both parties signed, with the figures that they signed for: those of the moment that the sheet names, whatever was entered between its print and its scan.</summary>
    [Allow(Act.PrepareSettlement)]
    public async Task<IActionResult> OnPostSignAsync(CancellationToken cancellationToken)
    {
        var figuresAt = Dates.ParseMoment(PrintedAt);
        var unfit = ReconciliationSigning.MomentFaults(figuresAt, Until, clock.UtcNow);
        await LoadAsync(unfit.Count == 0 ? figuresAt : null, cancellationToken);
        if (HolderId is not { } holder || !held.Contains(holder))
        {
            return NotFound();
        }

        var (text, key, until) = (Text(), Parties, Until);
        var isKept = await db.SignedReconciliations.AnyAsync(r => r.HolderId == holder && r.Year == Year && r.PartiesKey == key && r.AsOf == until, cancellationToken);
        var faults = ReconciliationSigning.Faults(text, isKept, viewer.AsPlanMover(), clock.Today);
        if (faults is [{ Code: "settlement.not-allowed" or "plan.other-holder" } refusal])
        {
            return this.Refuse(refusal.Code);
        }

        ModelState.AddBreaches([.. faults, .. unfit]);
        ModelState.Require(Upload, nameof(Upload), Messages.For("paper.file-missing"));
        if (await files.StagePdfAsync(ModelState, viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken) is not { } scan)
        {
            return Page();
        }

        var signed = new ReconciliationSigned(Uuid.New(clock), viewer.ProvinceCode, text!, scan.Sha256, scan.FileName, At, viewer.UserId, clock.UtcNow);
        if (!await db.KeepReconciliationAsync(signed, () => files.MustReferAsync(viewer.ProvinceCode, scan.Sha256, cancellationToken), cancellationToken))
        {
            ModelState.AddBreaches([new("reconciliation.kept", null, until)]);
            return Page();
        }

        TempData.Say("Đã kèm bản ký của bảng đối chiếu.");
        return LocalRedirect(PathOf(text!.Year, holder, text.PartiesKey, until) + "#da-ky");
    }

    /// <summary>The view that a signed sheet was printed from.</summary>
    public static string PathOf(SignedReconciliation signed)
    {
        ArgumentNullException.ThrowIfNull(signed);
        return PathOf(signed.Year, signed.HolderId, signed.PartiesKey, signed.AsOf);
    }

    /// <summary>All contracts on the lines of one book; a choice of two parties is no place in the ledger.</summary>
    public string? Opens(LedgerNumber number, bool isSeparate) =>
        Parties is null ? Links.To(number, EntryPlace.OfLines(lines.Where(l => LedgerWords.IsSeparate(l.Value) == isSeparate).Select(l => l.Key)) with { Part = EntryPart.Contracts }) : null;

    /// <summary>What the ledger says otherwise by now of a sheet that was signed; only where that day is shown.</summary>
    public IReadOnlyList<ReconciledFigure> Differing(SignedReconciliation signed)
    {
        ArgumentNullException.ThrowIfNull(signed);
        return signed.AsOf == Until && signed.PartiesKey == Parties ? signed.Differing([.. Rows.Select(r => r.Figure)]) : [];
    }

    private static string PathOf(int year, Guid holder, string parties, DateOnly? until) =>
        QueryHelpers.AddQueryString("/quyet-toan/doi-chieu", new Dictionary<string, string?> { ["nam"] = $"{year}", ["don-vi"] = $"{holder}", ["hai-ben"] = parties, ["ngay"] = until?.Text() }.Where(p => p.Value is not null));

    private ReconciliationText? Text() => Pair is { } pair && HolderId is { } holder && Year is { } year
        ? new(holder, commune, year, Until, pair.PartiesKey, pair.PartyA, pair.PartyB, [.. Rows.Select(r => r.Figure)]) : null;

    /// <param name="recordedBy">The moment that a signed sheet names; null = now.</param>
    private async Task LoadAsync(DateTime? recordedBy, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        At = recordedBy ?? new DateTime((now.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        var year = Year ?? clock.Today.Year;
        Year = year;
        Parties = string.IsNullOrWhiteSpace(Parties) ? null : Parties;
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var seen = await db.Allocations.AsNoTracking().VisibleTo(viewer).Where(a => a.Year == year).Select(a => new { a.AllocationId, a.HolderId, a.Source, a.CommuneCode }).ToListAsync(cancellationToken);
        held = [.. seen.Select(l => l.HolderId)];
        HolderId ??= Units is [var only] ? Guid.Parse(only.Value) : null;
        var mine = seen.Where(l => l.HolderId == HolderId).ToList();
        (lines, commune) = (mine.ToDictionary(l => l.AllocationId, l => l.Source), mine.Select(l => l.CommuneCode).FirstOrDefault());
        DateOnly? past = AsOf is { } day && day < clock.Today ? day : null;
        Links = past is null ? await EntryLinks.OfAsync(db, viewer, cancellationToken) : EntryLinks.None;
        all = await ReconciledRow.ReadAsync(db, lines, past, recordedBy, cancellationToken);
        Rows = Parties is { } key ? [.. all.Where(r => r.PartiesKey == key)] : all;
        List<Guid> shown = [.. Rows.Select(r => r.Figure.ContractId).Distinct()];
        Readable = await db.Contracts.VisibleTo(viewer, db).Where(c => shown.Contains(c.ContractId)).Select(c => c.ContractId).ToHashSetAsync(cancellationToken);
        var holder = HolderId;
        Signed = mine.Count == 0 ? [] : [.. (await db.SignedReconciliations.AsNoTracking().Where(r => r.HolderId == holder && r.Year == year).ToListAsync(cancellationToken))
            .Where(r => Parties is null || r.PartiesKey == Parties).OrderByDescending(r => r.AsOf).ThenByDescending(r => r.At)];
        Head = Pair is { } pair
            ? new(pair.PartyA, await PaperHead.PlaceAsync(db, viewer.ProvinceCode, commune, clock.Today, cancellationToken), null, "Mẫu 10 (bảng đối chiếu kinh phí)")
            : null;
    }
}
