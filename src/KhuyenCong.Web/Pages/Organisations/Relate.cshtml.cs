using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>Quan hệ: parent, direction, the communes a branch covers or the provinces a national body serves; dated, by a document.</summary>
[Allow(Act.EditOrganisations, National = true)]
public sealed class RelateModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Guid Id { get; private set; }

    public OrganisationBook Book { get; private set; } = null!;

    [BindProperty]
    public OrganisationRelationKind Kind { get; set; }

    [BindProperty]
    public Guid? ObjectId { get; set; }

    [BindProperty]
    public List<string> Units { get; set; } = [];

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    public bool IsNational => viewer.Territory is null;

    /// <summary>Serving a province is the nation's to say, covering a commune a province's; merging is said by closing.</summary>
    public OrganisationRelationKind Reach => IsNational ? OrganisationRelationKind.ServesProvince : OrganisationRelationKind.CoversCommune;

    public IEnumerable<SelectListItem> Offered => IsNational ? Book.Provinces : Book.Communes;

    public IEnumerable<SelectListItem> Kinds =>
        new[] { OrganisationRelationKind.Parent, OrganisationRelationKind.Directs, Reach, OrganisationRelationKind.SplitFrom }
            .Select(k => new SelectListItem(k.Text(), k.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await FindAsync(id) is not { } subject || Kinds.All(k => k.Value != Kind.ToString()))
        {
            return NotFound();
        }

        var offered = Offered.Select(c => c.Value).ToHashSet();
        var related = new List<OrganisationsRelated>();
        foreach (var unit in Kind == Reach ? Units.Where(offered.Contains).Distinct().DefaultIfEmpty("") : ["-"])
        {
            var toUnit = Kind == Reach;
            var wanted = new OrganisationsRelated(Uuid.New(clock), Kind, id, toUnit ? null : ObjectId, toUnit ? unit : null, From, To, viewer.Territory, Document?.Trim());
            var decided = Organising.RelateOrganisations(wanted, subject, toUnit ? null : Book.Find(ObjectId), Book.Relations, viewer.Territory);
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
        return Book.Find(id) is { } organisation && organisation.ProvinceCode == viewer.Territory ? organisation : null;
    }
}
