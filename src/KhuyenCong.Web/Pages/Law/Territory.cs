using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Law;

/// <summary>Where documents and rules bind: the whole country, or a province under its name of the day.</summary>
public static class Territory
{
    public static async Task<IReadOnlyDictionary<string, string>> ProvincesAsync(KhuyenCongDb db, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        var names = await db.AdministrativeUnitNames.AsNoTracking().Where(n => n.UnitCode.Length == 2).ToListAsync();
        return names.GroupBy(n => n.UnitCode)
            .OrderBy(g => g.MaxBy(n => n.From ?? DateOnly.MinValue)!.SortKey, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (g.On(day) ?? g.MaxBy(n => n.From ?? DateOnly.MinValue)!).FullName);
    }

    public static string Name(this IReadOnlyDictionary<string, string> provinces, string? code)
    {
        ArgumentNullException.ThrowIfNull(provinces);
        return code is null ? "Cả nước" : provinces.GetValueOrDefault(code, code);
    }
}
