namespace KhuyenCong.EndToEnd;

/// <summary>Somebody at the sign-in page whom nobody knows.</summary>
public sealed class SignInTests(Application application, Chromium chromium) : Journey(application, chromium)
{
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
