using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Seeding;

/// <summary>An invented person who can sign in, in Development only.</summary>
public sealed record SampleAccount(string UserName, string DisplayName, Role Role, string OrganisationCode, string? CommuneCode, string About);

/// <summary>Tài khoản dùng thử (dữ liệu minh họa).</summary>
public static class SampleAccounts
{
    /// <summary>Known to everybody who reads this file: created only where the environment is Development.</summary>
    public const string Password = "Thu-nghiem-2026";

    public static readonly IReadOnlyList<SampleAccount> All =
    [
        new("kh.chuyenvien", "Lê Minh Họa", Role.DepartmentOfficer, "kh-sct", null, "Chuyên viên Sở Công Thương Khánh Hòa"),
        new("kh.lanhdao", "Trần Minh Họa", Role.DepartmentLeader, "kh-sct", null, "Lãnh đạo Sở Công Thương Khánh Hòa"),
        new("kh.ketoan", "Phan Minh Họa", Role.DepartmentAccountant, "kh-sct", null, "Kế toán Sở Công Thương Khánh Hòa"),
        new("kh.trungtam", "Phạm Minh Họa", Role.CentreOfficer, "kh-ttxt", null, "Trung tâm XTĐT, TM và DL Khánh Hòa"),
        new("kh.taichinh", "Võ Minh Họa", Role.FinanceOfficer, "kh-stc", null, "Sở Tài chính Khánh Hòa"),
        new("kh.ubnd", "Đặng Minh Họa", Role.ProvincialOfficeOfficer, "kh-vp-ubnd", null, "Văn phòng UBND tỉnh Khánh Hòa"),
        new("kh.xa", "Nguyễn Minh Họa", Role.CommuneOfficer, "ubnd-22453", "22453", "Công chức UBND xã Cam Lâm, Khánh Hòa"),
        new("kh.xa.ketoan", "Trương Minh Họa", Role.CommuneAccountant, "ubnd-22453", "22453", "Kế toán UBND xã Cam Lâm, Khánh Hòa"),
        new("kh.xa.lanhdao", "Đinh Minh Họa", Role.CommuneLeader, "ubnd-22453", "22453", "Chủ tịch UBND xã Cam Lâm, Khánh Hòa"),
        new("kh.coso", "Huỳnh Minh Họa", Role.EstablishmentOwner, "mau-co-so-kh", null, "Chủ cơ sở CNNT ở Khánh Hòa"),
        new("kh.quantri", "Đỗ Minh Họa", Role.Administrator, "kh-sct", null, "Quản trị hệ thống Khánh Hòa"),
        new("dn.chuyenvien", "Bùi Minh Họa", Role.DepartmentOfficer, "dn-sct", null, "Chuyên viên Sở Công Thương Đồng Nai"),
        new("dn.lanhdao", "Hồ Minh Họa", Role.DepartmentLeader, "dn-sct", null, "Lãnh đạo Sở Công Thương Đồng Nai"),
        new("dn.ketoan", "Vũ Minh Họa", Role.DepartmentAccountant, "dn-sct", null, "Kế toán Sở Công Thương Đồng Nai"),
        new("dn.trungtam", "Ngô Minh Họa", Role.CentreOfficer, "dn-ttkc", null, "Trung tâm KC&TVPTCN Đồng Nai"),
        new("dn.coso", "Lâm Minh Họa", Role.EstablishmentOwner, "mau-co-so-dn", null, "Chủ cơ sở CNNT ở Đồng Nai, có phần trong đề án nhóm"),
        new("dn.ubnd", "Tạ Minh Họa", Role.ProvincialOfficeOfficer, "dn-vp-ubnd", null, "Văn phòng UBND Đồng Nai"),
        new("dn.khobac", "Dương Minh Họa", Role.TreasuryOfficer, "kbnn-17", null, "Kho bạc Nhà nước khu vực XVII"),
        new("bo.xem", "Lý Minh Họa", Role.MinistryViewer, "bct", null, "Bộ Công Thương (xem toàn quốc)"),
        new("dn.quantri", "Mai Minh Họa", Role.Administrator, "dn-sct", null, "Quản trị hệ thống Đồng Nai"),
        new("bo.quantri", "Cao Minh Họa", Role.NationalAdministrator, "bct", null, "Quản trị hệ thống trung ương (Bộ, Cục, Kho bạc)"),
    ];
}
