namespace KhuyenCong.Domain.Ledgers;

/// <summary>Số dư theo đề án, hợp đồng: what one line holds for one project, for one contract of it, or for one estimate of management costs.</summary>
/// <remarks>Kept by entries in the same transaction and checked by the database: none of its sums is ever below nothing. The row of the project itself holds what is reserved; a contract's row holds what it bound; an estimate's row holds both, and names no project.</remarks>
public sealed class LedgerPosition : IProvincial
{
    private LedgerPosition()
    {
    }

    public string ProvinceCode { get; private set; } = "";

    public Guid AllocationId { get; private set; }

    /// <summary>The estimate of management costs, the contract, or the project where nothing is bound yet: with the line, the key.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Null where it is an estimate of management costs, and only there.</summary>
    public Guid? ProjectId { get; private set; }

    public Guid? ContractId { get; private set; }

    public Guid? ManagementEstimateId { get; private set; }

    public Dong Reserved { get; private set; }

    public Dong Committed { get; private set; }

    public Dong Advanced { get; private set; }

    public Dong Paid { get; private set; }

    public Dong Settled { get; private set; }

    public Dong Returned { get; private set; }

    /// <summary>Giá trị đã cam kết: what the contract bound of this line, wherever it is by now.</summary>
    public Dong Bound => Committed + Advanced + Paid + Settled + Returned;

    public Dong this[LedgerAccount account] => account switch
    {
        LedgerAccount.Reserved => Reserved,
        LedgerAccount.Committed => Committed,
        LedgerAccount.Advanced => Advanced,
        LedgerAccount.Paid => Paid,
        LedgerAccount.Settled => Settled,
        LedgerAccount.Returned => Returned,
        _ => throw new ArgumentOutOfRangeException(nameof(account), account, "Kept for the whole line only."),
    };

    internal static LedgerPosition Of(string provinceCode, Guid allocationId, Guid subjectId, Posting posting, bool isContract) => new()
    {
        ProvinceCode = provinceCode,
        AllocationId = allocationId,
        SubjectId = subjectId,
        ProjectId = posting.ProjectId,
        ContractId = isContract ? posting.ContractId : null,
        ManagementEstimateId = posting.ManagementEstimateId,
    };

    internal void Move(LedgerAccount account, Dong amount)
    {
        switch (account)
        {
            case LedgerAccount.Reserved: Reserved += amount; break;
            case LedgerAccount.Committed: Committed += amount; break;
            case LedgerAccount.Advanced: Advanced += amount; break;
            case LedgerAccount.Paid: Paid += amount; break;
            case LedgerAccount.Settled: Settled += amount; break;
            case LedgerAccount.Returned: Returned += amount; break;
            default: throw new ArgumentOutOfRangeException(nameof(account), account, "Kept for the whole line only.");
        }

        if (this[account] < Dong.Zero)
        {
            throw new InvalidOperationException("A balance below nothing was not refused: the rule was not asked.");
        }
    }
}
