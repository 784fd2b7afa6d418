namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>The Sở opens a survey; a commune officer fills sheets on a phone, and a finished sheet is the establishment's year.</summary>
[Collection(AsideFromTheOthers.Name)]
public sealed class SurveyTests(OwnApplication application, Chromium chromium) : Journey(application, chromium)
{
    private const string Title = "Khảo sát cơ sở CNNT (dữ liệu minh họa)";

    [Fact]
    public async Task OpenedByTheDepartment_FilledOnAPhone_ProgressSeen()
    {
        var officer = await NewPageAsync();
        await officer.SignInAsync(Accounts.KhanhHoaSpecialist);
        var round = await OpensAsync(officer);

        var commune = await NewPageAsync(Screen.Phone);
        await commune.SignInAsync(Accounts.CamLamOfficer);
        await commune.FollowsAsync("Điền phiếu: " + Title);
        await JudgeAsync(commune, "survey-sheets");
        await FillsAsync(commune);

        await officer.GotoAsync(round);
        await Assertions.Expect(officer.Locator("#tien-do tbody tr").Filter(new() { HasText = "Cam Lâm" })).ToContainTextAsync("Đang làm");
        await JudgeAsync(officer, "survey-progress");
        await officer.GotoAsync("/co-so?tim=moc+binh+minh");
        await officer.FollowsFirstAsync("#co-so tbody th a");
        await officer.SeesAsync("Điền phiếu khảo sát của cơ sở", "#lich-su");
        await officer.SeesAsync("1.620.000.000");
    }

    private static async Task<string> OpensAsync(IPage page)
    {
        await page.GoesToAsync("Khảo sát cơ sở");
        await page.FollowsAsync("Mở đợt khảo sát");
        await page.PressesAsync("Mở đợt khảo sát");
        await page.SeesAsync("Chưa mở được");
        await page.WritesAsync("Tên đợt", Title);
        await page.WritesAsync("Hạn hoàn thành", Hands.Today.AddDays(30).Text());
        await JudgeAsync(page, "survey-open");
        await page.PressesAsync("Mở đợt khảo sát");
        await page.SeesHeadingAsync(Title);
        await page.SeesAsync("Đang khảo sát");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>What is known stands there already; the year before stands beside it.</summary>
    private static async Task FillsAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Điền phiếu của Cơ sở mộc Bình Minh" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Số lao động bình quân")).ToHaveValueAsync("9");
        await page.WritesAsync("Số lao động bình quân", "11");
        await page.WritesAsync("Tổng doanh thu", "1.620.000.000");
        await page.WritesAsync("Nhu cầu hỗ trợ", "Máy hút bụi");
        await Assertions.Expect(page.Locator(".draft-state")).ToContainTextAsync("Đã lưu nháp");
        await JudgeAsync(page, "survey-sheet");
        await page.PressesAsync("Lưu phiếu");
        await page.SeesAsync("Đã lưu phiếu của Cơ sở mộc Bình Minh");
        await Assertions.Expect(page.Locator("#phieu")).Not.ToContainTextAsync("Cơ sở mộc Bình Minh");
    }

    private static async Task JudgeAsync(IPage page, string picture)
    {
        await page.ShouldBeAccessibleAsync();
        await page.ShouldFitAsync();
        await page.PictureAsync(picture);
    }
}
