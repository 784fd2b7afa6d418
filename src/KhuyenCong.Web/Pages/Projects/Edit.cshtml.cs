using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.ProgrammeEntry;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Sửa hồ sơ: the same form; while more is awaited, only the named sections. What somebody else saved meanwhile is kept beside one's own changes.</summary>
[Allow(Act.EditProject)]
public sealed class EditModel(KhuyenCongDb db, Viewer viewer, ProjectDesk desk, ShownText shown, DraftBox drafts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    [BindProperty(Name = "tim-co-so")]
    public string? Search { get; set; }

    public Project Project { get; private set; } = null!;

    public ProjectDesk Desk => desk;

    /// <summary>Fields that somebody else saved differently meanwhile, to choose between.</summary>
    public IReadOnlyList<FieldChange> Conflicts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form = ProjectForm.Of(Project.Text);
        Form.Id = id;
        (Form.BaseVersion, Form.Base) = (Project.Version, shown.Seal(Project));
        await desk.LoadAsync(Form, Project, cancellationToken);
        var drafted = await DraftRows.OfAsync(db, viewer.UserId, NewModel.Draft, $"{id}", cancellationToken);
        Form.AddRows(clock, Math.Max(Form.WorkPlan.Count + 1, drafted.WorkPlan), Math.Max(Form.Lines.Count + 1, drafted.Lines), Math.Max(Form.Machines.Count + 1, drafted.Machines));
        return Page();
    }

    /// <param name="id">The project.</param>
    /// <param name="chia">The line to be split; null = more blank rows.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task<IActionResult> OnPostRowsAsync(Guid id, int? chia, CancellationToken cancellationToken) =>
        await ShowAgainAsync(id, cancellationToken) ?? Do(() => Form.Grow(chia, ModelState, clock));

    public async Task<IActionResult> OnPostFindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ShowAgainAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await desk.FindAsync(Search ?? "", cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, Guid establishment, CancellationToken cancellationToken)
    {
        if (await ShowAgainAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await desk.AddAsync(establishment, cancellationToken);
        // What the registry filled in is shown, not the empty fields that came in.
        ModelState.Remove("Form.ImplementingUnit");
        ModelState.Remove("Form.CommuneCode");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ShowAgainAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var isOvertaken = Form.BaseVersion != Project.Version;
        if (isOvertaken && !ModelState.IsValid)
        {
            return Page();
        }

        if ((isOvertaken ? await MergeAsync(cancellationToken) : desk.Read(Project)) is not { } text)
        {
            return Page();
        }

        var ruling = ProjectWriting.Edit(Project, text, desk.Mover, clock);
        if (isOvertaken && ruling.Event is null)
        {
            await ShowMergedAsync(id, text, cancellationToken);
        }

        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is { } field ? Form.FieldOf(field) : null }));
        if (ruling.Event is not { } edited || !ModelState.IsValid)
        {
            return Page();
        }

        Project.Apply(edited);
        db.Because("project.edited");
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, NewModel.Draft, $"{id}");
        TempData.Say(isOvertaken ? "Đã lưu hồ sơ, cùng với những thay đổi người khác vừa lưu." : "Đã lưu hồ sơ.");
        return LocalRedirect($"/de-an/{id}");
    }

    /// <summary>What both changed together; null where somebody has to choose first, or where it is not known what the form had shown.</summary>
    private async Task<ProjectText?> MergeAsync(CancellationToken cancellationToken)
    {
        if (shown.Open(Project, Form.Base) is not { } known)
        {
            Form.BaseVersion = Project.Version;
            ModelState.AddModelError("", Messages.For("edit.conflict"));
            return null;
        }

        var theirs = Project.Text;
        await desk.LoadAsync(Form, Project, [.. known.Beneficiaries.Concat(theirs.Beneficiaries).DistinctBy(b => b.BeneficiaryId)], cancellationToken);
        var mine = desk.Read(Project, known);
        if (ProjectMerge.ThreeWay(known, mine, theirs, Form.SeenVersion == Project.Version ? ConflictTable.Read(Request.Form) : null).Text is { } merged)
        {
            return merged;
        }

        var conflicts = new ProjectConflicts(desk, mine, theirs);
        Conflicts = [.. ProjectMerge.ThreeWay(known, mine, theirs).Conflicts.Select(conflicts.Tell)];
        Form.SeenVersion = Project.Version;
        ModelState.AddModelError("", Messages.For("project.both-changed", Conflicts.Count));
        return null;
    }

    /// <summary>Two sound changes may not fit together (a sum of sources): then what was merged is shown, to be mended.</summary>
    private async Task ShowMergedAsync(Guid id, ProjectText text, CancellationToken cancellationToken)
    {
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Form.", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        Form = ProjectForm.Of(text);
        (Form.Id, Form.BaseVersion, Form.Base) = (id, Project.Version, shown.Seal(Project));
        await desk.LoadAsync(Form, Project, [.. text.Beneficiaries.Concat(Project.Text.Beneficiaries).DistinctBy(b => b.BeneficiaryId)], cancellationToken);
        Form.AddRows(clock, Form.WorkPlan.Count + 1, Form.Lines.Count + 1, Form.Machines.Count + 1);
    }

    private PageResult Do(Action work)
    {
        work();
        return Page();
    }

    private async Task<IActionResult?> ShowAgainAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form.Id = id;
        Form.Identify(clock);
        await desk.LoadAsync(Form, Project, cancellationToken);
        return null;
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeProjects.VisibleTo(viewer, db).SingleOrDefaultAsync(p => p.ProjectId == id, cancellationToken) is not { } project)
        {
            return NotFound();
        }

        Project = project;
        var mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        return !mover.May(Act.EditProject, project) ? this.Refuse("project.not-allowed")
            : !project.IsEditable ? this.Refuse("project.closed")
            : null;
    }
}
