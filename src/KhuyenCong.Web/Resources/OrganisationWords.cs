using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Resources;

/// <summary>Roles, acts, duties and kinds of organisations in the words of the decisions.</summary>
public static class OrganisationWords
{
    public static string Text(this Role role) => role switch
    {
        Role.EstablishmentOwner => "Chủ cơ sở công nghiệp nông thôn",
        Role.Artisan => "Nghệ nhân",
        Role.ClusterInvestor => "Chủ đầu tư hạ tầng cụm công nghiệp",
        Role.Association => "Hiệp hội, hội ngành nghề",
        Role.CommuneLeader => "Lãnh đạo UBND cấp xã",
        Role.CommuneOfficer => "Công chức cấp xã",
        Role.CommuneAccountant => "Kế toán cấp xã",
        Role.CentreLeader => "Lãnh đạo Trung tâm",
        Role.CentreOfficer => "Chuyên viên Trung tâm",
        Role.CentreBranchOfficer => "Cán bộ chi nhánh Trung tâm",
        Role.CentreAccountant => "Kế toán Trung tâm",
        Role.DepartmentLeader => "Lãnh đạo Sở Công Thương",
        Role.DepartmentOfficer => "Chuyên viên Sở Công Thương",
        Role.DepartmentAccountant => "Kế hoạch – tài chính Sở Công Thương",
        Role.Clerk => "Văn thư",
        Role.FinanceOfficer => "Chuyên viên Sở Tài chính",
        Role.ProvincialLeader => "Lãnh đạo UBND tỉnh, thành phố",
        Role.ProvincialOfficeOfficer => "Văn phòng UBND tỉnh, thành phố",
        Role.CouncilViewer => "Hội đồng nhân dân (chỉ xem)",
        Role.OtherDepartmentOfficer => "Sở, ngành khác",
        Role.TreasuryOfficer => "Kho bạc Nhà nước",
        Role.AppraisalMember => "Thành viên hội đồng thẩm định",
        Role.AcceptanceMember => "Thành viên hội đồng, tổ nghiệm thu",
        Role.SelectionMember => "Thành viên hội đồng bình chọn",
        Role.JudgingMember => "Thành viên Ban giám khảo",
        Role.AgencyOfficer => "Chuyên viên Cục",
        Role.MinistryViewer => "Bộ Công Thương (xem toàn quốc)",
        Role.MediaPartner => "Báo và phát thanh, truyền hình",
        Role.PortalEditor => "Biên tập cổng thông tin điện tử",
        Role.Collaborator => "Cộng tác viên khuyến công",
        Role.Supplier => "Nhà cung cấp, đơn vị đào tạo",
        Role.Auditor => "Kiểm toán, thanh tra",
        Role.Administrator => "Quản trị hệ thống",
        Role.NationalAdministrator => "Quản trị hệ thống trung ương",
        _ => "Công dân",
    };

    public static string Text(this Act act) => act switch
    {
        Act.ViewProgramme => "Xem chương trình",
        Act.EditProgramme => "Nhập, sửa, ban hành chương trình",
        Act.ExplainDiscrepancy => "Giải trình mâu thuẫn số liệu",
        Act.ViewResults => "Xem kết quả và minh chứng",
        Act.RecordResult => "Ghi nhận, rút kết quả",
        Act.CompareProvinces => "So sánh các tỉnh",
        Act.ViewLaw => "Xem văn bản, quy định",
        Act.EditLaw => "Nhập văn bản của tỉnh",
        Act.AdoptRule => "Xác nhận áp dụng quy định",
        Act.EditNorm => "Nhập, sửa đổi định mức của tỉnh",
        Act.FilePetition => "Gửi phản ánh, kiến nghị",
        Act.AnswerPetition => "Trả lời phản ánh, kiến nghị",
        Act.DraftAmendment => "Theo dõi dự thảo sửa đổi",
        Act.ViewOrganisations => "Xem tổ chức, địa bàn",
        Act.EditOrganisations => "Sửa tổ chức, nhiệm vụ, địa bàn",
        Act.ManageUsers => "Cấp tài khoản, vai trò",
        Act.Delegate => "Ủy quyền có thời hạn",
        Act.ViewAudit => "Xem nhật ký",
        Act.ViewEstablishments => "Xem cơ sở CNNT",
        Act.EditEstablishments => "Nhập, sửa cơ sở CNNT",
        Act.ViewPersonalData => "Xem dữ liệu cá nhân của cơ sở",
        Act.CurateEstablishments => "Hợp nhất bản ghi trùng, danh mục cơ sở của tỉnh",
        Act.AnswerDataRequests => "Trả lời yêu cầu về dữ liệu cá nhân",
        Act.ViewProjects => "Xem đề án, nhiệm vụ",
        Act.EditProject => "Lập, sửa, nộp đề án, nhiệm vụ",
        Act.ReceiveProject => "Tiếp nhận, trả bổ sung đề án",
        Act.RecordOutsideSupport => "Ghi hỗ trợ ngoài khuyến công",
        Act.AppraiseProject => "Tổ chức thẩm định đề án",
        Act.GiveOpinion => "Cho ý kiến, bỏ phiếu thẩm định",
        Act.ConcludeAppraisal => "Kết luận thẩm định",
        Act.ViewPlans => "Xem kế hoạch, dự toán",
        Act.DraftPlan => "Lập kế hoạch, đợt phê duyệt, dự toán năm",
        Act.AppraisePlan => "Thẩm định kế hoạch, tổng hợp dự toán năm",
        Act.ApprovePlan => "Phê duyệt, giao, điều chỉnh kế hoạch",
        Act.RecordAllocation => "Ghi dự toán được giao",
        Act.AppraiseEstimate => "Thẩm định dự toán, tham mưu bố trí vốn",
        Act.DecideEstimate => "Trình, ghi nghị quyết về dự toán năm (xã: cả giao dự toán)",
        Act.EditProcedure => "Soạn quy trình nội bộ",
        Act.PublishProcedure => "Công bố quy trình nội bộ",
        Act.EditCalendar => "Nhập, công bố, rút lịch nghỉ",
        _ => "Xóa giá trị trong nhật ký theo yêu cầu",
    };

