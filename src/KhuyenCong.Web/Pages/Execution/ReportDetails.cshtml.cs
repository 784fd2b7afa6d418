using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>One progress report: figures beside the estimate, photographs, its way; the state table says which buttons there are and guards what they send.</summary>
[Allow(Act.ViewProjects)]
public sealed class ReportDetailsModel(KhuyenCongDb db, Viewer viewer, ExecutionBook book, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();
    private ProjectMover mover = null!;

    public ProgressReport Report { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public ReportedContract Of { get; private set; } = null!;

    public ExpectedReport? Expected { get; private set; }

    public IReadOnlyList<ProgressAction> Offered { get; private set; } = [];

    public ProgressAction? Chosen { get; private set; }

    /// <summary>Lines whose figures go against what is confirmed.</summary>
    public IReadOnlyList<string> Deviations { get; private set; } = [];

    public bool MayWrite { get; private set; }

    public bool MayScan { get; private set; }

    /// <summary>Whoever reports reads how their report fared.</summary>
    public bool SeesHistory => viewer.SeesHistory() || mover.May(Act.ReportProgress, Of);

    public DateOnly Today => clock.Today;

    /// <summary>Sources that the estimate names or that have paid.</summary>
    public IReadOnlyList<FundingSource> Used => [.. FundingSource.All.Where(s => Report.Lines.Any(l => l.Spent[s] is not null) || Of.Lines.Any(l => l.Text.Funding[s] is not null))];

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Caption { get; set; }

    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    [BindProperty]
    public IFormFile? Scan { get; set; }

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, ProgressAction? viec, CancellationToken cancellationToken) => await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] ProgressAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        var breaches = await book.MoveAsync(Report, Of, BaseVersion, action, Note, mover, cancellationToken);
        if (breaches.Any(b => b.Code == "progress.not-allowed"))
        {
            return this.Refuse("progress.not-allowed");
        }

        ModelState.AddBreaches(breaches);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await this.EndDraftAsync(drafts, $"tien-do-{action}", $"{id}");
        TempData.Say($"{action.Done()}: báo cáo tháng {Report.Month:00}/{Report.Year}.", action is ProgressAction.SendBack ? "warn" : "good");
        return LocalRedirect($"/tien-do/{id}");
    }

    [Allow(Act.ReportProgress)]
    public async Task<IActionResult> OnPostPhotoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        var before = Report.Photos.Count;
        var faults = await book.AddPhotosAsync(Report, Of, Photos, Request, Caption, mover, cancellationToken);
        if (faults.Any(f => f.Code == "progress.not-allowed"))
        {
            return this.Refuse("progress.not-allowed");
        }

        ModelState.AddBreaches(faults);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say($"Đã kèm {Report.Photos.Count - before} ảnh.");
        return LocalRedirect($"/tien-do/{id}#anh");
    }

    [Allow(Act.ReportProgress)]
    public async Task<IActionResult> OnPostRemovePhotoAsync(Guid id, Guid anh, string? lyDo, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken) || Report.Photos.FirstOrDefault(p => p.ProgressPhotoId == anh) is not { } photo)
        {
            return NotFound();
        }

        if (await book.RemovePhotoAsync(Report, Of, photo, lyDo, mover, cancellationToken) is [var first, ..])
        {
            return this.Refuse(first.Code);
        }

        TempData.Say("Đã gỡ ảnh.");
        return LocalRedirect($"/tien-do/{id}#anh");
    }

    /// <summary>The signed scan of what was reported.</summary>
    [Allow(Act.ReportProgress)]
    public async Task<IActionResult> OnPostScanAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        var faults = await book.ScanAsync(Report, Of, Scan, mover, cancellationToken);
        if (faults is [{ Code: "progress.not-allowed" or "progress.scan-kept" } refused])
        {
            return this.Refuse(refused.Code);
        }

        ModelState.AddBreaches(faults);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say("Đã kèm bản quét đã ký.");
        return LocalRedirect($"/tien-do/{id}#ban-ky");
    }

    /// <summary>Always a download.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, null, cancellationToken) || Report.FileSha is not { } sha || await files.OpenAsync(Report.ProvinceCode, sha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, Report.MediaType ?? PdfUpload.MediaType) { FileDownloadName = Report.FileName ?? "bao-cao.pdf" };

    public string Who(Guid userId) => people.GetValueOrDefault(userId, "—");

    private async Task<bool> LoadAsync(Guid id, ProgressAction? wanted, CancellationToken cancellationToken)
    {
        if (await db.WholeProgressReports.VisibleTo(viewer, db).SingleOrDefaultAsync(r => r.ProgressReportId == id, cancellationToken) is not { } report
            || await book.FindAsync(report.ContractId, cancellationToken) is not { } found)
        {
            return false;
        }

        mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        (Report, Contract, Of) = (report, found.Contract, found.Of);
        if (!mover.Reads(report, Of))
        {
            return false;
        }

        var rules = await MonthBook.Rules(db).ToListAsync(cancellationToken);
        var ids = rules.Select(r => r.LegalRuleId).ToList();
        List<RuleAdoption> adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => ids.Contains(a.LegalRuleId)).ToListAsync(cancellationToken);
        Expected = MonthBook.Months(Contract, [report], rules, adoptions, clock.Today).FirstOrDefault(m => m.Year == report.Year && m.Month == report.Month);
        MayWrite = report.IsEditable && Of.IsRunning && mover.May(Act.ReportProgress, Of);
        MayScan = ProgressWriting.ScanFaults(report, Of, mover).Count == 0;
        Offered = [.. ProgressStates.Offered(report, Of, mover)];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Count > 0 ? Offered[0] : null;
        Deviations = ProgressWriting.Deviations(report, await db.ConfirmedReportsAsync(report.ContractId, cancellationToken));
        var users = report.Steps.Select(s => s.By).Concat(report.Writers).Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        return true;
    }
}
