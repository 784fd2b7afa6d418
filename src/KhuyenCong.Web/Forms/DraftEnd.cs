using KhuyenCong.Data;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Forms;

/// <summary>A form went through: its draft is gone, here and in the browser.</summary>
public static class DraftEnd
{
    public static async Task EndDraftAsync(this PageModel page, KhuyenCongDb db, string form, string subject)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(db);
        await db.DraftFields.Where(f => f.UserId == db.Scope.UserId && f.Form == form && f.Subject == subject).ExecuteDeleteAsync();
        page.TempData.DraftDone(form, subject);
    }
}
