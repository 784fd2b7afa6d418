using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>
/// The sample project of Khánh Hòa that waits for its contract is done and paid for: 60 triệu contracted, 30 advanced, 50 accepted from a telephone, paid, matched with the statement and settled;
/// 10 go back to the source. The regulation of the province is unknown: the national rules warn and stop nothing.
/// </summary>
public sealed class ContractToArchiveTests(OwnApplication application, Chromium chromium) : Journey(application, chromium), IClassFixture<OwnApplication>
{
    private const string Household = "Hộ kinh doanh Nem chua Bà Tư Mây (dữ liệu minh họa)";
    private const string Title = "Ứng dụng máy xay thịt trong chế biến nem chua (dữ liệu minh họa)";
    private const string Department = "Sở Công Thương tỉnh";
    private const string Target = "Đề án ứng dụng máy móc thiết bị tiên tiến vào sản xuất";
    private const string Unknown = "chưa kiểm chứng";

    // Of 700 triệu allotted, the other sample projects hold 180 and 120.
    private const string Left = "350.000.000";

    // Some days after the decision of the sample plan; two months in which a report is due, whatever day it is.
    private static readonly DateOnly Signed = Hands.Today.AddDays(-40);

    [Fact]
    public async Task OfALocalProject_IsDonePaidAndSettled_AndEveryPageSaysTheSame()
    {
        var (centre, officer, leader) = (await PageOfAsync(Accounts.KhanhHoaCentre), await PageOfAsync(Accounts.KhanhHoaSpecialist), await PageOfAsync(Accounts.KhanhHoaLeader));
        var project = await officer.FindsProjectAsync("máy xay thịt", Title);
        var contract = await officer.ProposesContractAsync(project, Department, Household);
        await leader.SignsContractAsync(contract, Signed);
        await centre.GotoAsync(project);
        await centre.SeesAsync("Đang thực hiện");

        var accountant = await PageOfAsync(Accounts.KhanhHoaAccountant);
        await AdvancedAsync(contract, officer, leader, accountant);
        await ReportedAsync(contract, centre, officer);
        var before = await officer.ReadsTargetAsync(Target);
        await AcceptedAsync(contract, leader);
        (await officer.ReadsTargetAsync(Target)).ShouldBeGreaterThan(before);
        await PaidAsync(contract, officer, leader, accountant);
        await SettledAsync(contract, officer, leader);

        await EveryPageSaysTheSameAsync(project, officer);
        await ArchivedAsync(project, officer);
        await LooksWellAsync(project, officer);
    }

    /// <summary>The pages that only a project has which is done, in both sizes and looks; those of a running one are walked over by samples.</summary>
    private static async Task LooksWellAsync(string project, IPage officer)
    {
        var faults = new List<string>();
        (string Name, string Stop)[] stops =
        [
            ("de-an", project), ("tien-do", $"{project} > main a[href^='/tien-do/0']"), ("nghiem-thu", $"{project} > main a[href^='/nghiem-thu/0']"), ("quyet-toan", $"/quyet-toan > main tbody a[href^='/quyet-toan/0']"),
            ("may", "/may-moc > main tbody a[href^='/may-moc/0']"), ("nghiem-thu-in", $"{project} > main a[href^='/nghiem-thu/0'] > main a[href$='/in']"), ("quyet-toan-in", "/quyet-toan > main tbody a[href^='/quyet-toan/0'] > main a[href$='/in']"),
        ];
        var walk = new Walk(officer, stops.Select(s => s.Stop));
        foreach (var (name, stop) in stops)
        {
            faults.AddRange(await walk.ReachesAsync(stop) ? await officer.JudgeAsync($"thuc-hien-{name}") : [$"{stop}: a link on the way is missing, at {officer.Url}"]);
            await officer.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        }

        faults.ShouldBeEmpty();
    }

    /// <summary>One đồng more than the contract is refused with the figures; what is right is approved by another and paid by a third.</summary>
    private static async Task AdvancedAsync(string contract, IPage officer, IPage leader, IPage accountant)
    {
        await officer.OpensRequestAsync(contract, "Tạm ứng");
        await officer.TypesRequestAsync("60.000.001", "Tạm ứng mua máy xay thịt");
        await officer.SeesAsync("lần này đề nghị 60.000.001 đ, vượt 1 đ");
        var advance = await officer.RequestsAsync("30 triệu", "Tạm ứng mua máy xay thịt");
        await officer.SeesAsync(Unknown, "#dieu-kien");
        await leader.ApprovesRequestAsync(advance);
        await accountant.SendsToTreasuryAsync(advance);
        await accountant.RecordsPaymentAsync(advance, "UNC-30");
    }

