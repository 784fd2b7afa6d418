using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Một biên bản nghiệm thu chung (5b, 5c): the sites' records it gathers, what it states of them, its steps and its signed scan.</summary>
[Allow(Act.ViewProjects)]
public sealed class SummaryModel(KhuyenCongDb db, Viewer viewer, SummaryBook book, FileStore files, TimeProvider clock) : PageModel
{
    public AcceptanceSummary Summary { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public Gathering Gathered { get; private set; } = null!;

    /// <summary>The concluded 5b that a 5c stands beside.</summary>
    public AcceptanceSummary? General { get; private set; }

    public IReadOnlyList<AcceptanceAction> Offered { get; private set; } = [];

    public AcceptanceAction? Chosen { get; private set; }

    public bool MayWrite { get; private set; }

    public IReadOnlyList<Breach> Missing { get; private set; } = [];

    /// <summary>What is, or would be, to come back by this record of the Cục.</summary>
    public IReadOnlyList<SupportExcess> Excesses { get; private set; } = [];

    public Dong Excess => Excesses.Select(e => e.Amount).Sum();

    [BindProperty]
    public SummaryForm Form { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What is to come back, as whoever concludes has read and confirmed it.</summary>
    [BindProperty]
    public Dong? ConfirmedExcess { get; set; }

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public bool IsConcluded => Summary.State is AcceptanceState.Concluded;

    public bool IsAgency => Summary.Form is AcceptanceForm.Agency;

    /// <summary>The sites' records have changed since: the conclusion tells what was true on its day.</summary>
    public bool IsOutdated => IsConcluded && !Gathered.IsWhatWasGathered(Summary);

    /// <summary>As gathered with the conclusion; before it as they stand.</summary>
    public IReadOnlyList<GatheredSite> Sites => IsConcluded ? [.. Summary.Rows.OrderBy(r => r.Order).Select(r => r.Site)] : Gathered.Concluded;

    public static IEnumerable<SelectListItem> Verdicts => Enum.GetValues<AcceptanceVerdict>().Select(v => new SelectListItem(v.Text(), v.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, AcceptanceAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken))
        {
            return NotFound();
        }

        Form = SummaryForm.Of(Summary.Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] AcceptanceAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        Form = SummaryForm.Of(Summary.Text);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return await AnswerAsync(id, viec, await book.MoveAsync(id, BaseVersion, new(action, Note) { ConfirmedExcess = ConfirmedExcess }, viewer.AsPlanMover(), cancellationToken), null, Said(action), cancellationToken);
    }

    [Allow(Act.AcceptProject)]
    public async Task<IActionResult> OnPostWriteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        if (!MayWrite)
        {
            return this.Refuse("summary.not-allowed");
        }

        return !ModelState.IsValid ? Page() : await AnswerAsync(id, null, await book.WriteAsync(id, BaseVersion, Form.Text, viewer.AsPlanMover(), cancellationToken), nameof(Form), "Đã lưu biên bản.", cancellationToken);
    }

    [Allow(Act.AcceptProject)]
    public async Task<IActionResult> OnPostScanAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        Form = SummaryForm.Of(Summary.Text);
        if (!MayWrite)
        {
            return this.Refuse("summary.not-allowed");
        }

        return !ModelState.IsValid ? Page() : await AnswerAsync(id, null, await book.ScanAsync(id, Upload, viewer.AsPlanMover(), cancellationToken), null, "Đã kèm bản quét.", cancellationToken);
    }

    /// <summary>The signed scan: always a download.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, null, cancellationToken) || Summary.FileSha is not { } sha || await files.OpenAsync(Summary.ProvinceCode, sha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, Summary.MediaType ?? PdfUpload.MediaType) { FileDownloadName = Summary.FileName ?? "bien-ban.pdf" };

    private string Said(AcceptanceAction action) =>
        action is AcceptanceAction.Conclude && Excess > Dong.Zero ? $"{action.Done()}. Phải thu hồi {Excess}: lập đề nghị, yêu cầu thu hồi ở mục Phải thu hồi." : $"{action.Done()}.";

    /// <summary>Says what was done, or shows why not beside what stands there now.</summary>
    private async Task<IActionResult> AnswerAsync(Guid id, AcceptanceAction? wanted, IReadOnlyList<Breach> breaches, string? prefix, string done, CancellationToken cancellationToken)
    {
        if (breaches is [{ Code: "summary.not-allowed" or "summary.wrong-state" } refused])
        {
            return this.Refuse(refused.Code);
        }

        if (breaches.Count == 0)
        {
            TempData.Say(done);
            return LocalRedirect($"/nghiem-thu/chung/{id}");
        }

        // A step tells what the record lacks: its fields stand in another form of the page.
        ModelState.AddBreaches(prefix is null ? breaches.Select(b => b with { Field = b.Field is nameof(Note) or nameof(Upload) ? b.Field : null }) : breaches, prefix);
        ModelState.Remove(nameof(BaseVersion));
        return await LoadAsync(id, wanted, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, AcceptanceAction? wanted, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.WholeAcceptanceSummaries.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(s => s.AcceptanceSummaryId == id, cancellationToken) is not { } summary)
        {
            return false;
        }

        Summary = summary;
        var projectId = summary.ProjectId;
        Project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == projectId, cancellationToken);
        Gathered = await book.GatheredAsync(Project, cancellationToken);
        General = IsAgency
            ? await db.AcceptanceSummaries.AsNoTracking().Where(s => s.ProjectId == projectId && s.Form == AcceptanceForm.General && s.State == AcceptanceState.Concluded).OrderByDescending(s => s.Round).FirstOrDefaultAsync(cancellationToken)
            : null;
        var mover = viewer.AsPlanMover();
        Offered = [.. Summarising.Offered(summary, mover)];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Where(a => a is AcceptanceAction.Submit or AcceptanceAction.Conclude).Cast<AcceptanceAction?>().FirstOrDefault();
        MayWrite = Summarising.MayWrite(summary, mover);
        Excesses = await book.ExcessesAsync(summary, Gathered, cancellationToken);
        Missing = summary.State is AcceptanceState.Drafting or AcceptanceState.Submitted ? [.. Summarising.Missing(summary, Gathered, clock.Today)] : [];
        return true;
    }
}
