using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.HasAlternateKey(t => new { t.ProvinceCode, t.TargetId });
        builder.HasOne<Programme>().WithMany()
            .HasForeignKey(t => new { t.ProvinceCode, t.ProgrammeId })
            .HasPrincipalKey(p => new { p.ProvinceCode, p.ProgrammeId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(t => t.Code).HasMaxLength(40);
        builder.Property(t => t.ContentCode).HasMaxLength(40);
        builder.Property(t => t.RoundsTargetCode).HasMaxLength(40);
        builder.Property(t => t.Unit).HasMaxLength(100);
        builder.HasIndex(t => new { t.ProvinceCode, t.ProgrammeId, t.Code }).IsUnique();
    }
}
