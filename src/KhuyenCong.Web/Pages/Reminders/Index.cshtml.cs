using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>Nhắc việc: what the viewer is reminded of, the late first; read and handled are the viewer's own marks.</summary>
[SignedIn]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "muc")]
    public ReminderLevel? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<InboxRow> List { get; private set; } = Paged.Of<InboxRow>([], null, null);

    public int NewCount { get; private set; }

    public WorkingCalendar Calendar { get; private set; } = WorkingCalendar.Unknown;

    public DateOnly Today => clock.Today;

    public bool MaySet => viewer.Reach(Act.AdoptRule) is Scope.Province;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = ReminderInbox.Of(db, viewer);
        found = Level is { } level ? found.Where(r => r.Level == level) : found;
        List = await ReminderInbox.PageAsync(found, Number, Size, db, viewer, clock, cancellationToken);
        // Counted once the page has closed what had moved on.
        NewCount = await New().CountAsync(cancellationToken);
        Calendar = await db.WorkingCalendarAsync(cancellationToken);
    }

    /// <summary>Reads one and goes to where its next step is taken.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        await MarkAsync([row.Reminder], handles: false, cancellationToken);
        // Whoever is told and may not take the step reads the record.
        var project = row.Reminder.ProjectId ?? Guid.Empty;
        return LocalRedirect(viewer.StepOf(row.Item, project) ?? row.Item.Href(project));
    }

    public async Task<IActionResult> OnPostHandleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        await MarkAsync([row.Reminder], handles: true, cancellationToken);
        TempData.Say("Đã đánh dấu xử lý. Nhắc việc này không hiện nữa với bạn; việc vẫn chờ cho đến khi chuyển bước.");
        return LocalRedirect("/nhac-viec");
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellationToken)
    {
        foreach (var part in (await New().ToListAsync(cancellationToken)).Chunk(Paged.ExportPart))
        {
            await MarkAsync(part, handles: false, cancellationToken);
        }

        return LocalRedirect("/nhac-viec");
    }

    private IQueryable<Reminder> New() => db.Reminders.AsNoTracking().For(viewer, db).NewTo(viewer, db);

    private async Task<InboxRow?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await ReminderInbox.Of(db, viewer).Where(r => r.ReminderId == id).ToListAsync(cancellationToken);
        return (await ReminderInbox.RowsAsync(found, db, viewer, clock, cancellationToken)).Rows is [var row, ..] ? row : null;
    }

    private async Task MarkAsync(IReadOnlyCollection<Reminder> marked, bool handles, CancellationToken cancellationToken)
    {
        var (user, ids, now) = (viewer.UserId, marked.Select(r => r.ReminderId).ToList(), clock.UtcNow);
        var marks = await db.ReminderMarks.Where(m => m.UserId == user && ids.Contains(m.ReminderId)).ToDictionaryAsync(m => m.ReminderId, cancellationToken);
        foreach (var reminder in marked)
        {
            if (!marks.TryGetValue(reminder.ReminderId, out var mark))
            {
                db.ReminderMarks.Add(mark = ReminderMark.Of(Uuid.New(clock), reminder, user, now));
            }

            if (handles)
            {
                mark.Handle(now);
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // Marked in another tab in this moment: what is read is read.
            db.ChangeTracker.Clear();
        }
    }
}
