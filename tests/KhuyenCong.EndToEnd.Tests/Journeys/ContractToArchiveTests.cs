using System.IO.Compression;
using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>
/// An approved local project of Khánh Hòa is done and paid for: 60 triệu contracted, 30 advanced, 50 accepted from a telephone, paid, matched with the statement and settled;
/// 10 go back to the source. The regulation of the province is unknown: the national rules warn and stop nothing.
/// </summary>
public sealed class ContractToArchiveTests(OwnApplication application, Chromium chromium) : Journey(application, chromium), IClassFixture<OwnApplication>
{
    private const string Household = "Hộ kinh doanh Chả cá Bờ Kè (dữ liệu minh họa)";
    private const string Title = "Ứng dụng máy xay cá trong chế biến chả cá (dữ liệu minh họa)";
    private const string Department = "Sở Công Thương tỉnh";
    private const string Unknown = "chưa kiểm chứng";
    private const string Left = "2.950.000.000";

    // Two months in which a report is due, whatever day it is.
    private static readonly DateOnly ThisMonth = new(Hands.Today.Year, Hands.Today.Month, 1);
    private static readonly DateOnly Signed = ThisMonth.AddMonths(-1);

    [Fact]
    public async Task OfALocalProject_IsDonePaidAndSettled_AndEveryPageSaysTheSame()
    {
        var (commune, officer, leader) = (await PageOfAsync(Accounts.CamLamOfficer), await PageOfAsync(Accounts.KhanhHoaSpecialist), await PageOfAsync(Accounts.KhanhHoaLeader));
        var project = await FiledAsync(commune);
        await AppraisedAsync(project, officer, leader);
        await ApprovedAsync(officer);

        var contract = await officer.ProposesContractAsync(project, Department, Household);
        await leader.SignsContractAsync(contract, Signed);
        await commune.GotoAsync(project);
        await commune.SeesAsync("Đang thực hiện");

        var accountant = await PageOfAsync(Accounts.KhanhHoaAccountant);
        await AdvancedAsync(contract, officer, leader, accountant);
        await ReportedAsync(contract, commune, officer);
        await AcceptedAsync(contract, leader);
        await PaidAsync(contract, officer, leader, accountant);
        await SettledAsync(contract, officer, leader);

        await EveryPageSaysTheSameAsync(project, officer);
        await ArchivedAsync(project, officer);
        await LooksWellAsync(contract, project, officer);
    }

    /// <summary>The pages that only a running project has, in both sizes and looks.</summary>
    private static async Task LooksWellAsync(string contract, string project, IPage officer)
    {
        var faults = new List<string>();
        foreach (var (name, stop) in new[]
        {
            ("hop-dong", contract), ("de-nghi", $"{contract} > main a[href^='/thanh-toan/0']"), ("de-an", project), ("kinh-phi", $"{project}/kinh-phi"),
            ("tien-do", $"{project} > main a[href^='/tien-do/0']"), ("nghiem-thu", $"{project} > main a[href^='/nghiem-thu/0']"), ("quyet-toan", $"/quyet-toan > main tbody a[href^='/quyet-toan/0']"), ("may", "/may-moc > main tbody a[href^='/may-moc/0']"),
            ("hop-dong-in", $"{contract}/in"), ("de-nghi-in", $"{contract} > main a[href^='/thanh-toan/0'] > main a[href$='/in']"), ("nghiem-thu-in", $"{project} > main a[href^='/nghiem-thu/0'] > main a[href$='/in']"),
            ("quyet-toan-in", "/quyet-toan > main tbody a[href^='/quyet-toan/0'] > main a[href$='/in']"),
        })
        {
            faults.AddRange(await officer.ReachesAsync(stop) ? await officer.JudgeAsync($"thuc-hien-{name}") : [$"{stop}: a link on the way is missing, at {officer.Url}"]);
            await officer.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        }

        faults.ShouldBeEmpty();
    }

    private static async Task<string> FiledAsync(IPage commune)
    {
        await commune.RegistersHouseholdAsync(Household);
        return await commune.FilesForHouseholdAsync(Household, Title);
    }

