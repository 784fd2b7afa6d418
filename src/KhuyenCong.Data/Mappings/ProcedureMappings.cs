using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class ProcedureMapping : IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Procedure> builder)
    {
        builder.HasAlternateKey(p => new { p.ProvinceCode, p.ProcedureId });
        builder.Ignore(p => p.InOrder).Ignore(p => p.Text).Ignore(p => p.CommuneCode).Ignore(p => p.IsPublished);
        builder.Property(p => p.TerritoryCode).HasMaxLength(5);
        builder.Property(p => p.Title).HasMaxLength(ProcedureWriting.LongestTitle);
        builder.Property(p => p.DecisionNumber).HasMaxLength(ProcedureWriting.LongestNumber);
        builder.Property(p => p.Issuer).HasMaxLength(ProcedureWriting.LongestName);
        builder.Property(p => p.SignerName).HasMaxLength(ProcedureWriting.LongestShort);
        builder.Property(p => p.SignerTitle).HasMaxLength(ProcedureWriting.LongestShort);
        builder.Property(p => p.FileSha).HasMaxLength(64);
        builder.Property(p => p.FileName).HasMaxLength(260);

        // Two drafts published at once meet here: the second is judged again beside the first.
        builder.HasIndex(p => new { p.ProvinceCode, p.Regime, p.Nature, p.TerritoryCode, p.Edition }).IsUnique();
        builder.HasMany(p => p.Steps).WithOne().HasForeignKey(s => new { s.ProvinceCode, s.ProcedureId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProcedureId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ProcedureStepMapping : IEntityTypeConfiguration<ProcedureStep>
{
    public void Configure(EntityTypeBuilder<ProcedureStep> builder)
    {
        builder.Ignore(s => s.Text);
        builder.Property(s => s.Name).HasMaxLength(ProcedureWriting.LongestName);
        builder.Property(s => s.Performer).HasMaxLength(ProcedureWriting.LongestName);
        builder.Property(s => s.Work).HasMaxLength(ProcedureWriting.LongestText);
        builder.Property(s => s.Papers).HasMaxLength(ProcedureWriting.LongestText);
        builder.HasOne<LegalRule>().WithMany().HasForeignKey(s => s.LegalRuleId).OnDelete(DeleteBehavior.Restrict);
    }
}
