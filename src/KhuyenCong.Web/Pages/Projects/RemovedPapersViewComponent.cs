using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>What was taken off a record.</summary>
/// <param name="Papers">The oldest first.</param>
/// <param name="TellsWho">Who of the office did it is not for the other party.</param>
public sealed record RemovedPapersOfRecord(IReadOnlyList<RemovedPaper> Papers, bool TellsWho);

/// <summary>Giấy tờ đã gỡ of a record, on its own page: <c>&lt;vc:removed-papers kind="@RemovedPaperKind.Settlement" record="@id" /&gt;</c>.</summary>
public sealed class RemovedPapersViewComponent(RemovedPapers papers, Viewer viewer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(RemovedPaperKind kind, Guid record) =>
        await papers.OfAsync(kind, record, HttpContext.RequestAborted) is { Count: > 0 } removed
            ? View("/Pages/Projects/_RemovedPapers.cshtml", new RemovedPapersOfRecord(removed, viewer.SeesHistory()))
            : Content("");
}
