using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Calendars;

/// <summary>Lịch làm việc của một năm: twelve months, the days off and made up, and the documents that say so.</summary>
[SignedIn]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Asked { get; set; }

    public int Year => Asked is >= HolidayScheduling.FirstYear and <= HolidayScheduling.LastYear ? Asked.Value : clock.Today.Year;

    public DateOnly Today => clock.Today;

    public WorkingCalendar Calendar { get; private set; } = WorkingCalendar.Unknown;

    /// <summary>Of the year, newest first: published and ended ones, one's own drafts.</summary>
    public IReadOnlyList<HolidaySchedule> Schedules { get; private set; } = [];

    /// <summary>What counts, day by day.</summary>
    public IEnumerable<(HolidaySchedule Schedule, HolidayPeriod Period)> Days => Schedules.Where(s => s.State is ScheduleState.Published)
        .SelectMany(s => s.Periods, (s, p) => (Schedule: s, Period: p)).OrderBy(d => d.Period.From).ThenBy(d => d.Schedule.ProvinceCode);

    public bool MayKeep => viewer.Can(Act.EditCalendar);

    public bool IsNational => viewer.Territory is null;

    public int WorkingDaysOf(int month) => Calendar.Elapsed(First(month).AddDays(-1), First(month).AddMonths(1).AddDays(-1), DayKind.Working);

    /// <summary>The month in weeks from Monday to Sunday; days of other months are null.</summary>
    public IEnumerable<DateOnly?[]> WeeksOf(int month)
    {
        var first = First(month);
        var before = ((int)first.DayOfWeek + 6) % 7;
        var days = DateTime.DaysInMonth(Year, month);
        return Enumerable.Range(0, before + days).Select(i => i < before ? (DateOnly?)null : first.AddDays(i - before)).Chunk(7);
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var year = Year;
        Calendar = await db.WorkingCalendarAsync(cancellationToken);
        Schedules = [.. (await db.HolidaySchedules.AsNoTracking().Include(s => s.Periods).VisibleTo(viewer).Where(s => s.Year == year).ToListAsync(cancellationToken))
            .OrderBy(s => s.State is not ScheduleState.Draft).ThenByDescending(s => s.HolidayScheduleId)];
    }

    private DateOnly First(int month) => new(Year, month, 1);
}
