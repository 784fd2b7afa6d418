namespace KhuyenCong.Domain.Settlements;

/// <summary>Trạng thái của hồ sơ quyết toán hợp đồng.</summary>
public enum SettlementState
{
    /// <summary>Đang lập.</summary>
    Drafting,

    /// <summary>Đã trình.</summary>
    Submitted,

    /// <summary>Đã phê duyệt.</summary>
    Approved,

    /// <summary>Bị trả lại.</summary>
    SentBack,

    /// <summary>Đã bỏ.</summary>
    Discarded,
}

/// <summary>Việc làm với hồ sơ quyết toán.</summary>
public enum SettlementAction
{
    /// <summary>Trình.</summary>
    Submit,

    /// <summary>Phê duyệt quyết toán, thanh lý hợp đồng.</summary>
    Approve,

    /// <summary>Trả lại.</summary>
    SendBack,

    /// <summary>Hủy phê duyệt quyết toán.</summary>
    Revoke,

    /// <summary>Bỏ hồ sơ đang lập.</summary>
    Discard,

    /// <summary>Lập lại hồ sơ đã bỏ.</summary>
    Resume,
}

/// <summary>Chế độ chứng từ: whether the unit invoices the agency that commissioned the work, or proves what it spent.</summary>
public enum VoucherRegime
{
    /// <summary>Không xuất hóa đơn cho cơ quan giao: bảng kê chứng từ chi.</summary>
    WithoutInvoice,

    /// <summary>Có hóa đơn xuất cho cơ quan giao.</summary>
    WithInvoice,
}

/// <summary>Căn cứ khối lượng quyết toán.</summary>
public enum SettlementBasis
{
    /// <summary>Theo biên bản nghiệm thu.</summary>
    Accepted,

    /// <summary>Bất khả kháng: theo khối lượng đã thực hiện, có biên bản xác nhận.</summary>
    ForceMajeure,
}

/// <summary>Loại chứng từ.</summary>
public enum VoucherKind
{
    /// <summary>Phiếu chi.</summary>
    CashPayment,

    /// <summary>Ủy nhiệm chi, chứng từ chuyển khoản.</summary>
    BankTransfer,

    /// <summary>Giấy thanh toán tạm ứng.</summary>
    AdvanceClearance,

    /// <summary>Hóa đơn xuất cho cơ quan giao nhiệm vụ.</summary>
    AgencyInvoice,

    /// <summary>Danh sách ký nhận.</summary>
    SignedList,

    /// <summary>Chứng từ khác.</summary>
    Other,
}

/// <summary>Giấy tờ của hồ sơ quyết toán.</summary>
public enum SettlementPaperKind
{
    /// <summary>Bản chụp chứng từ.</summary>
    Voucher,

    /// <summary>Biểu chi tiết quyết toán.</summary>
    DetailTable,

    /// <summary>Biểu đề nghị thanh toán.</summary>
    PaymentTable,

    /// <summary>Bảng kê chứng từ đã ký.</summary>
    VoucherList,

    /// <summary>Biên bản thanh lý hợp đồng.</summary>
    Liquidation,

    /// <summary>Bảng đối chiếu kinh phí.</summary>
    Reconciliation,

    /// <summary>Văn bản giải trình bất khả kháng.</summary>
    Explanation,

    /// <summary>Biên bản xác nhận khối lượng đã thực hiện.</summary>
    WorkConfirmation,

    /// <summary>Văn bản yêu cầu thu hồi của cơ quan thanh tra, kiểm toán.</summary>
    RecoveryOrder,

    /// <summary>Giấy tờ khác.</summary>
    Other,
}
