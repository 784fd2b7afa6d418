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

    /// <summary>Codes of the papers at hand; null = papers are not looked at.</summary>
    public IReadOnlyCollection<string>? Papers { get; init; }

    public IReadOnlyList<TimedStep> Steps { get; init; } = [];
}

/// <summary>Một dòng dự toán: cost of one kind of support.</summary>
/// <param name="Key">How the caller recognises the line.</param>
/// <param name="KindCode">Of <see cref="SupportKind"/>.</param>
/// <param name="EligibleCost">Cost the State may share in.</param>
/// <param name="Requested">Support asked for; null = not asked yet.</param>
/// <param name="Units">Units the ceiling counts by: 10 establishments, 3 booths.</param>
/// <param name="UnitKey">Which establishment, model, booth or brand: lines of one unit share one ceiling. Lines without it count as one set whose size is the greatest <paramref name="Units"/>.</param>
/// <param name="Approved">What was approved or contracted for the line: a cap of its own.</param>
public sealed record EstimateLine(string Key, string KindCode, Dong EligibleCost, Dong? Requested = null, int Units = 1, string? UnitKey = null, Dong? Approved = null);

/// <summary>Mốc thời gian của hồ sơ: a step done on a day, judged by the dated deadline of that code.</summary>
public sealed record TimedStep(string RuleCode, DateOnly On, int PlanYear);
