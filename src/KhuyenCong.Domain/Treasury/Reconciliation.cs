namespace KhuyenCong.Domain.Treasury;

/// <summary>Bảng đối chiếu: what lines come to, and how much of it is matched, explained and unexplained.</summary>
public sealed record Reconciliation(LineDirection Direction, int Lines, Dong Total, Dong Matched, Dong Explained, Dong Unexplained)
{
    /// <summary>One row for each direction; always total = matched + explained + unexplained, for each line falls into the three.</summary>
    public static IReadOnlyList<Reconciliation> Of(IEnumerable<StatementLine> lines)
    {
        var all = lines.ToList();
        return [.. Enum.GetValues<LineDirection>().Select(d => OfOne(d, [.. all.Where(l => l.Direction == d)]))];
    }

    private static Reconciliation OfOne(LineDirection direction, List<StatementLine> lines) => new(
        direction, lines.Count, lines.Select(l => l.Amount).Sum(), lines.Select(l => l.Matched).Sum(),
        lines.Where(l => l.State is LineState.Explained).Select(l => l.Rest).Sum(), lines.Where(l => l.State is not LineState.Explained).Select(l => l.Rest).Sum());
}
