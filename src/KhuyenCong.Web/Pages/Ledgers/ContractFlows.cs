using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>What the entries of contracts and projects come to, added by the database once for a page: its numbers lead to entries where these say the same, and to their records otherwise.</summary>
public sealed class ContractFlows
{
    public static readonly ContractFlows None = new([]);

    private readonly IReadOnlyList<Row> rows;

    private ContractFlows(IReadOnlyList<Row> rows) => this.rows = rows;

    public static async Task<ContractFlows> OfContractsAsync(KhuyenCongDb db, IReadOnlyList<Guid> contractIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        // Entries are found by their project: a contract is one project's.
        var projects = contractIds.Count == 0 ? [] : await db.Contracts.Where(c => contractIds.Contains(c.ContractId)).Select(c => c.ProjectId).Distinct().ToListAsync(cancellationToken);
        return projects.Count == 0 ? None
            : await OfAsync(db.LedgerEntries.Where(e => e.ProjectId != null && projects.Contains(e.ProjectId.Value) && e.ContractId != null && contractIds.Contains(e.ContractId.Value)), cancellationToken);
    }

    public static Task<ContractFlows> OfProjectAsync(KhuyenCongDb db, Guid projectId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return OfAsync(db.LedgerEntries.Where(e => e.ProjectId == projectId), cancellationToken);
    }

    /// <summary>Lines that a contract has entries on.</summary>
    public IReadOnlyList<Guid> LinesOf(Guid contractId) => [.. rows.Where(r => r.ContractId == contractId).Select(r => r.AllocationId).Distinct()];

    public Dong OfContract(LedgerNumber number, Guid contractId) => number.Sum(rows.Where(r => r.ContractId == contractId).Select(r => r.Flow));

    public Dong OfContract(LedgerNumber number, Guid contractId, Guid line) => number.Sum(rows.Where(r => r.ContractId == contractId && r.AllocationId == line).Select(r => r.Flow));

    public Dong OfLines(LedgerNumber number, IReadOnlyCollection<Guid> lines) => number.Sum(rows.Where(r => lines.Contains(r.AllocationId)).Select(r => r.Flow));

    private static async Task<ContractFlows> OfAsync(IQueryable<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var flows = await entries.GroupBy(e => new { e.ContractId, e.AllocationId, e.Kind, TakesBack = e.ReversesId != null, e.CauseKind })
            .Select(g => new { g.Key.ContractId, g.Key.AllocationId, g.Key.Kind, g.Key.TakesBack, g.Key.CauseKind, Count = g.Count(), Sum = g.Sum(e => (long)(object)e.Amount) })
            .ToListAsync(cancellationToken);
        return new([.. flows.Select(f => new Row(f.ContractId, f.AllocationId, new(f.Kind, f.TakesBack, f.CauseKind, f.Count, new(f.Sum))))]);
    }

    private sealed record Row(Guid? ContractId, Guid AllocationId, LedgerFlow Flow);
}
