using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

// Ids come from the domain: without ValueGeneratedNever a part added to a loaded result would be taken for a stored row and updated.
internal sealed class ResultAmountMapping : IEntityTypeConfiguration<ResultAmount>
{
    public void Configure(EntityTypeBuilder<ResultAmount> builder)
    {
        builder.Property(a => a.ResultAmountId).ValueGeneratedNever();
        builder.HasOne<Result>().WithMany(r => r.Amounts)
            .HasForeignKey(a => new { a.ProvinceCode, a.ResultId })
            .HasPrincipalKey(r => new { r.ProvinceCode, r.ResultId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(a => a.SourceCode).HasMaxLength(20);
        builder.HasIndex(a => new { a.ProvinceCode, a.ResultId, a.SourceCode }).IsUnique();
    }
}

internal sealed class ResultBeneficiaryMapping : IEntityTypeConfiguration<ResultBeneficiary>
{
    public void Configure(EntityTypeBuilder<ResultBeneficiary> builder)
    {
        builder.Property(b => b.ResultBeneficiaryId).ValueGeneratedNever();
        builder.HasOne<Result>().WithMany(r => r.Beneficiaries)
            .HasForeignKey(b => new { b.ProvinceCode, b.ResultId })
            .HasPrincipalKey(r => new { r.ProvinceCode, r.ResultId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(b => b.Name).HasMaxLength(500);
        builder.Property(b => b.Identifier).HasMaxLength(50);
        builder.Property(b => b.CountingKey).HasMaxLength(500);
        builder.HasIndex(b => new { b.ProvinceCode, b.CountingKey });
    }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.Property(e => e.EvidenceId).ValueGeneratedNever();
        builder.HasOne<Result>().WithMany(r => r.Evidence)
            .HasForeignKey(e => new { e.ProvinceCode, e.ResultId })
            .HasPrincipalKey(r => new { r.ProvinceCode, r.ResultId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Sha256).HasMaxLength(64);
        builder.Property(e => e.FileName).HasMaxLength(260);
        builder.Property(e => e.MediaType).HasMaxLength(120);
        builder.HasIndex(e => new { e.ProvinceCode, e.Sha256 });
    }
}
