using KhuyenCong.Data;
using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>One relocation followed step by step; the table of states says what may come next.</summary>
[Allow(Act.ViewEstablishments)]
public sealed class RelocationModel(KhuyenCongDb db, Viewer viewer, ClusterDesk desk, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "di-doi";

    [BindProperty]
    public StepForm Form { get; set; } = new();

    public RelocationRow Row { get; private set; } = null!;

    public bool MayOpenEstablishment { get; private set; }

    public ClusterDesk Desk => desk;

    public IReadOnlyList<SelectListItem> Choices => [.. Relocating.Next(Row.Candidate.State).Select(s => new SelectListItem(s.Text(), s.ToString()))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } candidate)
        {
            return NotFound();
        }

        Form = new() { On = clock.Today, ClusterId = candidate.IndustrialClusterId };
        return Page();
    }

    [Allow(Act.CurateEstablishments)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } candidate)
        {
            return NotFound();
        }

        ModelState.Require(Form.To, "Form.To", Messages.For("edit.required"));
        ModelState.Require(Form.On, "Form.On", Messages.For("edit.required"));
        if (Form is not { To: { } to, On: { } on })
        {
            return Page();
        }

        var others = await db.RelocationCandidates.AsNoTracking().Where(r => r.ProductionSiteId == candidate.ProductionSiteId && r.RelocationCandidateId != id).ToListAsync(cancellationToken);
        var ruling = Relocating.Move(candidate, new(id, to, Form.ClusterId, on, Form.Note), others, c => desk.Find(c) is not null, clock.Today);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is nameof(RelocationMoved.IndustrialClusterId) ? nameof(Form.ClusterId) : b.Field }), nameof(Form));
        if (ruling.Event is not { } moved || !ModelState.IsValid)
        {
            return Page();
        }

        candidate.Apply(moved);
        db.Because("relocation.moved", moved.Note);
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, $"{id}");
        TempData.Say($"Đã ghi: {moved.To.Text().ToLowerInvariant()}.");
        return LocalRedirect($"/cum-cong-nghiep/di-doi/{id}");
    }

    private async Task<RelocationCandidate?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        var visible = db.RelocationCandidates.VisibleTo(viewer, desk.Own).Where(r => r.RelocationCandidateId == id);
        if (await visible.SingleOrDefaultAsync(cancellationToken) is not { } candidate)
        {
            return null;
        }

        Row = (await RelocationList.ReadAsync(db, visible, desk, cancellationToken))[0];
        MayOpenEstablishment = await db.Establishments.VisibleTo(viewer).AnyAsync(e => e.EstablishmentId == candidate.EstablishmentId, cancellationToken);
        return candidate;
    }

    /// <summary>A step as typed.</summary>
    public sealed class StepForm
    {
        public RelocationState? To { get; set; }

        public DateOnly? On { get; set; }

        public Guid? ClusterId { get; set; }

        public string? Note { get; set; }
    }
}
