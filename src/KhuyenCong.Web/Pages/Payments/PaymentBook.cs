using KhuyenCong.Data;
using KhuyenCong.Data.Numbering;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>The use cases of payment requests: lock the lines of money, read, decide and save in one transaction. <see cref="PayAsync"/> is the one way to paid.</summary>
public sealed partial class PaymentBook(KhuyenCongDb db, PaymentRules rules, TimeProvider clock)
{
    /// <summary>Starts a request of a contract; its number is used up only if it is kept.</summary>
    public async Task<(Guid Id, IReadOnlyList<Breach> Breaches)> DraftAsync(Guid contractId, PaymentKind kind, PaymentText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        db.ChangeTracker.Clear();
        var id = Uuid.New(clock);
        if (await db.LinesFaultAsync(mover, text.Lines.Select(l => l.AllocationId), cancellationToken) is { } others)
        {
            return (id, [others]);
        }

        // Judged before a number is asked for, so that none is taken by what cannot be kept. Balances are judged again, under the lock, when it is asked for.
        var (contract, ruling) = await JudgeAsync(contractId, null, kind, text, mover, cancellationToken);
        if (ruling.Event is not { } written)
        {
            return (id, ruling.Breaches);
        }

        try
        {
            return (id, await db.WithNextNumberAsync<IReadOnlyList<Breach>>(SeriesOf(kind), clock.Today.Year, async number =>
            {
                var request = PaymentRequest.From(new(id, contract.ProvinceCode, contractId, contract.ProjectId, contract.Regime, contract.TerritoryCode, kind, number, contract.Bank, written, clock.Today));
                db.PaymentRequests.Add(request);
                await db.UseInvoicesAsync(InvoiceHolders.Of(request), cancellationToken);
                db.Because("payment.drafted", number);
                await db.SaveChangesAsync(cancellationToken);
                return [];
            }, cancellationToken));
        }
        catch (DbUpdateException fault) when (fault.IsTwin() && text.Invoices.Count > 0)
        {
            db.ChangeTracker.Clear();
            return (id, [InvoiceTaken(text)]);
        }
    }

    /// <summary>Corrects a request that is being drafted or came back.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> WriteAsync(Guid requestId, long? seen, PaymentText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        if ((await db.PaymentFaultAsync(mover, requestId, cancellationToken) ?? await db.LinesFaultAsync(mover, text.Lines.Select(l => l.AllocationId), cancellationToken)) is { } others)
        {
            return [others];
        }

        try
        {
            return await LockedAsync<IReadOnlyList<Breach>>(requestId, async (request, _) =>
            {
                var (_, ruling) = await JudgeAsync(request.ContractId, request, request.Kind, text, mover, cancellationToken);
                ruling = AsSeen(request.Version, seen, ruling);
                if (ruling.Event is { } written)
                {
                    request.Apply(written);
                    await db.UseInvoicesAsync(InvoiceHolders.Of(request), cancellationToken);
                    db.Because("payment.written");
                    await db.SaveChangesAsync(cancellationToken);
                }

                return ruling.Breaches;
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin() && text.Invoices.Count > 0)
        {
            db.ChangeTracker.Clear();
            return [InvoiceTaken(text)];
        }
    }

    /// <summary>Takes any step but the one that moves money.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public async Task<Ruling<PaymentMoved>> StepAsync(Guid requestId, long? seen, PaymentMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        if (move.Action is PaymentAction.Pay)
        {
            return await PaidAsync(requestId, seen, move, mover, cancellationToken);
        }

        if (await db.PaymentFaultAsync(mover, requestId, cancellationToken) is { } others)
        {
            return new(null, [others]);
        }

        if (move.Action is PaymentAction.TakeBack)
        {
            return await TakenBackAsync(requestId, seen, move, mover, cancellationToken);
        }

        return await LockedAsync(requestId, async (request, contract) =>
        {
            var asks = move.Action is PaymentAction.Request or PaymentAction.Approve;
            var room = asks || move.Action is PaymentAction.Send ? await db.PaymentRoomAsync(contract.ContractId, requestId, cancellationToken) : null;
            var findings = room is null || !asks ? [] : await rules.FindingsAsync(request, contract, room, cancellationToken);
            var ruling = AsSeen(request.Version, seen, PaymentMoves.Step(request, contract, Uuid.New(clock), move, room, findings, mover, clock, await StateAsync(contract.ProjectId, cancellationToken)));
            if (ruling.Event is { } moved)
            {
                // Lines of statements say that its money went: written anew or discarded, it would leave them proven by nothing.
                if (move.Action is PaymentAction.SendBack or PaymentAction.Refuse && await IsMatchedAsync(requestId, cancellationToken))
                {
                    return new(null, [new("payment.matched")]);
                }

                request.Apply(moved);
                if (move.Action is PaymentAction.Discard)
                {
                    // Its invoices may be used again.
                    await db.UseInvoicesAsync(InvoiceHolders.Of(request), cancellationToken);
                }

                db.Because(
                    move.Action switch
                    {
                        PaymentAction.Request => "payment.requested",
                        PaymentAction.Approve => "payment.approved",
                        PaymentAction.Return => "payment.returned",
                        PaymentAction.Send => "payment.sent",
                        PaymentAction.SendBack => "payment.sent-back",
                        PaymentAction.Refuse => "payment.refused",
                        _ => "payment.discarded",
                    },
                    move.Note);
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling;
        }, cancellationToken);
    }

    /// <summary>Ghi nhận đã chi, đã thu: the request and its entries of the ledger in one transaction. A request that is paid already is refused, so that nothing is paid twice whoever asks, however often.</summary>
    /// <param name="requestId">Which.</param>
    /// <param name="seen">The version that the page showed; null where none was.</param>
    /// <param name="paidOn">Ngày của chứng từ Kho bạc.</param>
    /// <param name="treasuryNumber">Số chứng từ của Kho bạc.</param>
    /// <param name="mover">Who records it.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public Task<Ruling<PaymentMoved>> PayAsync(Guid requestId, long? seen, DateOnly? paidOn, string? treasuryNumber, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mover);
        return PaidAsync(requestId, seen, new(PaymentAction.Pay, null, paidOn, treasuryNumber), mover, cancellationToken);
    }

