using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Tải giấy tờ đã gỡ: always a download, for whoever sees the papers of its record; which act that takes is the record's.</summary>
[SignedIn]
public sealed class RemovedPaperFileModel(RemovedPapers papers, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await papers.FindAsync(id, cancellationToken) is not { Sha256: { } sha } paper || await files.OpenAsync(paper.ProvinceCode, sha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, paper.MediaType) { FileDownloadName = paper.FileName };
}
