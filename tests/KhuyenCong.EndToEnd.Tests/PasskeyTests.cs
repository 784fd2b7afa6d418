namespace KhuyenCong.EndToEnd;

/// <summary>A person registers a passkey and signs in with it, with an authenticator that Chromium plays.</summary>
public sealed class PasskeyTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    [Fact]
    public async Task Passkey_IsRegistered_AndOpensTheDoor()
    {
        var page = await NewPageAsync();
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await page.SignInAsync("dn.lanhdao", Accounts.Password);
        await page.GotoAsync("/tai-khoan/khoa-truy-cap");
        await page.GetByLabel("Tên khóa").FillAsync("Máy ở cơ quan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng ký khóa truy cập" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Máy ở cơ quan" })).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/dang-nhap?ve=/tai-khoan/cua-toi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();

        await page.SeesHeadingAsync("Tài khoản, bảo mật");
        await Assertions.Expect(page.GetByText("dn.lanhdao").First).ToBeVisibleAsync();
    }
}
