using KhuyenCong.Domain.Clusters;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>Which clusters a list or an export is about, and in what order, as the address says it.</summary>
public sealed record ClusterFilter(string Search, string? CommuneCode, ClusterState? State, WasteTreatment? Waste, string Sort)
{
    public static readonly string[] Sorts = ["ten", "dien-tich", "lap-day"];

    public bool IsEmpty => Search.Length == 0 && CommuneCode is null && State is null && Waste is null;

    public static ClusterFilter Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (search, sort) = (query["tim"].ToString().Trim(), query["sap-xep"].ToString());
        return new(
            search[..Math.Min(search.Length, 200)],
            query["xa"].ToString() is { Length: > 0 } commune ? commune : null,
            Enum.TryParse<ClusterState>(query["tinh-trang"], out var state) && Enum.IsDefined(state) ? state : null,
            Enum.TryParse<WasteTreatment>(query["nuoc-thai"], out var waste) && Enum.IsDefined(waste) ? waste : null,
            Sorts.Contains(sort.TrimStart('-')) ? sort : "ten");
    }

    /// <summary>Clusters without the figure sorted by stand last, whichever way the list runs.</summary>
    public IReadOnlyList<IndustrialCluster> Apply(IEnumerable<IndustrialCluster> clusters)
    {
        var words = SearchText.Words(Search);
        var found = clusters.Where(c => (CommuneCode is null || c.Communes.Contains(CommuneCode)) && (State is null || c.State == State) && (Waste is null || c.Latest?.Waste == Waste) && words.All(c.SearchText.Contains));
        var ordered = found.OrderBy(c => c.SortKey, StringComparer.Ordinal);
        return Sort switch
        {
            "-ten" => [.. ordered.Reverse()],
            "dien-tich" => [.. ordered.OrderBy(c => c.Latest?.Area ?? int.MaxValue)],
            "-dien-tich" => [.. ordered.OrderByDescending(c => c.Latest?.Area ?? -1)],
            "lap-day" => [.. ordered.OrderBy(c => c.Latest?.Occupancy ?? int.MaxValue)],
            "-lap-day" => [.. ordered.OrderByDescending(c => c.Latest?.Occupancy ?? -1)],
            _ => [.. ordered],
        };
    }
}
