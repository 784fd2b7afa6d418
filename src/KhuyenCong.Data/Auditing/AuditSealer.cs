using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data.Auditing;

/// <summary>Chains committed events, one scope after another. Safe to run on many nodes: two sealers collide on the sequence and one of them loses its turn.</summary>
public sealed class AuditSealer(KhuyenCongDb db, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Seals every unsealed event and returns how many there were.</summary>
    public async Task<int> SealAsync(CancellationToken cancellationToken = default)
    {
        var total = 0;
        while (await SealBatchAsync(cancellationToken) is var count and > 0)
        {
            total += count;
        }

        return total;
    }

    private async Task<int> SealBatchAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.AllAuditEvents()
            .Where(e => !db.AuditSeals.Any(s => s.AuditEventId == e.AuditEventId))
            .OrderBy(e => e.AuditEventId)
            .Include(e => e.Values)
            .AsNoTracking()
            .Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var scope in waiting.GroupBy(e => e.ProvinceCode))
        {
            var last = await db.AuditSeals.AsNoTracking().Where(s => s.ProvinceCode == scope.Key).OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(cancellationToken);
            var (sequence, hash) = (last?.Sequence ?? 0, last?.Hash ?? AuditChain.Genesis);
            foreach (var next in scope)
            {
                hash = AuditChain.Link(hash, ++sequence, next);
                db.AuditSeals.Add(new() { ProvinceCode = scope.Key, Sequence = sequence, AuditEventId = next.AuditEventId, Hash = hash, SealedAt = clock.UtcNow });
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Another node sealed the same events first: its links stand, ours are dropped.
            db.ChangeTracker.Clear();
            return 0;
        }

        db.ChangeTracker.Clear();
        return waiting.Count;
    }
}
