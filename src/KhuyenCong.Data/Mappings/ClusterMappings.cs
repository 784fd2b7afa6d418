using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Establishments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class IndustrialClusterMapping : IEntityTypeConfiguration<IndustrialCluster>
{
    public void Configure(EntityTypeBuilder<IndustrialCluster> builder)
    {
        builder.HasAlternateKey(c => new { c.ProvinceCode, c.IndustrialClusterId });
        builder.Ignore(c => c.Communes);
        builder.Ignore(c => c.Latest);
        builder.Property(c => c.Name).HasMaxLength(ClusterRules.LongestName);
        builder.Property(c => c.CommuneCodes).HasMaxLength(20);
        builder.Property(c => c.Decision).HasMaxLength(ClusterRules.LongestText);
        builder.Property(c => c.InvestorName).HasMaxLength(ClusterRules.LongestName);
        builder.Property(c => c.Note).HasMaxLength(ClusterRules.LongestText);
        builder.Property(c => c.SortKey).HasMaxLength((2 * ClusterRules.LongestName) + 10);
        builder.HasIndex(c => new { c.ProvinceCode, c.SortKey });
        builder.HasOne<Establishment>().WithMany().HasForeignKey(c => new { c.ProvinceCode, c.InvestorEstablishmentId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Figures).WithOne()
            .HasForeignKey(f => new { f.ProvinceCode, f.IndustrialClusterId })
            .HasPrincipalKey(c => new { c.ProvinceCode, c.IndustrialClusterId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ClusterFigureMapping : IEntityTypeConfiguration<ClusterFigure>
{
    public void Configure(EntityTypeBuilder<ClusterFigure> builder)
    {
        builder.Ignore(f => f.Entry);
        builder.Ignore(f => f.Occupancy);
        builder.Property(f => f.Source).HasMaxLength(ClusterRules.LongestText);
        builder.HasIndex(f => new { f.ProvinceCode, f.IndustrialClusterId, f.On }).IsUnique();
    }
}

internal sealed class RelocationCandidateMapping : IEntityTypeConfiguration<RelocationCandidate>
{
    public void Configure(EntityTypeBuilder<RelocationCandidate> builder)
    {
        builder.Property(r => r.CommuneCode).HasMaxLength(5);
        builder.Property(r => r.ReasonText).HasMaxLength(1000);
        builder.Property(r => r.Note).HasMaxLength(1000);
        builder.HasIndex(r => new { r.ProvinceCode, r.EstablishmentId });
        builder.HasOne<Establishment>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.EstablishmentId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<IndustrialCluster>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.IndustrialClusterId }).HasPrincipalKey(c => new { c.ProvinceCode, c.IndustrialClusterId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DuplicateDismissalMapping : IEntityTypeConfiguration<DuplicateDismissal>
{
    public void Configure(EntityTypeBuilder<DuplicateDismissal> builder)
    {
        builder.Property(d => d.Likeness).HasMaxLength(200);
        builder.Property(d => d.Reason).HasMaxLength(Dismissing.LongestReason);
        builder.Property(d => d.UndoneReason).HasMaxLength(Dismissing.LongestReason);
        builder.Property(d => d.By).HasMaxLength(200);
        builder.Property(d => d.UndoneBy).HasMaxLength(200);
        builder.HasIndex(d => new { d.ProvinceCode, d.OneId, d.OtherId });
        builder.HasOne<Establishment>().WithMany().HasForeignKey(d => new { d.ProvinceCode, d.OneId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Establishment>().WithMany().HasForeignKey(d => new { d.ProvinceCode, d.OtherId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
    }
}
