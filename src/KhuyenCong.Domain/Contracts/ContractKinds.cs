namespace KhuyenCong.Domain.Contracts;

/// <summary>Loại hợp đồng.</summary>
public enum ContractKind
{
    /// <summary>Hợp đồng giữa Cục và đơn vị thực hiện.</summary>
    Agency,

    /// <summary>Giao nhiệm vụ bằng văn bản, không ký hợp đồng.</summary>
    Assignment,

    /// <summary>Hợp đồng hỗ trợ với cơ sở thụ hưởng.</summary>
    Support,

    /// <summary>Hợp đồng với nhà thầu, nhà cung cấp.</summary>
    Supply,
}

/// <summary>Trạng thái của hợp đồng.</summary>
public enum ContractState
{
    /// <summary>Đang soạn.</summary>
    Drafting,

    /// <summary>Đã trình ký.</summary>
    Proposed,

    /// <summary>Đã ký.</summary>
    Signed,

    /// <summary>Đã thanh lý.</summary>
    Liquidated,

    /// <summary>Đã hủy.</summary>
    Cancelled,
}

/// <summary>Việc làm với hợp đồng.</summary>
public enum ContractAction
{
    /// <summary>Trình ký.</summary>
    Propose,

    /// <summary>Trả lại.</summary>
    SendBack,

    /// <summary>Ghi nhận đã ký.</summary>
    Sign,

    /// <summary>Thanh lý.</summary>
    Liquidate,

    /// <summary>Hủy.</summary>
    Cancel,

    /// <summary>Hủy thanh lý.</summary>
    UndoLiquidation,
}

/// <summary>Điều kiện của một bước của hợp đồng.</summary>
public enum ContractGuard
{
    /// <summary>Đủ các bên, nội dung, thời gian, giá trị theo nguồn.</summary>
    TextComplete,

    /// <summary>Không vượt mức được phê duyệt còn lại.</summary>
    WithinApproved,

    /// <summary>Đề án đang được phê duyệt, thực hiện.</summary>
    PlanInForce,

    /// <summary>Người ghi nhận ký khác người soạn.</summary>
    SignerIsAnother,

    /// <summary>Ngày ký không trước quyết định phê duyệt, không sau hôm nay.</summary>
    SignedInTime,

    /// <summary>Nêu lý do.</summary>
    ReasonGiven,

    /// <summary>Chưa tạm ứng, thanh toán, chưa nghiệm thu đạt; không còn hợp đồng con.</summary>
    NothingPaid,

    /// <summary>Chỉ theo quyết toán được duyệt.</summary>
    SettlementDecides,
}

/// <summary>Cách chọn đơn vị thực hiện, nhà thầu.</summary>
public enum SelectionMethod
{
    /// <summary>Đấu thầu.</summary>
    Tender,

    /// <summary>Xét chọn.</summary>
    Review,

    /// <summary>Chỉ định.</summary>
    Direct,

    /// <summary>Cách khác.</summary>
    Other,
}

/// <summary>Trạng thái của phụ lục hợp đồng.</summary>
public enum ContractAmendmentState
{
    /// <summary>Đã trình ký.</summary>
    Proposed,

    /// <summary>Đã ký.</summary>
    Signed,

    /// <summary>Đã trả lại.</summary>
    SentBack,
}

/// <summary>Trạng thái của đề nghị đổi tài khoản.</summary>
public enum BankChangeState
{
    /// <summary>Chờ xác nhận.</summary>
    Asked,

    /// <summary>Đã xác nhận.</summary>
    Confirmed,

    /// <summary>Không chấp nhận.</summary>
    Refused,
}
