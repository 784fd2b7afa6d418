using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>Hủy phê duyệt: what the approval did to ledger, plan, contract, project and invoices, undone in the order that is its opposite.</content>
public sealed partial class SettlementBook
{
    /// <summary>Why a taking back that is judged already cannot be done by the ledger: a year was closed since, or what went back to its source was given to others.</summary>
    private async Task<IReadOnlyList<Breach>> ReopenAsync(SettlementMoved moved, Settlement settlement, Contract contract, Ledger ledger, CancellationToken cancellationToken)
    {
        var id = settlement.SettlementId;
        var note = $"Hủy phê duyệt quyết toán, văn bản số {moved.Move.DocumentNumber} ngày {moved.Move.DocumentDate:dd/MM/yyyy}";
        var entries = await db.LedgerEntries.AsNoTracking()
            .Where(e => e.CauseKind == LedgerCauseKind.Settlement && e.CauseId == id && e.ReversesId == null && !db.LedgerEntries.Any(o => o.ReversesId == e.LedgerEntryId))
            .ToListAsync(cancellationToken);
        // Locked are the lines that held money of the project before: its entries lie on these.
        if (!ledger.HoldsAll(entries.Select(e => e.AllocationId)))
        {
            return [Meanwhile];
        }

        var postings = Settling.Reversals(settlement, entries, $"{note}: {moved.Move.Note}", clock.Today, () => Uuid.New(clock));
        if (postings.Count > 0)
        {
            var posted = ledger.Judge(postings, clock.Today);
            if (posted.Event is not { } opposites)
            {
                return posted.Breaches;
            }

            db.Record(ledger, opposites, moved.By);
            await db.TakeAgainAsync(contract, postings, ledger, clock, cancellationToken);
        }

        contract.Apply(ContractMoves.BySettlement(contract, Uuid.New(clock), note, moved.By, clock, ContractAction.UndoLiquidation));
        // Parts are liquidated with their contract alone.
        foreach (var part in await db.WholeContracts.Where(c => c.ParentContractId == settlement.ContractId && c.State == ContractState.Liquidated).ToListAsync(cancellationToken))
        {
            part.Apply(ContractMoves.BySettlement(part, Uuid.New(clock), $"Theo hợp đồng cấp trên: {note}", moved.By, clock, ContractAction.UndoLiquidation));
        }

        var project = await db.WholeProjects.SingleAsync(p => p.ProjectId == settlement.ProjectId, cancellationToken);
        if (project.State is ProjectState.Settled)
        {
            project.Apply(ProjectMoves.ByContract(project, Uuid.New(clock), ProjectAction.UndoSettlement, note, moved.By, clock));
        }

        db.SettledInvoices.RemoveRange(await db.SettledInvoices.Where(i => i.SettlementId == id).ToListAsync(cancellationToken));
        return [];
    }
}
