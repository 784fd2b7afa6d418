namespace KhuyenCong.Domain.Settlements;

/// <summary>Thu hồi sau quyết toán: what an inspector or auditor ordered back after approval, until it came back or the order was lifted. Never deleted.</summary>
public sealed class SettledRecovery : IProvincial, IAudited
{
    private SettledRecovery()
    {
    }

    public Guid SettledRecoveryId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid SettlementId { get; private set; }

    public Guid AllocationId { get; private set; }

    public string Source { get; private set; } = "";

    public Dong Amount { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    public DateOnly DocumentDate { get; private set; }

    public string Issuer { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>Null while the money is waited for.</summary>
    public DateOnly? PaidBackOn { get; private set; }

    /// <summary>Số chứng từ của Kho bạc.</summary>
    public string? TreasuryNumber { get; private set; }

    /// <summary>When the order was lifted, or found to be recorded by mistake.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>Who recorded the order.</summary>
    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Who confirmed that the money came, or that it is waited for no longer: another than <see cref="By"/>; null while neither is said, and of what was recorded before two people were asked for.</summary>
    public Guid? ConfirmedBy { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Settlement), SettlementId);

    /// <summary>Chờ thu hồi.</summary>
    public bool IsPending => PaidBackOn is null && WithdrawnOn is null;

    /// <summary>Đã thu.</summary>
    public bool IsReceived => PaidBackOn is not null;

    /// <summary>Days since the order.</summary>
    public int DaysSince(DateOnly today) => today.DayNumber - DocumentDate.DayNumber;

    internal void Receive(RecoveryReceived received) => (PaidBackOn, TreasuryNumber, ConfirmedBy) = (received.PaidBackOn, received.TreasuryNumber, received.By);

    internal void Withdraw(RecoveryWithdrawn withdrawn) => (WithdrawnOn, WithdrawnReason, ConfirmedBy) = (withdrawn.On, withdrawn.Reason, withdrawn.By);

    /// <summary>Waited for again; what was confirmed is kept in the <see cref="TakenBackReceipt"/>.</summary>
    internal void TakeBack() => (PaidBackOn, TreasuryNumber, ConfirmedBy) = (null, null, null);

    internal static SettledRecovery Of(Settlement settlement, SettledRecovered recovered) => new()
    {
        SettledRecoveryId = recovered.RecoveryId,
        ProvinceCode = settlement.ProvinceCode,
        SettlementId = settlement.SettlementId,
        AllocationId = recovered.AllocationId,
        Source = recovered.Source,
        Amount = recovered.Amount,
        DocumentNumber = recovered.DocumentNumber,
        DocumentDate = recovered.DocumentDate,
        Issuer = recovered.Issuer,
        Reason = recovered.Reason,
        By = recovered.By,
        At = recovered.At,
    };
}

/// <summary>Xác nhận đã thu bị hủy: a receipt that was confirmed by mistake, as it was confirmed, and who took it back, why and by which document. Never deleted.</summary>
public sealed class TakenBackReceipt : IProvincial, IAudited
{
    private TakenBackReceipt()
    {
    }

    public Guid TakenBackReceiptId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid SettlementId { get; private set; }

    public Guid SettledRecoveryId { get; private set; }

    /// <summary>As it was confirmed.</summary>
    public DateOnly PaidBackOn { get; private set; }

    public string? TreasuryNumber { get; private set; }

    /// <summary>Who confirmed it; null of what was recorded before two people were asked for.</summary>
    public Guid? ConfirmedBy { get; private set; }

    public string Reason { get; private set; } = "";

    public string DocumentNumber { get; private set; } = "";

    public DateOnly DocumentDate { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>Who took it back.</summary>
    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Settlement), SettlementId);

    internal static TakenBackReceipt Of(SettledRecovery recovery, ReceiptTakenBack taken) => new()
    {
        TakenBackReceiptId = taken.TakenBackReceiptId,
        ProvinceCode = recovery.ProvinceCode,
        SettlementId = recovery.SettlementId,
        SettledRecoveryId = recovery.SettledRecoveryId,
        PaidBackOn = recovery.PaidBackOn ?? throw new InvalidOperationException("A receipt that was never confirmed is taken back: a caller's mistake."),
        TreasuryNumber = recovery.TreasuryNumber,
        ConfirmedBy = recovery.ConfirmedBy,
        Reason = taken.Reason,
        DocumentNumber = taken.DocumentNumber,
        DocumentDate = taken.DocumentDate,
        On = taken.On,
        By = taken.By,
        At = taken.At,
    };
}
