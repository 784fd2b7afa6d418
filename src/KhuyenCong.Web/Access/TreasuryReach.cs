using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;

namespace KhuyenCong.Web.Access;

/// <summary>Which statements a viewer sees: the province's roles all of the province, a commune's roles its own.</summary>
public static class TreasuryReach
{
    public static IQueryable<TreasuryStatement> VisibleTo(this IQueryable<TreasuryStatement> statements, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.CommuneCodes.ToList();
        return viewer.Reach(Act.ViewPlans) switch
        {
            Scope.Province => statements,
            Scope.Commune => statements.Where(s => s.CommuneCode != null && communes.Contains(s.CommuneCode)),
            _ => statements.Where(_ => false),
        };
    }

    /// <summary>Lines of the statements that one sees; those of withdrawn statements are not among them.</summary>
    public static IQueryable<StatementLine> VisibleTo(this IQueryable<StatementLine> lines, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var statements = db.TreasuryStatements.VisibleTo(viewer).Where(s => s.WithdrawnAt == null);
        return lines.Where(l => statements.Any(s => s.TreasuryStatementId == l.TreasuryStatementId));
    }

    /// <summary>A commune's accountant works on its own statements, a province's on all others: the province reads a commune's.</summary>
    public static bool MayReconcile(this Viewer viewer, string? commune)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.AsPlanMover().May(Act.RecordTreasury, commune);
    }
}
