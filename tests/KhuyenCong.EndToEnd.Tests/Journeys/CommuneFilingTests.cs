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
        await RegistersAsync(commune);
        var establishment = new Uri(commune.Url).AbsolutePath;
        var project = await FilesAsync(commune);

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

    private static async Task RegistersAsync(IPage page)
    {
        await page.GotoAsync("/co-so/them");
        await page.WritesAsync("Tên cơ sở", Household);
        await page.ChoosesAsync("Loại hình", "Hộ kinh doanh");
        await page.WritesAsync("Ngành nghề, sản phẩm chính", "Chả cá");
        await page.WritesAsync("Số điện thoại", "0000 000 771");
        await page.PressesAsync("Lưu cơ sở");
        await page.SeesAsync("Đã lưu cơ sở");
    }

    private static async Task<string> FilesAsync(IPage page)
    {
        await page.GotoAsync("/de-an/lap");
        await page.WritesAsync("Tên đề án, nhiệm vụ", Title);
        await page.Locator("[name='Form.ContentCode']").SelectOptionAsync("k3");
        await page.WritesAsync("Thêm cơ sở", "cha ca bo ke");
        await page.PressesAsync("Tìm cơ sở");
        await page.GetByRole(AriaRole.Button, new() { Name = Household }).ClickAsync();
        // What the registry knows is not asked again.
        await Assertions.Expect(page.Locator("[name='Form.ImplementingUnit']")).ToHaveValueAsync(Household);
        await Assertions.Expect(page.Locator("[name='Form.Title']")).ToHaveValueAsync(Title);
        await FillsAsync(page, ("StartsOn", $"01/03/{Hands.Today.Year + 1}"), ("EndsOn", $"30/09/{Hands.Today.Year + 1}"), ("Year", $"{Hands.Today.Year + 1}"), ("Necessity", "Xay tay, năng suất thấp."),
            ("Lines[0].Content", "Máy xay cá"), ("Lines[0].Unit", "máy"), ("Lines[0].Quantity", "1"), ("Lines[0].UnitPrice", "120 triệu"), ("Lines[0].Amounts[KCDP]", "60 triệu"), ("Lines[0].Amounts[DOIUNG]", "50 triệu"),
            ("Machines[0].Name", "Máy xay cá"), ("Machines[0].Model", "XC-50"), ("Machines[0].Quantity", "1"), ("Machines[0].UnitPrice", "120 triệu"));
        await page.Locator("[name='Form.Lines[0].KindCode']").SelectOptionAsync("machines");
        await page.Locator("[name='Form.Machines[0].IsNew']").CheckAsync();
        await page.PressesAsync("Lưu bản nháp");

        await page.SeesHeadingAsync(Title);
        var project = new Uri(page.Url).AbsolutePath;
        await page.PressesAsync("Nộp hồ sơ");
        await page.SeesAsync("Chưa thực hiện được, còn 2 điểm cần xử lý");
        await page.ShouldBeAccessibleAsync();

        await page.GotoAsync(project + "/sua");
        await FillsAsync(page, ("Lines[0].Amounts[DOIUNG]", "60 triệu"), ("ConsentGivenBy", "Chủ hộ Minh Họa"), ("ConsentGivenOn", Hands.Today.Text()));
        await page.ChoosesAsync("Cách ghi nhận", "Trực tiếp, có người chứng kiến");
        await page.PressesAsync("Lưu hồ sơ");
        await page.SeesAsync("Đã lưu hồ sơ");
        await page.PressesAsync("Nộp hồ sơ");
        await page.SeesAsync("KCDP-");
        await page.SeesAsync("Hồ sơ đang ở Sở Công Thương");
        return project;
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
        await FillsAsync(commune, ("Lines[0].Basis", "Hai báo giá (dữ liệu minh họa)"));
        await commune.PressesAsync("Lưu hồ sơ");
        await commune.AttachesAsync("Tệp", "bao-gia-2.png", Files.Png, Files.Photo("báo giá"));
        await commune.WritesAsync("Tên giấy tờ khác", "Báo giá thứ hai");
        await commune.PressesAsync("Kèm giấy tờ");
        await commune.SeesAsync("bao-gia-2.png");
        await commune.PressesAsync("Nộp bổ sung");
        await commune.SeesAsync("Hồ sơ đang ở Sở Công Thương");
    }

    private static async Task FillsAsync(IPage page, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
        {
            await page.Locator($"[name='Form.{field}']").FillAsync(text);
        }
    }

    private static async Task JudgeAsync(IPage page, string picture)
    {
        await page.ShouldFitAsync();
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync(picture);
    }
}
