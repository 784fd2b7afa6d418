using KhuyenCong.Domain.Contracts;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>When two parties are to sign a reconciliation.</content>
public sealed partial class SettlementBook
{
    /// <summary>The budget year whose last contract of its two parties this liquidated one was, while no signed reconciliation of that year has it; null where nothing is to be signed.</summary>
    public async Task<int?> UnreconciledYearAsync(Contract contract, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var (id, key) = (contract.ContractId, ReconciledRow.KeyOf(contract));
        var carried = await db.CarriedYearsAsync(db.Contracts.Where(c => c.ContractId == id), cancellationToken);
        var year = carried.GetValueOrDefault(id, contract.Year);
        var waiting = await db.OfBudgetYear(db.Contracts.AsNoTracking(), year).Where(c => c.PartyAId == contract.PartyAId && c.ParentContractId == null && c.State == ContractState.Signed).ToListAsync(cancellationToken);
        if (waiting.Exists(c => ReconciledRow.KeyOf(c) == key))
        {
            return null;
        }

        var signed = await db.SignedReconciliations.AsNoTracking().Where(r => r.PartiesKey == key && r.Year == year).ToListAsync(cancellationToken);
        return signed.Exists(r => r.Figures.Any(f => f.ContractId == id)) ? null : year;
    }
}
