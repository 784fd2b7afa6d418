using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Forms;

/// <summary>A form went through: its draft has ended, here and in the browser.</summary>
public static class DraftEnd
{
    public static async Task EndDraftAsync(this PageModel page, DraftBox drafts, string form, string subject)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(drafts);
        await drafts.FinishAsync(form, subject);
        page.TempData.DraftDone(form, subject);
    }
}
