using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>A commune officer files for a household business that has only a telephone; its owner follows it on theirs, and the Sở asks for more.</summary>
public sealed class CommuneFilingTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Household = "Hộ kinh doanh Chả cá Bờ Kè (dữ liệu minh họa)";
    private const string Title = "Ứng dụng máy xay cá trong chế biến chả cá (dữ liệu minh họa)";
    private const string Password = "Chu-Ho-Cha-Ca-2026";

    [Fact]
    public async Task FiledWithConsent_FollowedOnAPhone_ReturnedForNamedSections()
    {
        var commune = await NewPageAsync();
        await commune.SignInAsync(Accounts.CamLamOfficer);
        await commune.RegistersHouseholdAsync(Household);
        var establishment = new Uri(commune.Url).AbsolutePath;
        var project = await commune.FilesForHouseholdAsync(Household, Title);

        var officer = await NewPageAsync();
        await officer.SignInAsync(Accounts.KhanhHoaSpecialist);
        await officer.GotoAsync(establishment + "/tai-khoan");
        await officer.PressesAsync("Đưa cơ sở vào danh mục tổ chức");
        await officer.SeesAsync("Đã đưa cơ sở vào danh mục tổ chức");

        var owner = await NewPageAsync(Screen.Phone);
        await GetsAnAccountAsync(owner);
        await owner.GotoAsync("/de-an");
        await owner.FollowsAsync(Title);
        await owner.SeesAsync("Hồ sơ đang ở Sở Công Thương");
        await JudgeAsync(owner, "owner-filed");

        await ReturnsAsync(officer, project);
        await owner.GotoAsync(project);
        await owner.SeesAsync("Cần bổ sung: Dự toán; Giấy tờ kèm theo");
        await owner.SeesAsync("Báo giá thứ hai còn thiếu");
        await JudgeAsync(owner, "owner-asked-for-more");

        await AnswersAsync(commune, project);
        await owner.GotoAsync(project);
        await owner.SeesAsync("Hồ sơ đang ở Sở Công Thương");
    }

    /// <summary>The administrator gives an account with a password for once; the owner changes it on the phone.</summary>
    private async Task GetsAnAccountAsync(IPage owner)
    {
        var administrator = await NewPageAsync();
        await administrator.SignInAsync(Accounts.KhanhHoaAdministrator);
        await administrator.GotoAsync("/tai-khoan/moi");
        await administrator.WritesAsync("Họ và tên", "Chủ hộ Minh Họa");
        await administrator.WritesAsync("Tên đăng nhập", "kh.chuho");
        await administrator.ChoosesAsync("Đơn vị", Household);
        await administrator.Locator("[name='Entry.Role']").SelectOptionAsync("EstablishmentOwner");
        await administrator.WritesAsync("Văn bản làm căn cứ", "12/QĐ-SCT (dữ liệu minh họa)");
        await administrator.PressesAsync("Cấp tài khoản");
        var once = await administrator.Locator("[data-one-time-password]").InnerTextAsync();

        await owner.SignInAsync("kh.chuho", once);
        await owner.WritesAsync("Mật khẩu hiện tại", once);
        await owner.GetByLabel("Mật khẩu mới", new() { Exact = true }).FillAsync(Password);
        await owner.WritesAsync("Nhập lại mật khẩu mới", Password);
        await owner.PressesAsync("Đổi mật khẩu");
        await owner.SeesAsync("Đã đổi mật khẩu");
    }

    private static async Task ReturnsAsync(IPage officer, string project)
    {
        await officer.GotoAsync("/");
        await officer.FollowsAsync("Tiếp nhận: " + Title);
        await officer.PressesAsync("Tiếp nhận");
        await officer.SeesAsync("Đã tiếp nhận");
        await officer.GotoAsync(project);
        await officer.FollowsAsync("Yêu cầu bổ sung");
        await officer.PressesAsync("Yêu cầu bổ sung");
        await officer.SeesAsync("Chưa thực hiện được, còn 2 điểm cần xử lý");
        await officer.GetByLabel("Dự toán", new() { Exact = true }).CheckAsync();
        await officer.GetByLabel("Giấy tờ kèm theo", new() { Exact = true }).CheckAsync();
        await officer.WritesAsync("Hạn bổ sung", Hands.Today.AddDays(7).Text());
        await officer.WritesAsync("Nội dung cần bổ sung", "Báo giá thứ hai còn thiếu; làm rõ vốn đối ứng.");
        await officer.PressesAsync("Yêu cầu bổ sung");
        await officer.SeesAsync("Hồ sơ đang ở người lập hồ sơ");
    }

    /// <summary>Only what was named is open.</summary>
    private static async Task AnswersAsync(IPage commune, string project)
    {
        await commune.GotoAsync(project);
        await commune.FollowsAsync("Bổ sung hồ sơ");
        await Assertions.Expect(commune.Locator("[name='Form.Lines[0].Content']")).ToHaveValueAsync("Máy xay cá");
        foreach (var closed in (string[])["Form.Title", "Form.Necessity", "Form.Machines[0].Name", "Form.ConsentGivenBy"])
        {
            await Assertions.Expect(commune.Locator($"[name='{closed}']:not([type=hidden])")).ToHaveCountAsync(0);
        }

        await JudgeAsync(commune, "commune-adds");
        await commune.FillsAsync(("Lines[0].Basis", "Hai báo giá (dữ liệu minh họa)"));
        await commune.PressesAsync("Lưu hồ sơ");
        await commune.AttachesAsync("Tệp", "bao-gia-2.png", Files.Png, Files.Photo("báo giá"));
        await commune.WritesAsync("Tên giấy tờ khác", "Báo giá thứ hai");
        await commune.PressesAsync("Kèm giấy tờ");
        await commune.SeesAsync("bao-gia-2.png");
        await commune.PressesAsync("Nộp bổ sung");
        await commune.SeesAsync("Hồ sơ đang ở Sở Công Thương");
    }

    private static async Task JudgeAsync(IPage page, string picture)
    {
        await page.ShouldFitAsync();
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync(picture);
    }
}
