using KhuyenCong.Domain.Contracts;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>When two parties are to sign a reconciliation.</content>
public sealed partial class SettlementBook
{
    /// <summary>Whether a liquidated contract was the last of its two parties in its year, and no signed reconciliation has it.</summary>
    public async Task<bool> LacksReconciliationAsync(Contract contract, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var (year, key) = (contract.Year, ReconciledRow.KeyOf(contract));
        var waiting = await db.Contracts.AsNoTracking().Where(c => c.Year == year && c.PartyAId == contract.PartyAId && c.ParentContractId == null && c.State == ContractState.Signed).ToListAsync(cancellationToken);
        if (waiting.Exists(c => ReconciledRow.KeyOf(c) == key))
        {
            return false;
        }

        var signed = await db.SignedReconciliations.AsNoTracking().Where(r => r.PartiesKey == key).ToListAsync(cancellationToken);
        return !signed.Exists(r => r.Figures.Any(f => f.ContractId == contract.ContractId));
    }
}
