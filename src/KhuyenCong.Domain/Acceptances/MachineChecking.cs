using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Kiểm tra máy sau nghiệm thu: whether it is still there and used for what it was supported for.</summary>
public static class MachineChecking
{
    public const int LongestText = 2000;

    /// <param name="machine">With all its checks.</param>
    /// <param name="acceptance">Its record.</param>
    /// <param name="text">What was found.</param>
    /// <param name="checkId">Of the check.</param>
    /// <param name="mover">By whom.</param>
    /// <param name="clock">Of the record.</param>
    public static Ruling<MachineChecked> Of(MachinePassport machine, Acceptance acceptance, MachineCheckText text, Guid checkId, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(acceptance);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (!mover.May(Act.InspectProject, acceptance.Regime, acceptance.TerritoryCode))
        {
            return new(null, [new("acceptance.not-allowed")]);
        }

        var (result, checkedOn, checkedBy, note) = text;
        return Decide.If(
            () => new MachineChecked(checkId, machine.MachinePassportId, result!.Value, checkedOn!.Value, checkedBy!.Trim().Normalize(), string.IsNullOrWhiteSpace(note) ? null : note.Trim().Normalize(), mover.UserId, clock.UtcNow),
            (machine.AcceptedKey is not null, new("machine.not-accepted")),
            (result is not null, new("machine.check-result-missing", "Result")),
            (checkedOn is { } day && day <= clock.Today && !(day < machine.AcceptedOn), new("machine.check-day", "CheckedOn")),
            (!string.IsNullOrWhiteSpace(checkedBy), new("machine.checked-by-missing", "CheckedBy")),
            (result is null or MachineCheckResult.InUse || !string.IsNullOrWhiteSpace(note), new("machine.check-note-missing", "Note")),
            (checkedBy is null || checkedBy.Length <= AcceptanceCheck.LongestShort, new("project.too-long", "CheckedBy", AcceptanceCheck.LongestShort)),
            (note is null || note.Length <= LongestText, new("project.too-long", "Note", LongestText)));
    }
}

/// <summary>Kết quả kiểm tra máy như đã nhập.</summary>
public sealed record MachineCheckText(MachineCheckResult? Result, DateOnly? CheckedOn, string? CheckedBy, string? Note);
