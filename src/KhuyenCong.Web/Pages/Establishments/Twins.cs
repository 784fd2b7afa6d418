using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>A record that may be the same establishment; one the viewer may not open is not named.</summary>
public sealed record Twin(Guid EstablishmentId, string Name, IReadOnlyList<DuplicateReason> Reasons, bool MaySee);

/// <summary>Finds the records of the province that may be the same as one establishment.</summary>
public static class Twins
{
    private const int Most = 20;

    public static async Task<IReadOnlyList<Twin>> TwinsOfAsync(this KhuyenCongDb db, EstablishmentSketch sketch, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(sketch);
        var ids = await CandidatesAsync(db, sketch, cancellationToken);
        ids.Remove(sketch.EstablishmentId);
        var found = await db.Establishments.AsNoTracking().Where(e => ids.Contains(e.EstablishmentId) && e.State != EstablishmentState.Merged)
            .Include(e => e.Identifiers).Include(e => e.Contacts).Include(e => e.Sites).AsSplitQuery().ToListAsync(cancellationToken);
        var visible = await db.Establishments.VisibleTo(viewer).Where(e => ids.Contains(e.EstablishmentId)).Select(e => e.EstablishmentId).ToHashSetAsync(cancellationToken);
        return [.. found.Select(e => new Twin(e.EstablishmentId, e.Name, DuplicateCheck.Reasons(sketch, EstablishmentSketch.Of(e)), visible.Contains(e.EstablishmentId)))
            .Where(t => t.Reasons.Count > 0).OrderByDescending(t => t.Reasons.Count).ThenBy(t => t.Reasons[0]).Take(Most)];
    }

    private static async Task<HashSet<Guid>> CandidatesAsync(KhuyenCongDb db, EstablishmentSketch sketch, CancellationToken cancellationToken)
    {
        var ids = await db.EstablishmentIdentifiers.Where(i => sketch.Identifiers.Contains(i.SearchText)).Select(i => i.EstablishmentId).Distinct().Order().Take(Most).ToHashSetAsync(cancellationToken);
        ids.UnionWith(await db.EstablishmentContacts.Where(c => sketch.Phones.Contains(c.SearchText)).Select(c => c.EstablishmentId).Distinct().Order().Take(Most).ToListAsync(cancellationToken));
        foreach (var (latitude, longitude) in sketch.Places)
        {
            ids.UnionWith(await db.ProductionSites
                .Where(s => s.Latitude > latitude - DuplicateCheck.SamePlaceWithin && s.Latitude < latitude + DuplicateCheck.SamePlaceWithin
                    && s.Longitude > longitude - DuplicateCheck.SamePlaceWithin && s.Longitude < longitude + DuplicateCheck.SamePlaceWithin)
                .Select(s => s.EstablishmentId).Distinct().Order().Take(Most).ToListAsync(cancellationToken));
        }

        var neighbours = await db.Establishments.Where(e => e.Sites.Any(s => sketch.Communes.Contains(s.CommuneCode))).Select(e => new { e.EstablishmentId, e.Name }).ToListAsync(cancellationToken);
        ids.UnionWith(neighbours.Where(n => DuplicateCheck.NamesAreSimilar(sketch.NameKey, DuplicateCheck.NameKey(n.Name))).Select(n => n.EstablishmentId).Take(Most));
        return ids;
    }
}
