using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Bản in biên bản kiểm tra: what was seen and asked for, as much of it as the viewer reads on the page.</summary>
[Allow(Act.ViewProjects)]
public sealed class InspectionPrintModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Inspection Inspection { get; private set; } = null!;

    public InspectionSight Sight { get; private set; } = null!;

    public PaperHead Head { get; private set; } = null!;

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeInspections.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(i => i.InspectionId == id, cancellationToken) is not { } inspection)
        {
            return NotFound();
        }

        Inspection = inspection;
        var seen = await InspectionSight.ProjectsAsync(db, viewer, [.. inspection.Projects.Select(p => p.ProjectId)], cancellationToken);
        Sight = new(inspection, seen, await viewer.AsProjectMoverAsync(db, cancellationToken));
        var bodies = await Holders.ReadAsync(db, inspection.On, cancellationToken);
        var unit = inspection is { Regime: Regime.Commune, CommuneCode: { } commune } ? bodies.OfCommune(commune) : bodies.First(OrganisationKind.Department);
        var place = await PaperHead.PlaceAsync(db, inspection.ProvinceCode, inspection.CommuneCode, inspection.On, cancellationToken);
        Head = new(unit?.NameOn(inspection.On) ?? "", place, inspection.State is InspectionState.Recorded ? inspection.On : null, "Mẫu biên bản kiểm tra") { Body = "ĐOÀN KIỂM TRA" };
        return Page();
    }

    public string ProjectOf(InspectionFinding finding) => Sight.Projects.FirstOrDefault(p => p.ProjectId == finding.ProjectId)?.Code ?? "—";

    public string? Establishment(InspectionFinding finding) => Sight.Projects.SelectMany(p => p.Beneficiaries).FirstOrDefault(b => b.EstablishmentId == finding.EstablishmentId)?.Name;
}
