using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Access;

/// <summary>Which schedules of days off a viewer sees: everybody what is or was published, those who keep them their own drafts as well.</summary>
public static class CalendarReach
{
    public static IQueryable<HolidaySchedule> VisibleTo(this IQueryable<HolidaySchedule> schedules, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var (keeps, territory) = (viewer.Can(Act.EditCalendar), viewer.Territory);
        return schedules.Where(s => s.State != ScheduleState.Draft || (keeps && s.ProvinceCode == territory));
    }
}
