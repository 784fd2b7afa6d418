using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>Quan hệ: parent, direction, or the communes a branch covers; dated, by a document.</summary>
[Allow(Act.EditOrganisations)]
public sealed class RelateModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Guid Id { get; private set; }

    public OrganisationBook Book { get; private set; } = null!;

    [BindProperty]
    public OrganisationRelationKind Kind { get; set; }

    [BindProperty]
    public Guid? ObjectId { get; set; }

    [BindProperty]
    public List<string> Communes { get; set; } = [];

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    /// <summary>Serving a province is the nation's to say; merging is said by closing.</summary>
    public IEnumerable<SelectListItem> Kinds =>
        new[] { OrganisationRelationKind.Parent, OrganisationRelationKind.Directs, OrganisationRelationKind.CoversCommune, OrganisationRelationKind.SplitFrom }
            .Select(k => new SelectListItem(k.Text(), k.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await FindAsync(id) is not { } subject || Kinds.All(k => k.Value != Kind.ToString()))
        {
            return NotFound();
        }

        var own = Book.Communes.Select(c => c.Value).ToHashSet();
        var related = new List<OrganisationsRelated>();
        foreach (var unit in Kind is OrganisationRelationKind.CoversCommune ? Communes.Where(own.Contains).Distinct().DefaultIfEmpty("") : ["-"])
        {
            var covers = Kind is OrganisationRelationKind.CoversCommune;
            var wanted = new OrganisationsRelated(Uuid.New(clock), Kind, id, covers ? null : ObjectId, covers ? unit : null, From, To, viewer.ProvinceCode, Document?.Trim());
            var decided = Organising.RelateOrganisations(wanted, subject, covers ? null : Book.Find(ObjectId), Book.Relations, viewer.ProvinceCode);
            ModelState.AddBreaches(decided.Breaches);
            related.AddRange(decided.Event is { } one ? [one] : []);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.OrganisationRelations.AddRange(related.Select(OrganisationRelation.Of));
        db.Because("organisation.related", Document!.Trim());
        await db.SaveChangesAsync();
        TempData.Say("Đã ghi quan hệ.");
        return LocalRedirect($"/to-chuc/{id}");
    }

    private async Task<Organisation?> FindAsync(Guid id)
    {
        Id = id;
        Book = await OrganisationBook.ReadAsync(db, viewer.ProvinceCode, clock.Today);
        return Book.Find(id) is { } organisation && organisation.ProvinceCode == viewer.ProvinceCode ? organisation : null;
    }
}
