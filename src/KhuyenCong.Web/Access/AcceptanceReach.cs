using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Access;

/// <summary>Which acceptance records a viewer reads: those of the projects they see; an establishment's own people only what is about it.</summary>
public static class AcceptanceReach
{
    public static IQueryable<Acceptance> VisibleTo(this IQueryable<Acceptance> acceptances, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var projects = db.Projects.VisibleTo(viewer, db).Select(p => p.ProjectId);
        var seen = acceptances.Where(a => projects.Contains(a.ProjectId));
        if (viewer.Reach(Act.ViewProjects) is not Scope.Own)
        {
            return seen;
        }

        var own = viewer.OrganisationId;
        return seen.Where(a => a.EstablishmentId == null
            || db.Projects.Any(p => p.ProjectId == a.ProjectId && own != null && p.OrganisationId == own)
            || db.Establishments.Any(e => e.EstablishmentId == a.EstablishmentId && own != null && e.OrganisationId == own));
    }

    public static IQueryable<MachinePassport> VisibleTo(this IQueryable<MachinePassport> machines, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var acceptances = db.Acceptances.VisibleTo(viewer, db).Select(a => a.AcceptanceId);
        return machines.Where(m => acceptances.Contains(m.AcceptanceId));
    }
}
