using KhuyenCong.Domain.Petitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class PetitionMapping : IEntityTypeConfiguration<Petition>
{
    public void Configure(EntityTypeBuilder<Petition> builder)
    {
        builder.HasAlternateKey(p => new { p.ProvinceCode, p.PetitionId });
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.Clause).HasMaxLength(200);
        builder.Property(p => p.Title).HasMaxLength(300);
        builder.Property(p => p.FilerName).HasMaxLength(300);
        builder.Property(p => p.CommuneCode).HasMaxLength(5);
        builder.Property(p => p.AnswerDocumentNumber).HasMaxLength(60);
        builder.HasIndex(p => new { p.ProvinceCode, p.Code }).IsUnique();
        builder.HasIndex(p => new { p.ProvinceCode, p.State, p.Deadline });
        builder.HasIndex(p => new { p.ProvinceCode, p.SubjectId });
        builder.HasMany(p => p.Steps).WithOne()
            .HasForeignKey(s => new { s.ProvinceCode, s.PetitionId })
            .HasPrincipalKey(p => new { p.ProvinceCode, p.PetitionId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AmendmentProposal>().WithMany()
            .HasForeignKey(p => new { p.ProvinceCode, p.AmendmentProposalId })
            .HasPrincipalKey(a => new { a.ProvinceCode, a.AmendmentProposalId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PetitionStepMapping : IEntityTypeConfiguration<PetitionStep>
{
    public void Configure(EntityTypeBuilder<PetitionStep> builder)
    {
        builder.Property(s => s.PetitionStepId).ValueGeneratedNever();
        builder.Property(s => s.DocumentNumber).HasMaxLength(60);

        // Two people moving one petition at once meet here, if they get past its version.
        builder.HasIndex(s => new { s.ProvinceCode, s.PetitionId, s.Sequence }).IsUnique();
    }
}

internal sealed class AmendmentProposalMapping : IEntityTypeConfiguration<AmendmentProposal>
{
    public void Configure(EntityTypeBuilder<AmendmentProposal> builder)
    {
        builder.HasAlternateKey(a => new { a.ProvinceCode, a.AmendmentProposalId });
        builder.Property(a => a.Code).HasMaxLength(40);
        builder.Property(a => a.Title).HasMaxLength(300);
        builder.Property(a => a.IssuedNumber).HasMaxLength(60);
        builder.HasIndex(a => new { a.ProvinceCode, a.Code }).IsUnique();
        builder.HasMany(a => a.Steps).WithOne()
            .HasForeignKey(s => new { s.ProvinceCode, s.AmendmentProposalId })
            .HasPrincipalKey(a => new { a.ProvinceCode, a.AmendmentProposalId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AmendmentStepMapping : IEntityTypeConfiguration<AmendmentStep>
{
    public void Configure(EntityTypeBuilder<AmendmentStep> builder)
    {
        builder.Property(s => s.AmendmentStepId).ValueGeneratedNever();
        builder.Property(s => s.DocumentNumber).HasMaxLength(60);
        builder.Property(s => s.OpinionOf).HasMaxLength(300);
        builder.HasIndex(s => new { s.ProvinceCode, s.AmendmentProposalId, s.Sequence }).IsUnique();
    }
}
