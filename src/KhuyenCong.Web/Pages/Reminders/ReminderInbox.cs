using KhuyenCong.Data;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>One reminder as its reader sees it.</summary>
/// <param name="Title">The project, or the contract where the reader sees only that; an office's own record.</param>
public sealed record InboxRow(Reminder Reminder, WaitingItem Item, string Title, string Place, string Next, bool IsRead);

/// <summary>Hộp nhắc việc: texts are made from the items themselves, of records that the reader sees; what has moved on is not there any more.</summary>
public static class ReminderInbox
{
    /// <summary>How often a page is read again because something on it had moved on.</summary>
    private const int Turns = 5;

    /// <summary>What may be shown to the viewer: theirs, of what they see, and not handled by them.</summary>
    public static IQueryable<Reminder> Of(KhuyenCongDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var user = viewer.UserId;
        return db.Reminders.AsNoTracking().For(viewer, db).Where(r => !db.ReminderMarks.Any(m => m.ReminderId == r.ReminderId && m.UserId == user && m.HandledAt != null)).SeenBy(viewer, db);
    }

    /// <summary>One page of these, what is late first: its last day lies before the day on which its level was reached.</summary>
    public static async Task<Paged<InboxRow>> PageAsync(IQueryable<Reminder> found, int? number, int? size, KhuyenCongDb db, Viewer viewer, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        var sorted = found.OrderByDescending(r => r.DueOn < r.On).ThenBy(r => r.DueOn).ThenBy(r => r.ReminderId);
        for (var turn = 1; ; turn++)
        {
            var page = await Paged.OfAsync(sorted, number, size, cancellationToken);
            var (rows, closed) = await RowsAsync(page.Rows, db, viewer, clock, cancellationToken);
            if (closed == 0 || turn == Turns)
            {
                return page.Showing(rows);
            }
        }
    }

    /// <summary>These reminders in their order, without what has moved on, and how many that were.</summary>
    /// <param name="reminders">What the viewer may be shown.</param>
    /// <param name="db">Of the province.</param>
    /// <param name="viewer">Who reads.</param>
    /// <param name="clock">What is found to have moved on is closed at once: the bell counts what is open, and does not wait for the night.</param>
    /// <param name="cancellationToken">The request's.</param>
    public static async Task<(IReadOnlyList<InboxRow> Rows, int Closed)> RowsAsync(IReadOnlyList<Reminder> reminders, KhuyenCongDb db, Viewer viewer, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reminders);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(clock);
        if (reminders.Count == 0)
        {
            return ([], 0);
        }

        var (today, user) = (clock.Today, viewer.UserId);
        List<Guid> ids = [.. reminders.Select(r => r.ReminderId)];
        List<Guid> projectIds = [.. reminders.Select(r => r.ProjectId).OfType<Guid>().Distinct()];
        List<Guid> contractIds = [.. reminders.Select(r => r.ContractId).OfType<Guid>().Distinct()];
        var states = await db.Projects.AsNoTracking().Where(p => projectIds.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.State, p.Nature }).ToDictionaryAsync(p => p.ProjectId, cancellationToken);
        var titles = await db.Projects.AsNoTracking().VisibleTo(viewer, db, seated: false).Where(p => projectIds.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Title, p.Code }).ToDictionaryAsync(p => p.ProjectId, cancellationToken);
        var numbers = await db.Contracts.AsNoTracking().VisibleTo(viewer, db).Where(c => contractIds.Contains(c.ContractId)).Select(c => new { c.ContractId, c.Number }).ToDictionaryAsync(c => c.ContractId, c => c.Number, cancellationToken);
        var read = (await db.ReminderMarks.AsNoTracking().Where(m => m.UserId == user && ids.Contains(m.ReminderId)).Select(m => m.ReminderId).ToListAsync(cancellationToken)).ToHashSet();
        var waiting = await ClockBook.OfAsync(db, projectIds, today, cancellationToken);
        List<OfficeKey> keys = [.. reminders.Where(r => r.ProjectId is null).Select(r => new OfficeKey(r.Kind, r.ItemId)).Distinct()];
        var records = OfficeRecords.Of(db, today).In(keys);
        var offices = (await OfficeBook.OfAsync(db, records, today, cancellationToken)).ToDictionary(o => o.Item.ItemId);
        var seen = (await records.VisibleTo(viewer, db).KeysAsync(cancellationToken)).Select(k => k.RecordId).ToHashSet();
        var (days, calendar) = (await db.ReminderDaysAsync(cancellationToken), await db.WorkingCalendarAsync(cancellationToken));
        var wanted = ReminderDesk.Wanted([.. waiting.Values.SelectMany(items => items), .. offices.Values.Select(o => o.Item)], days, today, calendar).DistinctBy(w => w.Key).ToDictionary(w => w.Key, w => w.Item);
        List<Guid> gone = [.. reminders.Where(r => !wanted.ContainsKey(r.Key)).Select(r => r.ReminderId)];
        if (gone.Count > 0)
        {
            var now = clock.UtcNow;
            await db.Reminders.Where(r => gone.Contains(r.ReminderId) && r.ClosedAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.ClosedAt, (DateTime?)now), cancellationToken);
        }

        List<InboxRow> rows = [];
        foreach (var reminder in reminders)
        {
            if (!wanted.TryGetValue(reminder.Key, out var item))
            {
                continue;
            }

            var isRead = read.Contains(reminder.ReminderId);
            if (offices.TryGetValue(reminder.ItemId, out var office))
            {
                if (seen.Contains(reminder.ItemId))
                {
                    rows.Add(new(reminder, item, office.Title, office.Unit, office.Next, isRead));
                }

                continue;
            }

            if (reminder.ProjectId is not { } id || !states.TryGetValue(id, out var state))
            {
                continue;
            }

            var next = item.Next(state.State, state.Nature);
            var number = reminder.ContractId is { } contract && numbers.TryGetValue(contract, out var found) ? $"hợp đồng {found ?? "chưa có số"}" : null;
            if (titles.TryGetValue(id, out var project))
            {
                rows.Add(new(reminder, item, project.Title, string.Join(", ", new[] { project.Code, number }.OfType<string>()), next, isRead));
            }
            else if (number is not null)
            {
                rows.Add(new(reminder, item, number, "", next, isRead));
            }
        }

        return (rows, gone.Count);
    }
}
