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

        await page.GoesToAsync("Chương trình");
        await page.FollowsFirstAsync("main tbody th a");
        await page.SeesAsync("524/QĐ-UBND");
        await KeepAsync(page, "chuong-trinh");
        await page.OpensTheFormForAsync("Hội nghị, hội thảo tập huấn cho cơ sở CNNT");
        await page.Locator("[name='Form.Title']").FillAsync("Tập huấn quản lý chất lượng (dữ liệu minh họa)");
        await page.Locator("[name='Form.AchievedOn']").FillAsync(Hands.Today.Text());
        await KeepAsync(page, "ghi-nhan-ket-qua");
        await page.GoesToAsync("Tổ chức");
        await page.SeesHeadingAsync("Tổ chức");
        await KeepAsync(page, "to-chuc");
    }

    private static Task<byte[]> KeepAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
}
