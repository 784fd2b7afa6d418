using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>The empty Excel template with the lists of the province.</summary>
[Allow(Act.EditEstablishments)]
public sealed class TemplateModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        File(ImportLayout.Template(await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken)), WorkbookType.Xlsx, ImportLayout.FileName);
}
