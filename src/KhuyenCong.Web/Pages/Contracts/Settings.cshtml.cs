using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>Thiết lập hợp đồng của tỉnh: which body signs support contracts of local projects.</summary>
[Allow(Act.AdoptRule)]
public sealed class SettingsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public ContractSetting? Stored { get; private set; }

    [BindProperty]
    public SettingForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form = new() { LocalPartyA = Stored?.LocalPartyA, Document = Stored?.Document };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var ruling = ContractSetting.Set(Form.LocalPartyA, Form.Document, viewer.DisplayName, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } set || !ModelState.IsValid)
        {
            return Page();
        }

        if (Stored is null)
        {
            db.ContractSettings.Add(ContractSetting.Of(Uuid.New(clock), viewer.ProvinceCode, set));
        }
        else
        {
            Stored.Apply(set);
        }

        db.Because("contract.set", set.Document);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã lưu thiết lập. Hợp đồng đã ký giữ bên ký cũ.");
        return LocalRedirect("/hop-dong/thiet-lap");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (viewer.Reach(Act.AdoptRule) is not Scope.Province)
        {
            return this.Refuse("contract.not-allowed");
        }

        Stored = await db.ContractSettings.FirstOrDefaultAsync(cancellationToken);
        return null;
    }

    /// <summary>The setting as typed.</summary>
    public sealed class SettingForm
    {
        public OrganisationKind? LocalPartyA { get; set; }

        public string? Document { get; set; }
    }
}
