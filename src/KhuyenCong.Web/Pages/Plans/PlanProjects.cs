using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Projects of a plan as its reader sees them: those whose dossier they may open, and a summary of the others.</summary>
/// <remarks>Reading a plan does not open dossiers: the Trung tâm that drafts it has its own only, the HĐND has none.</remarks>
public sealed class PlanProjects
{
    public static readonly PlanProjects None = new([], new Dictionary<Guid, ProjectSummary>(), new Dictionary<Guid, IReadOnlyList<SupportYear>>());

    private readonly HashSet<Guid> open;
    private readonly IReadOnlyDictionary<Guid, ProjectSummary> summaries;

    private readonly IReadOnlyDictionary<Guid, IReadOnlyList<SupportYear>> schedules;

    private PlanProjects(HashSet<Guid> open, IReadOnlyDictionary<Guid, ProjectSummary> summaries, IReadOnlyDictionary<Guid, IReadOnlyList<SupportYear>> schedules) =>
        (this.open, this.summaries, this.schedules) = (open, summaries, schedules);

    public static async Task<PlanProjects> OfAsync(KhuyenCongDb db, Viewer viewer, IEnumerable<Guid> projectIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var ids = projectIds.Distinct().ToList();
        var open = await db.Projects.VisibleTo(viewer, db).Where(p => ids.Contains(p.ProjectId)).Select(p => p.ProjectId).ToListAsync(cancellationToken);
        var closed = ids.Except(open).ToList();
        var summaries = closed.Count == 0 ? [] : await db.Projects.Where(p => closed.Contains(p.ProjectId))
            .Select(p => new { p.ProjectId, Summary = new ProjectSummary(p.ImplementingUnit, p.ContentCode, p.StartsOn, p.EndsOn, p.Total) })
            .ToDictionaryAsync(p => p.ProjectId, p => p.Summary, cancellationToken);
        var dossiers = await db.Projects.AsNoTracking().Where(p => ids.Contains(p.ProjectId) && p.Kind == ProjectKind.NationalKey).Select(p => new { p.ProjectId, p.Dossier }).ToListAsync(cancellationToken);
        return new([.. open], summaries, dossiers.Where(p => p.Dossier.Schedule is { Count: > 0 }).ToDictionary(p => p.ProjectId, p => p.Dossier.Schedule!));
    }

    public bool MayOpen(Guid projectId) => open.Contains(projectId);

    /// <summary>What each year gives of a project that lasts longer than one; null where it has no schedule.</summary>
    public IReadOnlyList<SupportYear>? ScheduleOf(Guid projectId) => schedules.GetValueOrDefault(projectId);

    public ProjectSummary? SummaryOf(Guid projectId) => summaries.GetValueOrDefault(projectId);
}

/// <summary>What a plan's reader learns of a project whose dossier is not theirs to open.</summary>
public sealed record ProjectSummary(string ImplementingUnit, string ContentCode, DateOnly? StartsOn, DateOnly? EndsOn, Dong Total);
