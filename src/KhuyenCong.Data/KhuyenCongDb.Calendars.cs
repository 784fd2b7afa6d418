using KhuyenCong.Domain.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<HolidaySchedule> HolidaySchedules => Set<HolidaySchedule>();

    public DbSet<HolidayPeriod> HolidayPeriods => Set<HolidayPeriod>();

    /// <summary>The working days of the province in scope, as requests share them: read anew only when something was published or ended.</summary>
    public async Task<WorkingCalendar> WorkingCalendarAsync(CancellationToken cancellationToken = default) =>
        // What a transaction has not committed is for itself alone.
        Database.CurrentTransaction is not null
            ? await ReadCalendarAsync(cancellationToken)
            : await this.GetService<Kept<WorkingCalendar>>().OfAsync(ScopeProvince, await CalendarStampAsync(cancellationToken), () => ReadCalendarAsync(cancellationToken));

    /// <summary>Whoever publishes days off waits for whoever else does, in the whole nation: each is judged by what the others have published.</summary>
    public Task LockCalendarsAsync(CancellationToken cancellationToken = default) =>
        // What is published next to each other shares no row.
        LockNameAsync(nameof(HolidaySchedules), cancellationToken);

    private async Task<WorkingCalendar> ReadCalendarAsync(CancellationToken cancellationToken) =>
        WorkingCalendar.Of(await HolidaySchedules.AsNoTracking().Include(s => s.Periods).Where(s => s.State == ScheduleState.Published).ToListAsync(cancellationToken));

    private async Task<Stamp> CalendarStampAsync(CancellationToken cancellationToken) =>
        await HolidaySchedules.Where(s => s.State != ScheduleState.Draft).GroupBy(_ => 1).Select(g => new Stamp(g.Count(), g.Sum(s => s.Version))).SingleOrDefaultAsync(cancellationToken) ?? new(0, 0);
}
