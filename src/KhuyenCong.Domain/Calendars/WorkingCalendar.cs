using KhuyenCong.Domain.Procedures;

namespace KhuyenCong.Domain.Calendars;

/// <summary>Lịch làm việc: Monday to Friday without the published days off, with the published made-up days; it knows which years it does not know.</summary>
/// <remarks>Never changed once read, so that requests may share it. A day off, of the nation or of the province, is off whatever else says that one works.</remarks>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, string> off = [];
    private readonly Dictionary<DateOnly, string> madeUp = [];
    private readonly HashSet<int> years = [];
    private readonly HashSet<int> given = [];

    // What differs from Monday to Friday, in order: days off that are no weekend, made-up days that are.
    private readonly int[] lost;
    private readonly int[] won;

    private WorkingCalendar(IEnumerable<HolidaySchedule> schedules)
    {
        var published = schedules.Where(s => s.State is ScheduleState.Published).OrderBy(s => s.ProvinceCode is not null).ToList();
        foreach (var period in published.SelectMany(s => s.InOrder))
        {
            var days = period.Kind is PeriodKind.Off ? off : madeUp;
            for (var day = period.From; day <= period.To; day = day.AddDays(1))
            {
                days.TryAdd(day, period.Name);
            }
        }

        given.UnionWith(published.Where(s => s.IsGiven).Select(s => s.Year));
        years.UnionWith(published.Where(s => s.IsWholeYear).Select(s => s.Year));
        lost = [.. off.Keys.Where(d => !IsWeekend(d)).Select(d => d.DayNumber).Order()];
        won = [.. madeUp.Keys.Where(d => IsWeekend(d) && !off.ContainsKey(d)).Select(d => d.DayNumber).Order()];
    }

    /// <summary>No year is known: Monday to Friday.</summary>
    public static WorkingCalendar Unknown { get; } = new([]);

    /// <param name="schedules">The nation's and one province's; only what is published counts.</param>
    public static WorkingCalendar Of(IEnumerable<HolidaySchedule> schedules) => new(schedules);

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public bool IsWorking(DateOnly day) => IsWeekend(day) ? madeUp.ContainsKey(day) && !off.ContainsKey(day) : !off.ContainsKey(day);

    /// <summary>Why a day is off or made up; null for ordinary days.</summary>
    public string? NameOf(DateOnly day) => off.TryGetValue(day, out var name) || madeUp.TryGetValue(day, out name) ? name : null;

    public bool IsHoliday(DateOnly day) => off.ContainsKey(day);

    /// <summary>Whether all days off of the year are published.</summary>
    public bool Knows(int year) => years.Contains(year);

    /// <summary>Whether days off of the year are counted that came with the product and that nobody has confirmed.</summary>
    public bool HasUnconfirmed(int year) => given.Contains(year);

    /// <summary>Years that the days between reach into and whose days off are not all published: there the count knows only some of them, or what came with the product, and has to say so.</summary>
    public IReadOnlyList<int> UnknownYears(DateOnly since, DateOnly until) =>
        until < since ? [] : [.. Enumerable.Range(since.Year, until.Year - since.Year + 1).Where(y => !Knows(y))];

    /// <summary>Days gone by since a day, which is not counted itself.</summary>
    public int Elapsed(DateOnly since, DateOnly today, DayKind kind)
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

        var rest = Enumerable.Range(1, days % 7).Count(i => !IsWeekend(since.AddDays((days / 7 * 7) + i)));
        return (days / 7 * 5) + rest - Within(lost, since, today) + Within(won, since, today);
    }

    /// <summary>The last day of a time that begins the day after.</summary>
    public DateOnly Due(DateOnly since, int days, DayKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (kind is DayKind.Calendar)
        {
            return since.AddDays(days);
        }

        var day = since;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The day itself, or the first working day after it.</summary>
    public DateOnly NextWorking(DateOnly day)
    {
        while (!IsWorking(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static int Within(int[] days, DateOnly since, DateOnly today) => Upto(days, today.DayNumber) - Upto(days, since.DayNumber);

    private static int Upto(int[] days, int day)
    {
        var place = Array.BinarySearch(days, day);
        return place >= 0 ? place + 1 : ~place;
    }
}
