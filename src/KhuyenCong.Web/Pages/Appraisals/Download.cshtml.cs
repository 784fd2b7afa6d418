using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Tải quyết định, biên bản, minh chứng điều kiện: for whoever sees the record that carries them.</summary>
[Allow(Act.GiveOpinion)]
public sealed class DownloadModel(KhuyenCongDb db, Viewer viewer, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string loai, Guid id, CancellationToken cancellationToken)
    {
        var file = loai switch
        {
            "hoi-dong" => await db.Councils.VisibleTo(viewer).Where(c => c.CouncilId == id).Select(c => c.File).FirstOrDefaultAsync(cancellationToken),
            "bien-ban" => await db.AppraisalSessions.VisibleTo(viewer, db).Where(s => s.AppraisalSessionId == id).Select(s => s.SignedMinutes).FirstOrDefaultAsync(cancellationToken),
            "dieu-kien" => await db.Appraisals.VisibleTo(viewer).SelectMany(a => a.Conditions).Where(c => c.AppraisalConditionId == id).Select(c => c.ProofFile).FirstOrDefaultAsync(cancellationToken),
            _ => null,
        };
        return file is null || await files.OpenAsync(viewer.ProvinceCode, file.Sha256, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, file.MediaType) { FileDownloadName = file.FileName, EnableRangeProcessing = true };
    }
}
