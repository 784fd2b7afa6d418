using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Loại điều chỉnh sau phê duyệt (Điều 11 Thông tư 36/2013/TT-BCT).</summary>
public enum AdjustmentKind
{
    /// <summary>Tăng tổng mức hỗ trợ.</summary>
    IncreaseSupport,

    /// <summary>Giảm tổng mức hỗ trợ.</summary>
    DecreaseSupport,

    /// <summary>Đổi nội dung hoạt động khuyến công.</summary>
    ChangeContent,

    /// <summary>Gia hạn sang năm sau.</summary>
    ExtendToNextYear,

    /// <summary>Đổi thời gian trong năm tài chính.</summary>
    ChangeTime,

    /// <summary>Đổi địa điểm.</summary>
    ChangePlace,

    /// <summary>Đổi đơn vị thụ hưởng.</summary>
    ChangeBeneficiary,

    /// <summary>Đổi đơn vị phối hợp.</summary>
    ChangePartner,

    /// <summary>Ngừng.</summary>
    Stop,

    /// <summary>Ngừng do sai phạm hoặc không đáp ứng.</summary>
    StopForViolation,
}

/// <summary>Thẩm quyền điều chỉnh: who decides which kind, as a table; local plans follow their own decider.</summary>
public static class AdjustmentTable
{
    private const string ByMinistry = "kcqg.adjust.ministry";
    private const string ByAgency = "kcqg.adjust.agency";

    public static bool Ends(this AdjustmentKind kind) => kind is AdjustmentKind.Stop or AdjustmentKind.StopForViolation;

    /// <summary>Whether the dossier asks for something else afterwards: then norms and double support are checked again.</summary>
    public static bool ChangesWhatIsHelped(this AdjustmentKind kind) => kind is AdjustmentKind.ChangeContent or AdjustmentKind.ChangePlace or AdjustmentKind.ChangeBeneficiary;

    public static bool ChangesMoney(this AdjustmentKind kind) => kind is AdjustmentKind.IncreaseSupport or AdjustmentKind.DecreaseSupport || kind.Ends();

    /// <summary>Who decides, and by which rule of the library (null = the local plan's own decider).</summary>
    public static (IReadOnlyList<PlanDecider> Deciders, string? RuleCode) Of(AdjustmentKind kind, ProjectKind project) => project switch
    {
        ProjectKind.Provincial or ProjectKind.Commune => (PlanDeciders.Of(project.Regime()), null),
        // The Sở decides by itself for a group project: place, partner and beneficiaries (khoản 4 Điều 11).
        ProjectKind.NationalGroup when kind is AdjustmentKind.ChangePlace or AdjustmentKind.ChangePartner or AdjustmentKind.ChangeBeneficiary => ([PlanDecider.Department], ByAgency),
        _ => kind is AdjustmentKind.IncreaseSupport or AdjustmentKind.ChangeContent or AdjustmentKind.ExtendToNextYear or AdjustmentKind.Stop or AdjustmentKind.StopForViolation
            ? ([PlanDecider.Ministry], ByMinistry)
            : ([PlanDecider.Agency], ByAgency),
    };
}

/// <summary>Nội dung điều chỉnh, as decided.</summary>
/// <param name="Amounts">For kinds that change money: the amount that remains approved, by source.</param>
/// <param name="Request">The unit's request: số, ngày văn bản.</param>
/// <param name="Confirmation">For national projects: the Sở's confirmation or proposal.</param>
public sealed record AdjustmentText(
    AdjustmentKind Kind, IReadOnlyDictionary<string, Dong?> Amounts, string? TextBefore, string? TextAfter, string Reason, PlanDecider? Decider, string DocumentNumber, DateOnly? DocumentDate, string? DelegationDocument, string Request, string? Confirmation)
{
    /// <summary>For kinds that change the project: what it is afterwards.</summary>
    public AdjustmentEffect? Effect { get; init; }

    /// <summary>Where support rises or falls: who else pays less or more for it.</summary>
    public FundingCover Cover { get; init; } = FundingCover.None;

    /// <summary>Conclusions on the suspicions of double support that the change raises, by the other support.</summary>
    public IReadOnlyDictionary<Guid, SuspicionAnswer> Suspicions { get; init; } = new Dictionary<Guid, SuspicionAnswer>();
}

/// <summary>Đã điều chỉnh một đề án trong kế hoạch.</summary>
/// <param name="IsBeyondKnown">Whether an increase goes beyond a norm that only warns.</param>
public sealed record PlanAdjusted(Guid PlanItemId, AdjustmentText Text, IReadOnlyDictionary<string, Dong> Amounts, AllocationsDrawn Allocations, IReadOnlyList<PlanChange> Changes, bool IsBeyondKnown, DateTime At)
{
    /// <summary>The dossier as it is afterwards; null where it stays as it was.</summary>
    public ProjectText? Project { get; init; }

    /// <summary>Identities of amounts of sources that did not pay before.</summary>
    public IReadOnlyDictionary<string, Guid> NewRows { get; init; } = new Dictionary<string, Guid>();

    /// <summary>What is cut of the estimate from now on; null where that stays as it was.</summary>
    public IReadOnlyList<CostCut>? Cuts { get; init; }

    /// <summary>Allocations of the next year that take the money over, by source.</summary>
    public IReadOnlyDictionary<string, Guid> MovedTo { get; init; } = new Dictionary<string, Guid>();

    /// <summary>What of each source stays on the present allocation when the rest is taken over.</summary>
    public IReadOnlyDictionary<string, KeptPart> Staying { get; init; } = new Dictionary<string, KeptPart>();

    /// <summary>The year whose money it is from then on.</summary>
    public int? MoneyYear { get; init; }
}

/// <summary>Kết quả kiểm tra lại trước khi điều chỉnh: asked of the dossier as it would be.</summary>
/// <param name="NotEligible">Whether a norm that binds refuses it.</param>
/// <param name="DoubleSupportBlocks">Whether it is suspected of being supported twice, without a conclusion.</param>
/// <param name="Listed">What the confirmed list of beneficiaries adds up to; null where there is none.</param>
/// <param name="LaterShareStands">Whether a later year's plan holds a share of the project.</param>
/// <param name="Free">What of each source no contract has bound; null where it was not asked.</param>
public sealed record AdjustmentChecks(bool NotEligible = false, bool DoubleSupportBlocks = false, Dong? Listed = null, bool LaterShareStands = false, IReadOnlyDictionary<string, Dong?>? Free = null)
{
    public static readonly AdjustmentChecks None = new();
}
