using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<LedgerPosition> LedgerPositions => Set<LedgerPosition>();

    /// <summary>A money use case: locks some lines, always in the same order, then reads them with the balances of some projects, decides and saves.</summary>
    /// <param name="allocationIds">The lines; others who post to one of them wait.</param>
    /// <param name="projectIds">Whose balances are read; null = of every project.</param>
    /// <param name="work">Reads what else it needs, judges, records and saves; what it cannot save, it leaves to its caller. What was tracked before the lock is forgotten.</param>
    public Task<T> WriteLedgerAsync<T>(IReadOnlyCollection<Guid> allocationIds, IReadOnlyCollection<Guid>? projectIds, Func<Ledger, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(allocationIds);
        ArgumentNullException.ThrowIfNull(work);
        var ids = allocationIds.Distinct().ToArray();
        ChangeTracker.Clear();
        return WriteAsync(
            // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
            db => db.Database.IsNpgsql()
                ? db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Allocations\" WHERE \"AllocationId\" = ANY({ids}) ORDER BY \"AllocationId\" FOR NO KEY UPDATE", cancellationToken)
                : Task.CompletedTask,
            () => WithoutSavepointsAsync(async () => await work(projectIds is null
                ? await LedgerOfAsync(await Allocations.Where(a => ids.Contains(a.AllocationId)).ToListAsync(cancellationToken), null, cancellationToken)
                : await LedgerOfProjectsAsync(ids, projectIds, cancellationToken))),
            cancellationToken);
    }

    /// <summary>The ledger of lines that are locked, for a few projects: in one query, since others wait for the lock meanwhile.</summary>
    private async Task<Ledger> LedgerOfProjectsAsync(Guid[] ids, IReadOnlyCollection<Guid> projectIds, CancellationToken cancellationToken)
    {
        var projects = projectIds.Distinct().ToList();
        var found = await (from line in Allocations
                           where ids.Contains(line.AllocationId)
                           join position in LedgerPositions.Where(x => projects.Contains(x.ProjectId!.Value)) on line.AllocationId equals position.AllocationId into positions
                           from position in positions.DefaultIfEmpty()
                           select new { Line = line, Position = position }).ToListAsync(cancellationToken);
        return new(found.Select(f => f.Line).Distinct(), found.Select(f => f.Position).OfType<LedgerPosition>());
    }

    /// <summary>The ledger of lines that are locked already.</summary>
    /// <param name="projectIds">Whose balances are read; null = of every project.</param>
    public async Task<Ledger> LedgerOfAsync(IReadOnlyCollection<Allocation> lines, IReadOnlyCollection<Guid>? projectIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (ids, projects) = (lines.Select(l => l.AllocationId).ToList(), projectIds?.Distinct().ToList());
        return new(lines, await LedgerPositions.Where(p => ids.Contains(p.AllocationId) && (projects == null || projects.Contains(p.ProjectId!.Value))).ToListAsync(cancellationToken));
    }

    /// <summary>Records what the ledger judged; the caller saves.</summary>
    public LedgerRecord Record(Ledger ledger, LedgerPosted posted, Guid by)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var record = ledger.Apply(posted, by, clock.GetUtcNow().UtcDateTime);
        LedgerEntries.AddRange(record.Entries);
        LedgerPositions.AddRange(record.Opened);
        return record;
    }

    /// <summary>Writes the entries of lines that were allotted and drawn on before the ledger was kept.</summary>
    public async Task StartLedgersAsync(TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        var lines = await EveryProvince<Allocation>().Include(a => a.Entries).Where(a => a.PostingCount == 0 && a.EntryCount > 0).ToListAsync(cancellationToken);
        foreach (var line in lines)
        {
            var drawn = await EveryProvince<PlanItemAmount>().Where(a => a.AllocationId == line.AllocationId && a.Approved != null)
                .Join(EveryProvince<PlanItem>(), a => a.PlanItemId, i => i.PlanItemId, (a, i) => new { i.ProjectId, i.ApprovalBatchId, a.Approved }).ToListAsync(cancellationToken);
            line.StartLedger();
            Guid Id() => Uuid.New(time);
            List<Posting> postings =
            [
                .. line.Entries.OrderBy(e => e.Sequence).Select(e => new Posting(e.AllocationEntryId, line.AllocationId, e.Amount > Dong.Zero ? LedgerKind.Allot : LedgerKind.Withdraw, e.Amount > Dong.Zero ? e.Amount : -e.Amount, new(LedgerCauseKind.Allotment, e.AllocationEntryId), e.DocumentDate, Reason: $"{e.DocumentNumber}, {e.Issuer}")),
                .. drawn.Where(d => d.Approved > Dong.Zero).Select(d => new Posting(Id(), line.AllocationId, LedgerKind.Reserve, d.Approved!.Value, new(LedgerCauseKind.PlanDecision, d.ApprovalBatchId), DateOnly.FromDateTime(line.Entries.Min(e => e.EnteredAt).ToVietnam()), d.ProjectId)),
            ];
            Record(new([line], []), new(postings), Guid.Empty);
            Because("ledger.started");
            await SaveChangesAsync(cancellationToken);
        }
    }
}
