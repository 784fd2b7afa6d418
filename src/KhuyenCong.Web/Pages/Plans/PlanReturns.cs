using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>What contracts give back to the sources of their plan when they are settled or cancelled, and take again when a settlement is taken back.</summary>
internal static class PlanReturns
{
    /// <summary>What went back to a line is drawn on it no longer, so that plan and ledger say the same. Saved with whatever the caller saves.</summary>
    /// <param name="ledger">As the entries left it.</param>
    public static async Task GiveBackAsync(this KhuyenCongDb db, Contract contract, IReadOnlyList<Posting> postings, Ledger ledger, TimeProvider clock, CancellationToken cancellationToken)
    {
        var released = postings.Where(p => p.Kind is LedgerKind.Release).ToList();
        if (released.Count == 0)
        {
            return;
        }

        var (batches, items, bound) = await SharesAsync(db, contract, ledger, cancellationToken);
        foreach (var line in released.GroupBy(p => p.AllocationId))
        {
            foreach (var (item, part) in SourceReturns.Giving(items, line.Key, line.Select(p => p.Amount).Sum(), i => bound(i, line.Key)))
            {
                batches[item].Apply(new ReturnedToSource(item, line.Key, part, clock.UtcNow));
            }
        }
    }

    /// <summary>What had gone back to a line is drawn on it again, by the share that gave it. Saved with whatever the caller saves.</summary>
    /// <param name="ledger">As the opposite entries left it.</param>
    public static async Task TakeAgainAsync(this KhuyenCongDb db, Contract contract, IReadOnlyList<Posting> postings, Ledger ledger, TimeProvider clock, CancellationToken cancellationToken)
    {
        var lines = ledger.Lines.ToDictionary(l => l.AllocationId);
        var again = postings.Where(p => p.Kind is LedgerKind.Release).GroupBy(p => p.AllocationId).Select(g => (Line: g.Key, lines[g.Key].Source, Sum: g.Select(p => p.Amount).Sum())).ToList();
        if (again.Count == 0)
        {
            return;
        }

        var (batches, items, bound) = await SharesAsync(db, contract, ledger, cancellationToken);
        foreach (var ((item, line), part) in SourceReturns.Taking(items, again, bound))
        {
            batches[item].Apply(new TakenFromSource(item, line, lines[line].Source, lines[line].Year, part, clock.UtcNow));
        }
    }

    /// <summary>Shares of the contract's project, its own first, each with its batch and with what contracts of it bind on a line.</summary>
    private static async Task<(Dictionary<Guid, ApprovalBatch> Batches, IReadOnlyList<PlanItem> Items, Func<PlanItem, Guid, Dong> Bound)> SharesAsync(KhuyenCongDb db, Contract contract, Ledger ledger, CancellationToken cancellationToken)
    {
        var project = contract.ProjectId;
        var batches = await db.ApprovalBatches.Include(b => b.Items).ThenInclude(i => i.Amounts).AsSplitQuery().Where(b => b.Items.Any(i => i.ProjectId == project)).ToListAsync(cancellationToken);
        var shares = batches.SelectMany(b => b.Items.Select(i => (Batch: b, Item: i))).Where(x => x.Item.ProjectId == project).OrderByDescending(x => x.Item.PlanItemId == contract.PlanItemId).ToList();
        var itemOf = await db.Contracts.Where(c => c.ProjectId == project).Select(c => new { c.ContractId, c.PlanItemId }).ToDictionaryAsync(c => c.ContractId, c => c.PlanItemId, cancellationToken);
        var bound = ledger.Positions.Where(p => p.ProjectId == project && p.ContractId is not null).ToLookup(p => (itemOf.GetValueOrDefault(p.ContractId!.Value), p.AllocationId), p => p.Bound);
        return (shares.ToDictionary(x => x.Item.PlanItemId, x => x.Batch), [.. shares.Select(x => x.Item)], (item, line) => bound[(item.PlanItemId, line)].Sum());
    }
}
