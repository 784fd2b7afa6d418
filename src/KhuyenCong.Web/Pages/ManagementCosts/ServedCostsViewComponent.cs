using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>Chi phí phục vụ: what a trip, a meeting, an acceptance, a class cost, on its own page, for whoever sees the money: <c>&lt;vc:served-costs served="Inspection" id="@id" /&gt;</c>.</summary>
public sealed class ServedCostsViewComponent(KhuyenCongDb db, Viewer viewer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(ServedKind served, Guid id)
    {
        if (!viewer.Can(Act.ViewPlans))
        {
            return Content("");
        }

        var vouchers = db.ManagementVouchers.VisibleTo(viewer, db).AsNoTracking().Where(v => v.State != ManagementVoucherState.Discarded);
        vouchers = served switch
        {
            ServedKind.Inspection => vouchers.Where(v => v.InspectionId == id),
            ServedKind.AppraisalSession => vouchers.Where(v => v.AppraisalSessionId == id),
            ServedKind.Acceptance => vouchers.Where(v => v.AcceptanceId == id),
            _ => vouchers.Where(v => v.ProjectId == id),
        };
        var found = await vouchers.OrderBy(v => v.IssuedOn).ToListAsync(HttpContext.RequestAborted);
        return found.Count == 0 ? Content("") : View("/Pages/ManagementCosts/_Served.cshtml", found);
    }
}
