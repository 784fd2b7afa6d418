using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Which contracts a viewer sees: those of the projects they see, a commune of a project for several those with parties in it; a party sees its own, once it is signed.</summary>
public static class ContractReach
{
    /// <summary>Whoever does one of these works with the account.</summary>
    private static readonly Act[] Acting = [Act.EditContract, Act.SignContract, Act.RequestPayment, Act.ApprovePayment, Act.RecordTreasury];

    public static IQueryable<Contract> VisibleTo(this IQueryable<Contract> contracts, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var (communes, own) = (viewer.CommuneCodes.ToList(), viewer.OrganisationId);
        switch (viewer.Reach(Act.ViewProjects))
        {
            case Scope.Province:
                return contracts;
            case Scope.Commune:
                var seen = db.Projects.VisibleTo(viewer, db, seated: false);
                var (whole, here) = (seen.WholeInCommunes(viewer).Select(p => p.ProjectId), seen.InCommunes(viewer));
                // What the province is still writing is not the commune's business, nor, of a project for several communes, the parties elsewhere.
                return contracts.Where(c => (c.Regime == Regime.Commune && communes.Contains(c.TerritoryCode))
                    || (c.State != ContractState.Drafting && c.State != ContractState.Proposed
                        && (whole.Contains(c.ProjectId) || here.Any(b => b.ProjectId == c.ProjectId && b.EstablishmentId == c.PartyBEstablishmentId))));
            case Scope.Own when viewer.Executes():
                var executed = db.Projects.VisibleTo(viewer, db, seated: false).Select(p => p.ProjectId);
                return contracts.Where(c => c.Regime != Regime.Commune && executed.Contains(c.ProjectId));
            case Scope.Own when viewer.IsOnlySeated():
                return contracts.Where(_ => false);
            case Scope.Own:
                var written = db.Projects.WrittenBy(viewer, db).Select(p => p.ProjectId);
                var owned = db.Establishments.Where(e => own != null && e.OrganisationId == own).Select(e => e.EstablishmentId);
                // Of a project for several, each owner reads the contract with their own establishment only.
                return contracts.Where(c => c.State != ContractState.Drafting && c.State != ContractState.Proposed
                    && (written.Contains(c.ProjectId) || (own != null && c.PartyBOrganisationId == own) || (c.PartyBEstablishmentId != null && owned.Contains(c.PartyBEstablishmentId.Value))));
            default:
                return contracts.Where(_ => false);
        }
    }

    /// <summary>Whether the whole account number is shown: to whoever acts on the contract or pays it, to the party whose it is, and to those who audit the province.</summary>
    public static async Task<bool> SeesBankAsync(this Viewer viewer, KhuyenCongDb db, Contract contract, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(contract);
        var mover = viewer.AsPlanMover();
        if (Array.Exists(Acting, a => mover.May(a, contract.Regime, contract.TerritoryCode)) || viewer.Reach(Act.ViewAudit) is Scope.Province)
        {
            return true;
        }

        return viewer.OrganisationId is { } own && (contract.PartyBOrganisationId == own
            || (contract.PartyBEstablishmentId is { } party && await db.Establishments.AnyAsync(e => e.EstablishmentId == party && e.OrganisationId == own, cancellationToken)));
    }
}
