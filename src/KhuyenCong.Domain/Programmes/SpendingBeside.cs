namespace KhuyenCong.Domain.Programmes;

/// <summary>Tiền của một hợp đồng theo nguồn và năm: as it was accepted, or as the ledger settled it.</summary>
public sealed record ContractSpent(Guid ContractId, string SourceCode, int Year, Dong Amount);

/// <summary>Tiền ngoài kết quả đã ghi nhận: accepted work that counts toward no target, and what settlements made of what was accepted.</summary>
/// <param name="Untold">Accepted, and on no result of the programme.</param>
/// <param name="Settled">Settled less accepted, of contracts that are settled; below zero where less was settled.</param>
public sealed record SpendingBeside(IReadOnlyList<Spent> Untold, IReadOnlyList<Spent> Settled)
{
    public static readonly SpendingBeside None = new([], []);

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
        var accepted = told.Concat(untold).Where(a => judged.Contains((a.ContractId, a.SourceCode))).Select(a => a with { Amount = -a.Amount });
        return new(Together(untold), [.. Together(accepted.Concat(ledger)).Where(s => s.Amount != Dong.Zero)]);
    }

    private static List<Spent> Together(IEnumerable<ContractSpent> parts) =>
        [.. parts.GroupBy(p => (p.SourceCode, p.Year)).Select(g => new Spent(g.Key.SourceCode, g.Key.Year, g.Select(p => p.Amount).Sum()))];
}
