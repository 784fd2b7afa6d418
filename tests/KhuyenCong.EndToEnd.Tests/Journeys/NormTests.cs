using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>A norm of the province: entered by an official it warns, adopted by the leader with a signed paper it caps, and the answer says why.</summary>
[Collection(AsideFromTheOthers.Name)]
public sealed class NormTests(OwnApplication application, Chromium chromium) : Journey(application, chromium)
{
    private const string Question = "/dinh-muc/tu-kiem-tra?doi-tuong=HouseholdBusiness&xa=22453&che-do=Provincial&dong[0].Kind=machines&dong[0].Cost=740.000.000&dong[0].Requested=350.000.000";
    private const string Resolution = "07/2026/NQ-HĐND (dữ liệu minh họa)";

    [Fact]
    public async Task FirstWarns_ThenCaps_WithClauseAndArithmetic()
    {
        var officer = await NewPageAsync();
        await officer.SignInAsync(Accounts.KhanhHoaSpecialist);
        await officer.GotoAsync(Question);
        await officer.SeesAsync("Chưa có định mức khuyến công địa phương");

        var norm = await officer.EntersNormAsync(Resolution, "50", "280 triệu");
        await JudgeAsync(officer, "norm-entered");
        await officer.GotoAsync(Question + "&tra-loi[NewMachine]=co&tra-loi[FittingIndustry]=co&tra-loi[OwnCapital]=co&tra-loi[NoOtherSupport]=co");
        await officer.SeesAsync("Đủ điều kiện, có");
        await officer.SeesAsync("vượt mức trần 280.000.000 đ");
        await officer.SeesAsync("chưa kiểm chứng nên chỉ để tham khảo, không chặn hồ sơ");
        await JudgeAsync(officer, "norm-warns");

        var leader = await NewPageAsync();
        await leader.SignInAsync(Accounts.KhanhHoaLeader);
        await leader.AdoptsNormAsync(norm);
        await officer.ReloadAsync();
        await officer.SeesAsync("Chưa đủ điều kiện vì:");
        await officer.SeesAsync("vượt mức trần 280.000.000 đ");
        await officer.SeesAsync("khoản 2 Điều 5");
        await officer.SeesAsync(Resolution);
        await officer.SeesAsync("Tỷ lệ 50 % × chi phí hợp lệ 740.000.000 đ");
        await officer.SeesAsync("370.000.000");
        await JudgeAsync(officer, "norm-caps");

        await officer.GotoAsync(norm);
        await officer.SeesAsync("21/TB-SCT");
        await JudgeAsync(officer, "norm-adopted");
        await AmendsAsync(officer, norm);
    }

    /// <summary>The change is shown with what it touches before anything is saved.</summary>
    private static async Task AmendsAsync(IPage page, string norm)
    {
        await page.GotoAsync(norm + "/sua-doi");
        await page.Locator("[name='Form.Amount']").FillAsync("300 triệu");
        await page.Locator("[name='Form.EffectiveFrom']").FillAsync(Hands.Today.AddDays(30).Text());
        await page.PressesAsync("Xem thay đổi và ảnh hưởng");
        await page.SeesHeadingAsync("Trước khi lưu: thay đổi và ảnh hưởng");
        await page.SeesAsync("bản mới chỉ cảnh báo cho đến khi được xác nhận lại");
        await JudgeAsync(page, "norm-amended");
        await page.PressesAsync("Lưu bản sửa đổi");
        await page.SeesAsync("không quá 300.000.000 đ/cơ sở");
        await page.SeesAsync("không quá 280.000.000 đ/cơ sở");
    }

    private static async Task JudgeAsync(IPage page, string picture)
    {
        await page.ShouldBeAccessibleAsync();
        await page.ShouldFitAsync();
        await page.PictureAsync(picture);
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await page.ShouldFitAsync();
        await page.PictureAsync(picture + "-phone");
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
    }
}
