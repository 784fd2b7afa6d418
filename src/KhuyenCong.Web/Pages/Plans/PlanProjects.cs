using KhuyenCong.Data;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Projects of a plan as its reader sees them: those whose dossier they may open, and a summary of the others.</summary>
/// <remarks>Reading a plan does not open dossiers: the Trung tâm that drafts it has its own only, the HĐND has none.</remarks>
public sealed class PlanProjects
{
    public static readonly PlanProjects None = new([], new Dictionary<Guid, ProjectSummary>());

    private readonly HashSet<Guid> open;
    private readonly IReadOnlyDictionary<Guid, ProjectSummary> summaries;

    private PlanProjects(HashSet<Guid> open, IReadOnlyDictionary<Guid, ProjectSummary> summaries) => (this.open, this.summaries) = (open, summaries);

    public static async Task<PlanProjects> OfAsync(KhuyenCongDb db, Viewer viewer, IEnumerable<Guid> projectIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var ids = projectIds.Distinct().ToList();
        var open = await db.Projects.VisibleTo(viewer, db).Where(p => ids.Contains(p.ProjectId)).Select(p => p.ProjectId).ToListAsync(cancellationToken);
        var closed = ids.Except(open).ToList();
        var summaries = closed.Count == 0 ? [] : await db.Projects.Where(p => closed.Contains(p.ProjectId))
            .Select(p => new { p.ProjectId, Summary = new ProjectSummary(p.ImplementingUnit, p.ContentCode, p.StartsOn, p.EndsOn, p.Total) })
            .ToDictionaryAsync(p => p.ProjectId, p => p.Summary, cancellationToken);
        return new([.. open], summaries);
    }

    public bool MayOpen(Guid projectId) => open.Contains(projectId);

    public ProjectSummary? SummaryOf(Guid projectId) => summaries.GetValueOrDefault(projectId);
}

/// <summary>What a plan's reader learns of a project whose dossier is not theirs to open.</summary>
public sealed record ProjectSummary(string ImplementingUnit, string ContentCode, DateOnly? StartsOn, DateOnly? EndsOn, Dong Total);
