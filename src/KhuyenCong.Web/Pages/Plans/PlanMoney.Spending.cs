using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <content>What results of a programme do not tell of its money.</content>
public static partial class PlanMoney
{
    /// <summary>Accepted work without a target, and what settlements and recoveries made of what was accepted.</summary>
    /// <param name="held">What the ledger holds for the programme.</param>
    public static async Task<SpendingBeside> BesideResultsAsync(KhuyenCongDb db, Guid programmeId, IReadOnlyList<HeldMoney> held, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(held);
        var untold = await UntoldAsync(db, programmeId, cancellationToken);
        var bound = held.Where(h => h.IsOfProgramme && h.Position.ContractId is not null).ToList();
        var contracts = bound.Select(h => h.Position.ContractId!.Value).Distinct().ToList();
        var settled = contracts.Count == 0 ? [] : await db.Settlements.Where(s => s.State == SettlementState.Approved && contracts.Contains(s.ContractId)).Select(s => s.ContractId).ToHashSetAsync(cancellationToken);
        return SpendingBeside.Of(
            await ToldAsync(db, programmeId, [.. settled], cancellationToken),
            untold,
            [.. bound.Where(h => settled.Contains(h.Position.ContractId!.Value)).Select(h => new ContractSpent(h.Position.ContractId!.Value, h.Source, h.Year, h.Position.Settled))]);
    }

    /// <summary>What results of the programme tell of the acceptances of some contracts.</summary>
    private static async Task<List<ContractSpent>> ToldAsync(KhuyenCongDb db, Guid programmeId, List<Guid> contracts, CancellationToken cancellationToken)
    {
        if (contracts.Count == 0)
        {
            return [];
        }

        var links = await db.AcceptanceResults.AsNoTracking()
            .Join(db.Acceptances.Where(a => contracts.Contains(a.ContractId)), l => l.AcceptanceId, a => a.AcceptanceId, (l, a) => new { l.ResultId, a.ContractId }).ToListAsync(cancellationToken);
        var of = links.DistinctBy(l => l.ResultId).ToDictionary(l => l.ResultId, l => l.ContractId);
        var ids = of.Keys.ToList();
        var amounts = await db.Results.AsNoTracking().Where(r => ids.Contains(r.ResultId) && r.ProgrammeId == programmeId && r.State == ResultState.Recorded)
            .SelectMany(r => r.Amounts, (r, a) => new { r.ResultId, r.AchievedOn.Year, a.SourceCode, a.Amount }).ToListAsync(cancellationToken);
        return amounts.ConvertAll(a => new ContractSpent(of[a.ResultId], a.SourceCode, a.Year, a.Amount));
    }

    /// <summary>Accepted work of the programme's projects of which somebody said that it counts toward no target.</summary>
    private static async Task<List<ContractSpent>> UntoldAsync(KhuyenCongDb db, Guid programmeId, CancellationToken cancellationToken)
    {
        var records = await db.Acceptances.AsNoTracking().Include(a => a.Amounts)
            .Where(a => a.State == AcceptanceState.Concluded && (a.Verdict == AcceptanceVerdict.Accepted || a.Verdict == AcceptanceVerdict.PartlyAccepted)
                && db.AcceptanceTargets.Any(t => t.ProjectId == a.ProjectId && t.TargetId == null)
                && db.PlanItems.Any(i => i.ProjectId == a.ProjectId && i.ProgrammeId == programmeId)).ToListAsync(cancellationToken);
        return [.. records.SelectMany(a => AcceptedWork.MoneyOf(a).Select(m => new ContractSpent(a.ContractId, m.SourceCode, a.HeldOn?.Year ?? a.StateSince.Year, m.Amount) { AcceptanceId = a.AcceptanceId }))];
    }
}
