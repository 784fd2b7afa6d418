using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <content>What the rules ask of the registry.</content>
public sealed partial class AcceptanceBook
{
    /// <summary>What a record would entitle to now.</summary>
    public async Task<DueAnswer> DueAsync(Acceptance acceptance, Project project, Contract contract, CancellationToken cancellationToken) =>
        SupportDue.Of(acceptance, await BasisAsync(acceptance, project, contract, cancellationToken));

    private async Task<DueBasis> BasisAsync(Acceptance acceptance, Project project, Contract contract, CancellationToken cancellationToken)
    {
        var others = (await db.WholeAcceptances.AsNoTracking()
            .Where(a => a.ProjectId == project.ProjectId && a.State == AcceptanceState.Concluded && a.AcceptanceId != acceptance.AcceptanceId).OrderBy(a => a.AcceptanceId).ToListAsync(cancellationToken))
            .Where(a => a.GivesSupport).ToList();
        var (approved, asked) = await ApprovedAsync(project, contract, cancellationToken);
        var ids = project.Beneficiaries.Select(b => b.EstablishmentId).Distinct().ToList();
        var forms = await db.Establishments.Where(e => ids.Contains(e.EstablishmentId)).Select(e => new { e.EstablishmentId, e.LegalForm }).ToDictionaryAsync(e => e.EstablishmentId, e => e.LegalForm, cancellationToken);
        // Whoever has signed a support contract under the main one is given no more than it says.
        var parts = await db.Contracts.AsNoTracking().Include(c => c.Amounts)
            .Where(c => c.ParentContractId == contract.ContractId && c.Kind == ContractKind.Support && (c.State == ContractState.Signed || c.State == ContractState.Liquidated)
                && c.PartyBEstablishmentId != null && c.PartyBEstablishmentId == acceptance.EstablishmentId).ToListAsync(cancellationToken);
        return new(
            project,
            approved,
            contract.Amounts.GroupBy(a => a.Source).ToDictionary(g => g.Key, g => g.Select(a => a.Amount).Sum()),
            others,
            SumsOf(others),
            SumsOf(others.Where(o => o.ContractId == contract.ContractId)),
            forms,
            await db.SharedNormBookAsync(cancellationToken),
            project.FiledOn ?? clock.Today)
        {
            Asked = asked,
            OfPart = parts.Count == 0 ? null : parts.SelectMany(c => c.Amounts).GroupBy(a => a.Source).ToDictionary(g => g.Key, g => g.Select(a => a.Amount).Sum()),
            DueOfPart = SumsOf(others.Where(o => o.ContractId == contract.ContractId && o.EstablishmentId == acceptance.EstablishmentId)),
        };
    }

    /// <summary>What plans approved, and what they were asked for where the support is given by years: then each year's plan has a share, and what earlier records are due of counts against all of them together.</summary>
    private async Task<(FundingSplit Approved, FundingSplit? Asked)> ApprovedAsync(Project project, Contract contract, CancellationToken cancellationToken)
    {
        var (projectId, isByYears) = (project.ProjectId, project.Dossier.Schedule is { Count: > 0 });
        var stood = await db.PlanItems.AsNoTracking().Include(i => i.Amounts)
            .Where(i => i.PlanItemId == contract.PlanItemId || (isByYears && i.ProjectId == projectId && i.Amounts.Any(a => a.Approved != null)))
            .OrderByDescending(i => i.PlanItemId == contract.PlanItemId).ThenByDescending(i => i.PlanItemId).ToListAsync(cancellationToken);
        var shares = stood.DistinctBy(i => i.ShareYear).ToList();
        FundingSplit SumOf(Func<PlanItem, FundingSplit> of) => shares.Aggregate(FundingSplit.None, (sum, share) => sum.Plus(of(share)));
        return (SumOf(s => s.Approved), isByYears ? SumOf(s => s.Proposed) : null);
    }

    private static Dictionary<string, Dong> SumsOf(IEnumerable<Acceptance> acceptances) =>
        acceptances.SelectMany(a => a.Amounts).GroupBy(a => a.Source).ToDictionary(g => g.Key, g => g.Select(a => a.Amount).Sum());

