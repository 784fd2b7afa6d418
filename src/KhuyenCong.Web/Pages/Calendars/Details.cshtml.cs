using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Calendars;

/// <summary>One schedule of days off: document, days, history; who keeps it publishes, confirms what came with the product, withdraws or throws the draft away.</summary>
[SignedIn]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public HolidaySchedule Schedule { get; private set; } = null!;

    public HolidaySchedule? Replaces { get; private set; }

    public bool MayKeep => viewer.Can(Act.EditCalendar) && Schedule.ProvinceCode == viewer.Territory;

    /// <summary>The draft as it was read: what somebody changed meanwhile is not published unseen.</summary>
    [BindProperty]
    public long BaseVersion { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The document that whoever confirms has read.</summary>
    [BindProperty]
    public CitedForm Cited { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        BaseVersion = Schedule.Version;
        FillCited();
        return Page();
    }

    [Allow(Act.EditCalendar, National = true)]
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayKeep)
        {
            return this.Refuse("calendar.not-own");
        }

        if (BaseVersion != Schedule.Version)
        {
            ModelState.Remove(nameof(BaseVersion));
            BaseVersion = Schedule.Version;
            ModelState.AddModelError("", Messages.For("edit.conflict"));
            return Page();
        }

        var ruling = HolidayScheduling.Confirm(Schedule, new(Cited.Number, Cited.Date, Cited.Issuer, Cited.Clause), viewer.Territory, viewer.UserId, clock.Today);
        ModelState.AddBreaches(ruling.Breaches, nameof(Cited));
        if (ruling.Event is not { } confirmed || !ModelState.IsValid)
        {
            return Page();
        }

        Schedule.Apply(confirmed);
        db.Because("calendar.confirmed", Schedule.DocumentText());
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã xác nhận lịch nghỉ theo văn bản đã đọc.");
        return LocalRedirect($"/lich-lam-viec/{id}");
    }

    [Allow(Act.EditCalendar, National = true)]
    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken cancellationToken) =>
        // Two who publish in the same moment would both find the days free.
        db.WriteAsync(writer => writer.LockCalendarsAsync(cancellationToken), () => PublishAsync(id, cancellationToken), cancellationToken);

    private async Task<IActionResult> PublishAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (HolidayScheduling.DraftFaults(Schedule, viewer.Territory) is [var fault, ..])
        {
            return this.Refuse(fault.Code);
        }

        if (BaseVersion != Schedule.Version)
        {
            ModelState.Remove(nameof(BaseVersion));
            BaseVersion = Schedule.Version;
            ModelState.AddModelError("", Messages.For("edit.conflict"));
            return Page();
        }

        var others = await db.HolidaySchedules.Include(s => s.Periods).Where(s => s.State == ScheduleState.Published).ToListAsync(cancellationToken);
        var ruling = HolidayScheduling.Publish(Schedule, others, viewer.Territory, viewer.UserId, clock.Today);
        if (ruling.Event is not { } published)
        {
            ModelState.AddBreaches(ruling.Breaches);
            return Page();
        }

        Schedule.Apply(published);
        if (published.Replaces is { } ended)
        {
            others.Single(o => o.HolidayScheduleId == ended.HolidayScheduleId).Apply(ended);
        }

        foreach (var given in published.GivingWay)
        {
            others.Single(o => o.HolidayScheduleId == given.HolidayScheduleId).Apply(given);
        }

        db.Because("calendar.published", Schedule.DocumentText());
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã công bố lịch nghỉ: từ nay ngày làm việc được đếm theo lịch này.");
        return LocalRedirect($"/lich-lam-viec/{id}");
    }

    [Allow(Act.EditCalendar, National = true)]
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayKeep)
        {
            return this.Refuse("calendar.not-own");
        }

        var ruling = HolidayScheduling.Withdraw(Schedule, Reason, viewer.Territory, clock.Today);
        if (ruling.Event is not { } ended)
        {
            ModelState.AddBreaches(ruling.Breaches);
            BaseVersion = Schedule.Version;
            FillCited();
            return Page();
        }

        Schedule.Apply(ended);
        db.Because("calendar.withdrawn", ended.Reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã rút lịch nghỉ: các ngày trong lịch này không còn được trừ.", "warn");
        return LocalRedirect($"/lich-lam-viec/{id}");
    }

    [Allow(Act.EditCalendar, National = true)]
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (HolidayScheduling.DraftFaults(Schedule, viewer.Territory) is [var fault, ..])
        {
            return this.Refuse(fault.Code);
        }

        // What the product brought is kept as withdrawn: the next version of its files must not bring it back.
        if (Schedule.ShippedCode is null)
        {
            db.HolidaySchedules.Remove(Schedule);
        }
        else
        {
            Schedule.Apply(new ScheduleEnded(id, ScheduleState.Withdrawn, "Bỏ dự thảo có sẵn trong phần mềm", clock.Today));
        }

        db.Because("calendar.draft-discarded", Schedule.DocumentText());
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã bỏ dự thảo lịch nghỉ.", "warn");
        return LocalRedirect($"/lich-lam-viec?nam={Schedule.Year}");
    }

    private void FillCited() => Cited = new() { Number = Schedule.DocumentNumber, Date = Schedule.DocumentDate, Issuer = Schedule.Issuer, Clause = Schedule.Clause };

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.HolidaySchedules.Include(s => s.Periods).VisibleTo(viewer).SingleOrDefaultAsync(s => s.HolidayScheduleId == id, cancellationToken) is not { } schedule)
        {
            return false;
        }

        Schedule = schedule;
        Replaces = schedule.ReplacesId is { } old ? await db.HolidaySchedules.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(s => s.HolidayScheduleId == old, cancellationToken) : null;
        return true;
    }

    /// <summary>The document as typed.</summary>
    public sealed class CitedForm
    {
        public string? Number { get; set; }

        public DateOnly? Date { get; set; }

        public string? Issuer { get; set; }

        public string? Clause { get; set; }
    }
}
