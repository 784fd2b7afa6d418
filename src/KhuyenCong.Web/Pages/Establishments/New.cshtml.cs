using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
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

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Thêm cơ sở: the general facts, the first production site, and what identifies it; the rest follows on its page.</summary>
[Allow(Act.EditEstablishments)]
public sealed class NewModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "co-so-moi";

    public static readonly IReadOnlyList<LayoutField> General = [.. GeneralLayout.Fields.Where(f => f.Name != "State")];
    public static readonly IReadOnlyList<LayoutField> SiteFields = [.. PartLayouts.Site.Fields.Where(f => f.Name is not ("To" or "Note"))];
    public static readonly IReadOnlyList<LayoutField> IdentifierFields = [.. PartLayouts.Identifier.Fields.Where(f => f.Name is "Kind" or "Number").Select(f => f with { Required = false })];

    /// <summary>The establishment's id from the first showing of the form on: sent twice, recorded once.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty(Name = "General")]
    public Dictionary<string, string?> GeneralValues { get; set; } = [];

    [BindProperty(Name = nameof(Site))]
    public Dictionary<string, string?> Site { get; set; } = [];

    [BindProperty(Name = nameof(Identifier))]
    public Dictionary<string, string?> Identifier { get; set; } = [];

    [BindProperty(Name = nameof(Contact))]
    public Dictionary<string, string?> Contact { get; set; } = [];

    [BindProperty]
    public bool Checked { get; set; }

    public IReadOnlyList<Twin> Twins { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public ShownFields Shown(string prefix, IReadOnlyList<LayoutField> fields, Dictionary<string, string?> values) => new(prefix, fields, values, Communes);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Id = Uuid.New(clock);
        GeneralValues["TradeCodeVersion"] = Registering.CurrentTradeCodes;
        if (Communes is [var only])
        {
            Site["CommuneCode"] = only.Value;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Id = Id == Guid.Empty ? Uuid.New(clock) : Id;
        if (await db.Establishments.AnyAsync(e => e.EstablishmentId == Id, cancellationToken))
        {
            TempData.Say("Cơ sở này đã được lưu từ lần gửi trước; không lưu thêm lần nữa.", "info");
            return LocalRedirect($"/co-so/{Id}");
        }

        var facts = await db.RegistryFactsAsync(viewer.ProvinceCode, clock, cancellationToken);
        var text = GeneralLayout.Read(new(GeneralValues, "General", ModelState), out var lacksForm);
        var ruling = Registering.Register(new(Id, viewer.ProvinceCode, text, [.. Parts()], clock.UtcNow), facts);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = FieldOf(b.Field) }));
        if (lacksForm && ModelState["General[LegalForm]"] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("General[LegalForm]", Messages.For("edit.required"));
        }

        var commune = Site.GetValueOrDefault("CommuneCode");
        if (!string.IsNullOrEmpty(commune) && facts.IsCommune(commune) && !viewer.CanIn(Act.EditEstablishments, commune))
        {
            ModelState.AddModelError("Site[CommuneCode]", Messages.For("establishment.commune-not-yours"));
        }

        if (ruling.Event is not { } registered || !ModelState.IsValid)
        {
            return Page();
        }

        var establishment = Establishment.From(registered);
        if (!Checked)
        {
            Twins = await db.TwinsOfAsync(EstablishmentSketch.Of(establishment), viewer, cancellationToken);
            if (Twins.Count > 0)
            {
                ModelState.AddModelError(nameof(Checked), Messages.For("establishment.check-twins"));
                return Page();
            }
        }

        db.Establishments.Add(establishment);
        db.Because("establishment.registered");
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, "moi");
        TempData.Say("Đã lưu cơ sở. Có thể bổ sung số liệu năm, sản phẩm, chứng nhận ở trang này.");
        foreach (var warning in registered.Parts.SelectMany(p => PartRules.Warnings(p.Entry)))
        {
            TempData.Say(Messages.For(warning), "warn");
        }

        return LocalRedirect($"/co-so/{Id}");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Communes = await db.CommuneChoicesAsync(viewer, Act.EditEstablishments, clock.Today, cancellationToken);

    /// <summary>The groups that were filled in; the site is always asked for.</summary>
    private IEnumerable<(Guid PartId, PartEntry Entry)> Parts()
    {
        yield return (Uuid.New(clock), PartLayouts.Site.Read(new(Site, nameof(Site), ModelState)));
        if (!string.IsNullOrWhiteSpace(Identifier.GetValueOrDefault("Number")))
        {
            yield return (Uuid.New(clock), PartLayouts.Identifier.Read(new(Identifier, nameof(Identifier), ModelState)));
        }

        if (Contact.Values.Any(v => !string.IsNullOrWhiteSpace(v)))
        {
            yield return (Uuid.New(clock), PartLayouts.Contact.Read(new(Contact, nameof(Contact), ModelState)));
        }
    }

    private static string? FieldOf(string? field) => field is null ? null : field.Split('.') is [var group, var name] ? $"{group}[{name}]" : $"General[{field}]";
}
