using KhuyenCong.EndToEnd.Soak;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>What the kill loops found once: two misfortunes at a time.</summary>
public sealed class DraftRecoveryTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string KeptHere = "nội dung đang được giữ trên máy này";

    private readonly KillableBrowser killable = new(chromium, application.Url);

    [Fact]
    public async Task NetworkGone_ThenBrowserKilled_WhatTheMachineKeepsIsBack()
    {
        const string target = "Nhãn hiệu sản phẩm được hỗ trợ đăng ký";
        await using var browser = killable;
        await browser.OpenAsync();
        await browser.Page.SignInAsync(Accounts.KhanhHoaSpecialist);
        await browser.Page.OpensTheFormForAsync(target);
        await browser.Page.Context.SetOfflineAsync(true);
        await TypesAsync(browser.Page, "Nhãn hiệu yến sào (dữ liệu minh họa)");
        await browser.Page.SeesAsync(KeptHere);
        await browser.KillAsync();

        await browser.OpenAsync();
        await browser.Page.SignInAsync(Accounts.KhanhHoaSpecialist);
        await browser.Page.OpensTheFormForAsync(target);
        await HoldsAsync(browser.Page, "Nhãn hiệu yến sào (dữ liệu minh họa)");
    }

    [Fact]
    public async Task FormOpenedWhileTheServerFails_AsksForItsDraftAgain()
    {
        const string target = "Phòng trưng bày sản phẩm được hỗ trợ";
        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.KhanhHoaSpecialist);
        await page.OpensTheFormForAsync(target);
        await TypesAsync(page, "Phòng trưng bày Vạn Ninh (dữ liệu minh họa)");
        await Assertions.Expect(page.Locator(".draft-state")).ToContainTextAsync("Đã lưu nháp");

        var failures = 0;
        await page.RouteAsync("**/ban-nhap/**", route => ++failures <= 2 ? route.AbortAsync() : route.ContinueAsync());
        await page.OpensTheFormForAsync(target);
        await HoldsAsync(page, "Phòng trưng bày Vạn Ninh (dữ liệu minh họa)");
        failures.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task TypedHereOffline_ThenElsewhere_TheLaterOneStands()
    {
        const string target = "Cẩm nang phổ biến chính sách";
        var here = await NewPageAsync();
        await here.SignInAsync(Accounts.KhanhHoaSpecialist);
        await here.OpensTheFormForAsync(target);
        await here.Context.SetOfflineAsync(true);
        await TypesAsync(here, "Cẩm nang, bản đầu (dữ liệu minh họa)");
        await here.SeesAsync(KeptHere);
        await here.CloseAsync();

        var elsewhere = await NewPageAsync();
        await elsewhere.SignInAsync(Accounts.KhanhHoaSpecialist);
        await elsewhere.OpensTheFormForAsync(target);
        await TypesAsync(elsewhere, "Cẩm nang, bản sau (dữ liệu minh họa)");
        await Assertions.Expect(elsewhere.Locator(".draft-state")).ToContainTextAsync("Đã lưu nháp");

        await here.Context.SetOfflineAsync(false);
        var again = await here.Context.NewPageAsync();
        await again.OpensTheFormForAsync(target);
        await again.Locator("form[data-draft-on='restored']").WaitForAsync();
        await HoldsAsync(again, "Cẩm nang, bản sau (dữ liệu minh họa)");
        await again.WaitForFunctionAsync(Kept.Nothing);
    }

    private static Task TypesAsync(IPage page, string title) => page.Locator("[name='Form.Title']").FillAsync(title);

    private static Task HoldsAsync(IPage page, string title) =>
        Assertions.Expect(page.Locator("[name='Form.Title']")).ToHaveValueAsync(title);
}
