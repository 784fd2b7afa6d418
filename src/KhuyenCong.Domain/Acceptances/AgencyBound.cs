namespace KhuyenCong.Domain.Acceptances;

/// <summary>Phần hỗ trợ Cục không nghiệm thu (5c): what a concluded record of the Cục takes from the support that the sites' records found due of one contract's national source.</summary>
/// <param name="Number">Of the Cục's record.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="Sites">What the records it gathered come to, of all sources and contracts.</param>
/// <param name="Concluded">What the Cục concluded of that.</param>
/// <param name="Found">By the sites' records, of the contract's national source.</param>
/// <param name="Cut">The contract's part of what the Cục did not accept.</param>
public sealed record AgencyBound(string? Number, DateOnly? HeldOn, Dong Sites, Dong Concluded, Dong Found, Dong Cut)
{
    /// <summary>Được thanh toán, quyết toán.</summary>
    public Dong Payable => Found - Cut;

    /// <summary>The difference is the national source's alone. Of several contracts the last bears it first, since the earlier ones are paid first; none bears more than it was found due.</summary>
    /// <param name="summary">The concluded record.</param>
    /// <param name="shares">What the records it gathered found due of the national source by contract, the first contract first.</param>
    /// <param name="contractId">The contract.</param>
    /// <param name="found">By its concluded records, those that were not gathered among them.</param>
    /// <returns>Null where the contract bears nothing.</returns>
    public static AgencyBound? Of(AcceptanceSummary summary, IReadOnlyList<(Guid ContractId, Dong Found)> shares, Guid contractId, Dong found)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(shares);
        var sites = summary.Rows.Select(r => r.Due).Sum();
        var concluded = summary.Due ?? sites;
        var left = sites - concluded;
        foreach (var (id, share) in shares.Reverse())
        {
            var cut = left.AtMost(share);
            if (id == contractId)
            {
                return cut > Dong.Zero ? new(summary.Number, summary.HeldOn, sites, concluded, found, cut) : null;
            }

            left -= cut;
        }

        return null;
    }
}
