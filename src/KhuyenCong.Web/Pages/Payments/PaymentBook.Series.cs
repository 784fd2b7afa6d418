using KhuyenCong.Data;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Payments;

/// <content>Bổ sung ký hiệu hóa đơn: the row of the request and the key of the invoice change together.</content>
public sealed partial class PaymentBook
{
    /// <summary>Completes the series of an invoice that was recorded without; others of its number and another series are free from then on.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> CompleteSeriesAsync(Guid requestId, long? seen, Guid invoiceId, string? series, string? reason, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mover);
        if (await db.PaymentFaultAsync(mover, requestId, cancellationToken) is { } others)
        {
            return [others];
        }

        var number = "";
        try
        {
            return await LockedAsync<IReadOnlyList<Breach>>(requestId, async (request, _) =>
            {
                var invoice = request.Invoices.FirstOrDefault(i => i.PaymentInvoiceId == invoiceId);
                number = invoice?.InvoiceNumber ?? "";
                var usedIn = invoice is null ? null : (await db.InvoicesUsedInAsync([invoice.With(series)], requestId, request.ProjectId, cancellationToken)).Values.FirstOrDefault();
                var ruling = AsSeen(request.Version, seen, SeriesCompleting.Complete(request, invoiceId, series, reason, usedIn, mover, clock));
                if (ruling.Event is { } completed)
                {
                    request.Apply(completed);
                    await db.UseInvoicesAsync(InvoiceHolders.Of(request), cancellationToken);
                    db.Because("payment.series-completed", $"Hóa đơn {number}, ký hiệu {completed.Series}: {reason!.Trim()}");
                    await db.SaveChangesAsync(cancellationToken);
                }

                return ruling.Breaches;
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Used in the same moment, or in another province, which is not told.
            db.ChangeTracker.Clear();
            return [new("payment.invoice-used", nameof(SeriesCompleted.Series), number, "hồ sơ khác vừa lập, hoặc của tỉnh khác")];
        }
    }
}
