using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Hủy kết luận: first what it touches, then the reason; both states stay on record.</summary>
[Allow(Act.ConcludeAppraisal)]
public sealed class UndoModel(KhuyenCongDb db, Viewer viewer, AppraisalBook book, TimeProvider clock) : PageModel
{
    public Appraisal Appraisal { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public string? Plan { get; private set; }

    public int OpenConditions => Appraisal.Conditions.Count(c => c.AppraisalConclusionId == Appraisal.Conclusion!.AppraisalConclusionId && c.State is ConditionState.Open);

    public int MetConditions => Appraisal.Conditions.Count(c => c.AppraisalConclusionId == Appraisal.Conclusion!.AppraisalConclusionId && c.State is ConditionState.Met);

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ?? Page();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => db.WriteAppraisalAsync(
        id,
        async () =>
        {
            if (await LoadAsync(id, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            var standing = await book.StandingAsync(Appraisal, Project, cancellationToken);
            var moved = ProjectMoves.Of(Project, Uuid.New(clock), new(ProjectAction.UndoConclusion, Reason?.Trim()), await viewer.AsProjectMoverAsync(db, cancellationToken), [], clock, standing);
            var ruling = Concluding.Undo(Appraisal, viewer.DisplayName, Reason, clock.UtcNow);
            ModelState.AddBreaches(moved.Breaches.Where(b => b.Code is not "project.reason-missing").Select(b => b with { Field = null }));
            ModelState.AddBreaches(ruling.Breaches);
            if (moved.Event is not { } step || ruling.Event is not { } undone)
            {
                return Page();
            }

            Appraisal.Apply(undone);
            Project.Apply(step);
            db.Because("appraisal.conclusion-undone", undone.Reason);
            await db.SaveChangesAsync(cancellationToken);
            TempData.Say("Đã hủy kết luận; kết luận cũ vẫn còn trong lịch sử.");
            return LocalRedirect($"/tham-dinh/{id}");
        },
        cancellationToken);

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeAppraisals.VisibleTo(viewer).SingleOrDefaultAsync(a => a.AppraisalId == id, cancellationToken) is not { } appraisal)
        {
            return NotFound();
        }

        Appraisal = appraisal;
        if (!viewer.MayOrganise(Act.ConcludeAppraisal, appraisal.CommuneCode))
        {
            return this.Refuse("project.not-allowed");
        }

        if (appraisal.Conclusion is null)
        {
            return this.Refuse("appraisal.wrong-state");
        }

        Project = await db.WholeProjects.SingleAsync(p => p.ProjectId == appraisal.ProjectId, cancellationToken);
        Plan = await book.PlanThatHoldsAsync(appraisal.ProjectId, cancellationToken);
        return null;
    }
}
