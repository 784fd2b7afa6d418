namespace KhuyenCong.Domain.Treasury;

/// <summary>Đề nghị, chứng từ chờ đối chiếu: what matching needs to know of a payment request, or of a voucher of management costs.</summary>
/// <param name="PaymentRequestId">Of the request; of the voucher where it is one.</param>
/// <param name="Code">Số, mã của đề nghị.</param>
/// <param name="Direction">In for recoveries.</param>
/// <param name="IsPaid">Recorded as paid; matching only ties it to its line.</param>
/// <param name="MayBePaid">Sent to the Treasury: a full match pays it.</param>
/// <param name="Tied">What lines are matched with it already.</param>
/// <param name="TreasuryNumber">Number of the Treasury's voucher, where known.</param>
/// <param name="CommuneCode">Of a commune's own request; null = of the province.</param>
public sealed record PaymentFacts(
    Guid PaymentRequestId, string Code, LineDirection Direction, bool IsPaid, bool MayBePaid, Dong Total, Dong Tied,
    string? TreasuryNumber, DateOnly? SentOn, DateOnly? PaidOn, string Beneficiary, string? BeneficiaryAccount, string? CommuneCode)
{
    /// <summary>Đơn vị dự toán: those whose lines pay it; none where it is not known, and then it is not asked.</summary>
    public IReadOnlyCollection<Guid> Holders { get; init; } = [];

    /// <summary>Năm dự toán of the lines that pay it.</summary>
    public int Year { get; init; }

    /// <summary>Chứng từ chi quản lý: no payment request, but matched and paid as one.</summary>
    public bool IsVoucher { get; init; }

    /// <summary>Còn chưa khớp.</summary>
    public Dong Rest => Total - Tied;

    /// <summary>The day that a line's day is compared with.</summary>
    public DateOnly? Day => PaidOn ?? SentOn;
}
