using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>One contract that holds an advance.</summary>
public sealed record AdvanceRow(Guid ContractId, string? ContractNumber, string PartyB, Guid ProjectId, string? ProjectCode, string ProjectTitle, DateOnly? EndsOn, Dong Amount, DateOnly? Since, int? Days, bool MayRequest, IReadOnlyList<Guid> Lines)
{
    public AdvanceBucket Bucket => AdvanceAge.BucketOf(Days);
}

/// <summary>Tạm ứng chưa thanh toán, chưa thu hồi: the oldest first.</summary>
/// <remarks>How old a balance is follows from what was paid and what is left (<see cref="AdvanceAge.Oldest"/>): its oldest part was paid by a day if more is left than was advanced after that day. So the database finds ages by stored days and sums.</remarks>
public static class AdvanceList
{
    /// <summary>Contracts that hold an advance, of those whose payments the viewer sees.</summary>
    public static IQueryable<Contract> Held(KhuyenCongDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        return db.Contracts.AsNoTracking().WithVisiblePayments(viewer, db).Where(c => db.LedgerPositions.Any(p => p.ContractId == c.ContractId && (long)(object)p.Advanced > 0));
    }

    /// <summary>Those of an age.</summary>
    internal static IQueryable<Contract> Aged(IQueryable<Contract> held, AdvanceBucket bucket, DateOnly today, KhuyenCongDb db)
    {
        var paid = Paid(db);
        if (bucket is AdvanceBucket.Unknown)
        {
            return held.Where(c => !paid.Any(r => r.ContractId == c.ContractId));
        }

        var (first, last) = AdvanceAge.PaidIn(bucket, today);
        held = last is { } until ? PaidBy(held, until, db) : held.Where(c => paid.Any(r => r.ContractId == c.ContractId));
        if (first is not { } from)
        {
            return held;
        }

        var earlier = from.AddDays(-1);
        return held.Where(c => !paid.Any(r => r.ContractId == c.ContractId && r.PaidOn <= earlier)
            || paid.Where(r => r.ContractId == c.ContractId && r.PaidOn > earlier).Sum(r => (long)(object)r.Total) >= db.LedgerPositions.Where(p => p.ContractId == c.ContractId).Sum(p => (long)(object)p.Advanced));
    }

    /// <summary>Those of whose advance something is left that was paid on this day or before.</summary>
    internal static IQueryable<Contract> PaidBy(IQueryable<Contract> held, DateOnly day, KhuyenCongDb db)
    {
        var paid = Paid(db);
        return held.Where(c => paid.Any(r => r.ContractId == c.ContractId && r.PaidOn <= day)
            && paid.Where(r => r.ContractId == c.ContractId && r.PaidOn > day).Sum(r => (long)(object)r.Total) < db.LedgerPositions.Where(p => p.ContractId == c.ContractId).Sum(p => (long)(object)p.Advanced));
    }

    /// <summary>The oldest first, those whose day nobody knows before them.</summary>
    internal static IQueryable<Guid> Sorted(IQueryable<Contract> held, KhuyenCongDb db)
    {
        var paid = Paid(db);
        return held
            .Select(c => new
            {
                c.ContractId,
                Since = paid.Where(r => r.ContractId == c.ContractId
                        && paid.Where(later => later.ContractId == c.ContractId && later.PaidOn > r.PaidOn).Sum(later => (long)(object)later.Total) < db.LedgerPositions.Where(p => p.ContractId == c.ContractId).Sum(p => (long)(object)p.Advanced))
                    .Min(r => r.PaidOn),
            })
            .OrderByDescending(x => x.Since == null).ThenBy(x => x.Since).ThenBy(x => x.ContractId)
            .Select(x => x.ContractId);
    }

    /// <summary>What these hold together.</summary>
    internal static async Task<Dong> SumAsync(IQueryable<Contract> held, KhuyenCongDb db, CancellationToken cancellationToken)
    {
        var ids = held.Select(c => c.ContractId);
        return new(await db.LedgerPositions.Where(p => p.ContractId != null && ids.Contains(p.ContractId.Value)).SumAsync(p => (long)(object)p.Advanced, cancellationToken));
    }

    /// <summary>What lists show of these contracts, in their order.</summary>
    public static async Task<IReadOnlyList<AdvanceRow>> RowsAsync(IReadOnlyList<Guid> contractIds, KhuyenCongDb db, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var ids = contractIds.ToList();
        var unspent = (await db.UnspentAdvancesAsync(db.Contracts.Where(c => ids.Contains(c.ContractId)).Select(c => c.ContractId), cancellationToken)).ToDictionary(u => u.ContractId);
        var mover = viewer.AsPlanMover();
        var contracts = await db.Contracts.AsNoTracking().Where(c => ids.Contains(c.ContractId))
            .Join(db.Projects, c => c.ProjectId, p => p.ProjectId, (c, p) => new { c.ContractId, c.Number, c.PartyB, c.EndsOn, c.Regime, c.TerritoryCode, p.ProjectId, p.Code, p.Title })
            .ToDictionaryAsync(c => c.ContractId, cancellationToken);
        // What was cleared between the two questions is not shown as held.
        return [.. ids.Where(id => unspent.ContainsKey(id) && contracts.ContainsKey(id))
            .Select(id => (Unspent: unspent[id], Contract: contracts[id]))
            .Select(x => new AdvanceRow(x.Unspent.ContractId, x.Contract.Number, x.Contract.PartyB, x.Contract.ProjectId, x.Contract.Code, x.Contract.Title, x.Contract.EndsOn, x.Unspent.Amount, x.Unspent.Since, x.Unspent.Days(today), mover.May(Act.RequestPayment, x.Contract.Regime, x.Contract.TerritoryCode), x.Unspent.Lines))];
    }

    private static IQueryable<PaymentRequest> Paid(KhuyenCongDb db) => db.PaymentRequests.Where(r => r.Kind == PaymentKind.Advance && r.State == PaymentState.Paid && r.PaidOn != null);
}
