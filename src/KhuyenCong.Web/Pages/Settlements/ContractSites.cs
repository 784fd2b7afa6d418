using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>What of the sites of some contracts is not accepted yet: one look at the books for all of them.</summary>
public sealed class ContractSites
{
    private readonly Dictionary<Guid, OpenSites> found = [];
    private readonly HashSet<Guid> excused = [];

    private ContractSites()
    {
    }

    /// <param name="contracts">Whose sites are looked at.</param>
    public static async Task<ContractSites> ReadAsync(KhuyenCongDb db, IQueryable<Contract> contracts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(contracts);
        // All that bind money of the same projects: who has a contract of their own is nobody else's site.
        var beside = await db.Contracts.AsNoTracking().Where(c => c.ParentContractId == null && c.State != ContractState.Cancelled && contracts.Any(o => o.ProjectId == c.ProjectId))
            .Select(c => new
            {
                c.ContractId,
                c.ProjectId,
                c.PartyBEstablishmentId,
                c.Year,
                IsStopped = db.Projects.Any(p => p.ProjectId == c.ProjectId && p.State == ProjectState.Stopped),
                IsExcused = db.Settlements.Any(s => s.ContractId == c.ContractId && s.State != SettlementState.Discarded && (s.Basis == SettlementBasis.ForceMajeure || s.UndoneSites != null)),
            })
            .ToListAsync(cancellationToken);
        var sites = (await db.ProjectBeneficiaries.AsNoTracking().Where(b => contracts.Any(c => c.ProjectId == b.ProjectId)).OrderBy(b => b.Order)
            .Select(b => new { b.ProjectId, b.ProjectBeneficiaryId, b.EstablishmentId, b.ProductionSiteId, b.Name }).ToListAsync(cancellationToken))
            .ToLookup(b => b.ProjectId, b => new ContractSite(b.ProjectBeneficiaryId, b.EstablishmentId, b.ProductionSiteId, b.Name));
        var records = (await db.Acceptances.AsNoTracking().Where(a => contracts.Any(c => c.ProjectId == a.ProjectId) && a.State != AcceptanceState.Undone)
            .Select(a => new { a.ProjectId, a.ContractId, a.BeneficiaryId, a.EstablishmentId, a.ProductionSiteId, a.BeneficiaryName, a.Round, a.State, a.Verdict }).ToListAsync(cancellationToken))
            .ToLookup(a => a.ProjectId, a => new SiteRecord(a.ContractId, a.BeneficiaryId, a.EstablishmentId, a.ProductionSiteId, a.BeneficiaryName, a.Round, a.State, a.Verdict));
        var all = new ContractSites();
        foreach (var project in beside.GroupBy(c => c.ProjectId))
        {
            List<SiteContract> binding = [.. project.Select(c => new SiteContract(c.ContractId, c.PartyBEstablishmentId, c.Year))];
            foreach (var contract in project)
            {
                all.found[contract.ContractId] = OpenSites.Of(contract.ContractId, OpenSites.SitesOf(contract.ContractId, binding, [.. sites[project.Key]]), [.. records[project.Key]]);
                if (contract.IsStopped || contract.IsExcused)
                {
                    all.excused.Add(contract.ContractId);
                }
            }
        }

        return all;
    }

    public OpenSites Of(Guid contractId) => found.GetValueOrDefault(contractId, OpenSites.None);

    /// <summary>Without the sites that nobody waits for; as <see cref="SettlementMoves.WaitsForMissing"/> has it.</summary>
    public OpenSites WaitedFor(Guid contractId) => excused.Contains(contractId) ? Of(contractId).WithoutMissing : Of(contractId);
}
