using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Appraisals;

/// <summary>Việc làm với một lần thẩm định.</summary>
public enum AppraisalAction
{
    /// <summary>Khai xung đột lợi ích.</summary>
    Declare,

    /// <summary>Mời thành viên dự khuyết thay.</summary>
    Substitute,

    /// <summary>Gửi phiếu, gửi ý kiến.</summary>
    SendOpinion,

    /// <summary>Mở phiếu: a council's, with its session.</summary>
    OpenVotes,

    /// <summary>Ký kết quả của hội đồng.</summary>
    Sign,

    /// <summary>Kết luận.</summary>
    Conclude,

    /// <summary>Hủy kết luận.</summary>
    UndoConclusion,

    /// <summary>Xác nhận điều kiện đã đáp ứng.</summary>
    MeetCondition,

    /// <summary>Hoãn, giao lại.</summary>
    Postpone,
}

/// <summary>Tư cách của một người ở một lần thẩm định; several may hold at once.</summary>
[Flags]
public enum AppraisalHands
{
    None = 0,

    /// <summary>Người tổ chức thẩm định, không phải hồ sơ của mình.</summary>
    Organiser = 1,

    /// <summary>Lãnh đạo kết luận, không phải hồ sơ của mình, không phải người thẩm định.</summary>
    Concluder = 2,

    /// <summary>Người được giao, thành viên: whether or not they may vote.</summary>
    Seated = 4,

    /// <summary>Người có quyền bỏ phiếu.</summary>
    Voter = 8,

    /// <summary>Chủ tịch, thư ký có quyền bỏ phiếu ở hồ sơ này.</summary>
    Keeper = 16,

    /// <summary>Người chủ trì hồ sơ này.</summary>
    Presiding = 32,
}

/// <summary>Bảng trạng thái của một lần thẩm định: from, action, to, whose hands. Buttons, POST guards and the tests read this.</summary>
/// <remarks>A dossier that goes back or is withdrawn by the project's own table takes its open round along to Returned.</remarks>
public static class AppraisalStates
{
    public static readonly IReadOnlyList<AppraisalTransition> Table =
    [
        new(AppraisalState.Open, AppraisalAction.Declare, AppraisalState.Open, AppraisalHands.Seated),
        new(AppraisalState.Open, AppraisalAction.Substitute, AppraisalState.Open, AppraisalHands.Organiser | AppraisalHands.Keeper, AppraisalMode.Council),
        new(AppraisalState.Open, AppraisalAction.SendOpinion, AppraisalState.Open, AppraisalHands.Voter, AppraisalMode.Council),
        new(AppraisalState.Open, AppraisalAction.SendOpinion, AppraisalState.Closed, AppraisalHands.Voter, AppraisalMode.Staff),

        // Nobody opens one dossier's votes: the end of the session opens them all.
        new(AppraisalState.Open, AppraisalAction.OpenVotes, AppraisalState.Closed, AppraisalHands.None, AppraisalMode.Council),
        new(AppraisalState.Open, AppraisalAction.Postpone, AppraisalState.Postponed, AppraisalHands.Organiser),
        new(AppraisalState.Closed, AppraisalAction.Sign, AppraisalState.SignedOff, AppraisalHands.Presiding, AppraisalMode.Council),
        new(AppraisalState.Closed, AppraisalAction.Conclude, AppraisalState.Concluded, AppraisalHands.Concluder, AppraisalMode.Staff),
        new(AppraisalState.SignedOff, AppraisalAction.Conclude, AppraisalState.Concluded, AppraisalHands.Concluder, AppraisalMode.Council),

        // Once the votes are known, an organiser whom they displease does not begin anew: that is for whoever concludes.
        new(AppraisalState.Closed, AppraisalAction.Postpone, AppraisalState.Postponed, AppraisalHands.Concluder),
        new(AppraisalState.SignedOff, AppraisalAction.Postpone, AppraisalState.Postponed, AppraisalHands.Concluder),
        new(AppraisalState.Concluded, AppraisalAction.UndoConclusion, AppraisalState.Closed, AppraisalHands.Concluder, AppraisalMode.Staff),
        new(AppraisalState.Concluded, AppraisalAction.UndoConclusion, AppraisalState.SignedOff, AppraisalHands.Concluder, AppraisalMode.Council),
        new(AppraisalState.Concluded, AppraisalAction.MeetCondition, AppraisalState.Concluded, AppraisalHands.Organiser),
    ];

