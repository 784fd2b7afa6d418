using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>What a settlement rests on: acceptances, the ledger, open requests, other uses of its invoices, deadlines.</content>
public sealed partial class SettlementBook
{
    /// <summary>Amounts by source; a row that an amendment has emptied is none.</summary>
    public static IEnumerable<ContractFunds> FundsOf(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return contract.Amounts.Where(a => a.Amount > Dong.Zero || a.AllocationId is not null).Select(a => new ContractFunds(a.Source, a.AllocationId, a.Amount));
    }

    public async Task<SettledContract> OfAsync(Contract contract, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var state = await db.Projects.Where(p => p.ProjectId == contract.ProjectId).Select(p => p.State).SingleAsync(cancellationToken);
        var (id, carried) = (contract.ContractId, await db.CarriedYearsAsync(db.Contracts.Where(c => c.ContractId == contract.ContractId), cancellationToken));
        return new(id, contract.ProvinceCode, contract.ProjectId, contract.Regime, contract.TerritoryCode, carried.GetValueOrDefault(id, contract.Year), contract.SignedOn, contract.State is ContractState.Signed, state is ProjectState.Stopped);
    }

    public async Task<SettlementFacts> FactsAsync(Settlement settlement, Contract contract, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(contract);
        return await FactsAsync(contract, await UsedElsewhereAsync(settlement, cancellationToken), cancellationToken);
    }

    /// <param name="used">Where invoices of the file are used elsewhere.</param>
    public async Task<SettlementFacts> FactsAsync(Contract contract, IReadOnlyList<InvoiceUse> used, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var id = contract.ContractId;
        var clocks = await SettlementClock.ReadAsync(db, [id], cancellationToken);
        var open = await db.PaymentRequests.Where(p => p.ContractId == id && (p.State == PaymentState.Requested || p.State == PaymentState.Approved || p.State == PaymentState.Sent)).OrderBy(p => p.Number).Select(p => new { p.Number, p.Kind }).ToListAsync(cancellationToken);
        var (due, agency) = await db.BoundedDueAsync(id, null, cancellationToken);
        return new(
            await OfAsync(contract, cancellationToken),
            [.. FundsOf(contract)],
            due,
            await db.HeldForAsync(id, cancellationToken),
            [.. open.Select(p => p.Number)],
            used,
            clocks.Of(id, contract.Regime, contract.Year))
        {
            Agency = agency,
            Excesses = contract.Regime is Regime.National ? await db.ExcessesAsync(contract.ProjectId, null, cancellationToken) : [],
            LastAcceptedOn = await db.Acceptances.Where(a => a.ContractId == id && a.State == AcceptanceState.Concluded).MaxAsync(a => a.HeldOn, cancellationToken),
            Sites = clocks.SitesOf(id),
            Share = await ShareAsync(id, cancellationToken),
            AskForceMajeurePapers = contract.Regime is Regime.National && await AuthorityRow.OfAsync(db, [ForceMajeurePapers.RuleCode], contract.ProvinceCode, clock.Today, cancellationToken) is [{ Standing.MayBlock: true }, ..],
            OpenOnDue = [.. open.Where(p => p.Kind.NeedsAcceptance()).Select(p => p.Number)],
            UnsignedParts = [.. (await db.Contracts.Where(c => c.ParentContractId == id && (c.State == ContractState.Drafting || c.State == ContractState.Proposed)).OrderBy(c => c.ContractId).Select(c => new { c.Number, c.Content }).ToListAsync(cancellationToken)).Select(c => c.Number ?? c.Content)],
        };
    }

    /// <summary>Support due in the eligible cost of the concluded acceptances that give it.</summary>
    public async Task<SettlementShare?> ShareAsync(Guid contractId, CancellationToken cancellationToken)
    {
        // Few rows: added up here, since a sum in SQL does not know đồng.
        var costs = await db.Acceptances
            .Where(a => a.ContractId == contractId && a.State == AcceptanceState.Concluded && (a.Verdict == AcceptanceVerdict.Accepted || a.Verdict == AcceptanceVerdict.PartlyAccepted))
            .Select(a => a.EligibleCost).ToListAsync(cancellationToken);
        // Cost and support of the same records: what the Cục took of the support lowers the sum, not the share.
        var due = await db.SitesDueAsync(contractId, cancellationToken);
        return SettlementShare.Between(due.Where(d => Allotting.IsDrawn(d.Key)).Select(d => d.Value).Sum(), costs.Sum());
    }

