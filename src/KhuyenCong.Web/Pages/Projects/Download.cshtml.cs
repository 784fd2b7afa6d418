using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Tải giấy tờ: always a download, for whoever reads that part of the dossier.</summary>
[Allow(Act.ViewProjects)]
public sealed class DownloadModel(KhuyenCongDb db, Viewer viewer, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid paperId, CancellationToken cancellationToken)
    {
        var project = await db.WholeProjects.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(p => p.ProjectId == id, cancellationToken);
        var paper = project is null ? null : new ProjectSight(project, await viewer.AsProjectMoverAsync(db, cancellationToken)).Papers.FirstOrDefault(p => p.ProjectPaperId == paperId);
        return paper is null || await files.OpenAsync(paper.ProvinceCode, paper.Sha256, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, paper.MediaType) { FileDownloadName = paper.FileName, EnableRangeProcessing = true };
    }
}
