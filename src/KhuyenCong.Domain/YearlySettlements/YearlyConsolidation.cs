namespace KhuyenCong.Domain.YearlySettlements;

/// <summary>Một dòng của báo cáo tổng hợp: a line of one unit's report that counts, with the version it was taken from.</summary>
public sealed record YearlyShare(Guid YearlySettlementId, Guid HolderId, int Round, YearlyState State, YearlyLine Line, Dong? Accepted);

/// <summary>Báo cáo quyết toán năm tổng hợp của Sở: sums the frozen figures of the reports that it has reviewed, and takes none of the others.</summary>
public static class YearlyConsolidation
{
    /// <summary>Whether the Sở has taken it on: it went through the Sở and was forwarded, or is the Sở's own.</summary>
    public static bool Counts(YearlySettlement report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.State is YearlyState.WithFinance or YearlyState.Appraised or YearlyState.Finished && report.Route is YearlyRoute.ThroughDepartment or YearlyRoute.OfDepartment;
    }

    /// <summary>Settled within its commune: no part of the province's sum, and not missing from it.</summary>
    public static bool IsApart(YearlySettlement report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return !report.IsEditable && report.Route is YearlyRoute.WithinCommune;
    }

    /// <param name="reports">With their versions.</param>
    public static IReadOnlyList<YearlyShare> Shares(IEnumerable<YearlySettlement> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return [.. reports.Where(Counts).SelectMany(r => r.Current.Figures.Lines.Select(l => new YearlyShare(r.YearlySettlementId, r.HolderId, r.Round, r.State, l, r.Current.Findings.Of(l.AllocationId)?.Accepted)))];
    }

    public static Dong Sum(IEnumerable<YearlyShare> shares, YearlyItem item) => shares.Select(s => s.Line[item]).Sum();
}