    /// <summary>Invoices that another contract's settlement or acceptance, or another project, uses too.</summary>
    private async Task<IReadOnlyList<InvoiceUse>> UsedElsewhereAsync(Settlement settlement, CancellationToken cancellationToken)
    {
        var mine = settlement.Vouchers.Select(v => (v.VoucherId, v.Invoice, v.Text.Trace, Key: v.Text.InvoiceKey)).Where(v => v.Trace is not null).ToList();
        if (mine.Count == 0)
        {
            return [];
        }

        var values = mine.Select(v => v.Trace!.Value).Distinct().ToList();
        var keys = mine.Select(v => v.Key).OfType<string>().Distinct().ToList();
        var vouchers = await db.Vouchers.AsNoTracking().Where(v => v.InvoiceValue != null && values.Contains(v.InvoiceValue) && v.SettlementId != settlement.SettlementId)
            .Join(db.Settlements.Where(s => s.State == SettlementState.Submitted || s.State == SettlementState.Approved), v => v.SettlementId, s => s.SettlementId, (v, s) => new { v.InvoiceValue, v.InvoiceContent, s.ContractId })
            .Join(db.Contracts, x => x.ContractId, c => c.ContractId, (x, c) => new { x.InvoiceValue, x.InvoiceContent, c.Number }).ToListAsync(cancellationToken);
        var traced = await db.SupportKeys.AsNoTracking().Where(k => k.Kind == SupportKeyKind.InvoiceNumber && values.Contains(k.Value) && k.SourceId != settlement.ProjectId)
            .Join(db.Projects.Where(p => p.State != ProjectState.NotPassed && p.State != ProjectState.Withdrawn), k => k.SourceId, p => p.ProjectId, (k, p) => new { k.Value, k.Content, p.Code }).ToListAsync(cancellationToken);
        var accepted = await db.AcceptedInvoices.AsNoTracking().Where(i => keys.Contains(i.Key))
            .Join(db.Acceptances.Where(a => a.ContractId != settlement.ContractId), i => i.AcceptanceId, a => a.AcceptanceId, (i, a) => new { i.Key, a.ContractId })
            .Join(db.Contracts.Where(c => c.ProjectId != settlement.ProjectId), x => x.ContractId, c => c.ContractId, (x, c) => new { x.Key, c.Number }).ToListAsync(cancellationToken);
        var managing = await db.ManagementVouchers.AsNoTracking().Where(v => v.InvoiceTrace != null && values.Contains(v.InvoiceTrace)).Select(v => new { v.InvoiceTrace, v.InvoiceDetail, v.Number }).ToListAsync(cancellationToken);
        var paying = await db.PaymentInvoices.AsNoTracking().Where(i => i.InvoiceTrace != null && values.Contains(i.InvoiceTrace))
            .Join(db.PaymentRequests.Where(r => r.ProjectId != settlement.ProjectId), i => i.PaymentRequestId, r => r.PaymentRequestId, (i, r) => new { i.InvoiceTrace, i.InvoiceDetail, r.Number }).ToListAsync(cancellationToken);
        List<(SupportTrace Trace, string Where)> others =
        [
            .. paying.Select(i => (new SupportTrace(SupportKeyKind.InvoiceNumber, i.InvoiceTrace!, i.InvoiceDetail ?? ""), $"đề nghị {i.Number}")),
            .. managing.Select(v => (new SupportTrace(SupportKeyKind.InvoiceNumber, v.InvoiceTrace!, v.InvoiceDetail ?? ""), $"chứng từ chi quản lý {v.Number}")),
            .. vouchers.Select(v => (new SupportTrace(SupportKeyKind.InvoiceNumber, v.InvoiceValue!, v.InvoiceContent ?? ""), $"quyết toán hợp đồng {v.Number}")),
            .. traced.Select(k => (new SupportTrace(SupportKeyKind.InvoiceNumber, k.Value, k.Content), $"đề án {k.Code}")),
        ];
        return
        [
            .. mine.SelectMany(v => others.Where(o => o.Trace.Value == v.Trace!.Value)
                    .Select(o => (o.Where, Same: InvoiceMark.Compare(v.Trace!, o.Trace))).Where(o => o.Same is not false)
                    .Select(o => new InvoiceUse(v.VoucherId, v.Invoice ?? "", o.Where, o.Same is true)))
                .Concat(mine.SelectMany(v => accepted.Where(a => a.Key == v.Key).Select(a => new InvoiceUse(v.VoucherId, v.Invoice ?? "", $"nghiệm thu hợp đồng {a.Number}", IsCertain: true))))
                .DistinctBy(u => (u.VoucherId, u.Where)),
        ];
    }
}
