using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <content>Bổ sung ký hiệu hóa đơn: the voucher and the key of its invoice change together.</content>
public sealed partial class ManagementBook
{
    /// <param name="seen">The version that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> CompleteSeriesAsync(Guid voucherId, long? seen, string? series, string? reason, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mover);
        if (await db.VoucherFaultAsync(mover, voucherId, cancellationToken) is { } others)
        {
            return [others];
        }

        var number = "";
        try
        {
            return await LockedVoucherAsync<IReadOnlyList<Breach>>(voucherId, async (voucher, _, _) =>
            {
                number = voucher.InvoiceNumber ?? "";
                var usedIn = await db.InvoiceUsedInAsync(voucher.Text with { InvoiceSeries = series }, voucherId, cancellationToken);
                var ruling = AsSeen(voucher.Version, seen, VoucherSeriesCompleting.Complete(voucher, series, reason, usedIn, mover, clock));
                if (ruling.Event is { } completed)
                {
                    voucher.Apply(completed);
                    await db.UseInvoicesAsync(InvoiceHolders.Of(voucher), cancellationToken);
                    db.Because("voucher.series-completed", $"Hóa đơn {number}, ký hiệu {completed.Series}: {reason!.Trim()}");
                    await db.SaveChangesAsync(cancellationToken);
                }

                return ruling.Breaches;
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Used in the same moment, or in another province, which is not told.
            db.ChangeTracker.Clear();
            return [new("payment.invoice-used", nameof(VoucherSeriesCompleted.Series), number, "hồ sơ khác vừa lập, hoặc của tỉnh khác")];
        }
    }
}
