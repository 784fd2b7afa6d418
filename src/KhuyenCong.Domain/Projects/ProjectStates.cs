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

    /// <summary>Người lập, sửa, nộp và chủ cơ sở thụ hưởng không tự tổ chức thẩm định, kết luận hồ sơ của mình.</summary>
    NotTheirOwn,

    /// <summary>Đã có kết quả thẩm định cho phép kết luận như vậy.</summary>
    AppraisalAgrees,

    /// <summary>Mọi trường hợp nghi hỗ trợ trùng đã có kết luận.</summary>
    NoDoubleSupport,

    /// <summary>Chưa nằm trong kế hoạch đã trình hoặc đã phê duyệt.</summary>
    NotInPlan,

    /// <summary>Chỉ theo quyết định về kế hoạch, không làm trực tiếp.</summary>
    PlanDecides,

    /// <summary>Chỉ theo hợp đồng được ký, được hủy, không làm trực tiếp.</summary>
    ContractDecides,

    /// <summary>Danh sách đơn vị thụ hưởng đủ và không vượt mức được phê duyệt.</summary>
    BeneficiaryListFits,

    /// <summary>Có văn bản xác nhận: số, ngày.</summary>
    DocumentCited,
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

    private static readonly ProjectGuard[] Listing = [ProjectGuard.BeneficiaryListFits, ProjectGuard.CheckDoesNotBlock];
    private static readonly ProjectGuard[] Confirming = [ProjectGuard.NotTheirOwn, ProjectGuard.BeneficiaryListFits, ProjectGuard.CheckDoesNotBlock, ProjectGuard.NoDoubleSupport, ProjectGuard.DocumentCited];
    private static readonly ProjectGuard[] Returning = [ProjectGuard.NotTheirOwn, ProjectGuard.ReasonGiven];

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
        new(ProjectState.Underway, ProjectAction.StopInPlan, ProjectState.Stopped, Act.ApprovePlan, [ProjectGuard.PlanDecides]),
        new(ProjectState.Approved, ProjectAction.StartWork, ProjectState.Underway, Act.SignContract, [ProjectGuard.ContractDecides]),
        new(ProjectState.Underway, ProjectAction.UndoStartWork, ProjectState.Approved, Act.SignContract, [ProjectGuard.ContractDecides]),
        new(ProjectState.Underway, ProjectAction.SettleByContracts, ProjectState.Settled, Act.ApproveSettlement, [ProjectGuard.ContractDecides]),
        new(ProjectState.Settled, ProjectAction.UndoSettlement, ProjectState.Underway, Act.ApproveSettlement, [ProjectGuard.ContractDecides]),
        new(ProjectState.Approved, ProjectAction.ProposeBeneficiaries, ProjectState.Approved, Act.EditProject, Listing, ProjectNature.Grant, ProjectKind.NationalGroup),
        new(ProjectState.Approved, ProjectAction.ConfirmBeneficiaries, ProjectState.Approved, Act.ConcludeAppraisal, Confirming, ProjectNature.Grant, ProjectKind.NationalGroup),
        new(ProjectState.Approved, ProjectAction.ReturnBeneficiaries, ProjectState.Approved, Act.ConcludeAppraisal, Returning, ProjectNature.Grant, ProjectKind.NationalGroup),
        new(ProjectState.Underway, ProjectAction.ProposeBeneficiaries, ProjectState.Underway, Act.EditProject, Listing, ProjectNature.Grant, ProjectKind.NationalGroup),
        new(ProjectState.Underway, ProjectAction.ConfirmBeneficiaries, ProjectState.Underway, Act.ConcludeAppraisal, Confirming, ProjectNature.Grant, ProjectKind.NationalGroup),
        new(ProjectState.Underway, ProjectAction.ReturnBeneficiaries, ProjectState.Underway, Act.ConcludeAppraisal, Returning, ProjectNature.Grant, ProjectKind.NationalGroup),
    ];

    /// <summary>Steps that a plan's decision takes for all its projects at once; nobody takes them on one project by hand.</summary>
    public static bool IsOfPlan(this ProjectAction action) => action is ProjectAction.ApproveInPlan or ProjectAction.UndoPlanApproval or ProjectAction.StopInPlan;

    /// <summary>Steps that the signing, the cancellation or the settlement of a contract takes; nobody takes them on one project by hand.</summary>
    public static bool IsOfContract(this ProjectAction action) => action is ProjectAction.StartWork or ProjectAction.UndoStartWork or ProjectAction.SettleByContracts or ProjectAction.UndoSettlement;

    /// <summary>States from the approval on: what a contract, a payment or a stop may still follow.</summary>
    public static readonly IReadOnlyList<ProjectState> FromApprovalOn = [ProjectState.Approved, ProjectState.Underway, ProjectState.Stopped, ProjectState.Settled];

    /// <summary>Whether it is approved and not ended: contracts may be made, its group's beneficiaries named.</summary>
    public static bool IsApproved(this ProjectState state) => state is ProjectState.Approved or ProjectState.Underway;

    /// <summary>Steps that are taken on the pages of appraisal, where what they rest on is shown.</summary>
    public static bool IsOfAppraisal(this ProjectAction action) =>
        action is ProjectAction.StartAppraisal or ProjectAction.ConcludePassed or ProjectAction.ConcludeNotPassed or ProjectAction.UndoConclusion;

    /// <summary>Steps that are taken with a list of beneficiaries, on its page.</summary>
    public static bool IsOfBeneficiaryList(this ProjectAction action) => action is ProjectAction.ProposeBeneficiaries or ProjectAction.ConfirmBeneficiaries or ProjectAction.ReturnBeneficiaries;

    public static ProjectTransition? Find(Project project, ProjectAction action)
    {
        ArgumentNullException.ThrowIfNull(project);
        return Table.FirstOrDefault(t => t.Action == action && t.IsFor(project));
    }

    /// <summary>The buttons somebody sees on a project.</summary>
    public static IEnumerable<ProjectAction> Offered(Project project, ProjectMover mover)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.IsFor(project) && !t.Action.IsOfPlan() && !t.Action.IsOfContract() && mover.May(t.Who, project)).Select(t => t.Action);
    }

    /// <summary>Who holds it: the filer, or whoever receives projects of its kind. Null once it has ended.</summary>
    public static ProjectHolder? HolderOf(ProjectState state, ProjectKind kind) => state switch
    {
        ProjectState.Draft or ProjectState.AwaitingMore => ProjectHolder.Filer,
        ProjectState.Withdrawn or ProjectState.NotPassed or ProjectState.Stopped or ProjectState.Settled => null,
        _ => kind is ProjectKind.Commune ? ProjectHolder.CommuneOffice : ProjectHolder.Department,
    };
}

/// <summary>Một dòng của bảng trạng thái.</summary>
/// <param name="Only">The nature it is for; null = both.</param>
/// <param name="OnlyKind">The kind it is for; null = all.</param>
public sealed record ProjectTransition(ProjectState From, ProjectAction Action, ProjectState To, Act Who, IReadOnlyList<ProjectGuard> Guards, ProjectNature? Only = null, ProjectKind? OnlyKind = null)
{
    public bool IsFor(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return From == project.State && (Only is null || Only == project.Nature) && (OnlyKind is null || OnlyKind == project.Kind);
    }

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
