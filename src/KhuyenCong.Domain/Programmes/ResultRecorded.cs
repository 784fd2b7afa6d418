namespace KhuyenCong.Domain.Programmes;

/// <summary>Phiếu ghi kết quả: what somebody typed, before any rule looked at it.</summary>
public sealed record ResultEntry
{
    public long Quantity { get; init; } = 1;

    public long? Copies { get; init; }

    /// <summary>Số lượt; blank means one for each unit.</summary>
    public long? Times { get; init; }

    public DateOnly AchievedOn { get; init; }

    public string? CommuneCode { get; init; }

    public string? Place { get; init; }

    public string Title { get; init; } = "";

    public string? Note { get; init; }

    public string? ProjectCode { get; init; }

    public NaturalKeyKind KeyKind { get; init; }

    public string? Serial { get; init; }

    public string? Issue { get; init; }

    public IReadOnlyList<SourceAmount> Amounts { get; init; } = [];

    public IReadOnlyList<BeneficiaryEntry> Beneficiaries { get; init; } = [];
}

/// <summary>Số tiền theo nguồn: an amount of one source.</summary>
public sealed record SourceAmount(string SourceCode, Dong Amount);

/// <summary>Cơ sở thụ hưởng: a name and, where known, a tax code or identity number.</summary>
public sealed record BeneficiaryEntry(string Name, string? Identifier = null)
{
    /// <summary>Equal keys count as one establishment.</summary>
    public string CountingKey
    {
        get
        {
            var identifier = Programmes.NaturalKey.Of(NaturalKeyKind.MachineSerial, Identifier);
            return identifier.Length > 0 ? "#" + identifier : SearchText.Fold(Name);
        }
    }
}

/// <summary>Ghi nhận kết quả: a result now counts toward its target.</summary>
public sealed record ResultRecorded(
    Guid ResultId,
    string ProvinceCode,
    Guid ProgrammeId,
    Guid TargetId,
    long Quantity,
    long? Copies,
    long Times,
    DateOnly AchievedOn,
    string? CommuneCode,
    string? Place,
    string Title,
    string? Note,
    string? ProjectCode,
    NaturalKeyKind KeyKind,
    string NaturalKey,
    string? KeyText,
    IReadOnlyList<SourceAmount> Amounts,
    IReadOnlyList<BeneficiaryEntry> Beneficiaries,
    string RecordedBy,
    DateTime RecordedAt);

/// <summary>Rút kết quả: a result no longer counts; the row and the reason stay.</summary>
public sealed record ResultWithdrawn(Guid ResultId, Guid TargetId, long Quantity, long? Copies, long Times, Dong Amount, string Reason);
