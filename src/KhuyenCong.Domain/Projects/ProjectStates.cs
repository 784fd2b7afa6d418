using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Projects;

/// <summary>Điều kiện để làm một bước: named, so that the table says what a step asks for.</summary>
public enum ProjectGuard
{
    /// <summary>Đủ phần bắt buộc của hồ sơ.</summary>
    DossierComplete,

    /// <summary>Dự toán cân.</summary>
    EstimateBalances,

    /// <summary>Có đơn vị thụ hưởng, trừ đề án nhóm và nhiệm vụ.</summary>
    BeneficiariesNamed,

    /// <summary>Có ghi nhận sự đồng ý khi nộp thay.</summary>
    ConsentRecorded,

    /// <summary>Tự kiểm tra không có điểm chặn.</summary>
    CheckDoesNotBlock,

    /// <summary>Nêu phần cần bổ sung.</summary>
    SectionsNamed,

    /// <summary>Nêu lý do.</summary>
    ReasonGiven,

    /// <summary>Người lập, chủ cơ sở thụ hưởng không tự tổ chức thẩm định, kết luận hồ sơ của mình.</summary>
    NotTheirOwn,

    /// <summary>Đã có kết quả thẩm định cho phép kết luận như vậy.</summary>
    AppraisalAgrees,

    /// <summary>Mọi trường hợp nghi hỗ trợ trùng đã có kết luận.</summary>
    NoDoubleSupport,

    /// <summary>Chưa nằm trong kế hoạch đã trình hoặc đã phê duyệt.</summary>
    NotInPlan,

    /// <summary>Chỉ theo quyết định về kế hoạch, không làm trực tiếp.</summary>
    PlanDecides,
}

/// <summary>Bảng trạng thái của đề án: from, action, to, who, guards. Buttons, POST guards, the guide and the tests read this.</summary>
/// <remarks>An agency task has no applicant: it is not received but goes from its proposal to appraisal.</remarks>
public static class ProjectStates
{
    private static readonly ProjectGuard[] Filing = [ProjectGuard.DossierComplete, ProjectGuard.EstimateBalances, ProjectGuard.BeneficiariesNamed, ProjectGuard.ConsentRecorded, ProjectGuard.CheckDoesNotBlock];
    private static readonly ProjectGuard[] Asking = [ProjectGuard.SectionsNamed, ProjectGuard.ReasonGiven];
    private static readonly ProjectGuard[] Leaving = [ProjectGuard.ReasonGiven];
    private static readonly ProjectGuard[] Passing = [ProjectGuard.NotTheirOwn, ProjectGuard.AppraisalAgrees, ProjectGuard.NoDoubleSupport, ProjectGuard.ReasonGiven];
    private static readonly ProjectGuard[] Failing = [ProjectGuard.NotTheirOwn, ProjectGuard.AppraisalAgrees, ProjectGuard.ReasonGiven];
    private static readonly ProjectGuard[] Undoing = [ProjectGuard.NotTheirOwn, ProjectGuard.NotInPlan, ProjectGuard.ReasonGiven];

    public static readonly IReadOnlyList<ProjectTransition> Table =
    [
        new(ProjectState.Draft, ProjectAction.File, ProjectState.Filed, Act.EditProject, Filing),
        new(ProjectState.Draft, ProjectAction.Withdraw, ProjectState.Withdrawn, Act.EditProject, Leaving),
        new(ProjectState.Filed, ProjectAction.Receive, ProjectState.Received, Act.ReceiveProject, [], ProjectNature.Grant),
        new(ProjectState.Filed, ProjectAction.SendToAppraisal, ProjectState.AwaitingAppraisal, Act.ReceiveProject, [ProjectGuard.EstimateBalances], ProjectNature.AgencyTask),
        new(ProjectState.Filed, ProjectAction.ReturnForMore, ProjectState.AwaitingMore, Act.ReceiveProject, Asking),
        new(ProjectState.Filed, ProjectAction.Withdraw, ProjectState.Withdrawn, Act.EditProject, Leaving),
        new(ProjectState.Received, ProjectAction.SendToAppraisal, ProjectState.AwaitingAppraisal, Act.ReceiveProject, [ProjectGuard.EstimateBalances]),
        new(ProjectState.Received, ProjectAction.ReturnForMore, ProjectState.AwaitingMore, Act.ReceiveProject, Asking),
        new(ProjectState.Received, ProjectAction.Withdraw, ProjectState.Withdrawn, Act.EditProject, Leaving),
        new(ProjectState.AwaitingMore, ProjectAction.File, ProjectState.Filed, Act.EditProject, Filing),
        new(ProjectState.AwaitingMore, ProjectAction.Withdraw, ProjectState.Withdrawn, Act.EditProject, Leaving),
        new(ProjectState.AwaitingAppraisal, ProjectAction.Withdraw, ProjectState.Withdrawn, Act.EditProject, Leaving),
        new(ProjectState.AwaitingAppraisal, ProjectAction.StartAppraisal, ProjectState.InAppraisal, Act.AppraiseProject, [ProjectGuard.NotTheirOwn]),
        new(ProjectState.InAppraisal, ProjectAction.ReturnForMore, ProjectState.AwaitingMore, Act.AppraiseProject, Asking),
        new(ProjectState.InAppraisal, ProjectAction.Withdraw, ProjectState.Withdrawn, Act.EditProject, Leaving),
        new(ProjectState.InAppraisal, ProjectAction.ConcludePassed, ProjectState.Appraised, Act.ConcludeAppraisal, Passing),
        new(ProjectState.InAppraisal, ProjectAction.ConcludeNotPassed, ProjectState.NotPassed, Act.ConcludeAppraisal, Failing),
        new(ProjectState.Appraised, ProjectAction.UndoConclusion, ProjectState.InAppraisal, Act.ConcludeAppraisal, Undoing),
        new(ProjectState.NotPassed, ProjectAction.UndoConclusion, ProjectState.InAppraisal, Act.ConcludeAppraisal, Undoing),
        new(ProjectState.Appraised, ProjectAction.ApproveInPlan, ProjectState.Approved, Act.ApprovePlan, [ProjectGuard.PlanDecides]),
        new(ProjectState.Approved, ProjectAction.UndoPlanApproval, ProjectState.Appraised, Act.ApprovePlan, [ProjectGuard.PlanDecides]),
        new(ProjectState.Approved, ProjectAction.StopInPlan, ProjectState.Stopped, Act.ApprovePlan, [ProjectGuard.PlanDecides]),
    ];

