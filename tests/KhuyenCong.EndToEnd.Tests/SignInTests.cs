namespace KhuyenCong.EndToEnd;

/// <summary>A specialist of the Sở Công Thương, with the sample account that the sign-in page shows in Development.</summary>
public sealed class SignInTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    public const string Specialist = "kh.chuyenvien";
    public const string Password = "Thu-nghiem-2026";

    [Fact]
    public async Task Specialist_ArrivesAtTheirOwnWork()
    {
        var page = await NewPageAsync();

        await page.SignInAsync(Specialist, Password);
        await page.GotoAsync("/");

        await page.SeesHeadingAsync("Việc của tôi");
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync("my-work");
    }

    [Fact]
    public async Task WrongPassword_IsRefusedInWords_AndTheNameStays()
    {
        var page = await NewPageAsync(Screen.Phone);

        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync("khong.co.ai");
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync("sai-mat-khau-2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Tên đăng nhập")).ToHaveValueAsync("khong.co.ai");
        await page.ShouldBeAccessibleAsync();
    }
}