    /// <summary>What of the record was accepted, or is suspected to be supported, elsewhere. Beyond the province the database itself refuses, without saying where.</summary>
    private async Task<IReadOnlyList<Breach>> ElsewhereAsync(Acceptance acceptance, Project project, CancellationToken cancellationToken)
    {
        var breaches = new List<Breach>();
        var machines = acceptance.Machines.Where(m => m.IsAccepted && m.Key.Length > 0).ToList();
        var serials = machines.Select(m => m.SerialKey).ToList();
        var accepted = await db.MachinePassports.AsNoTracking().Where(m => m.AcceptedKey != null && serials.Contains(m.SerialKey) && m.AcceptanceId != acceptance.AcceptanceId).ToListAsync(cancellationToken);
        foreach (var machine in machines)
        {
            var field = $"Machines[{machine.Order}].Serial";
            if (accepted.Exists(a => a.AcceptedKey == machine.Key))
            {
                breaches.Add(new("acceptance.machine-taken", field, machine.Name, machine.Serial ?? ""));
            }
            else if (accepted.Exists(a => a.SerialKey == machine.SerialKey) && string.IsNullOrWhiteSpace(machine.OtherMachineReason))
            {
                breaches.Add(new("acceptance.serial-known", field, machine.Name, machine.Serial ?? ""));
            }
        }

        var invoices = InvoiceKeys.Of(acceptance);
        var keys = invoices.Select(i => i.Key).ToList();
        var used = await db.AcceptedInvoices.AsNoTracking().Where(i => keys.Contains(i.Key) && i.AcceptanceId != acceptance.AcceptanceId).Select(i => i.Key).ToListAsync(cancellationToken);
        breaches.AddRange(invoices.Where(i => used.Contains(i.Key)).Select(i => new Breach("acceptance.invoice-taken", null, i.Text)));
        foreach (var (known, text, field) in InvoiceKeys.Read(acceptance))
        {
            if (InvoiceMark.Of(text)?.Trace("") is not { } trace)
            {
                continue;
            }

            if (await db.InvoiceOfManagementAsync(trace, null, cancellationToken) is not null)
            {
                breaches.Add(new("acceptance.invoice-taken", field, text));
            }
            else if (await db.InvoiceOfOtherRequestsAsync(trace, acceptance.ProjectId, cancellationToken) is { } where)
            {
                breaches.Add(new("payment.invoice-used", field, text, where));
            }
            else if (known is null || !used.Contains(known))
            {
                var likenesses = await db.InvoiceLikenessesAsync(InvoiceHolders.Naming(acceptance) with { Invoices = [trace] }, cancellationToken);
                breaches.AddRange(likenesses.Where(l => l.IsBarred).Select(l => new Breach("payment.invoice-used", field, text, l.Where)));
            }
        }

        if (project.Nature is ProjectNature.Grant && DoubleSupport.Blocks(await projects.CandidatesAsync(project, cancellationToken), await db.ResolutionsAsync(project.ProjectId, cancellationToken)))
        {
            breaches.Add(new("acceptance.double-support"));
        }

        return breaches;
    }

    /// <summary>What was asked for, paid or settled under the contract and would no longer be due without this record.</summary>
    private async Task<IReadOnlyList<string>> PaidBeyondAsync(Acceptance acceptance, CancellationToken cancellationToken)
    {
        var told = new List<string>();
        if (await db.Settlements.AnyAsync(s => s.ContractId == acceptance.ContractId && (s.State == SettlementState.Submitted || s.State == SettlementState.Approved), cancellationToken))
        {
            told.Add("quyết toán của hợp đồng đã trình hoặc đã duyệt");
        }

        if (await db.Acceptances.AnyAsync(a => a.FollowsId == acceptance.AcceptanceId && a.State != AcceptanceState.Undone, cancellationToken))
        {
            told.Add("đã có biên bản lần sau của cùng địa điểm, hãy hủy hoặc bỏ biên bản đó trước");
        }

        if (await db.AcceptanceSummaries.AnyAsync(s => s.State == AcceptanceState.Concluded && s.Rows.Any(r => r.AcceptanceId == acceptance.AcceptanceId), cancellationToken))
        {
            told.Add("biên bản nghiệm thu chung (mẫu 5b, 5c) gồm biên bản này đã kết luận, hãy hủy kết luận đó trước");
        }

        var due = await db.SupportDueAsync(acceptance.ContractId, cancellationToken);
        var used = (await db.LedgerPositions.Where(p => p.ContractId == acceptance.ContractId)
            .Join(db.Allocations, p => p.AllocationId, a => a.AllocationId, (p, a) => new { a.Source, p.Paid, p.Settled, p.Returned }).ToListAsync(cancellationToken))
            .Select(p => (p.Source, Amount: p.Paid + p.Settled + p.Returned)).ToList();
        used.AddRange((await db.PaymentRequests.Where(r => r.ContractId == acceptance.ContractId && (r.Kind == PaymentKind.Payment || r.Kind == PaymentKind.ClearAdvance)
            && (r.State == PaymentState.Requested || r.State == PaymentState.Approved || r.State == PaymentState.Sent))
            .SelectMany(r => r.Lines).Select(l => new { l.Source, l.Amount }).ToListAsync(cancellationToken)).Select(l => (l.Source, l.Amount)));
        foreach (var amount in acceptance.Amounts)
        {
            var without = due.GetValueOrDefault(amount.Source) - amount.Amount;
            var spent = used.Where(u => u.Source == amount.Source).Select(u => u.Amount).Sum();
            if (spent > without)
            {
                told.Add($"{FundingSource.Find(amount.Source)?.ShortName}: đã đề nghị, thanh toán {spent}, các biên bản khác chỉ còn {without}");
            }
        }

        return told;
    }
}
