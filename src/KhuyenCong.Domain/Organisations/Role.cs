namespace KhuyenCong.Domain.Organisations;

/// <summary>Vai trò: what a person may be in an organisation.</summary>
public enum Role
{
    /// <summary>Chủ cơ sở CNNT hoặc người được ủy quyền.</summary>
    EstablishmentOwner,

    /// <summary>Nghệ nhân.</summary>
    Artisan,

    /// <summary>Chủ đầu tư hạ tầng cụm công nghiệp.</summary>
    ClusterInvestor,

    /// <summary>Hiệp hội, hội ngành nghề.</summary>
    Association,

    /// <summary>Lãnh đạo UBND cấp xã.</summary>
    CommuneLeader,

    /// <summary>Công chức cấp xã.</summary>
    CommuneOfficer,

    /// <summary>Kế toán cấp xã.</summary>
    CommuneAccountant,

    /// <summary>Lãnh đạo Trung tâm.</summary>
    CentreLeader,

    /// <summary>Chuyên viên khuyến công của Trung tâm.</summary>
    CentreOfficer,

    /// <summary>Chi nhánh của Trung tâm.</summary>
    CentreBranchOfficer,

    /// <summary>Kế toán Trung tâm.</summary>
    CentreAccountant,

    /// <summary>Lãnh đạo Sở Công Thương.</summary>
    DepartmentLeader,

    /// <summary>Chuyên viên Sở Công Thương.</summary>
    DepartmentOfficer,

    /// <summary>Kế hoạch – tài chính Sở Công Thương.</summary>
    DepartmentAccountant,

    /// <summary>Văn thư.</summary>
    Clerk,

    /// <summary>Sở Tài chính.</summary>
    FinanceOfficer,

    /// <summary>Lãnh đạo UBND tỉnh, thành phố.</summary>
    ProvincialLeader,

    /// <summary>Văn phòng UBND tỉnh, thành phố.</summary>
    ProvincialOfficeOfficer,

    /// <summary>Đại biểu, Ban của HĐND (chỉ xem).</summary>
    CouncilViewer,

    /// <summary>Sở, ngành khác.</summary>
    OtherDepartmentOfficer,

    /// <summary>Kho bạc Nhà nước.</summary>
    TreasuryOfficer,

    /// <summary>Thành viên hội đồng thẩm định.</summary>
    AppraisalMember,

    /// <summary>Thành viên hội đồng, tổ nghiệm thu.</summary>
    AcceptanceMember,

    /// <summary>Thành viên hội đồng bình chọn.</summary>
    SelectionMember,

    /// <summary>Thành viên Ban giám khảo.</summary>
    JudgingMember,

    /// <summary>Chuyên viên Cục.</summary>
    AgencyOfficer,

    /// <summary>Bộ Công Thương (xem toàn quốc).</summary>
    MinistryViewer,

    /// <summary>Báo và phát thanh, truyền hình.</summary>
    MediaPartner,

    /// <summary>Cổng thông tin điện tử.</summary>
    PortalEditor,

    /// <summary>Cộng tác viên khuyến công.</summary>
    Collaborator,

    /// <summary>Nhà cung cấp, đơn vị đào tạo.</summary>
    Supplier,

    /// <summary>Kiểm toán, thanh tra.</summary>
    Auditor,

    /// <summary>Công dân.</summary>
    Citizen,

    /// <summary>Quản trị hệ thống.</summary>
    Administrator,

    /// <summary>Quản trị hệ thống của các cơ quan trung ương: Bộ, Cục, Kho bạc khu vực.</summary>
    NationalAdministrator,
}
