using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class AcceptanceMapping : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.HasAlternateKey(a => new { a.ProvinceCode, a.AcceptanceId });
        builder.Ignore(a => a.Due).Ignore(a => a.GivesSupport).Ignore(a => a.Text).Ignore(a => a.SignersNotListed);
        builder.Property(a => a.TerritoryCode).HasMaxLength(5);
        builder.Property(a => a.CommuneCode).HasMaxLength(5);
        builder.Property(a => a.BeneficiaryName).HasMaxLength(ProjectWriting.LongestTitle);
        builder.Property(a => a.Number).HasMaxLength(60);
        builder.Property(a => a.Place).HasMaxLength(AcceptanceCheck.LongestShort);
        builder.Property(a => a.Members).AsJson();
        builder.Property(a => a.Spot).AsJson();
        builder.Property(a => a.Computation).AsJson();
        builder.Property(a => a.Hands).AsJson();
        builder.HasIndex(a => new { a.ProvinceCode, a.ContractId, a.State });
        builder.HasIndex(a => new { a.ProvinceCode, a.ProjectId });
        builder.HasIndex(a => new { a.ProvinceCode, a.State, a.StateSince });
        builder.HasOne<Contract>().WithMany().HasForeignKey(a => new { a.ProvinceCode, a.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(a => new { a.ProvinceCode, a.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Amounts).WithOne().HasForeignKey(x => new { x.ProvinceCode, x.AcceptanceId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AcceptanceId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Lines).WithOne().HasForeignKey(x => new { x.ProvinceCode, x.AcceptanceId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AcceptanceId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Machines).WithOne().HasForeignKey(x => new { x.ProvinceCode, x.AcceptanceId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AcceptanceId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Photos).WithOne().HasForeignKey(x => new { x.ProvinceCode, x.AcceptanceId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AcceptanceId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AcceptanceAmountMapping : IEntityTypeConfiguration<AcceptanceAmount>
{
    public void Configure(EntityTypeBuilder<AcceptanceAmount> builder)
    {
        builder.Property(a => a.Source).HasMaxLength(20);
        builder.HasIndex(a => new { a.ProvinceCode, a.AcceptanceId, a.Source }).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint("CK_AcceptanceAmounts_Amount", "\"Amount\" > 0"));
    }
}

internal sealed class AcceptanceLineMapping : IEntityTypeConfiguration<AcceptanceLine>
{
    public void Configure(EntityTypeBuilder<AcceptanceLine> builder)
    {
        builder.Ignore(l => l.Text).Ignore(l => l.DueBySource);
        builder.HasIndex(l => new { l.ProvinceCode, l.AcceptanceId, l.EstimateLineId }).IsUnique();
        builder.HasIndex(l => new { l.ProvinceCode, l.EstimateLineId });
    }
}

internal sealed class AcceptancePhotoMapping : IEntityTypeConfiguration<AcceptancePhoto>
{
    public void Configure(EntityTypeBuilder<AcceptancePhoto> builder)
    {
        builder.Ignore(p => p.IsPicture).Ignore(p => p.IsScene);
        builder.Property(p => p.SignedBy).HasMaxLength(AcceptanceCheck.LongestShort);
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.FileName).HasMaxLength(260);
        builder.Property(p => p.MediaType).HasMaxLength(100);
        builder.HasIndex(p => new { p.ProvinceCode, p.Sha256 });
    }
}

internal sealed class MachinePassportMapping : IEntityTypeConfiguration<MachinePassport>
{
    public void Configure(EntityTypeBuilder<MachinePassport> builder)
    {
        builder.Ignore(m => m.Text).Ignore(m => m.Key);
        builder.Property(m => m.Name).HasMaxLength(AcceptanceCheck.LongestShort);
        builder.Property(m => m.Model).HasMaxLength(AcceptanceCheck.LongestShort);
        builder.Property(m => m.Maker).HasMaxLength(AcceptanceCheck.LongestShort);
        builder.Property(m => m.Serial).HasMaxLength(SupportTrace.LongestValue);
        builder.Property(m => m.SerialKey).HasMaxLength(SupportTrace.LongestValue);
        builder.Property(m => m.AcceptedKey).HasMaxLength((2 * SupportTrace.LongestValue) + 1);

        // One machine is accepted once in the nation, whoever concludes at the same moment; what is free has no key.
        builder.HasIndex(m => m.AcceptedKey).IsUnique();
        builder.HasIndex(m => new { m.ProvinceCode, m.SerialKey });
        builder.HasIndex(m => new { m.ProvinceCode, m.CheckDueOn });
        builder.HasMany(m => m.Checks).WithOne().HasForeignKey(c => c.MachinePassportId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MachineCheckMapping : IEntityTypeConfiguration<MachineCheck>
{
    public void Configure(EntityTypeBuilder<MachineCheck> builder)
    {
        builder.Property(c => c.MachineCheckId).ValueGeneratedNever();
        builder.Property(c => c.CheckedBy).HasMaxLength(AcceptanceCheck.LongestShort);
        builder.Property(c => c.Note).HasMaxLength(MachineChecking.LongestText);
        builder.HasIndex(c => new { c.ProvinceCode, c.MachinePassportId, c.Sequence }).IsUnique();
    }
}

internal sealed class AcceptedInvoiceMapping : IEntityTypeConfiguration<AcceptedInvoice>
{
    public void Configure(EntityTypeBuilder<AcceptedInvoice> builder)
    {
        builder.Property(i => i.Key).HasMaxLength(300);
        builder.Property(i => i.Text).HasMaxLength(AcceptanceCheck.LongestText);

        // One invoice proves the cost of one record in the nation.
        builder.HasIndex(i => i.Key).IsUnique();
        builder.HasOne<Acceptance>().WithMany().HasForeignKey(i => new { i.ProvinceCode, i.AcceptanceId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AcceptanceId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AcceptanceResultMapping : IEntityTypeConfiguration<AcceptanceResult>
{
    public void Configure(EntityTypeBuilder<AcceptanceResult> builder)
    {
        // One result comes from one acceptance.
        builder.HasKey(r => r.ResultId);
        builder.HasIndex(r => new { r.ProvinceCode, r.AcceptanceId });
        builder.HasOne<Acceptance>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.AcceptanceId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AcceptanceId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Result>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.ResultId }).HasPrincipalKey(x => new { x.ProvinceCode, x.ResultId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AcceptanceTargetMapping : IEntityTypeConfiguration<AcceptanceTarget>
{
    public void Configure(EntityTypeBuilder<AcceptanceTarget> builder)
    {
        builder.HasKey(t => t.ProjectId);
        builder.Property(t => t.Reason).HasMaxLength(1000);
        builder.HasOne<Project>().WithMany().HasForeignKey(t => new { t.ProvinceCode, t.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