    private static async Task ReportedAsync(string contract, IPage centre, IPage officer)
    {
        var first = await centre.ReportsProgressAsync(contract, Signed, "0,5", "20 triệu");
        await centre.SeesAsync(Unknown);
        await officer.ConfirmsProgressAsync(first);
        await officer.ConfirmsProgressAsync(await centre.ReportsProgressAsync(contract, Signed.AddMonths(1), "1", "50 triệu"));
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
        await phone.SubmitsAcceptanceAsync(Target);
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
        var settlement = await officer.SubmitsSettlementAsync(contract, ("KCDP", "50 triệu"), ("DOIUNG", "50 triệu"));
        await leader.ApprovesSettlementAsync(settlement);
        var row = leader.Locator("#so-lieu tbody tr").Filter(new() { HasText = "KC địa phương" });
        await Assertions.Expect(row.Locator("td[data-label='Quyết toán']")).ToHaveTextAsync("50.000.000");
        await Assertions.Expect(row.Locator("td[data-label='Trả về nguồn']")).ToHaveTextAsync("10.000.000");
    }

    /// <summary>The line of the ledger, the project's money, the plan, the programme and the history.</summary>
    private static async Task EveryPageSaysTheSameAsync(string project, IPage officer)
    {
        await officer.GotoAsync($"/so-du-toan?nam={Hands.Today.Year}&nguon=KCDP");
        await officer.SaysAsync("#so tbody", "Dự toán còn lại", Left);
        await officer.SaysAsync("#so tbody", "Đã quyết toán", "50.000.000");
        await officer.SaysAsync("#so tbody", "Cam kết chi", "190.000.000");
        await officer.SaysAsync("#so tbody", "Tạm ứng", "110.000.000");

        await officer.GotoAsync(project + "/kinh-phi");
        var local = "#theo-nguon tbody tr:has(a[href*='nguon=KCDP'])";
        await officer.SaysAsync(local, "Phê duyệt", "50.000.000");
        await officer.SaysAsync(local, "Hợp đồng", "60.000.000");
        await officer.SaysAsync(local, "Đã quyết toán", "50.000.000");
        foreach (var account in (string[])["Dành dự toán", "Cam kết chi", "Tạm ứng"])
        {
            await officer.SaysAsync(local, account, "0");
        }

        await officer.OpensPlanAsync(Hands.Today.Year, "khuyến công địa phương");
        await officer.SaysAsync($"#da-duyet tbody tr:has-text('{Title}')", "KC địa phương", "50.000.000");
        await officer.SeesAsync(Left + " đ");

        // Of what is settled at all, it is the only one of its source.
        await officer.OpensProgrammeMoneyAsync();
        var programme = officer.Locator($"#trong-ke-hoach td[data-label='Đã quyết toán'] a[href='/so-du-toan?nam={Hands.Today.Year}&nguon=KCDP']");
        await Assertions.Expect(programme).ToHaveTextAsync("50.000.000");
        await officer.FollowsFirstAsync(".tabs a");
        await officer.SeesAsync("Đã quyết toán theo sổ dự toán: 50.000.000 đ", ".tiles");
        await officer.SeesItsEndInHistoryAsync(project);
    }

    /// <summary>One click, and everything is in it: the signed contract, photographs, the entries of the ledger.</summary>
    private static async Task ArchivedAsync(string project, IPage officer)
    {
        await officer.GotoAsync(project);
        await officer.SeesAsync("Đã quyết toán");
        var names = await officer.ArchivesAsync(project);
        names.ShouldContain("so-du-toan.csv");
        names.ShouldContain("index.html");
        names.ShouldContain(name => name.StartsWith("3-hop-dong/", StringComparison.Ordinal));
        names.Count(name => name.StartsWith("6-nghiem-thu/", StringComparison.Ordinal)).ShouldBe(2);
    }
}
