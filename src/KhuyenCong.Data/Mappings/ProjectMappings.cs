using System.Linq.Expressions;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class ProjectMapping : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.HasAlternateKey(p => new { p.ProvinceCode, p.ProjectId });
        builder.Property(p => p.Code).HasMaxLength(60);
        builder.Property(p => p.Title).HasMaxLength(ProjectWriting.LongestTitle);
        builder.Property(p => p.ContentCode).HasMaxLength(10);
        builder.Property(p => p.ProgrammeContentCode).HasMaxLength(40);
        builder.Property(p => p.CommuneCode).HasMaxLength(5);
        builder.Property(p => p.ImplementingUnit).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(p => p.PartnerUnits).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(p => p.ConsentGivenBy).HasMaxLength(200);
        builder.Property(p => p.ConsentRecordedBy).HasMaxLength(200);
        builder.Property(p => p.ConsentNote).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(p => p.Dossier).AsJson();
        builder.Property(p => p.WorkPlan).AsJson();
        builder.Property(p => p.Editors).AsJson();

        // Flags are stored as words, several at once.
        builder.Property(p => p.Holds).HasMaxLength(200);
        builder.Property(p => p.Fails).HasMaxLength(200);
        builder.Property(p => p.OpenSections).HasMaxLength(200);
        builder.Property(p => p.SortKey).HasMaxLength((2 * ProjectWriting.LongestTitle) + 10);
        builder.Ignore(p => p.Text).Ignore(p => p.Funding).Ignore(p => p.Communes);

        builder.HasIndex(p => new { p.ProvinceCode, p.Code }).IsUnique();
        builder.HasIndex(p => new { p.ProvinceCode, p.ChangedAt, p.ProjectId }).IsDescending(false, true, true);
        builder.HasIndex(p => new { p.ProvinceCode, p.SortKey, p.ProjectId });
        builder.HasIndex(p => new { p.ProvinceCode, p.Total, p.ProjectId }).IsDescending(false, true, true);

        // Carries all that the list's sums filter by and add up: a dossier's row is wide, and of thousands of them not one has to be read.
        builder.HasIndex(p => new
        {
            p.ProvinceCode,
            p.Year,
            p.State,
            p.ProjectId,
            p.Kind,
            p.Nature,
            p.ContentCode,
            p.Total,
            p.NationalAmount,
            p.ProvincialAmount,
            p.CommuneAmount,
            p.CounterpartAmount,
            p.IntegratedAmount,
            p.SponsorshipAmount,
            p.OtherAmount,
        }).HasDatabaseName("IX_Projects_Sums");
        builder.HasIndex(p => new { p.ProvinceCode, p.State, p.StateSince });

        // Who wrote a draft is asked for every list: of the few that are drafts, in an index of their own.
        builder.HasIndex(p => new { p.ProvinceCode, p.State, p.OrganisationId, p.CreatedBy, p.Kind, p.ProjectId }).HasFilter($"\"{nameof(Project.State)}\" = '{nameof(ProjectState.Draft)}'").HasDatabaseName("IX_Projects_Drafts");
        builder.HasIndex(p => new { p.ProvinceCode, p.OrganisationId });
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => new { p.ProvinceCode, p.ProgrammeId }).HasPrincipalKey(g => new { g.ProvinceCode, g.ProgrammeId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Target>().WithMany().HasForeignKey(p => new { p.ProvinceCode, p.TargetId }).HasPrincipalKey(t => new { t.ProvinceCode, t.TargetId }).OnDelete(DeleteBehavior.Restrict);
        Parts(builder, p => p.Beneficiaries);
        Parts(builder, p => p.Lines);
        Parts(builder, p => p.Machines);
        Parts(builder, p => p.Papers);
        Parts(builder, p => p.Steps);
    }

    private static void Parts<T>(EntityTypeBuilder<Project> builder, Expression<Func<Project, IEnumerable<T>?>> parts)
        where T : class, IProvincial =>
        builder.HasMany(parts).WithOne()
            .HasForeignKey(nameof(IProvincial.ProvinceCode), nameof(Project.ProjectId))
            .HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId })
            .OnDelete(DeleteBehavior.Cascade);
}

internal sealed class ProjectBeneficiaryMapping : IEntityTypeConfiguration<ProjectBeneficiary>
{
    public void Configure(EntityTypeBuilder<ProjectBeneficiary> builder)
    {
        builder.Ignore(b => b.Text);
        builder.Property(b => b.Name).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(b => b.CommuneCode).HasMaxLength(5);
        builder.HasOne<Establishment>().WithMany().HasForeignKey(b => new { b.ProvinceCode, b.EstablishmentId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.ProvinceCode, b.CommuneCode, b.ProjectId });
    }
}

