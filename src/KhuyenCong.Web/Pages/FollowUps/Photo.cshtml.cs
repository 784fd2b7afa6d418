using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>Tải ảnh máy: a workshop seen from inside, and therefore for whoever reads the sheet only.</summary>
[Allow(Act.AnswerFollowUp)]
public sealed class PhotoModel(KhuyenCongDb db, Viewer viewer, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid photoId, CancellationToken cancellationToken)
    {
        if (await db.FollowUps.AsNoTracking().VisibleTo(viewer, db).Where(f => f.FollowUpId == id).SelectMany(f => f.Photos).SingleOrDefaultAsync(p => p.FollowUpPhotoId == photoId, cancellationToken) is not { } photo
            || await files.OpenAsync(photo.ProvinceCode, photo.Sha256, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        return new FileStreamResult(content, photo.MediaType) { FileDownloadName = photo.FileName, EnableRangeProcessing = true };
    }
}
