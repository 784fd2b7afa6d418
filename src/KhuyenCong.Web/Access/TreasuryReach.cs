using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;

namespace KhuyenCong.Web.Access;

/// <summary>Which statements a viewer sees: those who handle or check money all of the province or their commune's own, people of a service unit those of their own body. Other readers of plans see none: a statement tells of everybody paid from the account.</summary>
public static class TreasuryReach
{
    /// <summary>Whoever does one of these reads statements, as far as they do it.</summary>
    public static IReadOnlyList<Act> Working { get; } = [Act.RecordTreasury, Act.RequestPayment, Act.ApprovePayment, Act.AppraiseEstimate, Act.ViewAudit];

    public static IQueryable<TreasuryStatement> VisibleTo(this IQueryable<TreasuryStatement> statements, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.CommuneCodes.ToList();
        var reach = Working.Max(viewer.Reach);
        if (viewer.Bodies?.ToList() is { } bodies)
        {
            statements = statements.Where(s => bodies.Contains(s.HolderId));
        }

        return viewer.Reach(Act.ViewPlans) switch
        {
            Scope.Province when reach is Scope.Province or Scope.Ministry => statements,
            Scope.Province or Scope.Commune when reach is not null => statements.Where(s => s.CommuneCode != null && communes.Contains(s.CommuneCode)),
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
