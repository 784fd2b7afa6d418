using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Acceptance> Acceptances => Set<Acceptance>();

    public DbSet<AcceptanceAmount> AcceptanceAmounts => Set<AcceptanceAmount>();

    public DbSet<AcceptancePhoto> AcceptancePhotos => Set<AcceptancePhoto>();

    public DbSet<MachinePassport> MachinePassports => Set<MachinePassport>();

    public DbSet<MachineCheck> MachineChecks => Set<MachineCheck>();

    public DbSet<AcceptedInvoice> AcceptedInvoices => Set<AcceptedInvoice>();

    public DbSet<AcceptanceResult> AcceptanceResults => Set<AcceptanceResult>();

    public DbSet<AcceptanceTarget> AcceptanceTargets => Set<AcceptanceTarget>();

    public DbSet<AcceptanceSummary> AcceptanceSummaries => Set<AcceptanceSummary>();

    /// <summary>Records of whole projects with the sites' records they gathered.</summary>
    public IQueryable<AcceptanceSummary> WholeAcceptanceSummaries => AcceptanceSummaries.Include(s => s.Rows);

    /// <summary>Records with all their rows, for rules that change them and pages that show them.</summary>
    public IQueryable<Acceptance> WholeAcceptances => Acceptances
        .Include(a => a.Amounts).Include(a => a.Lines).Include(a => a.Machines).Include(a => a.Photos).AsSplitQuery();

    /// <summary>Mức hỗ trợ được thanh toán của hợp đồng theo nguồn: the sum of its concluded records, less what the Cục did not accept of them; a source without any is not in it.</summary>
    public async Task<IReadOnlyDictionary<string, Dong>> SupportDueAsync(Guid contractId, CancellationToken cancellationToken = default) =>
        (await BoundedDueAsync(contractId, null, cancellationToken)).Due;

    /// <summary>The same, with what the Cục's concluded record (5c) took from the national source.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="except">A record of the Cục that does not count.</param>
    public async Task<(IReadOnlyDictionary<string, Dong> Due, AgencyBound? Agency)> BoundedDueAsync(Guid contractId, Guid? except, CancellationToken cancellationToken = default)
    {
        var found = await SitesDueAsync(contractId, cancellationToken);
        if (!found.ContainsKey(FundingSource.National.Code))
        {
            return (found, null);
        }

        // The last one gathered whatever those before it did.
        var summary = await WholeAcceptanceSummaries.AsNoTracking()
            .Where(s => s.Form == AcceptanceForm.Agency && s.State == AcceptanceState.Concluded && s.AcceptanceSummaryId != except
                && Contracts.Any(c => c.ContractId == contractId && c.ProjectId == s.ProjectId && c.Regime == Regime.National))
            .OrderByDescending(s => s.Round).FirstOrDefaultAsync(cancellationToken);
        return summary is null ? (found, null) : await DueUnderAsync(contractId, found, AgencyRecord.Of(summary), cancellationToken);
    }

    /// <summary>What is due of a national contract under a record of the Cục, concluded or not.</summary>
    private async Task<(IReadOnlyDictionary<string, Dong> Due, AgencyBound? Agency)> DueUnderAsync(Guid contractId, IReadOnlyDictionary<string, Dong> found, AgencyRecord record, CancellationToken cancellationToken)
    {
        var (ids, national) = (record.AcceptanceIds.ToList(), FundingSource.National.Code);
        var amounts = await Acceptances.AsNoTracking().Where(a => ids.Contains(a.AcceptanceId)).SelectMany(a => a.Amounts, (a, m) => new { a.ContractId, m.Source, m.Amount })
            .Where(m => m.Source == national).Join(Contracts.Where(c => c.Regime == Regime.National), m => m.ContractId, c => c.ContractId, (m, c) => new { m.ContractId, c.Year, m.Amount }).ToListAsync(cancellationToken);
        if (AgencyBound.Of(
            record,
            [.. amounts.GroupBy(m => (m.Year, m.ContractId)).OrderBy(g => g.Key).Select(g => (g.Key.ContractId, g.Select(m => m.Amount).Sum()))],
            contractId,
            found.GetValueOrDefault(national)) is not { } bound)
        {
            return (found, null);
        }

        var due = found.ToDictionary(d => d.Key, d => d.Value);
        due[national] = bound.Payable;
        return (due, bound);
    }

    /// <summary>By source, what the concluded records of a contract's sites found due, whatever the Cục concluded of it.</summary>
    public async Task<IReadOnlyDictionary<string, Dong>> SitesDueAsync(Guid contractId, CancellationToken cancellationToken = default)
    {
        // Few rows each: added up here, since a sum in SQL does not know đồng.
        var rows = await Acceptances.Where(a => a.ContractId == contractId && a.State == AcceptanceState.Concluded)
            .SelectMany(a => a.Amounts).Select(a => new { a.Source, a.Amount }).ToListAsync(cancellationToken);
        return rows.GroupBy(a => a.Source).ToDictionary(g => g.Key, g => g.Select(a => a.Amount).Sum());
    }

    /// <summary>The target that the results of a project count toward: the one chosen once for its acceptances, otherwise its own.</summary>
    public async Task<(Guid? TargetId, bool IsChosen)> TargetOfAcceptancesAsync(Guid projectId, CancellationToken cancellationToken = default)
    {
        if (await AcceptanceTargets.AsNoTracking().SingleOrDefaultAsync(t => t.ProjectId == projectId, cancellationToken) is { } chosen)
        {
            return (chosen.TargetId, true);
        }

        var own = await Projects.Where(p => p.ProjectId == projectId).Select(p => p.TargetId).SingleOrDefaultAsync(cancellationToken);
        return (own, own is not null);
    }

    /// <summary>Changes the records of one contract: conclusions of it wait for each other, for payments of its money and for other results of the target.</summary>
    /// <remarks>Locked in one order everywhere: lines of money, the contract, the target. What was tracked before the lock is forgotten.</remarks>
    public Task<T> WriteAcceptanceAsync<T>(Guid contractId, IReadOnlyCollection<Guid> allocationIds, Guid? targetId, Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(allocationIds);
        var ids = allocationIds.Distinct().ToArray();
        ChangeTracker.Clear();
        return WriteAsync(
            // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
            async db =>
            {
                if (!db.Database.IsNpgsql())
                {
                    return;
                }

                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Allocations\" WHERE \"AllocationId\" = ANY({ids}) ORDER BY \"AllocationId\" FOR NO KEY UPDATE", cancellationToken);
                // All contracts of the project: what one record gives of a line, another under another contract must see.
                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Contracts\" WHERE \"ProjectId\" = (SELECT \"ProjectId\" FROM \"Contracts\" WHERE \"ContractId\" = {contractId}) ORDER BY \"ContractId\" FOR NO KEY UPDATE", cancellationToken);
                if (targetId is { } target)
                {
                    await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Targets\" WHERE \"TargetId\" = {target} FOR NO KEY UPDATE", cancellationToken);
                }
            },
            work,
            cancellationToken);
    }

    /// <summary>Changes what gathers a project's acceptances: it waits for conclusions and their undoing under any of its contracts. What was tracked before is forgotten.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="allocationIds">Lines whose payments rest on what is changed, so that they wait too.</param>
    /// <param name="work">Under the locks.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public Task<T> WriteSummaryAsync<T>(Guid projectId, IReadOnlyCollection<Guid> allocationIds, Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(allocationIds);
        var ids = allocationIds.Distinct().ToArray();
        ChangeTracker.Clear();
        return WriteAsync(
            // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
            async db =>
            {
                if (db.Database.IsNpgsql())
                {
                    await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Allocations\" WHERE \"AllocationId\" = ANY({ids}) ORDER BY \"AllocationId\" FOR NO KEY UPDATE", cancellationToken);
                    await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Contracts\" WHERE \"ProjectId\" = {projectId} ORDER BY \"ContractId\" FOR NO KEY UPDATE", cancellationToken);
                }
            },
            work,
            cancellationToken);
    }
}
