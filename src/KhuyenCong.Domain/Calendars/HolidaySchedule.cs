using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Calendars;

/// <summary>Lịch nghỉ lễ, tết: the days off and the made-up working days that one document sets for a year, of the nation or of one province.</summary>
/// <remarks>A draft may be changed; what is published only ends: replaced by the next one, or withdrawn. A year may have several: the yearly one, a day granted later. Some come with the product and count until an official speaks.</remarks>
public sealed class HolidaySchedule : INational, IVersioned, IAudited
{
    private readonly List<HolidayPeriod> periods = [];

    private HolidaySchedule()
    {
    }

    public Guid HolidayScheduleId { get; private set; }

    public string? ProvinceCode { get; private set; }

    public int Year { get; private set; }

    /// <summary>Whether these are all days off of the year; only the nation's schedule can say so.</summary>
    public bool IsWholeYear { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    public DateOnly? DocumentDate { get; private set; }

    public string Issuer { get; private set; } = "";

    public string? Clause { get; private set; }

    /// <summary>How whoever entered it knows what the document says.</summary>
    public Verification? Verification { get; private set; }

    /// <summary>Nơi đọc: where its days were read.</summary>
    public string? SourceNote { get; private set; }

    /// <summary>Tính theo luật và lịch, chưa có thông báo: what the law alone gives, with what had to be assumed.</summary>
    public bool IsReckoned { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>Its name in the product's files; null for what an official entered.</summary>
    public string? ShippedCode { get; private set; }

    /// <summary>An official edited, confirmed, published or ended it: from then on the product's files leave it alone.</summary>
    public bool IsTouched { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    public ScheduleState State { get; private set; }

    /// <summary>The schedule that this one takes the place of when it is published.</summary>
    public Guid? ReplacesId { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateOnly CreatedOn { get; private set; }

    public Guid? PublishedBy { get; private set; }

    public DateOnly? PublishedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndReason { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<HolidayPeriod> Periods => periods;

    /// <summary>Lịch nghỉ có sẵn: it came with the product and no official has said anything about it.</summary>
    public bool IsGiven => ShippedCode is not null && !IsTouched;

    public IReadOnlyList<HolidayPeriod> InOrder => [.. periods.OrderBy(p => p.From).ThenBy(p => p.Kind)];

    public AuditSubject AuditSubject => new(nameof(HolidaySchedule), HolidayScheduleId);

    public ScheduleText Text => new(Year, IsWholeYear, DocumentNumber, DocumentDate, Issuer, Clause, Verification, Remark, [.. InOrder.Select(p => p.Text)], IsReckoned, SourceNote);

    public static HolidaySchedule From(ScheduleDrafted drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        var schedule = new HolidaySchedule
        {
            HolidayScheduleId = drafted.HolidayScheduleId,
            ProvinceCode = drafted.ProvinceCode,
            ReplacesId = drafted.ReplacesId,
            CreatedBy = drafted.By,
            CreatedOn = drafted.On,
        };
        schedule.Set(drafted.Text);
        return schedule;
    }

    public static HolidaySchedule From(ScheduleGiven given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var schedule = new HolidaySchedule { HolidayScheduleId = given.HolidayScheduleId, ShippedCode = given.Code, State = given.State, CreatedOn = given.On };
        schedule.Set(given.Text);
        return schedule;
    }

    public void Apply(ScheduleRenewed renewed)
    {
        ArgumentNullException.ThrowIfNull(renewed);
        State = renewed.State;
        Set(renewed.Text);
    }

    public void Apply(ScheduleEdited edited)
    {
        ArgumentNullException.ThrowIfNull(edited);
        IsTouched = true;
        Set(edited.Text);
    }

    public void Apply(ScheduleConfirmed confirmed)
    {
        ArgumentNullException.ThrowIfNull(confirmed);
        (DocumentNumber, DocumentDate, Issuer, Clause) = (confirmed.DocumentNumber, confirmed.DocumentDate, confirmed.Issuer, confirmed.Clause);
        (Verification, IsReckoned, IsTouched) = (Law.Verification.VerifiedVerbatim, false, true);
        (ConfirmedBy, ConfirmedOn) = (confirmed.By, confirmed.On);
    }

    public void Apply(SchedulePublished published)
    {
        ArgumentNullException.ThrowIfNull(published);
        (State, PublishedBy, PublishedOn, IsTouched) = (ScheduleState.Published, published.By, published.On, true);
    }

    public void Apply(ScheduleEnded ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        (State, EndReason, EndedOn, IsTouched) = (ended.State, ended.Reason, ended.On, true);
    }

    private void Set(ScheduleText text)
    {
        (Year, IsWholeYear, DocumentNumber, DocumentDate, Issuer) = (text.Year, text.IsWholeYear && ProvinceCode is null, text.DocumentNumber, text.DocumentDate, text.Issuer);
        (Clause, Verification, Remark, IsReckoned, SourceNote) = (text.Clause, text.Verification, text.Remark, text.IsReckoned, text.SourceNote);

        // Periods that stay keep their identity, so that a history tells what changed in which.
        periods.RemoveAll(p => text.Periods.All(t => t.PeriodId != p.HolidayPeriodId));
        foreach (var entry in text.Periods)
        {
            var row = periods.Find(p => p.HolidayPeriodId == entry.PeriodId);
            if (row is null)
            {
                periods.Add(row = new(this, entry.PeriodId));
            }

            row.Set(entry);
        }
    }
}

/// <summary>Kỳ nghỉ, ngày làm bù: one day or several in a row, with their name.</summary>
public sealed class HolidayPeriod : INational, IAudited
{
    private HolidayPeriod()
    {
    }

    internal HolidayPeriod(HolidaySchedule schedule, Guid id) => (ProvinceCode, HolidayScheduleId, HolidayPeriodId) = (schedule.ProvinceCode, schedule.HolidayScheduleId, id);

    public Guid HolidayPeriodId { get; private set; }

    public string? ProvinceCode { get; private set; }

    public Guid HolidayScheduleId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day, included.</summary>
    public DateOnly To { get; private set; }

    public PeriodKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What is to be known about these days: what was assumed, where they were read.</summary>
    public string? Note { get; private set; }

    public AuditSubject AuditSubject => new(nameof(HolidaySchedule), HolidayScheduleId);

    public PeriodText Text => new(HolidayPeriodId, From, To, Kind, Name, Note);

    internal void Set(PeriodText text) => (From, To, Kind, Name, Note) = (text.From, text.To, text.Kind, text.Name, text.Note);
}

/// <summary>Tình trạng của lịch nghỉ.</summary>
public enum ScheduleState
{
    /// <summary>Dự thảo.</summary>
    Draft,

    /// <summary>Đã công bố: the days count.</summary>
    Published,

    /// <summary>Đã được lịch khác thay thế.</summary>
    Replaced,

    /// <summary>Đã rút.</summary>
    Withdrawn,
}

/// <summary>Loại ngày trong lịch nghỉ.</summary>
public enum PeriodKind
{
    /// <summary>Ngày nghỉ.</summary>
    Off,

    /// <summary>Ngày làm bù: a Saturday or Sunday on which one works.</summary>
    MadeUp,
}
