using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>The whole text of one version, as it was.</summary>
[Allow(Act.ViewProgramme)]
public sealed class VersionTextModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    public ProgrammeVersion Shown { get; private set; } = null!;

    public ProgrammeText Text => Shown.Text;

    public async Task<IActionResult> OnGetAsync(Guid id, int number)
    {
        var found = await db.ProgrammeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ProgrammeId == id && v.Number == number);
        if (found is null || (found.State is VersionState.Draft && !await viewer.MayEditAsync(db, id)))
        {
            return NotFound();
        }

        Shown = found;
        return Page();
    }
}
