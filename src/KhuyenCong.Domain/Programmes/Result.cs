namespace KhuyenCong.Domain.Programmes;

/// <summary>Trạng thái kết quả: a withdrawn result stays, with its reason, and no longer counts.</summary>
public enum ResultState
{
    Recorded,
    Withdrawn,
}

/// <summary>Kết quả: one proven unit of work counted once toward one target.</summary>
public sealed class Result : IProvincial, IVersioned, IAudited
{
    private readonly List<ResultAmount> amounts = [];
    private readonly List<ResultBeneficiary> beneficiaries = [];
    private readonly List<Evidence> evidence = [];

    private Result()
    {
    }

    public Guid ResultId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProgrammeId { get; private set; }

    public Guid TargetId { get; private set; }

    public long Quantity { get; private set; }

    public long? Copies { get; private set; }

    /// <summary>Số lượt.</summary>
    public long Times { get; private set; }

    public DateOnly AchievedOn { get; private set; }

    public string? CommuneCode { get; private set; }

    public string? Place { get; private set; }

    public string Title { get; private set; } = "";

    public string? Note { get; private set; }

    public string? ProjectCode { get; private set; }

    public NaturalKeyKind NaturalKeyKind { get; private set; }

    public string NaturalKey { get; private set; } = "";

    /// <summary>The serial or issue as typed, for people; the key is for comparing.</summary>
    public string? KeyText { get; private set; }

    /// <summary>Sum of the amounts by source, so that a list need not add them up.</summary>
    public Dong TotalAmount { get; private set; }

    public int BeneficiaryCount { get; private set; }

    public int EvidenceCount { get; private set; }

    public ResultState State { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }

    public string SearchText { get; private set; } = "";

    /// <summary>Title in Vietnamese order.</summary>
    public string SortKey { get; private set; } = "";

    public long Version { get; private set; }

    public IReadOnlyList<ResultAmount> Amounts => amounts;

    public IReadOnlyList<ResultBeneficiary> Beneficiaries => beneficiaries;

    public IReadOnlyList<Evidence> Evidence => evidence;

    public AuditSubject AuditSubject => new(nameof(Result), ResultId);

    public static Result From(ResultRecorded recorded, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(newId);
        var result = new Result
        {
            ResultId = recorded.ResultId,
            ProvinceCode = recorded.ProvinceCode,
            ProgrammeId = recorded.ProgrammeId,
            TargetId = recorded.TargetId,
            Quantity = recorded.Quantity,
            Copies = recorded.Copies,
            Times = recorded.Times,
            AchievedOn = recorded.AchievedOn,
            CommuneCode = recorded.CommuneCode,
            Place = recorded.Place,
            Title = recorded.Title,
            Note = recorded.Note,
            ProjectCode = recorded.ProjectCode,
            NaturalKeyKind = recorded.KeyKind,
            NaturalKey = recorded.NaturalKey,
            KeyText = recorded.KeyText,
            TotalAmount = recorded.Amounts.Select(a => a.Amount).Sum(),
            BeneficiaryCount = recorded.Beneficiaries.Count,
            RecordedBy = recorded.RecordedBy,
            RecordedAt = recorded.RecordedAt,
            SearchText = Kernel.SearchText.Fold(string.Join(' ', recorded.Title, recorded.Place, recorded.ProjectCode, recorded.KeyText, recorded.Note)),
            SortKey = Kernel.SearchText.SortKey(recorded.Title),
        };
        result.amounts.AddRange(recorded.Amounts.Select(a => new ResultAmount(newId(), result.ProvinceCode, result.ResultId, a.SourceCode, a.Amount)));
        result.beneficiaries.AddRange(recorded.Beneficiaries.Select(b => new ResultBeneficiary(newId(), result.ProvinceCode, result.ResultId, b.Name, b.Identifier, b.CountingKey)));
        return result;
    }

    public void Apply(EvidenceAttached attached)
    {
        ArgumentNullException.ThrowIfNull(attached);
        evidence.Add(Programmes.Evidence.From(attached, this));
        EvidenceCount++;
    }

    /// <summary>The row itself is deleted where it is stored: taken out of the list it would lose the province it belongs to before it goes.</summary>
    public void Apply(EvidenceRemoved removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        EvidenceCount--;
    }

    public void Apply(ResultRekeyed rekeyed)
    {
        ArgumentNullException.ThrowIfNull(rekeyed);
        (NaturalKeyKind, NaturalKey) = (rekeyed.Kind, rekeyed.Key);
    }

    public void Apply(ResultWithdrawn withdrawn)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        State = ResultState.Withdrawn;
        WithdrawnReason = withdrawn.Reason;
    }
}