    /// <summary>Received, judged by a council, and concluded with what was asked for.</summary>
    private async Task AppraisedAsync(string project, IPage officer, IPage leader)
    {
        await officer.GotoAsync(project);
        foreach (var step in (string[])["Tiếp nhận", "Chuyển thẩm định"])
        {
            await officer.FollowsAsync(step);
            await officer.PressesAsync(step);
        }

        await officer.SeesAsync("Hồ sơ chờ giao thẩm định");
        await officer.EstablishesCouncilAsync(("Trần Minh Họa", "Chủ tịch"), ("Lê Minh Họa", "Thư ký"), ("Võ Minh Họa", "Ủy viên"));
        var session = await officer.CallsSessionAsync(Title);
        await leader.VotesForAsync(Title);
        var finance = await PageOfAsync(Accounts.KhanhHoaFinance);
        await finance.VotesForAsync(Title);
        await officer.GotoAsync(session);
        await officer.PressesAsync("Kết thúc, mở phiếu");
        await officer.SeesAsync("Đã mở phiếu");

        await leader.GotoAsync("/");
        await leader.FollowsAsync("Ký kết quả: " + Title);
        await leader.WritesAsync("Mức hỗ trợ: Khuyến công địa phương cấp tỉnh", "60 triệu");
        await leader.WritesAsync("Lý do, ý kiến của hội đồng", "Hội đồng thống nhất, đề án phù hợp");
        await leader.PressesAsync("Ký kết quả");
        await leader.SeesAsync("Đã ký kết quả");
        await leader.ConcludesAsync();
    }

    /// <summary>In the first batch of the year, by a decision of some weeks ago that is recorded now.</summary>
    private async Task ApprovedAsync(IPage officer)
    {
        var centre = await PageOfAsync(Accounts.KhanhHoaCentre);
        var batch = await centre.DraftsFirstBatchAsync("Khuyến công địa phương cấp tỉnh", Title);
        await centre.SubmitsBatchAsync(batch);
        await officer.AppraisesBatchAsync(batch);
        var office = await PageOfAsync(Accounts.KhanhHoaOffice);
        await office.DecidesBatchAsync(batch, "Phê duyệt đợt", "UBND, Chủ tịch UBND tỉnh, thành phố", "401/QĐ-UBND (dữ liệu minh họa)", Signed.AddDays(-3));
    }

    /// <summary>One đồng more than the contract is refused with the figures; what is right is approved by another and paid by a third.</summary>
    private static async Task AdvancedAsync(string contract, IPage officer, IPage leader, IPage accountant)
    {
        await officer.OpensRequestAsync(contract, "Tạm ứng");
        await officer.TypesRequestAsync("60.000.001", "Tạm ứng mua máy xay cá");
        await officer.SeesAsync("lần này đề nghị 60.000.001 đ, vượt 1 đ");
        var advance = await officer.RequestsAsync("30 triệu", "Tạm ứng mua máy xay cá");
        await officer.SeesAsync(Unknown, "#dieu-kien");
        await leader.ApprovesRequestAsync(advance);
        await accountant.SendsToTreasuryAsync(advance);
        await accountant.RecordsPaymentAsync(advance, "UNC-30");
    }

    private static async Task ReportedAsync(string contract, IPage commune, IPage officer)
    {
        var first = await commune.ReportsProgressAsync(contract, Signed, "0,5", "20 triệu");
        await commune.SeesAsync(Unknown);
        await officer.ConfirmsProgressAsync(first);
        await officer.ConfirmsProgressAsync(await commune.ReportsProgressAsync(contract, ThisMonth, "1", "50 triệu"));
    }

    /// <summary>At the site, on a telephone: the machine cost 100 triệu and not 120, so that one half is 50 and not 60.</summary>
    private async Task AcceptedAsync(string contract, IPage leader)
    {
        var phone = await PageOfAsync(Accounts.KhanhHoaSpecialist, Screen.Phone);
        await phone.OpensAcceptanceAsync(contract);
        await phone.ShouldFitAsync();
        await phone.ShouldBeAccessibleAsync();
        var acceptance = await phone.RecordsAcceptanceAsync("100 triệu");
        await phone.SeesAsync("50.000.000 đ", "#muc-ho-tro");
        await phone.SubmitsAcceptanceAsync("Đề án ứng dụng máy móc");
        await leader.ConcludesAcceptanceAsync(acceptance);
        await leader.SeesAsync("đã chốt theo kết luận", "#muc-ho-tro");
    }

