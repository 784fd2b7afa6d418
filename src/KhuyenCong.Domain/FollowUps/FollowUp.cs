using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.FollowUps;

/// <summary>Phiếu theo dõi sau hỗ trợ: what the beneficiary says, so many months after the acceptance, of workers, revenue and each machine.</summary>
public sealed partial class FollowUp : IProvincial, IVersioned, IAudited
{
    /// <summary>So many days before its last day a sheet may be answered.</summary>
    public const int EarlyDays = 30;

    private readonly List<FollowUpMachine> machines = [];
    private readonly List<FollowUpPhoto> photos = [];
    private readonly List<FollowUpStep> steps = [];

    private FollowUp()
    {
    }

    public Guid FollowUpId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ContractId { get; private set; }

    public Guid ProjectId { get; private set; }

    /// <summary>The record that concluded the acceptance last.</summary>
    public Guid AcceptanceId { get; private set; }

    public Regime Regime { get; private set; }

    /// <summary>As its contract's: the commune that confirms it, or the province.</summary>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>The row of the project's beneficiaries: an establishment at one site.</summary>
    public Guid BeneficiaryId { get; private set; }

    public Guid EstablishmentId { get; private set; }

    /// <summary>As it was called when it was accepted.</summary>
    public string BeneficiaryName { get; private set; } = "";

    public Guid? ProductionSiteId { get; private set; }

    /// <summary>Where the site lies: its commune may write the sheet for the owner.</summary>
    public string? CommuneCode { get; private set; }

    /// <summary>Lần theo dõi: the first or the second.</summary>
    public int Round { get; private set; }

    /// <summary>So many months after the conclusion.</summary>
    public int Months { get; private set; }

    public DateOnly AcceptedOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>The year that the figures are asked of.</summary>
    public int ReportYear { get; private set; }

    /// <summary>The last whole year before the support.</summary>
    public int BaselineYear { get; private set; }

    public FollowUpState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    public int? Workers { get; private set; }

    public int? WorkersBefore { get; private set; }

    /// <summary>Null = chưa có số liệu, never zero.</summary>
    public Dong? Revenue { get; private set; }

    public Dong? RevenueBefore { get; private set; }

    public string? Difficulties { get; private set; }

    public string? Wishes { get; private set; }

    public string? NoPhotoReason { get; private set; }

    /// <summary>Ghi hộ: somebody else than the owner wrote it the last time.</summary>
    public bool IsOnBehalf { get; private set; }

    /// <summary>Personal data: who agreed that somebody else writes it for them; null where the owner writes it.</summary>
    public string? ConsentGivenBy { get; private set; }

    public DateOnly? ConsentGivenOn { get; private set; }

    public ConsentManner? ConsentManner { get; private set; }

    /// <summary>All who wrote or sent it: none of them confirms it.</summary>
    public IReadOnlyList<Guid> Writers { get; private set; } = [];

    public DateOnly? AnsweredOn { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    public PurposeFinding? MoneyUse { get; private set; }

    /// <summary>A machine was moved or sold, by the last answer.</summary>
    public bool HasMissingMachine { get; private set; }

    public MisuseState Misuse { get; private set; }

    public string? MisuseReason { get; private set; }

    public string? MisuseDocument { get; private set; }

    public DateOnly? MisuseDocumentDate { get; private set; }

    /// <summary>Until when it is to be put right.</summary>
    public DateOnly? MisuseDueOn { get; private set; }

    public Guid? MisuseProposedBy { get; private set; }

    public Guid? MisuseJudgedBy { get; private set; }

    /// <summary>Why the proposal was dismissed, or what the conclusion adds.</summary>
    public string? MisuseNote { get; private set; }

    /// <summary>The inspection whose finding stands on the establishment's record.</summary>
    public Guid? MisuseInspectionId { get; private set; }

    public int StepCount { get; private set; }

    public string SearchText { get; private set; } = "";

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<FollowUpMachine> Machines => machines;

    public IReadOnlyList<FollowUpPhoto> Photos => photos;

    public IReadOnlyList<FollowUpStep> Steps => steps;

    public bool IsEditable => State is FollowUpState.AwaitingAnswer or FollowUpState.SentBack;

    /// <summary>Whether an answer lies with whoever confirms, or is confirmed.</summary>
    public bool IsAnswered => State is FollowUpState.Submitted or FollowUpState.Confirmed;

    public AuditSubject AuditSubject => new(nameof(FollowUp), FollowUpId);

    public FollowUpText Text => new()
    {
        Workers = Workers,
        WorkersBefore = WorkersBefore,
        Revenue = Revenue,
        RevenueBefore = RevenueBefore,
        Machines = [.. machines.OrderBy(m => m.Order).Select(m => new MachineAnswer(m.MachinePassportId, m.Use, m.Reason))],
        Difficulties = Difficulties,
        Wishes = Wishes,
        NoPhotoReason = NoPhotoReason,
        Consent = ConsentGivenBy is { } by ? new(by, ConsentGivenOn, ConsentManner) : null,
    };

    public FollowUpStanding StandingOn(DateOnly day) => StandingOf(State, DueOn, day);

    public static FollowUpStanding StandingOf(FollowUpState state, DateOnly dueOn, DateOnly day) => state switch
    {
        FollowUpState.Submitted => FollowUpStanding.Answered,
        FollowUpState.Confirmed => FollowUpStanding.Confirmed,
        FollowUpState.SentBack => FollowUpStanding.SentBack,
        FollowUpState.NoAnswer => FollowUpStanding.NoAnswer,
        _ => day > dueOn ? FollowUpStanding.Overdue : day >= dueOn.AddDays(-EarlyDays) ? FollowUpStanding.Due : FollowUpStanding.NotDue,
    };

    public bool HasHand(Guid userId) => Writers.Contains(userId);
}
