namespace KhuyenCong.Domain.Contracts;

/// <summary>Các phiên bản của hợp đồng: what was signed, before amendments and changes of account.</summary>
public static class ContractVersions
{
    /// <summary>Văn bản hợp đồng như đã ký; null where its first amendment did not keep what was before it.</summary>
    /// <param name="contract">With all its rows.</param>
    public static ContractText? AsSigned(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var first = contract.Amendments.Where(a => a.State is ContractAmendmentState.Signed).OrderBy(a => a.Sequence).FirstOrDefault();
        var change = contract.BankChanges.Where(b => b.State is BankChangeState.Confirmed).OrderBy(b => b.DecidedAt).FirstOrDefault();
        return (first is null ? contract.Text : first.PriorText) is { } text ? text with { Number = contract.Number, Bank = change is null ? contract.Bank : change.Before } : null;
    }

    /// <summary>Whether the text in force is another than what was signed.</summary>
    /// <param name="contract">With all its rows.</param>
    public static bool IsChanged(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return contract.Amendments.Any(a => a.State is ContractAmendmentState.Signed) || contract.BankChanges.Any(b => b.State is BankChangeState.Confirmed);
    }
}
