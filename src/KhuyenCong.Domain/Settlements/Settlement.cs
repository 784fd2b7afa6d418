using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Quyết toán hợp đồng: what of a contract was accepted, proven and paid, and what goes back to its sources.</summary>
/// <remarks>One for each contract; sent back it is written again, discarded it may be taken up again, and an approval is taken back by another person, for a reason.</remarks>
public sealed class Settlement : IProvincial, IVersioned, IAudited
{
    private readonly List<SettlementAmount> amounts = [];
    private readonly List<Voucher> vouchers = [];
    private readonly List<SettlementPaper> papers = [];
    private readonly List<SettlementStep> steps = [];
    private readonly List<SettledRecovery> recoveries = [];
    private readonly List<TakenBackReceipt> takenBackReceipts = [];

    private Settlement()
    {
    }

    public Guid SettlementId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ContractId { get; private set; }

    public Guid ProjectId { get; private set; }

    public Regime Regime { get; private set; }

    /// <summary>As the contract's: the commune that alone works on it, or the province.</summary>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>The year of the plan that the contract carries out.</summary>
    public int Year { get; private set; }

    public SettlementState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    public VoucherRegime Vouchering { get; private set; }

    public SettlementBasis Basis { get; private set; }

    /// <summary>Tỷ lệ hỗ trợ: where a share of the cost is supported; null = a fixed sum.</summary>
    public int? ShareBasisPoints { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Why it is late.</summary>
    public string? LateReason { get; private set; }

    /// <summary>Địa điểm không thực hiện: lý do, căn cứ.</summary>
    public string? UndoneSites { get; private set; }

    /// <summary>Giải trình bất khả kháng.</summary>
    public string? Explanation { get; private set; }

    /// <summary>Who confirmed the work done.</summary>
    public string? ConfirmedBy { get; private set; }

    public string? ConfirmationNumber { get; private set; }

    public DateOnly? ConfirmationDate { get; private set; }

    public DateOnly? SubmittedOn { get; private set; }

    public DateOnly? ApprovedOn { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    /// <summary>Biên bản thanh lý hợp đồng.</summary>
    public string? LiquidationNumber { get; private set; }

    public DateOnly? LiquidationDate { get; private set; }

    /// <summary>All who prepared it.</summary>
    public Hands Hands { get; private set; } = Hands.None;

    public int StepCount { get; private set; }

    /// <summary>Moves with every change of its rows too, so that its version tells whoever saw older ones.</summary>
    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<SettlementAmount> Amounts => amounts;

    public IReadOnlyList<Voucher> Vouchers => vouchers;

    public IReadOnlyList<SettlementPaper> Papers => papers;

    public IReadOnlyList<SettlementStep> Steps => steps;

    public IReadOnlyList<SettledRecovery> Recoveries => recoveries;

    public IReadOnlyList<TakenBackReceipt> TakenBackReceipts => takenBackReceipts;

    public bool IsEditable => State is SettlementState.Drafting or SettlementState.SentBack;

    public AuditSubject AuditSubject => new(nameof(Settlement), SettlementId);

    /// <summary>Everything written in it.</summary>
    public SettlementText Text => new()
    {
        Vouchering = Vouchering,
        Basis = Basis,
        ShareBasisPoints = ShareBasisPoints,
        Note = Note,
        LateReason = LateReason,
        UndoneSites = UndoneSites,
        Explanation = Explanation,
        ConfirmedBy = ConfirmedBy,
        ConfirmationNumber = ConfirmationNumber,
        ConfirmationDate = ConfirmationDate,
        WorkDone = amounts.Where(a => a.WorkDone is not null).ToDictionary(a => a.Source, a => a.WorkDone!.Value),
        Vouchers = [.. vouchers.OrderBy(v => v.Order).Select(v => v.Text)],
    };

    public static Settlement From(SettlementOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var settlement = new Settlement
        {
            SettlementId = opened.SettlementId,
            ProvinceCode = opened.Contract.ProvinceCode,
            ContractId = opened.Contract.ContractId,
            ProjectId = opened.Contract.ProjectId,
            Regime = opened.Contract.Regime,
            TerritoryCode = opened.Contract.TerritoryCode,
            Year = opened.Contract.Year,
            StateSince = opened.On,
            Hands = Hands.None.Wrote(opened.By),
            ChangedAt = opened.At,
        };
        settlement.amounts.AddRange(opened.Amounts.Select(a => new SettlementAmount(settlement, a.AmountId, a.Funds)));
        return settlement;
    }

    public void Apply(SettlementWritten written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var text = written.Text;
        (Vouchering, Basis, ShareBasisPoints, Note) = (text.Vouchering, text.Basis, text.ShareBasisPoints, text.Note);
        (LateReason, UndoneSites) = (text.LateReason, text.UndoneSites);
        (Explanation, ConfirmedBy, ConfirmationNumber, ConfirmationDate) = (text.Explanation, text.ConfirmedBy, text.ConfirmationNumber, text.ConfirmationDate);
        amounts.AddRange(written.Added.Select(a => new SettlementAmount(this, a.AmountId, a.Funds)));
        foreach (var amount in amounts)
        {
            amount.Measure(text.WorkDone.TryGetValue(amount.Source, out var done) ? done : null);
        }

        vouchers.RemoveAll(v => !text.Vouchers.Any(t => t.VoucherId == v.VoucherId));
        papers.ForEach(p => p.Keep(vouchers));
        for (var order = 0; order < text.Vouchers.Count; order++)
        {
            var row = text.Vouchers[order];
            var voucher = vouchers.Find(v => v.VoucherId == row.VoucherId);
            if (voucher is null)
            {
                vouchers.Add(voucher = new(this, row.VoucherId));
            }

            voucher.Set(order, row);
        }

        (Hands, ChangedAt) = (Hands.Wrote(written.By), written.At);
    }

    public void Apply(SettlementMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(SettlementStep.Of(this, moved));
        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
        foreach (var figure in moved.Figures)
        {
            amounts.SingleOrDefault(a => a.Source == figure.Source)?.Fix(figure);
        }

        switch (moved.Move.Action)
        {
            case SettlementAction.Submit:
                (SubmittedOn, Hands) = (moved.On, Hands.Wrote(moved.By));
                break;
            case SettlementAction.Approve:
                (ApprovedOn, ApprovedBy, LiquidationNumber, LiquidationDate) = (moved.On, moved.By, moved.Move.DocumentNumber?.Trim(), moved.Move.DocumentDate);
                break;
            case SettlementAction.Revoke:
                // Who approved, and by which minutes, is in the steps.
                (ApprovedOn, ApprovedBy, LiquidationNumber, LiquidationDate) = (null, null, null, null);
                break;
        }
    }

    public void Apply(SettlementPaperAttached attached)
    {
        ArgumentNullException.ThrowIfNull(attached);
        papers.Add(SettlementPaper.Of(this, attached));
        // What comes after the approval prepares nothing of what was approved.
        (Hands, ChangedAt) = (IsEditable ? Hands.Wrote(attached.By) : Hands, attached.At);
    }

    public void Apply(SettlementPaperRemoved removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        papers.Remove(papers.Single(p => p.SettlementPaperId == removed.PaperId));
        (Hands, ChangedAt) = (Hands.Wrote(removed.By), removed.At);
    }

    public void Apply(SettledRecovered recovered)
    {
        ArgumentNullException.ThrowIfNull(recovered);
        recoveries.Add(SettledRecovery.Of(this, recovered));
        ChangedAt = recovered.At;
    }

    public void Apply(RecoveryReceived received)
    {
        ArgumentNullException.ThrowIfNull(received);
        recoveries.Single(r => r.SettledRecoveryId == received.RecoveryId).Receive(received);
        ChangedAt = received.At;
    }

    public void Apply(ReceiptTakenBack taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var recovery = recoveries.Single(r => r.SettledRecoveryId == taken.RecoveryId);
        takenBackReceipts.Add(TakenBackReceipt.Of(recovery, taken));
        recovery.TakeBack();
        ChangedAt = taken.At;
    }

    public void Apply(RecoveryWithdrawn withdrawn)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        recoveries.Single(r => r.SettledRecoveryId == withdrawn.RecoveryId).Withdraw(withdrawn);
        ChangedAt = withdrawn.At;
    }
}

/// <summary>Đã mở hồ sơ quyết toán của một hợp đồng.</summary>
public sealed record SettlementOpened(Guid SettlementId, SettledContract Contract, IReadOnlyList<(Guid AmountId, ContractFunds Funds)> Amounts, Guid By, DateOnly On, DateTime At);

/// <summary>Đã ghi hồ sơ quyết toán.</summary>
/// <param name="SettlementId">Which.</param>
/// <param name="Text">As it is now.</param>
/// <param name="Added">Sources that the contract has got since.</param>
/// <param name="By">Who wrote.</param>
/// <param name="At">When.</param>
public sealed record SettlementWritten(Guid SettlementId, SettlementText Text, IReadOnlyList<(Guid AmountId, ContractFunds Funds)> Added, Guid By, DateTime At);

/// <summary>Bước được yêu cầu với hồ sơ quyết toán.</summary>
public sealed record SettlementMove(SettlementAction Action, string? Note = null, string? DocumentNumber = null, DateOnly? DocumentDate = null);

/// <summary>Đã chuyển bước hồ sơ quyết toán, with the figures that stood on that day.</summary>
public sealed record SettlementMoved(Guid SettlementId, Guid SettlementStepId, SettlementMove Move, SettlementState To, IReadOnlyList<SettlementFigure> Figures, Guid By, DateOnly On, DateTime At);

/// <summary>Đã kèm giấy tờ quyết toán.</summary>
public sealed record SettlementPaperAttached(Guid PaperId, SettlementPaperKind Kind, Guid? VoucherId, string Sha256, string FileName, string MediaType, long Size, Guid By, DateTime At);

/// <summary>Đã gỡ giấy tờ quyết toán.</summary>
public sealed record SettlementPaperRemoved(Guid PaperId, Guid By, DateTime At);

/// <summary>Đã ghi yêu cầu thu hồi khoản đã quyết toán, as a document orders it; that the money came is confirmed by another person.</summary>
public sealed record SettledRecovered(Guid RecoveryId, Guid AllocationId, string Source, Dong Amount, string DocumentNumber, DateOnly DocumentDate, string Issuer, string Reason, Guid By, DateTime At);
