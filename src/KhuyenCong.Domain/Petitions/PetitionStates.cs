using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Petitions;

/// <summary>Trạng thái của phản ánh, kiến nghị.</summary>
public enum PetitionState
{
    /// <summary>Đã gửi.</summary>
    Filed,

    /// <summary>Đã tiếp nhận, có hạn trả lời.</summary>
    Received,

    /// <summary>Chờ bổ sung thông tin.</summary>
    AwaitingInformation,

    /// <summary>Đã trả lời.</summary>
    Answered,

    /// <summary>Đã kết thúc.</summary>
    Closed,

    /// <summary>Đã rút.</summary>
    Withdrawn,
}

/// <summary>Việc làm với phản ánh, kiến nghị.</summary>
public enum PetitionAction
{
    /// <summary>Tiếp nhận, đặt hạn trả lời.</summary>
    Receive,

    /// <summary>Gia hạn trả lời.</summary>
    ExtendDeadline,

    /// <summary>Yêu cầu bổ sung thông tin.</summary>
    AskInformation,

    /// <summary>Bổ sung thông tin.</summary>
    SupplyInformation,

    /// <summary>Trả lời.</summary>
    Answer,

    /// <summary>Đưa vào đề xuất sửa đổi.</summary>
    Group,

    /// <summary>Kết thúc.</summary>
    Close,

    /// <summary>Rút.</summary>
    Withdraw,
}

/// <summary>Bảng trạng thái của phản ánh, kiến nghị: from, action, to, who. Buttons, guards, the diagram and the tests read this.</summary>
public static class PetitionStates
{
    public static readonly IReadOnlyList<PetitionTransition> Table =
    [
        new(PetitionState.Filed, PetitionAction.Receive, PetitionState.Received, Act.AnswerPetition),
        new(PetitionState.Filed, PetitionAction.Withdraw, PetitionState.Withdrawn, Act.FilePetition, OwnOnly: true),
        new(PetitionState.Received, PetitionAction.ExtendDeadline, PetitionState.Received, Act.AnswerPetition),
        new(PetitionState.Received, PetitionAction.AskInformation, PetitionState.AwaitingInformation, Act.AnswerPetition),
        new(PetitionState.Received, PetitionAction.Answer, PetitionState.Answered, Act.AnswerPetition),
        new(PetitionState.Received, PetitionAction.Group, PetitionState.Received, Act.DraftAmendment),
        new(PetitionState.Received, PetitionAction.Withdraw, PetitionState.Withdrawn, Act.FilePetition, OwnOnly: true),
        new(PetitionState.AwaitingInformation, PetitionAction.SupplyInformation, PetitionState.Received, Act.FilePetition, OwnOnly: true),
        new(PetitionState.AwaitingInformation, PetitionAction.Answer, PetitionState.Answered, Act.AnswerPetition),
        new(PetitionState.AwaitingInformation, PetitionAction.Withdraw, PetitionState.Withdrawn, Act.FilePetition, OwnOnly: true),
        new(PetitionState.Answered, PetitionAction.Group, PetitionState.Answered, Act.DraftAmendment),
        new(PetitionState.Answered, PetitionAction.Close, PetitionState.Closed, Act.AnswerPetition),
    ];

    public static PetitionTransition? Find(PetitionState from, PetitionAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    /// <summary>The buttons somebody sees on a petition.</summary>
    public static IEnumerable<PetitionAction> Offered(Petition petition, PetitionMover mover) =>
        Table.Where(t => t.From == petition.State && mover.May(t, petition)).Select(t => t.Action);
}

/// <summary>Một dòng của bảng trạng thái.</summary>
public sealed record PetitionTransition(PetitionState From, PetitionAction Action, PetitionState To, Act Who, bool OwnOnly = false);

/// <summary>Người thao tác: a user, the unit they act for, and what they may do.</summary>
public sealed record PetitionMover(Guid UserId, Guid? OrganisationId, Func<Act, bool> Can)
{
    public bool May(PetitionTransition transition, Petition petition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        return Can(transition.Who) && (!transition.OwnOnly || Owns(petition));
    }

    public bool Owns(Petition petition)
    {
        ArgumentNullException.ThrowIfNull(petition);
        return petition.FiledBy == UserId || (OrganisationId is { } unit && petition.OrganisationId == unit);
    }
}
