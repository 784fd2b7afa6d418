using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Plans;

/// <summary>Kế hoạch khuyến công năm: the year's projects and tasks of one regime in one territory, approved in batches.</summary>
/// <remarks>National, provincial and commune plans are three procedures with three deciders: a plan belongs to one of them.</remarks>
public sealed class AnnualPlan : IProvincial, IVersioned, IAudited
{
    private AnnualPlan()
    {
    }

    public Guid AnnualPlanId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Regime Regime { get; private set; }

    /// <summary>The province's code, or the commune's for a commune's own plan.</summary>
    public string TerritoryCode { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>The budget holder whose allocation pays where several have one.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>The programme whose money is set beside it.</summary>
    public Guid? ProgrammeId { get; private set; }

    public int BatchCount { get; private set; }

    /// <summary>The number of the last decision; 0 = nothing decided yet.</summary>
    public int VersionNumber { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateOnly CreatedOn { get; private set; }

    public long Version { get; private set; }

    public string? CommuneCode => Regime is Regime.Commune ? TerritoryCode : null;

    public AuditSubject AuditSubject => new(nameof(AnnualPlan), AnnualPlanId);

    public static AnnualPlan From(PlanOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return new()
        {
            AnnualPlanId = opened.AnnualPlanId,
            ProvinceCode = opened.ProvinceCode,
            Regime = opened.Regime,
            TerritoryCode = opened.CommuneCode ?? opened.ProvinceCode,
            Year = opened.Year,
            HolderId = opened.HolderId,
            ProgrammeId = opened.ProgrammeId,
            CreatedBy = opened.By,
            CreatedOn = opened.On,
        };
    }

    public ApprovalBatch Open(BatchOpened opened)
    {
        BatchCount++;
        return ApprovalBatch.Of(this, opened);
    }

    /// <summary>A decision makes the next version, which says what it changed.</summary>
    public PlanVersion Decide(PlanDecided decided)
    {
        VersionNumber++;
        return PlanVersion.Of(this, decided);
    }
}

/// <summary>Phiên bản của kế hoạch: one decision with what it changed, amount by amount. Never changed: an undone decision and its undoing are both kept.</summary>
public sealed class PlanVersion : IProvincial, IAudited
{
    private PlanVersion()
    {
    }

    public Guid PlanVersionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AnnualPlanId { get; private set; }

    public Guid? ApprovalBatchId { get; private set; }

    public int Number { get; private set; }

    public PlanVersionKind Kind { get; private set; }

    public PlanDecider? Decider { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    public DateOnly DocumentDate { get; private set; }

    public string? Reason { get; private set; }

    public IReadOnlyList<PlanChange> Changes { get; private set; } = [];

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public AuditSubject AuditSubject => new(nameof(AnnualPlan), AnnualPlanId);

    internal static PlanVersion Of(AnnualPlan plan, PlanDecided decided) => new()
    {
        PlanVersionId = decided.PlanVersionId,
        ProvinceCode = plan.ProvinceCode,
        AnnualPlanId = plan.AnnualPlanId,
        ApprovalBatchId = decided.ApprovalBatchId,
        Number = plan.VersionNumber,
        Kind = decided.Kind,
        Decider = decided.Decider,
        DocumentNumber = decided.DocumentNumber,
        DocumentDate = decided.DocumentDate,
        Reason = decided.Reason,
        Changes = decided.Changes,
        By = decided.By,
        At = decided.At,
    };
}

/// <summary>Một thay đổi của phiên bản: what of one project was before and is after; an amount of one source, or words.</summary>
public sealed record PlanChange(Guid ProjectId, string? Code, string Title, string What, string? Source = null, Dong? AmountBefore = null, Dong? AmountAfter = null, string? TextBefore = null, string? TextAfter = null);

/// <summary>Đã mở kế hoạch năm.</summary>
public sealed record PlanOpened(Guid AnnualPlanId, string ProvinceCode, Regime Regime, string? CommuneCode, int Year, Guid HolderId, Guid? ProgrammeId, Guid By, DateOnly On);

/// <summary>Đã mở đợt.</summary>
public sealed record BatchOpened(Guid ApprovalBatchId, Guid By, DateOnly On);

/// <summary>Đã có quyết định làm nên phiên bản mới của kế hoạch.</summary>
public sealed record PlanDecided(Guid PlanVersionId, Guid? ApprovalBatchId, PlanVersionKind Kind, PlanDecider? Decider, string DocumentNumber, DateOnly DocumentDate, string? Reason, IReadOnlyList<PlanChange> Changes, Guid By, DateTime At);
