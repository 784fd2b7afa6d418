namespace KhuyenCong.EndToEnd.Steps;

/// <summary>How a commune officer enters a household business and files a project for it.</summary>
public static class HouseholdFiling
{
    public static async Task RegistersHouseholdAsync(this IPage page, string name)
    {
        await page.GotoAsync("/co-so/them");
        await page.WritesAsync("Tên cơ sở", name);
        await page.ChoosesAsync("Loại hình", "Hộ kinh doanh");
        await page.WritesAsync("Ngành nghề, sản phẩm chính", "Chả cá");
        await page.WritesAsync("Số điện thoại", "0000 000 771");
        await page.PressesAsync("Lưu cơ sở");
        await page.SeesAsync("Đã lưu cơ sở");
    }

    public static async Task<string> FilesForHouseholdAsync(this IPage page, string household, string title)
    {
        await page.GotoAsync("/de-an/lap");
        await page.WritesAsync("Tên đề án, nhiệm vụ", title);
        await page.Locator("[name='Form.ContentCode']").SelectOptionAsync("k3");
        await page.WritesAsync("Thêm cơ sở", "cha ca bo ke");
        await page.PressesAsync("Tìm cơ sở");
        await page.GetByRole(AriaRole.Button, new() { Name = household }).ClickAsync();
        // What the registry knows is not asked again.
        await Assertions.Expect(page.Locator("[name='Form.ImplementingUnit']")).ToHaveValueAsync(household);
        await Assertions.Expect(page.Locator("[name='Form.Title']")).ToHaveValueAsync(title);
        await page.FillsAsync(("StartsOn", $"01/03/{Hands.Today.Year + 1}"), ("EndsOn", $"30/09/{Hands.Today.Year + 1}"), ("Year", $"{Hands.Today.Year + 1}"), ("Necessity", "Xay tay, năng suất thấp."),
            ("Lines[0].Content", "Máy xay cá"), ("Lines[0].Unit", "máy"), ("Lines[0].Quantity", "1"), ("Lines[0].UnitPrice", "120 triệu"), ("Lines[0].Amounts[KCDP]", "60 triệu"), ("Lines[0].Amounts[DOIUNG]", "50 triệu"),
            ("Machines[0].Name", "Máy xay cá"), ("Machines[0].Model", "XC-50"), ("Machines[0].Quantity", "1"), ("Machines[0].UnitPrice", "120 triệu"));
        await page.Locator("[name='Form.ProgrammeContent']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("[name='Form.Lines[0].KindCode']").SelectOptionAsync("machines");
        await page.Locator("[name='Form.Machines[0].IsNew']").CheckAsync();
        await page.PressesAsync("Lưu bản nháp");

        await page.SeesHeadingAsync(title);
        var project = new Uri(page.Url).AbsolutePath;
        await page.PressesAsync("Nộp hồ sơ");
        await page.SeesAsync("Chưa thực hiện được, còn 2 điểm cần xử lý");
        await page.ShouldBeAccessibleAsync();

        await page.GotoAsync(project + "/sua");
        await page.FillsAsync(("Lines[0].Amounts[DOIUNG]", "60 triệu"), ("ConsentGivenBy", "Chủ hộ Minh Họa"), ("ConsentGivenOn", Hands.Today.Text()));
        await page.ChoosesAsync("Cách ghi nhận", "Trực tiếp, có người chứng kiến");
        await page.PressesAsync("Lưu hồ sơ");
        await page.SeesAsync("Đã lưu hồ sơ");
        await page.PressesAsync("Nộp hồ sơ");
        await page.SeesAsync("KCDP-");
        await page.SeesAsync("Hồ sơ đang ở Sở Công Thương");
        return project;
    }

    public static async Task FillsAsync(this IPage page, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
        {
            await page.Locator($"[name='Form.{field}']").FillAsync(text);
        }
    }
}
