using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;

namespace KhuyenCong.Web.Access;

/// <summary>Which procedures a viewer sees and works on: everybody sees what is published, their writers the drafts as well; a commune's people write for the commune's own dossiers.</summary>
public static class ProcedureReach
{
    public static IQueryable<Procedure> VisibleTo(this IQueryable<Procedure> procedures, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.Memberships.Where(m => m.Allows(Act.EditProcedure) is Scope.Commune).Select(m => m.CommuneCode).OfType<string>().ToList();
        return viewer.Reach(Act.EditProcedure) switch
        {
            Scope.Province => procedures,
            Scope.Commune => procedures.Where(p => p.From != null || (p.Regime == Regime.Commune && communes.Contains(p.TerritoryCode))),
            _ => procedures.Where(p => p.From != null),
        };
    }

    /// <summary>Whether they may do so for dossiers of this regime and commune: the province's people for all, a commune's for its own only.</summary>
    public static bool MayFor(this Viewer viewer, Act act, Regime regime, string? communeCode)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.CanIn(act, regime is Regime.Commune ? communeCode : null);
    }

    public static bool MayFor(this Viewer viewer, Act act, Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return viewer.MayFor(act, procedure.Regime, procedure.CommuneCode);
    }
}
