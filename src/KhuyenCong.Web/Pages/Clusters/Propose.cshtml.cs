using KhuyenCong.Data;
using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Establishments;
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
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>Đề xuất di dời một địa điểm sản xuất vào cụm, by whoever keeps the establishment's record.</summary>
[Allow(Act.EditEstablishments)]
public sealed class ProposeModel(KhuyenCongDb db, Viewer viewer, ClusterDesk desk, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "de-xuat-di-doi";

    [BindProperty]
    public ProposalForm Form { get; set; } = new();

    public Establishment Establishment { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    public ClusterDesk Desk => desk;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refused)
        {
            return refused;
        }

        Form.SiteId = Sites is [var only] ? Guid.Parse(only.Value) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refused)
        {
            return refused;
        }

        var site = Establishment.SitesOn(clock.Today).FirstOrDefault(s => s.ProductionSiteId == Form.SiteId && Sites.Any(c => c.Value == $"{s.ProductionSiteId}"));
        var others = await db.RelocationCandidates.AsNoTracking().Where(r => r.EstablishmentId == id).ToListAsync(cancellationToken);
        var ruling = Relocating.Propose(
            new(Uuid.New(clock), viewer.ProvinceCode, id, site?.ProductionSiteId ?? Guid.Empty, site?.CommuneCode ?? "", Form.Reason, Form.ReasonText ?? "", Form.ClusterId, clock.Today),
            site is not null, others, c => desk.All.Any(k => k.IndustrialClusterId == c));
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with
        {
            Field = b.Field switch { nameof(RelocationProposed.ProductionSiteId) => nameof(Form.SiteId), nameof(RelocationProposed.IndustrialClusterId) => nameof(Form.ClusterId), var field => field },
        }), nameof(Form));
        if (ruling.Event is not { } proposed || !ModelState.IsValid)
        {
            return Page();
        }

        db.RelocationCandidates.Add(RelocationCandidate.From(proposed));
        db.Because("relocation.proposed", proposed.ReasonText);
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, $"{id}");
        TempData.Say("Đã lưu đề xuất di dời.");
        return LocalRedirect($"/cum-cong-nghiep/di-doi/{proposed.RelocationCandidateId}");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Establishments.Include(e => e.Sites).VisibleTo(viewer).SingleOrDefaultAsync(e => e.EstablishmentId == id, cancellationToken) is not { } establishment)
        {
            return NotFound();
        }

        Establishment = establishment;
        if (!viewer.MayEdit(establishment, clock.Today) || establishment.State is EstablishmentState.Merged)
        {
            return this.RefuseEdit(establishment);
        }

        await desk.LoadAsync(cancellationToken);
        Sites = [.. establishment.SitesOn(clock.Today).Where(s => viewer.CanIn(Act.EditEstablishments, s.CommuneCode))
            .Select(s => new SelectListItem($"{desk.Places([s.CommuneCode])}{(s.Address is { } address ? $", {address}" : "")}", $"{s.ProductionSiteId}"))];
        return null;
    }

    /// <summary>A proposal as typed.</summary>
    public sealed class ProposalForm
    {
        public Guid? SiteId { get; set; }

        public RelocationReason Reason { get; set; }

        public string? ReasonText { get; set; }

        public Guid? ClusterId { get; set; }
    }
}
