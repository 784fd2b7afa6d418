namespace KhuyenCong.Domain.Acceptances;

/// <summary>Lần kiểm tra máy: what one person found of an accepted machine on a day; a later look never overwrites it.</summary>
public sealed class MachineCheck : IProvincial, IAudited
{
    private MachineCheck()
    {
    }

    public Guid MachineCheckId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AcceptanceId { get; private set; }

    public Guid MachinePassportId { get; private set; }

    /// <summary>Counts a machine's checks up: whoever looked at fewer is told so, and two at once are one.</summary>
    public int Sequence { get; private set; }

    public MachineCheckResult CheckResult { get; private set; }

    public DateOnly CheckedOn { get; private set; }

    public string CheckedBy { get; private set; } = "";

    public string? Note { get; private set; }

    /// <summary>The account that recorded it; null where it was recorded before checks were kept one by one.</summary>
    public Guid? RecordedBy { get; private set; }

    public DateTime? RecordedAt { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Acceptance), AcceptanceId);

    internal static MachineCheck Of(MachinePassport machine, MachineChecked done) => new()
    {
        MachineCheckId = done.MachineCheckId,
        ProvinceCode = machine.ProvinceCode,
        AcceptanceId = machine.AcceptanceId,
        MachinePassportId = machine.MachinePassportId,
        Sequence = machine.Checks.Count + 1,
        CheckResult = done.Result,
        CheckedOn = done.CheckedOn,
        CheckedBy = done.CheckedBy,
        Note = done.Note,
        RecordedBy = done.By,
        RecordedAt = done.At,
    };
}
