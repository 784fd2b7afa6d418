namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>A specialist of the Sở Công Thương of Khánh Hòa, from the first screen to the proof of a result.</summary>
public sealed class SpecialistTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Reportage = "Phóng sự khuyến công truyền hình";

    [Fact]
    public async Task ExplainsAContradiction_RecordsAResultWithItsProof_AndTakesTheWorkbookAway()
    {
        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.KhanhHoaSpecialist);
        await page.SeesHeadingAsync("Việc của tôi");
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Giải trình:" })).ToHaveCountAsync(3);

        var programme = await OpensTheProgrammeAsync(page);
        await ExplainsTheGapAsync(page, programme);
        var result = await RecordsAsync(page, programme);
        await TakesTheWorkbooksAwayAsync(page, programme);
        await IsRefusedTheSameAgainAsync(page, programme, result);
    }

    private static async Task<string> OpensTheProgrammeAsync(IPage page)
    {
        await page.GoesToAsync("Chương trình");
        await page.FollowsFirstAsync("main tbody th a");

        await page.SeesAsync("524/QĐ-UBND");
        await Assertions.Expect(page.Locator("#chi-tieu tbody th[scope=row]")).ToHaveCountAsync(25);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task ExplainsTheGapAsync(IPage page, string programme)
    {
        await page.FollowsFirstAsync(".tabs a[href$='/mau-thuan']");
        await page.SeesAsync("3 do đối chiếu phát hiện, 3 chờ giải trình");
        var explain = page.GetByRole(AriaRole.Link, new() { Name = "Giải trình", Exact = true });
        await Assertions.Expect(explain).ToHaveCountAsync(3);

        await page.Locator("section.card").Filter(new() { Has = explain, HasText = "300.000" }).Locator(explain).ClickAsync();
        await page.SeesAsync("36.383.000.000");
        await page.SeesAsync("36.383.300.000");
        await page.WritesAsync("Nội dung giải trình", "Tổng kinh phí được làm tròn đến triệu đồng khi soạn thảo; áp dụng tổng của các nguồn (dữ liệu minh họa).");
        await page.WritesAsync("Số văn bản giải trình", "45/SCT-QLCN");
        await page.WritesAsync("Ngày văn bản", Hands.Today.Text());
        await page.WritesAsync("Người ký", "Trần Minh Họa");
        await page.PressesAsync("Ghi giải trình");

        await page.SeesAsync("Đã ghi giải trình");
        await page.SeesAsync("45/SCT-QLCN", "#lich-su");
        await page.GotoAsync(programme + "/mau-thuan");
        await page.SeesAsync("3 do đối chiếu phát hiện, 2 chờ giải trình");
    }

    private static async Task<string> RecordsAsync(IPage page, string programme)
    {
        await page.GotoAsync(programme);
        await page.FollowsAsync(Reportage, "#chi-tieu");
        await page.SeesHeadingAsync(Reportage);
        await page.SeesAsync("0 / 39 phóng sự");
        await page.FollowsAsync("Ghi nhận kết quả");
        await FillsAsync(page);
        await page.AttachesAsync("Tệp minh chứng", "phat-song.png", Files.Png, Files.Photo("phát sóng"));
        await page.PressesAsync("Ghi nhận kết quả");

        await page.SeesAsync("Đã ghi nhận kết quả.");
        await page.SeesAsync("đã đạt 1 trên");
        await page.SeesAsync("12.000.000 đ");
        await page.SeesAsync("phat-song.png");
        await page.SeesAsync("Ghi nhận kết quả", "#lich-su");
        await page.SeesAsync("Lê Minh Họa", "#lich-su");
        var result = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync(programme);
        await page.FollowsAsync(Reportage, "#chi-tieu");
        await page.SeesAsync("1 / 39 phóng sự");
        await page.SeesAsync("Làng nghề đan lát trên sóng truyền hình");
        return result;
    }

    private static async Task FillsAsync(IPage page)
    {
        await page.WritesAsync("Tên ấn phẩm, bản tin, phóng sự", "Làng nghề đan lát trên sóng truyền hình (dữ liệu minh họa)");
        await page.WritesAsync("Ngày đạt", Hands.Today.Text());
        await page.WritesAsync("Số, kỳ phát hành", "số 1/2026");
        await page.Locator("input[name^='Form.Amounts']").First.FillAsync("12 triệu");
    }

    private static async Task TakesTheWorkbooksAwayAsync(IPage page, string programme)
    {
        await page.GotoAsync(programme);
        var dashboard = Files.Cells(await page.DownloadsAsync("Xuất Excel"));
        dashboard.ShouldContain(cell => cell.Contains(Reportage, StringComparison.Ordinal));
        dashboard.ShouldContain(cell => cell.Contains("36383300000", StringComparison.Ordinal) || cell.Contains("36383000000", StringComparison.Ordinal));

        await page.GoesToAsync("Kết quả");
        await page.WritesAsync("Tìm", "lang nghe dan lat");
        await page.PressesAsync("Lọc");
        await page.SeesAsync("Làng nghề đan lát");
        Files.Cells(await page.DownloadsAsync("Xuất Excel")).ShouldContain(cell => cell.StartsWith("Làng nghề đan lát", StringComparison.Ordinal));
    }

    private static async Task IsRefusedTheSameAgainAsync(IPage page, string programme, string result)
    {
        await page.GotoAsync(programme);
        await page.FollowsAsync(Reportage, "#chi-tieu");
        await page.FollowsAsync("Ghi nhận kết quả");
        await FillsAsync(page);
        await page.PressesAsync("Ghi nhận kết quả");

        await page.SeesAsync("đã được ghi nhận trước đó");
        await Assertions.Expect(page.Locator(".notice-bad a")).ToHaveAttributeAsync("href", result);
        await Assertions.Expect(page.GetByLabel("Số, kỳ phát hành")).ToHaveValueAsync("số 1/2026");
        await page.ShouldBeAccessibleAsync();
    }
}
