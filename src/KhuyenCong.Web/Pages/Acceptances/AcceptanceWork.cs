using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Acceptance records of sites and of whole projects that wait for the viewer's conclusion, never for that of whoever wrote them; records that are still to be written; machines to be looked at a year later.</summary>
public static class AcceptanceWork
{
    private const int Most = 50;

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var (concludes, writes, inspects) = (viewer.Can(Act.ConcludeAcceptance), viewer.Can(Act.AcceptProject), viewer.Can(Act.InspectProject));
        if (!concludes && !writes && !inspects)
        {
            return [];
        }

        // A province's roles accept every project but a commune's own; a commune's roles only these.
        var ofCommunes = viewer.Reach(Act.AcceptProject) is not Scope.Province && viewer.Reach(Act.ConcludeAcceptance) is not Scope.Province && viewer.Reach(Act.InspectProject) is not Scope.Province;
        return
        [
            .. concludes || writes ? await SitesAsync(db, viewer, ofCommunes, concludes, writes) : [],
            .. concludes || writes ? await WholeAsync(db, viewer, ofCommunes, concludes, writes) : [],
            .. inspects ? await MachinesAsync(db, viewer, ofCommunes, today) : [],
        ];
    }

    private static async Task<IEnumerable<WorkItem>> SitesAsync(KhuyenCongDb db, Viewer viewer, bool ofCommunes, bool concludes, bool writes)
    {
        var mover = viewer.AsPlanMover();
        var rows = await db.Acceptances.VisibleTo(viewer, db).AsNoTracking()
            .Where(a => (concludes && a.State == AcceptanceState.Submitted) || (writes && a.State == AcceptanceState.Drafting && db.Contracts.Any(c => c.ContractId == a.ContractId && c.State == ContractState.Signed)))
            .Where(a => (a.Regime == Regime.Commune) == ofCommunes)
            .Join(db.Projects, a => a.ProjectId, p => p.ProjectId, (a, p) => new { Acceptance = a, p.Title })
            .OrderBy(r => r.Acceptance.StateSince).ThenBy(r => r.Acceptance.AcceptanceId).Take(Most).ToListAsync();
        return rows
            .Where(r => r.Acceptance.State is AcceptanceState.Drafting
                ? AcceptanceStates.MayWrite(r.Acceptance, mover)
                : mover.May(Act.ConcludeAcceptance, r.Acceptance.Regime, r.Acceptance.TerritoryCode) && !r.Acceptance.Hands.HasWritten(viewer.UserId))
            .Select(r =>
            {
                var (isDraft, path) = (r.Acceptance.State is AcceptanceState.Drafting, $"/nghiem-thu/{r.Acceptance.AcceptanceId}");
                return new WorkItem(
                    isDraft ? "Nghiệm thu đang lập" : "Nghiệm thu chờ kết luận",
                    r.Title, $"{r.Acceptance.BeneficiaryName ?? Gathering.WholeProject}, lần {r.Acceptance.Round}", r.Acceptance.StateSince, null, isDraft ? "Soạn tiếp" : "Xem, kết luận", isDraft ? $"{path}/sua" : path);
            });
    }

    /// <summary>Those near or past the day of their check; what was seen before counts for nothing yet.</summary>
    private static async Task<IEnumerable<WorkItem>> MachinesAsync(KhuyenCongDb db, Viewer viewer, bool ofCommunes, DateOnly today)
    {
        var (mover, soon) = (viewer.AsPlanMover(), today.AddDays(MachinePassport.EarlyDays));
        var rows = await db.MachinePassports.VisibleTo(viewer, db).AsNoTracking().Where(m => m.AcceptedKey != null && m.DueCheckedOn == null && m.CheckDueOn <= soon)
            .Join(db.Acceptances.Where(a => (a.Regime == Regime.Commune) == ofCommunes), m => m.AcceptanceId, a => a.AcceptanceId, (m, a) => new { m.MachinePassportId, m.Name, m.Serial, m.AcceptedOn, m.CheckDueOn, a.BeneficiaryName, a.Regime, a.TerritoryCode })
            .OrderBy(r => r.CheckDueOn).ThenBy(r => r.MachinePassportId).Take(Most).ToListAsync();
        return rows.Where(r => mover.May(Act.InspectProject, r.Regime, r.TerritoryCode))
            .Select(r => new WorkItem("Kiểm tra máy sau nghiệm thu", $"{r.Name}{(r.Serial is { } serial ? $", số {serial}" : "")}", r.BeneficiaryName ?? Gathering.WholeProject, r.AcceptedOn, r.CheckDueOn, "Kiểm tra", $"/may-moc/{r.MachinePassportId}"));
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
