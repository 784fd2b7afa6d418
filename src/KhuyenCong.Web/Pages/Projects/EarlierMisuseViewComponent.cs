using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Money of another project that an establishment of this one did not use for its purpose.</summary>
/// <param name="Establishment">As this dossier calls it.</param>
/// <param name="FoundOn">When it was found.</param>
/// <param name="State">What became of the finding.</param>
/// <param name="Href">The inspection; null for those who do not read the other project.</param>
public sealed record EarlierMisuse(string Establishment, DateOnly FoundOn, FindingState State, string? Href);

/// <summary>Đã sử dụng kinh phí sai mục đích: what whoever judges the next support is told, and never a bar: <c>&lt;vc:earlier-misuse project="@it" /&gt;</c>.</summary>
public sealed class EarlierMisuseViewComponent(KhuyenCongDb db, Viewer viewer) : ViewComponent
{
    private const int Most = 50;

    /// <param name="project">With its beneficiaries.</param>
    public async Task<IViewComponentResult> InvokeAsync(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var stop = HttpContext.RequestAborted;
        var ids = project.Beneficiaries.Select(b => (Guid?)b.EstablishmentId).Distinct().ToList();
        var findings = await db.InspectionFindings.AsNoTracking()
            .Where(f => f.Kind == FindingKind.MoneyMisuse && f.ProjectId != project.ProjectId && ids.Contains(f.EstablishmentId))
            .OrderByDescending(f => f.FoundOn).ThenBy(f => f.InspectionFindingId).Take(Most)
            .Select(f => new { f.EstablishmentId, f.FoundOn, f.State, f.InspectionId, f.ProjectId }).ToListAsync(stop);
        if (findings.Count == 0)
        {
            return Content("");
        }

        var others = findings.Select(f => f.ProjectId).Distinct().ToList();
        var read = await db.Projects.VisibleTo(viewer, db, seated: false).Where(p => others.Contains(p.ProjectId)).Select(p => p.ProjectId).ToListAsync(stop);
        return View("/Pages/Projects/_EarlierMisuse.cshtml", (IReadOnlyList<EarlierMisuse>)
        [
            .. findings.Select(f => new EarlierMisuse(
                project.Beneficiaries.First(b => b.EstablishmentId == f.EstablishmentId).Name, f.FoundOn, f.State, read.Contains(f.ProjectId) ? $"/kiem-tra/{f.InspectionId}" : null)),
        ]);
    }
}
