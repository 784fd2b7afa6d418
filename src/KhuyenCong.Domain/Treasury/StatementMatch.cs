namespace KhuyenCong.Domain.Treasury;

/// <summary>Lần khớp: so much of a line is so much of a payment request, or of a voucher of management costs. Never changed; a mistake is taken back by an opposite row.</summary>
public sealed class StatementMatch : IProvincial, IWrittenOnce
{
    private StatementMatch()
    {
    }

    public Guid StatementMatchId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid TreasuryStatementId { get; private set; }

    public Guid StatementLineId { get; private set; }

    /// <summary>Null for a voucher's; always one of both.</summary>
    public Guid? PaymentRequestId { get; private set; }

    /// <summary>Chứng từ chi quản lý; null for a request's.</summary>
    public Guid? ManagementVoucherId { get; private set; }

    /// <summary>Of whichever it is.</summary>
    public Guid PaidId => PaymentRequestId ?? ManagementVoucherId ?? throw new InvalidOperationException("A match is of a request or of a voucher: the database checks that.");

    /// <summary>Below nothing for a row that takes another back.</summary>
    public Dong Amount { get; private set; }

    /// <summary>Whether the request was paid before, so that this only ties it to its line.</summary>
    public bool WasPaid { get; private set; }

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The match that this one takes back.</summary>
    public Guid? ReversesId { get; private set; }

    public string? Reason { get; private set; }

    public AuditSubject AuditSubject => new(nameof(TreasuryStatement), TreasuryStatementId);

    public static StatementMatch Of(StatementLine line, Tie tie, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(tie);
        return new()
        {
            StatementMatchId = tie.StatementMatchId,
            ProvinceCode = line.ProvinceCode,
            TreasuryStatementId = line.TreasuryStatementId,
            StatementLineId = line.StatementLineId,
            PaymentRequestId = tie.IsVoucher ? null : tie.PaymentRequestId,
            ManagementVoucherId = tie.IsVoucher ? tie.PaymentRequestId : null,
            Amount = tie.Amount,
            WasPaid = tie.WasPaid,
            By = by,
            At = at,
        };
    }

    public static StatementMatch Opposite(StatementMatch match, MatchUndone undone)
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(undone);
        return new()
        {
            StatementMatchId = undone.StatementMatchId,
            ProvinceCode = match.ProvinceCode,
            TreasuryStatementId = match.TreasuryStatementId,
            StatementLineId = match.StatementLineId,
            PaymentRequestId = match.PaymentRequestId,
            ManagementVoucherId = match.ManagementVoucherId,
            Amount = -match.Amount,
            WasPaid = match.WasPaid,
            By = undone.By,
            At = undone.At,
            ReversesId = match.StatementMatchId,
            Reason = undone.Reason,
        };
    }
}

/// <summary>Giải trình: why a line, or what is left of it, belongs to no payment request, and who says so.</summary>
public sealed class LineExplanation : IProvincial, IAudited
{
    private LineExplanation()
    {
    }

    public Guid LineExplanationId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid TreasuryStatementId { get; private set; }

    public Guid StatementLineId { get; private set; }

    public ExplanationKind Kind { get; private set; }

    public Dong Amount { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? TakenBackAt { get; private set; }

    public string? TakenBackReason { get; private set; }

    public AuditSubject AuditSubject => new(nameof(TreasuryStatement), TreasuryStatementId);

    public static LineExplanation Of(StatementLine line, LineExplained explained)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(explained);
        return new()
        {
            LineExplanationId = explained.LineExplanationId,
            ProvinceCode = line.ProvinceCode,
            TreasuryStatementId = line.TreasuryStatementId,
            StatementLineId = line.StatementLineId,
            Kind = explained.Kind,
            Amount = explained.Amount,
            Reason = explained.Reason,
            By = explained.By,
            At = explained.At,
        };
    }

    public void Apply(ExplanationTakenBack takenBack)
    {
        ArgumentNullException.ThrowIfNull(takenBack);
        (TakenBackAt, TakenBackReason) = (takenBack.At, takenBack.Reason);
    }
}

/// <summary>Một phần khớp: so much of the line for one request or voucher.</summary>
/// <param name="PaymentRequestId">Of the request; of the voucher where it is one.</param>
/// <param name="IsVoucher">Chứng từ chi quản lý.</param>
public sealed record Tie(Guid StatementMatchId, Guid PaymentRequestId, Dong Amount, bool WasPaid, bool IsVoucher = false);

/// <summary>Đã xác nhận khớp: the ties of one line, and which requests and vouchers are full by them and are to be paid.</summary>
public sealed record MatchesConfirmed(IReadOnlyList<Tie> Ties, IReadOnlyList<Guid> ToPay);

/// <summary>Đã bỏ khớp.</summary>
public sealed record MatchUndone(Guid StatementMatchId, string Reason, Guid By, DateTime At);

/// <summary>Đã giải trình một dòng.</summary>
public sealed record LineExplained(Guid LineExplanationId, ExplanationKind Kind, Dong Amount, string Reason, Guid By, DateTime At);

/// <summary>Đã rút giải trình.</summary>
public sealed record ExplanationTakenBack(string Reason, DateTime At);
