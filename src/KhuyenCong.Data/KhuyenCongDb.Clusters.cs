using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<IndustrialCluster> IndustrialClusters => Set<IndustrialCluster>();

    public DbSet<RelocationCandidate> RelocationCandidates => Set<RelocationCandidate>();

    public DbSet<DuplicateDismissal> DuplicateDismissals => Set<DuplicateDismissal>();
}
