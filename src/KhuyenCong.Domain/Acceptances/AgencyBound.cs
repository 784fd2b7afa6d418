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
    /// <param name="record">The Cục's, concluded or as though it were.</param>
    /// <param name="shares">What the records it gathered found due of the national source by contract, the first contract first.</param>
    /// <param name="contractId">The contract.</param>
    /// <param name="found">By its concluded records, those that were not gathered among them.</param>
    /// <returns>Null where the contract bears nothing.</returns>
    public static AgencyBound? Of(AgencyRecord record, IReadOnlyList<(Guid ContractId, Dong Found)> shares, Guid contractId, Dong found)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(shares);
        var left = record.Sites - record.Concluded;
        foreach (var (id, share) in shares.Reverse())
        {
            var cut = left.AtMost(share);
            if (id == contractId)
            {
                return cut > Dong.Zero ? new(record.Number, record.HeldOn, record.Sites, record.Concluded, found, cut) : null;
            }

            left -= cut;
        }

        return null;
    }
}

/// <summary>Kết luận của Cục (5c) về các biên bản từng địa điểm: what bounds the support, concluded or as though it were.</summary>
/// <param name="Number">Of the Cục's record.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="AcceptanceIds">The sites' records that it gathers.</param>
/// <param name="Sites">What they come to.</param>
/// <param name="Concluded">What the Cục concluded of that.</param>
public sealed record AgencyRecord(string? Number, DateOnly? HeldOn, IReadOnlyList<Guid> AcceptanceIds, Dong Sites, Dong Concluded)
{
    /// <summary>As it was concluded.</summary>
    public static AgencyRecord Of(AcceptanceSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return Of(summary, [.. summary.Rows.Select(r => r.Site)]);
    }

    /// <summary>As it would be, concluded on these sites.</summary>
    public static AgencyRecord Of(AcceptanceSummary summary, IReadOnlyList<GatheredSite> sites)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(sites);
        var found = sites.Select(s => s.Due).Sum();
        return new(summary.Number, summary.HeldOn, [.. sites.Select(s => s.AcceptanceId)], found, summary.Due ?? found);
    }
}
