using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Spreadsheets;
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

    [BindProperty(SupportsGet = true, Name = "loai")]
    public UnitType? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public DateOnly On => Day ?? clock.Today;

    public string ProvinceName { get; private set; } = "";

    public int Total { get; private set; }

    public Paged<(AdministrativeUnit Unit, string Name)> List { get; private set; } = Paged.Of<(AdministrativeUnit, string)>([], null, null);

    public bool IsFiltered => Search is not null || Day is not null || Type is not null;

    public TileMapModel Map { get; private set; } = new("", "", []);

    public async Task OnGetAsync() => List = Paged.Of(await RowsAsync(), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync()
    {
        var rows = await RowsAsync();
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Địa bàn", new("Tên", 40), new("Mã", 10, CellFormat.Text), new("Tên đã biết ngày này", 26), new("Diện tích (km²)", 14), new("Số tên đã ghi", 12));
        sheet.Title($"Địa bàn {ProvinceName}").Note($"Tên gọi ngày {On.Text()}; xuất ngày {clock.Today.Text()}").Blank().Header();
        foreach (var (unit, name) in rows)
        {
            sheet.Row(name, unit.UnitCode, unit.NameOn(On) is null ? "chưa có số liệu, tên gần nhất" : "có", SheetValue.Tenths(unit.AreaKm2), (long)unit.Names.Count);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"dia-ban-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<(AdministrativeUnit Unit, string Name)>> RowsAsync()
    {
        // Names shared with other provinces carry theirs, so all of the country's communes are compared.
        var all = await db.AdministrativeUnits.AsNoTracking().ToListAsync();
        var shown = UnitNaming.DisplayNames(all, On);
        var own = all.Where(u => u.ProvinceCode == viewer.ProvinceCode && u.Level is UnitLevel.Commune).ToList();
        var wanted = SearchText.Fold(Search);
        ProvinceName = all.Find(u => u.UnitCode == viewer.ProvinceCode)?.NearestName(On)?.FullName ?? "";
        Total = own.Count;
        Map = new($"Sơ đồ {ProvinceName}", "Số tên đã ghi", [.. own.Select(u => new Tile(u.UnitCode, shown[u.UnitCode], u.Longitude, u.Latitude, u.Names.Count, $"{u.Names.Count} tên", $"/dia-ban/{u.UnitCode}"))]);
        var rows = own
            .Where(u => (u.Names.Any(n => n.SearchText.Contains(wanted, StringComparison.Ordinal)) || u.UnitCode == wanted) && (Type is not { } type || u.NearestName(On)?.UnitType == type))
            .Select(u => (Unit: u, Name: shown[u.UnitCode])).ToList();
        return [.. Sort switch
        {
            "-ten" => rows.OrderByDescending(r => r.Unit.NearestName(On)?.SortKey, StringComparer.Ordinal),
            "ma" => rows.OrderBy(r => r.Unit.UnitCode, StringComparer.Ordinal),
            "-ma" => rows.OrderByDescending(r => r.Unit.UnitCode, StringComparer.Ordinal),
            "dien-tich" => rows.OrderBy(r => r.Unit.AreaKm2 ?? double.MaxValue),
            "-dien-tich" => rows.OrderByDescending(r => r.Unit.AreaKm2 ?? double.MinValue),
            _ => rows.OrderBy(r => r.Unit.NearestName(On)?.SortKey, StringComparer.Ordinal),
        }];
    }
}
