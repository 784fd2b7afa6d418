namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>A council with a member who must withdraw: from the session to what the writer reads.</summary>
public sealed class AppraisalTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Title = "Ứng dụng máy sấy lạnh xoài (dữ liệu minh họa)";
    private const string Council = "Hội đồng thẩm định đề án (dữ liệu minh họa)";

    [Fact]
    public async Task ACouncilJudges_WithoutTheMemberWhoseUnitWroteIt_AndTheWriterReadsTheOutcome()
    {
        var officer = await NewPageAsync();
        await officer.SignInAsync(Accounts.KhanhHoaSpecialist);
        await officer.GotoAsync("/de-an?tim=may+say+lanh");
        await officer.FollowsAsync(Title);
        await officer.FollowsAsync("Chuyển thẩm định");
        await officer.PressesAsync("Chuyển thẩm định");
        await officer.SeesAsync("Hồ sơ chờ giao thẩm định");

        await EstablishesAsync(officer);
        await officer.FollowsAsync("Triệu tập phiên họp");
        await officer.WritesAsync("Địa điểm", "Phòng họp số 1");
        await officer.GetByLabel(Title).CheckAsync();
        await officer.PressesAsync("Triệu tập phiên họp");
        await officer.SeesAsync("thuộc đơn vị lập hồ sơ");
        var session = new Uri(officer.Url).AbsolutePath;
        await officer.PressesAsync("Kết thúc, mở phiếu");
        await officer.SeesAsync("chưa đủ số phiếu");
        await officer.PictureAsync("appraisal-no-quorum");

        var centre = await NewPageAsync();
        await centre.SignInAsync(Accounts.KhanhHoaCentre);
        await centre.GotoAsync(session);
        await centre.FollowsAsync(Title);
        await centre.SeesAsync("Bạn rút khỏi hồ sơ này");

        var leader = await NewPageAsync();
        await leader.SignInAsync(Accounts.KhanhHoaLeader);
        await VotesAsync(leader);
        var finance = await NewPageAsync(Screen.Phone);
        await finance.SignInAsync(Accounts.KhanhHoaFinance);
        await VotesAsync(finance);
        await finance.ShouldFitAsync();
        await finance.ShouldBeAccessibleAsync();
        await finance.PictureAsync("appraisal-voted-phone");

        await officer.GotoAsync(session);
        await officer.PressesAsync("Kết thúc, mở phiếu");
        await officer.SeesAsync("Đã mở phiếu");
        await leader.GotoAsync("/");
        await leader.FollowsAsync("Ký kết quả: " + Title);
        await leader.WritesAsync("Lý do, ý kiến của hội đồng", "Hội đồng thống nhất, đề án phù hợp");
        await leader.PressesAsync("Ký kết quả");
        await leader.FollowsAsync("Kết luận");
        await leader.PressesAsync("Kết luận");
        await leader.SeesAsync("Đã kết luận");
        await leader.PictureAsync("appraisal-concluded");

        await centre.GotoAsync("/de-an?tim=may+say+lanh");
        await centre.FollowsAsync(Title);
        await centre.SeesAsync("Thẩm định đạt");
        await centre.SeesAsync("Hội đồng thống nhất, đề án phù hợp");
        await centre.SeesNothingOfAsync("Ý kiến riêng của thành viên");
    }

    private static async Task EstablishesAsync(IPage page)
    {
        await page.GotoAsync("/tham-dinh/hoi-dong/lap");
        await page.WritesAsync("Tên hội đồng", Council);
        await page.WritesAsync("Số quyết định", "15/QĐ-SCT");
        await page.WritesAsync("Ngày quyết định", Hands.Today.Text());
        await page.WritesAsync("Người ký", "Giám đốc Minh Họa");
        (string Person, string Role)[] members = [("Trần Minh Họa", "Chủ tịch"), ("Lê Minh Họa", "Thư ký"), ("Võ Minh Họa", "Ủy viên"), ("Phạm Minh Họa", "Ủy viên")];
        foreach (var (row, (person, role)) in members.Index())
        {
            var choice = page.Locator($"select[name='Form.Members[{row}].Person']");
            await choice.SelectOptionAsync(await choice.Locator("option", new() { HasText = person }).GetAttributeAsync("value") ?? "");
            await page.Locator($"select[name='Form.Members[{row}].Role']").SelectOptionAsync(new SelectOptionValue { Label = role });
        }

        await page.PressesAsync("Lập hội đồng");
        await page.SeesHeadingAsync(Council);
    }

    private static async Task VotesAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.FollowsAsync("Cho ý kiến: " + Title);
        await page.GetByLabel("Không có", new() { Exact = true }).CheckAsync();
        await page.PressesAsync("Khai");
        await page.SeesAsync("Đã khai: không có liên quan");
        foreach (var content in await page.GetByLabel("Đạt yêu cầu", new() { Exact = true }).AllAsync())
        {
            await content.CheckAsync();
        }

        await page.ChoosesAsync("Kết quả", "Đạt");
        await page.WritesAsync("Ý kiến chung, lý do", "Ý kiến riêng của thành viên");
        await page.PressesAsync("Gửi phiếu");
        await page.SeesAsync("Đã gửi phiếu");
    }
}
