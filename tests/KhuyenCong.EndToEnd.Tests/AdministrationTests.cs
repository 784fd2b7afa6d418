namespace KhuyenCong.EndToEnd;

/// <summary>An administrator of the province and the pages they keep: accounts, bodies, communes, journal, guide.</summary>
public sealed class AdministrationTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private static readonly (string Path, string Heading, string Picture)[] Pages =
    [
        ("/tai-khoan", "Tài khoản", "accounts"),
        ("/tai-khoan/moi", "Cấp tài khoản", "account-new"),
        ("/tai-khoan/cua-toi", "Tài khoản, bảo mật", "account-mine"),
        ("/tai-khoan/ma-xac-thuc", "Mã xác thực hai bước", "authenticator"),
        ("/to-chuc", "Tổ chức", "organisations"),
        ("/to-chuc/nhiem-vu", "Phân công nhiệm vụ", "duties"),
        ("/to-chuc/moi", "Ghi nhận tổ chức", "organisation-new"),
        ("/dia-ban", "Địa bàn", "territories"),
        ("/dia-ban/22453", "Xã Cam Lâm", "territory"),
        ("/nhat-ky", "Nhật ký", "journal"),
        ("/nhat-ky/xoa?tim=Chi", "Xóa giá trị", "journal-erase"),
        ("/huong-dan/to-chuc", "Tổ chức", "guide"),
    ];

    public static TheoryData<bool, bool> Looks => new() { { false, false }, { true, false }, { false, true } };

    [Theory, MemberData(nameof(Looks))]
    public async Task EveryPage_CanBeReadByEveryone(bool phone, bool dark)
    {
        var page = await NewPageAsync(phone ? Screen.Phone : Screen.Desk, dark);
        await page.SignInAsync("kh.quantri", Accounts.Password);

        foreach (var (path, heading, picture) in Pages)
        {
            await page.GotoAsync(path);
            await page.SeesHeadingAsync(heading);
            await page.PictureAsync($"{picture}-{(phone ? "phone" : "desk")}-{(dark ? "dark" : "light")}");
            await page.ShouldFitAsync();
            await page.ShouldBeAccessibleAsync();
        }
    }

    [Fact]
    public async Task AnOrganisation_IsOpenedFromItsTree()
    {
        var page = await NewPageAsync();
        await page.SignInAsync("kh.quantri", Accounts.Password);
        await page.GotoAsync("/to-chuc");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sở Công Thương" }).First.ClickAsync();
        await page.SeesHeadingAsync("Lịch sử");
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync("organisation-desk-light");
    }
}
