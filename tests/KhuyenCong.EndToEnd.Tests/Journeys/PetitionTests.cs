namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>A commune officer with a phone, and the Sở that owes them an answer.</summary>
public sealed class PetitionTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Title = "Chưa có hướng dẫn chọn cơ sở xử lý nước thải (dữ liệu minh họa)";

    [Fact]
    public async Task FiledOnAPhone_ReceivedWithADeadline_Answered_AndReadByTheFiler()
    {
        var commune = await NewPageAsync(Screen.Phone);
        await commune.SignInAsync(Accounts.CamLamOfficer);
        var petition = await FilesAsync(commune);

        var officer = await NewPageAsync();
        await officer.SignInAsync(Accounts.KhanhHoaSpecialist);
        await officer.FollowsAsync("Tiếp nhận: " + Title);
        await officer.FollowsAsync("Tiếp nhận");
        await officer.WritesAsync("Hạn trả lời", Hands.Today.AddDays(10).Text());
        await officer.PressesAsync("Tiếp nhận");
        await officer.SeesAsync("Đang xử lý");
        await officer.FollowsAsync("Trả lời");
        await officer.WritesAsync("Nội dung trả lời", "Xã lập danh sách theo mẫu; Trung tâm khảo sát trong tháng sau.");
        await officer.PressesAsync("Trả lời");
        await officer.SeesAsync("Đã trả lời");

        await commune.GotoAsync(petition);
        await commune.SeesAsync("Trả lời của Sở Công Thương");
        await commune.SeesAsync("Trung tâm khảo sát trong tháng sau");
        await commune.SeesAsync(Hands.Today.AddDays(10).Text());
        await commune.ShouldFitAsync();
        await commune.ShouldBeAccessibleAsync();
        await commune.PictureAsync("petition-answered-phone");
    }

    private static async Task<string> FilesAsync(IPage page)
    {
        await page.GotoAsync("/kien-nghi/gui");
        await page.ShouldFitAsync();
        await page.PressesAsync("Gửi");
        await page.SeesAsync("Chưa gửi được");

        await page.ChoosesAsync("Loại", "Vướng mắc");
        await page.ChoosesAsync("Liên quan đến", "Cơ sở CNNT được hỗ trợ công nghệ, MMTB xử lý nước thải, khí thải (cơ sở)");
        await page.WritesAsync("Tiêu đề", Title);
        await page.GetByLabel("Nội dung", new() { Exact = true }).Last.FillAsync("Xã có bốn cơ sở đủ điều kiện nhưng chưa rõ tiêu chí chọn.");
        await page.WritesAsync("Tên đơn vị hoặc cơ sở", "UBND xã Cam Lâm (dữ liệu minh họa)");
        await page.PressesAsync("Gửi");

        await page.SeesHeadingAsync(Title);
        await page.SeesAsync("Chờ tiếp nhận");
        return new Uri(page.Url).AbsolutePath;
    }
}
