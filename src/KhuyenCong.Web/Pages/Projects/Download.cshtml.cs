using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Tải giấy tờ: always a download, for whoever sees the dossier.</summary>
[Allow(Act.ViewProjects)]
public sealed class DownloadModel(KhuyenCongDb db, Viewer viewer, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid paperId, CancellationToken cancellationToken)
    {
        var paper = await db.Projects.VisibleTo(viewer, db).Where(p => p.ProjectId == id).SelectMany(p => p.Papers).AsNoTracking().SingleOrDefaultAsync(p => p.ProjectPaperId == paperId, cancellationToken);
        return paper is null || files.Open(paper.ProvinceCode, paper.Sha256) is not { } content
            ? NotFound()
            : new FileStreamResult(content, paper.MediaType) { FileDownloadName = paper.FileName, EnableRangeProcessing = true };
    }
}
