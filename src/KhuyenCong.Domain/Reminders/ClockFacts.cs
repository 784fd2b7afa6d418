using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;

namespace KhuyenCong.Domain.Reminders;

/// <summary>Những gì đồng hồ của một đề án dựa vào.</summary>
/// <param name="StepDue">What the published procedure gives for the state that the dossier is in.</param>
/// <param name="Deadline">For a dossier that was sent back: until when more is asked for.</param>
/// <param name="WrittenBy">Who made the dossier.</param>
public sealed record ClockFacts(Guid ProjectId, ProjectKind Kind, ProjectState State, DateOnly StateSince, string? CommuneCode, DateOnly? Deadline = null, DateOnly? StepDue = null, Guid? WrittenBy = null)
{
    public IReadOnlyList<ContractFact> Contracts { get; init; } = [];

    public IReadOnlyList<PaymentFact> Payments { get; init; } = [];

    public IReadOnlyList<AcceptanceFact> Acceptances { get; init; } = [];

    public IReadOnlyList<SettlementFact> Settlements { get; init; } = [];

    public IReadOnlyList<FindingFact> Findings { get; init; } = [];

    public IReadOnlyList<MachineFact> Machines { get; init; } = [];

    public IReadOnlyList<FollowUpFact> FollowUps { get; init; } = [];

    public IReadOnlyList<RecoveryFact> Recoveries { get; init; } = [];

    public IReadOnlyList<ExcessFact> Excesses { get; init; } = [];

    public IReadOnlyList<SummaryFact> Summaries { get; init; } = [];

    public IReadOnlyList<InspectionFact> Inspections { get; init; } = [];
}

/// <summary>Hợp đồng, as far as its clock asks.</summary>
/// <param name="IsPart">Under another contract: that one reports and settles.</param>
/// <param name="AgencyKind">What kind of body party A is.</param>
public sealed record ContractFact(Guid ContractId, Regime Regime, string TerritoryCode, ContractState State, DateOnly StateSince, DateOnly? SignedOn, DateOnly? EndsOn, bool IsPart, OrganisationKind? AgencyKind, Guid DraftedBy)
{
    /// <summary>The contract that a part is under.</summary>
    public Guid? ParentId { get; init; }

    public Guid? EstablishmentId { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>The reports it owes; none for a part.</summary>
    public IReadOnlyList<ExpectedReport> Months { get; init; } = [];

    public IReadOnlyDictionary<Guid, DateOnly> ReportsSince { get; init; } = new Dictionary<Guid, DateOnly>();

    public IReadOnlyList<SettlementDeadline> Deadlines { get; init; } = [];

    /// <summary>The day of its last concluded acceptance.</summary>
    public DateOnly? LastAcceptance { get; init; }

    /// <summary>What of its sites is not accepted; without those that nobody waits for.</summary>
    public OpenSites Sites { get; init; } = OpenSites.None;

    /// <summary>What was advanced and not cleared.</summary>
    public UnspentAdvance? Advance { get; init; }

    /// <summary>The first day that it names for a payment that has not gone out; null where none is open.</summary>
    public DateOnly? MilestoneDue { get; init; }

    /// <summary>Since when an amendment waits for its signature; null where none does.</summary>
    public DateOnly? AmendmentSince { get; init; }

    /// <summary>Since when another account waits to be confirmed; null where none does.</summary>
    public DateOnly? BankChangeSince { get; init; }
}

/// <summary>Đề nghị chi, as far as the clock asks.</summary>
public sealed record PaymentFact(Guid PaymentRequestId, Guid ContractId, PaymentState State, DateOnly Since, Guid CreatedBy)
{
    /// <summary>Lines of statements are matched with all of it.</summary>
    public bool IsMatched { get; init; }
}

/// <summary>Biên bản nghiệm thu, as far as the clock asks.</summary>
/// <param name="IsFollowed">Another round was begun after it.</param>
public sealed record AcceptanceFact(Guid AcceptanceId, Guid ContractId, AcceptanceState State, DateOnly Since, AcceptanceVerdict? Verdict = null, DateOnly? CompleteBy = null, bool IsFollowed = false, Guid? EstablishmentId = null);

/// <summary>Hồ sơ quyết toán, as far as the clock asks.</summary>
public sealed record SettlementFact(Guid SettlementId, Guid ContractId, SettlementState State, DateOnly Since);

/// <summary>Kiến nghị kiểm tra, as far as the clock asks.</summary>
public sealed record FindingFact(Guid FindingId, Guid InspectionId, FindingState State, DateOnly Since, DateOnly DueOn, Guid? EstablishmentId = null);

/// <summary>Máy đã nghiệm thu chưa kiểm tra lại.</summary>
public sealed record MachineFact(Guid MachinePassportId, DateOnly AcceptedOn, DateOnly CheckDueOn);

/// <summary>Phiếu theo dõi sau hỗ trợ, as far as the clock asks.</summary>
public sealed record FollowUpFact(Guid FollowUpId, Guid ContractId, FollowUpState State, DateOnly Since, DateOnly DueOn, Guid EstablishmentId);

/// <summary>Khoản thu hồi sau quyết toán đang chờ, as far as the clock asks.</summary>
/// <param name="OrderedOn">The day of the order.</param>
public sealed record RecoveryFact(Guid RecoveryId, Guid SettlementId, Guid ContractId, DateOnly OrderedOn);

/// <summary>Khoản phải thu hồi theo kết luận của Cục chưa lập thu hồi, as far as the clock asks.</summary>
/// <param name="SettlementId">At which it is ordered back; null = by a request of recovery.</param>
/// <param name="Since">The day of the Cục's record.</param>
public sealed record ExcessFact(Guid ContractId, Guid? SettlementId, DateOnly Since);

/// <summary>Biên bản nghiệm thu chung (5b, 5c), as far as the clock asks.</summary>
/// <param name="State">While it is written, or awaits its conclusion.</param>
public sealed record SummaryFact(Guid AcceptanceSummaryId, AcceptanceState State, DateOnly Since, Regime Regime, string TerritoryCode);

/// <summary>Cuộc kiểm tra đã đến ngày, chưa ghi kết quả, as far as the clock asks.</summary>
/// <param name="CommuneCode">Of a commune's own; null = the province's.</param>
/// <param name="IsToldElsewhere">Another of its projects reminds of it: one visit is told of once.</param>
public sealed record InspectionFact(Guid InspectionId, DateOnly On, string? CommuneCode, Guid? ContractId, bool IsToldElsewhere);
