using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>What a project's own page shows of its appraisal: the outcome and its conditions, never an opinion.</summary>
/// <param name="Current">The appraisal that counts, without seats or opinions.</param>
/// <param name="Opens">Whether the viewer may open it.</param>
/// <param name="MayStart">Whether the viewer may have it appraised.</param>
public sealed record AppraisalLook(Appraisal? Current, bool Opens, bool MayStart)
{
    public static readonly AppraisalLook None = new(null, false, false);

    public static async Task<AppraisalLook> OfAsync(KhuyenCongDb db, Viewer viewer, Project project, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(mover);
        if (project.State is ProjectState.Draft or ProjectState.Filed or ProjectState.Received)
        {
            return None;
        }

        var current = await db.Appraisals.AsNoTracking().Include(a => a.Conclusions).Include(a => a.Conditions).AsSingleQuery()
            .Where(a => a.ProjectId == project.ProjectId && a.State != AppraisalState.Returned && a.State != AppraisalState.Postponed).OrderByDescending(a => a.Round).FirstOrDefaultAsync(cancellationToken);
        return new(
            current,
            current is not null && viewer.Can(Act.GiveOpinion) && await db.Appraisals.VisibleTo(viewer).AnyAsync(a => a.AppraisalId == current.AppraisalId, cancellationToken),
            current is null && project.State is ProjectState.AwaitingAppraisal or ProjectState.InAppraisal && mover.May(Act.AppraiseProject, project) && !mover.HasInterest(project));
    }
}
