using KhuyenCong.Data;
using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>Thêm cụm công nghiệp.</summary>
[Allow(Act.CurateEstablishments)]
public sealed class NewModel(KhuyenCongDb db, Viewer viewer, ClusterDesk desk, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "cum-cong-nghiep";

    /// <summary>The cluster's id from the first showing of the form on: sent twice, recorded once.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    [BindProperty]
    public string? Investor { get; set; }

    public IReadOnlyList<SelectListItem> Investors { get; private set; } = [];

    public ClusterDesk Desk => desk;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Id = Uuid.New(clock);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Id = Id == Guid.Empty ? Uuid.New(clock) : Id;
        if (desk.All.Any(c => c.IndustrialClusterId == Id))
        {
            return LocalRedirect($"/cum-cong-nghiep/{Id}");
        }

        var text = ClusterForm.Read(new EntryText(Form, nameof(Form), ModelState), Investor);
        var ruling = ClusterRules.Register(new(Id, viewer.ProvinceCode, text), desk.All, desk.IsCommune, clock.Today);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = $"Form[{b.Field}]" }));
        ModelState.RequireKnown(Investor, Investors);
        if (ruling.Event is not { } registered || !ModelState.IsValid)
        {
            return Page();
        }

        db.IndustrialClusters.Add(IndustrialCluster.From(registered));
        db.Because("cluster.registered");
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, "moi");
        TempData.Say("Đã lưu cụm công nghiệp. Hãy ghi số liệu của cụm ở trang này.");
        return LocalRedirect($"/cum-cong-nghiep/{Id}");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        Investors = await desk.InvestorChoicesAsync(cancellationToken);
    }
}
