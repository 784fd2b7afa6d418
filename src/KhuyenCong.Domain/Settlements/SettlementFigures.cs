using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Số liệu quyết toán: contract, acceptance, payment and vouchers of every source, to the đồng.</summary>
public static class SettlementFigures
{
    /// <param name="text">As it is written.</param>
    /// <param name="facts">What stands beside it.</param>
    public static IReadOnlyList<SettlementFigure> Of(SettlementText text, SettlementFacts facts)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. facts.Contracted.GroupBy(c => c.Source).Select(g =>
            {
                var held = facts.Held.Where(h => h.Source == g.Key).ToList();
                var due = (text.Basis is SettlementBasis.ForceMajeure ? text.WorkDone : facts.Due).TryGetValue(g.Key, out var amount) ? amount : Dong.Zero;
                return new SettlementFigure(
                    g.Key,
                    g.Select(c => c.AllocationId).FirstOrDefault(id => id is not null),
                    g.Select(c => c.Amount).Sum(),
                    due,
                    held.Select(h => h.Advanced).Sum(),
                    held.Select(h => h.Paid).Sum(),
                    Proven(text, g.Key));
            }),
        ];
    }

    /// <summary>What may be paid of work under force majeure before its file is approved: what the file says, within what another person than its writer has found already.</summary>
    /// <param name="settled">As the file that was sent says.</param>
    /// <param name="contracted">Of the source.</param>
    /// <param name="accepted">By concluded acceptances of the source.</param>
    /// <param name="workShare">Of the last confirmed progress report, in basis points; null where none is confirmed.</param>
    public static Dong Payable(Dong settled, Dong contracted, Dong accepted, int? workShare)
    {
        var reported = workShare is { } share ? contracted.Share(share) : Dong.Zero;
        return settled.AtMost(reported > accepted ? reported : accepted);
    }

    /// <summary>Cộng chi phí: all vouchers of every source. What the agency is invoiced is no cost of the unit.</summary>
    public static Dong Cost(SettlementText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Vouchers.Where(v => v.Kind is not VoucherKind.AgencyInvoice).Select(v => v.Amount).Sum();
    }

    /// <summary>Whether a voucher proves what its source gives: the invoice where the agency is invoiced, what was spent where it is not.</summary>
    public static bool Counts(this VoucherText voucher, SettlementText text)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(text);
        return !Allotting.IsDrawn(voucher.Source)
            ? voucher.Kind is not VoucherKind.AgencyInvoice
            : (voucher.Kind is VoucherKind.AgencyInvoice) == (text.Vouchering is VoucherRegime.WithInvoice);
    }

    private static Dong Proven(SettlementText text, string source) => text.Vouchers.Where(v => v.Source == source && v.Counts(text)).Select(v => v.Amount).Sum();
}
