namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>A specialist of another province: their own programme, and not a trace of Khánh Hòa's.</summary>
public sealed class OtherProvinceTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    [Fact]
    public async Task SeesTheirOwnProgramme_AndCannotReachKhanhHoas()
    {
        var neighbour = await NewPageAsync();
        await neighbour.SignInAsync(Accounts.KhanhHoaSpecialist);
        var foreign = await AddressesAsync(neighbour);

        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.DongNaiSpecialist);
        await page.GoesToAsync("Chương trình");
        await page.FollowsFirstAsync("main tbody th a");
        await page.SeesAsync("33/QĐ-UBND");
        await Assertions.Expect(page.Locator("#chi-tieu tbody th[scope=row]")).ToHaveCountAsync(13);
        await page.FollowsFirstAsync(".tabs a[href$='/mau-thuan']");
        await page.SeesAsync("Không phát hiện mâu thuẫn nào");

        foreach (var address in foreign)
        {
            await page.FindsNothingAtAsync(address);
            await page.SeesNothingOfAsync("Khánh Hòa");
        }
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(IPage page)
    {
        await page.GotoAsync("/chuong-trinh");
        var programme = await page.HrefAsync("main tbody th a");
        await page.GotoAsync(programme + "/mau-thuan");
        var contradiction = await page.HrefAsync("section.card[id] h2 a");
        await page.GotoAsync(programme);
        var target = await page.HrefAsync("#chi-tieu tbody th a");
        var result = await page.RecordsAResultAsync("Đoàn trao đổi, học tập kinh nghiệm trong nước", "Đoàn học tập mô hình sản xuất sạch hơn (dữ liệu minh họa)");
        return
        [
            programme, programme + "/mau-thuan", programme + "/kinh-phi", programme + "/chi-so", programme + "/phien-ban", programme + "/phien-ban/1",
            programme + "/xuat-excel", programme + "/sua", contradiction, target, result, result + "/rut",
        ];
    }
}

/// <summary>The Ministry: every province beside the other, and none of their work.</summary>
public sealed class MinistryTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    [Fact]
    public async Task ComparesBothProvinces_AndLooksIntoOne()
    {
        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.Ministry);

        await page.GoesToAsync("So sánh các tỉnh");
        await page.SeesAsync("524/QĐ-UBND");
        await page.SeesAsync("33/QĐ-UBND");
        await page.SeesAsync("36.383.000.000 đ");
        await page.SeesAsync("55.750.000.000 đ");
        await page.SeesAsync("không công bố");

        await page.GetByRole(AriaRole.Button, new() { Name = "Khánh Hòa" }).ClickAsync();
        await page.SeesAsync("524/QĐ-UBND");
        await Assertions.Expect(page.Locator("#chi-tieu tbody th[scope=row]")).ToHaveCountAsync(25);
        await page.IsNotOfferedAsync("Ghi nhận kết quả");
        await page.IsNotOfferedAsync("Điều chỉnh");
    }
}

/// <summary>Anybody, without an account.</summary>
public sealed class VisitorTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    [Fact]
    public async Task ReadsAPublishedProgramme_AndFindsTheWayToSignIn()
    {
        var page = await NewPageAsync(Screen.Phone);
        await page.GotoAsync("/");
        await page.Locator("main tbody tr").Filter(new() { HasText = "524/QĐ-UBND" }).GetByRole(AriaRole.Link).ClickAsync();

        await page.SeesAsync("36.383.000.000");
        await page.SeesAsync("Phóng sự khuyến công truyền hình");
        await page.ShouldFitAsync();

        await page.FollowsAsync("Đăng nhập", "header");
        await Assertions.Expect(page.GetByLabel("Tên đăng nhập")).ToBeVisibleAsync();
        await page.GotoAsync("/ket-qua");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/dang-nhap"));
    }

    [Fact]
    public async Task WithoutScript_TheSignInPageStillWorks()
    {
        var page = await NewPageAsync(script: false);

        await page.SignInAsync(Accounts.KhanhHoaFinance);

        await page.SeesHeadingAsync("Việc của tôi");
    }
}
