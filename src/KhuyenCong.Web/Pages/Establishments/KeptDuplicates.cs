using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>The suspected pairs of a province, kept for a minute: how alike two names are no database says, and each page of the list is of the same pairs.</summary>
/// <remarks>Whoever changes a record sees other pairs at once: they are kept for a registry as it is. What may be merged is judged from the records themselves.</remarks>
public sealed class KeptDuplicates : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly MemoryCache lists = new(new MemoryCacheOptions { SizeLimit = 64 });

    /// <summary>All of them, strongest reasons first; two records that were found to be two are told as well.</summary>
    public async Task<IReadOnlyList<DuplicatePair>> OfAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        // Every change of a record counts its version up, and none is ever taken away.
        var mark = (db.ScopeProvince, await db.Establishments.CountAsync(cancellationToken), await db.Establishments.SumAsync(e => e.Version, cancellationToken));
        if (lists.TryGetValue(mark, out IReadOnlyList<DuplicatePair>? known))
        {
            return known!;
        }

        return lists.Set(mark, await ReadAsync(db, cancellationToken), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
    }

    public void Dispose() => lists.Dispose();

    private static async Task<IReadOnlyList<DuplicatePair>> ReadAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        var open = db.Establishments.AsNoTracking().Where(e => e.State != EstablishmentState.Merged);
        var names = await open.Select(e => new { e.EstablishmentId, e.Name }).ToListAsync(cancellationToken);
        var numbers = (await open.SelectMany(e => e.Identifiers, (e, i) => new { e.EstablishmentId, i.SearchText }).ToListAsync(cancellationToken)).ToLookup(i => i.EstablishmentId, i => i.SearchText);
        var phones = (await open.SelectMany(e => e.Contacts, (e, c) => new { e.EstablishmentId, c.SearchText }).Where(c => c.SearchText != "").ToListAsync(cancellationToken)).ToLookup(c => c.EstablishmentId, c => c.SearchText);
        var sites = (await open.SelectMany(e => e.Sites, (e, s) => new { e.EstablishmentId, s.CommuneCode, s.Latitude, s.Longitude }).ToListAsync(cancellationToken)).ToLookup(s => s.EstablishmentId);
        return DuplicateCheck.Pairs([.. names.Select(e => new EstablishmentSketch(
            e.EstablishmentId, e.Name, [.. numbers[e.EstablishmentId]], [.. phones[e.EstablishmentId]], [.. sites[e.EstablishmentId].Select(s => s.CommuneCode).Distinct()],
            [.. sites[e.EstablishmentId].Where(s => s.Latitude is not null && s.Longitude is not null).Select(s => (s.Latitude!.Value, s.Longitude!.Value))]))]);
    }
}
