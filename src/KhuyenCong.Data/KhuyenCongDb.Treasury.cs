using KhuyenCong.Domain.Law;
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

    /// <summary>Matches lines with requests: others who match one of them wait, and what was tracked before the lock is forgotten.</summary>
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
        var matches = await StatementMatches.AsNoTracking().Where(m => requests.Any(r => r.PaymentRequestId == m.PaymentRequestId)).Select(m => new { m.PaymentRequestId, m.Amount }).ToListAsync(cancellationToken);
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
            }),
        ];
    }
}
