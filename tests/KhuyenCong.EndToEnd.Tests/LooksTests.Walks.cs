namespace KhuyenCong.EndToEnd;

/// <summary>Programmes, their results, what the Ministry and anybody sees of them.</summary>
public sealed class ProgrammeLooksTests(Application application, Chromium chromium) : Looked(application, chromium)
{
    private const string CommuneProgramme = "/chuong-trinh > main tbody th a:has-text('xã Cam Lâm')";

    private static readonly Dictionary<string, (string? User, string[] Stops)> Walks = new()
    {
        ["visitor"] = (
            null,
            [
                "/", "/dang-nhap", "/ > main tbody th a",
            ]),
        ["programme"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/", "/chuong-trinh", Programme, $"{Programme} > #chi-tieu tbody th a", $"{Programme} > .tabs a[href$='/mau-thuan']", $"{Programme} > .tabs a[href$='/mau-thuan'] > section.card[id] h2 a",
                $"{Programme} > .tabs a[href$='/kinh-phi']", $"{Programme} > .tabs a[href$='/chi-so']", $"{Programme} > .tabs a[href$='/phien-ban']", $"{Programme} > .tabs a[href$='/phien-ban'] > main tbody th a",
                $"{Programme} > main a[href$='/sua']",
            ]),
        ["entry"] = (
            Accounts.DongNaiSpecialist,
            [
                Programme, $"{Programme} > .tabs a[href$='/kinh-phi']", "/chuong-trinh/nhap-moi", "/chuong-trinh/nhap-excel", "/ket-qua", "/ket-qua/ghi-nhan",
                $"{Programme} > #chi-tieu tbody th a > main a[href^='/ket-qua/ghi-nhan']", "/nhat-ky",
            ]),
        ["commune-programme"] = (
            Accounts.CamLamOfficer,
            [
                CommuneProgramme, $"{CommuneProgramme} > main a[href$='/sua']", "/chuong-trinh/nhap-moi",
            ]),
        ["ministry"] = (
            Accounts.Ministry,
            [
                "/", "/so-sanh", "/ket-qua", "/khong-co-trang-nay",
            ]),
    };

    public static TheoryData<string> Names => Named(Walks.Keys);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Names))]
    public Task EveryPage_CanBeReadByEveryone(string walk) => CanBeReadAsync(walk, Walks[walk].User, Walks[walk].Stops);
}

/// <summary>The law, its rules and norms, procedures, the calendar, reminders.</summary>
public sealed class LawLooksTests(Application application, Chromium chromium) : Looked(application, chromium)
{
    private const string Procedure = "/quy-trinh?tinh-trang=Draft > #quy-trinh tbody th a";

    private const string Adjusting = "/ke-hoach > main tbody th a > main a[href^='/ke-hoach/dot/'] > main a[href$='/dieu-chinh']";

    private static readonly Dictionary<string, (string? User, string[] Stops)> Walks = new()
    {
        ["law"] = (
            Accounts.KhanhHoaLeader,
            [
                "/van-ban", "/van-ban > main tbody th a", "/van-ban/nhap", "/quy-dinh", "/quy-dinh?gia-tri=Unverified > main tbody th a > main a[href$='/xac-nhan']", "/quy-dinh/cua-tinh", "/quy-dinh/cua-tinh/nhap",
                "/kien-nghi", "/kien-nghi/gui", "/de-xuat-sua-doi", "/de-xuat-sua-doi/lap",
            ]),
        ["procedures"] = (
            Accounts.KhanhHoaLeader,
            [
                "/quy-trinh", "/quy-trinh?tinh-trang=InForce > #quy-trinh tbody th a", Procedure, $"{Procedure} > main a[href$='/sua']", $"{Procedure} > main a[href$='/cong-bo']", "/lich-lam-viec",
                "/lich-lam-viec/soan", Adjusting, "/quyet-toan-nam/thiet-lap", "/hop-dong/thiet-lap", "/theo-doi/moc", "/nhac-viec", "/nhac-viec/thiet-lap",
            ]),
        ["norms"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/dinh-muc", "/dinh-muc > section:not(#chua-nhap) tbody th a", "/dinh-muc/nhap", "/dinh-muc/giay-to", "/dinh-muc/giay-to/nhap", "/dinh-muc/giay-to > #danh-muc tbody th a", "/dinh-muc/tu-kiem-tra",
                "/dinh-muc/tu-kiem-tra?doi-tuong=HouseholdBusiness&xa=22453&che-do=National&dong[0].Kind=machines&dong[0].Cost=740.000.000&dong[0].Requested=600.000.000",
            ]),
    };

    public static TheoryData<string> Names => Named(Walks.Keys);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Names))]
    public Task EveryPage_CanBeReadByEveryone(string walk) => CanBeReadAsync(walk, Walks[walk].User, Walks[walk].Stops);
}

/// <summary>Projects, their appraisal, the plan and what is allotted for it.</summary>
public sealed class PlanLooksTests(Application application, Chromium chromium) : Looked(application, chromium)
{
    private const string Group = "/de-an?tim=dong+goi+nong+san > main tbody th a > main a[href$='/don-vi-thu-huong']";

