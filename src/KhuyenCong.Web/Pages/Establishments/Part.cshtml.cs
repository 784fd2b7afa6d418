using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>One row of an establishment (site, number, year …): added, edited, or removed where it was entered by mistake.</summary>
[Allow(Act.EditEstablishments)]
public sealed class PartModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "dong")]
    public Guid? PartId { get; set; }

    /// <summary>The id of a row to be added, from the first showing on: sent twice, added once.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    [BindProperty(Name = nameof(Base))]
    public Dictionary<string, string?> Base { get; set; } = [];

    [BindProperty, StringLength(500, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Reason { get; set; }

    public Establishment Establishment { get; private set; } = null!;

    public PartLayout Layout { get; private set; } = null!;

    public SizeRule Size { get; private set; } = SizeRule.None;

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public IReadOnlyList<(string Label, string? Theirs)> Conflicts { get; private set; } = [];

    public string DraftSubject => PartId?.ToString("N") ?? $"{Establishment.EstablishmentId:N}-moi";

    public async Task<IActionResult> OnGetAsync(Guid id, string loai, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, loai, cancellationToken) is { } refused)
        {
            return refused;
        }

        NewId = Uuid.New(clock);
        if (Find() is { } part)
        {
            Form = Layout.Write(part.Entry);
            Base = new(Form);
        }
        else if (Layout == PartLayouts.Consent)
        {
            Form["RecordedBy"] = viewer.DisplayName;
            Form["GivenOn"] = clock.Today.Text();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string loai, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, loai, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Find() is { } part && !MergeWith(part))
        {
            return Page();
        }

        NewId = NewId == Guid.Empty ? Uuid.New(clock) : NewId;
        if (PartId is null && Establishment.Parts.Any(p => p.PartId == NewId))
        {
            TempData.Say("Dòng này đã được lưu từ lần gửi trước; không lưu thêm lần nữa.", "info");
            return LocalRedirect($"/co-so/{id}");
        }

        var entry = Layout.Read(new(Form, nameof(Form), ModelState));
        var facts = await db.RegistryFactsAsync(viewer.ProvinceCode, clock, cancellationToken);
        var added = PartId is null ? PartRules.Add(Establishment, NewId, entry, facts) : null;
        var changed = PartId is { } existing ? PartRules.Change(Establishment, existing, entry, facts) : null;
        ModelState.AddBreaches((added?.Breaches ?? changed!.Breaches).Select(b => b with { Field = b.Field is null ? null : $"Form[{b.Field}]" }));
        if (entry is SiteEntry { CommuneCode: { Length: > 0 } commune } && facts.IsCommune(commune) && !viewer.CanIn(Act.EditEstablishments, commune))
        {
            ModelState.AddModelError("Form[CommuneCode]", Messages.For("establishment.commune-not-yours"));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (added?.Event is { } newPart)
        {
            Establishment.Apply(newPart);
            db.Because("establishment.part-added", Layout.Title);
        }
        else if (changed?.Event is { } change)
        {
            Establishment.Apply(change);
            db.Because("establishment.part-changed", Layout.Title);
        }

        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, $"co-so-{Layout.Slug}", DraftSubject);
        TempData.Say($"Đã lưu: {Layout.Title.ToLowerInvariant()}.");
        foreach (var warning in PartRules.Warnings(entry))
        {
            TempData.Say(Messages.For(warning), "warn");
        }

        return LocalRedirect($"/co-so/{id}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string loai, CancellationToken cancellationToken)
    {
        if (PartId is not { } partId || await LoadAsync(id, loai, cancellationToken) is not null || Find() is not { } part)
        {
            return NotFound();
        }

        var ruling = PartRules.Remove(Establishment, partId, Reason, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } removed || !ModelState.IsValid)
        {
            Form = Layout.Write(part.Entry);
            Base = new(Form);
            return Page();
        }

        Establishment.Apply(removed);
        db.Because("establishment.part-removed", $"{Layout.Title}: {removed.Reason}");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã bỏ một dòng: {Layout.Title.ToLowerInvariant()}.");
        return LocalRedirect($"/co-so/{id}");
    }

    /// <summary>Puts another officer's changes of this row together with the typed ones; false where both changed one field.</summary>
    private bool MergeWith(EstablishmentPart part)
    {
        var current = Layout.Write(part.Entry);
        var merged = FieldMerge.Of(Base, current, Form);
        (Form, Base) = (merged.Values, current);
        Conflicts = [.. merged.Conflicts.Select(c => (Layout.Fields.First(f => f.Name == c.Field) is var field ? field.Label : "", field.Choices.FirstOrDefault(o => o.Value == c.Theirs).Text ?? c.Theirs))];
        foreach (var key in ModelState.Keys.Where(k => Conflicts.Count > 0 && (k.StartsWith("Form[", StringComparison.Ordinal) || k.StartsWith("Base[", StringComparison.Ordinal))).ToList())
        {
            ModelState.Remove(key);
        }

        return Conflicts.Count == 0;
    }

    private EstablishmentPart? Find() => PartId is { } id ? Establishment.Parts.FirstOrDefault(p => p.PartId == id && PartLayouts.Of(p.Entry) == Layout) : null;

    private async Task<IActionResult?> LoadAsync(Guid id, string slug, CancellationToken cancellationToken)
    {
        if (await db.WholeEstablishments.VisibleTo(viewer).SingleOrDefaultAsync(e => e.EstablishmentId == id, cancellationToken) is not { } establishment || PartLayouts.Find(slug) is not { } layout)
        {
            return NotFound();
        }

        (Establishment, Layout) = (establishment, layout);
        if (PartId is not null && Find() is null)
        {
            return NotFound();
        }

        if (!viewer.MayEdit(establishment, clock.Today) || establishment.State is EstablishmentState.Merged)
        {
            return this.RefuseEdit(establishment);
        }

        Communes = layout == PartLayouts.Link
            ? [.. (await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken)).Select(c => new SelectListItem(c.Name, c.Code))]
            : await db.CommuneChoicesAsync(viewer, Act.EditEstablishments, clock.Today, cancellationToken);
        Size = layout == PartLayouts.Year ? await db.SizeRuleAsync(clock.Today, cancellationToken) : SizeRule.None;
        return null;
    }
}
