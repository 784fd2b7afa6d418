using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>The acceptances of one project, as a section of its page: as far as the viewer reads them.</summary>
public sealed class ProjectAcceptancesViewComponent(KhuyenCongDb db, Viewer viewer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid id) => View("/Pages/Acceptances/_OfProject.cshtml", await db.Acceptances.AsNoTracking().VisibleTo(viewer, db)
        .Where(a => a.ProjectId == id && a.State != AcceptanceState.Undone).Include(a => a.Amounts).OrderBy(a => a.BeneficiaryName).ThenBy(a => a.Round).ToListAsync(HttpContext.RequestAborted));
}
