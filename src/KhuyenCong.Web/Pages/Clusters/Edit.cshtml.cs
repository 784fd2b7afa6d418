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

/// <summary>Sửa thông tin chung của cụm; somebody else's save in between is told, and nothing typed is lost.</summary>
[Allow(Act.CurateEstablishments)]
public sealed class EditModel(KhuyenCongDb db, ClusterDesk desk, DraftBox drafts, TimeProvider clock) : PageModel
{
    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    [BindProperty]
    public string? Investor { get; set; }

    [BindProperty]
    public long BaseVersion { get; set; }

    public IndustrialCluster Cluster { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Investors { get; private set; } = [];

    public ClusterDesk Desk => desk;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var text = ClusterText.Of(Cluster);
        (Form, Investor, BaseVersion) = (ClusterForm.Write(text), ClusterForm.InvestorOf(text), Cluster.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (BaseVersion != Cluster.Version)
        {
            ModelState.Remove(nameof(BaseVersion));
            BaseVersion = Cluster.Version;
            ModelState.AddModelError("", Messages.For("edit.conflict"));
            return Page();
        }

        var ruling = ClusterRules.Edit(Cluster, ClusterForm.Read(new EntryText(Form, nameof(Form), ModelState), Investor), desk.All, desk.IsCommune, clock.Today);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = $"Form[{b.Field}]" }));
        ModelState.RequireKnown(Investor, Investors);
        if (ruling.Event is not { } edited || !ModelState.IsValid)
        {
            return Page();
        }

        Cluster.Apply(edited);
        db.Because("cluster.edited");
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, NewModel.Draft, $"{id}");
        TempData.Say("Đã lưu thông tin cụm.");
        return LocalRedirect($"/cum-cong-nghiep/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        if (desk.Find(id) is not { } cluster)
        {
            return false;
        }

        Cluster = cluster;
        Investors = await desk.InvestorChoicesAsync(cancellationToken);
        return true;
    }
}
