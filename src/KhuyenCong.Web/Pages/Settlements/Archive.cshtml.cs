using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Lưu trữ hồ sơ đề án: what the package holds, and the one click that makes it.</summary>
[Allow(Act.ViewProjects)]
public sealed class ArchiveModel(KhuyenCongDb db, Viewer viewer, ProjectArchive archive, TimeProvider clock) : PageModel
{
    public Project Project { get; private set; } = null!;

    public IReadOnlyList<ArchivedPaper> Papers { get; private set; } = [];

    /// <summary>What the package of this viewer will not hold.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    private bool MayArchive { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayArchive)
        {
            return this.Refuse("settlement.archive-not-allowed");
        }

        LeftOut = await archive.LeftOutAsync(Project, viewer, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayArchive)
        {
            return this.Refuse("settlement.archive-not-allowed");
        }

        db.Tell(new(nameof(Project), id), "project.archived");
        await db.SaveChangesAsync(cancellationToken);
        // The package is written as it is read; a part ends with a few bytes that the ZIP writer does not write asynchronously.
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"luu-tru-{Project.Code ?? Project.ProjectId.ToString("N")}-{clock.Today:yyyyMMdd}.zip");
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = disposition.ToString();
        await archive.WriteAsync(Project, Papers, Response.Body, viewer, cancellationToken);
        return new EmptyResult();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeProjects.AsNoTracking().VisibleTo(viewer, db, seated: false).SingleOrDefaultAsync(p => p.ProjectId == id, cancellationToken) is not { } project)
        {
            return false;
        }

        Project = project;
        MayArchive = viewer.MayArchive(project);
        Papers = MayArchive ? await archive.PapersAsync(project, viewer, cancellationToken) : [];
        return true;
    }
}
