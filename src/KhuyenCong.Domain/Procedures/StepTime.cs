using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Procedures;

/// <summary>Thời hạn theo quy trình: so many working days, or so many days of the calendar.</summary>
public sealed record DayCount(int Days, DayKind Kind)
{
    /// <summary>The days of several steps together; null where one is not known, or where both kinds of days meet.</summary>
    public static DayCount? Sum(IReadOnlyCollection<ProcedureStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return steps.Count > 0 && steps.All(s => s.Days is not null) && steps.Select(s => s.DayKind).Distinct().Count() == 1
            ? new(steps.Sum(s => s.Days!.Value), steps.First().DayKind)
            : null;
    }
}

/// <summary>Bước đang thực hiện theo quy trình: where a dossier lies, what time the procedure gives, how much of it is gone. It informs and never blocks.</summary>
/// <param name="Steps">The steps of the dossier's state.</param>
/// <param name="Allowed">Their days together; null where the procedure does not say.</param>
/// <param name="Elapsed">Days gone, of the kind that is allowed; of the calendar where none is.</param>
/// <param name="DueOn">The last day; null where no time is given.</param>
/// <param name="MovedTo">The working day on which the time ends instead, where its last day is none and a rule says so.</param>
/// <param name="IsOver">Whether the last day has gone by.</param>
/// <param name="UnknownYears">Years reached into whose days off are not all published.</param>
/// <param name="Total">How many steps the procedure has.</param>
/// <param name="Next">The step after these in the procedure; null at its end.</param>
public sealed record StepTime(IReadOnlyList<ProcedureStep> Steps, DayCount? Allowed, int Elapsed, DateOnly? DueOn, DateOnly? MovedTo, bool IsOver, IReadOnlyList<int> UnknownYears, int Total, ProcedureStep? Next)
{
    /// <summary>Null where the procedure has no step for the state.</summary>
    /// <param name="procedure">The one that the dossier follows.</param>
    /// <param name="state">Where the dossier lies.</param>
    /// <param name="since">Since when.</param>
    /// <param name="today">The day.</param>
    /// <param name="calendar">The province's working days.</param>
    /// <param name="movesOn">Whether a rule in force lets a time that ends on a day off end on the next working day.</param>
    public static StepTime? Of(Procedure procedure, ProjectState state, DateOnly since, DateOnly today, WorkingCalendar calendar, bool movesOn = false)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(calendar);
        var steps = procedure.InOrder.Where(s => s.State == state).ToList();
        if (steps.Count == 0)
        {
            return null;
        }

        var next = procedure.InOrder.FirstOrDefault(s => s.Number > steps[^1].Number);
        if (DayCount.Sum(steps) is not { } allowed)
        {
            return new(steps, null, calendar.Elapsed(since, today, DayKind.Calendar), null, null, false, [], procedure.Steps.Count, next);
        }

        var elapsed = calendar.Elapsed(since, today, allowed.Kind);
        var due = calendar.Due(since, allowed.Days, allowed.Kind);
        DateOnly? moved = movesOn && calendar.NextWorking(due) is var working && working != due ? working : null;
        var unknown = allowed.Kind is DayKind.Working || movesOn ? calendar.UnknownYears(since, new[] { today, due, moved ?? due }.Max()) : [];
        return new(steps, allowed, elapsed, due, moved, elapsed > allowed.Days && !(today <= moved), unknown, procedure.Steps.Count, next);
    }
}