    private const string Council = "/tham-dinh/hoi-dong > main tbody th a:has-text('khuyến công năm')";

    private const string Session = "/tham-dinh/phien-hop > main tr:has-text('khuyến công năm') th a";

    private static readonly Dictionary<string, (string? User, string[] Stops)> Walks = new()
    {
        ["appraisal"] = (
            Accounts.DongNaiSpecialist,
            [
                "/tham-dinh", "/tham-dinh/hoi-dong", "/tham-dinh/hoi-dong/lap", "/tham-dinh/phien-hop", "/tham-dinh/phien-hop/lap", "/tham-dinh > main a[href^='/tham-dinh/bat-dau/']",
            ]),
        ["appraisal-rules"] = (
            Accounts.KhanhHoaLeader,
            [
                "/tham-dinh/thiet-lap", Council, Session, $"{Session} > #ho-so th a", $"{Session} > main a[href$='/bien-ban']", Group,
            ]),
        ["plan"] = (
            Accounts.KhanhHoaCentre,
            [
                "/ke-hoach", "/ke-hoach/lap", "/ke-hoach/dia-ban-uu-tien", "/du-toan/de-nghi", Group, "/hop-dong?tim=may+trang+banh > main tbody th a > main a[href$='/bao-cao']",
            ]),
        ["allotment"] = (
            Accounts.KhanhHoaOffice,
            [
                "/du-toan", "/du-toan/giao",
            ]),
        ["projects"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/de-an", "/de-an?trang-thai=Filed > main tbody th a", "/de-an?trang-thai=Filed > main tbody th a > main a[href*='viec=ReturnForMore']", "/de-an?trang-thai=Received > main tbody th a", "/de-an/lap",
                "/de-an/ho-tro-khac",
            ]),
        ["commune"] = (
            Accounts.CamLamOfficer,
            [
                "/", "/de-an", "/de-an?trang-thai=Draft > main tbody th a", "/de-an?trang-thai=Draft > main tbody th a > main a[href$='/sua']", "/du-toan/de-nghi", "/quy-trinh/lap",
            ]),
    };

    public static TheoryData<string> Names => Named(Walks.Keys);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Names))]
    public Task EveryPage_CanBeReadByEveryone(string walk) => CanBeReadAsync(walk, Walks[walk].User, Walks[walk].Stops);
}

/// <summary>Contracts, progress, acceptance, settlement, and what becomes of it.</summary>
public sealed class ExecutionLooksTests(Application application, Chromium chromium) : Looked(application, chromium)
{
    private const string Approved = "/de-an?tim=dong+goi+nong+san > main tbody th a";

    private const string Contract = "/hop-dong?tim=may+trang+banh > main tbody th a";

    private const string Record = "/nghiem-thu?tim=may+trang+banh > main tbody th a";

    private const string Sheet = "/theo-doi > main tbody th a";

    private static readonly string Settled = $"/quyet-toan?nam={Hands.Today.Year - 1} > main tbody a[href^='/quyet-toan/0']";

    private static readonly Dictionary<string, (string? User, string[] Stops)> Walks = new()
    {
        ["execution"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/hop-dong", Contract, $"{Contract} > main a[href$='/in']", $"{Contract} > main a[href$='/phu-luc']", $"{Contract} > main a[href$='/nghiem-thu']",
                $"{Contract} > main a[href$='/quyet-toan']", $"{Contract} > main a[href$='/de-nghi'] > main a[href$='loai=ClearAdvance']", Record, $"{Record} > main a[href$='/sua']",
                $"{Approved} > main a[href$='/lap-hop-dong']", $"{Approved} > main a[href$='/kinh-phi']",
            ]),
        ["following"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/tien-do", "/tien-do > main a[href^='/tien-do/0'] > main a[href$='/in']", "/kiem-tra", "/kiem-tra/lap", "/nghiem-thu", "/may-moc", "/quyet-toan", "/quyet-toan/doi-chieu", $"{Settled} > main a[href*='doi-chieu?hop-dong=']", "/de-an/dang-cho-ai",
                "/theo-doi", Sheet, $"{Sheet} > main a[href$='/in']", "/theo-doi/tong-hop",
            ]),
        ["owner"] = (
            Accounts.KhanhHoaOwner,
            [
                "/", "/theo-doi", "/co-so", "/co-so > main tbody th a", "/de-an", "/de-an?trang-thai=AwaitingMore > main tbody th a", "/de-an?trang-thai=AwaitingMore > main tbody th a > main a[href$='/sua']",
            ]),
    };

    public static TheoryData<string> Names => Named(Walks.Keys);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Names))]
    public Task EveryPage_CanBeReadByEveryone(string walk) => CanBeReadAsync(walk, Walks[walk].User, Walks[walk].Stops);
}

