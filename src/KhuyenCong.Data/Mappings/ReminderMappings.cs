using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.HasAlternateKey(r => new { r.ProvinceCode, r.ReminderId });
        builder.Property(r => r.Part).HasMaxLength(20);
        builder.Property(r => r.TerritoryCode).HasMaxLength(5);
        builder.Ignore(r => r.Key);
        builder.HasOne<Project>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Cascade);

        // Of a project, or an office's own record: never both, never neither.
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("CK_Reminders_Subject", $"(\"ProjectId\" IS NULL) = (\"Kind\" IN ({string.Join(", ", OfficeClock.Kinds.Select(k => $"'{k}'"))}))");
            t.HasCheckConstraint("CK_Reminders_Unit", "\"ProjectId\" IS NULL OR \"UnitId\" IS NULL");
        });

        // One for each item, level and day, however often the night is run.
        builder.HasIndex(r => new { r.ProvinceCode, r.Kind, r.ItemId, r.Part, r.Level, r.On }).IsUnique();
        builder.HasIndex(r => new { r.ProvinceCode, r.ClosedAt, r.Act });
    }
}

internal sealed class ReminderMarkMapping : IEntityTypeConfiguration<ReminderMark>
{
    public void Configure(EntityTypeBuilder<ReminderMark> builder)
    {
        builder.HasOne<Reminder>().WithMany().HasForeignKey(m => new { m.ProvinceCode, m.ReminderId }).HasPrincipalKey(r => new { r.ProvinceCode, r.ReminderId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => new { m.ProvinceCode, m.ReminderId, m.UserId }).IsUnique();
    }
}

internal sealed class ReminderSettingMapping : IEntityTypeConfiguration<ReminderSetting>
{
    public void Configure(EntityTypeBuilder<ReminderSetting> builder)
    {
        builder.Property(s => s.SetBy).HasMaxLength(200);
        builder.Ignore(s => s.Days);

        // The default is for settings made before it was asked for. Zero is a choice of its own: it is always written as chosen.
        builder.Property(s => s.QuietDays).HasDefaultValue(ReminderDays.Default.Quiet).ValueGeneratedNever();

        // One for each province.
        builder.HasIndex(s => s.ProvinceCode).IsUnique();
    }
}
