using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Bảng số liệu của một báo cáo: its lines as columns, KCQG in a book of its own, and what was accepted beside what was reported.</summary>
public sealed record YearlyTable(YearlyFigures Figures, YearlyFindings Findings)
{
    public IReadOnlyList<YearlyLine> Local => [.. Figures.Lines.Where(l => !LedgerWords.IsSeparate(l.Source))];

    public IReadOnlyList<YearlyLine> Separate => [.. Figures.Lines.Where(l => LedgerWords.IsSeparate(l.Source))];

    /// <summary>A sum is shown where it adds something.</summary>
    public bool HasTotal => Local.Count > 1;

    /// <summary>What was accepted is shown once somebody appraised.</summary>
    public bool HasFindings => Findings.Lines.Count > 0;

    public static Dong Sum(IEnumerable<YearlyLine> lines, YearlyItem item) => lines.Select(l => l[item]).Sum();

    public Dong? Accepted(IEnumerable<YearlyLine> lines) => lines.Select(l => Findings.Of(l.AllocationId)?.Accepted).SumKnown();
}
