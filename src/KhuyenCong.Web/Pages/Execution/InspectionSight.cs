using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Phần cuộc kiểm tra được xem: whoever sees one of several projects reads what was found there and nothing of the others.</summary>
public sealed class InspectionSight
{
    /// <param name="inspection">With all its rows.</param>
    /// <param name="seen">The projects that the viewer sees.</param>
    /// <param name="mover">The viewer.</param>
    public InspectionSight(Inspection inspection, IReadOnlyDictionary<Guid, Project> seen, ProjectMover mover)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(mover);
        Projects = [.. inspection.Projects.Where(p => seen.ContainsKey(p.ProjectId)).Select(p => seen[p.ProjectId])];
        IsWhole = Projects.Count == inspection.Projects.Count && Projects.All(mover.ReadsWhole);
        Findings = [.. inspection.Findings.Where(f => seen.TryGetValue(f.ProjectId, out var project) && mover.Reads(f, project)).OrderBy(f => f.Number)];
    }

    /// <summary>Whether what was seen, the team and the signed minutes are open to them.</summary>
    public bool IsWhole { get; }

    public IReadOnlyList<Project> Projects { get; }

    public IReadOnlyList<InspectionFinding> Findings { get; }

    /// <summary>Of these projects, those that the viewer sees, with their beneficiaries.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Project>> ProjectsAsync(KhuyenCongDb db, Viewer viewer, IReadOnlyCollection<Guid> projectIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(projectIds);
        var ids = projectIds.ToList();
        return await db.Projects.VisibleTo(viewer, db, seated: false).AsNoTracking().Include(p => p.Beneficiaries).Where(p => ids.Contains(p.ProjectId)).ToDictionaryAsync(p => p.ProjectId, cancellationToken);
    }
}
