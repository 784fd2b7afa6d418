using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Access;

/// <summary>Which acceptance records a viewer reads: those of the projects they see, a commune those of beneficiaries in it; an establishment's own people what is concluded about it.</summary>
public static class AcceptanceReach
{
    public static IQueryable<Acceptance> VisibleTo(this IQueryable<Acceptance> acceptances, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var projects = db.Projects.VisibleTo(viewer, db, seated: false).Select(p => p.ProjectId);
        var seen = acceptances.Where(a => projects.Contains(a.ProjectId));
        if (viewer.Reach(Act.ViewProjects) is Scope.Commune)
        {
            // Of a project for several communes each reads the records of the beneficiaries in it.
            var visible = db.Projects.VisibleTo(viewer, db, seated: false);
            var (whole, here) = (visible.WholeInCommunes(viewer).Select(p => p.ProjectId), visible.InCommunes(viewer));
            return acceptances.Where(a => whole.Contains(a.ProjectId) || here.Any(b => b.ProjectId == a.ProjectId && b.EstablishmentId == a.EstablishmentId));
        }

        if (viewer.Reach(Act.ViewProjects) is not Scope.Own || viewer.Executes())
        {
            return seen;
        }

        var own = viewer.OrganisationId;
        var written = db.Projects.WrittenBy(viewer, db).Select(p => p.ProjectId);
        // Of a project for several, each owner reads the record of their own establishment only; what is still being written is not theirs yet.
        return seen.Where(a => a.State == AcceptanceState.Concluded
            && (written.Contains(a.ProjectId) || db.Establishments.Any(e => e.EstablishmentId == a.EstablishmentId && own != null && e.OrganisationId == own)));
    }

    /// <summary>What gathers all sites is for whoever reads the whole project; its own people read it once concluded.</summary>
    public static IQueryable<AcceptanceSummary> VisibleTo(this IQueryable<AcceptanceSummary> summaries, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var visible = db.Projects.VisibleTo(viewer, db, seated: false);
        if (viewer.Reach(Act.ViewProjects) is Scope.Commune)
        {
            var whole = visible.WholeInCommunes(viewer).Select(p => p.ProjectId);
            return summaries.Where(s => whole.Contains(s.ProjectId));
        }

        if (viewer.Reach(Act.ViewProjects) is not Scope.Own || viewer.Executes())
        {
            var seen = visible.Select(p => p.ProjectId);
            return summaries.Where(s => seen.Contains(s.ProjectId));
        }

        var written = db.Projects.WrittenBy(viewer, db).Select(p => p.ProjectId);
        return summaries.Where(s => s.State == AcceptanceState.Concluded && written.Contains(s.ProjectId));
    }

    public static IQueryable<MachinePassport> VisibleTo(this IQueryable<MachinePassport> machines, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var acceptances = db.Acceptances.VisibleTo(viewer, db).Select(a => a.AcceptanceId);
        return machines.Where(m => acceptances.Contains(m.AcceptanceId));
    }
}
