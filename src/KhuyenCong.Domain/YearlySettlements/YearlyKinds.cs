using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.YearlySettlements;

/// <summary>Trạng thái của báo cáo quyết toán năm.</summary>
public enum YearlyState
{
    /// <summary>Đang lập.</summary>
    Drafting,

    /// <summary>Đã trình Sở Công Thương.</summary>
    Submitted,

    /// <summary>Ở cơ quan tài chính, chờ thẩm định.</summary>
    WithFinance,

    /// <summary>Đã thẩm định, chờ thông báo, phê duyệt.</summary>
    Appraised,

    /// <summary>Đã có thông báo, phê duyệt quyết toán.</summary>
    Finished,

    /// <summary>Bị trả lại.</summary>
    SentBack,
}

/// <summary>Việc làm với báo cáo quyết toán năm.</summary>
public enum YearlyAction
{
    /// <summary>Trình qua Sở Công Thương.</summary>
    Submit,

    /// <summary>Trình thẳng cơ quan tài chính.</summary>
    SubmitToFinance,

    /// <summary>Sở Công Thương xét, chuyển cơ quan tài chính.</summary>
    Forward,

    /// <summary>Trả lại.</summary>
    SendBack,

    /// <summary>Thẩm định.</summary>
    Appraise,

    /// <summary>Ghi thông báo thẩm định, phê duyệt quyết toán.</summary>
    Finish,
}

/// <summary>Đường đi của báo cáo quyết toán năm.</summary>
public enum YearlyRoute
{
    /// <summary>Đơn vị → Sở Công Thương → Sở Tài chính.</summary>
    ThroughDepartment,

    /// <summary>Sở Công Thương → Sở Tài chính.</summary>
    OfDepartment,

    /// <summary>Trong xã: kế toán, tài chính cấp xã → HĐND xã.</summary>
    WithinCommune,
}

/// <summary>Đơn vị dự toán lập báo cáo quyết toán năm.</summary>
/// <param name="HolderId">Which.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Commune">The commune of the office; null for other bodies.</param>
public sealed record YearlyUnit(Guid HolderId, OrganisationKind Kind, string? Commune)
{
    /// <summary>The ways that are open: one for the province's bodies, and for a commune what its province has laid down.</summary>
    /// <param name="laidDown">The province's rule for communes; null where it has none, then both ways are open.</param>
    public IReadOnlyList<YearlyRoute> Routes(YearlyRoute? laidDown) =>
        Commune is null ? [Kind is OrganisationKind.Department ? YearlyRoute.OfDepartment : YearlyRoute.ThroughDepartment]
        : laidDown is { } only ? [only]
        : [YearlyRoute.ThroughDepartment, YearlyRoute.WithinCommune];
}

/// <summary>Người làm việc với báo cáo quyết toán năm.</summary>
/// <param name="Plan">What the roles reach.</param>
/// <param name="OrganisationId">Where the person works.</param>
/// <param name="IsOfDepartment">Whether that is the Sở Công Thương, which also writes for bodies that have nobody here.</param>
public sealed record YearlyMover(PlanMover Plan, Guid? OrganisationId, bool IsOfDepartment)
{
    public Guid UserId => Plan.UserId;

    /// <summary>Whether an act reaches this unit's report from the side that it asks for.</summary>
    public bool May(Act act, YearlySide side, YearlyUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return side switch
        {
            YearlySide.Unit when unit.Commune is not null => Plan.May(act, unit.Commune),
            YearlySide.Unit => Plan.Reach(act) is Scope.Province && (OrganisationId == unit.HolderId || (IsOfDepartment && unit.Kind is not OrganisationKind.PromotionCentre)),
            YearlySide.Province => Plan.Reach(act) is Scope.Province,
            YearlySide.Others => Plan.Reach(act) is Scope.Province && !May(act, YearlySide.Unit, unit),
            _ => unit.Commune is not null && Plan.May(act, unit.Commune),
        };
    }
}

/// <summary>Bên làm một bước: the unit itself, the province's bodies, those of them that the unit's people do not belong to, or the commune's own.</summary>
public enum YearlySide
{
    Unit,
    Province,
    Others,
    Commune,
}
