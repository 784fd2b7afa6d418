using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Territories;

/// <summary>Địa bàn: the communes of the province as of a day, with that day's names.</summary>
[Allow(Act.ViewOrganisations)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? Day { get; set; }

    public DateOnly On => Day ?? clock.Today;

    public string ProvinceName { get; private set; } = "";

    public int Total { get; private set; }

    public IReadOnlyList<(AdministrativeUnit Unit, string Name)> Rows { get; private set; } = [];

    public TileMapModel Map { get; private set; } = new("", "", []);

    public async Task OnGetAsync()
    {
        // Names shared with other provinces carry theirs, so all of the country's communes are compared.
        var all = await db.AdministrativeUnits.AsNoTracking().ToListAsync();
        var shown = UnitNaming.DisplayNames(all, On);
        var own = all.Where(u => u.ProvinceCode == viewer.ProvinceCode && u.Level is UnitLevel.Commune).ToList();
        var wanted = SearchText.Fold(Search);
        ProvinceName = all.Find(u => u.UnitCode == viewer.ProvinceCode)?.NearestName(On)?.FullName ?? "";
        Total = own.Count;
        Rows = [.. own.Where(u => u.Names.Any(n => n.SearchText.Contains(wanted, StringComparison.Ordinal)) || u.UnitCode == wanted)
            .Select(u => (u, shown[u.UnitCode]))
            .OrderBy(r => r.u.NearestName(On)?.SortKey, StringComparer.Ordinal)];
        Map = new($"Sơ đồ {ProvinceName}", "Số tên đã ghi", [.. own.Select(u => new Tile(u.UnitCode, shown[u.UnitCode], u.Longitude, u.Latitude, u.Names.Count, $"{u.Names.Count} tên", $"/dia-ban/{u.UnitCode}"))]);
    }
}
