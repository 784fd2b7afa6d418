using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <content>Vouchers: each under the lock of its allotment, so that nobody else takes what is left of a line meanwhile.</content>
public sealed partial class ManagementBook
{
    public async Task<(Guid Id, IReadOnlyList<Breach> Breaches)> DraftVoucherAsync(Guid estimateId, ManagementVoucherText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        var id = Uuid.New(clock);
        if (await db.EstimateFaultAsync(mover, estimateId, cancellationToken) is { } others)
        {
            return (id, [others]);
        }

        return (id, await TakenAsync(text, () => LockedAsync<IReadOnlyList<Breach>>(estimateId, async (estimate, _) =>
        {
            var ruling = ManagementWriting.Write(estimate, null, text, await db.ManagementRoomAsync(text.ManagementLineId, null, cancellationToken), await ElsewhereAsync(text, null, cancellationToken), mover, clock);
            if (ruling.Event is { } written)
            {
                var voucher = ManagementVoucher.From(new(id, estimate, written, clock.Today));
                db.ManagementVouchers.Add(voucher);
                await db.UseInvoicesAsync(InvoiceHolders.Of(voucher), cancellationToken);
                db.Because("voucher.drafted", text.Number);
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling.Breaches;
        }, cancellationToken)));
    }

    /// <param name="seen">The version that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> WriteVoucherAsync(Guid voucherId, long? seen, ManagementVoucherText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        if (await db.VoucherFaultAsync(mover, voucherId, cancellationToken) is { } others)
        {
            return [others];
        }

        return await TakenAsync(text, () => LockedVoucherAsync<IReadOnlyList<Breach>>(voucherId, async (voucher, estimate, _) =>
        {
            var ruling = AsSeen(voucher.Version, seen, ManagementWriting.Write(estimate, voucher, text, await db.ManagementRoomAsync(text.ManagementLineId, voucherId, cancellationToken), await ElsewhereAsync(text, voucherId, cancellationToken), mover, clock));
            if (ruling.Event is { } written)
            {
                voucher.Apply(written);
                await db.UseInvoicesAsync(InvoiceHolders.Of(voucher), cancellationToken);
                db.Because("voucher.written");
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling.Breaches;
        }, cancellationToken));
    }

    /// <summary>Takes a step; the voucher and its entry of the ledger in one transaction.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> StepVoucherAsync(Guid voucherId, long? seen, ManagementVoucherMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        if (await db.VoucherFaultAsync(mover, voucherId, cancellationToken) is { } others)
        {
            return [others];
        }

        return await LockedVoucherAsync<IReadOnlyList<Breach>>(voucherId, async (voucher, estimate, ledger) =>
        {
            if (move.Action is ManagementVoucherAction.TakeBack)
            {
                // Who recorded it is in the steps.
                await db.Entry(voucher).Collection(v => v.Steps).LoadAsync(cancellationToken);
            }

            var room = await db.ManagementRoomAsync(voucher.ManagementLineId, voucherId, cancellationToken) ?? new(Dong.Zero, Dong.Zero);
            var elsewhere = move.Action is ManagementVoucherAction.Request or ManagementVoucherAction.Approve ? await ElsewhereAsync(voucher.Text, voucherId, cancellationToken) : [];
            var ruling = ManagementMoves.Step(voucher, estimate, Uuid.New(clock), move, room, elsewhere, mover, clock);

            // That it is paid already is told before that the page was old.
            ruling = ruling.Event is null ? ruling : AsSeen(voucher.Version, seen, ruling);
            if (ruling.Event is not { } moved)
            {
                return ruling.Breaches;
            }

            // Its amount is what lines of statements were matched with.
            if (move.Action is ManagementVoucherAction.Return && (await db.StatementMatches.Where(m => m.ManagementVoucherId == voucherId).Select(m => m.Amount).ToListAsync(cancellationToken)).Sum() > Dong.Zero)
            {
                return [new("management.voucher-matched")];
            }

            // A line that paid it stays its line until the payment is taken back; what only ties a line to it goes first.
            if (move.Action is ManagementVoucherAction.TakeBack && (await db.StatementMatches.Where(m => m.ManagementVoucherId == voucherId && m.WasPaid).Select(m => m.Amount).ToListAsync(cancellationToken)).Sum() > Dong.Zero)
            {
                return [new("management.voucher-tied")];
            }

            var postings = move.Action is ManagementVoucherAction.TakeBack
                ? ManagementMoves.Reversals(voucher, await RecordedAsync(voucherId, cancellationToken), moved.Move.Note!, clock.Today, () => Uuid.New(clock))
                : ManagementMoves.Postings(voucher, moved, () => Uuid.New(clock));
            if (Post(ledger, postings, mover.UserId) is { Count: > 0 } refused)
            {
                return refused;
            }

            voucher.Apply(moved);
            if (move.Action is ManagementVoucherAction.Discard)
            {
                // Its invoice may be used again.
                await db.UseInvoicesAsync(InvoiceHolders.Of(voucher), cancellationToken);
            }

            db.Because(
                move.Action switch
                {
                    ManagementVoucherAction.Request => "voucher.requested",
                    ManagementVoucherAction.Approve => "voucher.approved",
                    ManagementVoucherAction.Return => "voucher.returned",
                    ManagementVoucherAction.Pay => "voucher.paid",
                    ManagementVoucherAction.TakeBack => "voucher.taken-back",
                    _ => "voucher.discarded",
                },
                moved.Move.Note ?? moved.Move.TreasuryNumber);
            await db.SaveChangesAsync(cancellationToken);
            return [];
        }, cancellationToken);
    }

