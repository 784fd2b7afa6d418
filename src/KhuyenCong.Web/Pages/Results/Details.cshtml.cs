using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>Một kết quả: what was achieved, what proves it, who paid, who benefited; further evidence is added here.</summary>
[Allow(Act.ViewResults)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, ResultBook book, EvidenceUpload upload, TimeProvider clock) : PageModel
{
    public Result Result { get; private set; } = null!;

    public Target Target { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    public string? CommuneName { get; private set; }

    public bool MayChange => Result.State is ResultState.Recorded && viewer.CanIn(Act.RecordResult, Result.CommuneCode);

    public EvidenceUpload Upload => upload;

    [BindProperty(Name = "files")]
    public List<IFormFile> Chosen { get; set; } = [];

    [BindProperty(Name = "giu")]
    public List<string> Kept { get; set; } = [];

    [BindProperty(Name = "Form.SameFileReason")]
    public string? SameFileReason { get; set; }

    [BindProperty]
    public string? RemovalReason { get; set; }

    /// <summary>The proof whose removal was refused: its form stays open.</summary>
    public Guid? RemovingId { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    [Allow(Act.RecordResult)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await upload.ReceiveAsync(viewer.ProvinceCode, Chosen, Kept, ModelState, cancellationToken);
        if (upload.Files.Count == 0 && ModelState.IsValid)
        {
            ModelState.AddModelError("files", Messages.For("evidence.none"));
        }

        if (ModelState.IsValid)
        {
            ModelState.AddBreaches((await book.AttachAsync(id, upload.Files, SameFileReason, cancellationToken)).Select(b => b.Field == "Files" ? b with { Field = "files" } : b.Field is null ? b : b with { Field = "Form." + b.Field }));
        }

        if (!ModelState.IsValid)
        {
            await upload.FindOtherUsesAsync(id, cancellationToken);
            return Page();
        }

        TempData.Say(upload.Files.Count == 1 ? "Đã thêm minh chứng." : $"Đã thêm {upload.Files.Count} minh chứng.");
        return LocalRedirect($"/ket-qua/{id}");
    }

    [Allow(Act.RecordResult)]
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid evidenceId, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Result.Evidence.FirstOrDefault(e => e.EvidenceId == evidenceId) is not { } file)
        {
            return NotFound();
        }

        ModelState.AddBreaches((await book.RemoveEvidenceAsync(id, evidenceId, RemovalReason, cancellationToken)).Select(b => b.Field == "reason" ? b with { Field = nameof(RemovalReason) } : b));
        if (!ModelState.IsValid)
        {
            RemovingId = evidenceId;
            return Page();
        }

        TempData.Say($"Đã gỡ minh chứng “{file.FileName}”.");
        return LocalRedirect($"/ket-qua/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var result = await db.Results.AsNoTracking().Include(r => r.Amounts).Include(r => r.Beneficiaries).Include(r => r.Evidence).AsSplitQuery()
            .SingleOrDefaultAsync(r => r.ResultId == id, cancellationToken);
        if (result is null || !viewer.CanIn(Act.ViewResults, result.CommuneCode))
        {
            return false;
        }

        Result = result;
        Target = await db.Targets.AsNoTracking().SingleAsync(t => t.TargetId == result.TargetId, cancellationToken);
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.ProgrammeId == result.ProgrammeId, cancellationToken);
        CommuneName = result.CommuneCode is { } code && await db.AdministrativeUnits.AsNoTracking().Include(u => u.Names).SingleOrDefaultAsync(u => u.UnitCode == code, cancellationToken) is { } unit
            ? UnitNaming.DisplayName(unit, clock.Today) : null;
        return true;
    }
}
