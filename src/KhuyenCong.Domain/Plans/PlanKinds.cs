namespace KhuyenCong.Domain.Plans;

/// <summary>Trạng thái của đợt phê duyệt.</summary>
public enum BatchState
{
    /// <summary>Đang lập.</summary>
    Drafting,

    /// <summary>Chờ thẩm định.</summary>
    Submitted,

    /// <summary>Đã thẩm định.</summary>
    Appraised,

    /// <summary>Đã gửi Cục.</summary>
    SentToAgency,

    /// <summary>Đã phê duyệt.</summary>
    Approved,

    /// <summary>Đã giao.</summary>
    Assigned,

    /// <summary>Đã hủy quyết định.</summary>
    Undone,

    /// <summary>Đã bỏ.</summary>
    Discarded,
}

/// <summary>Việc làm với đợt phê duyệt.</summary>
public enum BatchAction
{
    /// <summary>Gửi thẩm định.</summary>
    Submit,

    /// <summary>Kết luận thẩm định.</summary>
    Appraise,

    /// <summary>Trả lại.</summary>
    Return,

    /// <summary>Gửi Cục.</summary>
    SendToAgency,

    /// <summary>Phê duyệt.</summary>
    Approve,

    /// <summary>Giao kế hoạch.</summary>
    Assign,

    /// <summary>Hủy quyết định.</summary>
    Undo,

    /// <summary>Bỏ đợt.</summary>
    Discard,
}

/// <summary>Điều kiện của một bước.</summary>
public enum BatchGuard
{
    /// <summary>Có ít nhất một đề án, nhiệm vụ.</summary>
    HasItems,

    /// <summary>Người lập khác người thẩm định.</summary>
    WriterIsAnother,

    /// <summary>Đủ mức thẩm định của từng đề án.</summary>
    AmountsAppraised,

    /// <summary>Người thẩm định khác người lập.</summary>
    AppraiserIsAnother,

    /// <summary>Người phê duyệt khác người lập và người thẩm định.</summary>
    ApproverIsAnother,

    /// <summary>Nêu lý do.</summary>
    ReasonGiven,

    /// <summary>Nêu số, ngày văn bản.</summary>
    DocumentCited,

    /// <summary>Đúng cấp phê duyệt của nguồn.</summary>
    RightDecider,

    /// <summary>Mọi đề án phê duyệt được và trong dự toán được giao: judged by <see cref="PlanApproval"/>.</summary>
    EveryRowApprovable,

    /// <summary>Chưa đề án nào đi tiếp: judged by <see cref="PlanApproval"/>.</summary>
    NothingWentOn,
}

/// <summary>Cấp quyết định.</summary>
public enum PlanDecider
{
    /// <summary>Bộ trưởng Bộ Công Thương.</summary>
    Ministry,

    /// <summary>Cục quản lý khuyến công.</summary>
    Agency,

    /// <summary>UBND, Chủ tịch UBND tỉnh.</summary>
    ProvincialCommittee,

    /// <summary>Sở Công Thương theo ủy quyền, phân cấp.</summary>
    Department,

    /// <summary>UBND cấp xã.</summary>
    CommuneCommittee,
}

/// <summary>Trạng thái của đề án trong kế hoạch.</summary>
public enum PlanItemState
{
    /// <summary>Đề nghị.</summary>
    Proposed,

    /// <summary>Không đưa vào.</summary>
    LeftOut,

    /// <summary>Đã phê duyệt.</summary>
    Approved,

    /// <summary>Đã ngừng.</summary>
    Stopped,

    /// <summary>Quyết định đã hủy.</summary>
    Undone,
}

/// <summary>Loại quyết định làm nên một phiên bản của kế hoạch.</summary>
public enum PlanVersionKind
{
    /// <summary>Phê duyệt đợt.</summary>
    Approved,

    /// <summary>Điều chỉnh.</summary>
    Adjusted,

    /// <summary>Ngừng.</summary>
    Stopped,

    /// <summary>Hủy quyết định.</summary>
    Undone,
}
