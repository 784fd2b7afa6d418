using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Lập đề án: one form, from nothing, from an establishment or from an earlier project.</summary>
[Allow(Act.EditProject)]
public sealed class NewModel(KhuyenCongDb db, Viewer viewer, ProjectDesk desk, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "de-an";

    [BindProperty(SupportsGet = true, Name = "co-so")]
    public Guid? EstablishmentId { get; set; }

    /// <summary>The project to copy from.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public Guid? FromId { get; set; }

    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    [BindProperty(Name = "tim-co-so")]
    public string? Search { get; set; }

    public ProjectDesk Desk => desk;

    /// <summary>The project copied from, in words.</summary>
    public string? Source { get; private set; }

    public string DraftSubject => $"moi-{EstablishmentId?.ToString("N") ?? FromId?.ToString("N") ?? "trong"}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (FromId is { } from)
        {
            if (await db.WholeProjects.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(p => p.ProjectId == from, cancellationToken) is not { } earlier
                || !(await viewer.AsProjectMoverAsync(db, cancellationToken)).ReadsWhole(earlier))
            {
                return NotFound();
            }

            Source = $"{earlier.Code ?? "bản nháp"}: {earlier.Title}";
            Form = ProjectForm.Of(ProjectCopy.Of(earlier.Text, clock.Today.Year + 1, clock));
        }

        Form.Kind ??= ProjectKind.Provincial;
        Form.Nature ??= ProjectNature.Grant;
        Form.Year ??= clock.Today.Year + 1;
        await desk.LoadAsync(Form, null, cancellationToken);
        if (EstablishmentId is { } establishment && !await desk.AddAsync(establishment, cancellationToken))
        {
            return NotFound();
        }

        if (EstablishmentId is null && FromId is null)
        {
            foreach (var own in desk.Mover.OwnEstablishments)
            {
                await desk.AddAsync(own, cancellationToken);
            }

            Form.ImplementingUnit ??= viewer.Reach(Act.EditProject) is Scope.Own ? viewer.OrganisationName : null;
        }

        var drafted = await DraftRows.OfAsync(db, viewer.UserId, Draft, DraftSubject, cancellationToken);
        Form.AddRows(clock, Math.Max(Form.WorkPlan.Count + 2, drafted.WorkPlan), Math.Max(Form.Lines.Count + 2, drafted.Lines), Math.Max(Form.Machines.Count + 1, drafted.Machines));
        return Page();
    }

    /// <summary>More blank rows, or of one line a line for each establishment; everything typed stays.</summary>
    /// <param name="chia">The line to be split; null = more blank rows.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task<IActionResult> OnPostRowsAsync(int? chia, CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        Form.Grow(chia, ModelState, clock);
        return Page();
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        await desk.FindAsync(Search ?? "", cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(Guid establishment, CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        await desk.AddAsync(establishment, cancellationToken);
        // What the registry filled in is shown, not the empty fields that came in.
        ModelState.Remove("Form.ImplementingUnit");
        ModelState.Remove("Form.CommuneCode");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ShowAgainAsync(cancellationToken);
        var (id, text) = (Form.Id, desk.Read(null));
        if (id != Guid.Empty && await db.Projects.AnyAsync(p => p.ProjectId == id && p.CreatedBy == viewer.UserId, cancellationToken))
        {
            return await DoneAsync(id);
        }

        var ruling = ProjectWriting.Draft(Form.Id, viewer.ProvinceCode, text, desk.Mover, clock);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is { } field ? Form.FieldOf(field) : null }));
        if (ruling.Event is not { } drafted || !ModelState.IsValid)
        {
            return Page();
        }

        db.Projects.Add(Project.From(drafted));
        db.Because("project.drafted");
        await db.SaveChangesAsync(cancellationToken);
        return await DoneAsync(drafted.ProjectId);
    }

    private async Task<IActionResult> DoneAsync(Guid id)
    {
        await this.EndDraftAsync(drafts, Draft, DraftSubject);
        TempData.Say("Đã lưu bản nháp. Hãy kèm giấy tờ, xem phần tự kiểm tra rồi nộp.");
        return LocalRedirect($"/de-an/{id}");
    }

    private async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        Form.Identify(clock);
        await desk.LoadAsync(Form, null, cancellationToken);
    }
}
