using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class AppraisalSettingMapping : IEntityTypeConfiguration<AppraisalSetting>
{
    public void Configure(EntityTypeBuilder<AppraisalSetting> builder)
    {
        builder.Ignore(s => s.Text);
        builder.Property(s => s.Criteria).AsJson();
        builder.Property(s => s.SetBy).HasMaxLength(200);

        // One for each province.
        builder.HasIndex(s => s.ProvinceCode).IsUnique();
    }
}

internal sealed class CouncilMapping : IEntityTypeConfiguration<Council>
{
    public void Configure(EntityTypeBuilder<Council> builder)
    {
        builder.HasAlternateKey(c => new { c.ProvinceCode, c.CouncilId });
        builder.Property(c => c.CommuneCode).HasMaxLength(5);
        builder.Property(c => c.Name).HasMaxLength(Council.LongestName);
        builder.Property(c => c.DecisionNumber).HasMaxLength(100);
        builder.Property(c => c.Signer).HasMaxLength(200);
        builder.Property(c => c.EndReason).HasMaxLength(2000);
        builder.Property(c => c.File).AsJson();
        builder.HasMany(c => c.Members).WithOne().HasForeignKey(m => new { m.ProvinceCode, m.CouncilId }).HasPrincipalKey(c => new { c.ProvinceCode, c.CouncilId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CouncilMemberMapping : IEntityTypeConfiguration<CouncilMember>
{
    public void Configure(EntityTypeBuilder<CouncilMember> builder)
    {
        builder.Ignore(m => m.Text);
        builder.Property(m => m.Name).HasMaxLength(200);
        builder.Property(m => m.UnitName).HasMaxLength(300);
    }
}

internal sealed class AppraisalSessionMapping : IEntityTypeConfiguration<AppraisalSession>
{
    public void Configure(EntityTypeBuilder<AppraisalSession> builder)
    {
        builder.HasAlternateKey(s => new { s.ProvinceCode, s.AppraisalSessionId });
        builder.Property(s => s.CommuneCode).HasMaxLength(5);
        builder.Property(s => s.Place).HasMaxLength(AppraisalSession.LongestPlace);
        builder.Property(s => s.ClosedBy).HasMaxLength(200);
        builder.Property(s => s.SignedMinutes).AsJson();
        builder.HasOne<Council>().WithMany().HasForeignKey(s => new { s.ProvinceCode, s.CouncilId }).HasPrincipalKey(c => new { c.ProvinceCode, c.CouncilId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ProvinceCode, s.HeldOn });
    }
}

internal sealed class AppraisalMapping : IEntityTypeConfiguration<Appraisal>
{
    public void Configure(EntityTypeBuilder<Appraisal> builder)
    {
        builder.HasAlternateKey(a => new { a.ProvinceCode, a.AppraisalId });
        builder.Property(a => a.CommuneCode).HasMaxLength(5);
        builder.Property(a => a.SignedBy).HasMaxLength(200);
        builder.Property(a => a.ResultConditions).AsJson();
        builder.Ignore(a => a.Supported).Ignore(a => a.Conclusion).Ignore(a => a.Entitled).Ignore(a => a.Presiding);
        builder.HasOne<Project>().WithMany().HasForeignKey(a => new { a.ProvinceCode, a.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Council>().WithMany().HasForeignKey(a => new { a.ProvinceCode, a.CouncilId }).HasPrincipalKey(c => new { c.ProvinceCode, c.CouncilId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppraisalSession>().WithMany().HasForeignKey(a => new { a.ProvinceCode, a.AppraisalSessionId }).HasPrincipalKey(s => new { s.ProvinceCode, s.AppraisalSessionId }).OnDelete(DeleteBehavior.Restrict);

        // Two people starting one project's appraisal at once meet here.
        builder.HasIndex(a => new { a.ProvinceCode, a.ProjectId, a.Round }).IsUnique();
        builder.HasMany(a => a.Seats).WithOne().HasForeignKey(s => new { s.ProvinceCode, s.AppraisalId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AppraisalId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Opinions).WithOne().HasForeignKey(o => new { o.ProvinceCode, o.AppraisalId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AppraisalId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Conclusions).WithOne().HasForeignKey(c => new { c.ProvinceCode, c.AppraisalId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AppraisalId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Conditions).WithOne().HasForeignKey(c => new { c.ProvinceCode, c.AppraisalId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AppraisalId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AppraisalSeatMapping : IEntityTypeConfiguration<AppraisalSeat>
{
    public void Configure(EntityTypeBuilder<AppraisalSeat> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.UnitName).HasMaxLength(300);

        // Several grounds at once are stored as words.
        builder.Property(s => s.Grounds).HasMaxLength(100);
        builder.Property(s => s.Asked).AsJson();
        builder.HasIndex(s => new { s.ProvinceCode, s.UserId });
        builder.HasIndex(s => new { s.ProvinceCode, s.AppraisalId, s.UserId }).IsUnique();
    }
}

internal sealed class AppraisalOpinionMapping : IEntityTypeConfiguration<AppraisalOpinion>
{
    public void Configure(EntityTypeBuilder<AppraisalOpinion> builder)
    {
        builder.Ignore(o => o.Text);
        builder.Property(o => o.Remarks).AsJson();
        builder.Property(o => o.Scores).AsJson();
    }
}

internal sealed class AppraisalConclusionMapping : IEntityTypeConfiguration<AppraisalConclusion>
{
    public void Configure(EntityTypeBuilder<AppraisalConclusion> builder)
    {
        builder.Ignore(c => c.Support);
        builder.Property(c => c.ByName).HasMaxLength(200);
        builder.Property(c => c.UndoneBy).HasMaxLength(200);
    }
}

internal sealed class AppraisalConditionMapping : IEntityTypeConfiguration<AppraisalCondition>
{
    public void Configure(EntityTypeBuilder<AppraisalCondition> builder)
    {
        builder.Property(c => c.Text).HasMaxLength(2000);
        builder.Property(c => c.Proof).HasMaxLength(2000);
        builder.Property(c => c.ProofFile).AsJson();
        builder.Property(c => c.MetBy).HasMaxLength(200);
    }
}
