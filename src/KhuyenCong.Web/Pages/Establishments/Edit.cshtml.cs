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
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Sửa thông tin chung: two officers' changes to different fields are put together.</summary>
[Allow(Act.EditEstablishments)]
public sealed class EditModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "co-so";

    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    /// <summary>The fields as the form first showed them.</summary>
    [BindProperty(Name = nameof(Base))]
    public Dictionary<string, string?> Base { get; set; } = [];

    [BindProperty]
    public bool NameIsCorrection { get; set; }

    public Establishment Establishment { get; private set; } = null!;

    public IReadOnlyList<(string Label, string? Theirs)> Conflicts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refused)
        {
            return refused;
        }

        Form = GeneralLayout.Write(EstablishmentText.Of(Establishment));
        Base = new(Form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refused)
        {
            return refused;
        }

        var current = GeneralLayout.Write(EstablishmentText.Of(Establishment));
        var merged = FieldMerge.Of(Base, current, Form);
        Form = merged.Values;
        Base = current;
        if (merged.Conflicts.Count > 0)
        {
            Conflicts = [.. merged.Conflicts.Select(c => (GeneralLayout.Fields.First(f => f.Name == c.Field).Label, Shown(c.Field, c.Theirs)))];
            ForgetTyped();
            return Page();
        }

        var text = GeneralLayout.Read(new(Form, nameof(Form), ModelState), out var lacksForm);
        if (lacksForm)
        {
            ModelState.AddModelError("Form[LegalForm]", Messages.For("edit.required"));
        }

        var ruling = Registering.Edit(Establishment, text, Uuid.New(clock), NameIsCorrection, await db.RegistryFactsAsync(viewer.ProvinceCode, clock, cancellationToken));
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is null ? null : $"Form[{b.Field}]" }));
        if (ruling.Event is not { } edited || !ModelState.IsValid)
        {
            return Page();
        }

        Establishment.Apply(edited);
        db.Because("establishment.edited");
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, $"{id}");
        TempData.Say("Đã lưu thông tin chung.");
        return LocalRedirect($"/co-so/{id}");
    }

    private static string? Shown(string field, string? value) =>
        GeneralLayout.Fields.First(f => f.Name == field).Choices.FirstOrDefault(c => c.Value == value).Text ?? value;

    /// <summary>The merged values are shown, not what came in; hidden ones as they are now.</summary>
    private void ForgetTyped()
    {
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Form[", StringComparison.Ordinal) || k.StartsWith("Base[", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeEstablishments.VisibleTo(viewer).SingleOrDefaultAsync(e => e.EstablishmentId == id, cancellationToken) is not { } establishment)
        {
            return NotFound();
        }

        Establishment = establishment;
        return viewer.MayEdit(establishment, clock.Today) && establishment.State is not EstablishmentState.Merged ? null : this.RefuseEdit(establishment);
    }
}
