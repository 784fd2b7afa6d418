using KhuyenCong.Data;
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
public static class AdvanceList
{
    public static async Task<IReadOnlyList<AdvanceRow>> OfAsync(KhuyenCongDb db, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var unspent = await db.UnspentAdvancesAsync(db.Contracts.WithVisiblePayments(viewer, db).Select(c => c.ContractId), cancellationToken);
        var mover = viewer.AsPlanMover();
        var ids = unspent.Select(u => u.ContractId).ToList();
        var contracts = await db.Contracts.AsNoTracking().Where(c => ids.Contains(c.ContractId))
            .Join(db.Projects, c => c.ProjectId, p => p.ProjectId, (c, p) => new { c.ContractId, c.Number, c.PartyB, c.EndsOn, c.Regime, c.TerritoryCode, p.ProjectId, p.Code, p.Title })
            .ToDictionaryAsync(c => c.ContractId, cancellationToken);
        return [.. unspent.Where(u => contracts.ContainsKey(u.ContractId))
            .Select(u => (Unspent: u, Contract: contracts[u.ContractId]))
            .Select(x => new AdvanceRow(x.Unspent.ContractId, x.Contract.Number, x.Contract.PartyB, x.Contract.ProjectId, x.Contract.Code, x.Contract.Title, x.Contract.EndsOn, x.Unspent.Amount, x.Unspent.Since, x.Unspent.Days(today), mover.May(Act.RequestPayment, x.Contract.Regime, x.Contract.TerritoryCode), x.Unspent.Lines))
            .OrderByDescending(r => r.Days ?? int.MaxValue).ThenBy(r => r.ContractId)];
    }
}
