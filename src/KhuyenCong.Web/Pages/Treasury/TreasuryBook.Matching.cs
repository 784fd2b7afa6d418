using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Treasury;

/// <content>Confirming matches, and paying what is matched in full.</content>
public sealed partial class TreasuryBook
{
    private static readonly string[] PaidAlready = ["payment.paid-already", "management.paid-already"];

    /// <summary>Open requests of a statement, searched for its lines.</summary>
    public async Task<MatchDesk> DeskAsync(TreasuryStatement statement, CancellationToken cancellationToken) => new(await db.OpenFactsAsync(statement, cancellationToken));

    /// <summary>Confirms matches of one statement, then pays the requests that are full by them. A line that may not be matched is told; the others stand.</summary>
    public async Task<Confirmed> ConfirmAsync(Guid statementId, IReadOnlyList<WantedMatch> wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var (lineIds, requestIds) = (wanted.Select(w => w.LineId).ToList(), wanted.SelectMany(w => w.Parts).Select(p => p.RequestId).Distinct().ToList());
        var (ties, toPay, lines, breaches) = await db.WriteTreasuryAsync<(List<Guid>, List<Guid>, int, List<Breach>)>(lineIds, requestIds, async () =>
        {
            var statement = await db.TreasuryStatements.SingleAsync(s => s.TreasuryStatementId == statementId, cancellationToken);
            var found = await db.StatementLines.Where(l => l.TreasuryStatementId == statementId && lineIds.Contains(l.StatementLineId)).ToDictionaryAsync(l => l.StatementLineId, cancellationToken);
            var requests = (await db.FactsOfAsync(requestIds, cancellationToken)).ToDictionary(r => r.PaymentRequestId);
            var (made, full, matched, refused) = (new List<Guid>(), new List<Guid>(), 0, new List<Breach>());
            foreach (var want in wanted.Where(w => found.ContainsKey(w.LineId)))
            {
                var line = found[want.LineId];
                var ruling = want.Parts.All(p => requests.ContainsKey(p.RequestId))
                    ? Reconciling.Confirm(statement, line, [.. want.Parts.Select(p => (requests[p.RequestId], p.Amount))], viewer.AsPlanMover(), () => Uuid.New(clock))
                    : new(null, [new("treasury.request-gone")]);
                refused.AddRange(ruling.Breaches);
                if (ruling.Event is not { } confirmed)
                {
                    continue;
                }

                foreach (var tie in confirmed.Ties)
                {
                    var match = StatementMatch.Of(line, tie, viewer.UserId, clock.UtcNow);
                    db.StatementMatches.Add(match);
                    line.Apply(match);
                    made.Add(match.StatementMatchId);
                    requests[tie.PaymentRequestId] = requests[tie.PaymentRequestId] with { Tied = requests[tie.PaymentRequestId].Tied + tie.Amount };
                }

                full.AddRange(confirmed.ToPay);
                matched++;
            }

            if (matched > 0)
            {
                db.Because("treasury.matched");
                await db.SaveChangesAsync(cancellationToken);
            }

            return (made, full, matched, refused);
        }, cancellationToken);
        var paid = 0;
        foreach (var requestId in toPay)
        {
            var unpaid = await PayAsync(requestId, cancellationToken);
            paid += unpaid.Count == 0 ? 1 : 0;
            breaches.AddRange(unpaid);
            if (unpaid.Count > 0)
            {
                lines -= await UntieAsync(requestId, ties, unpaid, cancellationToken);
            }
        }

        return new(lines, paid, [.. breaches.DistinctBy(b => Messages.For(b))]);
    }

    /// <summary>Pays a request whose match stands and whose payment a crash prevented.</summary>
    public Task<IReadOnlyList<Breach>> ResumeAsync(Guid requestId, CancellationToken cancellationToken) => PayAsync(requestId, cancellationToken);

