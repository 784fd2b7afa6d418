using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Treasury;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<TreasuryStatement> TreasuryStatements => Set<TreasuryStatement>();

    public DbSet<StatementLine> StatementLines => Set<StatementLine>();

    public DbSet<StatementMatch> StatementMatches => Set<StatementMatch>();

    public DbSet<LineExplanation> LineExplanations => Set<LineExplanation>();

    /// <summary>Whoever takes in a statement of an account, or withdraws one, waits for whoever else does in the province.</summary>
    public Task LockAccountAsync(string account, CancellationToken cancellationToken = default) =>
        // A statement that is not there yet cannot be locked.
        LockNameAsync($"{nameof(TreasuryStatements)} {ScopeProvince} {account}", cancellationToken);

    /// <summary>Matches lines with requests and vouchers: others who match one of them wait, and what was tracked before the lock is forgotten.</summary>
    /// <param name="lineIds">Of the statement.</param>
    /// <param name="requestIds">Of requests and of vouchers.</param>
    /// <param name="work">Under the locks.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public Task<T> WriteTreasuryAsync<T>(IReadOnlyCollection<Guid> lineIds, IReadOnlyCollection<Guid> requestIds, Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lineIds);
        ArgumentNullException.ThrowIfNull(requestIds);
        var (lines, requests) = (lineIds.Distinct().ToArray(), requestIds.Distinct().ToArray());
        ChangeTracker.Clear();
        return WriteAsync(
            async db =>
            {
                // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
                if (db.Database.IsNpgsql())
                {
                    await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"StatementLines\" WHERE \"StatementLineId\" = ANY({lines}) ORDER BY \"StatementLineId\" FOR NO KEY UPDATE", cancellationToken);
                    await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"ManagementVouchers\" WHERE \"ManagementVoucherId\" = ANY({requests}) ORDER BY \"ManagementVoucherId\" FOR NO KEY UPDATE", cancellationToken);
                    await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"PaymentRequests\" WHERE \"PaymentRequestId\" = ANY({requests}) ORDER BY \"PaymentRequestId\" FOR NO KEY UPDATE", cancellationToken);
                }
            },
            work,
            cancellationToken);
    }

    /// <summary>Requests that lines of a statement may be the payment of: those from lines of its holder, on their way or paid around its days. What clears an advance moves no money.</summary>
    public IQueryable<PaymentRequest> PayableBy(TreasuryStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var (commune, holder, from, to) = (statement.CommuneCode, statement.HolderId, statement.FromDay.AddDays(-MatchDesk.NearDays), statement.ToDay.AddDays(MatchDesk.NearDays));
        var requests = PaymentRequests.Where(r => r.Kind != PaymentKind.ClearAdvance
            && (r.State == PaymentState.Approved || r.State == PaymentState.Sent || (r.State == PaymentState.Paid && r.PaidOn >= from && r.PaidOn <= to))
            && r.Lines.Any(l => Allocations.Any(a => a.AllocationId == l.AllocationId && a.HolderId == holder)));
        return commune is null ? requests.Where(r => r.Regime != Regime.Commune) : requests.Where(r => r.Regime == Regime.Commune && r.TerritoryCode == commune);
    }

    /// <summary>What matching needs to know of requests, with what lines are matched with them already: four queries, however many they are.</summary>
    public async Task<List<PaymentFacts>> PaymentFactsAsync(IQueryable<PaymentRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var found = await requests.AsNoTracking().ToListAsync(cancellationToken);
        var matches = await StatementMatches.AsNoTracking().Where(m => requests.Any(r => r.PaymentRequestId == m.PaymentRequestId)).Select(m => new { PaymentRequestId = m.PaymentRequestId!.Value, m.Amount }).ToListAsync(cancellationToken);
        var tied = matches.GroupBy(m => m.PaymentRequestId).ToDictionary(g => g.Key, g => g.Select(m => m.Amount).Sum());
        var parties = await Contracts.AsNoTracking().Where(c => requests.Any(r => r.ContractId == c.ContractId)).Select(c => new { c.ContractId, c.PartyB }).ToDictionaryAsync(c => c.ContractId, c => c.PartyB, cancellationToken);
        var holders = (await requests.AsNoTracking().SelectMany(r => r.Lines).Join(Allocations, l => l.AllocationId, a => a.AllocationId, (l, a) => new { l.PaymentRequestId, a.HolderId }).Distinct().ToListAsync(cancellationToken)).ToLookup(l => l.PaymentRequestId, l => l.HolderId);
        return
        [
            .. found.Select(r => new PaymentFacts(
                r.PaymentRequestId, r.Number, r.Kind.IsRecovery() ? LineDirection.In : LineDirection.Out, r.State is PaymentState.Paid, PaymentStates.Find(r.State, PaymentAction.Pay) is not null && r.Kind is not PaymentKind.ClearAdvance,
                r.Total, tied.GetValueOrDefault(r.PaymentRequestId), r.TreasuryNumber, r.SentOn, r.PaidOn, r.Bank?.Holder ?? parties.GetValueOrDefault(r.ContractId) ?? "", r.Bank?.Number, r.CommuneCode)
            {
                Holders = [.. holders[r.PaymentRequestId]],
                Year = r.Year,
            }),
        ];
    }

    /// <summary>Vouchers of management costs that lines of a statement may be the payment of: those of lines of its holder, approved or paid around its days.</summary>
    public IQueryable<ManagementVoucher> VouchersPayableBy(TreasuryStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var (commune, holder, from, to) = (statement.CommuneCode, statement.HolderId, statement.FromDay.AddDays(-MatchDesk.NearDays), statement.ToDay.AddDays(MatchDesk.NearDays));
        return ManagementVouchers.Where(v => v.CommuneCode == commune
            && (v.State == ManagementVoucherState.Approved || (v.State == ManagementVoucherState.Paid && v.PaidOn >= from && v.PaidOn <= to))
            && Allocations.Any(a => a.AllocationId == v.AllocationId && a.HolderId == holder));
    }

    /// <summary>What matching needs to know of vouchers, with what lines are matched with them already.</summary>
    public async Task<List<PaymentFacts>> VoucherFactsAsync(IQueryable<ManagementVoucher> vouchers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(vouchers);
        var found = await vouchers.AsNoTracking().Join(Allocations, v => v.AllocationId, a => a.AllocationId, (v, a) => new { Voucher = v, a.HolderId, a.Year }).ToListAsync(cancellationToken);
        var matches = await StatementMatches.AsNoTracking().Where(m => vouchers.Any(v => v.ManagementVoucherId == m.ManagementVoucherId)).Select(m => new { Id = m.ManagementVoucherId!.Value, m.Amount }).ToListAsync(cancellationToken);
        var tied = matches.GroupBy(m => m.Id).ToDictionary(g => g.Key, g => g.Select(m => m.Amount).Sum());
        return
        [
            .. found.Select(f => new PaymentFacts(
                f.Voucher.ManagementVoucherId, f.Voucher.Number, LineDirection.Out, f.Voucher.State is ManagementVoucherState.Paid, f.Voucher.State is ManagementVoucherState.Approved,
                f.Voucher.Amount, tied.GetValueOrDefault(f.Voucher.ManagementVoucherId), f.Voucher.TreasuryNumber, f.Voucher.IssuedOn, f.Voucher.PaidOn, f.Voucher.Payee, null, f.Voucher.CommuneCode)
            {
                IsVoucher = true,
                Holders = [f.HolderId],
                Year = f.Year,
            }),
        ];
    }

    /// <summary>Requests and vouchers that lines of a statement may be the payment of.</summary>
    public async Task<List<PaymentFacts>> OpenFactsAsync(TreasuryStatement statement, CancellationToken cancellationToken = default) =>
        [.. await PaymentFactsAsync(PayableBy(statement), cancellationToken), .. await VoucherFactsAsync(VouchersPayableBy(statement), cancellationToken)];

    /// <summary>Those of these ids, whether of requests or of vouchers.</summary>
    public async Task<List<PaymentFacts>> FactsOfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var wanted = ids.ToList();
        return
        [
            .. await PaymentFactsAsync(PaymentRequests.Where(r => wanted.Contains(r.PaymentRequestId)), cancellationToken),
            .. await VoucherFactsAsync(ManagementVouchers.Where(v => wanted.Contains(v.ManagementVoucherId)), cancellationToken),
        ];
    }
}
