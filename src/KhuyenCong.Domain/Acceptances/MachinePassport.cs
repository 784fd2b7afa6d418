using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Lý lịch máy: one machine as it was seen at its acceptance; it is accepted once, under whatever project.</summary>
public sealed class MachinePassport : IProvincial, IAudited
{
    public const int CheckAfterMonths = 12;

    /// <summary>So many days before its day the check after a year may be done; what is looked at earlier is kept and the check stays due.</summary>
    public const int EarlyDays = 30;

    private readonly List<MachineCheck> checks = [];

    private MachinePassport()
    {
    }

    internal MachinePassport(Acceptance acceptance, Guid id) =>
        (ProvinceCode, AcceptanceId, ProjectId, MachinePassportId) = (acceptance.ProvinceCode, acceptance.AcceptanceId, acceptance.ProjectId, id);

    public Guid MachinePassportId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AcceptanceId { get; private set; }

    public Guid ProjectId { get; private set; }

    public int Order { get; private set; }

    public Guid? ProjectMachineId { get; private set; }

    public string Name { get; private set; } = "";

    public string? Model { get; private set; }

    public string? Maker { get; private set; }

    public string? Serial { get; private set; }

    public int? MadeYear { get; private set; }

    public string? Origin { get; private set; }

    public string? InvoiceNumber { get; private set; }

    public string? InvoiceSeries { get; private set; }

    public string? InvoiceSeller { get; private set; }

    public string? InvoiceTaxCode { get; private set; }

    public Dong? Cost { get; private set; }

    public string? SeenBy { get; private set; }

    public DateOnly? SeenOn { get; private set; }

    public bool IsAccepted { get; private set; }

    public string? OtherMachineReason { get; private set; }

    /// <summary>The serial alone, folded: machines of one serial are shown to each other.</summary>
    public string SerialKey { get; private set; } = "";

    /// <summary>Serial and maker while the machine is accepted; unique in the nation. Null = free.</summary>
    public string? AcceptedKey { get; private set; }

    public DateOnly? AcceptedOn { get; private set; }

    /// <summary>When it is to be looked at again.</summary>
    public DateOnly? CheckDueOn { get; private set; }

    /// <summary>Of the check that was due; null = it is still to be done, whoever looked at the machine before.</summary>
    public DateOnly? DueCheckedOn { get; private set; }

    /// <summary>The last look at it, as the list shows it.</summary>
    public DateOnly? CheckedOn { get; private set; }

    public MachineCheckResult? CheckResult { get; private set; }

    public string? CheckedBy { get; private set; }

    public string? CheckNote { get; private set; }

    public string SearchText { get; private set; } = "";

    /// <summary>All looks at it since its acceptance.</summary>
    public IReadOnlyList<MachineCheck> Checks => checks;

    public AuditSubject AuditSubject => new(nameof(Acceptance), AcceptanceId);

    /// <summary>What two machines must not share.</summary>
    public string Key => KeyOf(Serial, Maker);

    public MachineEntry Text => new(MachinePassportId)
    {
        ProjectMachineId = ProjectMachineId,
        Name = Name,
        Model = Model,
        Maker = Maker,
        Serial = Serial,
        MadeYear = MadeYear,
        Origin = Origin,
        InvoiceNumber = InvoiceNumber,
        InvoiceSeries = InvoiceSeries,
        InvoiceSeller = InvoiceSeller,
        InvoiceTaxCode = InvoiceTaxCode,
        Cost = Cost,
        SeenBy = SeenBy,
        SeenOn = SeenOn,
        IsAccepted = IsAccepted,
        OtherMachineReason = OtherMachineReason,
    };

    /// <summary>Serial and maker, letters and digits only; blank where the serial stands for no machine.</summary>
    public static string KeyOf(string? serial, string? maker) => SupportTrace.SerialOf(serial) is { Length: > 0 } number ? $"{number}|{SupportTrace.Fold(maker)}" : "";

    public void Apply(MachineChecked done)
    {
        ArgumentNullException.ThrowIfNull(done);
        checks.Add(MachineCheck.Of(this, done));
        if (CheckedOn is not { } last || done.CheckedOn >= last)
        {
            (CheckedOn, CheckResult, CheckedBy, CheckNote) = (done.CheckedOn, done.Result, done.CheckedBy, done.Note);
        }

        if (MeetsDue(done.CheckedOn))
        {
            DueCheckedOn ??= done.CheckedOn;
        }
    }

    /// <summary>Whether a look on that day is the one that is due a year after the acceptance.</summary>
    public bool MeetsDue(DateOnly day) => CheckDueOn is { } due && day >= due.AddDays(-EarlyDays);

    internal void Set(int order, MachineEntry entry)
    {
        (Order, ProjectMachineId, Name, Model, Maker, Serial) = (order, entry.ProjectMachineId, entry.Name, entry.Model, entry.Maker, entry.Serial);
        (MadeYear, Origin, Cost) = (entry.MadeYear, entry.Origin, entry.Cost);
        (InvoiceNumber, InvoiceSeries, InvoiceSeller, InvoiceTaxCode) = (entry.InvoiceNumber, entry.InvoiceSeries, entry.InvoiceSeller, entry.InvoiceTaxCode);
        (SeenBy, SeenOn, IsAccepted, OtherMachineReason) = (entry.SeenBy, entry.SeenOn, entry.IsAccepted, entry.OtherMachineReason);
        SerialKey = SupportTrace.SerialOf(Serial);
        SearchText = Kernel.SearchText.Fold($"{Name} {Model} {Maker} {Serial}");
    }

    internal void Accept(DateOnly on) => (AcceptedKey, AcceptedOn, CheckDueOn) = (Key, on, on.AddMonths(CheckAfterMonths));

    internal void Release() => (AcceptedKey, AcceptedOn, CheckDueOn, DueCheckedOn) = (null, null, null, null);
}
