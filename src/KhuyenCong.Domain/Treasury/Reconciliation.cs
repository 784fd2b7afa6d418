namespace KhuyenCong.Domain.Treasury;

/// <summary>Bảng đối chiếu: what lines come to, and how much of it is matched, explained and unexplained.</summary>
public sealed record Reconciliation(LineDirection Direction, int Lines, Dong Total, Dong Matched, Dong Explained, Dong Unexplained)
{
    /// <summary>One row for each direction; always total = matched + explained + unexplained, for each line falls into the three.</summary>
    public static IReadOnlyList<Reconciliation> Of(IEnumerable<StatementLine> lines) => OfSums(lines.Select(l => (l.Direction, l.State, 1, l.Amount, l.Matched)));

    /// <summary>The same of lines that were added up by direction and state before.</summary>
    public static IReadOnlyList<Reconciliation> OfSums(IEnumerable<(LineDirection Direction, LineState State, int Lines, Dong Amount, Dong Matched)> sums)
    {
        var all = sums.ToList();
        return [.. Enum.GetValues<LineDirection>().Select(d => OfOne(d, [.. all.Where(s => s.Direction == d)]))];
    }

    private static Reconciliation OfOne(LineDirection direction, List<(LineDirection Direction, LineState State, int Lines, Dong Amount, Dong Matched)> sums) => new(
        direction, sums.Sum(s => s.Lines), sums.Select(s => s.Amount).Sum(), sums.Select(s => s.Matched).Sum(),
        sums.Where(s => s.State is LineState.Explained).Select(s => s.Amount - s.Matched).Sum(), sums.Where(s => s.State is not LineState.Explained).Select(s => s.Amount - s.Matched).Sum());
}
