namespace KhuyenCong.Domain.Organisations;

/// <summary>Việc được phép làm: what a page lets somebody do. <see cref="RoleTable"/> says who.</summary>
public enum Act
{
    /// <summary>Xem chương trình, chỉ tiêu, kinh phí, mâu thuẫn số liệu.</summary>
    ViewProgramme,

    /// <summary>Nhập, sửa, ban hành phiên bản chương trình.</summary>
    EditProgramme,

    /// <summary>Giải trình mâu thuẫn số liệu.</summary>
    ExplainDiscrepancy,

    /// <summary>Xem kết quả và minh chứng.</summary>
    ViewResults,

    /// <summary>Ghi nhận, rút kết quả.</summary>
    RecordResult,

    /// <summary>So sánh các tỉnh.</summary>
    CompareProvinces,

    /// <summary>Xem thư viện pháp lý.</summary>
    ViewLaw,

    /// <summary>Nhập văn bản pháp lý của tỉnh.</summary>
    EditLaw,

    /// <summary>Xác nhận áp dụng quy định cho tỉnh.</summary>
    AdoptRule,

    /// <summary>Nhập, sửa đổi định mức của tỉnh.</summary>
    EditNorm,

    /// <summary>Gửi phản ánh, kiến nghị.</summary>
    FilePetition,

    /// <summary>Tiếp nhận, trả lời, tổng hợp phản ánh, kiến nghị.</summary>
    AnswerPetition,

    /// <summary>Theo dõi dự thảo sửa đổi.</summary>
    DraftAmendment,

    /// <summary>Xem tổ chức, địa bàn.</summary>
    ViewOrganisations,

    /// <summary>Sửa tổ chức, phân công nhiệm vụ, địa bàn của tỉnh.</summary>
    EditOrganisations,

    /// <summary>Cấp tài khoản, vai trò.</summary>
    ManageUsers,

    /// <summary>Ủy quyền có thời hạn.</summary>
    Delegate,

    /// <summary>Xem nhật ký của tỉnh.</summary>
    ViewAudit,

    /// <summary>Xóa giá trị theo yêu cầu (quyền của chủ thể dữ liệu).</summary>
    EraseValues,

    /// <summary>Xem cơ sở CNNT.</summary>
    ViewEstablishments,

    /// <summary>Nhập, sửa cơ sở CNNT.</summary>
    EditEstablishments,

    /// <summary>Xem dữ liệu cá nhân của cơ sở (số định danh, người liên hệ).</summary>
    ViewPersonalData,

    /// <summary>Hợp nhất bản ghi trùng, xác nhận quy mô; giữ danh mục của tỉnh, cụm công nghiệp, đợt khảo sát.</summary>
    CurateEstablishments,

    /// <summary>Trả lời yêu cầu về dữ liệu cá nhân.</summary>
    AnswerDataRequests,

    /// <summary>Xem đề án, nhiệm vụ.</summary>
    ViewProjects,

    /// <summary>Lập, sửa, nộp, rút đề án, nhiệm vụ.</summary>
    EditProject,

    /// <summary>Tiếp nhận, trả bổ sung đề án; kết luận nghi trùng hỗ trợ.</summary>
    ReceiveProject,

    /// <summary>Ghi hỗ trợ ngoài khuyến công.</summary>
    RecordOutsideSupport,

    /// <summary>Tổ chức thẩm định: phân công, lập hội đồng, phiên họp, trả bổ sung.</summary>
    AppraiseProject,

    /// <summary>Cho ý kiến, bỏ phiếu thẩm định hồ sơ được giao.</summary>
    GiveOpinion,

    /// <summary>Kết luận thẩm định, hủy kết luận.</summary>
    ConcludeAppraisal,

    /// <summary>Xem kế hoạch, dự toán.</summary>
    ViewPlans,

    /// <summary>Lập kế hoạch, đợt phê duyệt, dự toán năm.</summary>
    DraftPlan,

    /// <summary>Thẩm định kế hoạch; tổng hợp dự toán năm.</summary>
    AppraisePlan,

    /// <summary>Phê duyệt, giao, điều chỉnh kế hoạch.</summary>
    ApprovePlan,

    /// <summary>Ghi dự toán được giao.</summary>
    RecordAllocation,

    /// <summary>Thẩm định dự toán, tham mưu bố trí vốn.</summary>
    AppraiseEstimate,

    /// <summary>Trình, ghi nghị quyết về dự toán năm; xã thì cả giao dự toán.</summary>
    DecideEstimate,

    /// <summary>Soạn quy trình nội bộ.</summary>
    EditProcedure,

    /// <summary>Công bố quy trình nội bộ.</summary>
    PublishProcedure,

    /// <summary>Nhập, công bố, rút lịch nghỉ của cả nước hoặc của tỉnh.</summary>
    EditCalendar,

    /// <summary>Lập hợp đồng, giao nhiệm vụ, phụ lục.</summary>
    EditContract,

    /// <summary>Ghi nhận hợp đồng, phụ lục đã ký; thanh lý, hủy hợp đồng.</summary>
    SignContract,

    /// <summary>Lập đề nghị tạm ứng, thanh toán, thu hồi.</summary>
    RequestPayment,

    /// <summary>Duyệt đề nghị tạm ứng, thanh toán, thu hồi.</summary>
    ApprovePayment,

    /// <summary>Gửi Kho bạc, ghi nhận kết quả của Kho bạc, nhập và đối chiếu sao kê.</summary>
    RecordTreasury,

    /// <summary>Lập báo cáo tiến độ.</summary>
    ReportProgress,

    /// <summary>Xác nhận, trả lại báo cáo tiến độ.</summary>
    ConfirmProgress,

    /// <summary>Kiểm tra, giám sát; theo dõi kiến nghị kiểm tra.</summary>
    InspectProject,

    /// <summary>Lập biên bản nghiệm thu cơ sở.</summary>
    AcceptProject,

    /// <summary>Kết luận nghiệm thu, hủy kết luận.</summary>
    ConcludeAcceptance,

    /// <summary>Lập hồ sơ quyết toán.</summary>
    PrepareSettlement,

    /// <summary>Duyệt quyết toán.</summary>
    ApproveSettlement,

    /// <summary>Khóa sổ cuối năm: hủy dự toán, chuyển nguồn.</summary>
    CloseYear,

    /// <summary>Ghi bút toán đính chính.</summary>
    CorrectLedger,

    /// <summary>Xem báo cáo quyết toán năm.</summary>
    ViewYearlySettlements,

    /// <summary>Trình báo cáo quyết toán năm của đơn vị.</summary>
    SubmitYearlySettlement,

    /// <summary>Xem, trả lời, ghi hộ phiếu theo dõi sau hỗ trợ.</summary>
    AnswerFollowUp,

    /// <summary>Xác nhận, trả lại phiếu theo dõi sau hỗ trợ.</summary>
    ConfirmFollowUp,

    /// <summary>Duyệt đề nghị khóa sổ cuối năm.</summary>
    ApproveYearEnd,

    /// <summary>Xác nhận tiền thu hồi sau quyết toán đã về, hoặc thôi thu hồi: never whoever recorded the order. Hủy xác nhận nhầm: never whoever confirmed.</summary>
    ConfirmRecovery,
}

/// <summary>Phạm vi dữ liệu: how far an act reaches.</summary>
public enum Scope
{
    Public,
    Own,
    Commune,
    Province,
    Ministry,
}
