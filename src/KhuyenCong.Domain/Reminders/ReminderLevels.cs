using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;

namespace KhuyenCong.Domain.Reminders;

/// <summary>Mức nhắc việc: the holder before, on and after the last day, or where none is set after a long wait; then those above.</summary>
public enum ReminderLevel
{
    /// <summary>Sắp đến hạn.</summary>
    Before,

    /// <summary>Đến hạn hôm nay.</summary>
    OnDay,

    /// <summary>Quá hạn.</summary>
    Late,

    /// <summary>Chờ lâu: no last day is set, and it has waited as long as the province lets it wait unheard.</summary>
    Quiet,

    /// <summary>Báo lãnh đạo đơn vị.</summary>
    UnitLeader,

    /// <summary>Báo lãnh đạo Sở Công Thương.</summary>
    DepartmentLeader,
}

/// <summary>Một mức nhắc đã đến, with the day on which it was reached.</summary>
public sealed record ReachedLevel(ReminderLevel Level, DateOnly On);

/// <summary>Số ngày làm việc để nhắc và báo lên cấp trên.</summary>
/// <param name="Before">Working days before the last day on which the holder is reminded.</param>
/// <param name="UnitLeader">Working days late after which the holder's own leader is told.</param>
/// <param name="DepartmentLeader">Working days late after which the leader of the Sở is told.</param>
/// <param name="Quiet">Working days of waiting after which the holder is reminded where no last day is set; those above so many days later. None = nobody is.</param>
public sealed record ReminderDays(int Before, int UnitLeader, int DepartmentLeader, int Quiet)
{
    /// <summary>The product's own choice where a province has made none; no law says so.</summary>
    public static readonly ReminderDays Default = new(3, 5, 10, 10);
}

/// <summary>Quy tắc nhắc việc: which levels an item has reached, counted in working days. A day depends on the last day, or the day since when it waits, and the calendar only, so that a night that was missed or run twice gives the same reminders.</summary>
public static class ReminderLevels
{
    /// <summary>Of the levels that the holder hears only the last one; those above keep theirs.</summary>
    public static IReadOnlyList<ReachedLevel> Of(WaitingItem item, ReminderDays days, DateOnly today, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(calendar);
        if (item.Due is not { } due)
        {
            return Unheard(item, days, today, calendar);
        }

        ReachedLevel At(ReminderLevel level, DateOnly day) => new(level, day < item.Since ? item.Since : day);

        List<ReachedLevel> holder = [];
        if (days.Before > 0)
        {
            holder.Add(At(ReminderLevel.Before, Earlier(calendar, due.LastDay, days.Before)));
        }

        holder.Add(At(ReminderLevel.OnDay, due.LastDay));
        holder.Add(At(ReminderLevel.Late, calendar.Due(due.LastDay, 1, DayKind.Working)));
        List<ReachedLevel> reached = [.. holder.Where(l => l.On <= today).TakeLast(1)];
        if (due.Counts)
        {
            reached.AddRange(Above(item).Select(l => At(l, calendar.Due(due.LastDay, l is ReminderLevel.UnitLeader ? days.UnitLeader : days.DepartmentLeader, DayKind.Working))).Where(l => l.On <= today));
        }

        return reached;
    }

    /// <summary>Who is above the holder: nobody is told of what they were reminded of themselves, nor twice; of a unit's own draft nobody outside it.</summary>
    public static IReadOnlyList<ReminderLevel> Above(WaitingItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var leaderIsAsked = item.Asked == item.Agency && RolesOf(item.Agency, item.Act) is { Count: > 0 } roles && roles.All(r => r == LeaderOf(item.Agency));
        IReadOnlyList<ReminderLevel> within = leaderIsAsked ? [] : [ReminderLevel.UnitLeader];
        return item.Agency is WaitingParty.Department || item.IsDraft ? within : [.. within, ReminderLevel.DepartmentLeader];
    }

    public static Role? LeaderOf(WaitingParty party) => party switch
    {
        WaitingParty.Department => Role.DepartmentLeader,
        WaitingParty.Centre => Role.CentreLeader,
        WaitingParty.CommuneOffice => Role.CommuneLeader,
        _ => null,
    };

    /// <summary>The roles of an office that do the next step.</summary>
    public static IReadOnlyList<Role> RolesOf(WaitingParty party, Act act) => [.. RoleTable.Holders(act).Where(r => PartyOf(r) == party)];

    /// <summary>The office of the province that a role works for, those of finance and of the committee too; null for all others.</summary>
    public static WaitingParty? PartyOf(Role role) => role switch
    {
        Role.FinanceOfficer => WaitingParty.Finance,
        Role.ProvincialLeader or Role.ProvincialOfficeOfficer => WaitingParty.Committee,
        Role.DepartmentLeader or Role.DepartmentOfficer or Role.DepartmentAccountant => WaitingParty.Department,
        Role.CentreLeader or Role.CentreOfficer or Role.CentreAccountant or Role.CentreBranchOfficer => WaitingParty.Centre,
        Role.CommuneLeader or Role.CommuneOfficer or Role.CommuneAccountant => WaitingParty.CommuneOffice,
        _ => null,
    };

    /// <summary>Nobody is late where no last day is set, and an office is asked all the same. Whoever applies or performs is not: no day binds them.</summary>
    private static IReadOnlyList<ReachedLevel> Unheard(WaitingItem item, ReminderDays days, DateOnly today, WorkingCalendar calendar)
    {
        if (days.Quiet == 0 || item.Holder is WaitingParty.Filer or WaitingParty.Performer)
        {
            return [];
        }

        ReachedLevel After(ReminderLevel level, int more) => new(level, calendar.Due(item.Since, days.Quiet + more, DayKind.Working));

        List<ReachedLevel> levels = [After(ReminderLevel.Quiet, 0), .. Above(item).Select(l => After(l, l is ReminderLevel.UnitLeader ? days.UnitLeader : days.DepartmentLeader))];
        return [.. levels.Where(l => l.On <= today)];
    }

    private static DateOnly Earlier(WorkingCalendar calendar, DateOnly day, int days)
    {
        for (var left = days; left > 0;)
        {
            day = day.AddDays(-1);
            left -= calendar.IsWorking(day) ? 1 : 0;
        }

        return day;
    }
}
