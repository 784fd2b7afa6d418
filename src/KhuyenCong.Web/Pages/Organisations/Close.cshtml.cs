using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>Kết thúc, sáp nhập: nothing is deleted; duties must have been handed on first.</summary>
[Allow(Act.EditOrganisations, National = true)]
public sealed class CloseModel(KhuyenCongDb db, Viewer viewer, HeldDuties held, TimeProvider clock) : PageModel
{
    private OrganisationBook book = null!;

    public Guid Id { get; private set; }

    public string Current => book.NameOf(Id);

    public IEnumerable<SelectListItem> Heirs => book.Choices(o => o.ProvinceCode == viewer.Territory && o.OrganisationId != Id);

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public Guid? Heir { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await FindAsync(id) is not { } organisation)
        {
            return NotFound();
        }

        if (LastDay is null)
        {
            ModelState.AddBreaches([new("organisation.last-day-missing", nameof(LastDay))]);
        }

        if (Heir is not null && book.Find(Heir) is null)
        {
            ModelState.AddBreaches([new("organisation.unknown", nameof(Heir))]);
        }

        var duties = await held.OfAsync(id);
        var decided = Organising.CloseOrganisation(organisation, book.Find(Heir), LastDay ?? clock.Today, Document, duties, viewer.Territory);
        ModelState.AddBreaches(decided.Breaches.Select(b => b.Field is { } field ? b with { Field = char.ToUpperInvariant(field[0]) + field[1..] } : b));
        if (!ModelState.IsValid || decided.Event is not { } closed)
        {
            return Page();
        }

        organisation.Apply(closed);
        db.Because(closed.MergedIntoId is null ? "organisation.closed" : "organisation.merged", closed.Document);
        await db.SaveChangesAsync();
        TempData.Say(closed.MergedIntoId is null ? "Đã ghi ngày kết thúc hoạt động." : $"Đã ghi việc sáp nhập vào {book.NameOf(closed.MergedIntoId)}.");
        return LocalRedirect($"/to-chuc/{id}");
    }

    private async Task<Organisation?> FindAsync(Guid id)
    {
        Id = id;
        book = await OrganisationBook.ReadAsync(db, viewer.ProvinceCode, clock.Today);
        return book.Find(id) is { } organisation && organisation.ProvinceCode == viewer.Territory ? organisation : null;
    }
}
