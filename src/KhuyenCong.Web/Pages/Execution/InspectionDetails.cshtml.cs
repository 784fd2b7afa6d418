using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
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
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>One inspection: what was seen, what was asked for, and each finding followed until somebody other than who answered closes it.</summary>
[Allow(Act.ViewProjects)]
public sealed class InspectionDetailsModel(KhuyenCongDb db, Viewer viewer, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();
    private Dictionary<Guid, ReportedContract> contracts = [];
    private ProjectMover mover = null!;

    public Inspection Inspection { get; private set; } = null!;

    public InspectionSight Sight { get; private set; } = null!;

    /// <summary>Whether it is the viewer's office's inspection.</summary>
    public bool IsTheirs { get; private set; }

    public bool MayRecord => IsTheirs && Inspection.State is InspectionState.Scheduled;

    public bool MayFind => IsTheirs && Inspection.State is InspectionState.Recorded;

    public DateOnly Today => clock.Today;

    public IEnumerable<SelectListItem> Projects => Sight.Projects.Select(p => new SelectListItem($"{p.Code}: {p.Title}", p.ProjectId.ToString()));

    public IEnumerable<SelectListItem> Establishments => Sight.Projects.SelectMany(p => p.Beneficiaries).DistinctBy(b => b.EstablishmentId).Select(b => new SelectListItem(b.Name, b.EstablishmentId.ToString()));

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<FindingKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    [BindProperty]
    public InspectionForm Form { get; set; } = new();

    [BindProperty]
    public FindingForm Finding { get; set; } = new();

    [BindProperty]
    public FindingMoveForm Move { get; set; } = new();

    /// <summary>The finding whose form was sent and refused.</summary>
    public Guid? Moving { get; private set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = InspectionForm.Of(Inspection);
        Form.On = Inspection.On > Today ? Today : Inspection.On;
        return Page();
    }

    [Allow(Act.InspectProject)]
    public async Task<IActionResult> OnPostRecordAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Require(Form.On, "Form.On", Messages.For("edit.required"));
        var unfit = await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken);
        ModelState.AddBreaches(unfit is null ? [] : [unfit]);
        var ruling = Inspecting.Record(Inspection, Form.Read(Form.On ?? Today), Form.Seen, viewer.AsPlanMover(), clock);
        if (Refused(ruling.Breaches, nameof(Form)) is { } refusal)
        {
            return refusal;
        }

        if (ruling.Event is not { } recorded || !ModelState.IsValid)
        {
            return Page();
        }

        var (sha, notKept) = await files.KeepPdfAsync(Inspection.ProvinceCode, Upload, nameof(Upload), cancellationToken);
        if (notKept is not null)
        {
            ModelState.AddBreaches([notKept]);
            return Page();
        }

        Inspection.Apply(recorded with { FileSha = sha, FileName = Upload is null ? null : FileNames.Clean(Upload.FileName) });
        db.Because("inspection.recorded");
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, "kiem-tra-ket-qua", $"{id}");
        TempData.Say("Đã ghi kết quả kiểm tra. Ghi tiếp từng kiến nghị nếu có.");
        return LocalRedirect($"/kiem-tra/{id}");
    }

    [Allow(Act.InspectProject)]
    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var ruling = Inspecting.Cancel(Inspection, Reason, viewer.AsPlanMover(), clock);
        if (Refused(ruling.Breaches, null) is { } refusal)
        {
            return refusal;
        }

        if (ruling.Event is not { } cancelled || !ModelState.IsValid)
        {
            return Page();
        }

        Inspection.Apply(cancelled);
        db.Because("inspection.cancelled", cancelled.Reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã hủy cuộc kiểm tra.", "warn");
        return LocalRedirect($"/kiem-tra/{id}");
    }

    [Allow(Act.InspectProject)]
    public async Task<IActionResult> OnPostFindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Require(Finding.DueOn, "Finding.DueOn", Messages.For("finding.due-missing"));
        var text = new FindingText(Finding.ProjectId ?? Guid.Empty, Finding.Kind, Finding.Content ?? "", Finding.Responsible ?? "", Finding.DueOn ?? DateOnly.MaxValue, Finding.EstablishmentId);
        var beneficiaries = Sight.Projects.FirstOrDefault(p => p.ProjectId == text.ProjectId)?.Beneficiaries.Select(b => b.EstablishmentId).ToHashSet() ?? [];
        var ruling = Inspecting.Find(Inspection, Uuid.New(clock), text, beneficiaries, viewer.AsPlanMover(), clock);
        if (Refused(ruling.Breaches, nameof(Finding)) is { } refusal)
        {
            return refusal;
        }

        if (ruling.Event is not { } added || !ModelState.IsValid)
        {
            return Page();
        }

        Inspection.Apply(added);
        db.Because("finding.added");
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, "kien-nghi-kiem-tra", $"{id}");
        TempData.Say($"Đã ghi kiến nghị, hạn {text.DueOn.Text()}.");
        return LocalRedirect($"/kiem-tra/{id}#kien-nghi");
    }

    /// <summary>Answers, asks for more, closes.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid muc, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Sight.Findings.FirstOrDefault(f => f.InspectionFindingId == muc) is not { } finding || Move.Action is not { } action)
        {
            return NotFound();
        }

        Moving = muc;
        if (BaseVersion != Inspection.Version)
        {
            ModelState.AddBreaches([new("edit.conflict")]);
        }

        var ruling = Inspecting.Move(finding, action, Move.Note, action is FindingAction.Return ? Move.DueOn : null, act => May(act, finding), viewer.UserId, IsConcerned(finding), clock);
        if (ruling.Breaches.Any(b => b.Code == "finding.not-allowed"))
        {
            return this.Refuse("finding.not-allowed");
        }

        // Each finding has a form of its own: a fault is told at the top, not in every one of them.
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = null }));
        if (ruling.Event is not { } moved || !ModelState.IsValid)
        {
            return Page();
        }

        Inspection.Apply(moved);
        db.Because("finding.moved", action.Done());
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"{action.Done()} số {finding.Number}.");
        return LocalRedirect($"/kiem-tra/{id}#kien-nghi");
    }

    /// <summary>The signed minutes.</summary>
    public async Task<IActionResult> OnGetMinutesAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) && Sight.IsWhole && Inspection.FileSha is { } sha && await files.OpenAsync(Inspection.ProvinceCode, sha, cancellationToken) is { } content
            ? new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = Inspection.FileName ?? "bien-ban.pdf", EnableRangeProcessing = true }
            : NotFound();

    public string Who(Guid? userId) => userId is { } id ? people.GetValueOrDefault(id, "—") : "—";

    public string Establishment(Guid? id) => Sight.Projects.SelectMany(p => p.Beneficiaries).FirstOrDefault(b => b.EstablishmentId == id)?.Name ?? "—";

    public string ProjectOf(InspectionFinding finding) => Sight.Projects.FirstOrDefault(p => p.ProjectId == finding.ProjectId)?.Title ?? "—";

    /// <summary>The buttons of one finding: whoever answered does not judge it.</summary>
    public IReadOnlyList<FindingAction> Offered(InspectionFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return [.. FindingStates.Offered(finding, act => May(act, finding)).Where(a => a is FindingAction.Answer || (!finding.Answerers.Contains(viewer.UserId) && !IsConcerned(finding)))];
    }

    private bool May(Act act, InspectionFinding finding) => act is Act.InspectProject ? IsTheirs : contracts.TryGetValue(finding.ProjectId, out var of) && mover.May(act, of);

    private bool IsConcerned(InspectionFinding finding) => contracts.TryGetValue(finding.ProjectId, out var of) && mover.IsConcerned(of);

    private IActionResult? Refused(IReadOnlyList<Breach> breaches, string? prefix)
    {
        if (breaches.Any(b => b.Code == "inspection.not-allowed"))
        {
            return this.Refuse("inspection.not-allowed");
        }

        if (BaseVersion != Inspection.Version)
        {
            ModelState.AddBreaches([new("edit.conflict")]);
        }

        ModelState.AddBreaches(breaches, prefix);
        return null;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeInspections.VisibleTo(viewer, db).SingleOrDefaultAsync(i => i.InspectionId == id, cancellationToken) is not { } inspection)
        {
            return false;
        }

        Inspection = inspection;
        mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        var ids = inspection.Projects.Select(p => p.ProjectId).ToList();
        var seen = await InspectionSight.ProjectsAsync(db, viewer, ids, cancellationToken);
        Sight = new(inspection, seen, mover);
        IsTheirs = viewer.AsPlanMover().May(Act.InspectProject, inspection.Regime, inspection.CommuneCode ?? "");
        var named = inspection.Projects.Select(p => p.ContractId).OfType<Guid>().ToList();
        var signed = await db.Contracts.AsNoTracking().Where(c => named.Contains(c.ContractId)).ToListAsync(cancellationToken);
        contracts = signed.Where(c => seen.ContainsKey(c.ProjectId)).GroupBy(c => c.ProjectId).ToDictionary(g => g.Key, g => ExecutionBook.Of(g.First(), seen[g.Key]));
        List<Guid> users = [inspection.CreatedBy, .. inspection.Findings.SelectMany(f => new[] { f.AnsweredBy, f.ClosedBy }).OfType<Guid>()];
        people = await db.NamesAsync(users, cancellationToken);
        return true;
    }
}
