using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Biên bản nghiệm thu chung để in (5b, 5c), for the signatures on paper.</summary>
[Allow(Act.ViewProjects)]
public sealed class SummaryPrintModel(KhuyenCongDb db, Viewer viewer, SummaryBook book, TimeProvider clock) : PageModel
{
    public AcceptanceSummary Summary { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public IReadOnlyList<GatheredSite> Sites { get; private set; } = [];

    public PaperHead Head { get; private set; } = null!;

    public DateTime Now => clock.UtcNow;

    public bool IsAgency => Summary.Form is AcceptanceForm.Agency;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeAcceptanceSummaries.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(s => s.AcceptanceSummaryId == id, cancellationToken) is not { } summary)
        {
            return NotFound();
        }

        Summary = summary;
        Project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == summary.ProjectId, cancellationToken);
        Sites = summary.State is AcceptanceState.Concluded ? [.. summary.Rows.OrderBy(r => r.Order).Select(r => r.Site)] : (await book.GatheredAsync(Project, cancellationToken)).Concluded;
        var day = summary.HeldOn ?? clock.Today;
        var bodies = await Holders.ReadAsync(db, day, cancellationToken);
        var body = summary.Regime is Regime.Commune ? bodies.OfCommune(summary.TerritoryCode) : bodies.First(IsAgency ? OrganisationKind.Agency : OrganisationKind.Department);
        var place = await PaperHead.PlaceAsync(db, summary.ProvinceCode, summary.Regime is Regime.Commune ? summary.TerritoryCode : null, day, cancellationToken);
        Head = new(body?.NameOn(day) ?? "", IsAgency ? "…" : place, summary.HeldOn, $"Lời văn của mẫu {(IsAgency ? "5c" : "5b")} ban hành kèm Thông tư") { Body = "HỘI ĐỒNG, TỔ NGHIỆM THU" };
        return Page();
    }
}
