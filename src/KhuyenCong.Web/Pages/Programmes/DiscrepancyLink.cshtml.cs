using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>The way to a contradiction by its id alone, as the journal knows it.</summary>
[Allow(Act.ViewProgramme)]
public sealed class DiscrepancyLinkModel(KhuyenCongDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid discrepancyId) =>
        await db.Discrepancies.Where(d => d.DiscrepancyId == discrepancyId).Select(d => (Guid?)d.ProgrammeId).SingleOrDefaultAsync() is { } programme
            ? LocalRedirect($"/chuong-trinh/{programme}/mau-thuan/{discrepancyId}")
            : NotFound();
}
