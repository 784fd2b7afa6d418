namespace KhuyenCong.Domain.Programmes;

/// <summary>Tiền đã chi cho kết quả: what the results of one year took from one source.</summary>
public sealed record Spent(string SourceCode, int Year, Dong Amount);

/// <summary>Một ô kinh phí: printed less spent; what is not printed stays unknown, never zero.</summary>
/// <remarks>A null year is the whole period.</remarks>
public sealed record MoneyCell(string SourceCode, int? Year, Dong? Printed, Dong Spent)
{
    /// <summary>Accepted, and on no result.</summary>
    public Dong Untold { get; init; }

    /// <summary>What settlements made of what was accepted: more, or less.</summary>
    public Dong Difference { get; init; }

    public Dong Used => Spent + Untold + Difference;

    public Dong? Remaining => Printed - Used;

    public bool IsOverspent => Remaining < Dong.Zero;
}

/// <summary>Đồng hồ kinh phí: by source and year, what the decision prints, what results took, what settlements changed of it, what is left.</summary>
/// <remarks>Money is as printed: where the total and the years disagree, the discrepancy says so and this does not choose.</remarks>
public sealed record MoneyClock(IReadOnlyList<MoneyCell> BySource, IReadOnlyList<MoneyCell> BySourceAndYear)
{
    /// <param name="text">As printed.</param>
    /// <param name="spent">By results.</param>
    /// <param name="beside">What results do not tell; null where only results are asked for.</param>
    public static MoneyClock Read(ProgrammeText text, IReadOnlyCollection<Spent> spent, SpendingBeside? beside = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spent);
        var (untold, settled) = beside ?? SpendingBeside.None;
        var used = text.Money.Select(m => m.Source).OfType<string>().Concat(spent.Concat(untold).Concat(settled).Select(s => s.SourceCode)).ToHashSet();
        var sources = FundingSource.All.Select(s => s.Code).Where(used.Contains).ToArray();
        var years = Enumerable.Range(text.FromYear, text.ToYear - text.FromYear + 1).ToArray();
        return new(
            [.. sources.Select(s => Cell(s, null))],
            [.. sources.SelectMany(s => years.Select(y => Cell(s, y)))]);

        MoneyCell Cell(string source, int? year)
        {
            Dong Of(IEnumerable<Spent> of) => Sum(of.Where(x => x.SourceCode == source && (year is null || x.Year == year)));
            return new(source, year, Printed(text, source, year), Of(spent)) { Untold = Of(untold), Difference = Of(settled) };
        }
    }

    /// <summary>What is left of several sources together; null where one of them has no printed figure.</summary>
    public Dong? RemainingOf(IReadOnlyCollection<string> sources)
    {
        var cells = sources.Select(s => BySource.FirstOrDefault(c => c.SourceCode == s)).ToArray();
        return cells.Length > 0 && cells.All(c => c?.Remaining is not null) ? cells.Select(c => c!.Remaining!.Value).Sum() : null;
    }

    private static Dong? Printed(ProgrammeText text, string source, int? year) =>
        text.Money.FirstOrDefault(m => m.Source == source && m.Year == year && m.ContentCode is null)?.Printed;

    private static Dong Sum(IEnumerable<Spent> spent) => spent.Select(s => s.Amount).Sum();
}
