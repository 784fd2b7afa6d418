using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Một báo cáo quyết toán năm: its figures, what the ledger says since, its versions, and the step that comes next.</summary>
[Allow(Act.ViewYearlySettlements)]
public sealed partial class DetailsModel(KhuyenCongDb db, Viewer viewer, YearlyBook book, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();
    private YearlyFacts facts = null!;
    private YearlyMover mover = null!;

    public YearlySettlement Report { get; private set; } = null!;

    /// <summary>The version that is looked at.</summary>
    public YearlyVersion Version { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    /// <summary>The version that is looked at, with its numbers' entries.</summary>
    public YearlyTable Shown => new(Version.Figures, Version.Findings, Links);

    /// <summary>The version that counts.</summary>
    public YearlyTable Reported => new(Report.Current.Figures, Report.Current.Findings, Links);

    /// <summary>The ledger as it stands.</summary>
    public YearlyTable Standing => new(facts.Now, Report.Current.Findings, Links);

    public YearlyUnit Unit => facts.Unit;

    /// <summary>The way of communes as laid down; null where it is not, then both are open.</summary>
    public YearlyRoute? LaidDown => facts.LaidDown;

    public IReadOnlyList<YearlyAction> Offered { get; private set; } = [];

    public YearlyAction? Chosen { get; private set; }

    public YearlyTransition? Asked { get; private set; }

    public bool MayDraw { get; private set; }

    /// <summary>What the ledger says otherwise than the version that counts; once it is finished, <see cref="Since"/> tells.</summary>
    public IReadOnlyList<YearlyDifference> Moved { get; private set; } = [];

    /// <summary>Entries that the lines got after a finished report drew its figures.</summary>
    public int EntriesSince { get; private set; }

    /// <summary>What the ledger says otherwise than a finished report: it stays as it was approved.</summary>
    public IReadOnlyList<YearlyDifference> Since { get; private set; } = [];

    /// <summary>What the version that counts says otherwise than the one that is looked at.</summary>
    public IReadOnlyList<YearlyDifference> Later { get; private set; } = [];

    public IReadOnlyList<YearlyConcern> Concerns { get; private set; } = [];

    public YearlyDeadline? Deadline { get; private set; }

    public bool HasOtherSources => Version.Figures.Lines.Any(l => !LedgerWords.IsSeparate(l.Source));

    /// <summary>The version of the report that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    /// <summary>Thuyết minh, of figures that are drawn anew.</summary>
    [BindProperty]
    public string? DrawNote { get; set; }

    [BindProperty]
    public StepForm Move { get; set; } = new();

    [BindProperty(Name = nameof(Findings))]
    public Dictionary<Guid, FindingForm> Findings { get; set; } = [];

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public string Who(Guid user) => people.GetValueOrDefault(user, "—");

    public async Task<IActionResult> OnGetAsync(Guid id, YearlyAction? viec, [FromQuery(Name = "phien-ban")] int? number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, number, cancellationToken))
        {
            return NotFound();
        }

        DrawNote = Report.Current.Note;
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken)
    {
        var report = await db.YearlySettlements.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(s => s.YearlySettlementId == id, cancellationToken);
        return report is not { FileSha: { } sha } || await files.OpenAsync(report.ProvinceCode, sha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = report.FileName ?? "phe-duyet-quyet-toan.pdf" };
    }

    [Allow(Act.PrepareSettlement)]
    public async Task<IActionResult> OnPostDrawAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, null, cancellationToken))
        {
            return NotFound();
        }

        var breaches = await book.DrawAsync(id, BaseVersion, DrawNote, cancellationToken);
        return await ShownAsync(id, null, breaches, "Đã lấy số liệu theo sổ dự toán lúc này.", cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] YearlyAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, null, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        var unfit = await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken);
        ModelState.AddBreaches(unfit is null ? [] : [unfit]);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var wanted = new YearlyMove(action, Move.Note, Move.DocumentNumber, Move.DocumentDate, Move.Issuer, Upload is null ? null : "", Upload is null ? null : FileNames.Clean(Upload.FileName))
        {
            Findings = [.. Findings.Where(f => f.Value?.Accepted is not null).Select(f => new YearlyFinding(f.Key, f.Value.Accepted!.Value, f.Value.Reason))],
        };

        // Nothing is kept of a step that is refused anyway.
        if (YearlyMoves.Of(Report, facts, Uuid.New(clock), wanted, mover, clock) is { Event: null } refused)
        {
            return await ShownAsync(id, viec, refused.Breaches, "", cancellationToken);
        }

        var (sha, notKept) = Asked?.Asks(YearlyGuard.ScanKept) is true ? await files.KeepPdfAsync(viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken) : (null, null);
        var breaches = notKept is not null ? [notKept] : await book.MoveAsync(id, BaseVersion, wanted with { FileSha = sha, FileName = sha is null ? null : wanted.FileName }, cancellationToken);
        return await ShownAsync(id, viec, breaches, $"{action.Done()}.", cancellationToken);
    }

    private async Task<IActionResult> ShownAsync(Guid id, YearlyAction? action, IReadOnlyList<Breach> breaches, string said, CancellationToken cancellationToken)
    {
        if (breaches.Count == 0)
        {
            await this.EndDraftAsync(drafts, action is { } done ? $"quyet-toan-nam-{done}" : "quyet-toan-nam-so-lieu", $"{id}");
            TempData.Say(said);
            return LocalRedirect($"/quyet-toan-nam/{id}");
        }

        // Fields of the step lie in its form; lines and the file have names of their own.
        ModelState.AddBreaches(breaches.Select(b => b.Field is nameof(StepForm.Note) or nameof(StepForm.DocumentNumber) or nameof(StepForm.DocumentDate) or nameof(StepForm.Issuer) && action is not null ? b with { Field = $"{nameof(Move)}.{b.Field}" } : b.Field is "Note" ? b with { Field = nameof(DrawNote) } : b));
        if (!await LoadAsync(id, action, null, cancellationToken))
        {
            return NotFound();
        }

        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, YearlyAction? wanted, int? number, CancellationToken cancellationToken)
    {
        if (await db.WholeYearlySettlements.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(s => s.YearlySettlementId == id, cancellationToken) is not { } report
            || await book.UnitAsync(report.HolderId, cancellationToken) is not { } unit)
        {
            return false;
        }

        Report = report;
        Version = report.Versions.FirstOrDefault(v => v.Number == number) ?? report.Current;
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(report.HolderId);
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        mover = await book.MoverAsync(cancellationToken);
        facts = new(unit, await book.NowAsync(report.HolderId, report.Year, cancellationToken), true, await db.CommuneYearlyRouteAsync(cancellationToken));
        Offered = [.. YearlyStates.Offered(report, unit, facts.LaidDown, mover)];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Where(a => a is not YearlyAction.SendBack).Cast<YearlyAction?>().FirstOrDefault();
        Asked = Chosen is { } chosen ? YearlyStates.Find(report.State, chosen, YearlyStates.RoutesOf(report, unit, facts.LaidDown)) : null;
        MayDraw = YearlyMoves.MayDraw(report, unit, mover);
        Moved = report.State is YearlyState.Finished ? [] : YearlyDifferences.Between(report.Current.Figures, facts.Now);
        EntriesSince = report.State is YearlyState.Finished ? facts.Now.Lines.Sum(l => report.Current.Figures.EntriesSince(l.AllocationId, l.Entries)) : 0;
        Since = report.State is YearlyState.Finished ? YearlyDifferences.Between(report.Current.Figures, facts.Now) : [];
        Later = Version.Number == report.Round ? [] : YearlyDifferences.Between(Version.Figures, report.Current.Figures);
        Concerns = report.State is not YearlyState.Finished && viewer.SeesConcerns(report) ? await YearlyConcerns.OfAsync(db, report.HolderId, report.Year, cancellationToken) : [];
        Deadline = await YearlyConcerns.DeadlineAsync(db, report.Current.Figures, report.Year, cancellationToken);
        var users = report.Steps.Select(s => s.By).Concat(report.Versions.Select(v => v.DrawnBy)).Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        return true;
    }

    /// <summary>What a step brings along.</summary>
    public sealed class StepForm
    {
        public string? Note { get; set; }

        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }

        public string? Issuer { get; set; }
    }

    /// <summary>What is accepted of one line, and why not the rest.</summary>
    public sealed class FindingForm
    {
        public Dong? Accepted { get; set; }

        public string? Reason { get; set; }
    }
}
