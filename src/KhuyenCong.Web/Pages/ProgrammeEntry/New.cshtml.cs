using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>A programme that is not in the product yet: by the form or by Excel.</summary>
[Allow(Act.EditProgramme)]
public sealed class NewModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    /// <summary>Made when the page is shown: sent twice, it is still one programme.</summary>
    [BindProperty]
    public Guid ProgrammeId { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public int? FromYear { get; set; }

    [BindProperty]
    public int? ToYear { get; set; }

    [BindProperty]
    public string? CommuneCode { get; set; }

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    /// <summary>Whether a programme of the province may be entered, too.</summary>
    public bool OfProvince => viewer.CanIn(Act.EditProgramme, null);

    public async Task OnGetAsync()
    {
        ProgrammeId = Uuid.New(clock);
        (FromYear, ToYear) = (2026, 2030);
        Communes = await CommuneChoices.OfAsync(db, viewer, clock.Today);
        CommuneCode = !OfProvince && Communes is [var only] ? only.Value : null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Communes = await CommuneChoices.OfAsync(db, viewer, clock.Today);
        CommuneCode = string.IsNullOrEmpty(CommuneCode) ? null : CommuneCode;
        var text = EntryBlank.Text((Title ?? "").Trim().Normalize(), FromYear ?? 0, ToYear ?? 0);
        string[] asked = ["title", "fromYear", "toYear"];
        ModelState.AddBreaches(ProgrammeTextFaults.Find(text, clock.Today).Where(b => asked.Contains(b.Field)).Select(b => b with { Field = char.ToUpperInvariant(b.Field![0]) + b.Field[1..] }));
        if (CommuneCode is null ? !OfProvince : Communes.All(c => c.Value != CommuneCode))
        {
            ModelState.AddBreaches([new("entry.commune-unknown", nameof(CommuneCode))]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        ProgrammeId = ProgrammeId == Guid.Empty ? Uuid.New(clock) : ProgrammeId;
        return await db.WriteAsync(_ => Task.CompletedTask, () => OpenAsync(text)) is { } number
            ? LocalRedirect($"/chuong-trinh/{ProgrammeId}/ban-thao/{number}")
            : NotFound();
    }

    private async Task<int?> OpenAsync(ProgrammeText text)
    {
        if (await db.Programmes.AnyAsync(p => p.ProgrammeId == ProgrammeId))
        {
            return 1;
        }

        var level = CommuneCode is null ? ProgrammeLevel.Province : ProgrammeLevel.Commune;
        db.Programmes.Add(Programme.From(new ProgrammeOpened(ProgrammeId, viewer.ProvinceCode, level, CommuneCode, text.Title, text.FromYear, text.ToYear)));
        DraftDesk.Open(db, new(Uuid.New(clock), viewer.ProvinceCode, ProgrammeId, 1, text, VersionSource.Form, viewer.DisplayName, clock.UtcNow));
        db.Because("programme.opened");
        await db.SaveChangesAsync();
        TempData.Say("Đã mở bản thảo. Nội dung được lưu nháp theo từng ô khi bạn nhập.");
        return 1;
    }
}

/// <summary>The communes of one province, in Vietnamese order.</summary>
public static class CommuneChoices
{
    /// <summary>Those whose programme the viewer may enter.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> OfAsync(KhuyenCongDb db, Viewer viewer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return [.. (await OfAsync(db, viewer.ProvinceCode, today)).Where(c => viewer.CanIn(Act.EditProgramme, c.Value))];
    }

    public static async Task<IReadOnlyList<SelectListItem>> OfAsync(KhuyenCongDb db, string province, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        var units = await db.AdministrativeUnits.AsNoTracking().Where(u => u.ProvinceCode == province && u.Level == Domain.Territories.UnitLevel.Commune).ToListAsync();
        return [.. units.Select(u => (u.UnitCode, Name: u.NearestName(today)))
            .OrderBy(u => u.Name?.SortKey, StringComparer.Ordinal)
            .Select(u => new SelectListItem(u.Name?.FullName ?? u.UnitCode, u.UnitCode))];
    }
}
