using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>
/// The local money of the Sở of Khánh Hòa, in a year that is over: two projects in work go on into the next year by a decision, with what they hold and what was advanced to them,
/// and the rest lapses. A closed year takes nothing more. One of the two is ended by a storm, and settled by what was done until then.
/// </summary>
[Collection(AsideFromTheOthers.Name)]
public sealed class YearEndTests(OwnApplication application, Chromium chromium) : Journey(application, chromium)
{
    private const string Title = "Ứng dụng máy tráng bánh tự động (dữ liệu minh họa)";
    private const string Decision = "15/QĐ-UBND (dữ liệu minh họa)";

    // Of the 700 triệu allotted, 180 and 120 are of two contracts, with 60 and 50 advanced; 60 are kept for a project without a contract.
    private const string Carried = "300.000.000";
    private const string Lapsed = "400.000.000";
    private const string Committed = "190.000.000";
    private const string Advanced = "110.000.000";

    // Two years ago: the sample money of the year after it takes over, with the 50 triệu that are left of its own.
    private static readonly int Year = Hands.Today.Year - 2;

    private readonly OwnApplication own = application;

    [Fact]
    public async Task ProjectsInWork_GoOnByADecision_TheRestLapses_AndTheYearIsClosed()
    {
        await BecomesOldAsync();
        var (accountant, leader) = (await PageOfAsync(Accounts.KhanhHoaAccountant), await PageOfAsync(Accounts.KhanhHoaLeader));
        await accountant.GotoAsync("/hop-dong?tim=may+trang+banh");
        var contract = await accountant.HrefAsync("main tbody th a");
        await accountant.GotoAsync($"/so-du-toan?nam={Year}&nguon=KCDP");
        var line = await accountant.HrefAsync("#so tbody th a");

        var proposal = await ProposedAsync(line, accountant);
        await ApprovedAsync(proposal, leader);
        await RefusedAsync(line, accountant);
        await IsListedAsync(contract, accountant);
        await SaysTheSameAsync(accountant);
        await EndedByForceMajeureAsync(await PageOfAsync(Accounts.KhanhHoaSpecialist), leader, accountant);
        (await own.FaultsOfAsync("verify-ledger")).ShouldBeNull();
    }

    /// <summary>What the samples bound this year was bound two years ago: no year is closed before it is over.</summary>
    private async Task BecomesOldAsync()
    {
        var line = $"""(SELECT "AllocationId" FROM "Allocations" WHERE "ProvinceCode" = '56' AND "Source" = 'KCDP' AND "Year" = {Hands.Today.Year})""";
        string[] changes =
        [
            $"""UPDATE "Contracts" SET "Year" = {Year} WHERE "ContractId" IN (SELECT "ContractId" FROM "ContractAmount" WHERE "AllocationId" IN {line})""",
            $"""UPDATE "PlanItems" SET "Year" = {Year} WHERE "PlanItemId" IN (SELECT "PlanItemId" FROM "PlanItemAmounts" WHERE "AllocationId" IN {line})""",
            $"""UPDATE "Allocations" SET "Year" = {Year} WHERE "AllocationId" IN {line}""",
        ];
        await using var database = own.Beside();
        await database.OpenAsync();
        foreach (var change in changes)
        {
            await using var command = database.CreateCommand();
#pragma warning disable CA2100 // Constant texts of this test, and a year.
            command.CommandText = change;
#pragma warning restore CA2100
            (await command.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0, change);
        }
    }

    /// <summary>What is bound goes on unless somebody says otherwise, and not without a document.</summary>
    /// <returns>Where the proposal is found.</returns>
    private static async Task<string> ProposedAsync(string line, IPage accountant)
    {
        await accountant.GotoAsync($"/so-du-toan/khoa-so?dong={line.Split('/')[^1]}");
        await Assertions.Expect(accountant.Locator("input[name='Form.Carried']")).ToHaveCountAsync(3);
        await Assertions.Expect(accountant.Locator("input[name='Form.Carried']:checked")).ToHaveCountAsync(2);
        await accountant.PressesAsync("Gửi đề nghị khóa sổ");
        await accountant.SeesAsync("phải có văn bản", ".error-summary");
        await accountant.FillsAsync(("DocumentNumber", Decision), ("DocumentDate", $"31/12/{Year}"), ("Issuer", "UBND tỉnh (dữ liệu minh họa)"));
        await accountant.PressesAsync("Gửi đề nghị khóa sổ");
        await accountant.SeesAsync("Đã gửi đề nghị khóa sổ 1 dòng");
        return new Uri(accountant.Url).AbsolutePath;
    }

    private static async Task ApprovedAsync(string proposal, IPage leader)
    {
        await leader.GotoAsync(proposal + "/in");
        await leader.SeesAsync(Decision, ".print-sheet");
        await JudgeAsync(leader, "printed");
        await leader.GotoAsync(proposal);
        await leader.SeesAsync(Title);
        await leader.PressesAsync("Duyệt khóa sổ");
        await leader.SeesAsync($"Đã khóa sổ 1 dòng năm {Year}: hủy {Lapsed} đ, chuyển nguồn {Carried} đ.");
    }

