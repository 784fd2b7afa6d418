using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Calendars;

/// <summary>Soạn, công bố, rút lịch nghỉ: a draft may lack its document, what is published may not.</summary>
public static class HolidayScheduling
{
    public const int LongestName = 200;
    public const int LongestNumber = 60;
    public const int LongestText = 1000;
    public const int MostPeriods = 40;
    public const int LongestPeriod = 31;
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    public static Ruling<ScheduleDrafted> Draft(ScheduleDrafted wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Decide.Unless([.. Faults(wanted.Text)], () => wanted);
    }

    /// <param name="schedule">The draft.</param>
    /// <param name="text">As typed.</param>
    /// <param name="territory">Whose schedules the editor keeps: a province's, or null for the nation's.</param>
    public static Ruling<ScheduleEdited> Edit(HolidaySchedule schedule, ScheduleText text, string? territory)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(text);
        return Decide.Unless([.. DraftFaults(schedule, territory), .. Faults(text)], () => new ScheduleEdited(schedule.HolidayScheduleId, text));
    }

    /// <summary>Only one's own draft may be changed or thrown away.</summary>
    public static IReadOnlyList<Breach> DraftFaults(HolidaySchedule schedule, string? territory)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule.ProvinceCode != territory ? [new("calendar.not-own")]
            : schedule.State is not ScheduleState.Draft ? [new("calendar.published")]
            : [];
    }

    /// <param name="schedule">The draft.</param>
    /// <param name="others">All other published schedules that hold in its territory: the nation's, and the province's own.</param>
    /// <param name="territory">Whose schedules the publisher keeps.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="today">The day.</param>
    public static Ruling<SchedulePublished> Publish(HolidaySchedule schedule, IEnumerable<HolidaySchedule> others, string? territory, Guid by, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (DraftFaults(schedule, territory) is { Count: > 0 } faults)
        {
            return new(null, faults);
        }

        var published = others.Where(o => o.State is ScheduleState.Published && o.HolidayScheduleId != schedule.HolidayScheduleId).ToList();
        var replaced = schedule.ReplacesId is { } id ? published.Find(o => o.HolidayScheduleId == id && o.ProvinceCode == schedule.ProvinceCode) : null;
        published.Remove(replaced!);

        // What only came with the product stands in nobody's way: where an official speaks of its days, or of the whole year, it ends.
        var given = published.FindAll(o => o.IsGiven);
        published.RemoveAll(o => o.IsGiven);
        var yielding = given.FindAll(o => o.ProvinceCode == schedule.ProvinceCode && ((schedule.IsWholeYear && o.Year == schedule.Year) || o.Periods.Any(g => schedule.Periods.Any(p => p.From <= g.To && g.From <= p.To))));
        var own = published.Where(o => o.ProvinceCode == schedule.ProvinceCode).ToList();
        var taken = own.SelectMany(o => o.Periods, (o, p) => (Schedule: o, Period: p)).FirstOrDefault(o => schedule.Periods.Any(p => p.From <= o.Period.To && o.Period.From <= p.To));
        var whole = schedule.IsWholeYear ? own.Find(o => o.IsWholeYear && o.Year == schedule.Year) : null;
        var holidays = published.Where(o => o.ProvinceCode is null && schedule.ProvinceCode is not null).SelectMany(o => o.Periods).Where(p => p.Kind is PeriodKind.Off).ToList();
        var worked = schedule.Periods.FirstOrDefault(p => p.Kind is PeriodKind.MadeUp && holidays.Any(h => h.From <= p.To && p.From <= h.To));
        return Decide.If<SchedulePublished>(
            () => new(schedule.HolidayScheduleId, by, today, replaced is null ? null : Replaced(replaced, schedule, today)) { GivingWay = [.. yielding.Select(o => Replaced(o, schedule, today))] },
            (schedule.Periods.Count > 0, new("calendar.no-day")),
            (Filled(schedule.DocumentNumber), new("calendar.number-missing")),
            (schedule.DocumentDate is not null, new("calendar.date-missing")),
            (!(schedule.DocumentDate > today), new("calendar.decided-in-future")),
            (Filled(schedule.Issuer), new("calendar.issuer-missing")),
            (schedule.Verification is not null, new("calendar.verification-missing")),
            (schedule.ReplacesId is null || replaced is not null, new("calendar.replaced-gone")),
            (taken.Period is null, new("calendar.day-taken", null, taken.Period?.From.ToString("dd/MM/yyyy") ?? "", taken.Schedule?.DocumentNumber ?? "")),
            (whole is null, new("calendar.year-complete", null, schedule.Year, whole?.DocumentNumber ?? "")),
            (worked is null, new("calendar.off-nationally", null, worked?.From.ToString("dd/MM/yyyy") ?? "")));
    }

    /// <summary>Somebody read the document of a schedule that came with the product, and its days are right: from then on it is the official's.</summary>
    /// <param name="schedule">Which counts.</param>
    /// <param name="cited">What was read.</param>
    /// <param name="territory">Whose schedules the official keeps.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="today">The day.</param>
    public static Ruling<ScheduleConfirmed> Confirm(HolidaySchedule schedule, CitedDocument cited, string? territory, Guid by, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(cited);
        return Decide.If<ScheduleConfirmed>(
            () => new(schedule.HolidayScheduleId, cited.Number!.Trim(), cited.Date!.Value, cited.Issuer!.Trim(), Filled(cited.Clause) ? cited.Clause!.Trim() : null, by, today),
            (schedule.ProvinceCode == territory, new("calendar.not-own")),
            (schedule.IsGiven && schedule.State is ScheduleState.Published, new("calendar.not-given")),
            (Filled(cited.Number), new("calendar.cited-number-missing", nameof(cited.Number))),
            (!(cited.Number?.Trim().Length > LongestNumber), new("calendar.too-long", nameof(cited.Number), LongestNumber)),
            (cited.Date is not null, new("calendar.cited-date-missing", nameof(cited.Date))),
            (!(cited.Date > today), new("calendar.decided-in-future", nameof(cited.Date))),
            (Filled(cited.Issuer), new("calendar.cited-issuer-missing", nameof(cited.Issuer))),
            (!(cited.Issuer?.Trim().Length > LongestName), new("calendar.too-long", nameof(cited.Issuer), LongestName)),
            (!(cited.Clause?.Trim().Length > LongestName), new("calendar.too-long", nameof(cited.Clause), LongestName)));
    }

    public static Ruling<ScheduleEnded> Withdraw(HolidaySchedule schedule, string? reason, string? territory, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return Decide.If<ScheduleEnded>(
            () => new(schedule.HolidayScheduleId, ScheduleState.Withdrawn, reason!.Trim(), today),
            (schedule.ProvinceCode == territory, new("calendar.not-own")),
            (schedule.State is ScheduleState.Published, new("calendar.not-published")),
            (Filled(reason), new("calendar.reason-missing", "Reason")),
            (!(reason?.Trim().Length > LongestText), new("calendar.too-long", "Reason", LongestText)));
    }

    private static IEnumerable<Breach> Faults(ScheduleText text)
    {
        if (text.Year is < FirstYear or > LastYear)
        {
            yield return new("calendar.year-outside", nameof(text.Year), FirstYear, LastYear);
        }

        if (text.Verification is { } verification && !Enum.IsDefined(verification))
        {
            yield return new("calendar.verification-missing", nameof(text.Verification));
        }

        foreach (var (value, field, longest) in new[]
        {
            (text.DocumentNumber, nameof(text.DocumentNumber), LongestNumber), (text.Issuer, nameof(text.Issuer), LongestName),
            (text.Clause, nameof(text.Clause), LongestName), (text.Remark, nameof(text.Remark), LongestText), (text.SourceNote, nameof(text.SourceNote), LongestText),
        })
        {
            if (value?.Length > longest)
            {
                yield return new("calendar.too-long", field, longest);
            }
        }

        if (text.Periods.Count > MostPeriods)
        {
            yield return new("calendar.too-many-periods", null, MostPeriods);
        }

        foreach (var (place, period) in text.Periods.Index())
        {
            foreach (var breach in Faults(period, text.Year, $"Periods[{place}]."))
            {
                yield return breach;
            }

            if (text.Periods.Take(place).FirstOrDefault(p => p.From <= period.To && period.From <= p.To) is { } twice)
            {
                yield return new("calendar.day-twice", $"Periods[{place}].From", twice.Name);
            }
        }
    }

    private static IEnumerable<Breach> Faults(PeriodText period, int year, string at)
    {
        if (!Filled(period.Name))
        {
            yield return new("calendar.name-missing", at + nameof(period.Name));
        }
        else if (period.Name.Length > LongestName)
        {
            yield return new("calendar.too-long", at + nameof(period.Name), LongestName);
        }

        if (period.Note?.Length > LongestText)
        {
            yield return new("calendar.too-long", at + nameof(period.Note), LongestText);
        }

        if (!Enum.IsDefined(period.Kind))
        {
            yield return new("calendar.kind-unknown", at + nameof(period.Kind));
        }

        if (period.To < period.From)
        {
            yield return new("calendar.reversed", at + nameof(period.To));
        }
        else if (period.To.DayNumber - period.From.DayNumber >= LongestPeriod)
        {
            yield return new("calendar.period-too-long", at + nameof(period.To), LongestPeriod);
        }
        else if (period.From.Year != year || period.To.Year != year)
        {
            yield return new("calendar.other-year", at + nameof(period.From), year);
        }
        else if (period.Kind is PeriodKind.MadeUp && Enumerable.Range(0, period.To.DayNumber - period.From.DayNumber + 1).Any(i => !WorkingCalendar.IsWeekend(period.From.AddDays(i))))
        {
            yield return new("calendar.made-up-on-weekday", at + nameof(period.From));
        }
    }

    private static ScheduleEnded Replaced(HolidaySchedule old, HolidaySchedule next, DateOnly today) => new(old.HolidayScheduleId, ScheduleState.Replaced, $"Thay bằng {next.DocumentNumber}", today);

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>Nội dung của lịch nghỉ.</summary>
public sealed record ScheduleText(
    int Year,
    bool IsWholeYear,
    string DocumentNumber,
    DateOnly? DocumentDate,
    string Issuer,
    string? Clause,
    Verification? Verification,
    string? Remark,
    IReadOnlyList<PeriodText> Periods,
    bool IsReckoned = false,
    string? SourceNote = null);

