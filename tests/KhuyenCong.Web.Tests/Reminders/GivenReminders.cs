using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Pages.Reminders;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Reminders;

/// <summary>Nights over single records, and what their people find in the inbox.</summary>
internal static class GivenReminders
{
    /// <summary>The last day since which so many working days have gone by.</summary>
    public static Task<DateOnly> WorkingDaysAgo(this App app, int days) => app.WithDb(App.KhanhHoa, async db =>
    {
        var calendar = await db.WorkingCalendarAsync();
        var today = TimeProvider.System.Today;
        var day = today;
        while (calendar.Elapsed(day, today, DayKind.Working) < days)
        {
            day = day.AddDays(-1);
        }

        return day;
    });

    public static Task<(int Written, int Closed)> Night(this App app, OfficeKey record) =>
        app.WithDb(App.KhanhHoa, db => ReminderDesk.RunAsync(db, TimeProvider.System, [record], CancellationToken.None));

    /// <summary>The levels that are open after a night.</summary>
    public static async Task<string> LevelsAfterANight(this App app, OfficeKey record)
    {
        await app.Night(record);
        return string.Join(' ', (await app.Open(record)).Keys.Order());
    }

    public static Task<Dictionary<ReminderLevel, Guid>> Open(this App app, OfficeKey record) =>
        app.WithDb(App.KhanhHoa, db => db.Reminders.AsNoTracking().Where(r => r.ItemId == record.RecordId && r.ClosedAt == null).ToDictionaryAsync(r => r.Level, r => r.ReminderId));

    /// <summary>What the inbox says of a reminder; null where it does not show it.</summary>
    public static async Task<string?> InboxRow(this HttpClient client, Guid reminder, ReminderLevel level) =>
        (await client.GetPageAsync($"/nhac-viec?co=100&muc={level}")).QuerySelector($"main form[action='/nhac-viec?handler=Open&id={reminder}']")?.Closest("li")?.TextContent;

    public static async Task<string?> Bell(this HttpClient client) => (await client.GetPageAsync("/")).QuerySelector(".topbar a[href='/nhac-viec']")?.GetAttribute("title");
}
