namespace KhuyenCong.EndToEnd.Steps;

/// <summary>How a local norm comes into the books: entered from a resolution, then adopted with a signed paper.</summary>
public static class LocalNorms
{
    public static async Task<string> EntersNormAsync(this IPage page, string resolution, string percent, string most)
    {
        await page.GotoAsync("/van-ban/nhap");
        await page.ChoosesAsync("Loại văn bản", "Nghị quyết");
        await page.WritesAsync("Số, ký hiệu", resolution);
        await page.WritesAsync("Ngày ban hành", "02/01/2026");
        await page.WritesAsync("Cơ quan ban hành", "HĐND tỉnh (dữ liệu minh họa)");
        await page.WritesAsync("Trích yếu", "Quy định mức chi khuyến công (dữ liệu minh họa)");
        await page.WritesAsync("Có hiệu lực từ", "10/01/2026");
        await page.PressesAsync("Lưu văn bản");
        await page.SeesHeadingAsync(resolution);

        await page.GotoAsync("/dinh-muc/nhap");
        await page.Locator("[name='Form.KindCode']").SelectOptionAsync("machines");
        await page.WritesAsync("Tên định mức", "Hỗ trợ ứng dụng máy móc (dữ liệu minh họa)");
        await page.WritesAsync("Tỷ lệ hỗ trợ tối đa", percent);
        await page.Locator("[name='Form.Amount']").FillAsync(most);
        await page.ChoosesAsync("Mức trần tính theo", "cơ sở");
        await page.Locator("input[name='Form.Conditions'][value='NewMachine']").CheckAsync();
        var choice = await page.Locator("[name='Form.Document'] option").Filter(new() { HasText = resolution }).First.GetAttributeAsync("value");
        await page.Locator("[name='Form.Document']").SelectOptionAsync(choice!);
        await page.Locator("[name='Form.Article']").FillAsync("5");
        await page.Locator("[name='Form.Clause']").FillAsync("2");
        await page.WritesAsync("Nguyên văn nội dung mức chi", $"Hỗ trợ tối đa {percent} % chi phí nhưng không quá {most} đồng/cơ sở (dữ liệu minh họa).");
        await page.Locator("[name='Form.EffectiveFrom']").FillAsync("10/01/2026");
        await page.PressesAsync("Xem ảnh hưởng trước khi lưu");
        await page.SeesHeadingAsync("Trước khi lưu: định mức và ảnh hưởng");
        await page.PressesAsync("Lưu định mức");

        await page.SeesAsync("Chưa kiểm chứng – chỉ cảnh báo");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>The leader says with a signed paper that it binds in the province.</summary>
    public static async Task AdoptsNormAsync(this IPage leader, string norm)
    {
        await leader.GotoAsync(norm);
        await leader.AdoptsAsync("21/TB-SCT (dữ liệu minh họa)");
    }

    /// <summary>The same for whatever rule is open.</summary>
    public static async Task AdoptsAsync(this IPage leader, string document)
    {
        await leader.FollowsAsync("Xác nhận áp dụng");
        await leader.WritesAsync("Số văn bản", document);
        await leader.WritesAsync("Ngày ký", Hands.Today.Text());
        await leader.WritesAsync("Họ tên người ký", "Trần Minh Họa");
        await leader.WritesAsync("Chức vụ người ký", "Giám đốc Sở Công Thương");
        await leader.WritesAsync("Áp dụng từ ngày", Hands.Today.Text());
        await leader.PressesAsync("Xác nhận áp dụng");
        await leader.SeesAsync(document);
    }
}
