using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
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

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Bên chịu phần chênh: where less support was appraised than asked, the writing unit says who pays the rest or what is cut.</summary>
[Allow(Act.EditProject)]
public sealed class CoverModel(KhuyenCongDb db, Viewer viewer, PlanBook book, DraftBox drafts) : PageModel
{
    public const string Draft = "phan-chenh";

    private ProjectMover mover = null!;

    public Project Project { get; private set; } = null!;

    public ApprovalBatch Batch { get; private set; } = null!;

    public PlanItem Item { get; private set; } = null!;

    /// <summary>The version of the batch that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    [BindProperty]
    public CoverForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } answer)
        {
            return answer;
        }

        Form.Counterpart = Item.Gap > Dong.Zero ? Item.Gap : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } answer)
        {
            return answer;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ruling = await book.CoverAsync(Batch.ApprovalBatchId, BaseVersion, Item.PlanItemId, Form.Read(Project), mover, cancellationToken);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is null)
        {
            return await LoadAsync(id, cancellationToken) ?? Page();
        }

        await this.EndDraftAsync(drafts, Draft, $"{Item.PlanItemId}");
        TempData.Say("Đã ghi bên chịu phần chênh; nguồn và chi phí đã cân.");
        return LocalRedirect($"/de-an/{id}");
    }

    /// <summary>The answer where there is nothing to say; null where the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeProjects.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(p => p.ProjectId == id, cancellationToken) is not { } project)
        {
            return NotFound();
        }

        (Project, mover) = (project, await viewer.AsProjectMoverAsync(db, cancellationToken));
        if (!mover.May(Act.EditProject, project))
        {
            return this.Refuse("project.not-allowed");
        }

        // The plan itself need not be open to whoever wrote one of its projects.
        if (await db.WholeBatches.AsNoTracking().OrderBy(b => b.Year).FirstOrDefaultAsync(b => b.Items.Any(i => i.LiveProjectId == id && i.State == PlanItemState.Proposed), cancellationToken) is not { } batch
            || batch.Items.Single(i => i.LiveProjectId == id) is not { Lowered: { } lowered, State: PlanItemState.Proposed } item || lowered <= Dong.Zero)
        {
            return this.Refuse("plan.no-difference");
        }

        (Batch, Item) = (batch, item);
        return null;
    }
}