/// <summary>Payments, management costs, Kho bạc, the ledger and the end of the year.</summary>
public sealed class MoneyLooksTests(Application application, Chromium chromium) : Looked(application, chromium)
{
    private const string Payment = "/thanh-toan > main tbody th a";

    private static readonly string Management = $"/chi-quan-ly?nam={Hands.Today.Year} > main tbody th a";

    private const string Line = "/so-du-toan > main tbody th a";

    private static readonly Dictionary<string, (string? User, string[] Stops)> Walks = new()
    {
        ["spending"] = (
            Accounts.KhanhHoaAccountant,
            [
                "/thanh-toan", Payment, $"{Payment} > main a[href$='/in']", "/thanh-toan/cho-thu-hoi", "/thanh-toan/tam-ung", "/kho-bac", "/kho-bac/nhap", "/kho-bac/chua-giai-trinh", "/kho-bac/doi-chieu",
                "/kho-bac/ba-ben", "/so-du-toan", Line, $"{Line} > main a[href^='/so-du-toan/but-toan/']", "/so-du-toan/but-toan?so=Allotted", "/so-du-toan/khoa-so",
            ]),
        ["management"] = (
            Accounts.KhanhHoaAccountant,
            [
                "/chi-quan-ly", "/chi-quan-ly/lap", "/chi-quan-ly/lap > main a[href*='dong=']", Management, $"{Management} > main a[href$='/chung-tu']", $"{Management} > main a[href^='/chi-quan-ly/chung-tu/']",
                $"{Management} > main a[href$='/in']", $"{Management} > main a[href^='/chi-quan-ly/chung-tu/'] > main a[href$='/in']",
                "/thiet-bi-quan-ly", "/thiet-bi-quan-ly > main tbody th a", "/quyet-toan-nam", "/quyet-toan-nam/tong-hop", $"/quyet-toan-nam?nam={Hands.Today.Year} > main a[href^='/quyet-toan-nam/lap']",
            ]),
    };

    public static TheoryData<string> Names => Named(Walks.Keys);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Names))]
    public Task EveryPage_CanBeReadByEveryone(string walk) => CanBeReadAsync(walk, Walks[walk].User, Walks[walk].Stops);
}

/// <summary>Establishments, clusters, surveys.</summary>
public sealed class EstablishmentLooksTests(Application application, Chromium chromium) : Looked(application, chromium)
{
    private const string Establishment = "/co-so?tim=moc+binh+minh > main tbody th a";

    private const string Cluster = "/cum-cong-nghiep > main tbody th a";

    private static readonly Dictionary<string, (string? User, string[] Stops)> Walks = new()
    {
        ["establishments"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/co-so", Establishment, $"{Establishment} > main a[href$='/sua']", $"{Establishment} > main a[href*='/dong/dia-diem?']", $"{Establishment} > main a[href$='/dong/so-lieu-nam']",
                $"{Establishment} > main a[href$='/dong/dong-y']", $"{Establishment} > main a[href$='/tai-khoan']", $"{Establishment} > main a[href$='/yeu-cau-du-lieu']", "/co-so/them", "/co-so/nhap-excel",
                "/co-so/nghi-trung", "/co-so/khong-trung", "/co-so/san-pham-cua-tinh", "/yeu-cau-du-lieu",
            ]),
        ["clusters"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/cum-cong-nghiep", Cluster, $"{Cluster} > main a[href$='/sua']", $"{Cluster} > main a[href$='/so-lieu']", "/cum-cong-nghiep/them", "/cum-cong-nghiep/di-doi",
                "/cum-cong-nghiep/di-doi > main tbody th a", $"{Establishment} > main a[href$='/di-doi']", "/khao-sat", "/khao-sat/mo",
            ]),
    };

    public static TheoryData<string> Names => Named(Walks.Keys);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Names))]
    public Task EveryPage_CanBeReadByEveryone(string walk) => CanBeReadAsync(walk, Walks[walk].User, Walks[walk].Stops);
}

/// <summary>Accounts, bodies, places, the history of changes, the guide.</summary>
public sealed class PeopleLooksTests(Application application, Chromium chromium) : Looked(application, chromium)
{
    private static readonly Dictionary<string, (string? User, string[] Stops)> Walks = new()
    {
        ["people"] = (
            Accounts.KhanhHoaAdministrator,
            [
                "/tai-khoan", "/tai-khoan > main tbody th a", "/tai-khoan/moi", "/tai-khoan/cua-toi", "/tai-khoan/ma-xac-thuc", "/to-chuc", "/to-chuc/nhiem-vu", "/to-chuc > main a[href^='/to-chuc/01']",
                "/to-chuc/moi", "/dia-ban", "/dia-ban > main tbody th a", "/nhat-ky", "/nhat-ky/xoa?tim=Chi", "/huong-dan", "/huong-dan > main a[href^='/huong-dan/']",
            ]),
    };

    public static TheoryData<string> Names => Named(Walks.Keys);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Names))]
    public Task EveryPage_CanBeReadByEveryone(string walk) => CanBeReadAsync(walk, Walks[walk].User, Walks[walk].Stops);
}
