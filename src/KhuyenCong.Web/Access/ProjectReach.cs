using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Which projects a viewer sees and moves: one's own, those produced in one's communes, or the province's.</summary>
public static class ProjectReach
{
    /// <summary>A draft is its writers' until it is filed: whoever else has a foot in it sees dossiers, not drafts.</summary>
    /// <param name="projects">Those to choose among.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="db">Where owners and seats are looked up.</param>
    /// <param name="seated">Whether a seat in its appraisal opens it: for the dossier that is judged, not for the contracts and the money that come after.</param>
    public static IQueryable<Project> VisibleTo(this IQueryable<Project> projects, Viewer viewer, KhuyenCongDb db, bool seated = true)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var communes = viewer.CommuneCodes.ToList();
        var (executes, approved) = (viewer.Executes(), ProjectStates.FromApprovalOn.ToList());
        // A council member sees what they judge, not whatever the unit that lends them has written.
        var own = viewer.IsOnlySeated() ? null : viewer.OrganisationId;
        var seen = viewer.Reach(Act.ViewProjects) switch
        {
            Scope.Province => projects,
            Scope.Commune => projects.Where(p => (p.CommuneCode != null && communes.Contains(p.CommuneCode)) || (own != null && p.OrganisationId == own)
                || p.Beneficiaries.Any(b => b.CommuneCode != null && communes.Contains(b.CommuneCode))),
            Scope.Own when executes => projects.Where(p => (p.Kind != ProjectKind.Commune && approved.Contains(p.State)) || (own != null
                && (p.OrganisationId == own || p.Beneficiaries.Any(b => db.Establishments.Any(e => e.EstablishmentId == b.EstablishmentId && e.OrganisationId == own))))),
            Scope.Own => projects.Where(p => own != null && (p.OrganisationId == own || p.Beneficiaries.Any(b => db.Establishments.Any(e => e.EstablishmentId == b.EstablishmentId && e.OrganisationId == own)))),
            _ => projects.Where(_ => false),
        };
        if (seated && viewer.Can(Act.GiveOpinion) && viewer.Reach(Act.ViewProjects) is Scope.Commune or Scope.Own)
        {
            // Whoever has a seat in its appraisal reads the dossier they judge.
            var (mine, judged) = (seen.Select(p => p.ProjectId), db.Appraisals.SeatedProjects(viewer.UserId));
            seen = projects.Where(p => mine.Contains(p.ProjectId) || judged.Contains(p.ProjectId));
        }

        // Asked of the drafts only: they are few, and all else is seen without asking who wrote it.
        var written = db.Projects.Where(p => p.State == ProjectState.Draft).WrittenBy(viewer, db).Select(p => p.ProjectId);
        return seen.Where(p => p.State != ProjectState.Draft || written.Contains(p.ProjectId));
    }

    /// <summary>Whether a seat in appraisals is all that opens projects to them: then what the unit that lends them writes, signs and is paid is not theirs to read.</summary>
    public static bool IsOnlySeated(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return !viewer.Memberships.Any(m => m.Role is not Role.AppraisalMember && m.Allows(Act.ViewProjects) is not null);
    }

    /// <summary>Of projects that a commune sees, those whose contracts and money it reads whole: its own, those that its office wrote, and those for nobody outside it.</summary>
    public static IQueryable<Project> WholeInCommunes(this IQueryable<Project> projects, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var (communes, own) = (viewer.CommuneCodes.ToList(), viewer.IsOnlySeated() ? null : viewer.OrganisationId);
        return projects.Where(p => (own != null && p.OrganisationId == own)
            || (p.Kind == ProjectKind.Commune && p.CommuneCode != null && communes.Contains(p.CommuneCode))
            || !p.Beneficiaries.Any(b => !communes.Contains(b.CommuneCode ?? p.CommuneCode ?? "")));
    }

    /// <summary>Beneficiaries whose site lies in the viewer's communes.</summary>
    public static IQueryable<ProjectBeneficiary> InCommunes(this IQueryable<Project> projects, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.CommuneCodes.ToList();
        // Paired first: a filter inside would be an APPLY, which SQLite does not know.
        return projects.SelectMany(p => p.Beneficiaries, (p, b) => new { p.CommuneCode, Beneficiary = b }).Where(x => communes.Contains(x.Beneficiary.CommuneCode ?? x.CommuneCode ?? "")).Select(x => x.Beneficiary);
    }

    /// <summary>Whether they make contracts or ask for payments in the whole province: then approved projects of its plans are theirs to do, whoever wrote them. A commune's are its own.</summary>
    public static bool Executes(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Reach(Act.EditContract) is Scope.Province || viewer.Reach(Act.SignContract) is Scope.Province || viewer.Reach(Act.RequestPayment) is Scope.Province;
    }

    /// <summary>One dossier to read and not to change; null where <see cref="VisibleTo"/> does not show it.</summary>
    public static async Task<Project?> ReadProjectAsync(this Viewer viewer, KhuyenCongDb db, Guid id, CancellationToken cancellationToken, bool seated = true)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        if (await db.ReadWholeProjectAsync(id) is not { } project)
        {
            return null;
        }

        return viewer.SurelySees(project.State) || await db.Projects.VisibleTo(viewer, db, seated).AnyAsync(p => p.ProjectId == id, cancellationToken) ? project : null;
    }

    /// <summary>Whether <see cref="VisibleTo"/> shows any project of the viewer's province in this state, so that the database need not be asked.</summary>
    public static bool SurelySees(this Viewer viewer, ProjectState state)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Reach(Act.ViewProjects) is Scope.Province && state is not ProjectState.Draft;
    }

    /// <summary>What the viewer's unit wrote, and what is for its own establishments only: <see cref="ProjectMover.IsTheirs"/> as a query.</summary>
    public static IQueryable<Project> WrittenBy(this IQueryable<Project> projects, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var (own, user) = (viewer.OrganisationId, viewer.UserId);
        // Both are found once, and for most units empty: no project asks for them again.
        var owned = db.Establishments.Where(e => own != null && e.OrganisationId == own).Select(e => e.EstablishmentId);
        var touching = db.ProjectBeneficiaries.Where(b => owned.Contains(b.EstablishmentId)).Select(b => b.ProjectId);
        return projects.Where(p => (p.OrganisationId == null && p.CreatedBy == user)
            || (own != null && (p.OrganisationId == own
                || (p.Kind != ProjectKind.NationalGroup && touching.Contains(p.ProjectId) && !p.Beneficiaries.Any(b => !owned.Contains(b.EstablishmentId))))));
    }

    public static async Task<ProjectMover> AsProjectMoverAsync(this Viewer viewer, KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var own = viewer.OrganisationId;
        var units = viewer.Workplaces.Select(w => (Guid?)w.OrganisationId).Distinct().ToList();
        var owned = units.Count == 0 ? [] : await db.Establishments.Where(e => e.OrganisationId != null && units.Contains(e.OrganisationId)).Select(e => new { e.EstablishmentId, e.OrganisationId }).ToListAsync(cancellationToken);
        return new(viewer.UserId, own, viewer.Reach, viewer.CommuneCodes, [.. owned.Where(e => e.OrganisationId == own).Select(e => e.EstablishmentId)])
        {
            OtherEstablishments = [.. owned.Where(e => e.OrganisationId != own).Select(e => e.EstablishmentId)],
        };
    }
}
