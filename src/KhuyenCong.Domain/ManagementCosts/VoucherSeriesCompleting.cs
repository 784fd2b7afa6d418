using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Bổ sung ký hiệu hóa đơn của chứng từ chi quản lý đã gửi, đã chi: as <see cref="SeriesCompleting"/> does for requests, also after its estimate was settled.</summary>
public static class VoucherSeriesCompleting
{
    /// <param name="voucher">Which.</param>
    /// <param name="series">As typed.</param>
    /// <param name="reason">Why, and what it was compared with.</param>
    /// <param name="usedIn">Where the invoice with this series was used before; null where it was not.</param>
    /// <param name="mover">Who completes it.</param>
    /// <param name="clock">Of the act.</param>
    public static Ruling<VoucherSeriesCompleted> Complete(ManagementVoucher voucher, string? series, string? reason, string? usedIn, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (Refused(voucher, mover) is { } refusal)
        {
            return new(null, [refusal]);
        }

        var written = ManagementVouching.AsWritten(voucher.Text);
        return !SeriesCompleting.LacksSeries(written)
            ? new(null, [new("payment.series-kept")])
            : Decide.If(
                () =>
                {
                    var trace = (written with { Series = series!.Trim() }).Trace!;
                    return new VoucherSeriesCompleted(series.Trim(), trace.Value, trace.Content, mover.UserId, clock.UtcNow);
                },
                [.. SeriesCompleting.Requirements(written, series, reason, usedIn)]);
    }

    /// <summary>Whether somebody may complete the series of a voucher's invoice.</summary>
    public static bool MayComplete(ManagementVoucher voucher, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(mover);
        return Refused(voucher, mover) is null && SeriesCompleting.LacksSeries(ManagementVouching.AsWritten(voucher.Text));
    }

    private static Breach? Refused(ManagementVoucher voucher, PlanMover mover) =>
        !mover.May(Act.ApprovePayment, voucher.CommuneCode) ? new("management.not-allowed")
        // What can still be written is written; what was discarded uses no invoice.
        : voucher.IsEditable || voucher.State is ManagementVoucherState.Discarded ? new("management.wrong-state")
        : voucher.Hands.HasWritten(mover.UserId) ? new("payment.series-own")
        : null;
}

/// <summary>Đã bổ sung ký hiệu hóa đơn của chứng từ chi quản lý.</summary>
public sealed record VoucherSeriesCompleted(string Series, string InvoiceTrace, string InvoiceDetail, Guid By, DateTime At);
