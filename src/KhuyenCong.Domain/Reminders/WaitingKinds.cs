namespace KhuyenCong.Domain.Reminders;

/// <summary>Việc đang chờ: what a project waits for, from its dossier to the check of its machines; and what waits in an office and is of no single project.</summary>
public enum WaitingKind
{
    /// <summary>Hồ sơ đề án, theo trạng thái của đề án.</summary>
    Dossier,

    /// <summary>Chưa lập hợp đồng.</summary>
    ContractMissing,

    /// <summary>Hợp đồng đang soạn.</summary>
    ContractDrafting,

    /// <summary>Hợp đồng chờ ký.</summary>
    ContractProposed,

    /// <summary>Phụ lục hợp đồng chờ ký.</summary>
    AmendmentProposed,

    /// <summary>Đề nghị đổi tài khoản chờ xác nhận.</summary>
    BankChangeAsked,

    /// <summary>Đề nghị chi đang soạn, bị trả lại hoặc bị từ chối.</summary>
    PaymentDrafting,

    /// <summary>Đề nghị chi chờ duyệt.</summary>
    PaymentRequested,

    /// <summary>Đề nghị chi đã duyệt, chờ gửi Kho bạc.</summary>
    PaymentApproved,

    /// <summary>Đã gửi Kho bạc, chờ kết quả.</summary>
    PaymentSent,

    /// <summary>Đã khớp đủ với sao kê, chưa ghi chi.</summary>
    PaymentMatched,

    /// <summary>Báo cáo tiến độ của một tháng.</summary>
    ReportDue,

    /// <summary>Báo cáo tiến độ bị trả lại.</summary>
    ReportSentBack,

    /// <summary>Báo cáo tiến độ chờ xác nhận.</summary>
    ReportSubmitted,

    /// <summary>Biên bản nghiệm thu đang lập.</summary>
    AcceptanceDrafting,

    /// <summary>Biên bản nghiệm thu chờ kết luận.</summary>
    AcceptanceSubmitted,

    /// <summary>Nghiệm thu yêu cầu hoàn thiện.</summary>
    WorkToComplete,

    /// <summary>Biên bản nghiệm thu chung (5b, 5c) đang lập.</summary>
    SummaryDrafting,

    /// <summary>Biên bản nghiệm thu chung (5b, 5c) chờ kết luận.</summary>
    SummarySubmitted,

    /// <summary>Cuộc kiểm tra đã đến ngày, chưa ghi kết quả.</summary>
    InspectionPlanned,

    /// <summary>Phần của cơ sở đã nghiệm thu, chờ thanh toán, quyết toán hợp đồng cấp trên.</summary>
    PartDone,

    /// <summary>Đã nghiệm thu, chưa lập hồ sơ quyết toán.</summary>
    SettlementMissing,

    /// <summary>Hồ sơ quyết toán đang lập hoặc bị trả lại.</summary>
    SettlementDrafting,

    /// <summary>Hồ sơ quyết toán chờ phê duyệt.</summary>
    SettlementSubmitted,

    /// <summary>Tạm ứng chưa thanh toán.</summary>
    AdvanceUnspent,

    /// <summary>Đợt thanh toán theo hợp đồng sắp đến ngày hoặc đã qua ngày, chưa chi đủ.</summary>
    MilestoneUnpaid,

    /// <summary>Khoản thu hồi sau quyết toán chờ nộp về Kho bạc.</summary>
    RecoveryAwaited,

    /// <summary>Khoản phải thu hồi theo kết luận của Cục (5c), chưa lập đề nghị, yêu cầu thu hồi.</summary>
    ExcessUncovered,

    /// <summary>Kiến nghị kiểm tra chờ thực hiện.</summary>
    FindingPending,

    /// <summary>Kiến nghị kiểm tra đã trả lời, chờ xem xét.</summary>
    FindingAnswered,

    /// <summary>Kiểm tra máy sau nghiệm thu.</summary>
    MachineCheck,

    /// <summary>Phiếu theo dõi sau hỗ trợ chờ cơ sở trả lời, hoặc bị trả lại.</summary>
    FollowUpDue,

    /// <summary>Phiếu theo dõi sau hỗ trợ đã trả lời, chờ xác nhận.</summary>
    FollowUpSubmitted,

    /// <summary>Đang thực hiện công việc của hợp đồng.</summary>
    WorkUnderway,

    /// <summary>Đề án đã ngừng, hợp đồng chưa thanh lý, chưa hủy.</summary>
    ContractToEnd,

    /// <summary>Đợt phê duyệt của kế hoạch năm.</summary>
    PlanBatch,

    /// <summary>Dự toán kinh phí khuyến công năm.</summary>
    BudgetEstimate,

    /// <summary>Dự toán chi quản lý.</summary>
    ManagementEstimate,

    /// <summary>Chứng từ chi quản lý.</summary>
    ManagementVoucher,

    /// <summary>Đề nghị khóa sổ chờ lãnh đạo duyệt.</summary>
    YearEndProposal,

    /// <summary>Báo cáo quyết toán năm.</summary>
    YearlySettlement,

    /// <summary>Sao kê còn dòng chưa khớp, chưa giải trình.</summary>
    StatementUnmatched,

    /// <summary>Năm đã qua, đơn vị chưa lập báo cáo quyết toán năm.</summary>
    YearlySettlementMissing,

    /// <summary>Phản ánh, kiến nghị chờ tiếp nhận hoặc chờ trả lời.</summary>
    Petition,
}

/// <summary>Đang chờ ai: the side that has to act.</summary>
public enum WaitingParty
{
    /// <summary>Người lập hồ sơ.</summary>
    Filer,

    /// <summary>Đơn vị thực hiện (bên B).</summary>
    Performer,

    /// <summary>Sở Công Thương.</summary>
    Department,

    /// <summary>Trung tâm Khuyến công.</summary>
    Centre,

    /// <summary>UBND cấp xã.</summary>
    CommuneOffice,

    /// <summary>Kho bạc Nhà nước.</summary>
    Treasury,

    /// <summary>Cơ quan tài chính.</summary>
    Finance,

    /// <summary>UBND tỉnh, thành phố.</summary>
    Committee,

    /// <summary>HĐND.</summary>
    Council,

    /// <summary>Bộ Công Thương và Cục của Bộ.</summary>
    Ministry,
}

/// <summary>Thời hạn do đâu mà có.</summary>
public enum DueSource
{
    /// <summary>Quy định trong thư viện pháp lý.</summary>
    Law,

    /// <summary>Hợp đồng.</summary>
    Contract,

    /// <summary>Biên bản, kiến nghị, yêu cầu bổ sung: whoever decided set the day.</summary>
    Record,

    /// <summary>Hạn trả lời cơ quan đặt khi tiếp nhận, gia hạn.</summary>
    Receipt,

    /// <summary>Quy trình nội bộ.</summary>
    Procedure,

    /// <summary>Ngày cơ quan tự lên kế hoạch.</summary>
    Plan,

    /// <summary>Mốc nhắc của phần mềm, không phải quy định.</summary>
    Product,
}
