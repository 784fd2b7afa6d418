using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>
/// The year before of xã Cam Lâm: its books are closed by two people, then its report goes from the commune to the Sở, is appraised by the Sở Tài chính and ends with a signed notice.
/// The province has not said which way communes go: the commune chooses the one through the Sở.
/// </summary>
public sealed class YearlySettlementTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Allotted = "20.000.000";
    private const string Notice = "31/TB-STC (dữ liệu minh họa)";

    private static readonly int Year = Hands.Today.Year - 1;

    [Fact]
    public async Task OfACommune_GoesThroughTheDepartment_AndEndsWithANotice()
    {
        var leader = await PageOfAsync(Accounts.CamLamLeader);
        await ClosedAsync(await PageOfAsync(Accounts.CamLamAccountant), leader);
        var officer = await PageOfAsync(Accounts.CamLamOfficer);
        var report = await PreparesAsync(officer);
        await leader.GotoAsync(report);
        await leader.PressesAsync("Trình Sở Công Thương");
        await leader.SeesAsync("Đã trình Sở Công Thương.");

        var department = await PageOfAsync(Accounts.KhanhHoaLeader);
        await department.GotoAsync(report);
        await department.PressesAsync("Xét, chuyển Sở Tài chính");
        await department.SeesAsync("Sở Công Thương đã xét, chuyển Sở Tài chính.");

        await AppraisedAsync(report, await PageOfAsync(Accounts.KhanhHoaFinance));
        await officer.GotoAsync(report);
        await officer.SeesAsync(Notice);
        await Assertions.Expect(officer.Locator(".page-facts")).ToContainTextAsync("Đã phê duyệt, thông báo");
    }

    /// <summary>What was allotted and not used lapses: proposed by the accountant, approved by the leader.</summary>
    private static async Task ClosedAsync(IPage accountant, IPage leader)
    {
        await accountant.GotoAsync("/du-toan/giao");
        await accountant.ChoosesOneOfAsync("Form.HolderId", "Cam Lâm");
        await accountant.FillsAsync(("Year", $"{Year}"), ("Amount", Allotted), ("DocumentNumber", "07/QĐ-UBND (dữ liệu minh họa)"), ("DocumentDate", $"05/01/{Year}"), ("Issuer", "UBND xã Cam Lâm (dữ liệu minh họa)"));
        await accountant.PressesAsync("Ghi");
        await accountant.SeesAsync("Đã ghi giao");

        await accountant.GotoAsync($"/so-du-toan?nam={Year}&nguon=CAPXA");
        await accountant.FollowsFirstAsync("main tbody th a");
        await accountant.FollowsAsync("Khóa sổ dòng này");
        await accountant.PressesAsync("Gửi đề nghị khóa sổ");
        await accountant.SeesAsync("Đã gửi đề nghị khóa sổ 1 dòng");
        await leader.GotoAsync(new Uri(accountant.Url).AbsolutePath);
        await leader.SeesAsync(Allotted);
        await JudgeAsync(leader, "year-end-proposal");
        await leader.PressesAsync("Duyệt khóa sổ");
        await leader.SeesAsync($"Đã khóa sổ 1 dòng năm {Year}");
    }

    private static async Task<string> PreparesAsync(IPage officer)
    {
        await officer.GotoAsync($"/quyet-toan-nam?nam={Year}");
        await officer.FollowsAsync("Lập báo cáo");
        await officer.PressesAsync("Lập báo cáo");
        await officer.SeesAsync($"Đã lập báo cáo quyết toán năm {Year}");
        await officer.SeesAsync(Allotted);
        return new Uri(officer.Url).AbsolutePath;
    }

    /// <summary>What is accepted of each line stands there as reported.</summary>
    private static async Task AppraisedAsync(string report, IPage finance)
    {
        await finance.GotoAsync(report);
        await JudgeAsync(finance, "yearly-appraisal");
        await finance.CitesAsync("30/BB-STC (dữ liệu minh họa)");
        await finance.PressesAsync("Ghi kết quả thẩm định");
        await finance.SeesAsync("Đã thẩm định.");
        await finance.CitesAsync(Notice);
        await finance.Locator("[name='Move.Issuer']").FillAsync("Sở Tài chính tỉnh Khánh Hòa");
        await finance.AttachesAsync("Bản chụp văn bản", "thong-bao.pdf", Files.Pdf, Files.SignedDocument);
        await finance.PressesAsync("Ghi thông báo, phê duyệt quyết toán");
        await finance.SeesAsync("Đã ghi thông báo, phê duyệt quyết toán.");
        await finance.GotoAsync(report + "/in");
        await JudgeAsync(finance, "yearly-printed");
    }

    /// <summary>In both sizes and both looks, as the walks do.</summary>
    private static async Task JudgeAsync(IPage page, string picture)
    {
        (await page.JudgeAsync(picture)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
    }
}
