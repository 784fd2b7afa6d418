using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Access;

/// <summary>Which progress reports and inspections a viewer reads: those of projects they see, and of these no draft of somebody else's and no other beneficiary's part.</summary>
public static class ExecutionReach
{
    public static IQueryable<ProgressReport> VisibleTo(this IQueryable<ProgressReport> reports, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var seen = db.Projects.VisibleTo(viewer, db, seated: false).Select(p => p.ProjectId);
        return reports.Where(r => seen.Contains(r.ProjectId));
    }

    /// <summary>An inspection of several projects is seen by whoever sees one of them.</summary>
    public static IQueryable<Inspection> VisibleTo(this IQueryable<Inspection> inspections, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var seen = db.Projects.VisibleTo(viewer, db, seated: false).Select(p => p.ProjectId);
        return inspections.Where(i => i.Projects.Any(p => seen.Contains(p.ProjectId)));
    }

    /// <summary>Findings that a viewer reads, one by one as <see cref="Reads(ProjectMover, InspectionFinding, Project)"/> says: those about others are not even counted for whoever sees one project of several.</summary>
    public static IQueryable<InspectionFinding> VisibleTo(this IQueryable<InspectionFinding> findings, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var seen = db.Projects.VisibleTo(viewer, db, seated: false);
        var ids = seen.Select(p => p.ProjectId);
        if (viewer.Reach(Act.ViewProjects) is not Scope.Own)
        {
            return findings.Where(f => ids.Contains(f.ProjectId));
        }

        var own = viewer.OrganisationId;
        var owned = db.Establishments.Where(e => own != null && e.OrganisationId == own).Select(e => e.EstablishmentId);
        var written = db.Projects.WrittenBy(viewer, db).Select(p => p.ProjectId);
        var whole = seen.Where(p => written.Contains(p.ProjectId) || !p.Beneficiaries.Any(b => owned.Contains(b.EstablishmentId))).Select(p => p.ProjectId);
        return findings.Where(f => whole.Contains(f.ProjectId) || (f.EstablishmentId != null && owned.Contains(f.EstablishmentId.Value) && ids.Contains(f.ProjectId)));
    }

    /// <summary>Whether the whole of a contract's reports is open to them: the owner of one of several beneficiaries reads those of their own contract.</summary>
    public static bool ReadsReports(this ProjectMover mover, ReportedContract of)
    {
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(of);
        return mover.ReadsWhole(of.Project) || mover.May(Act.ReportProgress, of);
    }

    /// <summary>What is still being written is the writers' own.</summary>
    public static bool Reads(this ProjectMover mover, ProgressReport report, ReportedContract of)
    {
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(report);
        return mover.ReadsReports(of) && (report.State is not ProgressReportState.Drafting || mover.May(Act.ReportProgress, of));
    }

    /// <summary>A finding is read by whoever reads the project, and by the establishment that it is about.</summary>
    public static bool Reads(this ProjectMover mover, InspectionFinding finding, Project project)
    {
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(finding);
        return mover.ReadsWhole(project) || (finding.EstablishmentId is { } establishment && mover.OwnEstablishments.Contains(establishment));
    }
}
