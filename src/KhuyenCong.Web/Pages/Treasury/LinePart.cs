using KhuyenCong.Domain.Treasury;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>Into which of the three a line's amount falls: a line matched in part has two of them.</summary>
public enum LinePart
{
    /// <summary>Đã khớp.</summary>
    Matched,

    /// <summary>Đã giải trình.</summary>
    Explained,

    /// <summary>Chưa giải trình.</summary>
    Unexplained,
}

/// <summary>As a reconciliation adds them, in the database.</summary>
public static class LineParts
{
    /// <summary>Lines of which something falls into this part.</summary>
    public static IQueryable<StatementLine> OfPart(this IQueryable<StatementLine> lines, LinePart part) => part switch
    {
        LinePart.Matched => lines.Where(l => (long)(object)l.Matched > 0),
        LinePart.Explained => lines.Where(l => l.State == LineState.Explained && (long)(object)l.Amount > (long)(object)l.Matched),
        _ => lines.Where(l => l.State != LineState.Explained && (long)(object)l.Amount > (long)(object)l.Matched),
    };

    /// <summary>What these lines, all of this part, come to in it.</summary>
    public static async Task<Dong> PartSumAsync(this IQueryable<StatementLine> lines, LinePart part, CancellationToken cancellationToken)
    {
        var matched = await lines.SumAsync(l => (long)(object)l.Matched, cancellationToken);
        return new(part is LinePart.Matched ? matched : await lines.SumAsync(l => (long)(object)l.Amount, cancellationToken) - matched);
    }

    /// <summary>Lines added up by statement, direction and state.</summary>
    public static async Task<IReadOnlyList<LineSum>> SumsAsync(this IQueryable<StatementLine> lines, CancellationToken cancellationToken)
    {
        var sums = await lines.GroupBy(l => new { l.TreasuryStatementId, l.Direction, l.State })
            .Select(g => new { g.Key.TreasuryStatementId, g.Key.Direction, g.Key.State, Lines = g.Count(), Amount = g.Sum(l => (long)(object)l.Amount), Matched = g.Sum(l => (long)(object)l.Matched) })
            .ToListAsync(cancellationToken);
        return [.. sums.Select(s => new LineSum(s.TreasuryStatementId, s.Direction, s.State, s.Lines, new(s.Amount), new(s.Matched)))];
    }

    public static IReadOnlyList<Reconciliation> Reconciled(this IEnumerable<LineSum> sums) => Reconciliation.OfSums(sums.Select(s => (s.Direction, s.State, s.Lines, s.Amount, s.Matched)));
}

/// <summary>What lines of one statement, direction and state come to.</summary>
public sealed record LineSum(Guid TreasuryStatementId, LineDirection Direction, LineState State, int Lines, Dong Amount, Dong Matched);
