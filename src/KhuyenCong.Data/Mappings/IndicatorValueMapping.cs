using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class IndicatorValueMapping : IEntityTypeConfiguration<IndicatorValue>
{
    public void Configure(EntityTypeBuilder<IndicatorValue> builder)
    {
        builder.HasOne<Programme>().WithMany()
            .HasForeignKey(v => new { v.ProvinceCode, v.ProgrammeId })
            .HasPrincipalKey(p => new { p.ProvinceCode, p.ProgrammeId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(v => v.AimCode).HasMaxLength(40);
        builder.Property(v => v.Value).HasPrecision(18, 4);
        builder.Property(v => v.Reference).HasPrecision(18, 4);
        builder.Property(v => v.Source).HasMaxLength(500);
        builder.HasIndex(v => new { v.ProvinceCode, v.ProgrammeId, v.AimCode, v.Year }).IsUnique();
    }
}
