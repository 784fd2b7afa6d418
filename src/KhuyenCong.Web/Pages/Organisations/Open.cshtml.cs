using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>Ghi nhận tổ chức: a body of the province; a branch with its centre and the communes it covers, all at once.</summary>
[Allow(Act.EditOrganisations)]
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

    /// <summary>The treasury, the Ministry and its Agency are not a province's to open.</summary>
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<OrganisationKind>()
        .Where(k => k is not OrganisationKind.Treasury and not OrganisationKind.Ministry and not OrganisationKind.Agency)
        .Select(k => new SelectListItem(k.Text(), k.ToString()));

    public async Task OnGetAsync() => Book = await OrganisationBook.ReadAsync(db, viewer.ProvinceCode, clock.Today);

    public async Task<IActionResult> OnPostAsync()
    {
        Book = await OrganisationBook.ReadAsync(db, viewer.ProvinceCode, clock.Today);
        var wanted = new OrganisationOpened(Uuid.New(clock), Kind, viewer.ProvinceCode, Commune, OpenedOn, [new(Uuid.New(clock), Name?.Trim() ?? "", OpenedOn, null, Blank(ShortName), Blank(Document))]);
        var opened = Organising.OpenOrganisation(wanted, Book.Shown, viewer.ProvinceCode, clock.Today);
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
            var decided = Organising.RelateOrganisations(related, subject, Book.Find(related.ObjectId), Book.Relations, viewer.ProvinceCode);
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
            yield return new(Uuid.New(clock), OrganisationRelationKind.Parent, id, parent, null, OpenedOn, null, viewer.ProvinceCode, Blank(Document));
        }

        foreach (var commune in Covers.Distinct().Where(code => Book.Communes.Any(c => c.Value == code)))
        {
            yield return new(Uuid.New(clock), OrganisationRelationKind.CoversCommune, id, null, commune, OpenedOn, null, viewer.ProvinceCode, Blank(Document));
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
