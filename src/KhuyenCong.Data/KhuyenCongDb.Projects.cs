using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Project> Projects => Set<Project>();

    public DbSet<ProjectBeneficiary> ProjectBeneficiaries => Set<ProjectBeneficiary>();

    public DbSet<ProjectPaper> ProjectPapers => Set<ProjectPaper>();

    public DbSet<SupportKey> SupportKeys => Set<SupportKey>();

    public DbSet<DoubleSupportResolution> DoubleSupportResolutions => Set<DoubleSupportResolution>();

    public DbSet<OutsideSupport> OutsideSupports => Set<OutsideSupport>();

    /// <summary>Projects with all their rows, for rules that change them and pages that show them.</summary>
    public IQueryable<Project> WholeProjects => Projects
        .Include(p => p.Beneficiaries).Include(p => p.Lines).Include(p => p.Machines).Include(p => p.Papers).Include(p => p.Steps).AsSplitQuery();

    /// <summary>What the province knows that shares a trace with one support: a few index look-ups, however many supports there are.</summary>
    public async Task<IReadOnlyList<SupportCandidate>> SupportCandidatesAsync(IReadOnlyList<SupportTrace> own, Guid sourceId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(own);
        var values = own.Select(t => t.Value).Distinct().ToList();
        return values.Count == 0 ? [] : DoubleSupport.Candidates(own, await SupportKeys.AsNoTracking().Where(k => values.Contains(k.Value) && k.SourceId != sourceId).ToListAsync(cancellationToken));
    }

    /// <summary>Replaces the traces of one support; saved with whatever the caller saves.</summary>
    public async Task TraceAsync(SupportSourceKind kind, Guid sourceId, string provinceCode, IReadOnlyList<SupportTrace> traces, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var before = await SupportKeys.Where(k => k.SourceId == sourceId).ToListAsync(cancellationToken);
        SupportKeys.RemoveRange(before.Where(k => !traces.Contains(k.Trace)));
        var kept = before.Select(k => k.Trace).ToHashSet();
        SupportKeys.AddRange(traces.Where(t => !kept.Contains(t)).Select(t => SupportKey.Of(Uuid.New(clock), provinceCode, kind, sourceId, t)));
    }

    /// <summary>The conclusions drawn about one project, newest first.</summary>
    public async Task<IReadOnlyList<DoubleSupportResolution>> ResolutionsAsync(Guid projectId, CancellationToken cancellationToken = default) =>
        await DoubleSupportResolutions.AsNoTracking().Where(r => r.ProjectId == projectId).OrderByDescending(r => r.DoubleSupportResolutionId).ToListAsync(cancellationToken);
}
