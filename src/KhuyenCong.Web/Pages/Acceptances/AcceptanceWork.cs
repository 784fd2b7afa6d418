using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Acceptance records of sites and of whole projects that wait for the viewer's conclusion, never for that of whoever wrote them; and records of whole projects that are still to be written.</summary>
public static class AcceptanceWork
{
    private const int Most = 50;

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var (concludes, writes) = (viewer.Can(Act.ConcludeAcceptance), viewer.Can(Act.AcceptProject));
        if (!concludes && !writes)
        {
            return [];
        }

        // A province's roles accept every project but a commune's own; a commune's roles only these.
        var ofCommunes = viewer.Reach(Act.AcceptProject) is not Scope.Province && viewer.Reach(Act.ConcludeAcceptance) is not Scope.Province;
        return [.. concludes ? await SitesAsync(db, viewer, ofCommunes) : [], .. await WholeAsync(db, viewer, ofCommunes, concludes, writes)];
    }

    private static async Task<IEnumerable<WorkItem>> SitesAsync(KhuyenCongDb db, Viewer viewer, bool ofCommunes)
    {
        var mover = viewer.AsPlanMover();
        var rows = await db.Acceptances.VisibleTo(viewer, db).AsNoTracking().Where(a => a.State == AcceptanceState.Submitted && (a.Regime == Regime.Commune) == ofCommunes)
            .Join(db.Projects, a => a.ProjectId, p => p.ProjectId, (a, p) => new { Acceptance = a, p.Title })
            .OrderBy(r => r.Acceptance.StateSince).ThenBy(r => r.Acceptance.AcceptanceId).Take(Most).ToListAsync();
        return rows
            .Where(r => mover.May(Act.ConcludeAcceptance, r.Acceptance.Regime, r.Acceptance.TerritoryCode) && !r.Acceptance.Hands.HasWritten(viewer.UserId))
            .Select(r => new WorkItem("Nghiệm thu chờ kết luận", r.Title, $"{r.Acceptance.BeneficiaryName ?? Gathering.WholeProject}, lần {r.Acceptance.Round}", r.Acceptance.StateSince, null, "Xem, kết luận", $"/nghiem-thu/{r.Acceptance.AcceptanceId}"));
    }

    private static async Task<IEnumerable<WorkItem>> WholeAsync(KhuyenCongDb db, Viewer viewer, bool ofCommunes, bool concludes, bool writes)
    {
        var mover = viewer.AsPlanMover();
        var rows = await db.AcceptanceSummaries.VisibleTo(viewer, db).AsNoTracking()
            .Where(s => ((concludes && s.State == AcceptanceState.Submitted) || (writes && s.State == AcceptanceState.Drafting)) && (s.Regime == Regime.Commune) == ofCommunes)
            .Join(db.Projects, s => s.ProjectId, p => p.ProjectId, (s, p) => new { Summary = s, p.Title })
            .OrderBy(r => r.Summary.StateSince).ThenBy(r => r.Summary.AcceptanceSummaryId).Take(Most).ToListAsync();
        return rows
            .Where(r => r.Summary.State is AcceptanceState.Drafting
                ? Summarising.MayWrite(r.Summary, mover)
                : mover.May(Act.ConcludeAcceptance, r.Summary.Regime, r.Summary.TerritoryCode) && !r.Summary.Hands.HasWritten(viewer.UserId))
            .Select(r => new WorkItem(
                r.Summary.State is AcceptanceState.Drafting ? "Nghiệm thu chung đang lập" : "Nghiệm thu chung chờ kết luận",
                r.Title, r.Summary.Form.SummaryText(), r.Summary.StateSince, null, r.Summary.State is AcceptanceState.Drafting ? "Soạn tiếp" : "Xem, kết luận", $"/nghiem-thu/chung/{r.Summary.AcceptanceSummaryId}"));
    }
}
