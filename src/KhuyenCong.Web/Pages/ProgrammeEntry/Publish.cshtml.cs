using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Programmes;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>Shows what coming into force will change, then brings the draft into force once.</summary>
[Allow(Act.EditProgramme)]
public sealed class PublishModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Programme Programme { get; private set; } = null!;

    public ProgrammeVersion Draft { get; private set; } = null!;

    public ProgrammeVersion? Current { get; private set; }

    public IReadOnlyList<Breach> Faults { get; private set; } = [];

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public IReadOnlyList<FoundDiscrepancy> Discrepancies { get; private set; } = [];

    public EntryForm Form { get; private set; } = new();

    /// <summary>Why the viewer leaves it to somebody else, if so.</summary>
    public Breach? Hands { get; private set; }

    /// <summary>The saved state of the draft that was looked at.</summary>
    [BindProperty]
    public long SeenVersion { get; set; }

    [BindProperty]
    public DateOnly? InForceFrom { get; set; }

    public string Address => $"/chuong-trinh/{Programme.ProgrammeId}/ban-thao/{Draft.Number}";

    public async Task<IActionResult> OnGetAsync(Guid id, int number)
    {
        if (!await FindAsync(id, number))
        {
            return NotFound();
        }

        if (Draft.State is not VersionState.Draft)
        {
            return AlreadyPublished();
        }

        SeenVersion = Draft.Version;
        Look();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int number)
    {
        if (!await FindAsync(id, number))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Look();
            return Page();
        }

        db.ChangeTracker.Clear();
        return await db.WriteAsync(_ => DraftDesk.LockAsync(db, id), () => PublishAsync(id, number));
    }

    private async Task<IActionResult> PublishAsync(Guid id, int number)
    {
        await FindAsync(id, number);
        if (Draft.State is not VersionState.Draft)
        {
            return AlreadyPublished();
        }

        if (Draft.Version != SeenVersion)
        {
            ModelState.AddBreaches([new("entry.draft-changed")]);
            ModelState.Remove(nameof(SeenVersion));
            SeenVersion = Draft.Version;
            Look();
            return Page();
        }

        if (Hands is { } hands)
        {
            ModelState.AddBreaches([hands]);
            Look();
            return Page();
        }

        var ruling = await Publisher.PublishAsync(db, Programme, Draft, InForceFrom, viewer.DisplayName, clock);
        if (ruling.Event is null)
        {
            // Faults of the text are listed by Look; what is left concerns this page's own field.
            ModelState.AddBreaches(ruling.Breaches.Where(b => b.Field == "inForceFrom").Select(b => b with { Field = nameof(InForceFrom) }));
            Look();
            return Page();
        }

        db.Because(Current is null ? "programme.published" : "programme.version-published", $"Quyết định {Draft.DecisionNumber}");
        await db.SaveChangesAsync();
        await DraftDesk.ForgetBasesAsync(db, Draft);
        TempData.Say($"Đã ban hành phiên bản {number} theo Quyết định {Draft.DecisionNumber}.");
        return LocalRedirect($"/chuong-trinh/{id}");
    }

    private LocalRedirectResult AlreadyPublished()
    {
        TempData.Say($"Phiên bản {Draft.Number} đã được {Draft.SavedBy} ban hành; không ban hành lần thứ hai.", "info");
        return LocalRedirect($"/chuong-trinh/{Programme.ProgrammeId}");
    }

    private void Look()
    {
        Form = EntryForm.Of(Draft.Text);
        Faults = EntryFaults.Find(Draft.Text, Form, clock.Today);
        Changes = Current is null ? [] : ProgrammeDifference.Between(Current.Text, Draft.Text);
        Discrepancies = DiscrepancyRules.Find(Draft.Text);
    }

    private async Task<bool> FindAsync(Guid id, int number)
    {
        if (await db.Programmes.SingleOrDefaultAsync(p => p.ProgrammeId == id) is not { } programme
            || !viewer.CanIn(Act.EditProgramme, programme.CommuneCode)
            || await DraftDesk.FindAsync(db, id, number) is not { } version)
        {
            return false;
        }

        (Programme, Draft) = (programme, version);
        Current = await db.ProgrammeVersions.SingleOrDefaultAsync(v => v.ProgrammeId == id && v.State == VersionState.InForce);
        Hands = programme.CommuneCode is { } commune ? await ProgrammeHands.FaultAsync(db, programme, commune, viewer.UserId, clock.Today) : null;
        return true;
    }
}
