using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Tests.Calendars;

/// <summary>Schedules the tests start from: invented days in years of their own (dữ liệu minh họa).</summary>
internal static class Given
{
    public const string Province = "56";
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Guid Id() => Uuid.New(TimeProvider.System);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "dd/MM/yyyy");

    public static PeriodText Off(string from, string? to = null, string name = "Nghỉ lễ") => new(Id(), Day(from), Day(to ?? from), PeriodKind.Off, name);

    public static PeriodText MadeUp(string day) => new(Id(), Day(day), Day(day), PeriodKind.MadeUp, "Làm bù");

    public static ScheduleText Text(int year, params PeriodText[] periods) =>
        new(year, true, $"{year}/TB", new(2020, 1, 1), "Cơ quan minh họa", null, Verification.FromKnowledge, null, periods);

    public static Ruling<ScheduleDrafted> Draft(ScheduleText text, string? province = null, Guid? replaces = null) => HolidayScheduling.Draft(new(Id(), province, text, replaces, Id(), Today));

    public static HolidaySchedule Schedule(ScheduleText text, string? province = null, Guid? replaces = null) => HolidaySchedule.From(Draft(text, province, replaces).Event.ShouldNotBeNull());

    public static HolidaySchedule Published(ScheduleText text, string? province = null)
    {
        var schedule = Schedule(text, province);
        schedule.Apply(new SchedulePublished(schedule.HolidayScheduleId, Id(), Today, null));
        return schedule;
    }

    /// <summary>Two years: a long holiday over a weekend, single days, a holiday on a Sunday, two swapped days.</summary>
    public static WorkingCalendar Calendar() => WorkingCalendar.Of(
    [
        Published(Text(2040, Off("01/01/2040"), Off("09/02/2040", "16/02/2040", "Tết"), Off("30/04/2040"), Off("01/05/2040"), Off("02/09/2040"), MadeUp("18/02/2040"))),
        Published(Text(2041, Off("01/01/2041"), Off("30/01/2041", "06/02/2041", "Tết"), MadeUp("09/02/2041"), Off("31/12/2041"))),
    ]);
}
