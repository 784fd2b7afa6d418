namespace KhuyenCong.EndToEnd;

/// <summary>The sample people that the sign-in page shows in Development, by what they do here.</summary>
public static class Accounts
{
    public const string Password = "Thu-nghiem-2026";

    public const string KhanhHoaSpecialist = "kh.chuyenvien";
    public const string KhanhHoaLeader = "kh.lanhdao";
    public const string KhanhHoaCentre = "kh.trungtam";
    public const string KhanhHoaAccountant = "kh.ketoan";
    public const string KhanhHoaFinance = "kh.taichinh";
    public const string KhanhHoaAdministrator = "kh.quantri";
    public const string KhanhHoaOffice = "kh.ubnd";
    public const string CamLamOfficer = "kh.xa";
    public const string CamLamAccountant = "kh.xa.ketoan";
    public const string CamLamLeader = "kh.xa.lanhdao";
    public const string KhanhHoaOwner = "kh.coso";
    public const string DongNaiSpecialist = "dn.chuyenvien";
    public const string DongNaiLeader = "dn.lanhdao";
    public const string DongNaiAccountant = "dn.ketoan";
    public const string DongNaiCentre = "dn.trungtam";
    public const string DongNaiOffice = "dn.ubnd";
    public const string DongNaiOwner = "dn.coso";
    public const string Treasury = "dn.khobac";
    public const string Ministry = "bo.xem";
}
