using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.FollowUps;

/// <summary>Khoản hỗ trợ được theo dõi: one beneficiary at one site under one contract whose acceptance is concluded.</summary>
/// <param name="AcceptedOn">When the last record was concluded.</param>
public sealed record FollowedSupport(
    string ProvinceCode,
    Guid AcceptanceId,
    Guid ContractId,
    Guid ProjectId,
    Regime Regime,
    string TerritoryCode,
    Guid BeneficiaryId,
    Guid EstablishmentId,
    string BeneficiaryName,
    Guid? ProductionSiteId,
    string? CommuneCode,
    DateOnly AcceptedOn);

/// <summary>Máy được hỏi, as its passport has it.</summary>
public sealed record FollowedMachine(Guid MachinePassportId, string Name, string? Serial);

/// <summary>Nội dung phiếu theo dõi, as written.</summary>
public sealed record FollowUpText
{
    public int? Workers { get; init; }

    public int? WorkersBefore { get; init; }

    public Dong? Revenue { get; init; }

    public Dong? RevenueBefore { get; init; }

    public IReadOnlyList<MachineAnswer> Machines { get; init; } = [];

    public string? Difficulties { get; init; }

    public string? Wishes { get; init; }

    public string? NoPhotoReason { get; init; }

    /// <summary>Only where somebody else than the owner writes.</summary>
    public BehalfConsent? Consent { get; init; }
}

/// <summary>Câu trả lời về một máy.</summary>
public sealed record MachineAnswer(Guid MachinePassportId, MachineUse? Use, string? Reason);

/// <summary>Sự đồng ý của cơ sở cho người khác ghi hộ phiếu.</summary>
public sealed record BehalfConsent(string? GivenBy, DateOnly? GivenOn, ConsentManner? Manner);

/// <summary>Nội dung đề nghị kết luận sử dụng kinh phí sai mục đích.</summary>
public sealed record MisuseText(string Reason, string Document, DateOnly? DocumentDate, DateOnly? DueOn);

/// <summary>Đã mở phiếu theo dõi.</summary>
public sealed record FollowUpOpened(Guid FollowUpId, FollowedSupport Support, FollowUpDue Due, DateOnly On, DateTime At);

/// <summary>Đã tính lại mốc theo biên bản nghiệm thu mới.</summary>
public sealed record FollowUpRebased(FollowedSupport Support, FollowUpDue Due, DateTime At);

/// <summary>Đã ghi phiếu theo dõi.</summary>
/// <param name="MachineIds">An id for each machine, used where its row is new.</param>
/// <param name="IsOnBehalf">Whether somebody else than the owner wrote it.</param>
public sealed record FollowUpWritten(FollowUpText Text, IReadOnlyList<FollowedMachine> Machines, IReadOnlyList<Guid> MachineIds, bool IsOnBehalf, Guid By, DateTime At);

/// <summary>Đã kèm ảnh máy.</summary>
public sealed record FollowUpPhotoAdded(Guid PhotoId, Guid? MachinePassportId, string Sha256, string FileName, long Size, string MediaType, string ByName, Guid By, DateTime At, DateTime? TakenAt = null);

/// <summary>Đã gỡ ảnh máy.</summary>
public sealed record FollowUpPhotoRemoved(Guid PhotoId, Guid By, DateTime At);

/// <summary>Đã chuyển bước phiếu theo dõi.</summary>
public sealed record FollowUpMoved(Guid FollowUpId, Guid StepId, FollowUpAction Action, PurposeFinding? Purpose, string? Note, FollowUpState To, Guid By, DateOnly On, DateTime At);

/// <summary>Đã đề nghị kết luận sử dụng sai mục đích.</summary>
public sealed record MisuseProposed(MisuseText Text, Guid By, DateTime At);

/// <summary>Đã xét đề nghị kết luận sử dụng sai mục đích.</summary>
public sealed record MisuseJudged(bool IsMisuse, string? Note, Guid? InspectionId, Guid By, DateTime At);
