using KhuyenCong.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<ReminderMark> ReminderMarks => Set<ReminderMark>();

    public DbSet<ReminderSetting> ReminderSettings => Set<ReminderSetting>();

    /// <summary>The province's own, or the product's.</summary>
    public async Task<ReminderDays> ReminderDaysAsync(CancellationToken cancellationToken = default) =>
        (await ReminderSettings.AsNoTracking().FirstOrDefaultAsync(cancellationToken))?.Days ?? ReminderDays.Default;
}