    /// <summary>Attaches or removes a paper.</summary>
    public Task<IReadOnlyList<Breach>> ChangePapersAsync(Guid requestId, Func<PaymentRequest, Breach?> change, PaperChange what, string? typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return LockedAsync<IReadOnlyList<Breach>>(requestId, async (request, _) =>
        {
            if (change(request) is { } breach)
            {
                return [breach];
            }

            db.BecauseTyped(what switch { PaperChange.CopyAttached => "payment.copy-attached", PaperChange.Attached => "payment.paper-attached", _ => "payment.paper-removed" }, typed);
            await db.SaveChangesAsync(cancellationToken);
            return [];
        }, cancellationToken);
    }

    private static string SeriesOf(PaymentKind kind) => kind switch
    {
        PaymentKind.Advance => "DNTU",
        PaymentKind.Payment => "DNTT",
        PaymentKind.ClearAdvance => "TTTU",
        _ => "DNTH",
    };

    private static Breach InvoiceTaken(PaymentText text) => new("payment.invoice-used", null, string.Join(", ", text.Invoices.Select(i => i.Number?.Trim())), "hồ sơ khác vừa lập, hoặc của tỉnh khác");

    /// <summary>What stands against it anyway, that it was paid already above all, is told before that somebody was there meanwhile.</summary>
    private static Ruling<T> AsSeen<T>(long version, long? seen, Ruling<T> ruling)
        where T : class => ruling.Event is null ? ruling : Seen.AsSeen(version, seen, ruling);