    public static AppraisalTransition? Find(Appraisal appraisal, AppraisalAction action)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        return Table.FirstOrDefault(t => t.Action == action && t.IsFor(appraisal));
    }

    /// <summary>What somebody is to this appraisal. Whoever the dossier belongs to, or who withdrew from it, organises and concludes nothing of it; a single appraiser does not conclude.</summary>
    public static AppraisalHands HandsOf(Appraisal appraisal, Project project, ProjectMover mover)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(mover);
        var (hands, seat) = (AppraisalHands.None, appraisal.SeatOf(mover.UserId));
        var isTheirs = mover.HasInterest(project) || seat is { IsTied: true };
        void Has(AppraisalHands hand, bool holds) => hands |= holds ? hand : AppraisalHands.None;
        Has(AppraisalHands.Organiser, !isTheirs && mover.May(Act.AppraiseProject, project));
        Has(AppraisalHands.Concluder, !isTheirs && mover.May(Act.ConcludeAppraisal, project) && (appraisal.Mode is AppraisalMode.Council || seat is null));
        if (seat is not null)
        {
            var votes = appraisal.Entitled.Contains(seat);
            Has(AppraisalHands.Seated, true);
            Has(AppraisalHands.Voter, votes);
            Has(AppraisalHands.Keeper, votes && seat.Role.KeepsSessions());
            Has(AppraisalHands.Presiding, appraisal.Mode is AppraisalMode.Council && appraisal.Presiding == seat);
        }

        return hands;
    }

    /// <summary>The buttons somebody sees on an appraisal.</summary>
    public static IReadOnlyList<AppraisalAction> Offered(Appraisal appraisal, Project project, ProjectMover mover)
    {
        var hands = HandsOf(appraisal, project, mover);
        return [.. Table.Where(t => t.IsFor(appraisal) && (t.Who & hands) is not AppraisalHands.None).Select(t => t.Action)];
    }

    /// <summary>Why somebody may not take a step; null = the table lets them.</summary>
    public static Breach? Refusal(Appraisal appraisal, Project project, ProjectMover mover, AppraisalAction action)
    {
        ArgumentNullException.ThrowIfNull(mover);
        return Find(appraisal, action) is not { } transition ? Closed(action)
            : (transition.Who & HandsOf(appraisal, project, mover)) is not AppraisalHands.None ? null
            : mover.HasInterest(project) ? new("appraisal.own-dossier")
            : appraisal.SeatOf(mover.UserId) is { IsTied: true } ? new("appraisal.withdrew")
            : new("project.not-allowed");
    }

    /// <summary>Chủ tịch, thư ký: who keeps a council's sessions.</summary>
    public static bool KeepsSessions(this CouncilRole role) => role is CouncilRole.Chair or CouncilRole.Secretary;

    internal static Breach Closed(AppraisalAction action) =>
        action is AppraisalAction.Declare or AppraisalAction.Substitute or AppraisalAction.SendOpinion ? new("appraisal.vote-closed") : new("appraisal.wrong-state");
}

/// <summary>Một dòng của bảng trạng thái thẩm định.</summary>
/// <param name="Only">By staff or by council only; null = both.</param>
public sealed record AppraisalTransition(AppraisalState From, AppraisalAction Action, AppraisalState To, AppraisalHands Who, AppraisalMode? Only = null)
{
    public bool IsFor(Appraisal appraisal)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        return From == appraisal.State && (Only is null || Only == appraisal.Mode);
    }
}
