using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class DiscrepancyMapping : IEntityTypeConfiguration<Discrepancy>
{
    public void Configure(EntityTypeBuilder<Discrepancy> builder)
    {
        builder.HasOne<Programme>().WithMany()
            .HasForeignKey(d => new { d.ProvinceCode, d.ProgrammeId })
            .HasPrincipalKey(p => new { p.ProvinceCode, p.ProgrammeId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(d => d.Key).HasMaxLength(120);
        builder.Property(d => d.Quotes).AsJson();
        builder.Property(d => d.Arithmetic).AsJson();
        builder.Property(d => d.DocumentNumber).HasMaxLength(100);
        builder.Property(d => d.Signer).HasMaxLength(200);
        builder.Property(d => d.ExplainedBy).HasMaxLength(200);
        builder.HasIndex(d => new { d.ProvinceCode, d.ProgrammeId, d.Key }).IsUnique();
    }
}
