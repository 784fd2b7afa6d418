using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Allocation> Allocations => Set<Allocation>();

    public DbSet<AllocationEntry> AllocationEntries => Set<AllocationEntry>();

    public DbSet<AnnualPlan> AnnualPlans => Set<AnnualPlan>();

    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    public DbSet<ApprovalBatch> ApprovalBatches => Set<ApprovalBatch>();

    public DbSet<PlanItem> PlanItems => Set<PlanItem>();

    public DbSet<PlanItemAmount> PlanItemAmounts => Set<PlanItemAmount>();

    public DbSet<CommunePriority> CommunePriorities => Set<CommunePriority>();

    public DbSet<TradeStatement> TradeStatements => Set<TradeStatement>();

    public DbSet<BudgetEstimate> BudgetEstimates => Set<BudgetEstimate>();

    /// <summary>Batches with all their rows, for rules that change them and pages that show them.</summary>
    public IQueryable<ApprovalBatch> WholeBatches => ApprovalBatches.Include(b => b.Items).ThenInclude(i => i.Amounts).Include(b => b.Steps).AsSplitQuery();

    /// <summary>Yearly estimates with all their rows.</summary>
    public IQueryable<BudgetEstimate> WholeEstimates => BudgetEstimates.Include(e => e.Lines).Include(e => e.Steps).AsSplitQuery();

    /// <summary>The commune of each of these budget holders that is a commune's office: what such an office asks for is that commune's own.</summary>
    public Task<Dictionary<Guid, string>> CommunesOfAsync(IReadOnlyCollection<Guid> holderIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holderIds);
        var ids = holderIds.ToList();
        return Organisations.AsNoTracking().Where(o => ids.Contains(o.OrganisationId) && o.Kind == OrganisationKind.CommuneOffice && o.CommuneCode != null)
            .ToDictionaryAsync(o => o.OrganisationId, o => o.CommuneCode!, cancellationToken);
    }

    /// <summary>What appraisal concluded for these projects, who gave a vote that counted and who concluded; a project without a conclusion on record has no row.</summary>
    public async Task<IReadOnlyDictionary<Guid, ProjectFindings>> FindingsAsync(IReadOnlyCollection<Guid> projectIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projectIds);
        var ids = projectIds.ToList();
        var rows = await Appraisals.AsNoTracking().Where(a => ids.Contains(a.ProjectId) && a.State == AppraisalState.Concluded)
            .Select(a => new
            {
                a.ProjectId,
                a.Round,
                a.NationalAmount,
                a.ProvincialAmount,
                a.CommuneAmount,
                Voters = a.Seats.Where(s => s.Vote != null).Select(s => s.UserId).ToList(),
                Concluders = a.Conclusions.Where(c => c.UndoneAt == null).Select(c => c.ConcludedBy).ToList(),
            })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.ProjectId).ToDictionary(g => g.Key, g =>
        {
            var last = g.MaxBy(r => r.Round)!;
            return new ProjectFindings(new(last.NationalAmount, last.ProvincialAmount, last.CommuneAmount), g.SelectMany(r => r.Voters).ToHashSet(), g.SelectMany(r => r.Concluders).ToHashSet());
        });
    }

    /// <summary>The same for one batch: what plans of other years hold of a project is not there any more for this one.</summary>
    public async Task<IReadOnlyDictionary<Guid, ProjectFindings>> FindingsAsync(IReadOnlyCollection<Guid> projectIds, Guid batchId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projectIds);
        var ids = projectIds.ToList();
        var found = await FindingsAsync(projectIds, cancellationToken);
        var elsewhere = await PlanItems.AsNoTracking().Include(i => i.Amounts).Where(i => i.LiveProjectId != null && i.ApprovalBatchId != batchId && ids.Contains(i.ProjectId)).ToListAsync(cancellationToken);
        var held = elsewhere.GroupBy(i => i.ProjectId).ToDictionary(g => g.Key, g => g.Aggregate(FundingSplit.None, (sum, i) => sum.Plus(i.Held)));
        return held.Count == 0 ? found : found.ToDictionary(f => f.Key, f => held.TryGetValue(f.Key, out var part) ? f.Value.Less(part) : f.Value);
    }

    /// <summary>Projects that stand in another batch: themselves, or for a later year's share that share.</summary>
    /// <param name="batchId">The batch in question.</param>
    /// <param name="year">Of its plan.</param>
    /// <param name="projectIds">In question.</param>
    public Task<List<Guid>> StandingElsewhereAsync(Guid batchId, int year, IReadOnlyCollection<Guid> projectIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projectIds);
        var ids = projectIds.ToList();
        return PlanItems.Where(i => i.LiveProjectId != null && i.ApprovalBatchId != batchId && ids.Contains(i.ProjectId))
            .Join(Projects, i => i.ProjectId, p => p.ProjectId, (i, p) => new { i.ProjectId, i.ShareYear, p.Year })
            .Where(x => (x.Year < year && x.ShareYear == year) || (x.Year >= year && x.ShareYear == 0))
            .Select(x => x.ProjectId).ToListAsync(cancellationToken);
    }

    /// <summary>Whether a key project's schedule has years that no contract rests on yet: its last contract so far is then not its last.</summary>
    /// <param name="project">With its dossier.</param>
    /// <param name="without">A contract that is being cancelled.</param>
    public async Task<bool> HasYearsToComeAsync(Project project, Guid? without, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Dossier.Schedule is not { Count: > 0 } years)
        {
            return false;
        }

        var begun = await Contracts.Where(c => c.ProjectId == project.ProjectId && c.ParentContractId == null && c.State != ContractState.Cancelled && c.ContractId != without)
            .Join(PlanItems, c => c.PlanItemId, i => i.PlanItemId, (c, i) => i.ShareYear).ToListAsync(cancellationToken);
        var last = begun.Append(project.Year).Max();
        return years.Any(y => y.Year > last && y.Total > Dong.Zero);
    }

    /// <summary>Draws on the allocations of some years: everybody else who draws on one of them waits, and what was tracked before the lock is forgotten.</summary>
    /// <param name="planId">The plan whose next version the work makes; null where none is made.</param>
    /// <param name="years">Whose allocations are locked, always in the same order.</param>
    /// <param name="work">Reads, decides and saves.</param>
    public Task<T> WriteAllocationsAsync<T>(Guid? planId, IReadOnlyCollection<int> years, Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(years);
        var locked = years.ToArray();
        ChangeTracker.Clear();
        var province = ScopeProvince;
        return WriteAsync(
            async db =>
            {
                // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
                if (db.Database.IsNpgsql())
                {
                    await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"AnnualPlans\" WHERE \"AnnualPlanId\" = {planId ?? Guid.Empty} FOR NO KEY UPDATE", cancellationToken);
                    await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Allocations\" WHERE \"ProvinceCode\" = {province} AND \"Year\" = ANY({locked}) ORDER BY \"AllocationId\" FOR NO KEY UPDATE", cancellationToken);
                }
            },
            work,
            cancellationToken);
    }
}
