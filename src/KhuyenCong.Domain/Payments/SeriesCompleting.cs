using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Payments;

/// <summary>Bổ sung ký hiệu hóa đơn của đề nghị đã gửi, đã chi: without its series an invoice bars every other one of its number and seller, and the request can be written no more.</summary>
/// <remarks>Only what was left out is added: number, seller and amounts stay, and a series that is there is not changed. Another than whoever wrote the request does it, for a reason.</remarks>
public static class SeriesCompleting
{
    /// <param name="request">With its invoices.</param>
    /// <param name="invoiceId">Which of them.</param>
    /// <param name="series">As typed.</param>
    /// <param name="reason">Why, and what it was compared with.</param>
    /// <param name="usedIn">Where the invoice with this series was used before; null where it was not.</param>
    /// <param name="mover">Who completes it.</param>
    /// <param name="clock">Of the act.</param>
    public static Ruling<SeriesCompleted> Complete(PaymentRequest request, Guid invoiceId, string? series, string? reason, string? usedIn, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (Refused(request, mover) is { } refusal)
        {
            return new(null, [refusal]);
        }

        if (request.Invoices.FirstOrDefault(i => i.PaymentInvoiceId == invoiceId) is not { } invoice || !LacksSeries(invoice))
        {
            return new(null, [new("payment.series-kept")]);
        }

        var named = invoice.With(series?.Trim());
        return Decide.If(
            () => new SeriesCompleted(invoiceId, series!.Trim(), named.Trace!, mover.UserId, clock.UtcNow),
            [
                .. Requirements(invoice.With(invoice.InvoiceSeries), series, reason, usedIn),
                (!IsRead(invoice.With(invoice.InvoiceSeries), series) || !StandsTwice(request, invoice, named.Trace!), new("payment.invoice-twice", nameof(SeriesCompleted.Series), invoice.InvoiceNumber)),
            ]);
    }

    /// <summary>Whether somebody may complete the series of an invoice.</summary>
    public static bool MayComplete(PaymentRequest request, PaymentInvoice invoice, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(mover);
        return Refused(request, mover) is null && LacksSeries(invoice);
    }

    /// <summary>What is asked of a series that is added to an invoice, whatever kind of record names it.</summary>
    internal static IReadOnlyList<(bool Holds, Breach Otherwise)> Requirements(PaymentInvoiceText written, string? series, string? reason, string? usedIn) =>
    [
        (!string.IsNullOrWhiteSpace(series), new("payment.series-missing", nameof(SeriesCompleted.Series))),
        (!(series?.Trim().Length > PaymentWriting.LongestNumber), new("project.too-long", nameof(SeriesCompleted.Series), PaymentWriting.LongestNumber)),
        (string.IsNullOrWhiteSpace(series) || IsRead(written, series), new("payment.series-unreadable", nameof(SeriesCompleted.Series))),
        (usedIn is null, new("payment.invoice-used", nameof(SeriesCompleted.Series), written.Number ?? "", usedIn ?? "")),
        (!string.IsNullOrWhiteSpace(reason), new("payment.series-reason", "Reason")),
        (!(reason?.Trim().Length > PaymentWriting.LongestText), new("project.too-long", "Reason", PaymentWriting.LongestText)),
    ];

    /// <summary>A series may stand before the number too: "1C26TAA0000123".</summary>
    internal static bool LacksSeries(PaymentInvoiceText written) => written.Mark is { Series.Length: 0 };

    /// <summary>Whether what was typed is a series, and nothing that would change number or seller.</summary>
    private static bool IsRead(PaymentInvoiceText written, string? series) => (written with { Series = series?.Trim() }).Mark is { Series.Length: > 0 } mark && written.Mark == mark with { Series = "" };

    private static Breach? Refused(PaymentRequest request, PlanMover mover) =>
        !mover.May(Act.ApprovePayment, request.Regime, request.TerritoryCode) ? new("payment.not-allowed")
        // What can still be written is written; what was discarded uses no invoice.
        : request.State.IsWritable() || request.State is PaymentState.Discarded ? new("payment.wrong-state")
        : request.Hands.HasWritten(mover.UserId) ? new("payment.series-own")
        : null;

    private static bool LacksSeries(PaymentInvoice invoice) => LacksSeries(invoice.With(invoice.InvoiceSeries));

    private static bool StandsTwice(PaymentRequest request, PaymentInvoice invoice, SupportTrace trace) =>
        request.Invoices.Any(i => i.PaymentInvoiceId != invoice.PaymentInvoiceId && i.With(i.InvoiceSeries).Trace is { } other && other.Value == trace.Value && InvoiceMark.Compare(other, trace) is true);
}

/// <summary>Đã bổ sung ký hiệu của một hóa đơn.</summary>
public sealed record SeriesCompleted(Guid PaymentInvoiceId, string Series, SupportTrace Trace, Guid By, DateTime At);
