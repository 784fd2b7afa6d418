using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.YearlySettlements;

namespace KhuyenCong.Web.Access;

/// <summary>Which yearly reports a viewer sees: the province's readers all of the province but what a unit still drafts, a commune its own.</summary>
public static class YearlyReach
{
    /// <summary>A draft is its unit's, and the Sở's people who prepare for units that have nobody here: whoever else reads reports, not drafts.</summary>
    public static IQueryable<YearlySettlement> VisibleTo(this IQueryable<YearlySettlement> reports, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var (communes, own) = (viewer.CommuneCodes.ToList(), viewer.OrganisationId);
        var prepares = viewer.Can(Act.PrepareSettlement) || viewer.Can(Act.SubmitYearlySettlement);
        return viewer.Reach(Act.ViewYearlySettlements) switch
        {
            Scope.Province => reports.Where(r => r.State != YearlyState.Drafting || (own != null && r.HolderId == own)
                || (prepares && r.CommuneCode == null && db.Organisations.Any(o => o.OrganisationId == own && o.Kind == OrganisationKind.Department)
                    && !db.Organisations.Any(o => o.OrganisationId == r.HolderId && o.Kind == OrganisationKind.PromotionCentre))),
            Scope.Commune => reports.Where(r => r.CommuneCode != null && communes.Contains(r.CommuneCode)),
            _ => reports.Where(_ => false),
        };
    }

    /// <summary>Lines whose units have, or lack, a report: whoever reads the reports reads which of them are missing.</summary>
    public static IQueryable<Allocation> ReportedTo(this IQueryable<Allocation> lines, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.CommuneCodes.ToList();
        return viewer.Reach(Act.ViewYearlySettlements) switch
        {
            Scope.Province => lines,
            Scope.Commune => lines.Where(a => a.CommuneCode != null && communes.Contains(a.CommuneCode)),
            _ => lines.Where(_ => false),
        };
    }

    /// <summary>Units that had an estimate in the year that is over and have no report of it, not even a draft.</summary>
    public static IQueryable<Organisation> Unreported(this KhuyenCongDb db, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        var year = today.Year - 1;
        var (holders, reported) = (db.Allocations.Where(a => a.Year == year).Select(a => a.HolderId), db.YearlySettlements.Where(s => s.Year == year).Select(s => s.HolderId));
        return db.Organisations.Where(o => (o.ClosedOn == null || o.ClosedOn >= today) && holders.Contains(o.OrganisationId) && !reported.Contains(o.OrganisationId));
    }

    /// <summary>Of such units those whose lines the viewer may read reports of.</summary>
    public static IQueryable<Organisation> ReportedTo(this IQueryable<Organisation> units, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var holders = db.Allocations.ReportedTo(viewer).Select(a => a.HolderId);
        return units.Where(o => holders.Contains(o.OrganisationId));
    }

    /// <summary>What is still open of a unit's year names contracts, payments and statements: for those who handle or check money, as these are, people of a service unit those of their own body.</summary>
    public static bool SeesConcerns(this Viewer viewer, YearlySettlement report)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(report);
        return viewer.Can(Act.ViewPlans) && TreasuryReach.Working.Any(viewer.Can) && viewer.Bodies?.Contains(report.HolderId) is not false;
    }
}
