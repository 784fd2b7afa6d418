using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class ResultMapping : IEntityTypeConfiguration<Result>
{
    public void Configure(EntityTypeBuilder<Result> builder)
    {
        builder.HasAlternateKey(r => new { r.ProvinceCode, r.ResultId });
        builder.HasOne<Programme>().WithMany()
            .HasForeignKey(r => new { r.ProvinceCode, r.ProgrammeId })
            .HasPrincipalKey(p => new { p.ProvinceCode, p.ProgrammeId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Target>().WithMany()
            .HasForeignKey(r => new { r.ProvinceCode, r.TargetId })
            .HasPrincipalKey(t => new { t.ProvinceCode, t.TargetId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(r => r.CommuneCode).HasMaxLength(5);
        builder.Property(r => r.Place).HasMaxLength(500);
        builder.Property(r => r.Title).HasMaxLength(500);
        builder.Property(r => r.ProjectCode).HasMaxLength(60);
        builder.Property(r => r.NaturalKey).HasMaxLength(1200);
        builder.Property(r => r.KeyText).HasMaxLength(200);
        builder.Property(r => r.WithdrawnReason).HasMaxLength(1000);
        builder.Property(r => r.RecordedBy).HasMaxLength(200);
        builder.Property(r => r.SortKey).HasMaxLength(1010);

        // One machine, class or issue counts once; a withdrawn result frees its key.
        builder.HasIndex(r => new { r.ProvinceCode, r.NaturalKeyKind, r.NaturalKey }).IsUnique()
            .HasFilter($"\"State\" = '{nameof(ResultState.Recorded)}'");

        // Keyset pages, newest first, whole programme, one target or one commune.
        builder.HasIndex(r => new { r.ProvinceCode, r.ProgrammeId, r.AchievedOn, r.ResultId }).IsDescending(false, false, true, true);
        builder.HasIndex(r => new { r.ProvinceCode, r.TargetId, r.AchievedOn, r.ResultId }).IsDescending(false, false, true, true);
        builder.HasIndex(r => new { r.ProvinceCode, r.ProgrammeId, r.CommuneCode, r.AchievedOn, r.ResultId }).IsDescending(false, false, false, true, true);
        builder.HasIndex(r => new { r.ProvinceCode, r.ProgrammeId, r.TotalAmount, r.ResultId }).IsDescending(false, false, true, true);
        builder.HasIndex(r => new { r.ProvinceCode, r.ProgrammeId, r.SortKey, r.ResultId });
    }
}
