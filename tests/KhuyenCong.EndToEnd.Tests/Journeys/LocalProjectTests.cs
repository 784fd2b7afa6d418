using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>
/// The project of the household business of Khánh Hòa, from the wish to the archive: approved in đợt 1, then done and paid for: 48 triệu contracted, 24 advanced, 40 accepted from a telephone, paid,
/// matched with the statement and settled with 10 of another programme; 8 go back to the source, once more after the approval was taken back. The regulation of the province is unknown: the national rules warn and stop nothing.
/// </summary>
public sealed class LocalProjectTests(OwnApplication application, Chromium chromium) : WishToPlan(application, chromium), IClassFixture<OwnApplication>
{
    private const string Department = "Sở Công Thương tỉnh";
    private const string Target = "Đề án ứng dụng máy móc thiết bị tiên tiến vào sản xuất";
    private const string Unknown = "chưa kiểm chứng";
    private const string Decision = "48.000.000";
    private const string Returned = "8.000.000";
    private const string Settled = "40.000.000";
    private const string Revoke = "Hủy phê duyệt quyết toán";

    // Of the 3.000 and 500 triệu that are allotted for the year.
    private const string Left = "3.460.000.000";

    // Some days after the decision; two months in which a report is due, whatever day it is.
    private static readonly DateOnly Signed = Decided.AddDays(5);

    [Fact]
    public async Task OfAHouseholdBusiness_IsApprovedDonePaidAndSettled_AndEveryPageSaysTheSame()
    {
        var project = await LocalIsApprovedAsync();
        var (commune, officer, leader) = (await DeskOfAsync(Accounts.CamLamOfficer), await DeskOfAsync(Accounts.KhanhHoaSpecialist), await DeskOfAsync(Accounts.KhanhHoaLeader));
        await officer.FindsAtHomeAsync(project + "/lap-hop-dong");
        var contract = await officer.ProposesContractAsync(project, Department, Household);
        await leader.SignsContractAsync(contract, Signed);
        await commune.GotoAsync(project);
        await commune.SeesAsync("Đang thực hiện");

        var accountant = await DeskOfAsync(Accounts.KhanhHoaAccountant);
        await AdvancedAsync(contract, officer, leader, accountant);
        await ReportedAsync(contract, commune, officer);
        var before = await officer.ReadsTargetAsync(Target);
        await AcceptedAsync(contract, leader);
        await PaidAsync(contract, officer, leader, accountant);
        await officer.FindsAtHomeAsync(contract + "/quyet-toan");
        var settlement = await SettledAsync(contract, officer, leader);
        await RevokedAsync(settlement, officer, leader);
        await ProvenAsync(settlement, project, leader);

        await EveryPageSaysTheSameAsync(project, settlement, before, officer);
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
            ("may", "/may-moc > main tbody a[href^='/may-moc/0']"), ("tem-may", "/may-moc > main tbody a[href^='/may-moc/0'] > main a[href$='/tem']"), ("luu-tru", $"{project} > main a[href$='/luu-tru']"), ("nghiem-thu-in", $"{project} > main a[href^='/nghiem-thu/0'] > main a[href$='/in']"), ("quyet-toan-in", "/quyet-toan > main tbody a[href^='/quyet-toan/0'] > main a[href$='/in']"),
        ];
        var walk = new Walk(officer, stops.Select(s => s.Stop));
        foreach (var (name, stop) in stops)
        {
            faults.AddRange(await walk.ReachesAsync(stop) ? await officer.JudgeAsync($"thuc-hien-{name}", shell: false) : [$"{stop}: a link on the way is missing, at {officer.Url}"]);
            await officer.SitsDownAgainAsync();
        }

