using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Khi nào một hồ sơ dùng hóa đơn: from when on, and until when, each kind of record keeps others from its invoices.</summary>
public static class InvoiceHolders
{
    /// <summary>From the draft on, until it is discarded.</summary>
    public static InvoiceHolder Of(PaymentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(InvoiceHolderKind.Payment, request.PaymentRequestId, request.ProjectId, request.ProvinceCode, [.. request.Invoices.Select(i => Trace(i.InvoiceTrace, i.InvoiceDetail)).OfType<SupportTrace>()]);
    }

    /// <summary>While it is concluded with support.</summary>
    public static InvoiceHolder Of(Acceptance acceptance)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        var named = Naming(acceptance);
        return acceptance.State is AcceptanceState.Concluded && acceptance.GivesSupport ? named : named with { Invoices = [] };
    }

    /// <summary>What it would use, once it is concluded.</summary>
    public static InvoiceHolder Naming(Acceptance acceptance)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        return new(InvoiceHolderKind.Acceptance, acceptance.AcceptanceId, acceptance.ProjectId, acceptance.ProvinceCode, [.. InvoiceKeys.Of(acceptance).Select(i => InvoiceMark.Of(i.Text)?.Trace("")).OfType<SupportTrace>()]);
    }

    /// <summary>From when it is sent on, until it is sent back.</summary>
    public static InvoiceHolder Of(Settlement settlement)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        var uses = settlement.State is SettlementState.Submitted or SettlementState.Approved;
        return new(InvoiceHolderKind.Settlement, settlement.SettlementId, settlement.ProjectId, settlement.ProvinceCode, uses ? [.. settlement.Vouchers.Select(v => Trace(v.InvoiceValue, v.InvoiceContent)).OfType<SupportTrace>()] : []);
    }

    /// <summary>From the draft on, until it is discarded.</summary>
    public static InvoiceHolder Of(ManagementVoucher voucher)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        return new(InvoiceHolderKind.Management, voucher.ManagementVoucherId, null, voucher.ProvinceCode, Trace(voucher.InvoiceTrace, voucher.InvoiceDetail) is { } trace ? [trace] : []);
    }

    private static SupportTrace? Trace(string? value, string? content) => value is null ? null : new(SupportKeyKind.InvoiceNumber, value, content ?? "");
}
