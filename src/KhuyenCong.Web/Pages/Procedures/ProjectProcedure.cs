using KhuyenCong.Data;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>The procedure that a dossier follows, and the time of the step it lies at. It informs and never blocks.</summary>
/// <param name="Procedure">Published and in force on the day of filing; for a draft, today.</param>
/// <param name="Time">Null where the procedure has no step for the dossier's state, or the dossier has ended.</param>
public sealed record ProjectProcedure(Procedure? Procedure, StepTime? Time);

/// <summary>One dossier's procedure on its page: <c>&lt;vc:project-procedure project="…" /&gt;</c>.</summary>
public sealed class ProjectProcedureViewComponent(KhuyenCongDb db, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var procedure = await db.ProcedureForAsync(project, project.FiledOn ?? clock.Today, HttpContext.RequestAborted);
        var isHeld = ProjectStates.HolderOf(project.State, project.Kind) is not null;
        return View("/Pages/Procedures/_InProject.cshtml", new ProjectProcedure(procedure, procedure is not null && isHeld ? StepTime.Of(procedure, project.State, project.StateSince, clock.Today) : null));
    }
}
