using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Two versions of one programme, field by field.</summary>
[Allow(Act.ViewProgramme)]
public sealed class VersionDifferenceModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    public ProgrammeVersion Old { get; private set; } = null!;

    public ProgrammeVersion New { get; private set; } = null!;

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, int tu, int den)
    {
        var both = await db.ProgrammeVersions.AsNoTracking().Where(v => v.ProgrammeId == id && (v.Number == tu || v.Number == den)).ToListAsync();
        if (both.Find(v => v.Number == tu) is not { } old || both.Find(v => v.Number == den) is not { } @new || (both.Exists(v => v.State is VersionState.Draft) && !await viewer.MayEditAsync(db, id)))
        {
            return NotFound();
        }

        (Old, New, Changes) = (old, @new, ProgrammeDifference.Between(old.Text, @new.Text));
        return Page();
    }
}
