namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Bên chi quản lý: whose share of the money the law limits.</summary>
public enum ManagementParty
{
    /// <summary>Cơ quan quản lý kinh phí khuyến công.</summary>
    Agency,

    /// <summary>Đơn vị thực hiện đề án.</summary>
    Implementer,
}

/// <summary>Nội dung chi quản lý.</summary>
public enum ManagementItem
{
    /// <summary>Thuê chuyên gia, lao động.</summary>
    Experts,

    /// <summary>Làm thêm giờ.</summary>
    Overtime,

    /// <summary>Công tác phí.</summary>
    Travel,

    /// <summary>Xăng dầu, thuê xe.</summary>
    Fuel,

    /// <summary>Họp thẩm định.</summary>
    AppraisalMeeting,

    /// <summary>Họp nghiệm thu.</summary>
    AcceptanceMeeting,

    /// <summary>Văn phòng phẩm, in ấn, thông tin liên lạc.</summary>
    Stationery,

    /// <summary>Mua sắm thiết bị.</summary>
    Equipment,

    /// <summary>Chi khác.</summary>
    Other,
}

/// <summary>Trạng thái của dự toán chi quản lý.</summary>
public enum ManagementState
{
    /// <summary>Đang lập.</summary>
    Drafting,

    /// <summary>Đã trình.</summary>
    Submitted,

    /// <summary>Đã duyệt: money is reserved and may be spent.</summary>
    Approved,

    /// <summary>Đã trình quyết toán.</summary>
    Settling,

    /// <summary>Đã quyết toán.</summary>
    Settled,

    /// <summary>Đã bỏ.</summary>
    Discarded,
}

/// <summary>Việc làm với dự toán chi quản lý.</summary>
public enum ManagementAction
{
    /// <summary>Trình duyệt.</summary>
    Submit,

    /// <summary>Duyệt, dành dự toán.</summary>
    Approve,

    /// <summary>Trả lại.</summary>
    Return,

    /// <summary>Bỏ.</summary>
    Discard,

    /// <summary>Trình quyết toán.</summary>
    ProposeSettlement,

    /// <summary>Duyệt quyết toán.</summary>
    Settle,

    /// <summary>Trả lại quyết toán.</summary>
    ReturnSettlement,
}

/// <summary>Trạng thái của chứng từ chi quản lý.</summary>
public enum ManagementVoucherState
{
    /// <summary>Đang lập.</summary>
    Drafting,

    /// <summary>Đã đề nghị.</summary>
    Requested,

    /// <summary>Đã duyệt chi.</summary>
    Approved,

    /// <summary>Đã chi.</summary>
    Paid,

    /// <summary>Đã bỏ.</summary>
    Discarded,
}

/// <summary>Việc làm với chứng từ chi quản lý.</summary>
public enum ManagementVoucherAction
{
    /// <summary>Gửi đề nghị.</summary>
    Request,

    /// <summary>Duyệt chi.</summary>
    Approve,

    /// <summary>Trả lại.</summary>
    Return,

    /// <summary>Ghi đã chi.</summary>
    Pay,

    /// <summary>Bỏ.</summary>
    Discard,

    /// <summary>Ghi nhận sai: what was recorded as paid by mistake is only approved again.</summary>
    TakeBack,
}

/// <summary>Việc được phục vụ: what a cost was made for.</summary>
public enum ServedKind
{
    /// <summary>Chuyến kiểm tra, giám sát.</summary>
    Inspection,

    /// <summary>Phiên họp thẩm định.</summary>
    AppraisalSession,

    /// <summary>Nghiệm thu.</summary>
    Acceptance,

    /// <summary>Đề án, nhiệm vụ, lớp học.</summary>
    Project,
}

/// <summary>Việc được phục vụ, by its key.</summary>
public sealed record Served(ServedKind Kind, Guid Id);

/// <summary>What each kind of cost asks to be told.</summary>
public static class ManagementItems
{
    /// <summary>A trip, a meeting: told what it served, or why it served nothing that is recorded.</summary>
    public static bool NeedsServed(this ManagementItem item) => item is ManagementItem.Travel or ManagementItem.Fuel or ManagementItem.Overtime or ManagementItem.AppraisalMeeting or ManagementItem.AcceptanceMeeting;

    /// <summary>What alone it can have served; null = anything.</summary>
    public static ServedKind? OnlyServes(this ManagementItem item) => item switch
    {
        ManagementItem.AppraisalMeeting => ServedKind.AppraisalSession,
        ManagementItem.AcceptanceMeeting => ServedKind.Acceptance,
        _ => null,
    };

    /// <summary>Whether a voucher in this state takes of its line.</summary>
    public static bool Counts(this ManagementVoucherState state) => state is ManagementVoucherState.Requested or ManagementVoucherState.Approved or ManagementVoucherState.Paid;
}
