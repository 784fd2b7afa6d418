using KhuyenCong.Data;
using KhuyenCong.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

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

/// <summary>The communes of lists that are opened all day, kept for a minute: their names change a few times in a decade.</summary>
/// <remarks>Only what is shown comes from here; what is written is checked against the database. Another node learns of a new name within the minute.</remarks>
public sealed class KeptCommunes : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly MemoryCache lists = new(new MemoryCacheOptions { SizeLimit = 256 });

    public async Task<IReadOnlyList<Commune>> OfAsync(KhuyenCongDb db, string provinceCode, DateOnly day, CancellationToken cancellationToken)
    {
        if (lists.TryGetValue((provinceCode, day), out IReadOnlyList<Commune>? known))
        {
            return known!;
        }

        var communes = await db.CommunesAsync(provinceCode, day, cancellationToken);
        return lists.Set((provinceCode, day), communes, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
    }

    /// <summary>Whoever entered a name sees it at once.</summary>
    public void Forget() => lists.Clear();

    public void Dispose() => lists.Dispose();
}
