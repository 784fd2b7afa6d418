using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Takes a merge back: both records stand again as they were, and the history keeps the attempt.</summary>
[Allow(Act.CurateEstablishments)]
public sealed class UndoMergeModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty, StringLength(1000, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Reason { get; set; }

    public Establishment Merged { get; private set; } = null!;

    public Establishment Kept { get; private set; } = null!;

    public EstablishmentMerge Merge { get; private set; } = null!;

    public int Copied => Kept.Parts.Count(p => p.MergedFromId == Merged.EstablishmentId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var ruling = Merging.Undo(Merge, Kept, Reason, viewer.UserId, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b.Field is null ? b : b with { Field = nameof(Reason) }));
        if (ruling.Event is not { } undone || !ModelState.IsValid)
        {
            return Page();
        }

        Kept.Apply(undone);
        Merged.Apply(undone);
        Merge.Apply(undone);
        db.Because("establishment.merge-undone", undone.Reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã hoàn tác hợp nhất.");
        return LocalRedirect($"/co-so/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.EstablishmentMerges.Where(m => m.MergedId == id && m.UndoneAt == null).OrderByDescending(m => m.At).FirstOrDefaultAsync(cancellationToken) is not { } merge)
        {
            return false;
        }

        var both = await db.WholeEstablishments.VisibleTo(viewer).Where(e => e.EstablishmentId == id || e.EstablishmentId == merge.KeptId).ToListAsync(cancellationToken);
        if (both.Count != 2)
        {
            return false;
        }

        (Merge, Merged, Kept) = (merge, both.Single(e => e.EstablishmentId == id), both.Single(e => e.EstablishmentId == merge.KeptId));
        return true;
    }
}