        faults.ShouldBeEmpty();
    }

    /// <summary>One đồng more than the contract is refused with the figures; what is right is approved by another and paid by a third.</summary>
    private static async Task AdvancedAsync(string contract, IPage officer, IPage leader, IPage accountant)
    {
        await officer.OpensRequestAsync(contract, "Tạm ứng");
        await officer.TypesRequestAsync("48.000.001", "Tạm ứng mua máy xay cá");
        await officer.SeesAsync("lần này đề nghị 48.000.001 đ, vượt 1 đ");
        var advance = await officer.RequestsAsync("24 triệu", "Tạm ứng mua máy xay cá");
        await officer.SeesAsync(Unknown, "#dieu-kien");
        await leader.ApprovesRequestAsync(advance);
        await accountant.SendsToTreasuryAsync(advance);
        await accountant.RecordsPaymentAsync(advance, "UNC-24");
    }

    /// <summary>By the commune, for the household that has only a telephone.</summary>
    private static async Task ReportedAsync(string contract, IPage commune, IPage officer)
    {
        var first = await commune.ReportsProgressAsync(contract, Signed, "0,5", "20 triệu");
        await commune.SeesAsync(Unknown);
        await officer.ConfirmsProgressAsync(first);
        await officer.ConfirmsProgressAsync(await commune.ReportsProgressAsync(contract, Signed.AddMonths(1), "1", "60 triệu"));
    }

    /// <summary>At the site, on a telephone: the machine cost 100 triệu and not 120, so that 40 % are 40 and not 48; another programme paid 10.</summary>
    private async Task AcceptedAsync(string contract, IPage leader)
    {
        var phone = await PageOfAsync(Accounts.KhanhHoaSpecialist, Screen.Phone);
        await phone.OpensAcceptanceAsync(contract);
        await phone.ShouldFitAsync();
        await phone.ShouldBeAccessibleAsync();
        await phone.FillsAsync(("Integrated", "10 triệu"));
        var acceptance = await phone.RecordsAcceptanceAsync("100 triệu");
        await phone.SeesAsync(Settled + " đ", "#muc-ho-tro");
        await phone.SubmitsAcceptanceAsync(Target);
        await leader.ConcludesAcceptanceAsync(acceptance);
        await leader.SeesAsync("đã chốt theo kết luận", "#muc-ho-tro");
    }

    /// <summary>The advance becomes a payment, and the rest is paid as the statement of Kho bạc says.</summary>
    private static async Task PaidAsync(string contract, IPage officer, IPage leader, IPage accountant)
    {
        await officer.OpensRequestAsync(contract, "Thanh toán tạm ứng");
        var cleared = await officer.RequestsAsync("24 triệu", "Thanh toán tạm ứng theo nghiệm thu");
        await leader.ApprovesRequestAsync(cleared);
        await accountant.SendsToTreasuryAsync(cleared);
        await accountant.RecordsPaymentAsync(cleared, "TT-24", "Ghi nhận đã thanh toán tạm ứng", "Đã thanh toán tạm ứng:");

        await officer.OpensRequestAsync(contract, "Thanh toán");
        var rest = await officer.RequestsAsync("16 triệu", "Thanh toán phần còn lại theo nghiệm thu");
        await leader.ApprovesRequestAsync(rest);
        await accountant.SendsToTreasuryAsync(rest);
        await accountant.MatchesStatementAsync(Department, "UNC-16", Household, "16.000.000", look: () => LookAtStatementAsync(accountant));
        await accountant.GotoAsync(rest);
        await accountant.SeesAsync("chứng từ UNC-16");
    }

    /// <summary>The statement with what it may be for, and one line of it.</summary>
    private static async Task LookAtStatementAsync(IPage accountant)
    {
        await JudgeAsync(accountant, "statement");
        await accountant.FollowsFirstAsync("main tbody th a[href^='/kho-bac/dong/']");
        await Assertions.Expect(accountant).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/kho-bac/dong/"));
        await JudgeAsync(accountant, "statement-line");
    }

    private static async Task<string> SettledAsync(string contract, IPage officer, IPage leader)
    {
        var settlement = await officer.SubmitsSettlementAsync(contract, () => JudgeAsync(officer, "settlement-form"), [("KCDP", "40 triệu"), ("DOIUNG", "50 triệu"), ("LONGGHEP", "10 triệu")]);
        await leader.ApprovesSettlementAsync(settlement);
        var row = leader.Locator("#so-lieu tbody tr").Filter(new() { HasText = "KC địa phương" });
        await Assertions.Expect(row.Locator("td[data-label='Quyết toán']")).ToHaveTextAsync(Settled);
        await Assertions.Expect(row.Locator("td[data-label='Trả về nguồn']")).ToHaveTextAsync(Returned);
        return settlement;
    }

    /// <summary>Who approved it does not take it back, but lets another do so for a day; what was settled counts as paid again, what went back is bound again, and the file goes its way once more.</summary>
    private async Task RevokedAsync(string settlement, IPage officer, IPage leader)
    {
        await Assertions.Expect(leader.GetByRole(AriaRole.Button, new() { Name = Revoke, Exact = true })).ToHaveCountAsync(0);
        await DelegatedAsync(leader);
        var deputy = await PageOfAsync(Accounts.KhanhHoaAccountant);
        await deputy.GotoAsync(settlement);
        await deputy.CitesAsync("07/QĐ-SCT (dữ liệu minh họa)");
        await deputy.PressesAsync(Revoke);
        await deputy.SeesAsync("Hãy nêu lý do.", ".error-summary");
        await deputy.Locator("[name='Move.Note']").FillAsync("Bảng kê ghi thiếu người nhận");
        await deputy.PressesAsync(Revoke);
        await deputy.SeesAsync("Đã hủy phê duyệt quyết toán, hợp đồng trở lại đang thực hiện.");

        await deputy.GotoAsync($"/so-du-toan?nam={Planning.NextYear}&nguon=KCDP");
        await deputy.SaysAsync("#so tbody", "Dự toán còn lại", "3.452.000.000");
        await deputy.SaysAsync("#so tbody", "Cam kết chi", Returned);
        await deputy.SaysAsync("#so tbody", "Đã thanh toán", Settled);
        await deputy.SaysAsync("#so tbody", "Đã quyết toán", "0");

        await officer.GotoAsync(settlement);
        await officer.SeesAsync("Bảng kê ghi thiếu người nhận");
        await officer.PressesAsync("Trình phê duyệt");
        await officer.SeesAsync("Đã trình phê duyệt.");
        await leader.ApprovesSettlementAsync(settlement);
    }

    /// <summary>One act of the leader, for today, by a document.</summary>
    private static async Task DelegatedAsync(IPage leader)
    {
        await leader.GotoAsync("/uy-quyen");
        await leader.ChoosesOneOfAsync("ToUserId", "Phan Minh Họa");
        await leader.Locator("input[name='Acts'][value='ApproveSettlement']").CheckAsync();
        foreach (var (field, text) in new[] { ("To", Hands.Today.Text()), ("DocumentNumber", "06/UQ-SCT (dữ liệu minh họa)"), ("DocumentDate", Hands.Today.Text()) })
        {
            await leader.Locator($"[name='{field}']").FillAsync(text);
        }

        await leader.PressesAsync("Ủy quyền");
        await leader.SeesAsync("Đã ủy quyền cho Phan Minh Họa");
    }

    /// <summary>Mẫu 8b lists the vouchers of all sources, and the project tells of each what was promised and what proves it.</summary>
    private static async Task ProvenAsync(string settlement, string project, IPage leader)
    {
        await leader.GotoAsync(settlement + "/in");
        await leader.SeesAsync("HỖ TRỢ 40 % CHI PHÍ, GỒM CẢ NGUỒN KHÁC (MẪU 8b)");
        await leader.SeesAsync($"Trong đó kinh phí khuyến công {Settled} đ; nguồn khác 60.000.000 đ.");
        await leader.GotoAsync(project + "/kinh-phi");
        var integrated = "#cam-ket-chung-minh tbody tr:has-text('Lồng ghép')";
        await leader.SaysAsync(integrated, "Cam kết", "12.000.000");
        await leader.SaysAsync(integrated, "Theo nghiệm thu", "10.000.000");
        await leader.SaysAsync(integrated, "Đã chứng minh", "10.000.000");
        await leader.SaysAsync(integrated, "Còn phải chứng minh", "2.000.000");
    }

    /// <summary>The line of the ledger, the project's money, the plan, the programme, its dashboard with the target, and the history.</summary>
    private static async Task EveryPageSaysTheSameAsync(string project, string settlement, int before, IPage officer)
    {
        await officer.GotoAsync($"/so-du-toan?nam={Planning.NextYear}&nguon=KCDP");
        await officer.SaysAsync("#so tbody", "Dự toán còn lại", Left);
        await officer.SaysAsync("#so tbody", "Đã quyết toán", Settled);
        await officer.SaysAsync("#so tbody", "Cam kết chi", "0");
        await officer.SaysAsync("#so tbody", "Tạm ứng", "0");

        await officer.GotoAsync(project + "/kinh-phi");
        var local = "#theo-nguon tbody tr:has(a[href*='nguon=KCDP'])";
        await officer.SaysAsync(local, "Phê duyệt", Decision);
        await officer.SaysAsync(local, "Trong đó đã trả về nguồn", Returned);
        await officer.SaysAsync(local, "Hợp đồng", Decision);
        await officer.SaysAsync(local, "Đã quyết toán", Settled);
        await officer.SaysAsync("#cam-ket-chung-minh tbody tr:has-text('Đối ứng')", "Đã chứng minh", "50.000.000");
        foreach (var account in (string[])["Dành dự toán", "Cam kết chi", "Tạm ứng"])
        {
            await officer.SaysAsync(local, account, "0");
        }

        await officer.OpensPlanAsync(Planning.NextYear, "khuyến công địa phương");
        var planned = $"#da-duyet tbody tr:has-text('{Title}')";
        await officer.SaysAsync(planned, "KC địa phương", Decision);
        await officer.SeesAsync($"trong đó đã trả về nguồn: KC địa phương {Returned} đ", planned);
        await officer.SeesAsync(Left + " đ");

        // Of what is settled at all, it is the only one of its source.
        await officer.OpensProgrammeMoneyAsync();
        var back = officer.Locator($"#trong-ke-hoach td[data-label='Trong đó đã trả về nguồn'] a[href*='so=ReturnedToSource'][href*='nguon=KCDP&nam={Planning.NextYear}']");
        await Assertions.Expect(back).ToHaveTextAsync(Returned);
        var programme = officer.Locator($"#trong-ke-hoach td[data-label='Đã quyết toán'] a[href*='so=Settled'][href*='nguon=KCDP&nam={Planning.NextYear}']");
        await Assertions.Expect(programme).ToHaveTextAsync(Settled);
        (await officer.ReadsTargetAsync(Target)).ShouldBe(before + 1);
        await officer.SeesAsync($"Đã quyết toán theo sổ dự toán: {Settled} đ", ".tiles");
        await officer.SeesItsEndInHistoryAsync(project, settlement, Settled);
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
