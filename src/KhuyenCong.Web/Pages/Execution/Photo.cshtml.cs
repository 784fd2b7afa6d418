using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Tải ảnh hiện trường: as it was taken, with what its bytes tell of place and time, and therefore for whoever reads the report only.</summary>
[Allow(Act.ViewProjects)]
public sealed class PhotoModel(KhuyenCongDb db, Viewer viewer, ExecutionBook book, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid photoId, CancellationToken cancellationToken)
    {
        if (await db.WholeProgressReports.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(r => r.ProgressReportId == id, cancellationToken) is not { } report
            || report.Photos.FirstOrDefault(p => p.ProgressPhotoId == photoId) is not { } photo
            || await book.FindAsync(report.ContractId, cancellationToken) is not { } found
            || !(await viewer.AsProjectMoverAsync(db, cancellationToken)).Reads(report, found.Of)
            || await files.OpenAsync(photo.ProvinceCode, photo.Sha256, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        return new FileStreamResult(content, photo.MediaType) { FileDownloadName = photo.FileName, EnableRangeProcessing = true };
    }
}
