using KhuyenCong.EndToEnd.Journeys;

namespace KhuyenCong.EndToEnd;

/// <summary>The pictures of the user guide, drawn by script/pictures and never by a test run: the people and results in them are invented.</summary>
public sealed class UserGuidePictures(OwnApplication application, Chromium chromium) : Journey(application, chromium), IClassFixture<OwnApplication>
{
    private static readonly string Folder = Path.Combine(Places.Repository, "docs", "user-guide", "hinh");

    private static readonly (string Target, string Title)[] Results =
    [
        ("Đoàn trao đổi, học tập kinh nghiệm trong nước", "Đoàn học tập mô hình sản xuất sạch hơn (dữ liệu minh họa)"),
        ("Phòng trưng bày sản phẩm được hỗ trợ", "Phòng trưng bày tại Nha Trang (dữ liệu minh họa)"),
        ("Nhãn hiệu sản phẩm được hỗ trợ đăng ký", "Nhãn hiệu nước mắm gia truyền (dữ liệu minh họa)"),
    ];

    private const string Programme = "/chuong-trinh > main tbody th a";

    /// <summary>Who shows which page, under the name that the guide calls the picture by.</summary>
    private static readonly (string User, (string Name, string Stop)[] Pictures)[] Desks =
    [
        (Accounts.KhanhHoaSpecialist,
        [
            ("viec-cua-toi", "/"), ("chuong-trinh", Programme), ("chi-tieu", $"{Programme} > #chi-tieu tbody th a"), ("kinh-phi", $"{Programme} > .tabs a[href$='/kinh-phi']"),
            ("chi-so", $"{Programme} > .tabs a[href$='/chi-so']"), ("mau-thuan", $"{Programme} > .tabs a[href$='/mau-thuan']"),
            ("giai-trinh", $"{Programme} > .tabs a[href$='/mau-thuan'] > section.card[id] h2 a"), ("ban-thao", $"{Programme} > main a[href$='/sua']"),
            ("nhap-excel", "/chuong-trinh/nhap-excel"), ("ket-qua", "/ket-qua"), ("mot-ket-qua", "/ket-qua > main tbody th a"), ("gui-kien-nghi", "/kien-nghi/gui"),
            ("cong-khai", $"{Programme} > main a[href$='/cong-khai']"),
        ]),
        (Accounts.KhanhHoaLeader,
        [
            ("van-ban", "/van-ban"), ("quy-dinh", "/quy-dinh"), ("xac-nhan-ap-dung", "/quy-dinh?gia-tri=Unverified > main tbody th a > main a[href$='/xac-nhan']"),
            ("de-xuat-sua-doi", "/de-xuat-sua-doi/lap"), ("to-chuc", "/to-chuc"), ("uy-quyen", "/uy-quyen"), ("nhat-ky", "/nhat-ky"),
        ]),
        (Accounts.KhanhHoaAdministrator, [("tai-khoan", "/tai-khoan"), ("cap-tai-khoan", "/tai-khoan/moi"), ("dia-ban", "/dia-ban")]),
        (Accounts.Ministry, [("so-sanh", "/so-sanh")]),
    ];

    [Fact(Explicit = true)]
    public async Task Draw()
    {
        Directory.CreateDirectory(Folder);
        var page = await NewPageAsync();
        await page.GotoAsync("/dang-nhap");
        await KeepAsync(page, "dang-nhap");
        await page.SignInAsync(Accounts.KhanhHoaSpecialist);

        foreach (var (target, title) in Results)
        {
            await page.RecordsAResultAsync(target, title);
        }

        await page.OpensTheFormForAsync("Hội nghị, hội thảo tập huấn cho cơ sở CNNT");
        await page.Locator("[name='Form.Title']").FillAsync("Tập huấn quản lý chất lượng (dữ liệu minh họa)");
        await page.Locator("[name='Form.AchievedOn']").FillAsync(Hands.Today.Text());
        await KeepAsync(page, "ghi-nhan-ket-qua");

        foreach (var (user, pictures) in Desks)
        {
            var desk = await NewPageAsync();
            await desk.SignInAsync(user);

            foreach (var (name, stop) in pictures)
            {
                (await desk.ReachesAsync(stop)).ShouldBeTrue($"{name}: {stop}");
                await KeepAsync(desk, name);
            }
        }

        var phone = await NewPageAsync(Screen.Phone);
        await phone.SignInAsync(Accounts.CamLamOfficer);
        await phone.GotoAsync("/ket-qua/ghi-nhan");
        await KeepAsync(phone, "dien-thoai");
    }

    private static Task<byte[]> KeepAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
}
