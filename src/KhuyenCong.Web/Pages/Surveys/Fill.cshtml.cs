using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Surveys;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Surveys;

/// <summary>Điền phiếu: a finished sheet is the establishment's row of the year, changed by the ordinary rules and with its history.</summary>
[Allow(Act.EditEstablishments)]
public sealed class FillModel(KhuyenCongDb db, Viewer viewer, SurveyBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "phieu-khao-sat";

    private Dictionary<string, string> names = [];

    [BindProperty(Name = nameof(Form))]
    public Dictionary<string, string?> Form { get; set; } = [];

    /// <summary>The figures as the form first showed them.</summary>
    [BindProperty(Name = nameof(Base))]
    public Dictionary<string, string?> Base { get; set; } = [];

    [BindProperty]
    public SheetOutcome Outcome { get; set; }

    [BindProperty]
    public string? Needs { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public SurveyRound Round { get; private set; } = null!;

    public Establishment Establishment { get; private set; } = null!;

    public SurveySheet? Sheet { get; private set; }

    public bool SeesPersonalData => viewer.MaySeePersonalData(Establishment);

    public IReadOnlyList<(string Label, string? Theirs)> Conflicts { get; private set; } = [];

    /// <summary>The establishment and the end of the round's id: both whole would not fit a draft's key.</summary>
    public string DraftSubject => $"{Establishment.EstablishmentId:N}-{Round.SurveyRoundId.ToString("N")[20..]}";

    public string Places => string.Join("; ", Establishment.SitesOn(clock.Today).Select(s => $"{names.GetValueOrDefault(s.CommuneCode, s.CommuneCode)}{(s.Address is { } address ? $", {address}" : "")}"));

    public IReadOnlyList<LayoutField> Figures => SheetForm.Figures(Round, Establishment.Years.Where(y => y.Year < Round.Year).MaxBy(y => y.Year));

    private EstablishmentYear? Year => Establishment.Years.FirstOrDefault(y => y.Year == Round.Year);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid establishmentId, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, establishmentId, cancellationToken) is { } refused)
        {
            return refused;
        }

        Form = SheetForm.Known(Round, Year);
        Base = new(Form);
        (Outcome, Needs, Note) = Sheet is { } sheet ? (sheet.Outcome, sheet.Needs, sheet.Note) : default;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid establishmentId, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, establishmentId, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (!MergeFigures())
        {
            return Page();
        }

        var answers = SheetForm.Read(Round, new(Form, nameof(Form), ModelState));
        var filled = SurveyRules.Fill(Round, Establishment, new(Sheet?.SurveySheetId ?? Uuid.New(clock), id, establishmentId, Outcome, Needs, Note, viewer.DisplayName, clock.UtcNow), answers, clock.Today);
        ModelState.AddBreaches(filled.Breaches.Select(b => b with { Field = b.Field is nameof(YearEntry.Labour) ? $"Form[{Figures[0].Name}]" : b.Field }));
        if (Outcome is SheetOutcome.Answered)
        {
            ModelState.AddBreaches((await ApplyFiguresAsync(SurveyRules.Figures(Round, Year?.Entry as YearEntry, answers), filled.Event is not null, cancellationToken)).Select(b => b with { Field = $"Form[{b.Field}]" }));
        }

        if (filled.Event is not { } sheet || !ModelState.IsValid)
        {
            db.ChangeTracker.Clear();
            return Page();
        }

        if (Sheet is { } earlier)
        {
            earlier.Apply(sheet);
        }
        else
        {
            db.SurveySheets.Add(SurveySheet.From(sheet, Round.ProvinceCode));
        }

        db.Because("survey.sheet-filled", Round.Title);
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, Draft, DraftSubject);
        TempData.Say($"Đã lưu phiếu của {Establishment.Name}.");
        return LocalRedirect($"/khao-sat/{id}/phieu?con=true");
    }

    /// <summary>The establishment's row of the year, added or changed as on its own page.</summary>
    private async Task<IEnumerable<Breach>> ApplyFiguresAsync(YearEntry entry, bool apply, CancellationToken cancellationToken)
    {
        var facts = await db.RegistryFactsAsync(viewer.ProvinceCode, clock, cancellationToken);
        if (Year is { } year)
        {
            var changed = PartRules.Change(Establishment, year.PartId, entry, facts);
            if (apply && ModelState.IsValid && changed.Event is { } change)
            {
                Establishment.Apply(change);
            }

            return changed.Breaches;
        }

        var added = PartRules.Add(Establishment, Uuid.New(clock), entry, facts);
        if (apply && ModelState.IsValid && added.Event is { } part)
        {
            Establishment.Apply(part);
        }

        return added.Breaches;
    }

    /// <summary>Puts figures that somebody else saved meanwhile together with the typed ones; false where both changed one.</summary>
    private bool MergeFigures()
    {
        var current = SheetForm.Known(Round, Year);
        var merged = FieldMerge.Of(Base, current, Form);
        (Form, Base) = (merged.Values, current);
        Conflicts = [.. merged.Conflicts.Select(c => (SheetForm.Label(c.Field), c.Theirs))];
        foreach (var key in ModelState.Keys.Where(k => Conflicts.Count > 0 && (k.StartsWith("Form[", StringComparison.Ordinal) || k.StartsWith("Base[", StringComparison.Ordinal))).ToList())
        {
            ModelState.Remove(key);
        }

        return Conflicts.Count == 0;
    }

    private async Task<IActionResult?> LoadAsync(Guid id, Guid establishmentId, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } round
            || await db.WholeEstablishments.VisibleTo(viewer).SingleOrDefaultAsync(e => e.EstablishmentId == establishmentId, cancellationToken) is not { } establishment
            || !establishment.CommunesOn(clock.Today).Any(round.Communes.Contains))
        {
            return NotFound();
        }

        (Round, Establishment) = (round, establishment);
        if (establishment.State is EstablishmentState.Merged || !viewer.MayEdit(establishment, clock.Today))
        {
            return this.RefuseEdit(establishment);
        }

        if (!round.IsOpen)
        {
            return this.Refuse("survey.closed");
        }

        Sheet = await db.SurveySheets.SingleOrDefaultAsync(s => s.SurveyRoundId == id && s.EstablishmentId == establishmentId, cancellationToken);
        names = (await db.CommunesAsync(viewer.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        return null;
    }
}
