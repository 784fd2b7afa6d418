namespace KhuyenCong.Domain.Programmes;

/// <summary>Số tiền theo nguồn của kết quả: what one source paid toward one result.</summary>
public sealed class ResultAmount : IProvincial, IAudited
{
    internal ResultAmount(Guid resultAmountId, string provinceCode, Guid resultId, string sourceCode, Dong amount) =>
        (ResultAmountId, ProvinceCode, ResultId, SourceCode, Amount) = (resultAmountId, provinceCode, resultId, sourceCode, amount);

    public Guid ResultAmountId { get; private set; }

    public string ProvinceCode { get; private set; }

    public Guid ResultId { get; private set; }

    /// <summary>A <see cref="FundingSource"/> code.</summary>
    public string SourceCode { get; private set; }

    public Dong Amount { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Result), ResultId);
}

/// <summary>Cơ sở thụ hưởng của kết quả: an establishment, by name until there is a register.</summary>
public sealed class ResultBeneficiary : IProvincial, IAudited
{
    internal ResultBeneficiary(Guid resultBeneficiaryId, string provinceCode, Guid resultId, string name, string? identifier, string countingKey) =>
        (ResultBeneficiaryId, ProvinceCode, ResultId, Name, Identifier, CountingKey) = (resultBeneficiaryId, provinceCode, resultId, name, identifier, countingKey);

    public Guid ResultBeneficiaryId { get; private set; }

    public string ProvinceCode { get; private set; }

    public Guid ResultId { get; private set; }

    public string Name { get; private set; }

    /// <summary>Tax code or identity number, as typed.</summary>
    public string? Identifier { get; private set; }

    /// <summary>Equal keys are one establishment: the identifier where there is one, else the folded name.</summary>
    public string CountingKey { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Result), ResultId);
}

/// <summary>Minh chứng: a file that proves a result.</summary>
public sealed class Evidence : IProvincial, IAudited
{
    private Evidence()
    {
    }

    public Guid EvidenceId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ResultId { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public long Size { get; private set; }

    public string MediaType { get; private set; } = "";

    /// <summary>Why the same file proves another result too.</summary>
    public string? SameFileReason { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Result), ResultId);

    internal static Evidence From(EvidenceAttached attached, Result result) => new()
    {
        EvidenceId = attached.EvidenceId,
        ProvinceCode = result.ProvinceCode,
        ResultId = result.ResultId,
        Sha256 = attached.Sha256,
        FileName = attached.FileName,
        Size = attached.Size,
        MediaType = attached.MediaType,
        SameFileReason = attached.SameFileReason,
    };
}

/// <summary>Đính kèm minh chứng: a file now proves a result.</summary>
public sealed record EvidenceAttached(Guid EvidenceId, string Sha256, string FileName, long Size, string MediaType, string? SameFileReason);

/// <summary>Gỡ minh chứng: a file no longer proves a result.</summary>
public sealed record EvidenceRemoved(Guid EvidenceId, string Sha256, string Reason);
