using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Projects;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Kết luận thẩm định: the leader concludes what the appraisal found; the project's table says whether it may be.</summary>
[Allow(Act.ConcludeAppraisal)]
public sealed class ConcludeModel(KhuyenCongDb db, Viewer viewer, AppraisalBook book, ProjectBook projects, TimeProvider clock) : PageModel
{
    public Appraisal Appraisal { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public SupportCaps Caps { get; private set; } = null!;

    public AppraisalStanding Standing { get; private set; } = AppraisalStanding.None;

    [BindProperty]
    public EndingForm Ending { get; set; } = new();

    /// <summary>What the council signed is not typed again.</summary>
    public bool IsCouncil => Appraisal.Mode is AppraisalMode.Council;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Ending.Passes = Appraisal.Result is not AppraisalVote.Fail;
        Ending.Reason = Appraisal.ResultReason;
        Ending.Fill(Appraisal.Supported);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => db.WriteAppraisalAsync(
        id,
        async () =>
        {
            if (await LoadAsync(id, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            if (Ending.Passes is not { } passes)
            {
                ModelState.AddModelError("Ending.Passes", Messages.For("appraisal.vote-missing"));
                return Page();
            }

            var move = new ProjectMove(passes ? ProjectAction.ConcludePassed : ProjectAction.ConcludeNotPassed, string.IsNullOrWhiteSpace(Ending.Reason) ? null : Ending.Reason.Trim());
            var moved = ProjectMoves.Of(Project, Uuid.New(clock), move, await viewer.AsProjectMoverAsync(db, cancellationToken), [], clock, Standing);
            var ruling = Concluding.Conclude(Appraisal, Uuid.New(clock), passes, Ending.Reason, Ending.Read(), Ending.Lines, Caps, (viewer.UserId, viewer.DisplayName), () => Uuid.New(clock), clock.UtcNow);
            ModelState.AddBreaches(moved.Breaches.Where(b => b.Code is not "project.reason-missing").Select(b => b with { Field = null }));
            // A step that the project's table refuses has its reason there.
            ModelState.AddBreaches(ruling.Breaches.Where(b => moved.Event is not null || b.Code is not "appraisal.wrong-state").Select(b => b with { Field = EndingForm.FieldOf(b.Field) }));
            if (moved.Event is not { } step || ruling.Event is not { } concluded || !ModelState.IsValid)
            {
                return Page();
            }

            Appraisal.Apply(concluded);
            Project.Apply(step);
            db.Because("appraisal.concluded", concluded.Reason);
            await db.SaveChangesAsync(cancellationToken);
            TempData.Say($"{step.Move.Action.Done()}: {Project.Code}.");
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
        Project = await db.WholeProjects.SingleAsync(p => p.ProjectId == appraisal.ProjectId, cancellationToken);
        if (!viewer.MayOrganise(Act.ConcludeAppraisal, appraisal.CommuneCode))
        {
            return this.Refuse("project.not-allowed");
        }

        if (!appraisal.IsLive || appraisal.State is AppraisalState.Concluded || Project.State is not ProjectState.InAppraisal)
        {
            return this.Refuse("appraisal.wrong-state");
        }

        Caps = AppraisalBook.CapsOf(Project, await projects.CheckAsync(Project, cancellationToken), clock.Today);
        Standing = await book.StandingAsync(appraisal, Project, cancellationToken);
        return null;
    }
}
