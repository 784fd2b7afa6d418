using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class ProgrammeVersionMapping : IEntityTypeConfiguration<ProgrammeVersion>
{
    public void Configure(EntityTypeBuilder<ProgrammeVersion> builder)
    {
        builder.HasOne<Programme>().WithMany()
            .HasForeignKey(v => new { v.ProvinceCode, v.ProgrammeId })
            .HasPrincipalKey(p => new { p.ProvinceCode, p.ProgrammeId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(v => v.Text).AsJson();
        builder.Property(v => v.DecisionNumber).HasMaxLength(100);
        builder.Property(v => v.SavedBy).HasMaxLength(200);
        builder.HasIndex(v => new { v.ProvinceCode, v.ProgrammeId, v.Number }).IsUnique();
    }
}
