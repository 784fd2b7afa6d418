using KhuyenCong.Data;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>The procedure that a dossier follows, and the time of the step it lies at. It informs and never blocks.</summary>
/// <param name="Procedure">Published and in force on the day of filing; for a draft, today.</param>
/// <param name="Time">Null where the procedure has no step for the dossier's state, or the dossier has ended.</param>
/// <param name="MovedBy">The rule by which a time that ends on a day off ends later; null where that is not asked.</param>
public sealed record ProjectProcedure(Procedure? Procedure, StepTime? Time, LawRow? MovedBy)
{
    private const string LastDayOff = "time.last-day-off";

    public static readonly ProjectProcedure None = new(null, null, null);

    public static async Task<ProjectProcedure> OfAsync(KhuyenCongDb db, Project project, ReferenceBook shared, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(shared);
        var procedure = Procedure.For(project, shared.Procedures, project.FiledOn ?? today);
        if (procedure is null || ProjectStates.HolderOf(project.State, project.Kind) is null || procedure.Steps.All(s => s.State != project.State))
        {
            return new(procedure, null, null);
        }

        // Only days of the calendar can end on a day off.
        var rule = procedure.Steps.Any(s => s.State == project.State && s.DayKind is DayKind.Calendar) ? shared.Norms.Rule(LastDayOff, today) : null;
        return new(procedure, StepTime.Of(procedure, project.State, project.StateSince, today, await db.WorkingCalendarAsync(cancellationToken), rule is not null), rule);
    }
}
