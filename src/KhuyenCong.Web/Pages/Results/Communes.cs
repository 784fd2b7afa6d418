using KhuyenCong.Data;
using KhuyenCong.Domain.Territories;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>A commune under its name of a day.</summary>
public sealed record Commune(string Code, string Name);

/// <summary>The communes of a province, as lists and forms offer them.</summary>
public static class Communes
{
    /// <summary>In Vietnamese order; two that share a full name carry their code.</summary>
    public static async Task<IReadOnlyList<Commune>> CommunesAsync(this KhuyenCongDb db, string provinceCode, DateOnly day, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.AdministrativeUnits
            .Where(u => u.ProvinceCode == provinceCode && u.Level == UnitLevel.Commune)
            .Join(db.AdministrativeUnitNames.Where(n => (n.From == null || n.From <= day) && (n.To == null || n.To >= day)), u => u.UnitCode, n => n.UnitCode, (u, n) => new { u.UnitCode, n.FullName, n.SortKey })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var shared = rows.GroupBy(r => r.FullName).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. rows.OrderBy(r => r.SortKey, StringComparer.Ordinal).Select(r => new Commune(r.UnitCode, shared.Contains(r.FullName) ? $"{r.FullName} (mã {r.UnitCode})" : r.FullName))];
    }
}
