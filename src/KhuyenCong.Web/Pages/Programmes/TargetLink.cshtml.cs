using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>The way to a target by its id alone, as the journal knows it.</summary>
[Allow(Act.ViewProgramme)]
public sealed class TargetLinkModel(KhuyenCongDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid targetId) =>
        await db.Targets.Where(t => t.TargetId == targetId).Select(t => new { t.ProgrammeId, t.Code }).SingleOrDefaultAsync() is { } target
            ? LocalRedirect(TargetRow.HrefOf(target.ProgrammeId, target.Code))
            : NotFound();
}
