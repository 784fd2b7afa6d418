using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Web.Access;

/// <summary>Which plans, estimates and allocations a viewer sees: the province's roles all of the province, a commune's roles its own.</summary>
public static class PlanReach
{
    public static IQueryable<AnnualPlan> VisibleTo(this IQueryable<AnnualPlan> plans, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.CommuneCodes.ToList();
        return viewer.Reach(Act.ViewPlans) switch
        {
            Scope.Province => plans,
            Scope.Commune => plans.Where(p => p.Regime == Regime.Commune && communes.Contains(p.TerritoryCode)),
            _ => plans.Where(_ => false),
        };
    }

    public static IQueryable<ApprovalBatch> VisibleTo(this IQueryable<ApprovalBatch> batches, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.CommuneCodes.ToList();
        return viewer.Reach(Act.ViewPlans) switch
        {
            Scope.Province => batches,
            Scope.Commune => batches.Where(b => b.Regime == Regime.Commune && communes.Contains(b.TerritoryCode)),
            _ => batches.Where(_ => false),
        };
    }

    public static IQueryable<Allocation> VisibleTo(this IQueryable<Allocation> allocations, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.CommuneCodes.ToList();
        return viewer.Reach(Act.ViewPlans) switch
        {
            Scope.Province => allocations,
            Scope.Commune => allocations.Where(a => a.CommuneCode != null && communes.Contains(a.CommuneCode)),
            _ => allocations.Where(_ => false),
        };
    }

    /// <summary>The province's own estimate is not a commune's business; the province reads what a commune's office asks for.</summary>
    public static IQueryable<BudgetEstimate> VisibleTo(this IQueryable<BudgetEstimate> estimates, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var communes = viewer.CommuneCodes.ToList();
        return viewer.Reach(Act.ViewPlans) switch
        {
            Scope.Province => estimates,
            Scope.Commune => estimates.Where(e => db.Organisations.Any(o => o.OrganisationId == e.HolderId && o.Kind == OrganisationKind.CommuneOffice && o.CommuneCode != null && communes.Contains(o.CommuneCode))),
            _ => estimates.Where(_ => false),
        };
    }

    /// <summary>A commune's accountant records what its own office was given, a province's what any other body was: the province reads a commune's money and gives none of it.</summary>
    public static bool MayRecord(this Viewer viewer, Organisation holder)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(holder);
        return viewer.Reach(Act.RecordAllocation) switch
        {
            Scope.Province => holder.Kind is not OrganisationKind.CommuneOffice,
            Scope.Commune => holder.Kind is OrganisationKind.CommuneOffice && holder.CommuneCode is { } commune && viewer.CommuneCodes.Contains(commune),
            _ => false,
        };
    }

    public static PlanMover AsPlanMover(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return new(viewer.UserId, viewer.Reach, viewer.CommuneCodes) { Bodies = viewer.Bodies };
    }
}
