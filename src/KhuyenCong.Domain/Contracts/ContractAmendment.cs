using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Phụ lục hợp đồng: the next version of a signed contract, with what it changes.</summary>
public sealed class ContractAmendment : IProvincial, IAudited
{
    private ContractAmendment()
    {
    }

    public Guid ContractAmendmentId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ContractId { get; private set; }

    public int Sequence { get; private set; }

    public ContractAmendmentState State { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The contract as it is afterwards, without the account: that is changed on its own way only.</summary>
    public ContractText AmendedText { get; private set; } = new();

    /// <summary>The contract as it was before, without the account; null of what was recorded before this was kept.</summary>
    public ContractText? PriorText { get; private set; }

    public IReadOnlyList<ContractChange> Differences { get; private set; } = [];

    public string? Number { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    public Guid ProposedBy { get; private set; }

    public DateTime ProposedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was sent back.</summary>
    public string? Note { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Contract), ContractId);

    internal static ContractAmendment Of(Contract contract, AmendmentProposed proposed) => new()
    {
        ContractAmendmentId = proposed.AmendmentId,
        ProvinceCode = contract.ProvinceCode,
        ContractId = contract.ContractId,
        Sequence = contract.AmendmentCount,
        Reason = proposed.Reason,
        AmendedText = proposed.Text,
        PriorText = contract.Text with { Bank = null },
        Differences = proposed.Changes,
        ProposedBy = proposed.By,
        ProposedAt = proposed.At,
    };

    internal void Sign(AmendmentSigned signed) =>
        (State, Number, SignedOn, DecidedBy, DecidedAt) = (ContractAmendmentState.Signed, signed.Number, signed.SignedOn, signed.By, signed.At);

    internal void Attach(SignedCopyAttached attached) => (FileSha, FileName) = (attached.FileSha, attached.FileName);

    internal void SendBack(AmendmentSentBack sentBack) =>
        (State, Note, DecidedBy, DecidedAt) = (ContractAmendmentState.SentBack, sentBack.Note, sentBack.By, sentBack.At);
}

/// <summary>Đã trình phụ lục.</summary>
public sealed record AmendmentProposed(Guid AmendmentId, string Reason, ContractText Text, IReadOnlyList<ContractChange> Changes, Guid By, DateTime At);

/// <summary>Đã ký phụ lục: the contract has its text from then on.</summary>
/// <param name="AmendmentId">Which one.</param>
/// <param name="Number">Số của phụ lục.</param>
/// <param name="SignedOn">Ngày ký.</param>
/// <param name="Differences">By source: how much more or less is bound of the plan's money; nothing for a sub-contract.</param>
/// <param name="Draws">The lines that sources draw on which had none.</param>
/// <param name="NewRows">Identities of amounts of sources that did not pay before.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When.</param>
public sealed record AmendmentSigned(
    Guid AmendmentId, string Number, DateOnly SignedOn, IReadOnlyList<AmountDifference> Differences, IReadOnlyDictionary<string, Guid> Draws, IReadOnlyDictionary<string, Guid> NewRows, Guid By, DateTime At);

/// <summary>Phần tăng (dương), giảm (âm) của một nguồn trên một dòng dự toán.</summary>
public sealed record AmountDifference(string Source, Guid AllocationId, Dong Amount);

/// <summary>Đã trả lại phụ lục.</summary>
public sealed record AmendmentSentBack(Guid AmendmentId, string Note, Guid By, DateTime At);
