using KhuyenCong.Data;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Results by commune as a tile map; the communes are read only when the picture is drawn anew.</summary>
public sealed class CommuneMap(KhuyenCongDb db, ProgrammeHead head, ResultSums sums, DateOnly today, bool linked)
{
    public async Task<TileMapModel> ReadAsync()
    {
        var units = await db.AdministrativeUnits.AsNoTracking().Where(u => u.ProvinceCode == head.ProvinceCode && u.Level == UnitLevel.Commune).ToListAsync();
        return new("Kết quả theo xã, phường, đặc khu", "Kết quả",
        [
            .. units.Select(u => new Tile(
                u.UnitCode,
                u.NearestName(today)?.FullName ?? u.UnitCode,
                u.Longitude,
                u.Latitude,
                sums.ByCommune.GetValueOrDefault(u.UnitCode),
                $"{sums.ByCommune.GetValueOrDefault(u.UnitCode)} kết quả",
                linked ? $"/ket-qua?chuong-trinh={head.ProgrammeId}&xa={u.UnitCode}" : null)),
        ]);
    }
}
