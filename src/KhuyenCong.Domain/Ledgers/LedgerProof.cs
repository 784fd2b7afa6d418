using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Ledgers;

/// <summary>Đối chiếu sổ: the sums that entries of one line come to, by account and by account of one project or contract.</summary>
/// <param name="SubjectId">Null for the line itself.</param>
public sealed record LedgerSum(Guid AllocationId, Guid? SubjectId, LedgerAccount Account, Dong Amount);

/// <summary>Chênh lệch giữa số dư và các bút toán.</summary>
public sealed record LedgerFault(Guid AllocationId, Guid? SubjectId, LedgerAccount Account, Dong Kept, Dong Proven);

/// <summary>Phát sinh cộng dồn: what entries of one line moved from one account to another, for one project, contract or estimate of management costs.</summary>
public sealed record LedgerMove(LedgerAccount From, LedgerAccount To, Guid? ProjectId, Guid? ContractId, Dong Amount, Guid? ManagementEstimateId = null);

/// <summary>Đứt số thứ tự bút toán: an entry that was removed, or a count that does not agree.</summary>
public sealed record LedgerGap(Guid AllocationId, int Kept, int Counted, int Last);

/// <summary>Kết quả đối chiếu sổ: what proving the lines of a province found.</summary>
public sealed record LedgerFinding(string ProvinceCode, int Lines, long Entries, IReadOnlyList<LedgerFault> Faults, IReadOnlyList<LedgerGap> Gaps)
{
    public bool IsSound => Faults.Count == 0 && Gaps.Count == 0;

    public LedgerFinding With(LedgerFinding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Lines = Lines + other.Lines, Entries = Entries + other.Entries, Faults = [.. Faults, .. other.Faults], Gaps = [.. Gaps, .. other.Gaps] };
    }
}

/// <summary>Chứng minh số dư: balance rows equal the sums of their entries, in every account, and nothing lies in none.</summary>
public static class LedgerProof
{
    private static readonly LedgerAccount[] OfLine = [.. Enum.GetValues<LedgerAccount>()];
    private static readonly LedgerAccount[] OfPosition = [.. OfLine.Where(a => a.IsByProject())];

    /// <summary>What moves come to in every account, of the line and of each project or contract.</summary>
    public static IReadOnlyList<LedgerSum> Sums(Guid allocationId, IEnumerable<LedgerMove> moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        var sums = new Dictionary<(Guid? Subject, LedgerAccount Account), Dong>();
        foreach (var move in moves)
        {
            foreach (var (account, amount) in new[] { (move.From, -move.Amount), (move.To, move.Amount) })
            {
                Add(null, account, amount);
                if (account.IsByProject())
                {
                    Add(move.ManagementEstimateId ?? (account.IsByContract() ? move.ContractId : move.ProjectId), account, amount);
                }
            }
        }

        return [.. sums.Select(s => new LedgerSum(allocationId, s.Key.Subject, s.Key.Account, s.Value))];

        void Add(Guid? subject, LedgerAccount account, Dong amount) => sums[(subject, account)] = sums.GetValueOrDefault((subject, account)) + amount;
    }

    /// <summary>Entries of a line are counted 1, 2, 3 …: null where none is missing.</summary>
    public static LedgerGap? Gap(Allocation line, int counted, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(line);
        return counted == line.PostingCount && last == counted && first == Math.Min(1, counted) ? null : new(line.AllocationId, line.PostingCount, counted, last);
    }

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
