using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>Money that was asked or ordered back and is not at the Treasury yet.</summary>
/// <param name="Path">Where it is recorded.</param>
/// <param name="Since">The day of the request or of the order.</param>
public sealed record RecoveryRow(string Path, string Number, string Kind, string? ContractNumber, string PartyB, Dong Amount, DateOnly Since, int Days, string Next);

/// <summary>Of a request or an order, what the list is sorted by.</summary>
public sealed record RecoveryKey
{
    public Guid Id { get; init; }

    /// <summary>Whether it is an order after settlement.</summary>
    public bool IsOrder { get; init; }

    public DateOnly Since { get; init; }
}

/// <summary>Chờ thu hồi: requests on their way and orders after settlement, the oldest first.</summary>
public sealed class RecoveryList(KhuyenCongDb db, Viewer viewer, string search)
{
    private readonly List<string> words = [.. SearchText.Words(search)];

    /// <summary>Both kinds as one list.</summary>
    public IQueryable<RecoveryKey> Sorted() => Requests().Select(r => new RecoveryKey { Id = r.PaymentRequestId, IsOrder = false, Since = r.RequestedOn ?? r.StateSince })
        .Concat(Orders().Select(o => new RecoveryKey { Id = o.Recovery.SettledRecoveryId, IsOrder = true, Since = o.Recovery.DocumentDate }))
        .OrderBy(k => k.Since).ThenByDescending(k => k.IsOrder).ThenBy(k => k.Id);

    public async Task<Dong> TotalAsync(CancellationToken cancellationToken) => new(
        await Requests().SumAsync(r => (long)(object)r.Total, cancellationToken) + await Orders().SumAsync(o => (long)(object)o.Recovery.Amount, cancellationToken));

    /// <summary>What the list shows of these, in their order.</summary>
    public async Task<IReadOnlyList<RecoveryRow>> RowsAsync(IReadOnlyList<RecoveryKey> keys, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var (asked, ordered) = (keys.Where(k => !k.IsOrder).Select(k => k.Id).ToList(), keys.Where(k => k.IsOrder).Select(k => k.Id).ToList());
        var requests = await Requests().Where(r => asked.Contains(r.PaymentRequestId))
            .Join(db.Contracts, r => r.ContractId, c => c.ContractId, (r, c) => new { r.PaymentRequestId, r.Number, r.Kind, r.State, r.Total, Contract = c.Number, c.PartyB })
            .ToDictionaryAsync(r => r.PaymentRequestId, cancellationToken);
        var orders = await Orders().Where(o => ordered.Contains(o.Recovery.SettledRecoveryId))
            .Join(db.Contracts, o => o.ContractId, c => c.ContractId, (o, c) => new { o.Recovery.SettledRecoveryId, o.Recovery.SettlementId, o.Recovery.DocumentNumber, o.Recovery.Amount, Contract = c.Number, c.PartyB })
            .ToDictionaryAsync(o => o.SettledRecoveryId, cancellationToken);
        List<RecoveryRow> rows = [];
        foreach (var key in keys)
        {
            var days = today.DayNumber - key.Since.DayNumber;
            if (requests.GetValueOrDefault(key.Id) is { } r)
            {
                rows.Add(new($"/thanh-toan/{r.PaymentRequestId}", r.Number, r.Kind.Text(), r.Contract, r.PartyB, r.Total, key.Since, days, r.State.Next(r.Kind)));
            }
            else if (orders.GetValueOrDefault(key.Id) is { } o)
            {
                rows.Add(new($"/quyet-toan/{o.SettlementId}#thu-hoi", o.DocumentNumber, "Thu hồi sau quyết toán", o.Contract, o.PartyB, o.Amount, key.Since, days, "chờ nộp về Kho bạc: người khác với người ghi yêu cầu xác nhận ngày nộp, số chứng từ"));
            }
        }

        return rows;
    }

    /// <summary>What the Cục concluded less than was paid, and nobody has asked or ordered back yet. Few: of national projects only.</summary>
    public async Task<IReadOnlyList<RecoveryRow>> ExcessesAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var visible = await db.Contracts.VisibleTo(viewer, db).AsNoTracking()
            .Where(c => c.Regime == Regime.National && c.ParentContractId == null && db.AcceptanceSummaries.Any(s => s.ProjectId == c.ProjectId && s.Form == AcceptanceForm.Agency && s.State == AcceptanceState.Concluded))
            .Select(c => new { c.ContractId, c.ProjectId }).ToListAsync(cancellationToken);
        List<RecoveryRow> rows = [];
        foreach (var project in visible.GroupBy(c => c.ProjectId))
        {
            rows.AddRange((await db.ExcessesAsync(project.Key, null, cancellationToken))
                .Where(e => e.Uncovered > Dong.Zero && project.Any(c => c.ContractId == e.ContractId))
                .Select(e => (Excess: e, Since: e.Bound.HeldOn ?? today))
                .Select(e => new RecoveryRow(e.Excess.NextPath(), e.Excess.Bound.Number ?? "mẫu 5c", "Phải thu hồi theo kết luận của Cục (mẫu 5c)", e.Excess.Number, e.Excess.PartyB, e.Excess.Uncovered, e.Since, today.DayNumber - e.Since.DayNumber, e.Excess.Next())));
        }

        return [.. rows.Where(r => SearchText.Fold($"{r.Number} {r.ContractNumber} {r.PartyB} {r.Kind}") is var text && words.TrueForAll(w => text.Contains(w, StringComparison.Ordinal))).OrderBy(r => r.Since).ThenBy(r => r.Path, StringComparer.Ordinal)];
    }

    private IQueryable<PaymentRequest> Requests()
    {
        var found = db.PaymentRequests.VisibleTo(viewer, db).AsNoTracking()
            .Where(r => (r.Kind == PaymentKind.RecoverAdvance || r.Kind == PaymentKind.RecoverPaid) && (r.State == PaymentState.Requested || r.State == PaymentState.Approved || r.State == PaymentState.Sent));
        foreach (var word in words)
        {
            var number = word.ToUpperInvariant();
            found = found.Where(r => r.Number.Contains(number) || db.Contracts.Any(c => c.ContractId == r.ContractId && c.SearchText.Contains(word)));
        }

        return found;
    }

    private IQueryable<OrderedBack> Orders()
    {
        var found = db.Settlements.VisibleTo(viewer, db).AsNoTracking()
            .SelectMany(s => s.Recoveries, (s, r) => new OrderedBack { ContractId = s.ContractId, Recovery = r })
            .Where(o => o.Recovery.PaidBackOn == null && o.Recovery.WithdrawnOn == null);
        foreach (var word in words)
        {
            // Numbers of documents are kept as they are written; SQLite knows no other capitals than those of English.
            var number = word.ToUpperInvariant();
#pragma warning disable CA1311 // The database's own capitals: no culture is translated.
            found = found.Where(o => o.Recovery.DocumentNumber.ToUpper().Replace("Đ", "D").Replace("đ", "D").Contains(number) || db.Contracts.Any(c => c.ContractId == o.ContractId && c.SearchText.Contains(word)));
#pragma warning restore CA1311
        }

        return found;
    }

    /// <summary>An order with the contract of its settlement.</summary>
    private sealed class OrderedBack
    {
        public Guid ContractId { get; init; }

        public SettledRecovery Recovery { get; init; } = null!;
    }
}
