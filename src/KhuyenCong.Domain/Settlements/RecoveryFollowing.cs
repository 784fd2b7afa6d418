using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Theo dõi khoản thu hồi sau quyết toán: from the order to the money at the Treasury, or to the order that was lifted.</summary>
/// <remarks>
/// Whoever recorded the order confirms neither that its money came nor that it is waited for no longer: one hand says what is owed, another that it is settled.
/// Whoever prepared the file does none of it. Every receipt names the Treasury's document by its number, and never more than is settled comes back.
/// </remarks>
public static class RecoveryFollowing
{
    /// <summary>The money came back: its day and the Treasury's number. The ledger moves with it.</summary>
    public static Ruling<RecoveryReceived> Receive(Settlement settlement, Guid recoveryId, DateOnly? paidBackOn, string? treasuryNumber, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Pending(settlement, recoveryId, mover, out var refusal) is not { } recovery ? new(null, [refusal!])
            : Decide.If(
                () => new RecoveryReceived(recoveryId, paidBackOn!.Value, treasuryNumber!.Trim(), mover.UserId, clock.UtcNow),
                (paidBackOn is { } day && day <= clock.Today && day >= recovery.DocumentDate, new("settlement.paid-back-date", nameof(recovery.PaidBackOn))),
                (!string.IsNullOrWhiteSpace(treasuryNumber), new("settlement.receipt-number", nameof(recovery.TreasuryNumber))),
                (!(treasuryNumber?.Length > Settling.LongestNumber), new("project.too-long", nameof(recovery.TreasuryNumber), Settling.LongestNumber)));
    }

    /// <summary>The order was lifted or was recorded by mistake: nothing is waited for any longer.</summary>
    public static Ruling<RecoveryWithdrawn> Withdraw(Settlement settlement, Guid recoveryId, string? reason, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Pending(settlement, recoveryId, mover, out var refusal) is null ? new(null, [refusal!])
            : Decide.If(
                () => new RecoveryWithdrawn(recoveryId, clock.Today, reason!.Trim(), mover.UserId, clock.UtcNow),
                (!string.IsNullOrWhiteSpace(reason), new("settlement.reason-missing", "Reason")),
                (!(reason?.Length > Settling.LongestText), new("project.too-long", "Reason", Settling.LongestText)));
    }

    /// <summary>Whether somebody may confirm the receipt of an order, or lift it.</summary>
    public static bool MayFollow(Settlement settlement, Guid recoveryId, PlanMover mover) => Pending(settlement, recoveryId, mover, out _) is not null;

    private static SettledRecovery? Pending(Settlement settlement, Guid recoveryId, PlanMover mover, out Breach? refusal)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(mover);
        var found = settlement.Recoveries.FirstOrDefault(r => r.SettledRecoveryId == recoveryId);
        refusal = !mover.May(Act.ConfirmRecovery, settlement.Regime, settlement.TerritoryCode) ? new("settlement.not-allowed")
            : found is not { IsPending: true } ? new("settlement.recovery-gone")
            : settlement.Hands.HasWritten(mover.UserId) ? new("settlement.own-work")
            : found.By == mover.UserId ? new("settlement.recovery-own-order")
            : null;
        return refusal is null ? found : null;
    }
}

/// <summary>Đã nhận tiền thu hồi tại Kho bạc.</summary>
public sealed record RecoveryReceived(Guid RecoveryId, DateOnly PaidBackOn, string TreasuryNumber, Guid By, DateTime At);

/// <summary>Thôi thu hồi: văn bản yêu cầu đã hủy, hoặc ghi nhầm.</summary>
public sealed record RecoveryWithdrawn(Guid RecoveryId, DateOnly On, string Reason, Guid By, DateTime At);
