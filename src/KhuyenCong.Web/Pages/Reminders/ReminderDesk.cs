using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>The night's work for one province: what waits, of projects and in offices, is compared with what was reminded of, and only the difference is written.</summary>
/// <remarks>Each chunk is one transaction. Killed in the middle, the next run finds the rest missing; run twice, or on two nodes, the key of a reminder lets only one in.</remarks>
public static class ReminderDesk
{
    private const int Tries = 3;

    /// <summary>States in which nobody is reminded of a project.</summary>
    private static readonly List<ProjectState> Idle = [ProjectState.Draft, ProjectState.Withdrawn, ProjectState.NotPassed];

    /// <returns>How many were written and how many were closed.</returns>
    public static async Task<(int Written, int Closed)> RunAsync(KhuyenCongDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        var ids = await db.Projects.AsNoTracking().Where(p => !Idle.Contains(p.State) || db.Reminders.Any(r => r.ProjectId == p.ProjectId && r.ClosedAt == null))
            .OrderBy(p => p.ProjectId).Select(p => p.ProjectId).ToListAsync(cancellationToken);
        var (written, closed) = (0, 0);
        foreach (var chunk in ids.Chunk(ClockBook.Chunk))
        {
            var (more, gone) = await RunAsync(db, clock, chunk, cancellationToken);
            (written, closed) = (written + more, closed + gone);
        }

        // What is of no single project, and what was reminded of and does not wait any more.
        var kept = await db.Reminders.AsNoTracking().Where(r => r.ProjectId == null && r.ClosedAt == null).Select(r => new { r.Kind, r.ItemId }).Distinct().ToListAsync(cancellationToken);
        foreach (var chunk in (await OfficeRecords.Of(db, clock.Today).KeysAsync(cancellationToken)).Union(kept.Select(r => new OfficeKey(r.Kind, r.ItemId))).OrderBy(k => k.RecordId).Chunk(ClockBook.Chunk))
        {
            var (more, gone) = await RunAsync(db, clock, chunk, cancellationToken);
            (written, closed) = (written + more, closed + gone);
        }

        return (written, closed);
    }

    /// <summary>The same for some projects.</summary>
    public static async Task<(int Written, int Closed)> RunAsync(KhuyenCongDb db, TimeProvider clock, IReadOnlyCollection<Guid> projectIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        List<Guid> ids = [.. projectIds];
        var waiting = (await ClockBook.OfAsync(db, ids, clock.Today, cancellationToken)).SelectMany(w => w.Value, (w, item) => ((Guid?)w.Key, item));
        return await KeepAsync(db, clock, db.Reminders.Where(r => r.ProjectId != null && ids.Contains(r.ProjectId.Value)), waiting, cancellationToken);
    }

    /// <summary>The same for some records of offices.</summary>
    public static async Task<(int Written, int Closed)> RunAsync(KhuyenCongDb db, TimeProvider clock, IReadOnlyCollection<OfficeKey> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(records);
        List<Guid> ids = [.. records.Select(r => r.RecordId)];
        var waiting = (await OfficeBook.OfAsync(db, OfficeRecords.Of(db, clock.Today).In(records), clock.Today, cancellationToken)).Select(r => ((Guid?)null, r.Item));
        return await KeepAsync(db, clock, db.Reminders.Where(r => r.ProjectId == null && ids.Contains(r.ItemId)), waiting, cancellationToken);
    }

    /// <summary>What the reminders of these items should be now.</summary>
    public static IEnumerable<(WaitingItem Item, ReachedLevel Level, ReminderKey Key)> Wanted(IEnumerable<WaitingItem> items, ReminderDays days, DateOnly today, WorkingCalendar calendar) =>
        from item in items
        where !item.IsRemindedElsewhere
        from level in ReminderLevels.Of(item, days, today, calendar)
        select (item, level, new ReminderKey(item.Kind, item.ItemId, item.Part, level.Level, level.On));

    /// <param name="db">The database.</param>
    /// <param name="clock">Now.</param>
    /// <param name="of">Reminders of the same subjects.</param>
    /// <param name="waiting">What waits, read before the lock is taken: what moves on meanwhile is closed the next time, and not shown before.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private static async Task<(int Written, int Closed)> KeepAsync(KhuyenCongDb db, TimeProvider clock, IQueryable<Reminder> of, IEnumerable<(Guid? Project, WaitingItem Item)> waiting, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var days = await db.ReminderDaysAsync(cancellationToken);
        var calendar = await db.WorkingCalendarAsync(cancellationToken);
        var wanted = waiting.SelectMany(w => Wanted([w.Item], days, today, calendar), (w, one) => (w.Project, one.Item, one.Level, one.Key))
            .DistinctBy(w => w.Key).ToDictionary(w => w.Key, w => (w.Project, w.Item, w.Level));
        for (var turn = 1; ; turn++)
        {
            try
            {
                return await db.WriteAsync(_ => Task.CompletedTask, () => WriteAsync(db, clock, of, wanted, cancellationToken), cancellationToken);
            }
            catch (Exception fault) when (turn < Tries && fault.IsWorthAnotherTry())
            {
                // Another node wrote the same in this moment: what is left is looked up again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<(int Written, int Closed)> WriteAsync(KhuyenCongDb db, TimeProvider clock, IQueryable<Reminder> of, Dictionary<ReminderKey, (Guid? Project, WaitingItem Item, ReachedLevel Level)> wanted, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var kept = (await of.ToListAsync(cancellationToken)).ToDictionary(r => r.Key);
        var (written, closed) = (0, 0);
        foreach (var (key, (project, item, level)) in wanted)
        {
            if (!kept.TryGetValue(key, out var reminder))
            {
                db.Reminders.Add(Reminder.Of(Uuid.New(clock), db.ScopeProvince, project, item, level, now));
                written++;
            }
            else if (reminder.ClosedAt is not null)
            {
                reminder.Reopen();
            }
        }

        foreach (var reminder in kept.Values.Where(r => r.ClosedAt is null && !wanted.ContainsKey(r.Key)))
        {
            reminder.Close(now);
            closed++;
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return (written, closed);
    }
}