    private async Task<(Contract Contract, Ruling<PaymentWritten> Ruling)> JudgeAsync(Guid contractId, PaymentRequest? request, PaymentKind kind, PaymentText text, PlanMover mover, CancellationToken cancellationToken)
    {
        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == contractId, cancellationToken);
        var room = await db.PaymentRoomAsync(contractId, request?.PaymentRequestId, cancellationToken);
        var usedIn = kind.IsRecovery() ? null : await db.InvoicesUsedInAsync(text.Invoices, request?.PaymentRequestId, contract.ProjectId, cancellationToken);
        return (contract, PaymentWriting.Write(contract, request, kind, text, room, usedIn, mover, clock, await StateAsync(contract.ProjectId, cancellationToken)));
    }

    private Task<ProjectState> StateAsync(Guid projectId, CancellationToken cancellationToken) => db.Projects.Where(p => p.ProjectId == projectId).Select(p => p.State).SingleAsync(cancellationToken);

    private async Task<Ruling<PaymentMoved>> PaidAsync(Guid requestId, long? seen, PaymentMove wanted, PlanMover mover, CancellationToken cancellationToken)
    {
        var move = wanted with { TreasuryNumber = string.IsNullOrWhiteSpace(wanted.TreasuryNumber) ? null : wanted.TreasuryNumber.Trim() };
        if (await db.PaymentFaultAsync(mover, requestId, cancellationToken) is { } others)
        {
            return new(null, [others]);
        }

        return await MoneyLockedAsync(requestId, async (request, contract, ledger) =>
        {
            var room = request.Kind.NeedsAcceptance() ? await db.PaymentRoomAsync(contract.ContractId, requestId, cancellationToken) : null;
            var ruling = PaymentMoves.Step(request, contract, Uuid.New(clock), move, room, [], mover, clock);
            if (ruling.Event is null || AsSeen(request.Version, seen, ruling) is not { Event: { } moved })
            {
                // That it is paid already is told before that the page was old.
                return ruling.Event is null ? ruling : AsSeen(request.Version, seen, ruling);
            }

            var on = move.Date!.Value;
            var posted = ledger.Judge(PaymentMoves.Postings(request, on, () => Uuid.New(clock)), clock.Today);
            if (posted.Event is not { } entries)
            {
                return new(null, posted.Breaches);
            }

            request.Apply(moved);
            db.Record(ledger, entries, mover.UserId);
            db.Because("payment.paid", $"{request.Number}{(move.TreasuryNumber is { } number ? $", chứng từ {number}" : "")}{(PaymentYear.Hint(request.Year, on) is null ? "" : $"; lưu ý: ngày {on:dd/MM/yyyy} trước năm dự toán {request.Year}")}");
            await db.SaveChangesAsync(cancellationToken);
            return ruling;
        }, cancellationToken);
    }

    /// <summary>Whether lines of statements prove it, in whole or in part; a match that is being confirmed is waited for, and one that comes later finds the request changed.</summary>
    private async Task<bool> IsMatchedAsync(Guid requestId, CancellationToken cancellationToken)
    {
        await db.LockPaymentRequestAsync(requestId, cancellationToken);
        return (await db.StatementMatches.Where(m => m.PaymentRequestId == requestId).Select(m => m.Amount).ToListAsync(cancellationToken)).Sum() > Dong.Zero;
    }

    private Task<T> LockedAsync<T>(Guid requestId, Func<PaymentRequest, Contract, Task<T>> work, CancellationToken cancellationToken) =>
        LockedAsync(requestId, db.PaymentRequests.Include(r => r.Lines).Include(r => r.Invoices).Include(r => r.Papers).AsSplitQuery(), (request, contract, _) => work(request, contract), cancellationToken);

    /// <summary>With its lines alone: all that moving the money of a request needs, in one query.</summary>
    private Task<T> MoneyLockedAsync<T>(Guid requestId, Func<PaymentRequest, Contract, Ledger, Task<T>> work, CancellationToken cancellationToken) =>
        LockedAsync(requestId, db.PaymentRequests.Include(r => r.Lines), work, cancellationToken);

    /// <summary>Locks every line on which the contract holds money, so that whoever asks for the same balance waits.</summary>
    private async Task<T> LockedAsync<T>(Guid requestId, IQueryable<PaymentRequest> requests, Func<PaymentRequest, Contract, Ledger, Task<T>> work, CancellationToken cancellationToken)
    {
        var its = db.PaymentRequests.Where(r => r.PaymentRequestId == requestId);
        var found = await its.Join(db.LedgerPositions, r => (Guid?)r.ContractId, p => p.ContractId, (r, p) => new { r.ContractId, r.ProjectId, p.AllocationId })
            .Union(its.Join(db.PaymentLines, r => r.PaymentRequestId, l => l.PaymentRequestId, (r, l) => new { r.ContractId, r.ProjectId, l.AllocationId })).ToListAsync(cancellationToken);

        // A request has lines, always: one without any is one that is not there.
        var of = found is [var first, ..] ? first : throw new InvalidOperationException("A request that is not there is written: a caller's mistake.");
        return await db.WriteLedgerAsync([.. found.Select(l => l.AllocationId)], [of.ProjectId], async ledger => await work(
            await requests.SingleAsync(r => r.PaymentRequestId == requestId, cancellationToken),
            await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == of.ContractId, cancellationToken),
            ledger), cancellationToken);
    }
}

/// <summary>What happens to the papers of a request.</summary>
public enum PaperChange
{
    /// <summary>A paper came.</summary>
    Attached,

    /// <summary>The signed copy came.</summary>
    CopyAttached,

    /// <summary>A paper was taken away.</summary>
    Removed,
}
