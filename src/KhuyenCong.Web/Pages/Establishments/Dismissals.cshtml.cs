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

/// <summary>Pairs found to be two establishments, newest first; a conclusion may be taken back with a reason.</summary>
[Allow(Act.CurateEstablishments)]
public sealed class DismissalsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private Dictionary<Guid, string> names = [];

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    /// <summary>The conclusion a reason was typed for.</summary>
    [BindProperty(SupportsGet = true, Name = "ket-luan")]
    public Guid? DismissalId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Paged<DuplicateDismissal> List { get; private set; } = Paged.Of<DuplicateDismissal>([], null, null);

    public string Name(Guid id) => names.GetValueOrDefault(id, "—");

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.DuplicateDismissals.SingleOrDefaultAsync(d => d.DuplicateDismissalId == DismissalId, cancellationToken) is not { } dismissal)
        {
            return NotFound();
        }

        var ruling = Dismissing.Undo(dismissal, Reason, viewer.DisplayName, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b.Field is null ? b : b with { Field = nameof(Reason) }));
        if (ruling.Event is not { } undone || !ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        dismissal.Apply(undone);
        db.Because("establishment.not-duplicate-undone", undone.Reason);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say("Đã rút kết luận; cặp này lại hiện ở mục nghi trùng.");
        return LocalRedirect("/co-so/khong-trung");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        List = await Paged.OfAsync(db.DuplicateDismissals.AsNoTracking().OrderByDescending(d => d.DuplicateDismissalId), Number, Size, cancellationToken);
        var shown = List.Rows.SelectMany(d => new[] { d.OneId, d.OtherId }).Distinct().ToList();
        names = await db.Establishments.Where(e => shown.Contains(e.EstablishmentId)).ToDictionaryAsync(e => e.EstablishmentId, e => e.Name, cancellationToken);
    }
}
