using KhuyenCong.Data;
using KhuyenCong.Domain.Clusters;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>One relocation as lists and exports show it; a cluster the viewer may not open is named but not linked.</summary>
public sealed record RelocationRow(RelocationCandidate Candidate, string Establishment, string Commune, string? Address, string? Cluster, bool MayOpenCluster);

/// <summary>Relocations with the names that go with them.</summary>
public static class RelocationList
{
    public static async Task<IReadOnlyList<RelocationRow>> ReadAsync(KhuyenCongDb db, IQueryable<RelocationCandidate> candidates, ClusterDesk desk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(desk);
        var rows = await candidates.AsNoTracking()
            .Join(db.Establishments, r => r.EstablishmentId, e => e.EstablishmentId, (r, e) => new { Candidate = r, e.Name, e.SortKey })
            .OrderBy(r => r.SortKey).ToListAsync(cancellationToken);
        var sites = rows.ConvertAll(r => r.Candidate.ProductionSiteId);
        var addresses = await db.ProductionSites.Where(s => sites.Contains(s.ProductionSiteId)).ToDictionaryAsync(s => s.ProductionSiteId, s => s.Address, cancellationToken);
        return [.. rows.Select(r => new RelocationRow(
            r.Candidate, r.Name, desk.Places([r.Candidate.CommuneCode]), addresses.GetValueOrDefault(r.Candidate.ProductionSiteId),
            desk.All.FirstOrDefault(c => c.IndustrialClusterId == r.Candidate.IndustrialClusterId)?.Name,
            r.Candidate.IndustrialClusterId is { } cluster && desk.Find(cluster) is not null))];
    }
}
