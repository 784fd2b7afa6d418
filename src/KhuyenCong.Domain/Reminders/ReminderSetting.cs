namespace KhuyenCong.Domain.Reminders;

/// <summary>Thiết lập nhắc việc của tỉnh: how many working days before and after a last day, or of waiting without one, somebody is told. Its own arrangement, not the law.</summary>
public sealed class ReminderSetting : IProvincial, IVersioned, IAudited
{
    public const int MostDays = 60;

    private ReminderSetting()
    {
    }

    public Guid ReminderSettingId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public int BeforeDays { get; private set; }

    public int UnitLeaderDays { get; private set; }

    public int DepartmentLeaderDays { get; private set; }

    /// <summary>Working days of waiting where no last day is set; none = nobody is reminded.</summary>
    public int QuietDays { get; private set; }

    public string SetBy { get; private set; } = "";

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(ReminderSetting), ReminderSettingId);

    public ReminderDays Days => new(BeforeDays, UnitLeaderDays, DepartmentLeaderDays, QuietDays);

    public static ReminderSetting Of(Guid id, string provinceCode, ReminderDaysSet set)
    {
        var setting = new ReminderSetting { ReminderSettingId = id, ProvinceCode = provinceCode };
        setting.Apply(set);
        return setting;
    }

    public void Apply(ReminderDaysSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        (BeforeDays, UnitLeaderDays, DepartmentLeaderDays, QuietDays) = set.Days;
        (SetBy, ChangedAt) = (set.By, set.At);
    }

    /// <summary>None before = the holder hears on the day itself; those above hear in order, and never before anybody is late. None of waiting = what has no last day reminds nobody.</summary>
    public static Ruling<ReminderDaysSet> Set(int? before, int? unitLeader, int? departmentLeader, int? quiet, string by, DateTime at) => Decide.If<ReminderDaysSet>(
        () => new(new(before!.Value, unitLeader!.Value, departmentLeader!.Value, quiet!.Value), by, at),
        (before is >= 0 and <= MostDays, new("reminder.days-outside", nameof(BeforeDays), 0, MostDays)),
        (unitLeader is >= 1 and <= MostDays, new("reminder.days-outside", nameof(UnitLeaderDays), 1, MostDays)),
        (departmentLeader is >= 1 and <= MostDays, new("reminder.days-outside", nameof(DepartmentLeaderDays), 1, MostDays)),
        (quiet is >= 0 and <= MostDays, new("reminder.days-outside", nameof(QuietDays), 0, MostDays)),
        (!(departmentLeader < unitLeader), new("reminder.leader-order", nameof(DepartmentLeaderDays))));
}

/// <summary>Đã đặt số ngày nhắc việc.</summary>
public sealed record ReminderDaysSet(ReminderDays Days, string By, DateTime At);
