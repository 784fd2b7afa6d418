namespace KhuyenCong.EndToEnd;

/// <summary>A visitor who has no account yet.</summary>
public sealed class FirstLookTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    public static TheoryData<bool, bool> Looks => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory, MemberData(nameof(Looks))]
    public async Task HomeAndSignIn_CanBeReadByEveryone(bool phone, bool dark)
    {
        var page = await NewPageAsync(phone ? Screen.Phone : Screen.Desk, dark);
        var look = $"{(phone ? "phone" : "desk")}-{(dark ? "dark" : "light")}";

        await page.GotoAsync("/");
        await page.SeesHeadingAsync("Khuyến");
        await page.ShouldFitAsync();
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync($"home-{look}");

        await page.GotoAsync("/dang-nhap");
        await Assertions.Expect(page.GetByLabel("Tên đăng nhập")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Mật khẩu", new() { Exact = true })).ToBeVisibleAsync();
        await page.ShouldFitAsync();
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync($"sign-in-{look}");
    }

    [Fact]
    public async Task WithoutScript_TheSignInPageStillWorks()
    {
        var page = await NewPageAsync(script: false);

        await page.GotoAsync("/dang-nhap");

        await Assertions.Expect(page.GetByLabel("Tên đăng nhập")).ToBeVisibleAsync();
    }
}
