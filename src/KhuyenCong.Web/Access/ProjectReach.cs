using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Which projects a viewer sees and moves: one's own, those produced in one's communes, or the province's.</summary>
public static class ProjectReach
{
    /// <summary>A draft is its writers' until it is filed: readers of the province see dossiers, not drafts.</summary>
    public static IQueryable<Project> VisibleTo(this IQueryable<Project> projects, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var communes = viewer.CommuneCodes.ToList();
        // A council member sees what they judge, not whatever the unit that lends them has written.
        var own = viewer.Memberships.Any(m => m.Role is not Role.AppraisalMember && m.Allows(Act.ViewProjects) is not null) ? viewer.OrganisationId : null;
        var seen = viewer.Reach(Act.ViewProjects) switch
        {
            Scope.Province => projects,
            Scope.Commune => projects.Where(p => (p.CommuneCode != null && communes.Contains(p.CommuneCode)) || (own != null && p.OrganisationId == own)
                || p.Beneficiaries.Any(b => b.CommuneCode != null && communes.Contains(b.CommuneCode))),
            Scope.Own => projects.Where(p => own != null && (p.OrganisationId == own || p.Beneficiaries.Any(b => db.Establishments.Any(e => e.EstablishmentId == b.EstablishmentId && e.OrganisationId == own)))),
            _ => projects.Where(_ => false),
        };
        if (viewer.Can(Act.GiveOpinion) && viewer.Reach(Act.ViewProjects) is Scope.Commune or Scope.Own)
        {
            // Whoever has a seat in its appraisal reads the dossier they judge.
            var (mine, seated) = (seen.Select(p => p.ProjectId), db.Appraisals.SeatedProjects(viewer.UserId));
            seen = projects.Where(p => mine.Contains(p.ProjectId) || seated.Contains(p.ProjectId));
        }

        return viewer.Can(Act.EditProject) ? seen : seen.Where(p => p.State != ProjectState.Draft || p.OrganisationId == own);
    }

    public static async Task<ProjectMover> AsProjectMoverAsync(this Viewer viewer, KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var own = viewer.OrganisationId;
        var establishments = own is null ? [] : await db.Establishments.Where(e => e.OrganisationId == own).Select(e => e.EstablishmentId).ToListAsync(cancellationToken);
        return new(viewer.UserId, own, viewer.Reach, viewer.CommuneCodes, establishments);
    }
}
