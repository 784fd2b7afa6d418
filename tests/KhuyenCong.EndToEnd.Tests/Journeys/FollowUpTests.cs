using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>The owner of a workshop that was supported a year ago is asked, and answers from a telephone; the Sở confirms.</summary>
public sealed class FollowUpTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Workshop = "Công ty TNHH Nước mắm Sóng Biếc (dữ liệu minh họa)";

    [Fact]
    public async Task AfterTwelveMonths_IsAnsweredFromATelephone_AndConfirmed()
    {
        var owner = await PageOfAsync(Accounts.KhanhHoaOwner, Screen.Phone);
        await owner.GotoAsync("/");
        await owner.FollowsFirstAsync("main a[href$='/tra-loi']");
        await owner.SeesHeadingAsync("Trả lời phiếu theo dõi sau 12 tháng");
        var sheet = new Uri(owner.Url).AbsolutePath.Replace("/tra-loi", "", StringComparison.Ordinal);
        (await owner.JudgeAsync("follow-up-answer")).ShouldBeEmpty();
        await owner.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);

        await owner.FillsAsync(("Workers", "46"), ("WorkersBefore", "42"), ("Revenue", "41 tỷ"), ("Difficulties", "Thiếu kho lạnh."));
        await owner.Locator("select[name='Form.Machines[0].Use']").SelectOptionAsync("InUse");
        await owner.AttachesAsync("Chụp ảnh máy", "may.png", Files.Png, Files.Photo("máy sau một năm"));
        await owner.PressesAsync("Gửi phiếu");
        await owner.SeesAsync("Cảm ơn cơ sở đã trả lời.");

        var officer = await PageOfAsync(Accounts.KhanhHoaSpecialist);
        await officer.GotoAsync(sheet);
        await officer.SeesAsync("41.000.000.000");
        await officer.Locator("select[name='Purpose']").SelectOptionAsync("Right");
        await officer.PressesAsync("Xác nhận");
        await officer.SeesAsync("Đã xác nhận");
        await officer.GotoAsync("/co-so?tim=nước+mắm+sóng+biếc");
        await officer.FollowsAsync(Workshop);
        await officer.SeesAsync("Kinh phí được sử dụng đúng mục đích");
    }
}
