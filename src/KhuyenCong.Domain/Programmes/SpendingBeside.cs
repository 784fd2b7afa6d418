namespace KhuyenCong.Domain.Programmes;

/// <summary>Tiền của một hợp đồng theo nguồn và năm: as it was accepted, or as the ledger settled it.</summary>
public sealed record ContractSpent(Guid ContractId, string SourceCode, int Year, Dong Amount)
{
    /// <summary>The record of acceptance that says it, where one does.</summary>
    public Guid? AcceptanceId { get; init; }
}

/// <summary>Chênh khi quyết toán của một hợp đồng: what one source of one year was accepted with, and what the ledger settled of it.</summary>
public sealed record SettledDifference(Guid ContractId, string SourceCode, int Year, Dong Accepted, Dong Settled)
{
    public Dong Difference => Settled - Accepted;
}

/// <summary>Tiền ngoài kết quả đã ghi nhận: accepted work that counts toward no target, and what settlements made of what was accepted.</summary>
/// <param name="Untold">Accepted, and on no result of the programme.</param>
/// <param name="Settled">Settled less accepted, of contracts that are settled; below zero where less was settled.</param>
public sealed record SpendingBeside(IReadOnlyList<Spent> Untold, IReadOnlyList<Spent> Settled)
{
    public static readonly SpendingBeside None = new([], []);

    /// <summary>What <see cref="Untold"/> is the sum of, record by record.</summary>
    public IReadOnlyList<ContractSpent> UntoldBy { get; init; } = [];

    /// <summary>What <see cref="Settled"/> is the sum of, contract by contract.</summary>
    public IReadOnlyList<SettledDifference> Differences { get; init; } = [];

    /// <param name="told">Accepted, and told by results, contract by contract.</param>
    /// <param name="untold">Accepted, and on no result.</param>
    /// <param name="ledger">What the ledger has settled now, of every contract whose settlement is approved and every source that the ledger pays for it; zero where nothing is left settled.</param>
    /// <remarks>Money of other sources, and of contracts that are not settled yet, stays as it was accepted.</remarks>
    public static SpendingBeside Of(IReadOnlyCollection<ContractSpent> told, IReadOnlyCollection<ContractSpent> untold, IReadOnlyCollection<ContractSpent> ledger)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(untold);
        ArgumentNullException.ThrowIfNull(ledger);
        var judged = ledger.Select(l => (l.ContractId, l.SourceCode)).ToHashSet();
        var accepted = told.Concat(untold).Where(a => judged.Contains((a.ContractId, a.SourceCode))).Select(a => new SettledDifference(a.ContractId, a.SourceCode, a.Year, a.Amount, Dong.Zero));
        List<SettledDifference> differences =
        [
            .. accepted.Concat(ledger.Select(l => new SettledDifference(l.ContractId, l.SourceCode, l.Year, Dong.Zero, l.Amount))).GroupBy(d => (d.ContractId, d.SourceCode, d.Year))
                .Select(g => new SettledDifference(g.Key.ContractId, g.Key.SourceCode, g.Key.Year, g.Select(d => d.Accepted).Sum(), g.Select(d => d.Settled).Sum())).Where(d => d.Difference != Dong.Zero),
        ];
        var settled = Together(differences.Select(d => new ContractSpent(d.ContractId, d.SourceCode, d.Year, d.Difference)));
        return new(Together(untold), [.. settled.Where(s => s.Amount != Dong.Zero)]) { UntoldBy = [.. untold], Differences = differences };
    }

    private static List<Spent> Together(IEnumerable<ContractSpent> parts) =>
        [.. parts.GroupBy(p => (p.SourceCode, p.Year)).Select(g => new Spent(g.Key.SourceCode, g.Key.Year, g.Select(p => p.Amount).Sum()))];
}
