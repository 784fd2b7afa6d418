using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>Đổi tên: the old name ends the day before the new one begins.</summary>
[Allow(Act.EditOrganisations, National = true)]
public sealed class RenameModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Guid Id { get; private set; }

    public string Current { get; private set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? ShortName { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await FindAsync(id) is not { } organisation)
        {
            return NotFound();
        }

        var decided = Organising.RenameOrganisation(
            organisation,
            new(Uuid.New(clock), Name?.Trim() ?? "", From, null, string.IsNullOrWhiteSpace(ShortName) ? null : ShortName.Trim(), Document?.Trim()),
            viewer.Territory);
        ModelState.AddBreaches(decided.Breaches);
        if (!ModelState.IsValid || decided.Event is not { } renamed)
        {
            return Page();
        }

        organisation.Apply(renamed);
        db.Because("organisation.renamed", Document!.Trim());
        await db.SaveChangesAsync();
        TempData.Say("Đã ghi tên mới.");
        return LocalRedirect($"/to-chuc/{id}");
    }

    private async Task<Organisation?> FindAsync(Guid id)
    {
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.OrganisationId == id && o.ProvinceCode == viewer.Territory);
        (Id, Current) = (id, organisation?.NameOn(clock.Today) ?? "");
        return organisation;
    }
}