    /// <summary>Steps that a plan's decision takes for all its projects at once; nobody takes them on one project by hand.</summary>
    public static bool IsOfPlan(this ProjectAction action) => action is ProjectAction.ApproveInPlan or ProjectAction.UndoPlanApproval or ProjectAction.StopInPlan;

    /// <summary>Steps that are taken on the pages of appraisal, where what they rest on is shown.</summary>
    public static bool IsOfAppraisal(this ProjectAction action) =>
        action is ProjectAction.StartAppraisal or ProjectAction.ConcludePassed or ProjectAction.ConcludeNotPassed or ProjectAction.UndoConclusion;

    public static ProjectTransition? Find(ProjectState from, ProjectAction action, ProjectNature nature) =>
        Table.FirstOrDefault(t => t.From == from && t.Action == action && (t.Only is null || t.Only == nature));

    /// <summary>The buttons somebody sees on a project.</summary>
    public static IEnumerable<ProjectAction> Offered(Project project, ProjectMover mover)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == project.State && (t.Only is null || t.Only == project.Nature) && !t.Action.IsOfPlan() && mover.May(t.Who, project)).Select(t => t.Action);
    }

    /// <summary>Who holds it: the filer, or whoever receives projects of its kind. Null once it has ended.</summary>
    public static ProjectHolder? HolderOf(ProjectState state, ProjectKind kind) => state switch
    {
        ProjectState.Draft or ProjectState.AwaitingMore => ProjectHolder.Filer,
        ProjectState.Withdrawn or ProjectState.NotPassed or ProjectState.Stopped => null,
        _ => kind is ProjectKind.Commune ? ProjectHolder.CommuneOffice : ProjectHolder.Department,
    };
}

/// <summary>Một dòng của bảng trạng thái.</summary>
/// <param name="Only">The nature it is for; null = both.</param>
public sealed record ProjectTransition(ProjectState From, ProjectAction Action, ProjectState To, Act Who, IReadOnlyList<ProjectGuard> Guards, ProjectNature? Only = null)
{
    public IEnumerable<Role> Roles => RoleTable.Holders(Who);
}

/// <summary>Hồ sơ đang ở đâu.</summary>
public enum ProjectHolder
{
    /// <summary>Người lập, người nộp.</summary>
    Filer,

    /// <summary>Sở Công Thương.</summary>
    Department,

    /// <summary>UBND cấp xã.</summary>
    CommuneOffice,
}

/// <summary>Người thao tác: a user, the unit they act for, and how far each act reaches.</summary>
/// <param name="OwnEstablishments">The establishments that the unit is the owner's account of.</param>
public sealed record ProjectMover(Guid UserId, Guid? OrganisationId, Func<Act, Scope?> Reach, IReadOnlyCollection<string> Communes, IReadOnlyCollection<Guid> OwnEstablishments)
{
    public bool May(Act act, Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var reach = Reach(act);
        if (act is Act.ReceiveProject or Act.AppraiseProject or Act.ConcludeAppraisal)
        {
            // Three procedures: a commune receives and appraises its own projects, the Sở all others.
            return project.Kind.Regime() is Regime.Commune
                ? reach is Scope.Commune && project.CommuneCode is { } commune && Communes.Contains(commune)
                : reach is Scope.Province;
        }

        return reach switch
        {
            Scope.Province => true,
            Scope.Commune => project.Communes.Any(Communes.Contains) || Owns(project),
            Scope.Own => Owns(project),
            _ => false,
        };
    }

    /// <summary>The unit that entered it, or the owner of one of its beneficiaries.</summary>
    public bool Owns(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return (OrganisationId is { } unit && project.OrganisationId == unit) || project.Beneficiaries.Any(b => OwnEstablishments.Contains(b.EstablishmentId));
    }
}
