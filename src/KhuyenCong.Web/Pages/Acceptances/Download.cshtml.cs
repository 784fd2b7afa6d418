using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Tải ảnh, tệp của biên bản: for whoever reads the record.</summary>
[Allow(Act.ViewProjects)]
public sealed class DownloadModel(KhuyenCongDb db, Viewer viewer, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid photoId, CancellationToken cancellationToken)
    {
        var photo = await db.Acceptances.AsNoTracking().VisibleTo(viewer, db).Where(a => a.AcceptanceId == id).SelectMany(a => a.Photos).SingleOrDefaultAsync(p => p.AcceptancePhotoId == photoId, cancellationToken);
        return photo is null || await files.OpenAsync(photo.ProvinceCode, photo.Sha256, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, photo.MediaType) { FileDownloadName = photo.FileName, EnableRangeProcessing = true };
    }
}