    /// <summary>An allotment that was forgotten comes too late, and is told why.</summary>
    private static async Task RefusedAsync(string line, IPage accountant)
    {
        await accountant.GotoAsync($"/du-toan/giao?dong={line.Split('/')[^1]}");
        await accountant.FillsAsync(("Amount", "10 triệu"), ("DocumentNumber", "16/QĐ-UBND (dữ liệu minh họa)"), ("DocumentDate", $"30/12/{Year}"), ("Issuer", "UBND tỉnh (dữ liệu minh họa)"));
        await accountant.PressesAsync("Ghi");
        await accountant.SeesAsync($"Sổ năm {Year} đã khóa ngày", ".error-summary");
        await accountant.SeesAsync("không ghi thêm bút toán vào năm đó", ".error-summary");
    }

    /// <summary>Lists know the contract by the year that its money is in now.</summary>
    private static async Task IsListedAsync(string contract, IPage accountant)
    {
        foreach (var list in (string[])["/hop-dong", "/kho-bac/ba-ben"])
        {
            await accountant.GotoAsync($"{list}?tim=may+trang+banh&nam={Year + 1}");
            await Assertions.Expect(accountant.Locator($"main tbody th a[href='{contract}']")).ToHaveCountAsync(1);
            await accountant.GotoAsync($"{list}?tim=may+trang+banh&nam={Year}");
            await Assertions.Expect(accountant.Locator($"main tbody th a[href='{contract}']")).ToHaveCountAsync(0);
        }
    }

    /// <summary>What left the one year is what came into the other, and the number opens its entries.</summary>
    private static async Task SaysTheSameAsync(IPage accountant)
    {
        await accountant.GotoAsync($"/so-du-toan?nam={Year}&nguon=KCDP");
        await accountant.SaysAsync("#so tbody", "Đã hủy dự toán", Lapsed);
        await accountant.SaysAsync("#so tbody", "Đã chuyển nguồn", Carried);
        foreach (var account in (string[])["Dự toán còn lại", "Dành dự toán", "Cam kết chi", "Tạm ứng"])
        {
            await accountant.SaysAsync("#so tbody", account, "0");
        }

        await accountant.GotoAsync($"/so-du-toan?nam={Year + 1}&nguon=KCDP");
        await accountant.SaysAsync("#so tbody", "Dự toán còn lại", "50.000.000");
        await accountant.SaysAsync("#so tbody", "Tạm ứng", Advanced);
        await accountant.OpensItsEntriesAsync("#so tbody td[data-label='Cam kết chi']", Committed);
        await accountant.SeesAsync(Decision, "#but-toan");
    }

    /// <summary>Of 120 triệu, the 50 that were advanced are done, as the commune and the last confirmed report (one half) say: they are cleared and settled, and 70 go back to the year that they were carried into.</summary>
    private static async Task EndedByForceMajeureAsync(IPage officer, IPage leader, IPage accountant)
    {
        await officer.GotoAsync("/hop-dong?tim=may+nghien+muoi");
        var contract = await officer.HrefAsync("main tbody th a");
        await officer.OpensRequestAsync(contract, "Thanh toán tạm ứng");
        await officer.TypesRequestAsync("50 triệu", "Thanh toán tạm ứng theo khối lượng được xác nhận");
        await officer.SeesAsync("Trước nghiệm thu chỉ tạm ứng.", ".error-summary");

        var settlement = await officer.SubmitsForceMajeureAsync(contract, "KCDP", "50 triệu", "UBND xã (dữ liệu minh họa)", "Bão làm hỏng nhà xưởng, không lắp tiếp được");
        await officer.SeesAsync("Chưa kèm bản chụp biên bản xác nhận khối lượng.", "#con-lai");
        await officer.OpensRequestAsync(contract, "Thanh toán tạm ứng");
        var cleared = await officer.RequestsAsync("50 triệu", "Thanh toán tạm ứng theo khối lượng được xác nhận");
        await accountant.PaysAsync(cleared, leader, "TT-50", "Ghi nhận đã thanh toán tạm ứng", "Đã thanh toán tạm ứng:");

        await leader.ApprovesSettlementAsync(settlement);
        var row = "#so-lieu tbody tr:has-text('KC địa phương')";
        await leader.SaysAsync(row, "Quyết toán", "50.000.000");
        await leader.SaysAsync(row, "Trả về nguồn", "70.000.000");
        await leader.GotoAsync(settlement + "/in");
        await leader.SeesAsync("Do sự kiện bất khả kháng, hợp đồng không thực hiện được đầy đủ", "#ly-do-thanh-ly");
        await leader.GotoAsync($"/so-du-toan?nam={Year + 1}&nguon=KCDP");
        await leader.SaysAsync("#so tbody", "Dự toán còn lại", "120.000.000");
        await leader.SaysAsync("#so tbody", "Cam kết chi", "120.000.000");
        await leader.SaysAsync("#so tbody", "Tạm ứng", "60.000.000");
        // With the 150 triệu of the sample project that was settled in that year.
        await leader.SaysAsync("#so tbody", "Đã quyết toán", "200.000.000");
    }

    /// <summary>In both sizes and looks; the next page is opened by its address.</summary>
    private static async Task JudgeAsync(IPage page, string picture)
    {
        (await page.JudgeAsync("year-end-" + picture, shell: false)).ShouldBeEmpty();
        await page.SitsDownAgainAsync();
    }
}