    /// <summary>The advance becomes a payment, and the rest is paid as the statement of Kho bạc says.</summary>
    private static async Task PaidAsync(string contract, IPage officer, IPage leader, IPage accountant)
    {
        await officer.OpensRequestAsync(contract, "Thanh toán tạm ứng");
        var cleared = await officer.RequestsAsync("30 triệu", "Thanh toán tạm ứng theo nghiệm thu");
        await leader.ApprovesRequestAsync(cleared);
        await accountant.SendsToTreasuryAsync(cleared);
        await accountant.RecordsPaymentAsync(cleared, "TT-30", "Ghi nhận đã thanh toán tạm ứng", "Đã thanh toán tạm ứng:");

        await officer.OpensRequestAsync(contract, "Thanh toán");
        var rest = await officer.RequestsAsync("20 triệu", "Thanh toán phần còn lại theo nghiệm thu");
        await leader.ApprovesRequestAsync(rest);
        await accountant.SendsToTreasuryAsync(rest);
        await accountant.MatchesStatementAsync(Department, "UNC-20", Household, "20.000.000");
        await accountant.GotoAsync(rest);
        await accountant.SeesAsync("chứng từ UNC-20");
    }

    private static async Task SettledAsync(string contract, IPage officer, IPage leader)
    {
        var settlement = await officer.SubmitsSettlementAsync(contract, "50 triệu", "50 triệu");
        await leader.ApprovesSettlementAsync(settlement);
        var row = leader.Locator("#so-lieu tbody tr").Filter(new() { HasText = "KC địa phương" });
        await Assertions.Expect(row.Locator("td[data-label='Quyết toán']")).ToHaveTextAsync("50.000.000");
        await Assertions.Expect(row.Locator("td[data-label='Trả về nguồn']")).ToHaveTextAsync("10.000.000");
    }

    /// <summary>The line of the ledger, the project's money and the plan.</summary>
    private static async Task EveryPageSaysTheSameAsync(string project, IPage officer)
    {
        await officer.GotoAsync($"/so-du-toan?nam={Planning.NextYear}&nguon=KCDP");
        await SaysAsync(officer, "#so tbody", "Dự toán còn lại", Left);
        await SaysAsync(officer, "#so tbody", "Đã quyết toán", "50.000.000");
        await SaysAsync(officer, "#so tbody", "Cam kết chi", "0");
        await SaysAsync(officer, "#so tbody", "Tạm ứng", "0");

        await officer.GotoAsync(project + "/kinh-phi");
        var local = "#theo-nguon tbody tr:has(a[href*='nguon=KCDP'])";
        await SaysAsync(officer, local, "Phê duyệt", "50.000.000");
        await SaysAsync(officer, local, "Hợp đồng", "60.000.000");
        await SaysAsync(officer, local, "Đã quyết toán", "50.000.000");
        await SaysAsync(officer, local, "Cam kết chi", "0");

        await officer.GotoAsync("/ke-hoach");
        await officer.Locator("main tbody th a").Filter(new() { HasText = $"Năm {Planning.NextYear}" }).First.ClickAsync();
        await officer.SeesAsync("50.000.000", "#da-duyet");
        await officer.SeesAsync(Left + " đ");
    }

    /// <summary>One click, and everything is in it: the signed contract, photographs, the entries of the ledger.</summary>
    private static async Task ArchivedAsync(string project, IPage officer)
    {
        await officer.GotoAsync(project);
        await officer.SeesAsync("Đã quyết toán");
        await officer.FollowsAsync("Lưu trữ");
        var names = NamesIn(await officer.DownloadsByButtonAsync("Tải gói lưu trữ"));
        names.ShouldContain("so-du-toan.csv");
        names.ShouldContain("index.html");
        names.ShouldContain(name => name.StartsWith("3-hop-dong/", StringComparison.Ordinal));
        names.Count(name => name.StartsWith("6-nghiem-thu/", StringComparison.Ordinal)).ShouldBe(2);
    }

    private static List<string> NamesIn(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static Task SaysAsync(IPage page, string rows, string column, string amount) =>
        Assertions.Expect(page.Locator($"{rows} td[data-label='{column}']").First).ToHaveTextAsync(amount);

    private async Task<IPage> PageOfAsync(string user, ViewportSize? viewport = null)
    {
        var page = await NewPageAsync(viewport);
        await page.SignInAsync(user);
        return page;
    }
}
