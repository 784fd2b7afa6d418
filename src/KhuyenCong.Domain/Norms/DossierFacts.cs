using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>Dữ kiện của hồ sơ: everything the eligibility check looks at, as plain values.</summary>
public sealed record DossierFacts
{
    /// <summary>The day whose law applies.</summary>
    public required DateOnly On { get; init; }

    public required Regime Regime { get; init; }

    public required string ProvinceCode { get; init; }

    /// <summary>The commune of the production site on <see cref="On"/>; the head office decides nothing.</summary>
    public string? CommuneCode { get; init; }

    /// <summary>Communes of the sites that share the lines where they are several: each may lie under a norm of its own.</summary>
    public IReadOnlyList<string> Communes { get; init; } = [];

    /// <summary>Null = not known yet; a group project may name its beneficiaries after approval.</summary>
    public Beneficiaries? Beneficiary { get; init; }

    public CheckStage Stage { get; init; }

    public required IReadOnlyList<EstimateLine> Lines { get; init; }

    /// <summary>Conditions answered yes.</summary>
    public NormConditions Holds { get; init; }

    /// <summary>Conditions answered no.</summary>
    public NormConditions Fails { get; init; }

    /// <summary>The competent authority gives the priority level.</summary>
    public bool HasPriority { get; init; }

    /// <summary>The beneficiary's own money for these lines.</summary>
    public Dong? OwnCapital { get; init; }

    /// <summary>What others pay for these lines beside khuyến công: another State programme, a sponsor, another lawful source.</summary>
    public Dong? PaidByOthers { get; init; }

    /// <summary>Codes of the papers at hand; null = papers are not looked at.</summary>
    public IReadOnlyCollection<string>? Papers { get; init; }

    public IReadOnlyList<TimedStep> Steps { get; init; } = [];

    /// <summary>What a national pilot project (đề án điểm) is recognised by; null for every other.</summary>
    public KeyProjectFacts? KeyProject { get; init; }
}

/// <summary>Dữ kiện của đề án điểm: its contents by clause of Điều 4, and its time.</summary>
public sealed record KeyProjectFacts(IReadOnlyCollection<string> Contents, DateOnly? StartsOn, DateOnly? EndsOn);

/// <summary>Một dòng dự toán: cost of one kind of support.</summary>
/// <param name="Key">How the caller recognises the line.</param>
/// <param name="KindCode">Of <see cref="SupportKind"/>.</param>
/// <param name="EligibleCost">Cost the State may share in.</param>
/// <param name="Requested">Support asked for; null = not asked yet.</param>
/// <param name="Units">Units the ceiling counts by: 10 establishments, 3 booths.</param>
/// <param name="UnitKey">Which establishment: its lines share its ceiling. Lines without it are for all together: one set whose size is the greatest <paramref name="Units"/>.</param>
/// <param name="Approved">What was approved or contracted for the line: a cap of its own.</param>
public sealed record EstimateLine(string Key, string KindCode, Dong EligibleCost, Dong? Requested = null, int Units = 1, string? UnitKey = null, Dong? Approved = null)
{
    /// <summary>What the line's own quantity counts; null where <see cref="Units"/> is meant for whatever the norm counts by.</summary>
    public UnitCount? Counted { get; init; }

    /// <summary>How <see cref="Units"/> is known, where it is a number of establishments.</summary>
    public UnitSource UnitSource { get; init; }
}

/// <summary>Số đơn vị theo cột số lượng: "3 gian hàng" is three booths; the unit is none where the line names no unit a norm counts by.</summary>
public readonly record struct UnitCount(NormUnit Unit, int Number);

/// <summary>Căn cứ của số đơn vị thụ hưởng.</summary>
public enum UnitSource
{
    /// <summary>Theo danh sách, hoặc người hỏi nêu.</summary>
    Listed,

    /// <summary>Chưa có danh sách: theo số cơ sở, số máy ở cột số lượng.</summary>
    Quantity,

    /// <summary>Chưa biết: a ceiling per establishment is not computed.</summary>
    Unknown,
}

/// <summary>Mốc thời gian của hồ sơ: a step done on a day, judged by the dated deadline of that code.</summary>
/// <param name="OnlyTells">The step is not the one that the rule names but one before it: late, it foretells, and so only warns.</param>
public sealed record TimedStep(string RuleCode, DateOnly On, int PlanYear, bool OnlyTells = false);
