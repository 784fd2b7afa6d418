using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>What an order to pay back comes to: the money at the Treasury, or an order that was lifted.</content>
public sealed partial class SettlementBook
{
    /// <summary>Records the money that came back; the ledger moves with it, once.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> ReceiveAsync(Guid id, long? seen, Guid recoveryId, DateOnly? paidBackOn, string? treasuryNumber, PlanMover mover, CancellationToken cancellationToken)
    {
        var projectId = await db.Settlements.Where(s => s.SettlementId == id).Select(s => s.ProjectId).SingleAsync(cancellationToken);
        var lines = await db.Settlements.Where(s => s.SettlementId == id).SelectMany(s => s.Recoveries).Where(r => r.SettledRecoveryId == recoveryId).Select(r => r.AllocationId).ToListAsync(cancellationToken);
        if (await db.LinesFaultAsync(mover, lines, cancellationToken) is { } stranger)
        {
            return [stranger];
        }

        try
        {
            return await db.WriteLedgerAsync<IReadOnlyList<Breach>>(lines, [projectId], async ledger =>
            {
                var settlement = await db.WholeSettlements.SingleAsync(s => s.SettlementId == id, cancellationToken);
                var ruling = AsSeen(settlement.Version, seen, RecoveryFollowing.Receive(settlement, recoveryId, paidBackOn, treasuryNumber, mover, clock));
                if (ruling.Event is not { } received)
                {
                    return ruling.Breaches;
                }

                var recovery = settlement.Recoveries.Single(r => r.SettledRecoveryId == recoveryId);
                var posted = ledger.Judge([PaidBack(settlement, recovery.AllocationId, recovery.Amount, received.PaidBackOn, WhyPaidBack(recovery))], clock.Today);
                if (posted.Event is not { } entries)
                {
                    return posted.Breaches;
                }

                settlement.Apply(received);
                db.Record(ledger, entries, mover.UserId);
                db.Because("settlement.recovery-received", $"{recovery.DocumentNumber}, chứng từ {received.TreasuryNumber}");
                await db.SaveChangesAsync(cancellationToken);
                return [];
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return [Meanwhile];
        }
    }

    /// <summary>Takes a receipt back that was confirmed by mistake: the ledger gets the opposite of its entry, and the money is waited for again.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> TakeBackReceiptAsync(Guid id, long? seen, Guid recoveryId, ReceiptCorrection correction, PlanMover mover, CancellationToken cancellationToken)
    {
        var projectId = await db.Settlements.Where(s => s.SettlementId == id).Select(s => s.ProjectId).SingleAsync(cancellationToken);
        var lines = await db.Settlements.Where(s => s.SettlementId == id).SelectMany(s => s.Recoveries).Where(r => r.SettledRecoveryId == recoveryId).Select(r => r.AllocationId).ToListAsync(cancellationToken);
        if (await db.LinesFaultAsync(mover, lines, cancellationToken) is { } stranger)
        {
            return [stranger];
        }

        try
        {
            return await db.WriteLedgerAsync<IReadOnlyList<Breach>>(lines, [projectId], async ledger =>
            {
                var settlement = await db.WholeSettlements.SingleAsync(s => s.SettlementId == id, cancellationToken);
                var ruling = AsSeen(settlement.Version, seen, RecoveryFollowing.TakeBack(settlement, recoveryId, correction, Uuid.New(clock), mover, clock));
                if (ruling.Event is not { } taken)
                {
                    return ruling.Breaches;
                }

                var recovery = settlement.Recoveries.Single(r => r.SettledRecoveryId == recoveryId);
                var note = $"Hủy xác nhận đã thu theo {recovery.DocumentNumber}, văn bản số {taken.DocumentNumber} ngày {taken.DocumentDate:dd/MM/yyyy}: {taken.Reason}";
                var posted = ledger.Judge(Settling.Reversals(settlement, [await ReceiptEntryAsync(settlement, recovery, cancellationToken)], note, clock.Today, () => Uuid.New(clock)), clock.Today);
                if (posted.Event is not { } opposite)
                {
                    return posted.Breaches;
                }

                settlement.Apply(taken);
                db.Record(ledger, opposite, mover.UserId);
                db.Because("settlement.receipt-taken-back", $"{taken.DocumentNumber}: {taken.Reason}");
                await db.SaveChangesAsync(cancellationToken);
                return [];
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // Somebody took it back in the same moment: once is enough.
            db.ChangeTracker.Clear();
            return [Meanwhile];
        }
    }

    /// <summary>Nothing is waited for any longer.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public Task<IReadOnlyList<Breach>> WithdrawAsync(Guid id, long? seen, Guid recoveryId, string? reason, PlanMover mover, CancellationToken cancellationToken) =>
        InTurnAsync<IReadOnlyList<Breach>>(async () =>
        {
            var settlement = await db.WholeSettlements.SingleAsync(s => s.SettlementId == id, cancellationToken);
            if (await db.ContractFaultAsync(mover, settlement.ContractId, cancellationToken) is { } stranger)
            {
                return [stranger];
            }

            var ruling = AsSeen(settlement.Version, seen, RecoveryFollowing.Withdraw(settlement, recoveryId, reason, mover, clock));
            if (ruling.Event is { } withdrawn)
            {
                settlement.Apply(withdrawn);
                db.Because("settlement.recovery-withdrawn", withdrawn.Reason);
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling.Breaches;
        }, cancellationToken);

    private static string WhyPaidBack(SettledRecovery recovery) => Cut($"{recovery.DocumentNumber}: {recovery.Reason}");

    /// <summary>The entry that a receipt posted; of several like it on the line any does, once.</summary>
    private async Task<LedgerEntry> ReceiptEntryAsync(Settlement settlement, SettledRecovery recovery, CancellationToken cancellationToken)
    {
        var (id, line, why) = (settlement.SettlementId, recovery.AllocationId, WhyPaidBack(recovery));
        var entries = await db.LedgerEntries.AsNoTracking()
            .Where(e => e.CauseKind == LedgerCauseKind.Settlement && e.CauseId == id && e.AllocationId == line && e.Kind == LedgerKind.RecoverSettled && e.ReversesId == null && !db.LedgerEntries.Any(o => o.ReversesId == e.LedgerEntryId))
            .OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        return entries.Where(e => e.Amount == recovery.Amount).OrderByDescending(e => e.On == recovery.PaidBackOn && e.Reason == why).First();
    }

    private Posting PaidBack(Settlement settlement, Guid line, Dong amount, DateOnly on, string why) =>
        new(Uuid.New(clock), line, LedgerKind.RecoverSettled, amount, new(LedgerCauseKind.Settlement, settlement.SettlementId), on, settlement.ProjectId, settlement.ContractId, why);
}
