using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>The Excel template: empty, or filled with a programme's version in force.</summary>
[Allow(Act.EditProgramme)]
public sealed class TemplateModel(KhuyenCongDb db) : PageModel
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "tu")] Guid? from)
    {
        if (from is null)
        {
            return File(ProgrammeTemplate.Write(null), Excel, ProgrammeTemplate.FileName);
        }

        return await db.ProgrammeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ProgrammeId == from && v.State == VersionState.InForce) is { } current
            ? File(ProgrammeTemplate.Write(current.Text), Excel, $"chuong-trinh-{current.Text.FromYear}-{current.Text.ToYear}.xlsx")
            : NotFound();
    }
}
