using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Access;

/// <summary>Which appraisals, councils and sessions a viewer works with: those of the own procedure, and those in which they have a seat.</summary>
public static class AppraisalReach
{
    public static IQueryable<Appraisal> VisibleTo(this IQueryable<Appraisal> appraisals, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var (user, communes) = (viewer.UserId, viewer.CommuneCodes.ToList());
        return viewer.Reach(Act.AppraiseProject) switch
        {
            Scope.Province => appraisals.Where(a => a.CommuneCode == null || a.Seats.Any(s => s.UserId == user)),
            Scope.Commune => appraisals.Where(a => (a.CommuneCode != null && communes.Contains(a.CommuneCode)) || a.Seats.Any(s => s.UserId == user)),
            _ => appraisals.Where(a => a.Seats.Any(s => s.UserId == user)),
        };
    }

    public static IQueryable<Council> VisibleTo(this IQueryable<Council> councils, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var (user, communes) = (viewer.UserId, viewer.CommuneCodes.ToList());
        return viewer.Reach(Act.AppraiseProject) switch
        {
            Scope.Province => councils.Where(c => c.CommuneCode == null || c.Members.Any(m => m.UserId == user)),
            Scope.Commune => councils.Where(c => (c.CommuneCode != null && communes.Contains(c.CommuneCode)) || c.Members.Any(m => m.UserId == user)),
            _ => councils.Where(c => c.Members.Any(m => m.UserId == user)),
        };
    }

    public static IQueryable<AppraisalSession> VisibleTo(this IQueryable<AppraisalSession> sessions, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var councils = db.Councils.VisibleTo(viewer).Select(c => c.CouncilId);
        return sessions.Where(s => councils.Contains(s.CouncilId));
    }

    /// <summary>Projects of the own procedure, or in which one has a seat, from the moment they wait for appraisal.</summary>
    public static IQueryable<Project> ForAppraisalBy(this IQueryable<Project> projects, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var communes = viewer.CommuneCodes.ToList();
        var seated = db.Appraisals.SeatedProjects(viewer.UserId);
        var reached = projects.Where(p => p.State == ProjectState.AwaitingAppraisal || p.State == ProjectState.InAppraisal || p.State == ProjectState.Appraised || p.State == ProjectState.NotPassed);
        return viewer.Reach(Act.AppraiseProject) switch
        {
            Scope.Province => reached.Where(p => p.Kind != ProjectKind.Commune || seated.Contains(p.ProjectId)),
            Scope.Commune => reached.Where(p => (p.Kind == ProjectKind.Commune && p.CommuneCode != null && communes.Contains(p.CommuneCode)) || seated.Contains(p.ProjectId)),
            _ => reached.Where(p => seated.Contains(p.ProjectId)),
        };
    }

    /// <summary>Projects in whose present appraisal somebody has a seat.</summary>
    public static IQueryable<Guid> SeatedProjects(this IQueryable<Appraisal> appraisals, Guid userId) =>
        appraisals.Where(a => a.State != AppraisalState.Returned && a.State != AppraisalState.Postponed && a.Seats.Any(s => s.UserId == userId)).Select(a => a.ProjectId);

    /// <summary>Whether the viewer organises this procedure: the Sở's own one, or that of one of their communes.</summary>
    public static bool MayOrganise(this Viewer viewer, Act act, string? communeCode)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Reach(act) switch
        {
            Scope.Province => communeCode is null,
            Scope.Commune => communeCode is not null && viewer.CommuneCodes.Contains(communeCode),
            _ => false,
        };
    }
}
