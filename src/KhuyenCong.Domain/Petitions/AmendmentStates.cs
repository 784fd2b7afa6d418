namespace KhuyenCong.Domain.Petitions;

/// <summary>Trạng thái của đề xuất sửa đổi.</summary>
public enum AmendmentState
{
    /// <summary>Đang soạn thảo.</summary>
    Drafting,

    /// <summary>Đang lấy ý kiến góp ý.</summary>
    Consulting,

    /// <summary>Đang thẩm định (Sở Tư pháp).</summary>
    Appraising,

    /// <summary>Đã trình UBND, HĐND.</summary>
    Submitted,

    /// <summary>Đã ban hành.</summary>
    Issued,

    /// <summary>Không ban hành.</summary>
    Rejected,
}

/// <summary>Việc làm với đề xuất sửa đổi.</summary>
public enum AmendmentAction
{
    /// <summary>Gửi lấy ý kiến.</summary>
    Consult,

    /// <summary>Ghi ý kiến góp ý nhận được.</summary>
    RecordOpinion,

    /// <summary>Gửi thẩm định.</summary>
    SendToAppraisal,

    /// <summary>Trình UBND, HĐND.</summary>
    Submit,

    /// <summary>Trả lại để soạn thảo tiếp.</summary>
    SendBack,

    /// <summary>Ghi nhận đã ban hành.</summary>
    Issue,

    /// <summary>Ghi nhận không ban hành.</summary>
    Reject,
}

/// <summary>Bảng trạng thái của đề xuất sửa đổi: from, action, to. Every row is the Sở's, who follows the draft through other bodies.</summary>
/// <remarks>Appraisal by Sở Tư pháp belongs to regulations and drafts of documents; an amendment of the programme goes from consultation to UBND.</remarks>
public static class AmendmentStates
{
    public static readonly IReadOnlyList<AmendmentTransition> Table =
    [
        new(AmendmentState.Drafting, AmendmentAction.Consult, AmendmentState.Consulting),
        new(AmendmentState.Consulting, AmendmentAction.RecordOpinion, AmendmentState.Consulting),
        new(AmendmentState.Consulting, AmendmentAction.SendToAppraisal, AmendmentState.Appraising),
        new(AmendmentState.Consulting, AmendmentAction.Submit, AmendmentState.Submitted, OnlyKind: AmendmentKind.Programme),
        new(AmendmentState.Consulting, AmendmentAction.SendBack, AmendmentState.Drafting),
        new(AmendmentState.Appraising, AmendmentAction.Submit, AmendmentState.Submitted),
        new(AmendmentState.Appraising, AmendmentAction.SendBack, AmendmentState.Drafting),
        new(AmendmentState.Submitted, AmendmentAction.Issue, AmendmentState.Issued),
        new(AmendmentState.Submitted, AmendmentAction.SendBack, AmendmentState.Drafting),
        new(AmendmentState.Submitted, AmendmentAction.Reject, AmendmentState.Rejected),
    ];

    public static AmendmentTransition? Find(AmendmentState from, AmendmentAction action, AmendmentKind kind) =>
        Table.FirstOrDefault(t => t.From == from && t.Action == action && (t.OnlyKind is null || t.OnlyKind == kind));

    public static IEnumerable<AmendmentAction> Offered(AmendmentProposal proposal) =>
        Table.Where(t => t.From == proposal.State && (t.OnlyKind is null || t.OnlyKind == proposal.Kind)).Select(t => t.Action);
}

/// <summary>Một dòng của bảng trạng thái đề xuất sửa đổi.</summary>
public sealed record AmendmentTransition(AmendmentState From, AmendmentAction Action, AmendmentState To, AmendmentKind? OnlyKind = null);

/// <summary>Loại đề xuất sửa đổi.</summary>
public enum AmendmentKind
{
    /// <summary>Sửa chương trình.</summary>
    Programme,

    /// <summary>Sửa quy định của tỉnh.</summary>
    Regulation,

    /// <summary>Dự thảo văn bản kiến nghị cấp trên.</summary>
    Draft,
}
