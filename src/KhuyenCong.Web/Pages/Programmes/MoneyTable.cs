using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>One row of printed money over the years, with what its parts add up to.</summary>
/// <param name="Name">The source, the content or "Tổng".</param>
/// <param name="Source">The source's code; null for a total.</param>
/// <param name="Whole">Printed for the whole period.</param>
/// <param name="Share">Printed share in basis points.</param>
/// <param name="Years">Printed by year; null is not printed.</param>
/// <param name="Computed">The years added up, where every year is printed.</param>
/// <param name="Spent">What results took over the whole period.</param>
/// <param name="Line">The line of the decision for the whole period.</param>
public sealed record MoneyRow(string Name, string? Source, Dong? Whole, int? Share, IReadOnlyList<Dong?> Years, Dong? Computed, Dong Spent, MoneyLine? Line)
{
    /// <summary>Accepted without a target, and what settlements made of what was accepted.</summary>
    public Dong Beside { get; init; }

    public Dong? Remaining => Whole - Spent - Beside;

    public string ShortName => FundingSource.Find(Source)?.ShortName ?? Name;
}

/// <summary>A programme's money as printed and as computed, by source and year: one value for the chart, the tables and the workbook, so that they agree.</summary>
public sealed record MoneyTable(IReadOnlyList<int> Years, IReadOnlyList<MoneyRow> Sources, MoneyRow Total, Dong? Computed, IReadOnlyList<MoneyLine> ByContent, bool HasYears)
{
    /// <summary>Computed minus printed; null where one is not known.</summary>
    public Dong? Gap => Computed - Total.Whole;

    public bool Disagrees => Gap is { } gap && gap != Dong.Zero;

    public static MoneyTable Of(ProgrammeText text, IReadOnlyCollection<Spent> spent, SpendingBeside? beside = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clock = MoneyClock.Read(text, spent, beside);
        int[] years = [.. Enumerable.Range(text.FromYear, text.ToYear - text.FromYear + 1)];
        var overall = text.Money.Where(m => m.ContentCode is null).ToArray();
        MoneyRow Row(string name, string? source, Dong taken)
        {
            var line = overall.FirstOrDefault(m => m.Source == source && m.Year is null);
            Dong?[] printed = [.. years.Select(y => overall.FirstOrDefault(m => m.Source == source && m.Year == y)?.Printed)];
            return new(name, source, line?.Printed, line?.PrintedShare, printed, printed.All(p => p is not null) ? printed.SumKnown() : null, taken, line);
        }

        MoneyRow[] sources = [.. clock.BySource.Select(c => Row(FundingSource.Find(c.SourceCode)!.Name, c.SourceCode, c.Spent) with { Beside = c.Untold + c.Difference })];
        var total = Row("Tổng", null, spent.Select(s => s.Amount).Sum());
        var stated = sources.Where(s => s.Line is not null).ToArray();
        return new(
            years,
            sources,
            total,
            stated.Length > 0 && stated.All(s => s.Whole is not null) ? stated.Select(s => s.Whole).SumKnown() : null,
            [.. text.Money.Where(m => m.ContentCode is not null)],
            sources.Any(s => s.Years.Any(y => y is not null)));
    }

    /// <summary>Sums of one year over the sources, where every source that the decision names has a figure.</summary>
    public Dong? ComputedOf(int year)
    {
        var at = Years.ToList().IndexOf(year);
        var stated = Sources.Where(s => s.Line is not null || s.Years.Any(y => y is not null)).ToArray();
        return stated.Length > 0 && stated.All(s => s.Years[at] is not null) ? stated.Select(s => s.Years[at]).SumKnown() : null;
    }

    /// <summary>In tỷ đồng, by year; where the decision does not split by year, one column for the whole period.</summary>
    public ChartData Chart() => HasYears
        ? new("tỷ đồng", [.. Years.Select(y => $"{y}")], [.. Sources.Where(s => s.Line is not null).Select(s => new ChartSeries(s.ShortName, [.. s.Years.Select(Billions)]))])
        : new("tỷ đồng", ["Cả giai đoạn"], [.. Sources.Where(s => s.Whole is not null).Select(s => new ChartSeries(s.ShortName, [Billions(s.Whole)]))]);

    private static decimal? Billions(Dong? amount) => amount?.Amount / 1_000_000_000m;
}
