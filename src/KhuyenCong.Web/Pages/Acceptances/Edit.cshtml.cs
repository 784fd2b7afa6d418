using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Ghi biên bản nghiệm thu: one page for a phone at the site; what is incomplete is saved, and judged when it is submitted.</summary>
[Allow(Act.AcceptProject)]
public sealed class EditModel(KhuyenCongDb db, Viewer viewer, AcceptanceBook book, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
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

    public IEnumerable<SelectListItem> Verdicts => Enum.GetValues<AcceptanceVerdict>().Select(v => new SelectListItem(v.Text(), v.ToString()));

    public IEnumerable<SelectListItem> Sides => Enum.GetValues<AcceptanceSide>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public AcceptanceLine? LineOf(RecordForm.LineForm row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Acceptance.Lines.FirstOrDefault(l => l.EstimateLineId == row.EstimateLineId);
    }

    public static string PlateName(Guid machineId) => $"Plate-{machineId:N}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form = RecordForm.Of(Acceptance.Text, Acceptance.Version);
        Form.AddRows(clock, Form.Members.Count + 1, Form.Machines.Count + 1);
        return Page();
    }

    /// <summary>More rows to write in; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRowsAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        ModelState.ForgetFaults();
        Form.AddRows(clock, Form.Members.Count + 3, Form.Machines.Count + 2);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var breaches = ModelState.IsValid ? await book.WriteAsync(id, Form.BaseVersion, Form.Read(), viewer.AsPlanMover(), cancellationToken) : [];
        var isSaved = ModelState.IsValid && breaches.Count == 0;
        ModelState.AddBreaches(breaches, nameof(Form));
        // A picture taken at the site is kept even where something typed has to be mended first.
        var kept = await KeepAsync(id, cancellationToken);
        if (!isSaved || !ModelState.IsValid)
        {
            await ShowAgainAsync(id, cancellationToken);
            return Page();
        }

        await this.EndDraftAsync(drafts, Draft, $"{id}");
        TempData.Say(kept > 0 ? $"Đã lưu biên bản và {kept} tệp." : "Đã lưu biên bản.");
        return LocalRedirect($"/nghiem-thu/{id}");
    }

    public async Task<IActionResult> OnPostRemovePhotoAsync(Guid id, Guid anh, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await book.RemovePhotoAsync(id, anh, viewer.AsPlanMover(), cancellationToken) is [var first, ..])
        {
            return this.Refuse(first.Code);
        }

        TempData.Say("Đã bỏ tệp.", "warn");
        return LocalRedirect($"/nghiem-thu/{id}/sua#anh");
    }

    private async Task<int> KeepAsync(Guid id, CancellationToken cancellationToken)
    {
        var kept = await KeepAsync(id, null, nameof(Scene), Scene, cancellationToken);
        var machines = await db.MachinePassports.AsNoTracking().Where(m => m.AcceptanceId == id).Select(m => m.MachinePassportId).ToListAsync(cancellationToken);
        foreach (var machine in machines)
        {
            kept += await KeepAsync(id, machine, PlateName(machine), [.. Request.Form.Files.GetFiles(PlateName(machine))], cancellationToken);
        }

        return kept;
    }

    private async Task<int> KeepAsync(Guid id, Guid? machine, string field, IReadOnlyList<IFormFile> chosen, CancellationToken cancellationToken)
    {
        var staged = new List<StagedFile>();
        foreach (var upload in chosen)
        {
            var (file, fault) = await files.StageAsync(Acceptance.ProvinceCode, upload, field, cancellationToken);
            ModelState.AddBreaches(fault is null ? [] : [fault]);
            staged.AddRange(file is null ? [] : [file]);
        }

        if (staged.Count > 0)
        {
            db.ChangeTracker.Clear();
            var breaches = await book.AddPhotosAsync(id, machine, staged, viewer.AsPlanMover(), cancellationToken);
            ModelState.AddBreaches(breaches.Select(b => b with { Field = field }));
            return breaches.Count == 0 ? staged.Count : 0;
        }

        return 0;
    }

    /// <summary>What was typed stays; it is then saved over what is there now, which the message has told of.</summary>
    private async Task ShowAgainAsync(Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await LoadAsync(id, cancellationToken);
        ModelState.Remove("Form.BaseVersion");
        Form.BaseVersion = Acceptance.Version;
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
