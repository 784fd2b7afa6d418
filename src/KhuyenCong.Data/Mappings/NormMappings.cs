using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class SpendingNormMapping : IEntityTypeConfiguration<SpendingNorm>
{
    public void Configure(EntityTypeBuilder<SpendingNorm> builder)
    {
        builder.HasKey(n => n.LegalRuleId);
        builder.Property(n => n.TerritoryPartCode).HasMaxLength(40);
        builder.Property(n => n.KindCode).HasMaxLength(60);
        builder.Property(n => n.Conditions).HasMaxLength(300);
        builder.Property(n => n.UncertainText).HasMaxLength(300);
        builder.Property(n => n.RefersTo).HasMaxLength(300);
        builder.Property(n => n.Quote).HasMaxLength(2000);
        builder.Property(n => n.SourceUrl).HasMaxLength(600);
        builder.Property(n => n.Mark).HasMaxLength(20);
        builder.HasIndex(n => new { n.ProvinceCode, n.KindCode });
        builder.HasOne<LegalRule>().WithOne().HasForeignKey<SpendingNorm>(n => n.LegalRuleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SupportKind>().WithMany().HasForeignKey(n => n.KindCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SupportKindMapping : IEntityTypeConfiguration<SupportKind>
{
    public void Configure(EntityTypeBuilder<SupportKind> builder)
    {
        builder.HasKey(k => k.Code);
        builder.Property(k => k.Code).HasMaxLength(60);
        builder.Property(k => k.ContentCode).HasMaxLength(10);
        builder.Property(k => k.Name).HasMaxLength(200);
        builder.Property(k => k.Plain).HasMaxLength(400);
        builder.Property(k => k.Beneficiaries).HasMaxLength(300);
        builder.Property(k => k.Checklist).HasMaxLength(10);
    }
}

internal sealed class RequiredPaperMapping : IEntityTypeConfiguration<RequiredPaper>
{
    public void Configure(EntityTypeBuilder<RequiredPaper> builder)
    {
        builder.Property(p => p.Checklist).HasMaxLength(10);
        builder.Property(p => p.KindCode).HasMaxLength(60);
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.Name).HasMaxLength(300);
        builder.Property(p => p.OnlyIf).HasMaxLength(200);
        builder.HasIndex(p => new { p.LegalRuleId, p.Code }).IsUnique();
        builder.HasOne<LegalRule>().WithMany().HasForeignKey(p => p.LegalRuleId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TerritoryPartMapping : IEntityTypeConfiguration<TerritoryPart>
{
    public void Configure(EntityTypeBuilder<TerritoryPart> builder)
    {
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.Name).HasMaxLength(120);
        builder.Property(p => p.VerificationNote).HasMaxLength(600);
        builder.Ignore(p => p.Communes);
        builder.HasIndex(p => new { p.ProvinceCode, p.Code, p.From }).IsUnique();
    }
}

internal sealed class NormSourceMapping : IEntityTypeConfiguration<NormSource>
{
    public void Configure(EntityTypeBuilder<NormSource> builder)
    {
        builder.Property(s => s.TerritoryPartCode).HasMaxLength(40);
        builder.Property(s => s.Note).HasMaxLength(600);
        builder.HasIndex(s => new { s.ProvinceCode, s.LegalDocumentId, s.TerritoryPartCode }).IsUnique();
        builder.HasOne<LegalDocument>().WithMany().HasForeignKey(s => s.LegalDocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
