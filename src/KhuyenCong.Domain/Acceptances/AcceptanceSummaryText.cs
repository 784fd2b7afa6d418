using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Nội dung biên bản nghiệm thu chung, as entered; blank is not zero.</summary>
public sealed record AcceptanceSummaryText(
    DateOnly? HeldOn = null,
    string? Number = null,
    string? Place = null,
    string? Basis = null,
    string? Members = null,
    AcceptanceVerdict? Verdict = null,
    string? Opinion = null,
    Dong? EligibleCost = null,
    Dong? Due = null,
    int? MachineCount = null);

/// <summary>Đã mở biên bản nghiệm thu chung; 5b starts from what the sites come to.</summary>
public sealed record AcceptanceSummaryOpened(
    Guid AcceptanceSummaryId,
    string ProvinceCode,
    Guid ProjectId,
    Regime Regime,
    string TerritoryCode,
    AcceptanceForm Form,
    int Round,
    Dong? EligibleCost,
    Dong? Due,
    int? MachineCount,
    Guid By,
    DateOnly On,
    DateTime At);

/// <summary>Đã ghi biên bản nghiệm thu chung.</summary>
public sealed record AcceptanceSummaryWritten(AcceptanceSummaryText Text, Guid By, DateTime At);

/// <summary>Đã kèm bản quét đã ký của biên bản nghiệm thu chung.</summary>
public sealed record AcceptanceSummaryScanned(string FileSha, string FileName, string MediaType, Guid By, DateTime At);

/// <summary>Đã chuyển bước biên bản nghiệm thu chung.</summary>
/// <param name="Sites">For a conclusion: what it gathers.</param>
public sealed record AcceptanceSummaryMoved(Guid AcceptanceSummaryId, AcceptanceMove Move, AcceptanceState To, IReadOnlyList<GatheredSite> Sites, Guid By, DateOnly On, DateTime At, Func<Guid> NewId);

/// <summary>Điều cần biết khi chuyển bước biên bản nghiệm thu chung.</summary>
/// <param name="Gathered">The sites' records as they stand.</param>
/// <param name="Conflict">Of whoever moves it.</param>
/// <param name="HasLaterForm">A concluded 5c rests on it.</param>
public sealed record SummaryFacts(Gathering Gathered, ConflictGround Conflict = ConflictGround.None, bool HasLaterForm = false)
{
    /// <summary>Paid beyond what would be due without it: an earlier record of the Cục then counts.</summary>
    public IReadOnlyList<string> PaidBeyond { get; init; } = [];

    /// <summary>What is to come back once a 5c is concluded.</summary>
    public IReadOnlyList<SupportExcess> Excesses { get; init; } = [];

    public Dong Excess => Excesses.Select(e => e.Amount).Sum();
}
