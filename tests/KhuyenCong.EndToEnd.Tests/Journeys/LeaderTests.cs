namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>A leader of the Sở: what was only a warning binds the province from the day a signed document says so.</summary>
public sealed class LeaderTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    [Fact]
    public async Task AdoptsAnUnverifiedRule_AndItsStandingChanges()
    {
        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.KhanhHoaLeader);
        await page.GotoAsync("/quy-dinh?gia-tri=Unverified");
        await page.FollowsFirstAsync("main tbody th a");
        await Assertions.Expect(page.Locator(".page-facts")).ToContainTextAsync("Chưa kiểm chứng");

        await page.FollowsAsync("Xác nhận áp dụng");
        await page.PressesAsync("Xác nhận áp dụng");
        await page.SeesAsync("Chưa xác nhận được");
        await page.ShouldBeAccessibleAsync();

        await page.WritesAsync("Số văn bản", "128/TB-SCT");
        await page.WritesAsync("Ngày ký", Hands.Today.Text());
        await page.WritesAsync("Họ tên người ký", "Trần Minh Họa");
        await page.WritesAsync("Chức vụ người ký", "Giám đốc Sở Công Thương (dữ liệu minh họa)");
        await page.WritesAsync("Áp dụng từ ngày", Hands.Today.Text());
        await page.AttachesAsync("Tệp PDF văn bản đã ký", "128-tb-sct.pdf", Files.Pdf, Files.SignedDocument);
        await page.PressesAsync("Xác nhận áp dụng");

        await page.SeesAsync("Đã xác nhận áp dụng.");
        await page.SeesAsync("Văn bản số 128/TB-SCT");
        await Assertions.Expect(page.Locator(".page-facts")).Not.ToContainTextAsync("Chưa kiểm chứng");
        (await page.DownloadsAsync("Tải văn bản đã ký")).ShouldBe(Files.SignedDocument);
    }
}