/// <summary>Nội dung của một kỳ nghỉ, ngày làm bù.</summary>
public sealed record PeriodText(Guid PeriodId, DateOnly From, DateOnly To, PeriodKind Kind, string Name, string? Note = null);

/// <summary>Đã soạn dự thảo lịch nghỉ.</summary>
public sealed record ScheduleDrafted(Guid HolidayScheduleId, string? ProvinceCode, ScheduleText Text, Guid? ReplacesId, Guid By, DateOnly On);

/// <summary>Đã sửa dự thảo lịch nghỉ.</summary>
public sealed record ScheduleEdited(Guid HolidayScheduleId, ScheduleText Text);

/// <summary>Đã công bố lịch nghỉ; the one that it replaces ends.</summary>
public sealed record SchedulePublished(Guid HolidayScheduleId, Guid By, DateOnly On, ScheduleEnded? Replaces)
{
    /// <summary>What came with the product for the same days.</summary>
    public IReadOnlyList<ScheduleEnded> GivingWay { get; init; } = [];
}

/// <summary>Văn bản mà người xác nhận đã đọc.</summary>
public sealed record CitedDocument(string? Number, DateOnly? Date, string? Issuer, string? Clause);

/// <summary>Đã xác nhận lịch nghỉ có sẵn.</summary>
public sealed record ScheduleConfirmed(Guid HolidayScheduleId, string DocumentNumber, DateOnly DocumentDate, string Issuer, string? Clause, Guid By, DateOnly On);

/// <summary>Lịch nghỉ hết dùng: replaced or withdrawn.</summary>
public sealed record ScheduleEnded(Guid HolidayScheduleId, ScheduleState State, string Reason, DateOnly On);
