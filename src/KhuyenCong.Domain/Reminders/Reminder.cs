using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Reminders;

/// <summary>Nhắc việc: that an item waited at a level on a day. It holds no text: what is shown is derived from the item, for whoever may see it.</summary>
public sealed class Reminder : IProvincial
{
    private Reminder()
    {
    }

    public Guid ReminderId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Whose item it is; null where the item is an office's own record, of no single project.</summary>
    public Guid? ProjectId { get; private set; }

    public Guid? ContractId { get; private set; }

    public WaitingKind Kind { get; private set; }

    public Guid ItemId { get; private set; }

    /// <summary>The month of a report, the step of an office's own record; empty for all else.</summary>
    public string Part { get; private set; } = "";

    public ReminderLevel Level { get; private set; }

    /// <summary>The day on which the level was reached.</summary>
    public DateOnly On { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>Whose people are reminded: the holder's, or of those who record what the holder did.</summary>
    public WaitingParty Asked { get; private set; }

    public WaitingParty Agency { get; private set; }

    public Act Act { get; private set; }

    public Regime Regime { get; private set; }

    public string TerritoryCode { get; private set; } = "";

    /// <summary>The unit that performs; only for what waits for it.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The establishment that performs; only for what waits for it.</summary>
    public Guid? EstablishmentId { get; private set; }

    /// <summary>The body whose money or report it is; only of an office's own record.</summary>
    public Guid? UnitId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was found that the item had moved on.</summary>
    public DateTime? ClosedAt { get; private set; }

    public ReminderKey Key => new(Kind, ItemId, Part, Level, On);

    /// <param name="id">Of the reminder.</param>
    /// <param name="provinceCode">The province.</param>
    /// <param name="projectId">Whose item it is; null for an office's own record, and for no other.</param>
    /// <param name="item">What waits.</param>
    /// <param name="level">What it has reached.</param>
    /// <param name="at">When it was found.</param>
    public static Reminder Of(Guid id, string provinceCode, Guid? projectId, WaitingItem item, ReachedLevel level, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(level);
        if (projectId.HasValue == OfficeClock.Kinds.Contains(item.Kind))
        {
            throw new ArgumentException($"{item.Kind} is of a project, or of an office, and of one of them only.", nameof(projectId));
        }

        return new()
        {
            ReminderId = id,
            ProvinceCode = provinceCode,
            ProjectId = projectId,
            ContractId = item.ContractId,
            Kind = item.Kind,
            ItemId = item.ItemId,
            Part = item.Part,
            Level = level.Level,
            On = level.On,
            DueOn = item.Due?.LastDay ?? level.On,
            Asked = item.Asked,
            Agency = item.Agency,
            Act = item.Act,
            Regime = item.Regime,
            TerritoryCode = item.TerritoryCode,
            OrganisationId = item.OrganisationId,
            EstablishmentId = item.EstablishmentId,
            UnitId = item.UnitId,
            CreatedAt = at,
        };
    }

    public void Close(DateTime at) => ClosedAt ??= at;

    /// <summary>The item waits again as it did before.</summary>
    public void Reopen() => ClosedAt = null;
}

/// <summary>Khóa của một nhắc việc: one for each item, level and day.</summary>
public sealed record ReminderKey(WaitingKind Kind, Guid ItemId, string Part, ReminderLevel Level, DateOnly On);

/// <summary>Đã đọc, đã xử lý: what one person did with a reminder. It hides it from them and from nobody else.</summary>
public sealed class ReminderMark : IProvincial
{
    private ReminderMark()
    {
    }

    public Guid ReminderMarkId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ReminderId { get; private set; }

    public Guid UserId { get; private set; }

    public DateTime ReadAt { get; private set; }

    public DateTime? HandledAt { get; private set; }

    public static ReminderMark Of(Guid id, Reminder reminder, Guid userId, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        return new() { ReminderMarkId = id, ProvinceCode = reminder.ProvinceCode, ReminderId = reminder.ReminderId, UserId = userId, ReadAt = at };
    }

    public void Handle(DateTime at) => HandledAt ??= at;
}
