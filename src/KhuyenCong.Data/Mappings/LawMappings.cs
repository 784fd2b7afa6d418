using KhuyenCong.Domain.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class LegalDocumentMapping : IEntityTypeConfiguration<LegalDocument>
{
    public void Configure(EntityTypeBuilder<LegalDocument> builder)
    {
        builder.Property(d => d.Code).HasMaxLength(60);
        builder.Property(d => d.Number).HasMaxLength(60);
        builder.Property(d => d.DateText).HasMaxLength(40);
        builder.Property(d => d.Issuer).HasMaxLength(200);
        builder.Property(d => d.Title).HasMaxLength(600);
        builder.Property(d => d.TerritoryProvinceCode).HasMaxLength(2);
        builder.Property(d => d.SourceUrl).HasMaxLength(600);
        builder.Property(d => d.FileSha).HasMaxLength(64);
        builder.Property(d => d.VerificationNote).HasMaxLength(600);
        builder.Property(d => d.Remark).HasMaxLength(1000);
        builder.HasIndex(d => d.Code).IsUnique();

        // Rows whose source gives no full date are few and shipped; the rule compares them, the index cannot.
        builder.HasIndex(d => new { d.Number, d.Kind, d.Issuer, d.Date }).IsUnique();
    }
}

internal sealed class LegalRelationMapping : IEntityTypeConfiguration<LegalRelation>
{
    public void Configure(EntityTypeBuilder<LegalRelation> builder)
    {
        builder.Property(r => r.Clause).HasMaxLength(200);
        builder.Property(r => r.Note).HasMaxLength(600);
        builder.HasIndex(r => new { r.SourceId, r.TargetId, r.Kind }).IsUnique();
        builder.HasOne<LegalDocument>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LegalDocument>().WithMany().HasForeignKey(r => r.TargetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LegalRuleMapping : IEntityTypeConfiguration<LegalRule>
{
    public void Configure(EntityTypeBuilder<LegalRule> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(60);
        builder.Property(r => r.Title).HasMaxLength(300);
        builder.Property(r => r.Article).HasMaxLength(40);
        builder.Property(r => r.Clause).HasMaxLength(40);
        builder.Property(r => r.TerritoryProvinceCode).HasMaxLength(2);
        builder.Property(r => r.VerificationNote).HasMaxLength(600);
        builder.Property(r => r.Remark).HasMaxLength(1000);
        builder.Property(r => r.Prefers).HasMaxLength(60);
        builder.Property(r => r.SetsAside).HasMaxLength(60);
        builder.HasIndex(r => new { r.Code, r.EffectiveFrom }).IsUnique();
        builder.HasOne<LegalDocument>().WithMany().HasForeignKey(r => r.LegalDocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RuleAdoptionMapping : IEntityTypeConfiguration<RuleAdoption>
{
    public void Configure(EntityTypeBuilder<RuleAdoption> builder)
    {
        builder.Property(a => a.SignedNumber).HasMaxLength(60);
        builder.Property(a => a.SignerName).HasMaxLength(120);
        builder.Property(a => a.SignerTitle).HasMaxLength(120);
        builder.Property(a => a.FileSha).HasMaxLength(64);
        builder.Property(a => a.Note).HasMaxLength(1000);
        builder.Property(a => a.RevokedReason).HasMaxLength(1000);

        // Two adoptions of one rule never start on one day: a double submit meets this.
        builder.HasIndex(a => new { a.ProvinceCode, a.LegalRuleId, a.From }).IsUnique();
        builder.HasOne<LegalRule>().WithMany().HasForeignKey(a => a.LegalRuleId).OnDelete(DeleteBehavior.Restrict);
    }
}
