using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Home;

/// <summary>Signed in: what waits for me. Signed out: what this is and every published programme.</summary>
[AllowAnonymous]
public sealed class IndexModel(Viewer viewer, PublicProgrammes programmes, MyWork work, TimeProvider clock) : PageModel
{
    public IReadOnlyList<PublicProgramme> Programmes { get; private set; } = [];

    public IReadOnlyList<WorkItem> Work { get; private set; } = [];

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
        }
        else
        {
            Programmes = await programmes.ListAsync(Today);
        }

        return Page();
    }
}
