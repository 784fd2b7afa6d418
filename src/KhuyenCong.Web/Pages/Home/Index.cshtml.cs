using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Home;

/// <summary>Signed in: what waits for me. Signed out: what this is and every published programme.</summary>
[AllowAnonymous]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, PublicProgrammes programmes, MyWork work, TimeProvider clock) : PageModel
{
    public IReadOnlyList<PublicProgramme> Programmes { get; private set; } = [];

    public IReadOnlyList<WorkItem> Work { get; private set; } = [];

    /// <summary>By which days overdue are counted; read only where something is.</summary>
    public WorkingCalendar Calendar { get; private set; } = WorkingCalendar.Unknown;

    public DateOnly Today { get; } = clock.Today;

    public Viewer Viewer => viewer;

    public bool IsNational => viewer.Reach(Act.CompareProvinces) is Scope.Ministry;

    public async Task<IActionResult> OnGetAsync()
    {
        // With a one-time password nothing is shown yet, not even what waits.
        if (viewer.MustChangePassword)
        {
            return LocalRedirect("/tai-khoan/cua-toi");
        }

        if (viewer.IsSignedIn)
        {
            Work = await work.ReadAsync();
            Calendar = Work.Any(w => w.IsOverdue(Today)) ? await db.WorkingCalendarAsync() : Calendar;
        }
        else
        {
            Programmes = await programmes.ListAsync(Today);
        }

        return Page();
    }
}
