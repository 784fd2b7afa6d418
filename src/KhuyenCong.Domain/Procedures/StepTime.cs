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

    /// <summary>Days gone by since a day, which is not counted itself. Working days are Monday to Friday: public holidays are not taken off.</summary>
    public static int Elapsed(DateOnly since, DateOnly today, DayKind kind)
    {
        if (today <= since)
        {
            return 0;
        }

        var days = today.DayNumber - since.DayNumber;
        if (kind is DayKind.Calendar)
        {
            return days;
        }

        var rest = Enumerable.Range(1, days % 7).Count(i => since.AddDays((days / 7 * 7) + i).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        return (days / 7 * 5) + rest;
    }
}

/// <summary>Bước đang thực hiện theo quy trình: where a dossier lies, what time the procedure gives, how much of it is gone. It informs and never blocks.</summary>
public sealed record StepTime(IReadOnlyList<ProcedureStep> Steps, DayCount? Allowed, int Elapsed)
{
    public bool IsOver => Allowed is { } allowed && Elapsed > allowed.Days;

    /// <summary>Null where the procedure has no step for the state.</summary>
    public static StepTime? Of(Procedure procedure, ProjectState state, DateOnly since, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var steps = procedure.InOrder.Where(s => s.State == state).ToList();
        var allowed = DayCount.Sum(steps);
        return steps.Count == 0 ? null : new(steps, allowed, DayCount.Elapsed(since, today, allowed?.Kind ?? DayKind.Calendar));
    }
}
