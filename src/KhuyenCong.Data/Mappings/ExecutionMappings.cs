using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class ProgressReportMapping : IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.HasAlternateKey(r => new { r.ProvinceCode, r.ProgressReportId });
        builder.Ignore(r => r.Text).Ignore(r => r.Period).Ignore(r => r.IsEditable);
        builder.Property(r => r.TerritoryCode).HasMaxLength(5);
        builder.Property(r => r.Difficulties).HasMaxLength(ProgressWriting.LongestText);
        builder.Property(r => r.Proposals).HasMaxLength(ProgressWriting.LongestText);
        builder.Property(r => r.DeviationReason).HasMaxLength(ProgressWriting.LongestText);
        builder.Property(r => r.FileSha).HasMaxLength(64);
        builder.Property(r => r.FileName).HasMaxLength(260);
        builder.Property(r => r.MediaType).HasMaxLength(100);
        builder.Property(r => r.Writers).AsJson();

        // One contract has one report a month, whoever begins it at the same moment.
        builder.HasIndex(r => new { r.ProvinceCode, r.ContractId, r.Year, r.Month }).IsUnique();
        builder.HasIndex(r => new { r.ProvinceCode, r.State, r.StateSince });
        builder.HasIndex(r => new { r.ProvinceCode, r.Year, r.Month });
        builder.HasOne<Contract>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("CK_ProgressReports_Share", "\"WorkShare\" >= 0 AND \"WorkShare\" <= 10000 AND \"ValueDone\" >= 0");
            t.HasCheckConstraint("CK_ProgressReports_Month", "\"Month\" >= 1 AND \"Month\" <= 12");
        });
        builder.HasMany(r => r.Lines).WithOne().HasForeignKey(l => new { l.ProvinceCode, l.ProgressReportId }).HasPrincipalKey(r => new { r.ProvinceCode, r.ProgressReportId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Photos).WithOne().HasForeignKey(p => new { p.ProvinceCode, p.ProgressReportId }).HasPrincipalKey(r => new { r.ProvinceCode, r.ProgressReportId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(s => new { s.ProvinceCode, s.ProgressReportId }).HasPrincipalKey(r => new { r.ProvinceCode, r.ProgressReportId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ProgressLineMapping : IEntityTypeConfiguration<ProgressLine>
{
    public void Configure(EntityTypeBuilder<ProgressLine> builder)
    {
        builder.Property(l => l.ProgressLineId).ValueGeneratedNever();
        builder.Ignore(l => l.Text).Ignore(l => l.Spent);
        builder.Property(l => l.Content).HasMaxLength(1000);
        builder.Property(l => l.Unit).HasMaxLength(60);
        builder.HasIndex(l => new { l.ProvinceCode, l.ProgressReportId, l.EstimateLineId }).IsUnique();
    }
}

internal sealed class ProgressPhotoMapping : IEntityTypeConfiguration<ProgressPhoto>
{
    public void Configure(EntityTypeBuilder<ProgressPhoto> builder)
    {
        builder.Property(p => p.ProgressPhotoId).ValueGeneratedNever();
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.FileName).HasMaxLength(260);
        builder.Property(p => p.MediaType).HasMaxLength(100);
        builder.Property(p => p.Caption).HasMaxLength(ProgressWriting.LongestCaption);
        builder.Property(p => p.AddedBy).HasMaxLength(200);
        builder.HasIndex(p => new { p.ProvinceCode, p.ProgressReportId, p.Sha256 }).IsUnique();
    }
}

internal sealed class ProgressStepMapping : IEntityTypeConfiguration<ProgressStep>
{
    public void Configure(EntityTypeBuilder<ProgressStep> builder)
    {
        builder.Property(s => s.ProgressStepId).ValueGeneratedNever();
        builder.Property(s => s.Note).HasMaxLength(ProgressWriting.LongestText);

        // Two people moving one report at once meet here, if they get past its version.
        builder.HasIndex(s => new { s.ProvinceCode, s.ProgressReportId, s.Sequence }).IsUnique();
    }
}

internal sealed class InspectionMapping : IEntityTypeConfiguration<Inspection>
{
    public void Configure(EntityTypeBuilder<Inspection> builder)
    {
        builder.HasAlternateKey(i => new { i.ProvinceCode, i.InspectionId });
        builder.Ignore(i => i.Regime);
        builder.Property(i => i.CommuneCode).HasMaxLength(5);
        builder.Property(i => i.Title).HasMaxLength(Inspecting.LongestTitle);
        builder.Property(i => i.DocumentNumber).HasMaxLength(60);
        builder.Property(i => i.Members).HasMaxLength(Inspecting.LongestText);
        builder.Property(i => i.Seen).HasMaxLength(Inspecting.LongestText);
        builder.Property(i => i.CancelReason).HasMaxLength(Inspecting.LongestText);
        builder.Property(i => i.FileSha).HasMaxLength(64);
        builder.Property(i => i.FileName).HasMaxLength(260);
        builder.HasIndex(i => new { i.ProvinceCode, i.State, i.On });
        builder.HasMany(i => i.Projects).WithOne().HasForeignKey(p => new { p.ProvinceCode, p.InspectionId }).HasPrincipalKey(i => new { i.ProvinceCode, i.InspectionId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Findings).WithOne().HasForeignKey(f => new { f.ProvinceCode, f.InspectionId }).HasPrincipalKey(i => new { i.ProvinceCode, i.InspectionId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InspectedProjectMapping : IEntityTypeConfiguration<InspectedProject>
{
    public void Configure(EntityTypeBuilder<InspectedProject> builder)
    {
        builder.Property(p => p.InspectedProjectId).ValueGeneratedNever();
        builder.HasIndex(p => new { p.ProvinceCode, p.InspectionId, p.ProjectId }).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(p => new { p.ProvinceCode, p.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Contract>().WithMany().HasForeignKey(p => new { p.ProvinceCode, p.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InspectionFindingMapping : IEntityTypeConfiguration<InspectionFinding>
{
    public void Configure(EntityTypeBuilder<InspectionFinding> builder)
    {
        builder.Property(f => f.InspectionFindingId).ValueGeneratedNever();
        builder.Ignore(f => f.IsMisuse);
        builder.Property(f => f.Content).HasMaxLength(Inspecting.LongestText);
        builder.Property(f => f.Responsible).HasMaxLength(Inspecting.LongestName);
        builder.Property(f => f.Answer).HasMaxLength(Inspecting.LongestText);
        builder.Property(f => f.ReturnReason).HasMaxLength(Inspecting.LongestText);
        builder.Property(f => f.ClosingNote).HasMaxLength(Inspecting.LongestText);
        builder.Property(f => f.Answerers).AsJson();
        builder.HasIndex(f => new { f.ProvinceCode, f.InspectionId, f.Number }).IsUnique();
        builder.HasIndex(f => new { f.ProvinceCode, f.State, f.DueOn });
        builder.HasIndex(f => new { f.ProvinceCode, f.EstablishmentId });
        builder.HasOne<Project>().WithMany().HasForeignKey(f => new { f.ProvinceCode, f.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Establishment>().WithMany().HasForeignKey(f => new { f.ProvinceCode, f.EstablishmentId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
    }
}
