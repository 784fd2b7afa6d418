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
        var rows = await ReminderInbox.ReadAsync(db, viewer, clock, cancellationToken);
        NewCount = rows.Count(r => !r.IsRead);
        Calendar = await db.WorkingCalendarAsync(cancellationToken);
        List = Paged.Of<InboxRow>([.. rows.Where(r => Level is null || r.Reminder.Level == Level)], Number, Size);
    }

    /// <summary>Reads one and goes to where its next step is taken.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        await MarkAsync([row], handles: false, cancellationToken);
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

        await MarkAsync([row], handles: true, cancellationToken);
        TempData.Say("Đã đánh dấu xử lý. Nhắc việc này không hiện nữa với bạn; việc vẫn chờ cho đến khi chuyển bước.");
        return LocalRedirect("/nhac-viec");
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellationToken)
    {
        var rows = await ReminderInbox.ReadAsync(db, viewer, clock, cancellationToken);
        await MarkAsync(rows.Where(r => !r.IsRead), handles: false, cancellationToken);
        return LocalRedirect("/nhac-viec");
    }

    private async Task<InboxRow?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReminderInbox.ReadAsync(db, viewer, clock, cancellationToken)).FirstOrDefault(r => r.Reminder.ReminderId == id);

    private async Task MarkAsync(IEnumerable<InboxRow> rows, bool handles, CancellationToken cancellationToken)
    {
        var marked = rows.Select(r => r.Reminder).ToList();
        var (user, ids, now) = (viewer.UserId, marked.ConvertAll(r => r.ReminderId), clock.UtcNow);
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
