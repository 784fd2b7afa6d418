using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Bảng số liệu của một báo cáo: its lines as columns, KCQG in a book of its own, and what was accepted beside what was reported.</summary>
/// <param name="Links">Where its numbers lead; null = nowhere, as on paper.</param>
public sealed record YearlyTable(YearlyFigures Figures, YearlyFindings Findings, EntryLinks? Links = null)
{
    public IReadOnlyList<YearlyLine> Local => [.. Figures.Lines.Where(l => !LedgerWords.IsSeparate(l.Source))];

    public IReadOnlyList<YearlyLine> Separate => [.. Figures.Lines.Where(l => LedgerWords.IsSeparate(l.Source))];

    /// <summary>A sum is shown where it adds something.</summary>
    public bool HasTotal => Local.Count > 1;

    /// <summary>What was accepted is shown once somebody appraised.</summary>
    public bool HasFindings => Findings.Lines.Count > 0;

    public static Dong Sum(IEnumerable<YearlyLine> lines, YearlyItem item) => lines.Select(l => l[item]).Sum();

    /// <summary>The entries that lines had when their figures were drawn.</summary>
    public string? To(YearlyItem item, IEnumerable<YearlyLine> lines) => To(Links, item, lines);

    public static string? To(EntryLinks? links, YearlyItem item, IEnumerable<YearlyLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Place(lines) is { } place ? links?.To(NumberOf(item), place) : null;
    }

    /// <summary>What a line held for a project.</summary>
    public string? To(YearlyItem item, YearlyProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return Place(Figures.Lines.Where(l => l.AllocationId == project.AllocationId)) is { } place ? Links?.To(NumberOf(item), place with { ProjectId = project.ProjectId }) : null;
    }

    /// <summary>What a line, or a project on it, had when these figures were drawn.</summary>
    public string? To(YearlyDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Place(Figures.Lines.Where(l => l.AllocationId == difference.AllocationId)) is { } place ? Links?.To(NumberOf(difference.Item), place with { ProjectId = difference.ProjectId }) : null;
    }

    /// <summary>What a line held for management costs.</summary>
    public string? ToManaging(YearlyItem item, YearlyLine line) => Place([line]) is { } place ? Links?.To(NumberOf(item), place with { Part = EntryPart.Management }) : null;

    /// <summary>Null where figures do not tell how many entries they were drawn from.</summary>
    private static EntryPlace? Place(IEnumerable<YearlyLine> lines)
    {
        LineUntil[] until = [.. lines.Select(l => new LineUntil(l.AllocationId, l.Entries))];
        return until.Length == 0 || Array.Exists(until, l => l.Entries is null or 0) ? null : new() { Lines = until };
    }

    private static LedgerNumber NumberOf(YearlyItem item) => item switch
    {
        YearlyItem.CarriedIn => LedgerNumber.CarriedIn,
        YearlyItem.AdvancesIn => LedgerNumber.AdvancesIn,
        YearlyItem.Given => LedgerNumber.Given,
        YearlyItem.Withdrawn => LedgerNumber.Withdrawn,
        YearlyItem.Total => LedgerNumber.Allotted,
        YearlyItem.Reserved => LedgerNumber.Reserved,
        YearlyItem.Committed => LedgerNumber.Committed,
        YearlyItem.Advanced => LedgerNumber.Advanced,
        YearlyItem.Paid => LedgerNumber.Paid,
        YearlyItem.Settled => LedgerNumber.Settled,
        YearlyItem.Returned => LedgerNumber.Returned,
        YearlyItem.Cancelled => LedgerNumber.Cancelled,
        YearlyItem.CarriedOver => LedgerNumber.CarriedOver,
        YearlyItem.Available => LedgerNumber.Available,
        YearlyItem.Recovered => LedgerNumber.Recovered,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, null),
    };

    public Dong? Accepted(IEnumerable<YearlyLine> lines) => lines.Select(l => Findings.Of(l.AllocationId)?.Accepted).SumKnown();
}
