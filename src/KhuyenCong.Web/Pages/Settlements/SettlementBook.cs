using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>The use cases of settlement: lock, read, decide and save in one transaction. Pages share them.</summary>
public sealed partial class SettlementBook(KhuyenCongDb db, TimeProvider clock)
{
    /// <summary>Opens the file of a signed contract.</summary>
    public async Task<Ruling<SettlementOpened>> OpenAsync(Guid contractId, PlanMover mover, CancellationToken cancellationToken)
    {
        if (await db.ContractFaultAsync(mover, contractId, cancellationToken) is { } stranger)
        {
            return new(null, [stranger]);
        }

        try
        {
            return await db.WriteAsync(locked => locked.LockContractAsync(contractId, cancellationToken), async () =>
            {
                var contract = await db.WholeContracts.AsNoTracking().SingleAsync(c => c.ContractId == contractId, cancellationToken);
                var isOpen = await db.Settlements.AnyAsync(s => s.ContractId == contractId, cancellationToken);
                var funds = FundsOf(contract).Select(f => (Uuid.New(clock), f)).ToList();
                var ruling = Settling.Open(Uuid.New(clock), await OfAsync(contract, cancellationToken), funds, contract.CommitsMoney, isOpen, mover, clock);
                if (ruling.Event is { } opened)
                {
                    db.Settlements.Add(Settlement.From(opened));
                    db.Because("settlement.opened");
                    await db.SaveChangesAsync(cancellationToken);
                }

                return ruling;
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Somebody opened it in the same moment: theirs stands.
            db.ChangeTracker.Clear();
            return new(null, [new("settlement.open-already")]);
        }
    }

    /// <param name="seen">The version that the page showed.</param>
    public Task<Ruling<SettlementWritten>> WriteAsync(Guid id, long? seen, SettlementText text, PlanMover mover, CancellationToken cancellationToken) =>
        InTurnAsync(async () =>
        {
            var settlement = await db.WholeSettlements.SingleAsync(s => s.SettlementId == id, cancellationToken);
            if (await db.ContractFaultAsync(mover, settlement.ContractId, cancellationToken) is { } stranger)
            {
                return new(null, [stranger]);
            }

            var contract = await db.WholeContracts.AsNoTracking().SingleAsync(c => c.ContractId == settlement.ContractId, cancellationToken);
            var added = FundsOf(contract).Where(f => settlement.Amounts.All(a => a.Source != f.Source)).Select(f => (Uuid.New(clock), f)).ToList();
            var ruling = AsSeen(settlement.Version, seen, Settling.Write(settlement, text, added, mover, clock));
            if (ruling.Event is { } written)
            {
                settlement.Apply(written);
                db.Because("settlement.written");
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling;
        }, cancellationToken);

    /// <summary>Takes a step. Approving settles what was paid, gives the rest back to its sources, liquidates the contract and, where it was the last, ends the project: all of it or nothing. Taking the approval back undoes as much.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public async Task<Ruling<SettlementMoved>> MoveAsync(Guid id, long? seen, SettlementMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        var (projectId, contractId) = await db.Settlements.Where(s => s.SettlementId == id).Select(s => new ValueTuple<Guid, Guid>(s.ProjectId, s.ContractId)).SingleAsync(cancellationToken);
        if (await db.ContractFaultAsync(mover, contractId, cancellationToken) is { } stranger)
        {
            return new(null, [stranger]);
        }

        // Sent back as approved: requests that rest on it wait for the same lines.
        var lines = move.Action is SettlementAction.Approve or SettlementAction.SendBack or SettlementAction.Revoke ? await db.LedgerPositions.Where(p => p.ProjectId == projectId).Select(p => p.AllocationId).Distinct().ToListAsync(cancellationToken) : [];
        try
        {
            return await db.WriteLedgerAsync(lines, [projectId], async ledger =>
            {
                // The contract may be cancelled in the same moment: whoever comes second reads what the first left.
                await db.LockContractAsync(contractId, cancellationToken);
                var settlement = await db.WholeSettlements.SingleAsync(s => s.SettlementId == id, cancellationToken);
                var contract = await db.WholeContracts.SingleAsync(c => c.ContractId == settlement.ContractId, cancellationToken);
                var facts = await FactsAsync(settlement, contract, cancellationToken);
                var ruling = AsSeen(settlement.Version, seen, SettlementMoves.Of(settlement, facts, Uuid.New(clock), move, mover, clock));
                if (ruling.Event is not { } moved)
                {
                    return ruling;
                }

                settlement.Apply(moved);
                if (await FollowAsync(moved, settlement, contract, ledger, cancellationToken) is { Count: > 0 } refused)
                {
                    db.ChangeTracker.Clear();
                    return new(null, refused);
                }

                await db.UseInvoicesAsync(InvoiceHolders.Of(settlement), cancellationToken);
                db.Because("settlement.moved", moved.Move.Note ?? moved.Move.DocumentNumber);
                await db.SaveChangesAsync(cancellationToken);
                return ruling;
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin() && fault.IsInvoiceTwin())
        {
            // Used in the same moment, or in another province, which is not told.
            var used = await db.Vouchers.AsNoTracking().Where(v => v.SettlementId == id && v.Invoice != null && v.Invoice != "").Select(v => v.Invoice!).Distinct().ToListAsync(cancellationToken);
            db.ChangeTracker.Clear();
            return new(null, [new("settlement.invoice-used", null, string.Join(", ", used), "hồ sơ khác vừa lập, hoặc của tỉnh khác")]);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // Somebody took a step, or approved another file with one of its invoices, in the same moment; sent again, the page tells which.
            db.ChangeTracker.Clear();
            return new(null, [Meanwhile]);
        }
    }

    /// <summary>Records what is ordered back of what was settled; it is waited for.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> RecoverAsync(Guid id, long? seen, SettledRecovered wanted, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var projectId = await db.Settlements.Where(s => s.SettlementId == id).Select(s => s.ProjectId).SingleAsync(cancellationToken);
        if (await db.LinesFaultAsync(mover, [wanted.AllocationId], cancellationToken) is { } stranger)
        {
            return [stranger];
        }

        try
        {
            return await db.WriteLedgerAsync<IReadOnlyList<Breach>>([wanted.AllocationId], [projectId], async ledger =>
            {
                var settlement = await db.WholeSettlements.SingleAsync(s => s.SettlementId == id, cancellationToken);
                var source = ledger.Lines.SingleOrDefault()?.Source;
                var held = source is null ? Dong.Zero : ledger.Balance(wanted.AllocationId, LedgerAccount.Settled, settlement.ContractId);
                var ruling = AsSeen(settlement.Version, seen, Settling.Recover(settlement, wanted with { Source = source ?? "" }, held, mover, clock.Today));
                if (ruling.Event is not { } recovered)
                {
                    return ruling.Breaches;
                }

                // Money that is still waited for moves nothing in the ledger.
                settlement.Apply(recovered);
                db.Because("settlement.recovery-ordered", recovered.Reason);
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

    /// <summary>What a step brings along beside the file itself; why it cannot, where the ledger refuses it.</summary>
    private async Task<IReadOnlyList<Breach>> FollowAsync(SettlementMoved moved, Settlement settlement, Contract contract, Ledger ledger, CancellationToken cancellationToken) => moved.Move.Action switch
    {
        SettlementAction.Approve => await EndAsync(settlement, contract, ledger, moved.By, cancellationToken),
        SettlementAction.Revoke => await ReopenAsync(moved, settlement, contract, ledger, cancellationToken),
        _ => [],
    };

    /// <summary>Ledger, contract, project and invoices of an approval that is judged already.</summary>
    private async Task<IReadOnlyList<Breach>> EndAsync(Settlement settlement, Contract contract, Ledger ledger, Guid by, CancellationToken cancellationToken)
    {
        var project = await db.WholeProjects.SingleAsync(p => p.ProjectId == settlement.ProjectId, cancellationToken);
        var others = db.Contracts.Where(c => c.ProjectId == settlement.ProjectId && c.ContractId != settlement.ContractId && c.ParentContractId == null && c.State != ContractState.Liquidated && c.State != ContractState.Cancelled);
        var isLast = project.State switch
        {
            ProjectState.Underway => !await others.AnyAsync(cancellationToken) && !await db.HasYearsToComeAsync(project, null, cancellationToken),
            // Nothing more is signed for it: a draft that lies about keeps no money.
            ProjectState.Stopped => !await others.AnyAsync(c => c.State == ContractState.Signed, cancellationToken),
            _ => false,
        };
        var positions = await db.LedgerPositions.Where(p => p.ProjectId == settlement.ProjectId).ToListAsync(cancellationToken);
        var postings = Settling.Postings(settlement, positions, isLast, clock.Today, () => Uuid.New(clock));
        if (postings.Count > 0)
        {
            var posted = ledger.Judge(postings, clock.Today);
            if (posted.Event is not { } entries)
            {
                return posted.Breaches;
            }

            db.Record(ledger, entries, by);
            await db.GiveBackAsync(contract, postings, ledger, clock, cancellationToken);
        }

        var note = $"Biên bản thanh lý số {settlement.LiquidationNumber} ngày {settlement.LiquidationDate:dd/MM/yyyy}";
        contract.Apply(ContractMoves.BySettlement(contract, Uuid.New(clock), note, by, clock));
        foreach (var part in await db.WholeContracts.Where(c => c.ParentContractId == settlement.ContractId && c.State == ContractState.Signed).ToListAsync(cancellationToken))
        {
            part.Apply(ContractMoves.BySettlement(part, Uuid.New(clock), $"Theo hợp đồng cấp trên: {note}", by, clock));
        }

        if (isLast && project.State is ProjectState.Underway)
        {
            project.Apply(ProjectMoves.ByContract(project, Uuid.New(clock), ProjectAction.SettleByContracts, note, by, clock));
        }

        foreach (var key in settlement.Vouchers.Select(v => v.Text.InvoiceKey).OfType<string>().Distinct())
        {
            db.SettledInvoices.Add(SettledInvoice.Of(Uuid.New(clock), settlement, key));
        }

        return [];
    }

    private static string Cut(string text) => Characters.Cut(text, Ledger.LongestReason);

    private Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return db.WriteAsync(_ => Task.CompletedTask, work, cancellationToken);
    }
}
