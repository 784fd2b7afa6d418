using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class AcceptanceSummaryMapping : IEntityTypeConfiguration<AcceptanceSummary>
{
    public void Configure(EntityTypeBuilder<AcceptanceSummary> builder)
    {
        builder.HasAlternateKey(s => new { s.ProvinceCode, s.AcceptanceSummaryId });
        builder.Ignore(s => s.Text);
        builder.Ignore(s => s.WasReturned);
        builder.Property(s => s.TerritoryCode).HasMaxLength(5);
        builder.Property(s => s.Number).HasMaxLength(60);
        builder.Property(s => s.Place).HasMaxLength(AcceptanceCheck.LongestShort);
        builder.Property(s => s.FileSha).HasMaxLength(64);
        builder.Property(s => s.FileName).HasMaxLength(260);
        builder.Property(s => s.MediaType).HasMaxLength(100);
        builder.Property(s => s.Hands).AsJson();
        builder.HasIndex(s => new { s.ProvinceCode, s.ProjectId, s.Form, s.Round }).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(s => new { s.ProvinceCode, s.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Rows).WithOne().HasForeignKey(r => new { r.ProvinceCode, r.AcceptanceSummaryId }).HasPrincipalKey(s => new { s.ProvinceCode, s.AcceptanceSummaryId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class GatheredAcceptanceMapping : IEntityTypeConfiguration<GatheredAcceptance>
{
    public void Configure(EntityTypeBuilder<GatheredAcceptance> builder)
    {
        builder.Ignore(r => r.Site);
        builder.Property(r => r.Name).HasMaxLength(ProjectWriting.LongestTitle);
        builder.HasIndex(r => new { r.ProvinceCode, r.AcceptanceSummaryId, r.AcceptanceId }).IsUnique();
        builder.HasOne<Acceptance>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.AcceptanceId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AcceptanceId }).OnDelete(DeleteBehavior.Restrict);
    }
}
