namespace KhuyenCong.Domain.Ledgers;

/// <summary>Phát sinh của hợp đồng trên một dòng dự toán: what came to be bound there, and what of it went back to its source or on into the next year.</summary>
/// <remarks>Their difference is always what the line holds for the contract, wherever it is by now.</remarks>
public sealed record ContractTurnover(Dong Contracted, Dong GivenBack)
{
    public static readonly ContractTurnover None = new(Dong.Zero, Dong.Zero);

    /// <param name="entries">Of one line and one contract.</param>
    public static ContractTurnover Of(IEnumerable<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var turnover = None;
        foreach (var entry in entries.Where(e => e.FromAccount.IsByContract() != e.ToAccount.IsByContract()))
        {
            var isBound = entry.ToAccount.IsByContract();
            var amount = isBound ? entry.Amount : -entry.Amount;
            // What is bound again because a settlement was taken back is no new contract.
            turnover = entry.CauseKind is LedgerCauseKind.Settlement or LedgerCauseKind.YearEnd && isBound == (entry.ReversesId is not null)
                ? turnover with { GivenBack = turnover.GivenBack - amount }
                : turnover with { Contracted = turnover.Contracted + amount };
        }

        return turnover;
    }
}
