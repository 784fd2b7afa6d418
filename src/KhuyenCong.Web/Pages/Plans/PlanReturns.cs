using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>What contracts give back to the sources of their plan, when they are settled or cancelled.</summary>
internal static class PlanReturns
{
    /// <summary>What went back to a line is drawn on it no longer, so that plan and ledger say the same: of the contract's own item first. Saved with whatever the caller saves.</summary>
    public static async Task GiveBackAsync(this KhuyenCongDb db, Contract contract, IReadOnlyList<Posting> postings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var released = postings.Where(p => p.Kind is LedgerKind.Release).ToList();
        if (released.Count == 0)
        {
            return;
        }

        var batches = await db.ApprovalBatches.Include(b => b.Items).ThenInclude(i => i.Amounts).AsSplitQuery().Where(b => b.Items.Any(i => i.ProjectId == contract.ProjectId)).ToListAsync(cancellationToken);
        var items = batches.SelectMany(b => b.Items.Select(i => (Batch: b, Item: i))).Where(x => x.Item.ProjectId == contract.ProjectId).OrderByDescending(x => x.Item.PlanItemId == contract.PlanItemId).ToList();
        foreach (var line in released.GroupBy(p => p.AllocationId))
        {
            var rest = line.Select(p => p.Amount).Sum();
            foreach (var (batch, item) in items)
            {
                var part = rest.AtMost(item.ApprovedOn(line.Key));
                if (part > Dong.Zero)
                {
                    batch.Apply(new ReturnedToSource(item.PlanItemId, line.Key, part, clock.UtcNow));
                    rest -= part;
                }
            }
        }
    }
}
