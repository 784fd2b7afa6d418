namespace KhuyenCong.Domain.FollowUps;

/// <summary>Máy được hỏi trong phiếu theo dõi: what the owner says of one machine that was accepted.</summary>
public sealed class FollowUpMachine : IProvincial, IAudited
{
    private FollowUpMachine()
    {
    }

    internal FollowUpMachine(FollowUp followUp, Guid id, Guid machinePassportId) =>
        (ProvinceCode, FollowUpId, FollowUpMachineId, MachinePassportId) = (followUp.ProvinceCode, followUp.FollowUpId, id, machinePassportId);

    public Guid FollowUpMachineId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid FollowUpId { get; private set; }

    public Guid MachinePassportId { get; private set; }

    public int Order { get; private set; }

    /// <summary>As its passport called it.</summary>
    public string Name { get; private set; } = "";

    public string? Serial { get; private set; }

    public MachineUse? Use { get; private set; }

    public string? Reason { get; private set; }

    public AuditSubject AuditSubject => new(nameof(FollowUp), FollowUpId);

    /// <summary>Whether it is still where it was accepted, so that it can be photographed.</summary>
    public bool IsThere => Use is MachineUse.InUse or MachineUse.Idle or MachineUse.Broken;

    internal void Set(int order, FollowedMachine of, MachineAnswer? answer) =>
        (Order, Name, Serial, Use, Reason) = (order, of.Name, of.Serial, answer?.Use, answer?.Reason);
}

/// <summary>Ảnh máy trong phiếu theo dõi. It may tell where and when it was taken: only whoever reads the sheet gets it.</summary>
public sealed class FollowUpPhoto : IProvincial, IAudited
{
    private FollowUpPhoto()
    {
    }

    public Guid FollowUpPhotoId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid FollowUpId { get; private set; }

    /// <summary>The machine that it shows; null = the workshop.</summary>
    public Guid? MachinePassportId { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public long Size { get; private set; }

    public string MediaType { get; private set; } = "";

    public string AddedBy { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    /// <summary>Lúc chụp theo thiết bị, which nobody has verified; null where it told none.</summary>
    public DateTime? TakenAt { get; private set; }

    public AuditSubject AuditSubject => new(nameof(FollowUp), FollowUpId);

    internal static FollowUpPhoto Of(FollowUp followUp, FollowUpPhotoAdded added) => new()
    {
        FollowUpPhotoId = added.PhotoId,
        ProvinceCode = followUp.ProvinceCode,
        FollowUpId = followUp.FollowUpId,
        MachinePassportId = added.MachinePassportId,
        Sha256 = added.Sha256,
        FileName = added.FileName,
        Size = added.Size,
        MediaType = added.MediaType,
        AddedBy = added.ByName,
        AddedAt = added.At,
        TakenAt = added.TakenAt,
    };
}

/// <summary>Bước xử lý của phiếu theo dõi.</summary>
public sealed class FollowUpStep : IProvincial, IAudited
{
    private FollowUpStep()
    {
    }

    public Guid FollowUpStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid FollowUpId { get; private set; }

    public int Sequence { get; private set; }

    public FollowUpAction Action { get; private set; }

    public FollowUpState FromState { get; private set; }

    public FollowUpState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public AuditSubject AuditSubject => new(nameof(FollowUp), FollowUpId);

    internal static FollowUpStep Of(FollowUp followUp, FollowUpMoved moved) => new()
    {
        FollowUpStepId = moved.StepId,
        ProvinceCode = followUp.ProvinceCode,
        FollowUpId = followUp.FollowUpId,
        Sequence = followUp.StepCount,
        Action = moved.Action,
        FromState = followUp.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Note,
    };
}
