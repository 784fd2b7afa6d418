using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Calendars;

/// <summary>Soạn, sửa dự thảo lịch nghỉ: of the nation by its administrator, of a province by its Sở.</summary>
[Allow(Act.EditCalendar, National = true)]
public sealed class WriteModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "lich-nghi";

    [BindProperty]
    public ScheduleForm Form { get; set; } = new();

    /// <summary>The draft that is changed; null for a new one.</summary>
    public HolidaySchedule? Schedule { get; private set; }

    /// <summary>The published one that this one takes the place of.</summary>
    public HolidaySchedule? Replaced { get; private set; }

    /// <summary>Days fixed by law that the form was filled with.</summary>
    public IReadOnlyList<LegalRule> Fixed { get; private set; } = [];

    public bool IsNational => viewer.Territory is null;

    /// <summary>Whose unfinished typing is kept apart: of one draft, of one schedule's successor, of one year's new schedule.</summary>
    public string Subject => Schedule is not null ? $"{Schedule.HolidayScheduleId}" : Form.ReplacesId is { } replaced ? $"thay-{replaced}" : "moi";

    public async Task<IActionResult> OnGetAsync(Guid? id, int? nam, Guid? tu, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, tu, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (Schedule is not null)
        {
            Form = ScheduleForm.Of(Schedule.Text);
            (Form.Id, Form.BaseVersion, Form.ReplacesId) = (Schedule.HolidayScheduleId, Schedule.Version, Schedule.ReplacesId);
        }
        else if (Replaced is not null)
        {
            // Its days are the start of the new one; its document is not.
            Form = ScheduleForm.Of(Replaced.Text with { DocumentNumber = "", DocumentDate = null, Clause = null, Verification = null, Remark = null, SourceNote = null });
            (Form.Id, Form.ReplacesId) = (Uuid.New(clock), Replaced.HolidayScheduleId);
            Form.Rows.ForEach(r => (r.Id, r.Note) = (null, null));
        }
        else
        {
            Form = new() { Id = Uuid.New(clock), Year = nam is >= HolidayScheduling.FirstYear and <= HolidayScheduling.LastYear ? nam : clock.Today.Year, Issuer = IsNational ? null : viewer.OrganisationName };
            if (IsNational)
            {
                await FillFixedAsync(Form.Year.Value, cancellationToken);
            }
        }

        Form.AddRoom();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, Form.ReplacesId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form.Id = Form.Id == Guid.Empty ? Uuid.New(clock) : Form.Id;
        if (Schedule is null && await db.HolidaySchedules.AnyAsync(s => s.HolidayScheduleId == Form.Id, cancellationToken))
        {
            return LocalRedirect($"/lich-lam-viec/{Form.Id}");
        }

        Form.AddRoom();
        if (Schedule is not null && Form.BaseVersion != Schedule.Version)
        {
            ModelState.Remove("Form.BaseVersion");
            Form.BaseVersion = Schedule.Version;
            ModelState.AddModelError("", Messages.For("edit.conflict"));
            return Page();
        }

        var text = Form.Read(Schedule, ModelState, clock);
        var drafted = Schedule is null ? HolidayScheduling.Draft(new(Form.Id, viewer.Territory, text, Replaced?.HolidayScheduleId, viewer.UserId, clock.Today)) : null;
        var edited = Schedule is null ? null : HolidayScheduling.Edit(Schedule, text, viewer.Territory);
        var breaches = drafted?.Breaches ?? edited!.Breaches;
        ModelState.AddBreaches(breaches.Select(b => b with { Field = Form.FieldOf(b.Field) }));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (drafted?.Event is { } draft)
        {
            db.HolidaySchedules.Add(HolidaySchedule.From(draft));
            db.Because("calendar.drafted");
        }
        else
        {
            Schedule!.Apply(edited!.Event!);
            // The draft counts as changed also where only its days did: who publishes must have seen them.
            db.Entry(Schedule).State = EntityState.Modified;
            db.Because("calendar.edited");
        }

        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, Subject);
        TempData.Say("Đã lưu dự thảo lịch nghỉ. Kiểm tra lại rồi công bố để hệ thống trừ khi đếm ngày làm việc.");
        return LocalRedirect($"/lich-lam-viec/{Form.Id}");
    }

    private async Task<IActionResult?> FindAsync(Guid? id, Guid? replaces, CancellationToken cancellationToken)
    {
        if (id is { } known)
        {
            Schedule = await db.HolidaySchedules.Include(s => s.Periods).VisibleTo(viewer).SingleOrDefaultAsync(s => s.HolidayScheduleId == known, cancellationToken);
            if (Schedule is null)
            {
                return NotFound();
            }

            Form.Id = known;
            return HolidayScheduling.DraftFaults(Schedule, viewer.Territory) is [var fault, ..] ? this.Refuse(fault.Code) : null;
        }

        if (replaces is not { } old)
        {
            return null;
        }

        Replaced = await db.HolidaySchedules.AsNoTracking().Include(s => s.Periods).VisibleTo(viewer).SingleOrDefaultAsync(s => s.HolidayScheduleId == old, cancellationToken);
        return Replaced is null ? NotFound()
            : Replaced.ProvinceCode != viewer.Territory ? this.Refuse("calendar.not-own")
            : Replaced.State is not ScheduleState.Published ? this.Refuse("calendar.not-published")
            : null;
    }

    private async Task FillFixedAsync(int year, CancellationToken cancellationToken)
    {
        var on = new DateOnly(year, 1, 1);
        var rules = await db.LegalRules.AsNoTracking().Where(r => r.Kind == RuleKind.Calendar && r.DueDay != null && r.DueMonth != null && r.TerritoryProvinceCode == null).ToListAsync(cancellationToken);
        Fixed = [.. rules.Where(r => r.Covers(on)).OrderBy(r => r.DueMonth).ThenBy(r => r.DueDay)];
        Form.Rows = [.. Fixed.Select(r => new ScheduleForm.PeriodRow { From = new DateOnly(year, r.DueMonth!.Value, r.DueDay!.Value), Kind = PeriodKind.Off, Name = r.Title })];
    }
}
