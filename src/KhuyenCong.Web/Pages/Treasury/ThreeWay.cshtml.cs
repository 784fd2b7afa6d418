using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Ledgers;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>Đối chiếu ba bên: for each signed contract what was contracted, accepted, paid by the book, and proven by statements.</summary>
[Allow(Act.ViewPlans)]
public sealed class ThreeWayModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    private ILookup<Guid, LedgerPosition> positions = Array.Empty<LedgerPosition>().ToLookup(p => p.SubjectId);

    private ContractFlows flows = ContractFlows.None;

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<Contract> List { get; private set; } = Paged.Of<Contract>([], null, null);

    public IReadOnlyDictionary<Guid, ThreeWayTie> Ties { get; private set; } = new Dictionary<Guid, ThreeWayTie>();

    /// <summary>Contracts under each of them, beside what was accepted at their establishments.</summary>
    public ILookup<Guid, PartTie> Parts { get; private set; } = Array.Empty<PartTie>().ToLookup(p => p.ParentContractId);

    /// <summary>Dự toán chi quản lý: planned, paid by the book, and proven by statements.</summary>
    public IReadOnlyList<ManagedTie> Managed { get; private set; } = [];

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Year is not null;

    /// <summary>The entries of a number of a contract, on all lines that pay it.</summary>
    public string? Opens(LedgerNumber number, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return Links.To(number, new() { ContractId = contract.ContractId }, positions[contract.ContractId].Select(p => p.AllocationId));
    }

    /// <summary>The entries that bound what is drawn on allotments; where they come to something else, the contract that says it.</summary>
    public string OpensValue(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return (flows.OfContract(LedgerNumber.Contracted, contract.ContractId) == Ties[contract.ContractId].Contracted
            ? Links.To(LedgerNumber.Contracted, new() { ContractId = contract.ContractId }, flows.LinesOf(contract.ContractId)) : null) ?? $"/hop-dong/{contract.ContractId}#gia-tri";
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        var query = db.Contracts.VisibleTo(viewer, db).AsNoTracking().Where(c => c.ParentContractId == null && (c.State == ContractState.Signed || c.State == ContractState.Liquidated));
        query = Year is { } year ? db.OfBudgetYear(query, year) : query;
        foreach (var word in SearchText.Words(Search))
        {
            query = query.Where(c => c.SearchText.Contains(word));
        }

        List = await Paged.OfAsync(query.Include(c => c.Amounts).OrderByDescending(c => c.SignedOn).ThenByDescending(c => c.ContractId), Number, Size, cancellationToken);
        Ties = await TiesAsync([.. List.Rows], cancellationToken);
        flows = await ContractFlows.OfContractsAsync(db, [.. List.Rows.Select(c => c.ContractId)], cancellationToken);
        Parts = await PartsAsync([.. List.Rows.Select(c => c.ContractId)], cancellationToken);
        Managed = await ManagedAsync(cancellationToken);
    }

    private async Task<Dictionary<Guid, ThreeWayTie>> TiesAsync(List<Contract> contracts, CancellationToken cancellationToken)
    {
        var ids = contracts.Select(c => c.ContractId).ToList();
        positions = (await db.LedgerPositions.AsNoTracking().Where(p => p.ContractId != null && ids.Contains(p.ContractId.Value)).ToListAsync(cancellationToken)).ToLookup(p => p.ContractId!.Value);
        var paid = db.PaymentRequests.Where(r => ids.Contains(r.ContractId) && r.State == PaymentState.Paid && r.Kind != PaymentKind.ClearAdvance);
        var requests = (await paid.Select(r => new { r.PaymentRequestId, r.ContractId, r.Kind, r.Total }).ToListAsync(cancellationToken)).ToLookup(r => r.ContractId);
        var matched = (await db.StatementMatches.AsNoTracking().Where(m => paid.Any(r => r.PaymentRequestId == m.PaymentRequestId)).Select(m => new { PaymentRequestId = m.PaymentRequestId!.Value, m.Amount }).ToListAsync(cancellationToken)).GroupBy(m => m.PaymentRequestId).ToDictionary(g => g.Key, g => g.Select(m => m.Amount).Sum());
        var dues = await db.PayablesDueAsync(ids, cancellationToken);
        var ties = new Dictionary<Guid, ThreeWayTie>();
        foreach (var contract in contracts)
        {
            var drawn = contract.Amounts.Where(a => a.AllocationId is not null).ToList();
            var due = dues.GetValueOrDefault(contract.ContractId);
            var of = positions[contract.ContractId].ToList();
            Dong Net(Func<Guid, Dong, Dong> amount) => requests[contract.ContractId].Select(r => r.Kind.IsRecovery() ? -amount(r.PaymentRequestId, r.Total) : amount(r.PaymentRequestId, r.Total)).Sum();
            ties[contract.ContractId] = new(
                drawn.Select(a => a.Amount).Sum(), due is null ? null : drawn.Select(a => due.TryGetValue(a.Source, out var accepted) ? accepted : Dong.Zero).Sum(),
                of.Select(p => p.Advanced).Sum(), of.Select(p => p.Paid + p.Settled).Sum(), of.Select(p => p.Returned).Sum(),
                Net((_, total) => total), Net((id, _) => matched.GetValueOrDefault(id)));
        }

        return ties;
    }

    /// <summary>Signed contracts under those shown. No money moves under a part: it is measured by what its establishment was found due under the contract above.</summary>
    private async Task<ILookup<Guid, PartTie>> PartsAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var parts = await db.Contracts.VisibleTo(viewer, db).AsNoTracking().Include(c => c.Amounts)
            .Where(c => c.ParentContractId != null && ids.Contains(c.ParentContractId.Value) && (c.State == ContractState.Signed || c.State == ContractState.Liquidated))
            .OrderBy(c => c.Number).ThenBy(c => c.ContractId).ToListAsync(cancellationToken);
        var accepted = await db.Acceptances.AsNoTracking().Include(a => a.Amounts)
            .Where(a => ids.Contains(a.ContractId) && a.EstablishmentId != null && a.State == AcceptanceState.Concluded).ToListAsync(cancellationToken);
        var ties = new List<PartTie>();
        foreach (var part in parts)
        {
            bool IsSame(Contract other) => other.Kind is ContractKind.Support && other.ParentContractId == part.ParentContractId && other.PartyBEstablishmentId == part.PartyBEstablishmentId;
            var of = part.Kind is ContractKind.Support && part.PartyBEstablishmentId is not null
                ? accepted.FindAll(a => a.ContractId == part.ParentContractId && a.EstablishmentId == part.PartyBEstablishmentId) : [];
            Dong? due = of.Count == 0 ? null : of.SelectMany(a => a.Amounts).Where(a => Allotting.IsDrawn(a.Source)).Select(a => a.Amount).Sum();
            ties.Add(new(part.ParentContractId!.Value, part.ContractId, part.Number, part.PartyB, SupportOf(part.Amounts), due, due is { } found && found > SupportOf(parts.FindAll(IsSame).SelectMany(c => c.Amounts))));
        }

        return ties.ToLookup(t => t.ParentContractId);
    }

    /// <summary>What is given of sources that are drawn on an allotment.</summary>
    private static Dong SupportOf(IEnumerable<ContractAmount> amounts) => amounts.Where(a => Allotting.IsDrawn(a.Source)).Select(a => a.Amount).Sum();

    /// <summary>Estimates that hold or held money; they have no contract and no acceptance, so that a search for one finds none of them.</summary>
    private async Task<IReadOnlyList<ManagedTie>> ManagedAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Search) || Number is > 1)
        {
            return [];
        }

        var estimates = db.ManagementEstimates.VisibleTo(viewer, db).AsNoTracking().Where(e => e.State == ManagementState.Approved || e.State == ManagementState.Settling || e.State == ManagementState.Settled);
        estimates = Year is { } year ? estimates.Where(e => e.Year == year) : estimates;
        var found = await estimates.OrderByDescending(e => e.Year).ThenByDescending(e => e.ManagementEstimateId).Select(e => new { e.ManagementEstimateId, e.AllocationId, e.Year, e.Source, e.Total }).ToListAsync(cancellationToken);
        var paid = db.ManagementVouchers.Where(v => v.State == ManagementVoucherState.Paid && estimates.Any(e => e.ManagementEstimateId == v.ManagementEstimateId));
        var vouchers = (await paid.Select(v => new { v.ManagementEstimateId, v.ManagementVoucherId, v.Amount }).ToListAsync(cancellationToken)).ToLookup(v => v.ManagementEstimateId);
        var tied = (await db.StatementMatches.AsNoTracking().Where(m => paid.Any(v => v.ManagementVoucherId == m.ManagementVoucherId)).Select(m => new { Id = m.ManagementVoucherId!.Value, m.Amount }).ToListAsync(cancellationToken)).ToLookup(m => m.Id, m => m.Amount);
        var held = (await db.LedgerPositions.AsNoTracking().Where(p => p.ManagementEstimateId != null && estimates.Any(e => e.ManagementEstimateId == p.ManagementEstimateId)).Select(p => new { Id = p.ManagementEstimateId!.Value, p.Paid, p.Settled }).ToListAsync(cancellationToken)).ToLookup(p => p.Id, p => p.Paid + p.Settled);
        return
        [
            .. found.Select(e => new ManagedTie(e.ManagementEstimateId, e.AllocationId, e.Year, e.Source, new(
                e.Total, null, Dong.Zero, held[e.ManagementEstimateId].Sum(), Dong.Zero,
                vouchers[e.ManagementEstimateId].Select(v => v.Amount).Sum(), vouchers[e.ManagementEstimateId].SelectMany(v => tied[v.ManagementVoucherId]).Sum()))),
        ];
    }
}

/// <summary>Hợp đồng con beside what was accepted at its establishment under the contract above.</summary>
/// <param name="ParentContractId">The contract above.</param>
/// <param name="ContractId">The part.</param>
/// <param name="Number">Its number.</param>
/// <param name="PartyB">Whose it is.</param>
/// <param name="Contracted">The support in it.</param>
/// <param name="Due">Support due by concluded records of the establishment; null where there is none.</param>
/// <param name="IsAbove">More was found due than all parts of the establishment say.</param>
public sealed record PartTie(Guid ParentContractId, Guid ContractId, string? Number, string PartyB, Dong Contracted, Dong? Due, bool IsAbove);

/// <summary>An estimate of management costs with the same money as the book, its vouchers and the statements say it.</summary>
public sealed record ManagedTie(Guid ManagementEstimateId, Guid AllocationId, int Year, string Source, ThreeWayTie Tie);
