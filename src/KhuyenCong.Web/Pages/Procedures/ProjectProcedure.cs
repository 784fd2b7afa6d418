using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>The procedure that a dossier follows, and the time of the step it lies at. It informs and never blocks.</summary>
/// <param name="Procedure">Published and in force on the day of filing; for a draft, today.</param>
/// <param name="Time">Null where the procedure has no step for the dossier's state, or the dossier has ended.</param>
public sealed record ProjectProcedure(Procedure? Procedure, StepTime? Time)
{
    public static ProjectProcedure Of(Project project, IEnumerable<Procedure> published, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(project);
        var procedure = Procedure.For(project, published, project.FiledOn ?? today);
        var isHeld = ProjectStates.HolderOf(project.State, project.Kind) is not null;
        return new(procedure, procedure is not null && isHeld ? StepTime.Of(procedure, project.State, project.StateSince, today) : null);
    }
}
