using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>Ghi nhận tổ chức: a body of the province, a branch with its centre and the communes it covers, or a national body with the provinces it serves; all at once.</summary>
[Allow(Act.EditOrganisations, National = true)]
public sealed class OpenModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? ShortName { get; set; }

    [BindProperty]
    public OrganisationKind Kind { get; set; } = OrganisationKind.CentreBranch;

    [BindProperty]
    public DateOnly? OpenedOn { get; set; }

    [BindProperty]
    public string? CommuneCode { get; set; }

    [BindProperty]
    public Guid? ParentId { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public List<string> Covers { get; set; } = [];

    public OrganisationBook Book { get; private set; } = null!;

    public bool IsNational => viewer.Territory is null;

    /// <summary>What may be covered or served.</summary>
    public IEnumerable<SelectListItem> Units => IsNational ? Book.Provinces : Book.Communes;

    /// <summary>The treasury, the Ministry, its Agency and its units are the nation's to open, all others a province's.</summary>
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<OrganisationKind>()
        .Where(k => k.IsNational() == IsNational)
        .Select(k => new SelectListItem(k.Text(), k.ToString()));

    public async Task OnGetAsync()
    {
        Book = await OrganisationBook.ReadAsync(db, viewer.ProvinceCode, clock.Today);
        Kind = IsNational ? OrganisationKind.Treasury : Kind;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Book = await OrganisationBook.ReadAsync(db, viewer.ProvinceCode, clock.Today);
        var wanted = new OrganisationOpened(Uuid.New(clock), Kind, viewer.Territory, Commune, OpenedOn, [new(Uuid.New(clock), Name?.Trim() ?? "", OpenedOn, null, Blank(ShortName), Blank(Document))]);
        var opened = Organising.OpenOrganisation(wanted, Book.Shown, viewer.Territory, clock.Today);
        ModelState.AddBreaches(opened.Breaches);
        if (string.IsNullOrWhiteSpace(Document))
        {
            ModelState.AddBreaches([new("organisation.document-missing", nameof(Document))]);
        }

        if (Kind is OrganisationKind.CentreBranch && ParentId is null)
        {
            ModelState.AddBreaches([new("organisation.relation-object-missing", nameof(ParentId))]);
        }

        var subject = Organisation.From(wanted);
        var relations = new List<OrganisationsRelated>();
        foreach (var related in Wanted(wanted.OrganisationId))
        {
            var decided = Organising.RelateOrganisations(related, subject, Book.Find(related.ObjectId), Book.Relations, viewer.Territory);
            relations.AddRange(decided.Event is { } one ? [one] : []);
            // What the opening itself already said is not said twice.
            ModelState.AddBreaches(decided.Breaches.Where(b => b.Code is not "organisation.from-missing" and not "organisation.document-missing").Select(b => b with { Field = related.UnitCode is null ? nameof(ParentId) : nameof(Covers) }));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Organisations.Add(subject);
        db.OrganisationRelations.AddRange(relations.Select(OrganisationRelation.Of));
        db.Because("organisation.opened", Document!.Trim());
        await db.SaveChangesAsync();
        TempData.Say($"Đã ghi nhận “{subject.NameOn(OpenedOn!.Value)}”.");
        return LocalRedirect($"/to-chuc/{wanted.OrganisationId}");
    }

    private string? Commune => Book.Communes.Any(c => c.Value == CommuneCode) ? CommuneCode : null;

    private IEnumerable<OrganisationsRelated> Wanted(Guid id)
    {
        if (ParentId is { } parent)
        {
            yield return new(Uuid.New(clock), OrganisationRelationKind.Parent, id, parent, null, OpenedOn, null, viewer.Territory, Blank(Document));
        }

        var reach = IsNational ? OrganisationRelationKind.ServesProvince : OrganisationRelationKind.CoversCommune;
        foreach (var unit in Covers.Distinct().Where(code => Units.Any(c => c.Value == code)))
        {
            yield return new(Uuid.New(clock), reach, id, null, unit, OpenedOn, null, viewer.Territory, Blank(Document));
        }
    }
}
