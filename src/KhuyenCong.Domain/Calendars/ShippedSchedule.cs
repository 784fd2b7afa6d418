using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Calendars;

/// <summary>Lịch nghỉ trong tệp dữ liệu của phần mềm: the days of one holiday of one year, with where they were read and how far that is verified.</summary>
/// <param name="Code">Its name, which never changes: by it the next version of the file finds what the last one brought.</param>
/// <param name="Counts">False where no document was found by which the day is off: it waits as a draft.</param>
/// <param name="IsReckoned">By the law and the calendar alone, before anybody announced the year's days.</param>
/// <param name="Source">Where it was read.</param>
public sealed record ShippedSchedule(
    string Code,
    int Year,
    bool Counts,
    bool IsReckoned,
    string DocumentNumber,
    DateOnly? DocumentDate,
    string Issuer,
    string? Clause,
    Verification Verification,
    string Source,
    string? Remark,
    IReadOnlyList<ShippedPeriod> Periods)
{
    public ScheduleState State => Counts ? ScheduleState.Published : ScheduleState.Draft;
}

/// <summary>Kỳ nghỉ, ngày làm bù trong tệp dữ liệu của phần mềm.</summary>
/// <param name="To">The last day; null for a single one.</param>
public sealed record ShippedPeriod(DateOnly From, DateOnly? To, PeriodKind Kind, string Name, string? Note)
{
    public DateOnly Last => To ?? From;
}

/// <summary>Đưa lịch nghỉ có sẵn vào: what the product's files may add and renew. What an official has said about the same days, or about the schedule itself, always stands.</summary>
public static class GivenSchedules
{
    private static readonly PeriodText[] None = [];

    /// <param name="shipped">Which is not there yet.</param>
    /// <param name="national">All schedules of the nation.</param>
    /// <param name="newId">For the schedule and its rows.</param>
    /// <param name="today">The day.</param>
    /// <returns>Null where an official has published these days already.</returns>
    public static ScheduleGiven? Add(ShippedSchedule shipped, IReadOnlyCollection<HolidaySchedule> national, Func<Guid> newId, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(shipped);
        ArgumentNullException.ThrowIfNull(national);
        ArgumentNullException.ThrowIfNull(newId);
        return IsSpokenFor(shipped, national) ? null : new(newId(), shipped.Code, shipped.State, TextOf(shipped, null, newId), today);
    }

    /// <param name="present">What an older version of the file brought.</param>
    /// <returns>Null where nothing changed, or where the schedule is an official's by now.</returns>
    public static ScheduleRenewed? Renew(HolidaySchedule present, ShippedSchedule shipped, IReadOnlyCollection<HolidaySchedule> national, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(shipped);
        ArgumentNullException.ThrowIfNull(national);
        ArgumentNullException.ThrowIfNull(newId);
        if (!present.IsGiven || IsSpokenFor(shipped, national))
        {
            return null;
        }

        var (old, text) = (present.Text, TextOf(shipped, present, newId));
        var isSame = present.State == shipped.State && old with { Periods = None } == text with { Periods = None } && old.Periods.SequenceEqual(text.Periods);
        return isSame ? null : new(present.HolidayScheduleId, shipped.State, text);
    }

    private static bool IsSpokenFor(ShippedSchedule shipped, IEnumerable<HolidaySchedule> national) => national.Any(s => s is { ProvinceCode: null, State: ScheduleState.Published, IsGiven: false }
        && ((s.IsWholeYear && s.Year == shipped.Year) || s.Periods.Any(p => shipped.Periods.Any(g => g.From <= p.To && p.From <= g.Last))));

    private static ScheduleText TextOf(ShippedSchedule shipped, HolidaySchedule? present, Func<Guid> newId) => new(
        shipped.Year,
        false,
        shipped.DocumentNumber,
        shipped.DocumentDate,
        shipped.Issuer,
        shipped.Clause,
        shipped.Verification,
        shipped.Remark,
        [.. shipped.Periods.OrderBy(p => p.From).ThenBy(p => p.Kind).Select(p => new PeriodText(present?.Periods.FirstOrDefault(r => r.From == p.From && r.Kind == p.Kind)?.HolidayPeriodId ?? newId(), p.From, p.Last, p.Kind, p.Name, p.Note))],
        shipped.IsReckoned,
        shipped.Source);
}

/// <summary>Đã đưa lịch nghỉ có sẵn vào.</summary>
public sealed record ScheduleGiven(Guid HolidayScheduleId, string Code, ScheduleState State, ScheduleText Text, DateOnly On);

/// <summary>Đã cập nhật lịch nghỉ có sẵn mà chưa ai động đến.</summary>
public sealed record ScheduleRenewed(Guid HolidayScheduleId, ScheduleState State, ScheduleText Text);
