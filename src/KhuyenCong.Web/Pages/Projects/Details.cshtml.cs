using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Appraisals;
using KhuyenCong.Web.Pages.Contracts;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Procedures;
using KhuyenCong.Web.Pages.Programmes;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>One dossier, one page: money, papers, self-check, double support, its way; the state table says which buttons there are and guards what they send.</summary>
[Allow(Act.ViewProjects)]
public sealed partial class DetailsModel(KhuyenCongDb db, Viewer viewer, ProjectBook book, FileStore files, DraftBox drafts, ProgrammeCache programmes, KeptCommunes kept, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();
    private Dictionary<string, string> communes = [];
    private Project? listed;

    public Project Project { get; private set; } = null!;

    public ProjectMover Mover { get; private set; } = null!;

    public IReadOnlyList<ProjectAction> Offered { get; private set; } = [];

    public ProjectAction? Chosen { get; private set; }

    public IReadOnlyList<CheckedPart> Checks { get; private set; } = [];

    public IReadOnlyList<SuspectRow> Suspects { get; private set; } = [];

    public IReadOnlyList<(string Code, string Name)> Required { get; private set; } = [];

    public string? ProgrammeContent { get; private set; }

    public Target? Target { get; private set; }

    /// <summary>For whoever writes it: a plan appraised less support than was asked.</summary>
    public PlanItem? Lowered { get; private set; }

    public DateOnly Today => clock.Today;

    public AppraisalLook Appraisal { get; private set; } = AppraisalLook.None;

    public ProjectContracts Contracts { get; private set; } = ProjectContracts.None;

    public ProjectProcedure Procedure { get; private set; } = ProjectProcedure.None;

    /// <summary>The rows that the viewer reads.</summary>
    public ProjectSight Sight { get; private set; } = null!;

    public bool MayEdit => Project.IsEditable && Mover.May(Act.EditProject, Project);

    public bool MayAddPapers => MayEdit && Project.EditableSections.HasFlag(ProjectSections.Papers);

    /// <summary>Who compares with the dossiers of others: those who receive and judge, never the filer.</summary>
    public bool SeesSuspects => viewer.Can(Act.ReceiveProject);

    public bool MayResolve => SeesSuspects && Mover.May(Act.ReceiveProject, Project) && !IsTheirOwn;

    private bool IsTheirOwn => Mover.HasInterest(Project) || (listed is not null && Mover.HasInterest(listed));

    /// <summary>Who agreed is for those who write it and for officers with the duty, in all of its communes.</summary>
    public bool SeesConsent => Mover.IsTheirs(Project)
        || viewer.Reach(Act.ViewPersonalData) is Scope.Province || (viewer.Reach(Act.ViewPersonalData) is Scope.Commune && Project.Communes.All(viewer.CommuneCodes.Contains));

    public IEnumerable<SelectListItem> MachineChoices => Project.Machines.OrderBy(m => m.Order).Select(m => new SelectListItem($"{string.Join(", ", new[] { m.Name, m.Model }.OfType<string>())}{(m.IsSelfMade ? " (tự chế tạo)" : "")}", m.ProjectMachineId.ToString()));

    /// <summary>A seat in the appraisal opens the dossier, not the money that comes after.</summary>
    public bool SeesMoney { get; private set; }

    public bool MayCopy => viewer.Can(Act.EditProject) && Sight.IsWhole;

    public IReadOnlyList<Breach> Imbalances => [.. EstimateRules.Imbalances(Project.Text.Lines), .. SupportSchedule.Imbalances(Project.Text)];

    [BindProperty]
    public MoveForm Move { get; set; } = new();

    [BindProperty]
    public PaperForm Paper { get; set; } = new();

    [BindProperty]
    public ResolutionForm Resolution { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, ProjectAction? viec, CancellationToken cancellationToken)
    {
        if (await viewer.ReadProjectAsync(db, id, cancellationToken) is not { } project)
        {
            return NotFound();
        }

        await ShowAsync(project, viec, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] ProjectAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action || action.IsOfAppraisal() || action.IsOfBeneficiaryList())
        {
            return NotFound();
        }

        ForgetOthers(nameof(Move));
        var sections = Move.Sections.Select(s => Enum.TryParse<ProjectSections>(s, out var section) ? section : ProjectSections.None).Aggregate(ProjectSections.None, (all, one) => all | one);
        var ruling = ProjectMoves.Of(Project, Uuid.New(clock), new(action, Blank(Move.Note), sections, Move.Deadline), Mover, [.. Checks.Select(c => c.Answer)], clock);
        if (ruling.Breaches.Any(b => b.Code == "project.not-allowed"))
        {
            return this.Refuse("project.not-allowed");
        }

        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is "Note" or "Sections" or "Deadline" ? $"{nameof(Move)}.{b.Field}" : null }));
        if (ruling.Event is not { } moved || !ModelState.IsValid)
        {
            return Page();
        }

        await book.RecordAsync(Project, moved, action.Done(), cancellationToken);
        await this.EndDraftAsync(drafts, $"de-an-{action}", $"{id}");
        TempData.Say($"{action.Done()}: {Project.Code ?? Project.Title}.");
        return LocalRedirect($"/de-an/{id}");
    }

    public async Task<IActionResult> OnPostPaperAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        ForgetOthers(nameof(Paper));
        if (RefusedPapers() is { } refusal)
        {
            return refusal;
        }

        var code = Required.Any(r => r.Code == Paper.Code) ? Paper.Code : null;
        var name = Blank(Paper.Name) ?? (code is null ? null : Required.First(r => r.Code == code).Name);
        ModelState.Require(name, "Paper.Name", Messages.For("paper.name-missing"));
        ModelState.Require(Paper.File, "Paper.File", Messages.For("paper.file-missing"));
        ModelState.AddBreaches(MachinePapers.Faults(Project, Paper.Machine, code), nameof(Paper));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (staged, fault) = await files.StageAsync(Project.ProvinceCode, Paper.File!, "Paper.File", cancellationToken);
        if (staged is null)
        {
            ModelState.AddBreaches(fault is null ? [] : [fault]);
            return Page();
        }

        await db.WriteAsync(
            _ => Task.CompletedTask,
            async () =>
            {
                await files.MustReferAsync(Project.ProvinceCode, staged.Sha256, cancellationToken);
                Project.Apply(new PaperAttached(Uuid.New(clock), code, name!, staged.Sha256, staged.FileName, staged.Size, staged.MediaType, Blank(Paper.InvoiceNumber), Paper.Machine, viewer.DisplayName, viewer.UserId, clock.UtcNow));
                db.Because("project.paper-attached");
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        TempData.Say($"Đã kèm “{name}”.");
        return LocalRedirect($"/de-an/{id}#giay-to");
    }

    public async Task<IActionResult> OnPostRemovePaperAsync(Guid id, Guid giay, string? lyDo, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken) || Project.Papers.FirstOrDefault(p => p.ProjectPaperId == giay) is not { } paper)
        {
            return NotFound();
        }

        if (RefusedPapers() is { } refusal)
        {
            return refusal;
        }

        await db.WriteAsync(
            _ => Task.CompletedTask,
            async () =>
            {
                await files.TakeOffAsync(db, Project.StepCount > 0, new(
                    Uuid.New(clock), Project.ProvinceCode, id, RemovedPaperKind.Project, id,
                    paper.Name, paper.FileName, paper.MediaType, paper.Sha256, paper.AddedAt, viewer.UserId, viewer.DisplayName, lyDo, clock.UtcNow), cancellationToken);
                Project.Apply(new PaperRemoved(giay, viewer.UserId, clock.UtcNow));
                db.BecauseTyped("project.paper-removed", lyDo);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        TempData.Say($"Đã gỡ “{paper.Name}”.");
        return LocalRedirect($"/de-an/{id}#giay-to");
    }

    public async Task<IActionResult> OnPostResolveAsync(Guid id, Guid khoan, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        if (!MayResolve)
        {
            return this.Refuse(SeesSuspects && IsTheirOwn ? "appraisal.own-dossier" : "project.not-allowed");
        }

        ForgetOthers(nameof(Resolution));
        if (Suspects.FirstOrDefault(s => s.Candidate.SourceId == khoan) is not { } suspect)
        {
            ModelState.AddModelError("", Messages.For("support.gone"));
            return Page();
        }

        var ruling = DoubleSupport.Resolve(Uuid.New(clock), id, suspect.Candidate, Resolution.Outcome, Resolution.Reason, viewer.DisplayName, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches, nameof(Resolution));
        if (ruling.Event is not { } resolved)
        {
            return Page();
        }

        db.DoubleSupportResolutions.Add(DoubleSupportResolution.From(resolved, Project.ProvinceCode));
        db.Because("project.double-support-resolved", resolved.Reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã ghi kết luận.");
        return LocalRedirect($"/de-an/{id}#nghi-trung");
    }

    public string Who(Guid userId) => people.GetValueOrDefault(userId, "—");

    public string Commune(string? code) => code is null ? "—" : communes.GetValueOrDefault(code, code);

    private IActionResult? RefusedPapers() => ProjectWriting.PaperFaults(Project, Mover) is [var first, ..] ? this.Refuse(first.Code) : null;

    /// <summary>The project as a form changes it.</summary>
    private async Task<bool> LoadAsync(Guid id, ProjectAction? wanted, CancellationToken cancellationToken)
    {
        if (await db.WholeProjects.VisibleTo(viewer, db).SingleOrDefaultAsync(p => p.ProjectId == id, cancellationToken) is not { } project)
        {
            return false;
        }

        await ShowAsync(project, wanted, cancellationToken);
        return true;
    }

    private async Task ShowAsync(Project project, ProjectAction? wanted, CancellationToken cancellationToken)
    {
        Project = project;
        Mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        Sight = new(project, Mover);
        SeesMoney = Sight.IsWhole && (!viewer.Can(Act.GiveOpinion) || viewer.SurelySees(project.State) || await db.Projects.VisibleTo(viewer, db, seated: false).AnyAsync(p => p.ProjectId == project.ProjectId, cancellationToken));
        var shared = await db.SharedBookAsync(cancellationToken);
        var establishments = await book.EstablishmentsAsync(project, cancellationToken);
        Checks = [.. book.Check(project, establishments.ToDictionary(e => e.EstablishmentId, e => e.LegalForm), shared.Norms).Where(c => Sight.IsWhole || c.Beneficiary is null || Sight.Beneficiaries.Contains(c.Beneficiary))];
        Required = [.. Checks.SelectMany(c => c.Papers).Select(p => (p.Paper.Code, p.Paper.Name)).Concat(ProjectPapers.OfMachines(project)).DistinctBy(p => p.Code)];
        Procedure = await ProjectProcedure.OfAsync(db, project, shared, clock.Today, cancellationToken);
        var users = project.Steps.Select(s => s.By).Append(project.CreatedBy).Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        communes = (await kept.OfAsync(db, project.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        if (project.ProgrammeId is { } programme && shared.Programmes.TryGetValue(programme, out var version))
        {
            var text = await programmes.TextAsync(db.ProgrammeVersions, version.VersionId, version.Stamp);
            ProgrammeContent = $"{text.Title}: {project.ProgrammeContentCode}. {text.Contents.FirstOrDefault(c => c.Code == project.ProgrammeContentCode)?.Name}";
        }

        Lowered = project.State is ProjectState.Appraised && Mover.May(Act.EditProject, project) ? await book.LoweredAsync(project.ProjectId, cancellationToken) : null;
        Contracts = await ProjectContracts.OfAsync(db, viewer, project, cancellationToken);
        Appraisal = await AppraisalLook.OfAsync(db, viewer, project, Mover, cancellationToken);
        Target = project.TargetId is { } target ? await db.Targets.AsNoTracking().SingleOrDefaultAsync(t => t.TargetId == target, cancellationToken) : null;
        Suspects = SeesSuspects && project.Nature is ProjectNature.Grant ? await SuspectsAsync(project, establishments, cancellationToken) : [];
        Offered = [.. ProjectStates.Offered(project, Mover).Where(a => !a.IsOfAppraisal() && !a.IsOfBeneficiaryList())];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Count > 0 && Offered[0] is not ProjectAction.Withdraw ? Offered[0] : null;
    }
}
