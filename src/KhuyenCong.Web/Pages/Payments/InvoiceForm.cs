using KhuyenCong.Domain.Payments;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>An invoice of a request as typed; emptied, it is none.</summary>
public sealed class InvoiceForm
{
    public string? Number { get; set; }

    public string? Series { get; set; }

    public string? Seller { get; set; }

    public string? TaxCode { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public Dong? BeforeVat { get; set; }

    public Dong? WithVat { get; set; }

    public Dong? Covered { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace($"{Number}{Series}{Seller}{TaxCode}") && IssuedOn is null && BeforeVat is null && WithVat is null && Covered is null;

    public static InvoiceForm Of(PaymentInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return new()
        {
            Number = invoice.InvoiceNumber,
            Series = invoice.InvoiceSeries,
            Seller = invoice.InvoiceSeller,
            TaxCode = invoice.InvoiceTaxCode,
            IssuedOn = invoice.InvoiceDate,
            BeforeVat = invoice.BeforeVat,
            WithVat = invoice.WithVat,
            Covered = invoice.Covered,
        };
    }

    public PaymentInvoiceText Read(Guid id) => new(id, Number, Series, Seller, TaxCode, IssuedOn, BeforeVat, WithVat, Covered);
}
