using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.HasAlternateKey(p => new { p.ProvinceCode, p.ProgrammeId });
        builder.Property(p => p.CommuneCode).HasMaxLength(5);
        builder.Property(p => p.Title).HasMaxLength(500);
        builder.HasIndex(p => new { p.ProvinceCode, p.FromYear });
    }
}
