using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Ledgers;

/// <summary>Bút toán: an amount that went from one account of a line to another. Never changed, never deleted; a mistake is taken back by an opposite entry.</summary>
public sealed class LedgerEntry : IProvincial, IWrittenOnce
{
    private LedgerEntry()
    {
    }

    public Guid LedgerEntryId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>The line of budget holder, source and year.</summary>
    public Guid AllocationId { get; private set; }

    /// <summary>Counted for each line without a gap.</summary>
    public int Sequence { get; private set; }

    public LedgerKind Kind { get; private set; }

    public LedgerAccount FromAccount { get; private set; }

    public LedgerAccount ToAccount { get; private set; }

    /// <summary>Always more than nothing.</summary>
    public Dong Amount { get; private set; }

    public Guid? ProjectId { get; private set; }

    public Guid? ContractId { get; private set; }

    /// <summary>Dự toán chi quản lý; then neither project nor contract.</summary>
    public Guid? ManagementEstimateId { get; private set; }

    public LedgerCauseKind CauseKind { get; private set; }

    public Guid CauseId { get; private set; }

    /// <summary>Ngày hạch toán.</summary>
    public DateOnly On { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The entry that this one takes back.</summary>
    public Guid? ReversesId { get; private set; }

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Allocation), AllocationId);

    /// <summary>Bút toán ngược: what takes the whole of this one back.</summary>
    /// <param name="entryId">Of the opposite entry.</param>
    /// <param name="cause">What it follows from.</param>
    /// <param name="on">Ngày hạch toán.</param>
    /// <param name="reason">Why; what is too long of it is left off.</param>
    public Posting Opposite(Guid entryId, LedgerCause cause, DateOnly on, string reason) =>
        new(entryId, AllocationId, Kind, Amount, cause, on, ProjectId, ContractId, Characters.Cut(reason, Ledger.LongestReason), LedgerEntryId, ManagementEstimateId);

    internal static LedgerEntry Of(Allocation line, Posting posting, Guid by, DateTime at)
    {
        var (from, to) = posting.Way;
        return new()
        {
            LedgerEntryId = posting.EntryId,
            ProvinceCode = line.ProvinceCode,
            AllocationId = line.AllocationId,
            Sequence = line.PostingCount,
            Kind = posting.Kind,
            FromAccount = from,
            ToAccount = to,
            Amount = posting.Amount,
            ProjectId = posting.ProjectId,
            ContractId = posting.ContractId,
            ManagementEstimateId = posting.ManagementEstimateId,
            CauseKind = posting.Cause.Kind,
            CauseId = posting.Cause.Id,
            On = posting.On,
            Reason = string.IsNullOrWhiteSpace(posting.Reason) ? null : posting.Reason.Trim(),
            ReversesId = posting.Reverses,
            By = by,
            At = at,
        };
    }
}

/// <summary>Căn cứ của bút toán: the kind and id of the record that it follows from.</summary>
public readonly record struct LedgerCause(LedgerCauseKind Kind, Guid Id);

/// <summary>Yêu cầu ghi sổ: one entry that is to be.</summary>
/// <param name="EntryId">Of the entry.</param>
/// <param name="AllocationId">The line.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Amount">More than nothing.</param>
/// <param name="Cause">What it follows from.</param>
/// <param name="On">Ngày hạch toán.</param>
/// <param name="ProjectId">Needed for accounts kept by project.</param>
/// <param name="ContractId">Needed for accounts kept by contract.</param>
/// <param name="Reason">Needed for an entry that takes another back.</param>
/// <param name="Reverses">The entry that is taken back.</param>
/// <param name="ManagementEstimateId">In place of project and contract: the estimate of management costs.</param>
public sealed record Posting(Guid EntryId, Guid AllocationId, LedgerKind Kind, Dong Amount, LedgerCause Cause, DateOnly On, Guid? ProjectId = null, Guid? ContractId = null, string? Reason = null, Guid? Reverses = null, Guid? ManagementEstimateId = null)
{
    public (LedgerAccount From, LedgerAccount To) Way => Kind.Way(Reverses is not null);
}

/// <summary>Đã ghi sổ: entries judged together, all or none.</summary>
public sealed record LedgerPosted(IReadOnlyList<Posting> Postings);
