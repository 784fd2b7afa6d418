using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>Money of one project and source, stage beside stage. Blank is not zero: a stage that was not reached has no number.</summary>
/// <param name="Source">Its code.</param>
/// <param name="Asked">As the dossier says.</param>
/// <param name="Appraised">In its plan; of a project paid by years, in all its plans.</param>
/// <param name="Approved">Likewise.</param>
/// <param name="Contracted">By signed contracts that are not part of another.</param>
/// <param name="Held">What the ledger holds; null where the source was never drawn on for it.</param>
public sealed record ProjectMoneyRow(FundingSource Source, Dong? Asked, Dong? Appraised, Dong? Approved, Dong? Contracted, IReadOnlyDictionary<LedgerAccount, Dong>? Held)
{
    /// <summary>What settlements gave back of what was approved; null where nothing is approved.</summary>
    public Dong? Returned { get; init; }

    /// <summary>Batches that appraised, approved it.</summary>
    public IReadOnlyList<Guid> Batches { get; init; } = [];

    /// <summary>Signed contracts that give it.</summary>
    public IReadOnlyList<Guid> Contracts { get; init; } = [];

    public Dong? this[LedgerAccount account] => Held is { } held && held.TryGetValue(account, out var amount) ? amount : null;
}

/// <summary>What one line holds for a project, or for one of its contracts.</summary>
public sealed record HeldRow(LedgerPosition Position, Allocation Line, string? ContractNumber, string? PartyB);

/// <summary>The money of one project: by source, by contract.</summary>
public sealed record ProjectMoney(IReadOnlyList<ProjectMoneyRow> Rows, IReadOnlyList<HeldRow> Held)
{
    /// <summary>Accounts that are kept by project.</summary>
    public static readonly IReadOnlyList<LedgerAccount> Accounts = [.. Enum.GetValues<LedgerAccount>().Where(a => a.IsByProject())];

    /// <summary>Numbers of all its contracts; null of one that has none yet.</summary>
    public IReadOnlyDictionary<Guid, string?> ContractNumbers { get; init; } = new Dictionary<Guid, string?>();

    public static async Task<ProjectMoney> OfAsync(KhuyenCongDb db, Guid projectId, FundingSplit asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(asked);
        // The last plan row that stood, of the project and of each later year's share: what left a batch may stand in another.
        var stood = await db.PlanItems.AsNoTracking().Include(i => i.Amounts)
            .Where(i => i.ProjectId == projectId && (i.State == PlanItemState.Proposed || i.State == PlanItemState.Approved || i.State == PlanItemState.Stopped))
            .OrderByDescending(i => i.PlanItemId).ToListAsync(cancellationToken);
        var items = stood.DistinctBy(i => i.ShareYear).ToList();
        var contracts = await db.Contracts.AsNoTracking().Where(c => c.ProjectId == projectId)
            .Select(c => new
            {
                c.ContractId,
                c.Number,
                c.PartyB,
                Counts = c.ParentContractId == null && (c.State == ContractState.Signed || c.State == ContractState.Liquidated),
                Amounts = c.Amounts.Select(a => new { a.Source, a.Amount }).ToList(),
            }).ToListAsync(cancellationToken);
        var amounts = contracts.Where(c => c.Counts).SelectMany(c => c.Amounts).ToList();
        var held = await db.LedgerPositions.AsNoTracking().Where(p => p.ProjectId == projectId)
            .Join(db.Allocations, p => p.AllocationId, a => a.AllocationId, (p, a) => new { Position = p, Line = a }).ToListAsync(cancellationToken);
        var rows = FundingSource.All.Select(source => new ProjectMoneyRow(
            source,
            asked[source],
            items.Select(i => i.Appraised[source]).SumKnown(),
            items.Select(i => i.Approved[source]).SumKnown(),
            amounts.Where(a => a.Source == source.Code).Select(a => (Dong?)a.Amount).SumKnown(),
            held.Exists(h => h.Line.Source == source.Code) ? Accounts.ToDictionary(a => a, a => held.Where(h => h.Line.Source == source.Code).Select(h => h.Position[a]).Sum()) : null)
        {
            Returned = items.Select(i => i.Returned[source]).SumKnown(),
            Batches = [.. items.Where(i => (i.Approved[source] ?? i.Appraised[source]) is not null).Select(i => i.ApprovalBatchId).Distinct()],
            Contracts = [.. contracts.Where(c => c.Counts && c.Amounts.Exists(a => a.Source == source.Code)).Select(c => c.ContractId)],
        });
        return new(
            [.. rows.Where(r => (r.Asked ?? r.Appraised ?? r.Approved ?? r.Contracted) is not null || r.Held is not null)],
            [.. held.OrderBy(h => h.Line.Year).ThenBy(h => h.Line.Source, StringComparer.Ordinal).ThenBy(h => h.Position.ContractId is not null).ThenBy(h => h.Position.SubjectId).Select(h =>
            {
                var contract = contracts.Find(c => c.ContractId == h.Position.ContractId);
                return new HeldRow(h.Position, h.Line, contract?.Number, contract?.PartyB);
            })])
        {
            ContractNumbers = contracts.ToDictionary(c => c.ContractId, c => c.Number),
        };
    }
}
