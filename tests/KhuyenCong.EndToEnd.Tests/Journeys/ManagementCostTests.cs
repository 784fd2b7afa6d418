using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>Management costs of the Sở of Khánh Hòa: two travel allowances are estimated and approved, paid for one trip to a workshop, and settled; the trip tells what it cost, and what it found is followed until it is closed.</summary>
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

        await FoundAsync(trip, officer);
        await RemediedAsync(trip, leader, await PageOfAsync(Accounts.KhanhHoaCentre));
    }

    /// <summary>What was seen, with the signed minutes, and what is asked for, with its last day.</summary>
    private static async Task FoundAsync(string trip, IPage officer)
    {
        await officer.GotoAsync(trip);
        await officer.FillsAsync(("Seen", "Máy đã lắp, chạy thử tốt; dây đai chưa có che chắn."));
        await officer.AttachesAsync("Biên bản đã ký (PDF)", "bien-ban-kiem-tra.pdf", Files.Pdf, Files.SignedDocument);
        await officer.PressesAsync("Ghi kết quả");
        await officer.SeesAsync("Đã ghi kết quả kiểm tra. Ghi tiếp từng kiến nghị nếu có.");

        await officer.ChoosesOneOfAsync("Finding.ProjectId", "máy tráng bánh");
        await officer.Locator("select[name='Finding.Kind']").SelectOptionAsync("Quality");
        foreach (var (field, text) in new[] { ("Content", "Lắp che chắn dây đai của máy"), ("Responsible", "Trung tâm, cơ sở thụ hưởng"), ("DueOn", Hands.Today.AddDays(-1).Text()) })
        {
            await officer.Locator($"[name='Finding.{field}']").FillAsync(text);
        }

        await officer.PressesAsync("Ghi kiến nghị");
        await officer.SeesAsync("Hạn thực hiện không được trước ngày kiểm tra.", ".error-summary");
        await officer.Locator("[name='Finding.DueOn']").FillAsync(Hands.Today.AddDays(10).Text());
        await officer.PressesAsync("Ghi kiến nghị");
        await officer.SeesAsync($"Đã ghi kiến nghị, hạn {Hands.Today.AddDays(10).Text()}.");
        await officer.SeesAsync("1 kiến nghị, chưa đóng 1", ".page-facts");
    }

    /// <summary>The unit that does the work answers, and judges nothing; the leader asks for more once, and closes it.</summary>
    private static async Task RemediedAsync(string trip, IPage leader, IPage centre)
    {
        await centre.GotoAsync(trip);
        await AnswersAsync(centre, "Answer", "Đã đặt mua tấm che", "Đã trả lời kiến nghị số 1.");
        await Assertions.Expect(centre.Locator("#note-1-Close")).ToHaveCountAsync(0);
        await leader.GotoAsync(trip);
        await leader.Locator("#kien-nghi-1 details:has(#note-1-Return) summary").ClickAsync();
        await AnswersAsync(leader, "Return", "Chưa lắp: chụp ảnh sau khi lắp", "Đã yêu cầu thực hiện tiếp số 1.");
        await centre.GotoAsync(trip);
        await centre.SeesAsync("Chưa lắp: chụp ảnh sau khi lắp", "#kien-nghi-1");
        await AnswersAsync(centre, "Answer", "Đã lắp xong tấm che", "Đã trả lời kiến nghị số 1.");

        await leader.GotoAsync(trip);
        await leader.Locator("#kien-nghi-1 details:has(#note-1-Close) summary").ClickAsync();
        await AnswersAsync(leader, "Close", "Đã xem tại xưởng, đạt", "Đã đóng kiến nghị số 1.");
        await leader.SeesAsync("Đã xem tại xưởng, đạt", "#kien-nghi-1");
        await leader.SeesAsync("1 kiến nghị, chưa đóng 0", ".page-facts");
    }

    private static async Task AnswersAsync(IPage page, string step, string note, string done)
    {
        await page.Locator($"#note-1-{step}").FillAsync(note);
        await page.Locator($"#kien-nghi-1 form:has(#note-1-{step}) button").ClickAsync();
        await page.SeesAsync(done);
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
