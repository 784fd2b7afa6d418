using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;

namespace KhuyenCong.Domain.Reminders;

/// <summary>Một việc đang chờ, của đề án hoặc của cơ quan: what, who has it, since when and until when.</summary>
/// <param name="Kind">What waits.</param>
/// <param name="ItemId">The record that waits; the contract for a month's report, the project where there is no record yet.</param>
/// <param name="Holder">Đang chờ ai.</param>
/// <param name="Agency">Who follows it up where the holder is no office of the province: Sở, Trung tâm or the commune.</param>
/// <param name="Act">The next step.</param>
/// <param name="Since">Since when the holder has it.</param>
/// <param name="Due">Until when; null where no deadline is set by anything.</param>
public sealed record WaitingItem(WaitingKind Kind, Guid ItemId, WaitingParty Holder, WaitingParty Agency, Act Act, DateOnly Since, WaitingDue? Due)
{
    /// <summary>The month of a report, "2026-10"; of an office's own record the step that it waits at, or the year that nobody has reported; empty for all else.</summary>
    public string Part { get; init; } = "";

    public Guid? ContractId { get; init; }

    public Regime Regime { get; init; }

    public string TerritoryCode { get; init; } = "";

    /// <summary>Địa điểm chưa nghiệm thu: of work under way the sites that nobody has accepted, where others were.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>The person who has it, where one person does.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Whose concern alone it is: the party of the contract, the establishment found fault with.</summary>
    public Guid? EstablishmentId { get; init; }

    /// <summary>The unit that is the party of the contract.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Where it is read, if that is another record: the inspection of a finding, the acceptance of a machine.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>The body whose money or report it is; only of an office's own record, and null of a plan.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Bản nháp của đơn vị: an office's own record that nobody outside its unit is told of yet.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Shown here, and reminded of by another item of the same matter.</summary>
    public bool IsRemindedElsewhere { get; init; }

    public (WaitingKind Kind, Guid ItemId, string Part) Key => (Kind, ItemId, Part);

    /// <summary>Người được nhắc: the holder, or whoever records here what the Treasury, the Ministry or a council did.</summary>
    public WaitingParty Asked => Holder switch
    {
        WaitingParty.Treasury or WaitingParty.Ministry => Agency,
        WaitingParty.Council => Agency is WaitingParty.CommuneOffice ? Agency : WaitingParty.Committee,
        _ => Holder,
    };

    /// <summary>Working days after the last day; none where no deadline is set.</summary>
    public int DaysLate(DateOnly today, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Due is { } due ? calendar.Elapsed(due.LastDay, today, DayKind.Working) : 0;
    }

    /// <summary>Working days until the last day.</summary>
    public int? DaysLeft(DateOnly today, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Due is { } due && due.LastDay >= today ? calendar.Elapsed(today, due.LastDay, DayKind.Working) : null;
    }

    /// <summary>Whether its last day has gone by, where that day counts.</summary>
    public bool IsLate(DateOnly today) => Due is { Counts: true } due && due.LastDay < today;
}

/// <summary>Hạn của một việc đang chờ, with where it comes from.</summary>
/// <param name="LastDay">The last day in time.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="RuleCode">The rule of the library; null where it is none.</param>
/// <param name="Binds">For a rule: verified or adopted, and of the dossier's own regime. Any other rule only suggests.</param>
public sealed record WaitingDue(DateOnly LastDay, DueSource Source, string? RuleCode = null, bool Binds = false)
{
    /// <summary>Whether somebody is late by it: a rule that only suggests makes nobody late.</summary>
    public bool Counts => Source is not DueSource.Law || Binds;
}
