using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;

namespace KhuyenCong.Web.Access;

/// <summary>Which settlements a viewer sees: one by one with the contract, in lists of money as plans.</summary>
public static class SettlementReach
{
    /// <summary>A settlement is read by whoever sees its contract; by a party once it is put before the approver.</summary>
    public static IQueryable<Settlement> VisibleTo(this IQueryable<Settlement> settlements, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var seen = db.Contracts.VisibleTo(viewer, db).Select(c => c.ContractId);
        return viewer.SeesHistory()
            ? settlements.Where(s => seen.Contains(s.ContractId))
            : settlements.Where(s => (s.State == SettlementState.Submitted || s.State == SettlementState.Approved) && seen.Contains(s.ContractId));
    }

    /// <summary>The whole dossier with everybody's papers: for whoever prepares or approves settlements of its procedure, and for those who read the province's journal.</summary>
    public static bool MayArchive(this Viewer viewer, Project project)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(project);
        var (mover, regime, commune) = (viewer.AsPlanMover(), project.Kind.Regime(), project.CommuneCode ?? "");
        return mover.May(Act.PrepareSettlement, regime, commune) || mover.May(Act.ApproveSettlement, regime, commune) || viewer.Reach(Act.ViewAudit) is Scope.Province;
    }

    /// <summary>What still stands against a settlement, other dossiers with the same invoice among it: for whoever prepares or approves this one, and for those who read the province's journal.</summary>
    public static bool SeesFaults(this Viewer viewer, Settlement settlement)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(settlement);
        var mover = viewer.AsPlanMover();
        return mover.May(Act.PrepareSettlement, settlement.Regime, settlement.TerritoryCode) || mover.May(Act.ApproveSettlement, settlement.Regime, settlement.TerritoryCode) || viewer.Reach(Act.ViewAudit) is Scope.Province;
    }

    /// <summary>Contracts whose money somebody sees in lists: the province all of them, a commune its own.</summary>
    public static IQueryable<Contract> ListedFor(this IQueryable<Contract> contracts, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.CommuneCodes.ToList();
        return viewer.Reach(Act.ViewPlans) switch
        {
            Scope.Province => contracts,
            Scope.Commune => contracts.Where(c => c.Regime == Regime.Commune && communes.Contains(c.TerritoryCode)),
            _ => contracts.Where(_ => false),
        };
    }
}
