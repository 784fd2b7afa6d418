using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Access;

/// <summary>Which clusters and relocations a viewer sees: the province's, those in one's communes, or those one invests in.</summary>
public static class ClusterReach
{
    /// <param name="viewer">Who looks.</param>
    /// <param name="cluster">What is looked at.</param>
    /// <param name="own">The establishments of which the viewer's organisation is the owner's account.</param>
    public static bool MaySee(this Viewer viewer, IndustrialCluster cluster, IReadOnlyCollection<Guid> own)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(own);
        return viewer.Reach(Act.ViewEstablishments) switch
        {
            Scope.Province => true,
            Scope.Commune => cluster.Communes.Any(viewer.CommuneCodes.Contains),
            Scope.Own => (cluster.InvestorOrganisationId is { } unit && unit == viewer.OrganisationId) || (cluster.InvestorEstablishmentId is { } establishment && own.Contains(establishment)),
            _ => false,
        };
    }

    /// <summary>Relocations from one's communes; an owner's own.</summary>
    public static IQueryable<RelocationCandidate> VisibleTo(this IQueryable<RelocationCandidate> candidates, Viewer viewer, IReadOnlyCollection<Guid> own)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.CommuneCodes.ToList();
        return viewer.Reach(Act.ViewEstablishments) switch
        {
            Scope.Province => candidates,
            Scope.Commune => candidates.Where(c => communes.Contains(c.CommuneCode)),
            Scope.Own => candidates.Where(c => own.Contains(c.EstablishmentId)),
            _ => candidates.Where(_ => false),
        };
    }
}
