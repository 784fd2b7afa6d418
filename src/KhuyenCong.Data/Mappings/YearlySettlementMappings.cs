using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.YearlySettlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class YearlySettlementMapping : IEntityTypeConfiguration<YearlySettlement>
{
    public void Configure(EntityTypeBuilder<YearlySettlement> builder)
    {
        builder.HasAlternateKey(s => new { s.ProvinceCode, s.YearlySettlementId });
        builder.Ignore(s => s.Current).Ignore(s => s.IsEditable);
        builder.Property(s => s.CommuneCode).HasMaxLength(5);
        builder.Property(s => s.Hands).AsJson();
        builder.Property(s => s.FinalNumber).HasMaxLength(YearlyMoves.LongestNumber);
        builder.Property(s => s.FinalIssuer).HasMaxLength(YearlyMoves.LongestIssuer);
        builder.Property(s => s.FileSha).HasMaxLength(64);
        builder.Property(s => s.FileName).HasMaxLength(260);

        // One report for a unit and year, whoever opens it at the same moment.
        builder.HasIndex(s => new { s.ProvinceCode, s.HolderId, s.Year }).IsUnique();
        builder.HasIndex(s => new { s.ProvinceCode, s.Year, s.State });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.HolderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Versions).WithOne().HasForeignKey(v => new { v.ProvinceCode, v.YearlySettlementId }).HasPrincipalKey(s => new { s.ProvinceCode, s.YearlySettlementId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Steps).WithOne().HasForeignKey(v => new { v.ProvinceCode, v.YearlySettlementId }).HasPrincipalKey(s => new { s.ProvinceCode, s.YearlySettlementId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class YearlyVersionMapping : IEntityTypeConfiguration<YearlyVersion>
{
    public void Configure(EntityTypeBuilder<YearlyVersion> builder)
    {
        builder.Property(v => v.Figures).AsJson();
        builder.Property(v => v.Findings).AsJson();
        builder.Property(v => v.Note).HasMaxLength(YearlyMoves.LongestNote);
        builder.HasIndex(v => new { v.ProvinceCode, v.YearlySettlementId, v.Number }).IsUnique();
    }
}

internal sealed class YearlyStepMapping : IEntityTypeConfiguration<YearlyStep>
{
    public void Configure(EntityTypeBuilder<YearlyStep> builder)
    {
        builder.Property(s => s.Note).HasMaxLength(YearlyMoves.LongestNote);
        builder.Property(s => s.DocumentNumber).HasMaxLength(YearlyMoves.LongestNumber);

        // Two people moving one report at once meet here, if they get past its version.
        builder.HasIndex(s => new { s.ProvinceCode, s.YearlySettlementId, s.Sequence }).IsUnique();
    }
}

internal sealed class YearlySettingMapping : IEntityTypeConfiguration<YearlySetting>
{
    public void Configure(EntityTypeBuilder<YearlySetting> builder)
    {
        builder.Property(s => s.Document).HasMaxLength(YearlySetting.LongestDocument);
        builder.Property(s => s.SetBy).HasMaxLength(200);

        // One for each province.
        builder.HasIndex(s => s.ProvinceCode).IsUnique();
    }
}
