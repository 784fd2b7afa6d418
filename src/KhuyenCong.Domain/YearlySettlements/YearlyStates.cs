using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.YearlySettlements;

/// <summary>Điều kiện để làm một bước với báo cáo quyết toán năm.</summary>
public enum YearlyGuard
{
    /// <summary>Năm ngân sách đã hết.</summary>
    YearOver,

    /// <summary>Số liệu khớp sổ dự toán từng đồng.</summary>
    FiguresStand,

    /// <summary>Người làm bước này không lập số liệu.</summary>
    NotWriter,

    /// <summary>Người làm bước này không trình báo cáo.</summary>
    NotSubmitter,

    /// <summary>Người ghi kết quả không phải người đã trình, trừ khi tỉnh có văn bản quy định xã tự quyết toán.</summary>
    NotSubmitterUnlessLaidDown,

    /// <summary>Người làm bước này không xét báo cáo ở Sở Công Thương.</summary>
    NotReviewer,

    /// <summary>Nêu lý do.</summary>
    ReasonGiven,

    /// <summary>Có số, ngày văn bản.</summary>
    DocumentCited,

    /// <summary>Có mức chấp nhận của từng dòng; khác số báo cáo thì có lý do.</summary>
    EveryLineFound,

    /// <summary>Có cơ quan ban hành và bản chụp văn bản.</summary>
    ScanKept,
}

/// <summary>Bảng trạng thái của báo cáo quyết toán năm: from, action, to, who, from which side, on which ways, guards. Buttons, POST guards and the tests read this.</summary>
public static class YearlyStates
{
    private static readonly YearlyRoute[] ToProvince = [YearlyRoute.ThroughDepartment, YearlyRoute.OfDepartment];
    private static readonly YearlyGuard[] Submitting = [YearlyGuard.YearOver, YearlyGuard.NotWriter, YearlyGuard.FiguresStand];
    private static readonly YearlyGuard[] Judging = [YearlyGuard.NotWriter, YearlyGuard.NotSubmitter, YearlyGuard.FiguresStand];
    private static readonly YearlyGuard[] Finding = [.. Judging, YearlyGuard.NotReviewer, YearlyGuard.DocumentCited, YearlyGuard.EveryLineFound];
    private static readonly YearlyGuard[] Finishing = [YearlyGuard.NotWriter, YearlyGuard.FiguresStand, YearlyGuard.DocumentCited, YearlyGuard.ScanKept];
    private static readonly YearlyGuard[] Returning = [YearlyGuard.ReasonGiven];

    public static readonly IReadOnlyList<YearlyTransition> Table =
    [
        new(YearlyState.Drafting, YearlyAction.Submit, YearlyState.Submitted, Act.SubmitYearlySettlement, YearlySide.Unit, [YearlyRoute.ThroughDepartment], Submitting),
        new(YearlyState.Drafting, YearlyAction.SubmitToFinance, YearlyState.WithFinance, Act.SubmitYearlySettlement, YearlySide.Unit, [YearlyRoute.OfDepartment, YearlyRoute.WithinCommune], Submitting),
        new(YearlyState.Submitted, YearlyAction.Forward, YearlyState.WithFinance, Act.ApproveSettlement, YearlySide.Province, [YearlyRoute.ThroughDepartment], Judging),
        new(YearlyState.Submitted, YearlyAction.SendBack, YearlyState.SentBack, Act.ApproveSettlement, YearlySide.Province, [YearlyRoute.ThroughDepartment], Returning),
        new(YearlyState.WithFinance, YearlyAction.Appraise, YearlyState.Appraised, Act.AppraiseEstimate, YearlySide.Province, ToProvince, Finding),
        new(YearlyState.WithFinance, YearlyAction.SendBack, YearlyState.SentBack, Act.AppraiseEstimate, YearlySide.Province, ToProvince, Returning),
        new(YearlyState.Appraised, YearlyAction.Finish, YearlyState.Finished, Act.RecordAllocation, YearlySide.Province, [YearlyRoute.ThroughDepartment], Finishing),
        // What others decided on the Sở's own report is not recorded by its own accountant.
        new(YearlyState.Appraised, YearlyAction.Finish, YearlyState.Finished, Act.RecordAllocation, YearlySide.Others, [YearlyRoute.OfDepartment], Finishing),
        new(YearlyState.Appraised, YearlyAction.SendBack, YearlyState.SentBack, Act.AppraiseEstimate, YearlySide.Province, ToProvince, Returning),

        new(YearlyState.WithFinance, YearlyAction.Appraise, YearlyState.Appraised, Act.AppraiseEstimate, YearlySide.Commune, [YearlyRoute.WithinCommune], Finding),
        new(YearlyState.WithFinance, YearlyAction.SendBack, YearlyState.SentBack, Act.AppraiseEstimate, YearlySide.Commune, [YearlyRoute.WithinCommune], Returning),
        // The council of the commune decides. Another of its leaders than who put the report forward records that, unless a document of the province has communes settle within themselves.
        new(YearlyState.Appraised, YearlyAction.Finish, YearlyState.Finished, Act.DecideEstimate, YearlySide.Commune, [YearlyRoute.WithinCommune], [.. Finishing, YearlyGuard.NotSubmitterUnlessLaidDown]),
        new(YearlyState.Appraised, YearlyAction.SendBack, YearlyState.SentBack, Act.DecideEstimate, YearlySide.Commune, [YearlyRoute.WithinCommune], Returning),
    ];

    /// <summary>The step, where the report may take it on one of these ways.</summary>
    public static YearlyTransition? Find(YearlyState from, YearlyAction action, IReadOnlyCollection<YearlyRoute> routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        return Table.FirstOrDefault(t => t.From == from && t.Action == action && t.Routes.Any(routes.Contains));
    }

    /// <summary>The ways that are open to a report: the one it took, or those its unit may choose between.</summary>
    public static IReadOnlyList<YearlyRoute> RoutesOf(YearlySettlement report, YearlyUnit unit, YearlyRoute? laidDown)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(unit);
        return report is { IsEditable: false, Route: { } taken } ? [taken] : unit.Routes(laidDown);
    }

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<YearlyAction> Offered(YearlySettlement report, YearlyUnit unit, YearlyRoute? laidDown, YearlyMover mover)
    {
        ArgumentNullException.ThrowIfNull(mover);
        var routes = RoutesOf(report, unit, laidDown);
        return Table.Where(t => t.From == report.State && t.Routes.Any(routes.Contains) && mover.May(t.Who, t.Side, unit)).Select(t => t.Action).Distinct();
    }
}

/// <summary>Một dòng của bảng trạng thái báo cáo quyết toán năm.</summary>
public sealed record YearlyTransition(YearlyState From, YearlyAction Action, YearlyState To, Act Who, YearlySide Side, IReadOnlyList<YearlyRoute> Routes, IReadOnlyList<YearlyGuard> Guards)
{
    public bool Asks(YearlyGuard guard) => Guards.Contains(guard);
}
