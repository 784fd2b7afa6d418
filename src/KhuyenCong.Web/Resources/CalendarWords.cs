using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Working days and days off in Vietnamese.</summary>
public static class CalendarWords
{
    private static readonly string[] WeekDays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    public static string WeekDay(this DateOnly day) => WeekDays[(int)day.DayOfWeek];

    public static string Text(this ScheduleState state) => state switch
    {
        ScheduleState.Draft => "Dự thảo",
        ScheduleState.Published => "Đã công bố",
        ScheduleState.Replaced => "Đã được thay thế",
        _ => "Đã rút",
    };

    public static Tone Tone(this ScheduleState state) => state switch
    {
        ScheduleState.Draft => TagHelpers.Tone.Warn,
        ScheduleState.Published => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    /// <summary>What a schedule is worth: said of what came with the product, and of what somebody confirmed.</summary>
    public static string? Standing(this HolidaySchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule.IsGiven ? (schedule.IsReckoned ? "Tính theo luật và lịch, chưa có thông báo" : "Có sẵn, chưa xác nhận") : schedule.ConfirmedOn is not null ? "Đã xác nhận" : null;
    }

    public static string Text(this PeriodKind kind) => kind is PeriodKind.Off ? "Nghỉ" : "Làm bù";

    /// <summary>"thứ Hai 16/02/2026 – thứ Sáu 20/02/2026".</summary>
    public static string DaysText(this HolidayPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var first = $"{period.From.WeekDay()} {period.From.Text()}";
        return period.To == period.From ? first : $"{first} – {period.To.WeekDay()} {period.To.Text()}";
    }

    /// <summary>"Văn bản số 123/TB ngày 01/11/2026 của Bộ …", as far as it has been entered.</summary>
    public static string DocumentText(this HolidaySchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule.DocumentNumber.Length == 0 ? (schedule.ShippedCode is not null && schedule.Issuer.Length > 0 ? $"Thông báo của {schedule.Issuer}, chưa có số" : "Chưa có văn bản")
            : $"Văn bản số {schedule.DocumentNumber}{(schedule.DocumentDate is { } day ? $" ngày {day.Text()}" : "")}{(schedule.Issuer.Length > 0 ? $" của {schedule.Issuer}" : "")}";
    }

    /// <summary>What a count of working days has to say about years whose days off are not all published; nothing where they are.</summary>
    public static string? Caveat(IReadOnlyList<int> unknownYears)
    {
        ArgumentNullException.ThrowIfNull(unknownYears);
        return unknownYears.Count == 0 ? null : $"chưa có lịch nghỉ cả năm {string.Join(", ", unknownYears)}: ngày làm việc tính từ thứ Hai đến thứ Sáu, mới trừ những ngày có ở Lịch làm việc, kể cả ngày chưa được xác nhận";
    }

    /// <summary>"Quá hạn 3 ngày làm việc"; within a weekend or days off no working day has gone by yet.</summary>
    public static string OverdueText(this WorkingCalendar calendar, DateOnly due, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.Elapsed(due, today, DayKind.Working) is > 0 and var days ? $"Quá hạn {days} ngày làm việc" : "Quá hạn";
    }

    /// <summary>Stored codes of the calendar in words, for histories.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "State" when code is nameof(ScheduleState.Published) or nameof(ScheduleState.Replaced) => Enum.Parse<ScheduleState>(code).Text(),
        "Kind" when Enum.TryParse<PeriodKind>(code, out var kind) => kind.Text(),
        _ => null,
    };
}
