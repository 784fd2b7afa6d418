using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>Management costs of the Sở of Khánh Hòa: two travel allowances are estimated and approved, paid for one trip to a workshop, and settled; the trip tells what it cost.</summary>
public sealed class ManagementCostTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Trip = "Kiểm tra máy tráng bánh tại xưởng (dữ liệu minh họa)";
    private const string Travel = "Công tác phí đi kiểm tra cơ sở (dữ liệu minh họa)";
    private const string Voucher = "CTP-77";
    private const string Spent = "600.000";

    // Of the year before: the money of this year is read by other journeys.
    private static readonly int Year = Hands.Today.Year - 1;

    [Fact]
    public async Task OfATrip_AreEstimatedPaidAndSettled()
    {
        var (officer, leader) = (await PageOfAsync(Accounts.KhanhHoaSpecialist), await PageOfAsync(Accounts.KhanhHoaLeader));
        var trip = await PlansTripAsync(officer);
        var estimate = await EstimatesAsync(officer);
        await leader.GotoAsync(estimate);
        await leader.CitesAsync("09/QĐ-SCT (dữ liệu minh họa)");
        await leader.PressesAsync("Duyệt, dành dự toán");
        await leader.SeesAsync("Đã xong: duyệt, dành dự toán.");

        await PaidAsync(await VouchesAsync(officer, estimate), leader, await PageOfAsync(Accounts.KhanhHoaAccountant));
        await officer.GotoAsync(trip);
        await officer.SeesAsync(Voucher, "#chi-phi-phuc-vu");
        await officer.SeesAsync(Spent, "#chi-phi-phuc-vu");
        (await officer.JudgeAsync("management-trip")).ShouldBeEmpty();
        await officer.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);

        await officer.GotoAsync(estimate);
        await officer.FollowsAsync("Trình quyết toán");
        await officer.PressesAsync("Trình quyết toán");
        await officer.SeesAsync("Đã xong: trình quyết toán.");
        await leader.GotoAsync(estimate);
        await leader.PressesAsync("Duyệt quyết toán");
        await leader.SeesAsync("Đã xong: duyệt quyết toán.");
        await leader.SeesAsync("đã quyết toán " + Spent, ".tiles");
        await leader.SeesAsync("đã trả về dòng dự toán 400.000", ".tiles");
    }

    private static async Task<string> PlansTripAsync(IPage officer)
    {
        await officer.GotoAsync("/kiem-tra/lap");
        await officer.FillsAsync(("Title", Trip), ("Members", "Lê Minh Họa, chuyên viên, Sở Công Thương"));
        await officer.Locator("main label.form-check").Filter(new() { HasText = "máy tráng bánh" }).Locator("input").First.CheckAsync();
        await officer.PressesAsync("Lập cuộc kiểm tra");
        await officer.SeesAsync("Đã lập cuộc kiểm tra.");
        return new Uri(officer.Url).AbsolutePath;
    }

    /// <summary>Two allowances of 500.000 đồng.</summary>
    private static async Task<string> EstimatesAsync(IPage officer)
    {
        await officer.GotoAsync("/chi-quan-ly/lap");
        await officer.Locator("main a[href*='dong=']").Filter(new() { HasText = "Sở Công Thương" }).Filter(new() { HasText = $"năm {Year}" }).First.ClickAsync();
        await officer.Locator("select[name='Form.Lines[0].Item']").SelectOptionAsync("Travel");
        await officer.FillsAsync(("Lines[0].Content", Travel), ("Lines[0].Unit", "lượt"), ("Lines[0].Quantity", "2"), ("Lines[0].UnitPrice", "500.000"));
        await officer.PressesAsync("Lập dự toán");
        await officer.SeesAsync("Đã lập dự toán chi quản lý.");
        var estimate = new Uri(officer.Url).AbsolutePath;
        await officer.PressesAsync("Trình duyệt");
        await officer.SeesAsync("Đã xong: trình duyệt.");
        return estimate;
    }

    /// <summary>One voucher, for the trip.</summary>
    private static async Task<string> VouchesAsync(IPage officer, string estimate)
    {
        await officer.GotoAsync(estimate);
        await officer.FollowsAsync("Lập chứng từ chi");
        await officer.ChoosesOneOfAsync("Form.ManagementLineId", Travel);
        await officer.FillsAsync(("Number", Voucher), ("IssuedOn", Hands.Today.Text()), ("Payee", "Lê Minh Họa"), ("Amount", Spent), ("Content", "Công tác phí một người, hai ngày"));
        await officer.ChoosesOneOfAsync("Form.Served", Trip);
        await officer.PressesAsync("Lập chứng từ");
        await officer.SeesAsync("Đã lập chứng từ.");
        var voucher = new Uri(officer.Url).AbsolutePath;
        await officer.PressesAsync("Gửi đề nghị");
        await officer.SeesAsync($"Gửi đề nghị: {Voucher}.");
        return voucher;
    }

    /// <summary>Approved by another, and recorded as paid by a third.</summary>
    private static async Task PaidAsync(string voucher, IPage leader, IPage accountant)
    {
        await leader.GotoAsync(voucher);
        await leader.PressesAsync("Duyệt chi");
        await leader.SeesAsync($"Duyệt chi: {Voucher}.");
        await accountant.GotoAsync(voucher);
        await accountant.Locator("[name='Move.Date']").FillAsync(Hands.Today.Text());
        await accountant.Locator("[name='Move.TreasuryNumber']").FillAsync("UNC-CTP-77");
        await accountant.PressesAsync("Ghi đã chi");
        await accountant.SeesAsync($"Ghi đã chi: {Voucher}.");
    }
}
