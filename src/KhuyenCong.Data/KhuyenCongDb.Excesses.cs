using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    /// <summary>Khoản phải thu hồi của một đề án: its contracts that were given more of the national source than the Cục's record (5c) leaves due.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="wanted">A record of the Cục as though it were concluded; null = the one that is.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task<IReadOnlyList<SupportExcess>> ExcessesAsync(Guid projectId, AgencyRecord? wanted, CancellationToken cancellationToken = default)
    {
        if (wanted is null && !await AcceptanceSummaries.AnyAsync(s => s.ProjectId == projectId && s.Form == AcceptanceForm.Agency && s.State == AcceptanceState.Concluded, cancellationToken))
        {
            return [];
        }

        var excesses = new List<SupportExcess>();
        var contracts = await Contracts.AsNoTracking()
            .Where(c => c.ProjectId == projectId && c.ParentContractId == null && c.Regime == Regime.National && (c.State == ContractState.Signed || c.State == ContractState.Liquidated))
            .OrderBy(c => c.ContractId).Select(c => new { c.ContractId, c.Number, c.PartyB }).ToListAsync(cancellationToken);
        foreach (var contract in contracts)
        {
            var id = contract.ContractId;
            var (accepted, bound) = wanted is null
                ? await BoundedDueAsync(id, null, cancellationToken)
                : await DueUnderAsync(id, await SitesDueAsync(id, cancellationToken), wanted, cancellationToken);
            if (bound is null)
            {
                continue;
            }

            var due = (await PayableOfAsync(id, accepted, cancellationToken)).GetValueOrDefault(FundingSource.National.Code);
            var (spent, withYear, ordered) = await SpentAndOrderedAsync(id, await IsDueFixedAsync(id, cancellationToken), cancellationToken);
            var settled = await Settlements.Where(s => s.ContractId == id && s.State == SettlementState.Approved).Select(s => (Guid?)s.SettlementId).SingleOrDefaultAsync(cancellationToken);
            SupportExcess excess = new(id, contract.Number, contract.PartyB, settled, bound, due, spent, ordered) { SettledWithYear = settled is null ? withYear : Dong.Zero };
            if (excess.Amount > Dong.Zero)
            {
                excesses.Add(excess);
            }
        }

        return excesses;
    }

    /// <summary>Of the national source of a contract: what was given, what of it is settled, and what of it is asked or ordered back.</summary>
    /// <param name="withAdvances">Acceptance has found all: an advance beyond it can only come back.</param>
    private async Task<(Dong Spent, Dong Settled, Dong Ordered)> SpentAndOrderedAsync(Guid contractId, bool withAdvances, CancellationToken cancellationToken)
    {
        // Few rows each: added up here, since a sum in SQL does not know đồng.
        var national = FundingSource.National.Code;
        var held = await LedgerPositions.AsNoTracking().Where(p => p.ContractId == contractId)
            .Join(Allocations.Where(a => a.Source == national), p => p.AllocationId, a => a.AllocationId, (p, a) => new { p.Advanced, p.Paid, p.Settled }).ToListAsync(cancellationToken);
        var asked = await PaymentRequests.AsNoTracking()
            .Where(r => r.ContractId == contractId && (r.Kind == PaymentKind.RecoverPaid || (withAdvances && r.Kind == PaymentKind.RecoverAdvance)) && (r.State == PaymentState.Requested || r.State == PaymentState.Approved || r.State == PaymentState.Sent))
            .Join(PaymentLines.Where(l => l.Source == national), r => r.PaymentRequestId, l => l.PaymentRequestId, (r, l) => l.Amount).ToListAsync(cancellationToken);
        var orders = await Settlements.AsNoTracking().Where(s => s.ContractId == contractId).SelectMany(s => s.Recoveries)
            .Where(r => r.Source == national && r.PaidBackOn == null && r.WithdrawnOn == null).Select(r => r.Amount).ToListAsync(cancellationToken);
        return (held.Select(h => h.Paid + h.Settled + (withAdvances ? h.Advanced : Dong.Zero)).Sum(), held.Select(h => h.Settled).Sum(), asked.Concat(orders).Sum());
    }
}