internal sealed class ProjectEstimateLineMapping : IEntityTypeConfiguration<ProjectEstimateLine>
{
    public void Configure(EntityTypeBuilder<ProjectEstimateLine> builder)
    {
        builder.Ignore(l => l.Text);
        builder.Property(l => l.Content).HasMaxLength(1000);
        builder.Property(l => l.KindCode).HasMaxLength(60);
        builder.Property(l => l.Unit).HasMaxLength(60);
        builder.Property(l => l.Basis).HasMaxLength(1000);
    }
}

internal sealed class ProjectMachineMapping : IEntityTypeConfiguration<ProjectMachine>
{
    public void Configure(EntityTypeBuilder<ProjectMachine> builder)
    {
        builder.Ignore(m => m.Text);
        builder.Property(m => m.Name).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(m => m.Model).HasMaxLength(200);
        builder.Property(m => m.Maker).HasMaxLength(200);
        builder.Property(m => m.Serial).HasMaxLength(200);
        builder.Property(m => m.Origin).HasMaxLength(200);
        builder.Property(m => m.Capacity).HasMaxLength(200);
        builder.Property(m => m.Quotation).HasMaxLength(ProjectWriting.LongestShort);
    }
}

internal sealed class ProjectPaperMapping : IEntityTypeConfiguration<ProjectPaper>
{
    public void Configure(EntityTypeBuilder<ProjectPaper> builder)
    {
        builder.Property(p => p.Code).HasMaxLength(60);
        builder.Property(p => p.Name).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.FileName).HasMaxLength(260);
        builder.Property(p => p.MediaType).HasMaxLength(120);
        builder.Property(p => p.InvoiceNumber).HasMaxLength(60);
        builder.Property(p => p.AddedBy).HasMaxLength(200);
    }
}

internal sealed class ProjectStepMapping : IEntityTypeConfiguration<ProjectStep>
{
    public void Configure(EntityTypeBuilder<ProjectStep> builder)
    {
        builder.Property(s => s.Sections).HasMaxLength(200);

        // Two people moving one project at once meet here, if they get past its version.
        builder.HasIndex(s => new { s.ProvinceCode, s.ProjectId, s.Sequence }).IsUnique();
    }
}

internal sealed class BeneficiaryListMapping : IEntityTypeConfiguration<BeneficiaryList>
{
    public void Configure(EntityTypeBuilder<BeneficiaryList> builder)
    {
        builder.Property(l => l.Rows).AsJson();
        builder.Property(l => l.DocumentNumber).HasMaxLength(BeneficiaryListing.LongestNumber);
        builder.HasOne<Project>().WithMany().HasForeignKey(l => new { l.ProvinceCode, l.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);

        // Two people proposing at once meet here, if they get past the project's version.
        builder.HasIndex(l => new { l.ProvinceCode, l.ProjectId, l.Sequence }).IsUnique();
    }
}

internal sealed class SupportKeyMapping : IEntityTypeConfiguration<SupportKey>
{
    public void Configure(EntityTypeBuilder<SupportKey> builder)
    {
        builder.Ignore(k => k.Trace);
        builder.Property(k => k.Value).HasMaxLength(SupportTrace.LongestValue + 10);
        builder.Property(k => k.Content).HasMaxLength(SupportTrace.LongestContent);
        builder.HasIndex(k => new { k.ProvinceCode, k.Value });
        builder.HasIndex(k => new { k.ProvinceCode, k.SourceId });
    }
}

internal sealed class DoubleSupportResolutionMapping : IEntityTypeConfiguration<DoubleSupportResolution>
{
    public void Configure(EntityTypeBuilder<DoubleSupportResolution> builder)
    {
        builder.Property(r => r.Reason).HasMaxLength(4000);
        builder.Property(r => r.Marks).HasMaxLength(400);
        builder.Property(r => r.ResolvedBy).HasMaxLength(200);
        builder.HasOne<Project>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutsideSupportMapping : IEntityTypeConfiguration<OutsideSupport>
{
    public void Configure(EntityTypeBuilder<OutsideSupport> builder)
    {
        builder.Property(s => s.GivenBy).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(s => s.ProgrammeName).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(s => s.ProjectName).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(s => s.BeneficiaryName).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(s => s.Identifier).HasMaxLength(60);
        builder.Ignore(s => s.PublicIdentifier);
        builder.Property(s => s.SupportKindCode).HasMaxLength(60);
        builder.Property(s => s.Machine).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(s => s.MachineSerial).HasMaxLength(200);
        builder.Property(s => s.InvoiceNumber).HasMaxLength(60);
        builder.Property(s => s.DocumentNumber).HasMaxLength(60);
        builder.Property(s => s.Note).HasMaxLength(2000);
        builder.Property(s => s.WithdrawnReason).HasMaxLength(1000);
        builder.Property(s => s.Parties).HasMaxLength(ProjectWriting.LongestShort);
        builder.Property(s => s.File).AsJson();
        builder.HasOne<Establishment>().WithMany().HasForeignKey(s => new { s.ProvinceCode, s.EstablishmentId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ProvinceCode, s.ChangedAt, s.OutsideSupportId }).IsDescending(false, true, true);
    }
}
