using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<PaymentRequest> PaymentRequests => Set<PaymentRequest>();

    public DbSet<PaymentLine> PaymentLines => Set<PaymentLine>();

    public DbSet<PaymentInvoice> PaymentInvoices => Set<PaymentInvoice>();

    /// <summary>Requests with all their rows, for rules that change them and pages that show them.</summary>
    public IQueryable<PaymentRequest> WholePaymentRequests => PaymentRequests.Include(r => r.Lines).Include(r => r.Invoices).Include(r => r.Steps).Include(r => r.Papers).AsSplitQuery();

    /// <summary>Locks a request's own row, after the lines of its money: whoever matches it with a statement waits for what becomes of it, and the other way round.</summary>
    public Task LockPaymentRequestAsync(Guid requestId, CancellationToken cancellationToken = default) =>
        // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
        Database.IsNpgsql()
            ? Database.ExecuteSqlAsync($"SELECT 1 FROM \"PaymentRequests\" WHERE \"PaymentRequestId\" = {requestId} FOR NO KEY UPDATE", cancellationToken)
            : Task.CompletedTask;

    /// <summary>What a contract still gives: its balances line by line, open requests and what is due.</summary>
    /// <param name="contractId">The contract.</param>
    /// <param name="except">The request that is judged, whose own lines are not counted against it.</param>
    public async Task<PaymentRoom> PaymentRoomAsync(Guid contractId, Guid? except, CancellationToken cancellationToken = default)
    {
        var lines = await LedgerPositions.AsNoTracking().Where(p => p.ContractId == contractId)
            .Join(Allocations, p => p.AllocationId, a => a.AllocationId, (p, a) => new { p.AllocationId, a.Source, a.Year, p.Committed, p.Advanced, p.Paid, p.Settled, p.Returned })
            .OrderBy(l => l.Year).ThenBy(l => l.Source).ToListAsync(cancellationToken);
        var open = await PaymentRequests.AsNoTracking()
            .Where(r => r.ContractId == contractId && r.PaymentRequestId != except && (r.State == PaymentState.Requested || r.State == PaymentState.Approved || r.State == PaymentState.Sent))
            .Join(PaymentLines, r => r.PaymentRequestId, l => l.PaymentRequestId, (r, l) => new { l.AllocationId, l.Source, r.Kind, l.Amount })
            .ToListAsync(cancellationToken);
        var (accepted, agency) = await BoundedDueAsync(contractId, null, cancellationToken);
        return new(
            [.. lines.Select(l => new PaymentLineRoom(l.AllocationId, l.Source, l.Year, l.Committed, l.Advanced, l.Paid, l.Settled, l.Committed + l.Advanced + l.Paid + l.Settled + l.Returned))],
            [.. open.Select(o => new OpenPayment(o.AllocationId, o.Source, o.Kind, o.Amount))],
            await PayableOfAsync(contractId, accepted, cancellationToken))
        {
            IsDueFixed = await IsDueFixedAsync(contractId, cancellationToken),
            Agency = agency,
        };
    }

    /// <summary>Whether acceptance has found all that the contract may be due: every site of its project was concluded on under it, and none is to be completed.</summary>
    public async Task<bool> IsDueFixedAsync(Guid contractId, CancellationToken cancellationToken = default)
    {
        var concluded = await Acceptances.AsNoTracking().Where(a => a.ContractId == contractId && a.State == AcceptanceState.Concluded)
            .Select(a => new { a.ProjectId, a.BeneficiaryId, a.EstablishmentId, a.ProductionSiteId, a.Verdict, a.Round }).ToListAsync(cancellationToken);
        if (concluded.Count == 0 || concluded.GroupBy(a => a.BeneficiaryId).Any(g => g.MaxBy(a => a.Round)!.Verdict is AcceptanceVerdict.ToBeCompleted))
        {
            return false;
        }

        if (concluded.Exists(a => a.BeneficiaryId is null))
        {
            return true;
        }

        var projectId = concluded[0].ProjectId;
        var sites = await Projects.Where(p => p.ProjectId == projectId).SelectMany(p => p.Beneficiaries).Select(b => new { b.ProjectBeneficiaryId, b.EstablishmentId, b.ProductionSiteId }).ToListAsync(cancellationToken);
        return sites.TrueForAll(s => concluded.Exists(a => a.BeneficiaryId == s.ProjectBeneficiaryId || (a.EstablishmentId == s.EstablishmentId && a.ProductionSiteId == s.ProductionSiteId)));
    }

    /// <summary>By source, what may be paid for good: as acceptances found, or, where a file of settlement under force majeure was sent or approved, what it settles of work that was accepted or whose progress report was confirmed.</summary>
    public async Task<IReadOnlyDictionary<string, Dong>> PayableDueAsync(Guid contractId, CancellationToken cancellationToken = default) =>
        await PayableOfAsync(contractId, await SupportDueAsync(contractId, cancellationToken), cancellationToken);

    /// <summary>The same of several contracts at once; one of which nothing is known is not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, Dong>>> PayablesDueAsync(IReadOnlyCollection<Guid> contractIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contractIds);
        var ids = contractIds.ToList();
        // Few, and asked one by one: those under force majeure, and those of projects on which the Cục has concluded.
        var special = await Contracts.Where(c => ids.Contains(c.ContractId)
                && (Settlements.Any(s => s.ContractId == c.ContractId && (s.State == SettlementState.Submitted || s.State == SettlementState.Approved) && s.Basis == SettlementBasis.ForceMajeure)
                    || AcceptanceSummaries.Any(s => s.ProjectId == c.ProjectId && s.Form == AcceptanceForm.Agency && s.State == AcceptanceState.Concluded)))
            .Select(c => c.ContractId).ToListAsync(cancellationToken);
        // Few rows each: added up here, since a sum in SQL does not know đồng.
        var accepted = await Acceptances.Where(a => ids.Contains(a.ContractId) && a.State == AcceptanceState.Concluded)
            .SelectMany(a => a.Amounts, (a, x) => new { a.ContractId, x.Source, x.Amount }).ToListAsync(cancellationToken);
        var due = accepted.GroupBy(a => a.ContractId)
            .ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, Dong>)g.GroupBy(a => a.Source).ToDictionary(s => s.Key, s => s.Select(a => a.Amount).Sum()));
        foreach (var id in special)
        {
            if (await PayableDueAsync(id, cancellationToken) is { Count: > 0 } its)
            {
                due[id] = its;
            }
            else
            {
                due.Remove(id);
            }
        }

        return due;
    }

    private async Task<IReadOnlyDictionary<string, Dong>> PayableOfAsync(Guid contractId, IReadOnlyDictionary<string, Dong> accepted, CancellationToken cancellationToken)
    {
        var sent = await Settlements.Where(s => s.ContractId == contractId && (s.State == SettlementState.Submitted || s.State == SettlementState.Approved) && s.Basis == SettlementBasis.ForceMajeure)
            .SelectMany(s => s.Amounts).Where(a => a.AllocationId != null).Select(a => new { a.Source, a.Contracted, a.Settled }).ToListAsync(cancellationToken);
        if (sent.Count == 0)
        {
            return accepted;
        }

        // Whoever prepares the file types what was done: only what somebody else has found of it is paid.
        var share = await ConfirmedWorkShareAsync(contractId, cancellationToken);
        return sent.GroupBy(a => a.Source)
            .Select(g => (g.Key, Amount: SettlementFigures.Payable(g.Select(a => a.Settled).Sum(), g.Select(a => a.Contracted).Sum(), accepted.GetValueOrDefault(g.Key), share)))
            .Where(p => p.Amount > Dong.Zero).ToDictionary(p => p.Key, p => p.Amount);
    }

    /// <summary>By source, what was advanced to a contract and not recovered, whether it was cleared since or not; entries that took others back are counted off.</summary>
    public async Task<IReadOnlyDictionary<string, Dong>> AdvancedSoFarAsync(Guid contractId, Guid projectId, CancellationToken cancellationToken = default)
    {
        var entries = await LedgerEntries.AsNoTracking()
            .Where(e => e.ProjectId == projectId && e.ContractId == contractId && (e.Kind == LedgerKind.Advance || e.Kind == LedgerKind.RecoverAdvance))
            .Join(Allocations, e => e.AllocationId, a => a.AllocationId, (e, a) => new { a.Source, e.ToAccount, e.Amount })
            .ToListAsync(cancellationToken);
        return entries.GroupBy(e => e.Source).ToDictionary(g => g.Key, g => g.Select(e => e.ToAccount is LedgerAccount.Advanced ? e.Amount : -e.Amount).Sum());
    }

    /// <summary>Tạm ứng chưa thu hồi, chưa thanh toán hết: contracts that hold advances, with the day of their oldest paid advance.</summary>
    /// <param name="contracts">Only these; null = all of the province.</param>
    public async Task<IReadOnlyList<UnspentAdvance>> UnspentAdvancesAsync(IQueryable<Guid>? contracts, CancellationToken cancellationToken = default)
    {
        var positions = LedgerPositions.AsNoTracking().Where(p => p.ContractId != null && (long)(object)p.Advanced > 0);
        if (contracts is not null)
        {
            positions = positions.Where(p => contracts.Contains(p.ContractId!.Value));
        }

        var held = await positions.Select(p => new { ContractId = p.ContractId!.Value, ProjectId = p.ProjectId!.Value, p.AllocationId, p.Advanced }).ToListAsync(cancellationToken);
        var ids = held.Select(h => h.ContractId).Distinct().ToList();
        var paid = (await PaymentRequests.AsNoTracking().Where(r => ids.Contains(r.ContractId) && r.Kind == PaymentKind.Advance && r.State == PaymentState.Paid && r.PaidOn != null)
            .Join(PaymentLines, r => r.PaymentRequestId, l => l.PaymentRequestId, (r, l) => new { r.ContractId, PaidOn = r.PaidOn!.Value, l.Amount })
            .ToListAsync(cancellationToken)).ToLookup(p => p.ContractId, p => (p.PaidOn, p.Amount));
        return [.. held.GroupBy(h => (h.ContractId, h.ProjectId)).Select(g =>
        {
            var left = g.Select(h => h.Advanced).Sum();
            return new UnspentAdvance(g.Key.ContractId, g.Key.ProjectId, left, AdvanceAge.Oldest(paid[g.Key.ContractId], left), [.. g.Select(h => h.AllocationId)]);
        })];
    }
}