    /// <summary>Sent requests and approved vouchers that lines cover in full: their payment is still to be recorded.</summary>
    public async Task<IReadOnlyList<PaymentFacts>> UnrecordedAsync(CancellationToken cancellationToken)
    {
        var mover = viewer.AsPlanMover();
        var sent = db.PaymentRequests.Where(r => r.State == PaymentState.Sent && db.StatementMatches.Any(m => m.PaymentRequestId == r.PaymentRequestId));
        var approved = db.ManagementVouchers.Where(v => v.State == ManagementVoucherState.Approved && db.StatementMatches.Any(m => m.ManagementVoucherId == v.ManagementVoucherId));
        return [.. (await db.PaymentFactsAsync(sent, cancellationToken)).Concat(await db.VoucherFactsAsync(approved, cancellationToken)).Where(r => r.Rest == Dong.Zero && mover.May(Act.RecordTreasury, r.CommuneCode) && HolderDuty.Against(mover, r.Holders) is null)];
    }

    /// <summary>Records the payment with the day and the number of the last line that covers it.</summary>
    private async Task<IReadOnlyList<Breach>> PayAsync(Guid requestId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var (total, isVoucher) = await OwedAsync(requestId, cancellationToken);

        // Of each payment alone, a moment before it is recorded: whoever undid a match meanwhile is heard. Opposite rows count against what they take back.
        var ties = await (isVoucher ? db.StatementMatches.Where(m => m.ManagementVoucherId == requestId) : db.StatementMatches.Where(m => m.PaymentRequestId == requestId))
            .Join(db.StatementLines, m => m.StatementLineId, l => l.StatementLineId, (m, l) => new { m.StatementMatchId, m.ReversesId, m.Amount, l.On, l.DocumentNumber, l.Row }).ToListAsync(cancellationToken);
        var undone = ties.Select(t => t.ReversesId).OfType<Guid>().ToHashSet();
        if (ties.Select(t => t.Amount).Sum() != total || ties.Where(t => t.ReversesId is null && !undone.Contains(t.StatementMatchId)).OrderByDescending(t => t.On).ThenByDescending(t => t.Row).FirstOrDefault() is not { } last)
        {
            return [new("treasury.not-full")];
        }

        var breaches = isVoucher
            ? await vouchers.StepVoucherAsync(requestId, null, new(ManagementVoucherAction.Pay, null, last.On, last.DocumentNumber), viewer.AsPlanMover(), cancellationToken)
            : (await payments.PayAsync(requestId, null, last.On, last.DocumentNumber, viewer.AsPlanMover(), cancellationToken)).Breaches;

        // Somebody recorded it in the same moment: it is paid, once, and tied to its line.
        return breaches.Any(b => PaidAlready.Contains(b.Code)) ? [] : breaches;
    }

    /// <summary>What is to be paid by a request, or by a voucher of management costs; of neither, nothing.</summary>
    private async Task<(Dong? Total, bool IsVoucher)> OwedAsync(Guid requestId, CancellationToken cancellationToken)
    {
        if (await db.PaymentRequests.Where(r => r.PaymentRequestId == requestId).Select(r => new { r.Total }).SingleOrDefaultAsync(cancellationToken) is { } request)
        {
            return (request.Total, false);
        }

        return ((await db.ManagementVouchers.Where(v => v.ManagementVoucherId == requestId).Select(v => new { v.Amount }).SingleOrDefaultAsync(cancellationToken))?.Amount, true);
    }

    /// <summary>A request that could not be paid is not tied by what was confirmed a moment ago.</summary>
    private async Task<int> UntieAsync(Guid requestId, IReadOnlyCollection<Guid> ties, IReadOnlyList<Breach> why, CancellationToken cancellationToken)
    {
        var reason = Characters.Cut($"Không ghi chi được: {string.Join(' ', why.Select(b => Messages.For(b)))}", StatementImport.LongestReason);
        db.ChangeTracker.Clear();
        var made = await db.StatementMatches.AsNoTracking().Where(m => (m.PaymentRequestId == requestId || m.ManagementVoucherId == requestId) && ties.Contains(m.StatementMatchId)).Select(m => m.StatementMatchId).ToListAsync(cancellationToken);
        var untied = 0;
        foreach (var match in made)
        {
            untied += (await UndoAsync(match, reason, cancellationToken)).Count == 0 ? 1 : 0;
        }

        return untied;
    }
}
