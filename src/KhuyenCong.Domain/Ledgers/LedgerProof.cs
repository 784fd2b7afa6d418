using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Ledgers;

/// <summary>Đối chiếu sổ: the sums that entries of one line come to, by account and by account of one project or contract.</summary>
/// <param name="SubjectId">Null for the line itself.</param>
public sealed record LedgerSum(Guid AllocationId, Guid? SubjectId, LedgerAccount Account, Dong Amount);

/// <summary>Chênh lệch giữa số dư và các bút toán.</summary>
public sealed record LedgerFault(Guid AllocationId, Guid? SubjectId, LedgerAccount Account, Dong Kept, Dong Proven);

/// <summary>Chứng minh số dư: balance rows equal the sums of their entries, in every account, and nothing lies in none.</summary>
public static class LedgerProof
{
    private static readonly LedgerAccount[] OfLine = [.. Enum.GetValues<LedgerAccount>()];
    private static readonly LedgerAccount[] OfPosition = [.. OfLine.Where(a => a.IsByProject())];

    /// <param name="lines">With their kept balances.</param>
    /// <param name="positions">Of these lines.</param>
    /// <param name="sums">Of all entries of these lines; what is absent is nothing.</param>
    public static IReadOnlyList<LedgerFault> Faults(IReadOnlyCollection<Allocation> lines, IReadOnlyCollection<LedgerPosition> positions, IReadOnlyCollection<LedgerSum> sums)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(sums);
        var proven = sums.GroupBy(s => (s.AllocationId, s.SubjectId, s.Account)).ToDictionary(g => g.Key, g => g.Select(s => s.Amount).Sum());
        List<LedgerFault> kept =
        [
            .. lines.SelectMany(l => OfLine.Select(a => new LedgerFault(l.AllocationId, null, a, l.Balance(a), proven.GetValueOrDefault((l.AllocationId, null, a))))),
            .. positions.SelectMany(p => OfPosition.Select(a => new LedgerFault(p.AllocationId, p.SubjectId, a, p[a], proven.GetValueOrDefault((p.AllocationId, p.SubjectId, a))))),
        ];
        var seen = kept.Select(k => (k.AllocationId, k.SubjectId, k.Account)).ToHashSet();
        return [.. kept.Where(k => k.Kept != k.Proven), .. proven.Where(p => p.Value != Dong.Zero && !seen.Contains(p.Key)).Select(p => new LedgerFault(p.Key.AllocationId, p.Key.SubjectId, p.Key.Account, Dong.Zero, p.Value))];
    }
}
