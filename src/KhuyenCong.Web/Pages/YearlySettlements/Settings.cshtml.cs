using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Thiết lập quyết toán năm của tỉnh: which way a commune's report goes, by which document.</summary>
[Allow(Act.AdoptRule)]
public sealed class SettingsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public YearlySetting? Stored { get; private set; }

    [BindProperty]
    public SettingForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form = new() { CommuneRoute = Stored?.CommuneRoute, Document = Stored?.Document };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var ruling = YearlySetting.Set(Form.CommuneRoute, Form.Document, viewer.DisplayName, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } set || !ModelState.IsValid)
        {
            return Page();
        }

        if (Stored is null)
        {
            db.YearlySettings.Add(YearlySetting.Of(Uuid.New(clock), viewer.ProvinceCode, set));
        }
        else
        {
            Stored.Apply(set);
        }

        db.Because("yearly.set", set.Document);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã lưu thiết lập. Báo cáo đã trình đi tiếp đường cũ.");
        return LocalRedirect("/quyet-toan-nam/thiet-lap");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (viewer.Reach(Act.AdoptRule) is not Scope.Province)
        {
            return this.Refuse("yearly.not-allowed");
        }

        Stored = await db.YearlySettings.FirstOrDefaultAsync(cancellationToken);
        return null;
    }

    /// <summary>The setting as typed.</summary>
    public sealed class SettingForm
    {
        public YearlyRoute? CommuneRoute { get; set; }

        public string? Document { get; set; }
    }
}
