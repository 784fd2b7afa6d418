using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.HasAlternateKey(f => new { f.ProvinceCode, f.FollowUpId });
        builder.Ignore(f => f.Text).Ignore(f => f.IsEditable).Ignore(f => f.IsAnswered);
        builder.Property(f => f.TerritoryCode).HasMaxLength(5);
        builder.Property(f => f.CommuneCode).HasMaxLength(5);
        builder.Property(f => f.BeneficiaryName).HasMaxLength(500);
        builder.Property(f => f.Difficulties).HasMaxLength(Following.LongestText);
        builder.Property(f => f.Wishes).HasMaxLength(Following.LongestText);
        builder.Property(f => f.NoPhotoReason).HasMaxLength(Following.LongestReason);
        builder.Property(f => f.ConsentGivenBy).HasMaxLength(Following.LongestName);
        builder.Property(f => f.MisuseReason).HasMaxLength(Following.LongestText);
        builder.Property(f => f.MisuseDocument).HasMaxLength(MisuseJudging.LongestDocument);
        builder.Property(f => f.MisuseNote).HasMaxLength(Following.LongestText);
        builder.Property(f => f.Writers).AsJson();

        // One support has one sheet a round, whichever node opens it.
        builder.HasIndex(f => new { f.ProvinceCode, f.ContractId, f.BeneficiaryId, f.Round }).IsUnique();
        builder.HasIndex(f => new { f.ProvinceCode, f.State, f.DueOn });
        builder.HasIndex(f => new { f.ProvinceCode, f.EstablishmentId });
        builder.HasIndex(f => new { f.ProvinceCode, f.ProjectId });
        builder.HasOne<Contract>().WithMany().HasForeignKey(f => new { f.ProvinceCode, f.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(f => new { f.ProvinceCode, f.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Establishment>().WithMany().HasForeignKey(f => new { f.ProvinceCode, f.EstablishmentId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Acceptance>().WithMany().HasForeignKey(f => new { f.ProvinceCode, f.AcceptanceId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AcceptanceId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Inspection>().WithMany().HasForeignKey(f => new { f.ProvinceCode, f.MisuseInspectionId }).HasPrincipalKey(i => new { i.ProvinceCode, i.InspectionId }).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("CK_FollowUps_Round", "\"Round\" >= 1 AND \"Round\" <= 2");
            t.HasCheckConstraint("CK_FollowUps_Figures", "(\"Workers\" IS NULL OR \"Workers\" >= 0) AND (\"WorkersBefore\" IS NULL OR \"WorkersBefore\" >= 0) AND (\"Revenue\" IS NULL OR \"Revenue\" >= 0) AND (\"RevenueBefore\" IS NULL OR \"RevenueBefore\" >= 0)");
        });
        builder.HasMany(f => f.Machines).WithOne().HasForeignKey(m => new { m.ProvinceCode, m.FollowUpId }).HasPrincipalKey(f => new { f.ProvinceCode, f.FollowUpId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(f => f.Photos).WithOne().HasForeignKey(p => new { p.ProvinceCode, p.FollowUpId }).HasPrincipalKey(f => new { f.ProvinceCode, f.FollowUpId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(f => f.Steps).WithOne().HasForeignKey(s => new { s.ProvinceCode, s.FollowUpId }).HasPrincipalKey(f => new { f.ProvinceCode, f.FollowUpId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FollowUpMachineMapping : IEntityTypeConfiguration<FollowUpMachine>
{
    public void Configure(EntityTypeBuilder<FollowUpMachine> builder)
    {
        builder.Property(m => m.FollowUpMachineId).ValueGeneratedNever();
        builder.Ignore(m => m.IsThere);
        builder.Property(m => m.Name).HasMaxLength(1000);
        builder.Property(m => m.Serial).HasMaxLength(1000);
        builder.Property(m => m.Reason).HasMaxLength(Following.LongestReason);
        builder.HasIndex(m => new { m.ProvinceCode, m.FollowUpId, m.MachinePassportId }).IsUnique();
        builder.HasIndex(m => new { m.ProvinceCode, m.MachinePassportId });
    }
}

internal sealed class FollowUpPhotoMapping : IEntityTypeConfiguration<FollowUpPhoto>
{
    public void Configure(EntityTypeBuilder<FollowUpPhoto> builder)
    {
        builder.Property(p => p.FollowUpPhotoId).ValueGeneratedNever();
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.FileName).HasMaxLength(260);
        builder.Property(p => p.MediaType).HasMaxLength(100);
        builder.Property(p => p.AddedBy).HasMaxLength(200);
    }
}

internal sealed class FollowUpStepMapping : IEntityTypeConfiguration<FollowUpStep>
{
    public void Configure(EntityTypeBuilder<FollowUpStep> builder)
    {
        builder.Property(s => s.FollowUpStepId).ValueGeneratedNever();
        builder.Property(s => s.Note).HasMaxLength(Following.LongestText);

        // Two people moving one sheet at once meet here, if they get past its version.
        builder.HasIndex(s => new { s.ProvinceCode, s.FollowUpId, s.Sequence }).IsUnique();
    }
}

internal sealed class FollowUpTermMapping : IEntityTypeConfiguration<FollowUpTerm>
{
    public void Configure(EntityTypeBuilder<FollowUpTerm> builder)
    {
        builder.Property(t => t.Reason).HasMaxLength(FollowUpTerm.LongestReason);
        builder.Property(t => t.Document).HasMaxLength(200);
        builder.HasIndex(t => new { t.ProvinceCode, t.From }).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint("CK_FollowUpTerms_Months", "\"FirstMonths\" >= 1 AND \"SecondMonths\" > \"FirstMonths\" AND \"SecondMonths\" <= 120"));
    }
}
