using KhuyenCong.Data;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>The bell of the header: how many reminders the viewer has not read. Never more than it can show.</summary>
public sealed class ReminderBellViewComponent(KhuyenCongDb db, Viewer viewer) : ViewComponent
{
    public const int Most = 99;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        // A page that says what went wrong asks nothing of the database.
        if (!viewer.IsSignedIn || viewer.MustChangePassword || viewer.ProvinceCode.Length == 0 || !viewer.IsReminded() || HttpContext.Request.Path.StartsWithSegments("/loi"))
        {
            return Content("");
        }

        var count = await db.Reminders.AsNoTracking().For(viewer, db).NewTo(viewer, db).CountAsync(HttpContext.RequestAborted);
        return View("~/Pages/Reminders/_Bell.cshtml", count);
    }
}