    /// <summary>What recording its payment posted and nobody took back.</summary>
    private Task<List<LedgerEntry>> RecordedAsync(Guid voucherId, CancellationToken cancellationToken) => db.LedgerEntries.AsNoTracking()
        .Where(e => e.CauseKind == LedgerCauseKind.ManagementVoucher && e.CauseId == voucherId && e.Kind == LedgerKind.Pay && e.ReversesId == null && !db.LedgerEntries.Any(o => o.ReversesId == e.LedgerEntryId))
        .ToListAsync(cancellationToken);

    /// <summary>Changes what hangs on a voucher: a paper, where its equipment stands.</summary>
    public Task<IReadOnlyList<Breach>> ChangeAsync(Guid voucherId, Func<ManagementVoucher, IReadOnlyList<Breach>> change, string because, string? typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return LockedVoucherAsync<IReadOnlyList<Breach>>(voucherId, async (voucher, _, _) =>
        {
            if (change(voucher) is { Count: > 0 } refused)
            {
                return refused;
            }

            db.BecauseTyped(because, typed);
            await db.SaveChangesAsync(cancellationToken);
            return [];
        }, cancellationToken);
    }

    /// <summary>What of a voucher is paid for already: its invoice, its equipment.</summary>
    private async Task<IReadOnlyList<Breach>> ElsewhereAsync(ManagementVoucherText text, Guid? except, CancellationToken cancellationToken)
    {
        var breaches = new List<Breach>();
        if (await db.InvoiceUsedInAsync(text, except, cancellationToken) is { } where)
        {
            breaches.Add(new("payment.invoice-used", nameof(text.InvoiceNumber), text.InvoiceNumber!.Trim(), where));
        }

        var keys = text.Equipment.Select(e => e.Key).OfType<string>().Distinct().ToList();
        var known = keys.Count == 0 ? [] : await db.ManagementEquipment.AsNoTracking().Where(e => e.Key != null && keys.Contains(e.Key) && e.ManagementVoucherId != except).Select(e => new { e.Name, e.Serial }).ToListAsync(cancellationToken);
        breaches.AddRange(known.Select(e => new Breach("management.equipment-twice", null, e.Name, e.Serial ?? "")));
        return breaches;
    }

    /// <summary>Somebody typed the same invoice or the same thing in the same moment: theirs stands.</summary>
    private async Task<IReadOnlyList<Breach>> TakenAsync(ManagementVoucherText text, Func<Task<IReadOnlyList<Breach>>> work)
    {
        try
        {
            return await work();
        }
        catch (DbUpdateException fault) when (fault.IsTwin() && (!string.IsNullOrWhiteSpace(text.InvoiceNumber) || text.Equipment.Count > 0))
        {
            db.ChangeTracker.Clear();
            return fault.IsInvoiceTwin() ? [new("payment.invoice-used", nameof(text.InvoiceNumber), text.InvoiceNumber?.Trim() ?? "", "hồ sơ khác vừa lập, hoặc của tỉnh khác")] : [Meanwhile];
        }
    }

    private async Task<T> LockedVoucherAsync<T>(Guid voucherId, Func<ManagementVoucher, ManagementEstimate, Ledger, Task<T>> work, CancellationToken cancellationToken)
    {
        var estimateId = await db.ManagementVouchers.Where(v => v.ManagementVoucherId == voucherId).Select(v => v.ManagementEstimateId).SingleAsync(cancellationToken);
        return await LockedAsync(estimateId, async (estimate, ledger) => await work(
            await db.ManagementVouchers.Include(v => v.Equipment).Include(v => v.Papers).AsSplitQuery().SingleAsync(v => v.ManagementVoucherId == voucherId, cancellationToken), estimate, ledger), cancellationToken);
    }
}
