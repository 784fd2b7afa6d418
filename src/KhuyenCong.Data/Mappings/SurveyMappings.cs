using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class SurveyRoundMapping : IEntityTypeConfiguration<SurveyRound>
{
    // A hundred communes of five digits and a blank each.
    private const int LongestCommunes = 1200;

    public void Configure(EntityTypeBuilder<SurveyRound> builder)
    {
        builder.HasAlternateKey(r => new { r.ProvinceCode, r.SurveyRoundId });
        builder.Ignore(r => r.Communes);
        builder.Ignore(r => r.IsOpen);
        builder.Property(r => r.Title).HasMaxLength(SurveyRules.LongestTitle);
        builder.Property(r => r.CommuneCodes).HasMaxLength(LongestCommunes);
        // Several flags in one word.
        builder.Property(r => r.Questions).HasMaxLength(200);
    }
}

internal sealed class SurveySheetMapping : IEntityTypeConfiguration<SurveySheet>
{
    public void Configure(EntityTypeBuilder<SurveySheet> builder)
    {
        builder.Property(s => s.Needs).HasMaxLength(SurveyRules.LongestText);
        builder.Property(s => s.Note).HasMaxLength(SurveyRules.LongestText);
        builder.Property(s => s.FilledBy).HasMaxLength(200);
        builder.HasIndex(s => new { s.ProvinceCode, s.SurveyRoundId, s.EstablishmentId }).IsUnique();
        builder.HasOne<SurveyRound>().WithMany().HasForeignKey(s => new { s.ProvinceCode, s.SurveyRoundId }).HasPrincipalKey(r => new { r.ProvinceCode, r.SurveyRoundId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Establishment>().WithMany().HasForeignKey(s => new { s.ProvinceCode, s.EstablishmentId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
    }
}
