using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>Hóa đơn gần giống of a record, on its own page: a firm's number here and its branch's there. Nothing of the same invoice, which is refused.</summary>
public sealed class InvoiceLikenessViewComponent(KhuyenCongDb db, Viewer viewer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(InvoiceHolder holder)
    {
        // It names other records of the office.
        var alike = viewer.SeesHistory() ? (await db.InvoiceLikenessesAsync(holder, HttpContext.RequestAborted)).Where(l => !l.IsBarred).ToList() : [];
        return alike.Count == 0 ? Content("") : View("/Pages/Payments/_InvoiceLikeness.cshtml", alike);
    }
}
