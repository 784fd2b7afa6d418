using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>Thiết lập nhắc việc của tỉnh: working days before a last day, and after it until those above are told; and of waiting where no last day is set.</summary>
[Allow(Act.AdoptRule)]
public sealed class SettingsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public ReminderSetting? Stored { get; private set; }

    [BindProperty]
    public SettingForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var days = Stored?.Days ?? ReminderDays.Default;
        Form = new() { BeforeDays = days.Before, UnitLeaderDays = days.UnitLeader, DepartmentLeaderDays = days.DepartmentLeader, QuietDays = days.Quiet };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var ruling = ReminderSetting.Set(Form.BeforeDays, Form.UnitLeaderDays, Form.DepartmentLeaderDays, Form.QuietDays, viewer.DisplayName, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } set || !ModelState.IsValid)
        {
            return Page();
        }

        if (Stored is null)
        {
            db.ReminderSettings.Add(ReminderSetting.Of(Uuid.New(clock), viewer.ProvinceCode, set));
        }
        else
        {
            Stored.Apply(set);
        }

        db.Because("reminder.set");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã lưu thiết lập. Nhắc việc theo số ngày mới từ lần rà soát tới.");
        return LocalRedirect("/nhac-viec/thiet-lap");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (viewer.Reach(Act.AdoptRule) is not Scope.Province)
        {
            return this.Refuse("reminder.not-allowed");
        }

        Stored = await db.ReminderSettings.FirstOrDefaultAsync(cancellationToken);
        return null;
    }

    /// <summary>The setting as typed.</summary>
    public sealed class SettingForm
    {
        public int? BeforeDays { get; set; }

        public int? UnitLeaderDays { get; set; }

        public int? DepartmentLeaderDays { get; set; }

        public int? QuietDays { get; set; }
    }
}
