using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Payments;

/// <summary>Hóa đơn của đề nghị chi: one invoice, and how much of the request it covers.</summary>
public sealed class PaymentInvoice : IProvincial, IAudited
{
    private PaymentInvoice()
    {
    }

    public Guid PaymentInvoiceId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid PaymentRequestId { get; private set; }

    public int Order { get; private set; }

    public string InvoiceNumber { get; private set; } = "";

    public string? InvoiceSeries { get; private set; }

    /// <summary>A name; of what was written before there were tax codes, either.</summary>
    public string? InvoiceSeller { get; private set; }

    public string? InvoiceTaxCode { get; private set; }

    /// <summary>Null only for what was written before it was asked for.</summary>
    public DateOnly? InvoiceDate { get; private set; }

    /// <summary>Tiền hàng chưa thuế; a bill of sale tells none.</summary>
    public Dong? BeforeVat { get; private set; }

    /// <summary>Null only for what was written before it was asked for.</summary>
    public Dong? WithVat { get; private set; }

    /// <summary>Số tiền tính vào đề nghị.</summary>
    public Dong Covered { get; private set; }

    /// <summary>The number as it is compared; none for a discarded request, whose invoices may be used again.</summary>
    public string? InvoiceTrace { get; private set; }

    /// <summary>Series and seller as they are compared.</summary>
    public string? InvoiceDetail { get; private set; }

    public AuditSubject AuditSubject => new(nameof(PaymentRequest), PaymentRequestId);

    internal static PaymentInvoice Of(PaymentRequest request, PaymentInvoiceText text)
    {
        var trace = text.Trace;
        return new()
        {
            PaymentInvoiceId = text.PaymentInvoiceId,
            ProvinceCode = request.ProvinceCode,
            PaymentRequestId = request.PaymentRequestId,
            InvoiceTrace = trace?.Value,
            InvoiceDetail = trace?.Content,
        };
    }

    /// <summary>Whether this row is of that invoice already. Rows never change their invoice, so that two may change places without meeting.</summary>
    internal bool IsOf(PaymentInvoiceText text) => text.Trace is { } trace && trace.Value == InvoiceTrace && trace.Content == InvoiceDetail;

    internal void Set(PaymentInvoiceText text, int order)
    {
        (InvoiceNumber, InvoiceSeries, InvoiceSeller, InvoiceTaxCode) = (text.Number ?? "", text.Series, text.Seller, text.TaxCode);
        (InvoiceDate, BeforeVat, WithVat, Covered, Order) = (text.IssuedOn, text.BeforeVat, text.WithVat, text.Covered ?? Dong.Zero, order);
    }

    /// <summary>As typed, with its series or another.</summary>
    public PaymentInvoiceText With(string? series) => new(PaymentInvoiceId, InvoiceNumber, series, InvoiceSeller, InvoiceTaxCode, InvoiceDate, BeforeVat, WithVat, Covered);

    internal void Complete(SeriesCompleted completed) => (InvoiceSeries, InvoiceTrace, InvoiceDetail) = (completed.Series, completed.Trace.Value, completed.Trace.Content);

    internal void Free() => (InvoiceTrace, InvoiceDetail) = (null, null);
}

/// <summary>Một hóa đơn của đề nghị, as typed.</summary>
/// <param name="PaymentInvoiceId">Of the row, should it be a new one.</param>
/// <param name="Number">Số hóa đơn.</param>
/// <param name="Series">Ký hiệu.</param>
/// <param name="Seller">Tên người bán.</param>
/// <param name="TaxCode">Mã số thuế người bán.</param>
/// <param name="IssuedOn">Ngày hóa đơn.</param>
/// <param name="BeforeVat">Tiền chưa thuế; none on a bill of sale.</param>
/// <param name="WithVat">Tổng tiền thanh toán.</param>
/// <param name="Covered">Số tiền tính vào đề nghị.</param>
public sealed record PaymentInvoiceText(
    Guid PaymentInvoiceId, string? Number, string? Series, string? Seller, string? TaxCode, DateOnly? IssuedOn, Dong? BeforeVat, Dong? WithVat, Dong? Covered)
{
    private static readonly int[] FirmDigits = [10, 13];

    /// <summary>What was typed as one invoice to compare; null where it names none.</summary>
    public InvoiceMark? Mark
    {
        get
        {
            if (string.IsNullOrWhiteSpace(Number))
            {
                return null;
            }

            // What was typed as the seller may be a tax code too; twelve digits are a person's, who is then named by them alone.
            var (seller, code) = (Seller?.Trim() ?? "", TaxCode?.Trim() ?? "");
            (seller, code) = code.Length == 0 && seller.Length > 0 && seller.All(c => char.IsAsciiDigit(c) || c is '-' or ' ') ? ("", seller) : (seller, code);
            var parts = new[] { $"{Series?.Trim()} {Number.Trim()}", code.Length > 0 ? $"MST {code}" : "", code.Length == 0 || FirmDigits.Contains(code.Count(char.IsAsciiDigit)) ? seller : "" };
            return InvoiceMark.Of(string.Join(", ", parts.Where(p => p.Length > 0)));
        }
    }

    public SupportTrace? Trace => Mark?.Trace("");
}
