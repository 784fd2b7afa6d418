using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Territories;

/// <summary>One administrative unit of the province: its dated names; earlier ones can be entered with their document.</summary>
[Allow(Act.ViewOrganisations)]
public sealed class DetailsModel(KhuyenCongDb db, KeptCommunes kept, Viewer viewer, TimeProvider clock) : PageModel
{
    public AdministrativeUnit Unit { get; private set; } = null!;

    public string Name => UnitNaming.DisplayName(Unit, clock.Today);

    public IReadOnlyList<string> SameNames { get; private set; } = [];

    /// <summary>Names that somebody entered: their entry is worth a history; the shipped list's loading is not.</summary>
    public IReadOnlySet<Guid> Told { get; private set; } = new HashSet<Guid>();

    public bool MayEdit => viewer.Can(Act.EditOrganisations);

    public IEnumerable<SelectListItem> Types => Enum.GetValues<UnitType>()
        .Where(t => (t is UnitType.Province or UnitType.CentralCity) == (Unit.Level is UnitLevel.Province))
        .Select(t => new SelectListItem(t.Word(), t.ToString()));

    [BindProperty]
    public UnitType UnitType { get; set; } = UnitType.RuralCommune;

    [BindProperty]
    public string? EarlierName { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    public async Task<IActionResult> OnGetAsync(string code) => await LoadAsync(code) ? Page() : NotFound();

    [Allow(Act.EditOrganisations)]
    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (!await LoadAsync(code))
        {
            return NotFound();
        }

        var decided = UnitNaming.EnterEarlierName(
            Uuid.New(clock),
            new(Unit.UnitCode, UnitType, EarlierName ?? "", From, To, Document?.Trim(), Verification.Cited),
            Unit,
            viewer.ProvinceCode,
            clock.Today);
        ModelState.AddBreaches(decided.Breaches.Select(b => b.Field == "Name" ? b with { Field = nameof(EarlierName) } : b));
        if (!ModelState.IsValid || decided.Event is not { } named)
        {
            return Page();
        }

        Unit.Apply(named);
        db.Because("territory.name-entered", Document!.Trim());
        await db.SaveChangesAsync();
        kept.Forget();
        TempData.Say("Đã ghi tên trước đây.");
        return LocalRedirect($"/dia-ban/{Unit.UnitCode}");
    }

    private async Task<bool> LoadAsync(string code)
    {
        if (await db.AdministrativeUnits.SingleOrDefaultAsync(u => u.UnitCode == code && u.ProvinceCode == viewer.ProvinceCode) is not { } unit)
        {
            return false;
        }

        Unit = unit;
        var today = clock.Today;
        var folded = unit.NearestName(today)?.SearchText;
        var provinces = await db.AdministrativeUnits.AsNoTracking().Where(u => u.Level == UnitLevel.Province).ToDictionaryAsync(u => u.UnitCode);
        SameNames = [.. (await db.AdministrativeUnits.AsNoTracking().Where(u => u.UnitCode != code && u.Names.Any(n => n.SearchText == folded)).ToListAsync())
            .Select(u => UnitNaming.DisplayName(u, today, provinces.GetValueOrDefault(u.ProvinceCode)))];
        var ids = unit.Names.Select(n => n.AdministrativeUnitNameId).ToList();
        Told = (await db.VisibleAuditEvents().Where(e => ids.Contains(e.SubjectId) && e.Kind == "territory.name-entered").Select(e => e.SubjectId).ToListAsync()).ToHashSet();
        return true;
    }
}
