namespace KhuyenCong.EndToEnd;

/// <summary>
/// Every main page, by everybody who works on it, in both sizes and both looks: no serious violation of WCAG 2.2 AA, and nothing
/// sticks out sideways. A person signs in once and walks; every fault of the walk is told at once.
/// </summary>
public sealed class LooksTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Programme = "/chuong-trinh > main tbody th a";

    private const string Establishment = "/co-so?tim=moc+binh+minh > main tbody th a";

    private const string Cluster = "/cum-cong-nghiep > main tbody th a";

    private const string CommuneProgramme = "/chuong-trinh > main tbody th a:has-text('xã Cam Lâm')";

    private const string Group = "/de-an?tim=dong+goi+nong+san > main tbody th a > main a[href$='/don-vi-thu-huong']";

    private const string Council = "/tham-dinh/hoi-dong > main tbody th a:has-text('khuyến công năm')";

    private const string Session = "/tham-dinh/phien-hop > main tr:has-text('khuyến công năm') th a";

    private const string Adjusting = "/ke-hoach > main tbody th a > main a[href^='/ke-hoach/dot/'] > main a[href$='/dieu-chinh']";

    private const string Approved = "/de-an?tim=dong+goi+nong+san > main tbody th a";

    private const string Contract = "/hop-dong?tim=may+trang+banh > main tbody th a";

    private const string Record = "/nghiem-thu?tim=may+trang+banh > main tbody th a";

    private const string Payment = "/thanh-toan > main tbody th a";

    private const string Management = "/chi-quan-ly > main tbody th a";

    private const string Procedure = "/quy-trinh?tinh-trang=Draft > #quy-trinh tbody th a";

    /// <summary>Who walks, and where: an address, then after each ">" the first link to follow from there.</summary>
    private static readonly Dictionary<string, (string? User, string[] Stops)> Walks = new()
    {
        ["visitor"] = (null, ["/", "/dang-nhap", "/ > main tbody th a"]),
        ["programme"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/", "/chuong-trinh", Programme, $"{Programme} > #chi-tieu tbody th a", $"{Programme} > .tabs a[href$='/mau-thuan']",
                $"{Programme} > .tabs a[href$='/mau-thuan'] > section.card[id] h2 a", $"{Programme} > .tabs a[href$='/kinh-phi']",
                $"{Programme} > .tabs a[href$='/chi-so']", $"{Programme} > .tabs a[href$='/phien-ban']",
                $"{Programme} > .tabs a[href$='/phien-ban'] > main tbody th a", $"{Programme} > main a[href$='/sua']",
            ]),
        ["entry"] = (
            Accounts.DongNaiSpecialist,
            [
                Programme, $"{Programme} > .tabs a[href$='/kinh-phi']", "/chuong-trinh/nhap-moi", "/chuong-trinh/nhap-excel", "/ket-qua",
                "/ket-qua/ghi-nhan", $"{Programme} > #chi-tieu tbody th a > main a[href^='/ket-qua/ghi-nhan']", "/nhat-ky",
            ]),
        ["law"] = (
            Accounts.KhanhHoaLeader,
            [
                "/", "/van-ban", "/van-ban > main tbody th a", "/van-ban/nhap", "/quy-dinh", "/quy-dinh?gia-tri=Unverified > main tbody th a > main a[href$='/xac-nhan']", "/quy-dinh/cua-tinh", "/quy-dinh/cua-tinh/nhap",
                "/kien-nghi", "/kien-nghi/gui", "/de-xuat-sua-doi", "/de-xuat-sua-doi/lap",
            ]),
        ["appraisal"] = (
            Accounts.DongNaiSpecialist,
            ["/tham-dinh", "/tham-dinh/hoi-dong", "/tham-dinh/hoi-dong/lap", "/tham-dinh/phien-hop", "/tham-dinh/phien-hop/lap", "/tham-dinh > main a[href^='/tham-dinh/bat-dau/']"]),
        ["appraisal-rules"] = (Accounts.KhanhHoaLeader, ["/tham-dinh", "/tham-dinh/thiet-lap", Council, Session, $"{Session} > #ho-so th a", $"{Session} > main a[href$='/bien-ban']", Group]),
        ["procedures"] = (
            Accounts.KhanhHoaLeader,
            ["/quy-trinh", "/quy-trinh?tinh-trang=InForce > #quy-trinh tbody th a", Procedure, $"{Procedure} > main a[href$='/sua']", $"{Procedure} > main a[href$='/cong-bo']", "/lich-lam-viec", "/lich-lam-viec/soan", Adjusting, "/quyet-toan-nam/thiet-lap", "/nhac-viec", "/nhac-viec/thiet-lap"]),
        ["plan"] = (
            Accounts.KhanhHoaCentre,
            ["/ke-hoach", "/ke-hoach/lap", "/ke-hoach/dia-ban-uu-tien", "/du-toan", "/du-toan/de-nghi", Group]),
        ["allotment"] = (Accounts.KhanhHoaOffice, ["/du-toan", "/du-toan/giao", "/du-toan/de-nghi", "/ke-hoach"]),
        ["execution"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/hop-dong", Contract, $"{Contract} > main a[href$='/in']", Record, $"{Record} > main a[href$='/sua']", "/de-an/dang-cho-ai", "/theo-doi", "/theo-doi/tong-hop",
                $"{Approved} > main a[href$='/lap-hop-dong']", $"{Approved} > main a[href$='/kinh-phi']", "/tien-do", "/kiem-tra", "/kiem-tra/lap", "/nghiem-thu", "/may-moc", "/quyet-toan", "/quyet-toan/doi-chieu",
            ]),
        ["spending"] = (
            Accounts.KhanhHoaAccountant,
            [
                "/", "/thanh-toan", Payment, $"{Payment} > main a[href$='/in']", "/chi-quan-ly", Management, $"{Management} > main a[href^='/chi-quan-ly/chung-tu/']", "/thiet-bi-quan-ly", "/thanh-toan/cho-thu-hoi", "/thanh-toan/tam-ung", "/kho-bac", "/kho-bac/nhap", "/kho-bac/chua-giai-trinh", "/kho-bac/doi-chieu", "/kho-bac/ba-ben", "/so-du-toan", "/so-du-toan > main tbody th a",
                "/so-du-toan > main tbody th a > main a[href^='/so-du-toan/but-toan/']", "/so-du-toan/khoa-so", "/quyet-toan-nam", "/quyet-toan-nam/tong-hop", $"/quyet-toan-nam?nam={Hands.Today.Year} > main a[href^='/quyet-toan-nam/lap']",
            ]),
        ["people"] = (
            Accounts.KhanhHoaAdministrator,
            [
                "/", "/tai-khoan", "/tai-khoan > main tbody th a", "/tai-khoan/moi", "/tai-khoan/cua-toi", "/tai-khoan/ma-xac-thuc", "/to-chuc", "/to-chuc/nhiem-vu", "/to-chuc > main a[href^='/to-chuc/01']",
                "/to-chuc/moi", "/dia-ban", "/dia-ban > main tbody th a", "/nhat-ky", "/nhat-ky/xoa?tim=Chi", "/huong-dan", "/huong-dan > main a[href^='/huong-dan/']",
            ]),
        ["establishments"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/co-so", Establishment, $"{Establishment} > main a[href$='/sua']", $"{Establishment} > main a[href*='/dong/dia-diem?']", $"{Establishment} > main a[href$='/dong/so-lieu-nam']",
                $"{Establishment} > main a[href$='/dong/dong-y']", $"{Establishment} > main a[href$='/tai-khoan']", $"{Establishment} > main a[href$='/yeu-cau-du-lieu']", "/co-so/them", "/co-so/nhap-excel", "/co-so/nghi-trung",
                "/co-so/khong-trung", "/co-so/san-pham-cua-tinh", "/yeu-cau-du-lieu",
            ]),
        ["clusters"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/cum-cong-nghiep", Cluster, $"{Cluster} > main a[href$='/sua']", $"{Cluster} > main a[href$='/so-lieu']", "/cum-cong-nghiep/them", "/cum-cong-nghiep/di-doi",
                "/cum-cong-nghiep/di-doi > main tbody th a", $"{Establishment} > main a[href$='/di-doi']", "/khao-sat", "/khao-sat/mo",
            ]),
        ["norms"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/dinh-muc", "/dinh-muc > section:not(#chua-nhap) tbody th a", "/dinh-muc/nhap", "/dinh-muc/giay-to", "/dinh-muc/giay-to/nhap", "/dinh-muc/giay-to > #danh-muc tbody th a", "/dinh-muc/tu-kiem-tra",
                "/dinh-muc/tu-kiem-tra?doi-tuong=HouseholdBusiness&xa=22453&che-do=National&dong[0].Kind=machines&dong[0].Cost=740.000.000&dong[0].Requested=600.000.000",
            ]),
        ["projects"] = (
            Accounts.KhanhHoaSpecialist,
            [
                "/de-an", "/de-an?trang-thai=Filed > main tbody th a", "/de-an?trang-thai=Filed > main tbody th a > main a[href*='viec=ReturnForMore']", "/de-an?trang-thai=Received > main tbody th a",
                "/de-an/lap", "/de-an/ho-tro-khac",
            ]),
        ["owner"] = (
            Accounts.KhanhHoaOwner,
            ["/", "/theo-doi", "/co-so", "/co-so > main tbody th a", "/de-an", "/de-an?trang-thai=AwaitingMore > main tbody th a", "/de-an?trang-thai=AwaitingMore > main tbody th a > main a[href$='/sua']"]),
        ["commune"] = (Accounts.CamLamOfficer, ["/", "/co-so", "/co-so/them", "/de-an", "/de-an?trang-thai=Draft > main tbody th a", "/de-an?trang-thai=Draft > main tbody th a > main a[href$='/sua']", "/de-an/lap", "/du-toan/de-nghi", "/quy-trinh/lap"]),
        ["commune-programme"] = (
            Accounts.CamLamOfficer,
            [CommuneProgramme, $"{CommuneProgramme} > .tabs a[href$='/mau-thuan']", $"{CommuneProgramme} > .tabs a[href$='/mau-thuan'] > section.card[id] h2 a", $"{CommuneProgramme} > main a[href$='/sua']", "/chuong-trinh/nhap-moi"]),
        ["ministry"] = (Accounts.Ministry, ["/", "/so-sanh", "/ket-qua", "/khong-co-trang-nay"]),
    };

    /// <summary>All of them, or those that KHUYENCONG_TEST_WALKS names, separated by commas.</summary>
    public static TheoryData<string> Names => [.. Walks.Keys.Where(walk => Environment.GetEnvironmentVariable("KHUYENCONG_TEST_WALKS")?.Split(',').Contains(walk) ?? true)];

    [Fact]
    public async Task AFaintText_AFieldWithoutName_AndAPageTooWide_AreTold()
    {
        var page = await NewPageAsync();
        await page.SetContentAsync("""<html lang="vi"><title>Lỗi</title><main><p style="color: #ccc; background: #fff">Mờ</p><input><div style="width: 3000px">Rộng</div></main>""");

        var faults = await page.JudgeAsync("faults");

        foreach (var look in new[] { "desk-light", "phone-dark" })
        {
            faults.ShouldContain(fault => fault.Contains($"{look}: color-contrast"));
            faults.ShouldContain(fault => fault.Contains($"{look}: label"));
            faults.ShouldContain(fault => fault.Contains($"{look}: sticks out"));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task EveryPage_CanBeReadByEveryone(string walk)
    {
        var (user, stops) = Walks[walk];
        var page = await NewPageAsync();
        var faults = new List<string>();

        if (user is not null)
        {
            await page.SignInAsync(user);
        }

        var way = new Walk(page, stops);
        foreach (var (stop, number) in stops.Select((stop, index) => (stop, index + 1)))
        {
            if (!await way.ReachesAsync(stop))
            {
                faults.Add($"{stop}: a link on the way is missing, at {page.Url}");
                continue;
            }

            faults.AddRange(await page.JudgeAsync($"{walk}-{number:00}", shell: number == 1));

            await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        }

        faults.ShouldBeEmpty();
    }
}
