using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    private static readonly Func<KhuyenCongDb, Guid, Task<Project?>> WholeOf = EF.CompileAsyncQuery((KhuyenCongDb db, Guid id) => db.Projects
        .Include(p => p.Beneficiaries).Include(p => p.Lines).Include(p => p.Machines).Include(p => p.Papers).Include(p => p.Steps)
        .AsSplitQuery().AsNoTracking().SingleOrDefault(p => p.ProjectId == id));

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<ProjectBeneficiary> ProjectBeneficiaries => Set<ProjectBeneficiary>();

    public DbSet<ProjectPaper> ProjectPapers => Set<ProjectPaper>();

    public DbSet<RemovedPaper> RemovedPapers => Set<RemovedPaper>();

    public DbSet<BeneficiaryList> BeneficiaryLists => Set<BeneficiaryList>();

    public DbSet<SupportKey> SupportKeys => Set<SupportKey>();

    public DbSet<DoubleSupportResolution> DoubleSupportResolutions => Set<DoubleSupportResolution>();

    public DbSet<OutsideSupport> OutsideSupports => Set<OutsideSupport>();

    /// <summary>Projects with all their rows, for rules that change them and pages that show them.</summary>
    public IQueryable<Project> WholeProjects => Projects
        .Include(p => p.Beneficiaries).Include(p => p.Lines).Include(p => p.Machines).Include(p => p.Papers).Include(p => p.Steps).AsSplitQuery();

    /// <summary>One project of the province with all its rows, to be read and not changed. Whether the viewer may see it is for Access to say.</summary>
    public Task<Project?> ReadWholeProjectAsync(Guid id) => WholeOf(this, id);

    /// <summary>Changes papers that were taken off: whoever erases the same ones in the same moment waits, so that a reference to their content is given back once. What was tracked before is forgotten.</summary>
    public Task<T> WriteRemovedPapersAsync<T>(IReadOnlyCollection<Guid> paperIds, Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paperIds);
        var ids = paperIds.ToArray();
        ChangeTracker.Clear();
        return WriteAsync(
            // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
            db => db.Database.IsNpgsql()
                ? db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"RemovedPapers\" WHERE \"RemovedPaperId\" = ANY({ids}) ORDER BY \"RemovedPaperId\" FOR NO KEY UPDATE", cancellationToken)
                : Task.CompletedTask,
            work,
            cancellationToken);
    }

    /// <summary>What the province knows that shares a trace with one support: a few index look-ups, however many supports there are.</summary>
    /// <remarks>A project that was refused or withdrawn got nothing; its traces stay, since a conclusion may be undone. One that was stopped may have been paid in part.</remarks>
    public async Task<IReadOnlyList<SupportCandidate>> SupportCandidatesAsync(IReadOnlyList<SupportTrace> own, Guid sourceId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(own);
        var marked = Marked(own);
        var values = marked.Select(t => t.Value).Distinct().ToList();
        return values.Count == 0 ? [] : DoubleSupport.Candidates(marked, await SupportKeys.AsNoTracking()
            .Where(k => values.Contains(k.Value) && k.SourceId != sourceId && !Projects.Any(p => p.ProjectId == k.SourceId && (p.State == ProjectState.NotPassed || p.State == ProjectState.Withdrawn)))
            .ToListAsync(cancellationToken));
    }

    /// <summary>Replaces the traces of one support; saved with whatever the caller saves.</summary>
    public async Task TraceAsync(SupportSourceKind kind, Guid sourceId, string provinceCode, IReadOnlyList<SupportTrace> traces, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var marked = Marked(traces);
        var before = await SupportKeys.Where(k => k.SourceId == sourceId).ToListAsync(cancellationToken);
        SupportKeys.RemoveRange(before.Where(k => !marked.Contains(k.Trace)));
        var kept = before.Select(k => k.Trace).ToHashSet();
        SupportKeys.AddRange(marked.Where(t => !kept.Contains(t)).Select(t => SupportKey.Of(Uuid.New(clock), provinceCode, kind, sourceId, t)));
    }

    /// <summary>Marks traces of persons that an earlier version kept without the key.</summary>
    public async Task MarkOwnersAsync(CancellationToken cancellationToken = default)
    {
        var bare = await EveryProvince<SupportKey>().Where(k => k.Kind == SupportKeyKind.Owner && !k.Value.StartsWith(OwnerMark.Prefix)).ToListAsync(cancellationToken);
        foreach (var key in bare)
        {
            key.Mark(this.GetService<OwnerMark>().Of(key.Value));
        }

        await SaveChangesAsync(cancellationToken);
    }

    /// <summary>Traces of invoices that an earlier version kept as the whole text typed are written as number, series and seller.</summary>
    public async Task MarkInvoicesAsync(CancellationToken cancellationToken = default)
    {
        var whole = await EveryProvince<SupportKey>().Where(k => k.Kind == SupportKeyKind.InvoiceNumber && !k.Value.StartsWith(InvoiceMark.Prefix)).ToListAsync(cancellationToken);
        foreach (var key in whole)
        {
            if (InvoiceMark.Of(key.Value) is { } invoice)
            {
                key.Mark(invoice.Trace(key.Content));
            }
            else
            {
                SupportKeys.Remove(key);
            }
        }

        await SaveChangesAsync(cancellationToken);
    }

    private List<SupportTrace> Marked(IReadOnlyList<SupportTrace> traces) => [.. traces.Select(this.GetService<OwnerMark>().On)];

    /// <summary>The conclusions drawn about one project, newest first.</summary>
    public async Task<IReadOnlyList<DoubleSupportResolution>> ResolutionsAsync(Guid projectId, CancellationToken cancellationToken = default) =>
        await DoubleSupportResolutions.AsNoTracking().Where(r => r.ProjectId == projectId).OrderByDescending(r => r.DoubleSupportResolutionId).ToListAsync(cancellationToken);
}
