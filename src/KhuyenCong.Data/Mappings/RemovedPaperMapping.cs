using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class RemovedPaperMapping : IEntityTypeConfiguration<RemovedPaper>
{
    public void Configure(EntityTypeBuilder<RemovedPaper> builder)
    {
        builder.Ignore(p => p.IsErased);
        builder.Property(p => p.What).HasMaxLength(RemovedPaper.LongestText);
        builder.Property(p => p.FileName).HasMaxLength(260);
        builder.Property(p => p.MediaType).HasMaxLength(120);
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.RemovedByName).HasMaxLength(RemovedPaper.LongestText);
        builder.Property(p => p.Reason).HasMaxLength(RemovedPaper.LongestText);
        builder.Property(p => p.ErasedRequest).HasMaxLength(100);
        builder.HasIndex(p => new { p.ProvinceCode, p.RecordId });
        builder.HasOne<Project>().WithMany().HasForeignKey(p => new { p.ProvinceCode, p.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
