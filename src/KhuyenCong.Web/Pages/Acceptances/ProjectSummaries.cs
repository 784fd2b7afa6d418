using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>What a project's page says of the records that gather its acceptances.</summary>
/// <param name="Excesses">What is to come back by the Cục's record, for whoever sees the office's own work.</param>
public sealed record ProjectSummaries(Guid ProjectId, IReadOnlyList<AcceptanceSummary> Summaries, bool MayOpen, IReadOnlyList<SupportExcess> Excesses);

/// <summary>The records that gather the acceptances of one project, as a section of its page.</summary>
public sealed class ProjectSummariesViewComponent(KhuyenCongDb db, Viewer viewer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid id)
    {
        var summaries = await db.AcceptanceSummaries.AsNoTracking().VisibleTo(viewer, db).Where(s => s.ProjectId == id && s.State != AcceptanceState.Undone).OrderByDescending(s => s.Form).ThenBy(s => s.Round).ToListAsync(HttpContext.RequestAborted);
        var concluded = await db.Acceptances.AsNoTracking().VisibleTo(viewer, db).Where(a => a.ProjectId == id && a.State == AcceptanceState.Concluded)
            .Select(a => new { a.Regime, a.TerritoryCode, a.BeneficiaryId }).ToListAsync(HttpContext.RequestAborted);
        var mover = viewer.AsPlanMover();
        var excesses = viewer.SeesHistory() && summaries.Exists(s => s is { Form: AcceptanceForm.Agency, State: AcceptanceState.Concluded }) ? await db.ExcessesAsync(id, null, HttpContext.RequestAborted) : [];
        return View("/Pages/Acceptances/_Summaries.cshtml", new ProjectSummaries(id, summaries, concluded.Exists(a => (a.BeneficiaryId is not null || a.Regime is Domain.Law.Regime.National) && mover.May(Act.AcceptProject, a.Regime, a.TerritoryCode)), excesses));
    }
}
