using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>Tải minh chứng: always a download, under the name it came with, as the type its bytes showed.</summary>
[Allow(Act.ViewResults)]
public sealed class DownloadModel(KhuyenCongDb db, Viewer viewer, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid evidenceId, CancellationToken cancellationToken)
    {
        var found = await db.Evidence.AsNoTracking().Where(e => e.EvidenceId == evidenceId && e.ResultId == id)
            .Join(db.Results, e => e.ResultId, r => r.ResultId, (e, r) => new { Evidence = e, r.CommuneCode })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !viewer.CanIn(Act.ViewResults, found.CommuneCode) || await files.OpenAsync(found.Evidence.ProvinceCode, found.Evidence.Sha256, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        return new FileStreamResult(content, found.Evidence.MediaType) { FileDownloadName = found.Evidence.FileName, EnableRangeProcessing = true };
    }
}
