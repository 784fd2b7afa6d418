using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>Takes a filled template: every fault by cell, or a staged import to look at. Nothing is imported here.</summary>
[Allow(Act.EditProgramme)]
public sealed class UploadModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    /// <summary>The programme to amend; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "cho")]
    public Guid? Amends { get; set; }

    [BindProperty]
    public string? CommuneCode { get; set; }

    [BindProperty]
    public IFormFile? Workbook { get; set; }

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public IReadOnlyList<SheetFault> SheetFaults { get; private set; } = [];

    public string? FileName { get; private set; }

    /// <summary>Whether a programme of the province may be entered, too.</summary>
    public bool OfProvince => viewer.CanIn(Act.EditProgramme, null);

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Amends is { } id && Programmes.All(p => p.Value != id.ToString()) ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync();
        CommuneCode = string.IsNullOrEmpty(CommuneCode) ? null : CommuneCode;
        if (Amends is { } id && Programmes.All(p => p.Value != id.ToString()))
        {
            return NotFound();
        }

        if (CommuneCode is null ? Amends is null && !OfProvince : Communes.All(c => c.Value != CommuneCode))
        {
            ModelState.AddBreaches([new("entry.commune-unknown", nameof(CommuneCode))]);
        }

        var reading = await ReadAsync(cancellationToken);
        if (!ModelState.IsValid || reading?.Text is null)
        {
            return Page();
        }

        var stagingId = Uuid.New(clock);
        Staging.Put(db, viewer.UserId, stagingId, Staging.Of(viewer.ProvinceCode, FileName!, Amends, Amends is null ? CommuneCode : null, reading), clock.UtcNow);
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect($"/chuong-trinh/nhap-excel/{stagingId}");
    }

    private async Task<ProgrammeReading?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Workbook is null)
        {
            ModelState.AddBreaches([new("entry.no-file", nameof(Workbook))]);
            return null;
        }

        FileName = Path.GetFileName(Workbook.FileName);
        await using var stream = Workbook.OpenReadStream();
        var (workbook, breaches) = await Task.Run(() => SafeWorkbook.Open(stream), cancellationToken);
        ModelState.AddBreaches(breaches.Select(b => b with { Field = nameof(Workbook) }));
        if (workbook is null)
        {
            return null;
        }

        var reading = ProgrammeTemplate.Read(workbook);
        SheetFaults = reading.Faults;
        if (reading.Text is { } text)
        {
            // What does not fit into a register cannot wait for the form to be shortened.
            ModelState.AddBreaches(ProgrammeTextFaults.Find(text, clock.Today).Where(b => b.Code == "programme.text-long")
                .Select(b => b with { Field = nameof(Workbook) }));
        }

        return reading;
    }

    private async Task LoadAsync()
    {
        var programmes = await db.Programmes.AsNoTracking().Where(p => p.CurrentVersionNumber > 0).OrderByDescending(p => p.FromYear).ToListAsync();
        Programmes = [.. programmes.Where(p => viewer.CanIn(Act.EditProgramme, p.CommuneCode)).Select(p => new SelectListItem($"Bản điều chỉnh của: {p.Title}", p.ProgrammeId.ToString()))];
        Communes = await CommuneChoices.OfAsync(db, viewer, clock.Today);
    }
}
