using KhuyenCong.Domain.Calendars;
using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Data;

/// <summary>The calendars of working days as they were last read, one per province: each good for as long as no schedule was published or ended.</summary>
/// <remarks>The stamp is asked of the database every time, so that two nodes never disagree about a day.</remarks>
public sealed class KeptCalendars : IDisposable
{
    private readonly MemoryCache calendars = new(new MemoryCacheOptions { SizeLimit = 128 });

    internal async Task<WorkingCalendar> OfAsync(string province, CalendarStamp stamp, Func<Task<WorkingCalendar>> read)
    {
        if (calendars.TryGetValue(province, out (CalendarStamp Stamp, WorkingCalendar Calendar) kept) && kept.Stamp == stamp)
        {
            return kept.Calendar;
        }

        // What is read now is at least as new as its stamp: a change in between only means that it is read once more.
        var calendar = await read();
        calendars.Set(province, (stamp, calendar), new MemoryCacheEntryOptions { Size = 1 });
        return calendar;
    }

    public void Dispose() => calendars.Dispose();
}

/// <summary>How many schedules were ever published and how often they were changed. What was published ends and is never deleted: no two states share a stamp.</summary>
internal sealed record CalendarStamp(int Schedules, long Changes);
