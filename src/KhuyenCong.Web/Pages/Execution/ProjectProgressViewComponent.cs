using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Tiến độ, kiểm tra của một đề án, on its page: nothing where no contract is signed.</summary>
public sealed class ProjectProgressViewComponent(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid id)
    {
        var cancellationToken = HttpContext.RequestAborted;
        var months = await MonthBook.RowsAsync(db, viewer, db.Contracts.Where(c => c.ProjectId == id), clock.Today, cancellationToken);
        var inspections = await db.WholeInspections.VisibleTo(viewer, db).AsNoTracking().Where(i => i.Projects.Any(p => p.ProjectId == id)).OrderByDescending(i => i.On).ToListAsync(cancellationToken);
        if (months.Count == 0 && inspections.Count == 0)
        {
            return Content("");
        }

        var mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        var seen = await InspectionSight.ProjectsAsync(db, viewer, [id], cancellationToken);
        return View("~/Pages/Execution/_ProjectProgress.cshtml", new ProjectProgress(
            [.. months.OrderByDescending(m => m.Period)],
            [.. inspections.Select(i => (i, (IReadOnlyList<InspectionFinding>)[.. new InspectionSight(i, seen, mover).Findings.Where(f => f.ProjectId == id)]))],
            clock.Today,
            viewer.Can(Act.InspectProject)));
    }
}

/// <summary>What the page of a project shows of its progress.</summary>
public sealed record ProjectProgress(IReadOnlyList<MonthRow> Months, IReadOnlyList<(Inspection Inspection, IReadOnlyList<InspectionFinding> Findings)> Inspections, DateOnly Today, bool MayInspect);
