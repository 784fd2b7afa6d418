using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Sửa hồ sơ: the same form; while more is awaited, only the named sections.</summary>
[Allow(Act.EditProject)]
public sealed class EditModel(KhuyenCongDb db, Viewer viewer, ProjectDesk desk, DraftBox drafts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    [BindProperty(Name = "tim-co-so")]
    public string? Search { get; set; }

    public Project Project { get; private set; } = null!;

    public ProjectDesk Desk => desk;

    /// <summary>Somebody else saved meanwhile.</summary>
    public bool IsOvertaken { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form = ProjectForm.Of(Project.Text);
        Form.Id = id;
        Form.BaseVersion = Project.Version;
        await desk.LoadAsync(Form, Project, cancellationToken);
        var drafted = await DraftRows.OfAsync(db, viewer.UserId, NewModel.Draft, $"{id}", cancellationToken);
        Form.AddRows(clock, Math.Max(Form.WorkPlan.Count + 1, drafted.WorkPlan), Math.Max(Form.Lines.Count + 1, drafted.Lines), Math.Max(Form.Machines.Count + 1, drafted.Machines));
        return Page();
    }

    public async Task<IActionResult> OnPostRowsAsync(Guid id, CancellationToken cancellationToken) =>
        await ShowAgainAsync(id, cancellationToken) ?? Do(() => Form.AddRows(clock, Form.WorkPlan.Count + 3, Form.Lines.Count + 5, Form.Machines.Count + 2));

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

        if (Form.BaseVersion != Project.Version)
        {
            IsOvertaken = true;
            ModelState.Remove("Form.BaseVersion");
            Form.BaseVersion = Project.Version;
            ModelState.AddModelError("", Messages.For("edit.conflict"));
            return Page();
        }

        var ruling = ProjectWriting.Edit(Project, desk.Read(Project), desk.Mover, clock);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is { } field ? Form.FieldOf(field) : null }));
        if (ruling.Event is not { } edited || !ModelState.IsValid)
        {
            return Page();
        }

        Project.Apply(edited);
        db.Because("project.edited");
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, NewModel.Draft, $"{id}");
        TempData.Say("Đã lưu hồ sơ.");
        return LocalRedirect($"/de-an/{id}");
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
