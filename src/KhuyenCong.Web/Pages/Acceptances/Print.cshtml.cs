using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
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

/// <summary>Biên bản để in: what the record says, for the signatures on paper.</summary>
[Allow(Act.ViewProjects)]
public sealed class PrintModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Acceptance Acceptance { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    /// <summary>Of the body that accepts, under its name of the day.</summary>
    public PaperHead Head { get; private set; } = null!;

    public DateTime Now => clock.UtcNow;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeAcceptances.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(a => a.AcceptanceId == id, cancellationToken) is not { } acceptance)
        {
            return NotFound();
        }

        Acceptance = acceptance;
        Project = await db.Projects.AsNoTracking().SingleAsync(p => p.ProjectId == acceptance.ProjectId, cancellationToken);
        Contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == acceptance.ContractId, cancellationToken);
        var day = acceptance.HeldOn ?? clock.Today;
        var bodies = await Holders.ReadAsync(db, day, cancellationToken);
        var unit = (acceptance.Regime is Regime.Commune ? bodies.OfCommune(acceptance.TerritoryCode) : bodies.First(OrganisationKind.Department))?.NameOn(day) ?? "";
        var form = acceptance.Form switch { AcceptanceForm.PerSite => "5a", AcceptanceForm.General => "5b", _ => "5c" };
        var place = await PaperHead.PlaceAsync(db, acceptance.ProvinceCode, acceptance.Regime is Regime.Commune ? acceptance.TerritoryCode : null, day, cancellationToken);
        Head = new(unit, place, acceptance.HeldOn, $"Lời văn của mẫu {form} ban hành kèm Thông tư") { Body = "HỘI ĐỒNG, TỔ NGHIỆM THU" };
        return Page();
    }
}
