using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.ProgrammeEntry;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Ghi biên bản nghiệm thu: one page for a phone at the site, also without network; what is incomplete is saved, and judged when it is submitted.</summary>
[Allow(Act.AcceptProject)]
public sealed partial class EditModel(KhuyenCongDb db, Viewer viewer, AcceptanceBook book, ShownRecord shown, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "nghiem-thu";

    /// <summary>Pictures only: a telephone then offers its camera, and turns its own format into one of these.</summary>
    public const string Pictures = "image/jpeg,image/png,image/webp";

    public Acceptance Acceptance { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    [BindProperty]
    public RecordForm Form { get; set; } = new();

    /// <summary>The scene, and the scanned record.</summary>
    [BindProperty]
    public IReadOnlyList<IFormFile> Scene { get; set; } = [];

    /// <summary>Fields that somebody else wrote differently meanwhile.</summary>
    public IReadOnlyList<FieldChange> Conflicts { get; private set; } = [];

    /// <summary>Fields whose files have just been kept: the browser need not keep them any longer.</summary>
    public IList<string> KeptFields { get; } = [];

    public IEnumerable<SelectListItem> Verdicts => Enum.GetValues<AcceptanceVerdict>().Select(v => new SelectListItem(v.Text(), v.ToString()));

    public IEnumerable<SelectListItem> Sides => Enum.GetValues<AcceptanceSide>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public AcceptanceLine? LineOf(RecordForm.LineForm row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Acceptance.Lines.FirstOrDefault(l => l.EstimateLineId == row.EstimateLineId);
    }

    public static string PlateName(Guid machineId) => $"{PhotoSubject.Plate}{machineId:N}";

    /// <param name="id">The record.</param>
    /// <param name="them">More blank rows: without network the page cannot ask for them.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool them, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form = RecordForm.Of(Acceptance.Text, Acceptance.Version);
        Form.Base = shown.Seal(id, Acceptance.Text);
        Form.AddRows(clock, Form.Members.Count + (them ? 4 : 1), Form.Machines.Count + (them ? 2 : 1));
        return Page();
    }

    /// <summary>More rows to write in; nothing typed is saved, and no picture or signature is lost for it.</summary>
    public async Task<IActionResult> OnPostRowsAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        ModelState.ForgetFaults();
        if (await KeepAsync(id, isSaved: false, cancellationToken) > 0)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(id, cancellationToken);
        }

        Form.AddRows(clock, Form.Members.Count + 3, Form.Machines.Count + 2);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        // An answer that was lost on its way is given again, whatever has become of the record since.
        if (Form.Key is { } key && await book.SentBeforeAsync(id, key, cancellationToken) is { } isMine)
        {
            return isMine ? await SavedAsync(id, wasMerged: false, 0, cancellationToken) : this.Refuse(AcceptanceBook.KeyOfAnother);
        }

        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var outcome = ModelState.IsValid ? await book.SaveAsync(id, Sending(), viewer.AsPlanMover(), cancellationToken) : null;
        if (outcome?.Breaches is [{ Code: AcceptanceBook.KeyOfAnother }])
        {
            return this.Refuse(AcceptanceBook.KeyOfAnother);
        }

        var isSaved = outcome is { IsSaved: true };
        if (outcome?.Merged is { } merged)
        {
            ShowMerged(id, merged);
        }

        ModelState.AddBreaches(outcome?.Breaches ?? [], nameof(Form));
        // A picture taken at the site is kept even where something typed has to be mended first.
        var kept = await KeepAsync(id, isSaved, cancellationToken);
        if (isSaved && ModelState.IsValid)
        {
            return await SavedAsync(id, outcome!.WasMerged, kept, cancellationToken);
        }

        await ShowAgainAsync(id, outcome, cancellationToken);
        return IsBackground ? Told(outcome) : Page();
    }

    public async Task<IActionResult> OnPostRemovePhotoAsync(Guid id, Guid anh, string? lyDo, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await book.RemovePhotoAsync(id, anh, lyDo, viewer.AsPlanMover(), cancellationToken) is [var first, ..])
        {
            return this.Refuse(first.Code);
        }

        TempData.Say("Đã gỡ tệp.", "warn");
        return LocalRedirect($"/nghiem-thu/{id}/sua#anh");
    }

    private RecordSending Sending() => new(Form.Read(clock.UtcNow))
    {
        BaseVersion = Form.BaseVersion,
        Base = shown.Open(Acceptance.AcceptanceId, Form.Base),
        Key = Form.Key,
        Before = Form.Before,
        Origin = Form.Origin,
        SettledVersion = Form.SettledVersion,
        Chosen = ConflictTable.Read(Request.Form),
    };

    private async Task<int> KeepAsync(Guid id, bool isSaved, CancellationToken cancellationToken)
    {
        var kept = await KeepAsync(id, PhotoSubject.Scene, nameof(Scene), Scene, cancellationToken);
        var machines = await db.MachinePassports.AsNoTracking().Where(m => m.AcceptanceId == id).Select(m => m.MachinePassportId).ToListAsync(cancellationToken);
        foreach (var machine in machines)
        {
            kept += await KeepAsync(id, new(machine), PlateName(machine), [.. Request.Form.Files.GetFiles(PlateName(machine))], cancellationToken);
        }

        foreach (var signature in Request.Form.Files.Where(f => f.Name.StartsWith(PhotoSubject.Sign, StringComparison.Ordinal)).GroupBy(f => f.Name).ToList())
        {
            kept += await KeepAsync(id, PhotoSubject.Read(signature.Key), nameof(Scene), [.. signature], cancellationToken);
        }

        // A nameplate of a machine that is not in the record any more stays a picture of the scene.
        var names = machines.Select(PlateName).ToHashSet();
        var loose = isSaved ? Request.Form.Files.Where(f => f.Name.StartsWith(PhotoSubject.Plate, StringComparison.Ordinal) && !names.Contains(f.Name)).ToList() : [];
        return kept + await KeepAsync(id, PhotoSubject.Scene, nameof(Scene), loose, cancellationToken);
    }

    private async Task<int> KeepAsync(Guid id, PhotoSubject of, string field, IReadOnlyList<IFormFile> chosen, CancellationToken cancellationToken)
    {
        var (staged, isWhole) = (new List<StagedFile>(), true);
        foreach (var upload in chosen)
        {
            var (file, fault) = await files.StageAsync(Acceptance.ProvinceCode, upload, field, cancellationToken);
            ModelState.AddBreaches(fault is null ? [] : [fault]);
            isWhole &= fault is null;
            staged.AddRange(file is null ? [] : [file.TakenAs(Request, upload, clock)]);
        }

        if (staged.Count > 0)
        {
            db.ChangeTracker.Clear();
            var breaches = await book.AddPhotosAsync(id, of, staged, null, viewer.AsPlanMover(), cancellationToken);
            ModelState.AddBreaches(breaches.Select(b => b with { Field = field }));
            if (breaches.Count > 0)
            {
                return 0;
            }

            foreach (var kept in isWhole ? chosen.Select(f => f.Name).Distinct() : [])
            {
                KeptFields.Add(kept);
            }

            return staged.Count;
        }

        return 0;
    }

    /// <summary>Two sound changes may not fit together: then what was merged is shown, to be mended.</summary>
    private void ShowMerged(Guid id, AcceptanceText merged)
    {
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Form.", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        var (of, origin) = (Form.SettledVersion, Form.Origin ?? Form.Key);
        Form = RecordForm.Of(merged, Acceptance.Version);
        (Form.SettledVersion, Form.Origin, Form.Base) = (of, origin, shown.Seal(id, Acceptance.Text));
    }

    /// <summary>What was typed stays, and is later saved over what it was typed over; without knowing that, over what is there now, which the message has told of.</summary>
    private async Task ShowAgainAsync(Guid id, RecordOutcome? outcome, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await LoadAsync(id, cancellationToken);
        (Form.Origin, Form.Key) = (Form.Origin ?? Form.Key, null);
        // Where only a file was refused, what is typed next is typed over what was just saved.
        var known = outcome is { IsSaved: true } ? Form.Read(clock.UtcNow) : outcome?.Base ?? shown.Open(id, Form.Base);
        if (known is null)
        {
            Form.BaseVersion = Acceptance.Version;
        }
        else
        {
            Form.Base = shown.Seal(id, known);
            if (outcome is { IsClash: true })
            {
                var mine = Form.Read(clock.UtcNow);
                var told = new RecordConflicts(Acceptance, mine);
                Conflicts = [.. AcceptanceMerge.ThreeWay(known, mine, Acceptance.Text).Conflicts.Select(told.Tell)];
                Form.SettledVersion = Acceptance.Version;
                ModelState.AddModelError("", Messages.For("project.both-changed", Conflicts.Count));
            }
        }

        Form.AddRows(clock, Form.Members.Count, Form.Machines.Count);
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeAcceptances.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(a => a.AcceptanceId == id, cancellationToken) is not { } acceptance)
        {
            return NotFound();
        }

        Acceptance = acceptance;
        Project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == acceptance.ProjectId, cancellationToken);
        return acceptance.State is not AcceptanceState.Drafting ? this.Refuse("acceptance.wrong-state")
            : AcceptanceStates.MayWrite(acceptance, viewer.AsPlanMover()) ? null
            : this.Refuse("acceptance.not-allowed");
    }
}
