using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <content>Ghi nhận sai: the request and the opposite of what its payment posted, in one transaction.</content>
public sealed partial class PaymentBook
{
    private Task<Ruling<PaymentMoved>> TakenBackAsync(Guid requestId, long? seen, PaymentMove move, PlanMover mover, CancellationToken cancellationToken) =>
        MoneyLockedAsync(requestId, async (request, contract, ledger) =>
        {
            // Who recorded it is in the steps.
            await db.Entry(request).Collection(r => r.Steps).LoadAsync(cancellationToken);
            var ruling = AsSeen(request.Version, seen, PaymentMoves.Step(request, contract, Uuid.New(clock), move, null, [], mover, clock));
            if (ruling.Event is not { } moved)
            {
                return ruling;
            }

            var entries = await db.LedgerEntries.AsNoTracking()
                .Where(e => e.CauseKind == LedgerCauseKind.PaymentRequest && e.CauseId == requestId && e.ReversesId == null && !db.LedgerEntries.Any(o => o.ReversesId == e.LedgerEntryId))
                .ToListAsync(cancellationToken);
            var posted = ledger.Judge(PaymentMoves.Reversals(request, entries, move.Note!, clock.Today, () => Uuid.New(clock)), clock.Today);
            if (posted.Event is not { } opposites)
            {
                return new(null, posted.Breaches);
            }

            request.Apply(moved);
            db.Record(ledger, opposites, mover.UserId);
            db.Because("payment.taken-back", move.Note);
            await db.SaveChangesAsync(cancellationToken);
            return ruling;
        }, cancellationToken);
}
