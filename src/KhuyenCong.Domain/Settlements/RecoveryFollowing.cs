using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Theo dõi khoản thu hồi sau quyết toán: from the order to the money at the Treasury, or to the order that was lifted.</summary>
/// <remarks>
/// Whoever recorded the order confirms neither that its money came nor that it is waited for no longer: one hand says what is owed, another that it is settled.
/// A receipt confirmed by mistake is taken back by another person than whoever confirmed it, for a reason and by a document: the money is waited for again.
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

    /// <summary>Hủy xác nhận đã thu: the receipt was confirmed by mistake, and the money is waited for again. The ledger takes its entry back.</summary>
    public static Ruling<ReceiptTakenBack> TakeBack(Settlement settlement, Guid recoveryId, ReceiptCorrection correction, Guid newId, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(correction);
        ArgumentNullException.ThrowIfNull(clock);
        return Received(settlement, recoveryId, mover, out var refusal) is not { } recovery ? new(null, [refusal!])
            : Decide.If(
                () => new ReceiptTakenBack(newId, recoveryId, correction.Reason!.Trim(), correction.DocumentNumber!.Trim(), correction.DocumentDate!.Value, mover.UserId, clock.Today, clock.UtcNow),
                (!string.IsNullOrWhiteSpace(correction.DocumentNumber), new("settlement.correction-missing", nameof(correction.DocumentNumber))),
                (!(correction.DocumentNumber?.Trim().Length > Settling.LongestNumber), new("project.too-long", nameof(correction.DocumentNumber), Settling.LongestNumber)),
                (correction.DocumentDate is { } day && day <= clock.Today && day >= recovery.DocumentDate, new("settlement.correction-date", nameof(correction.DocumentDate))),
                (!string.IsNullOrWhiteSpace(correction.Reason), new("settlement.reason-missing", nameof(correction.Reason))),
                (!(correction.Reason?.Trim().Length > Settling.LongestText), new("project.too-long", nameof(correction.Reason), Settling.LongestText)));
    }

    /// <summary>Whether somebody may take the receipt of an order back.</summary>
    public static bool MayTakeBack(Settlement settlement, Guid recoveryId, PlanMover mover) => Received(settlement, recoveryId, mover, out _) is not null;

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

    private static SettledRecovery? Received(Settlement settlement, Guid recoveryId, PlanMover mover, out Breach? refusal)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(mover);
        var found = settlement.Recoveries.FirstOrDefault(r => r.SettledRecoveryId == recoveryId);
        refusal = !mover.May(Act.ConfirmRecovery, settlement.Regime, settlement.TerritoryCode) ? new("settlement.not-allowed")
            : found is not { IsReceived: true } ? new("settlement.receipt-gone")
            : settlement.Hands.HasWritten(mover.UserId) ? new("settlement.own-work")
            // Before two people were asked for, whoever recorded the order recorded the receipt with it.
            : (found.ConfirmedBy ?? found.By) == mover.UserId ? new("settlement.receipt-own")
            : null;
        return refusal is null ? found : null;
    }
}

/// <summary>Đã nhận tiền thu hồi tại Kho bạc.</summary>
public sealed record RecoveryReceived(Guid RecoveryId, DateOnly PaidBackOn, string TreasuryNumber, Guid By, DateTime At);

/// <summary>Thôi thu hồi: văn bản yêu cầu đã hủy, hoặc ghi nhầm.</summary>
public sealed record RecoveryWithdrawn(Guid RecoveryId, DateOnly On, string Reason, Guid By, DateTime At);

/// <summary>Lý do, văn bản hủy xác nhận đã thu, as typed.</summary>
public sealed record ReceiptCorrection(string? Reason, string? DocumentNumber, DateOnly? DocumentDate);

/// <summary>Đã hủy xác nhận đã thu: khoản ấy lại chờ thu hồi.</summary>
public sealed record ReceiptTakenBack(Guid TakenBackReceiptId, Guid RecoveryId, string Reason, string DocumentNumber, DateOnly DocumentDate, Guid By, DateOnly On, DateTime At);