    public static string Text(this Duty duty) => duty switch
    {
        Duty.LeadProgramme => "Chủ trì, hướng dẫn, kiểm tra, tổng hợp báo cáo chương trình",
        Duty.DraftAnnualPlan => "Xây dựng kế hoạch khuyến công hằng năm",
        Duty.AppraiseAnnualPlan => "Thẩm định kế hoạch khuyến công hằng năm",
        Duty.ImplementTasks => "Triển khai nhiệm vụ, đề án khuyến công",
        Duty.AppraiseEstimates => "Thẩm định dự toán",
        Duty.ProposeFunding => "Tham mưu bố trí kinh phí",
        Duty.ControlPayments => "Kiểm soát, thanh toán các khoản chi",
        Duty.Broadcast => "Tuyên truyền trên báo, phát thanh, truyền hình",
        _ => "Công bố trên công báo, cổng thông tin điện tử",
    };

    public static string Text(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Department => "Sở Công Thương",
        OrganisationKind.FinanceDepartment => "Sở Tài chính",
        OrganisationKind.OtherDepartment => "Sở, ban, ngành khác",
        OrganisationKind.PromotionCentre => "Trung tâm khuyến công, xúc tiến",
        OrganisationKind.CentreBranch => "Chi nhánh Trung tâm",
        OrganisationKind.CommuneOffice => "UBND xã, phường, đặc khu",
        OrganisationKind.ProvincialCommittee => "UBND tỉnh, thành phố",
        OrganisationKind.ProvincialOffice => "Văn phòng UBND tỉnh, thành phố",
        OrganisationKind.PeoplesCouncil => "Hội đồng nhân dân",
        OrganisationKind.Treasury => "Kho bạc Nhà nước",
        OrganisationKind.Agency => "Cục thuộc Bộ",
        OrganisationKind.Ministry => "Bộ",
        OrganisationKind.Broadcaster => "Báo và phát thanh, truyền hình",
        OrganisationKind.Portal => "Công báo, cổng thông tin điện tử",
        OrganisationKind.Association => "Hiệp hội, hội ngành nghề",
        OrganisationKind.Establishment => "Cơ sở công nghiệp nông thôn",
        OrganisationKind.ClusterInvestor => "Chủ đầu tư hạ tầng cụm công nghiệp",
        OrganisationKind.Supplier => "Nhà cung cấp, đơn vị đào tạo",
        OrganisationKind.AuditOffice => "Kiểm toán, thanh tra",
        _ => "Tổ chức khác",
    };

    /// <summary>The relation as said of its subject: "Trực thuộc …".</summary>
    public static string Text(this OrganisationRelationKind kind) => kind switch
    {
        OrganisationRelationKind.Parent => "Trực thuộc",
        OrganisationRelationKind.Directs => "Chỉ đạo",
        OrganisationRelationKind.ServesProvince => "Phục vụ",
        OrganisationRelationKind.CoversCommune => "Phụ trách địa bàn",
        OrganisationRelationKind.MergedInto => "Sáp nhập vào",
        _ => "Tách ra từ",
    };
}
