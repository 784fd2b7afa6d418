using KhuyenCong.Domain.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class HolidayScheduleMapping : IEntityTypeConfiguration<HolidaySchedule>
{
    public void Configure(EntityTypeBuilder<HolidaySchedule> builder)
    {
        builder.Ignore(s => s.InOrder).Ignore(s => s.Text);
        builder.Property(s => s.DocumentNumber).HasMaxLength(HolidayScheduling.LongestNumber);
        builder.Property(s => s.Issuer).HasMaxLength(HolidayScheduling.LongestName);
        builder.Property(s => s.Clause).HasMaxLength(HolidayScheduling.LongestName);
        builder.Property(s => s.Remark).HasMaxLength(HolidayScheduling.LongestText);
        builder.Property(s => s.SourceNote).HasMaxLength(HolidayScheduling.LongestText);
        builder.Property(s => s.ShippedCode).HasMaxLength(HolidayScheduling.LongestNumber);
        builder.Property(s => s.EndReason).HasMaxLength(HolidayScheduling.LongestText);
        builder.HasIndex(s => s.ShippedCode).IsUnique();
        builder.HasIndex(s => new { s.ProvinceCode, s.Year });
        builder.HasMany(s => s.Periods).WithOne().HasForeignKey(p => p.HolidayScheduleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<HolidaySchedule>().WithMany().HasForeignKey(s => s.ReplacesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HolidayPeriodMapping : IEntityTypeConfiguration<HolidayPeriod>
{
    public void Configure(EntityTypeBuilder<HolidayPeriod> builder)
    {
        builder.Ignore(p => p.Text);
        builder.Property(p => p.Name).HasMaxLength(HolidayScheduling.LongestName);
        builder.Property(p => p.Note).HasMaxLength(HolidayScheduling.LongestText);
    }
}
