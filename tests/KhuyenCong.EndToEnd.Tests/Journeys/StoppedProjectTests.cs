using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>A sample project of Khánh Hòa under way is stopped: what was advanced comes back as the statement of Kho bạc says, the contract ends, and all of the money is free again.</summary>
public sealed class StoppedProjectTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Title = "Ứng dụng máy nghiền muối tinh (dữ liệu minh họa)";
    private const string Workshop = "Công ty CP Muối sạch Đầm Xanh (dữ liệu minh họa)";

    [Fact]
    public async Task WithAnAdvance_GivesItBack_AndItsMoneyIsFreeAgain()
    {
        var (officer, leader) = (await PageOfAsync(Accounts.KhanhHoaSpecialist), await PageOfAsync(Accounts.KhanhHoaLeader));
        var (office, accountant) = (await PageOfAsync(Accounts.KhanhHoaOffice), await PageOfAsync(Accounts.KhanhHoaAccountant));
        var project = await officer.FindsProjectAsync("máy nghiền muối", Title);
        var contract = await officer.HrefAsync("#hop-dong a[href^='/hop-dong/0']");

        await office.StopsProjectAsync(Title, "KCDP", "120 triệu", "512/QĐ-UBND (dữ liệu minh họa)");
        await RefusedAsync(contract, officer);
        await RecoveredAsync(contract, officer, leader, accountant);
        await leader.CancelsContractAsync(contract, "Đề án đã ngừng, tạm ứng đã thu hồi đủ");

        await IsFreeAsync(project, officer);
        await officer.GotoAsync("/co-so?tim=muối+sạch+đầm+xanh");
        await officer.FollowsFirstAsync("main tbody th a");
        await officer.SeesAsync(Title + " – đã ngừng");
    }

    /// <summary>A contract with an advance is not cancelled, and a stopped project gets no other.</summary>
    private static async Task RefusedAsync(string contract, IPage officer)
    {
        await officer.OpensRequestAsync(contract, "Tạm ứng");
        await officer.TypesRequestAsync("10 triệu", "Tạm ứng thêm");
        await officer.SeesAsync("Đề án đã ngừng: không tạm ứng thêm", ".error-summary");
    }

    /// <summary>Asked for by one, approved by another, matched by a third with the money that came in.</summary>
    private static async Task RecoveredAsync(string contract, IPage officer, IPage leader, IPage accountant)
    {
        await officer.OpensRequestAsync(contract, "Thu hồi tạm ứng");
        var recovery = await officer.RequestsAsync("50 triệu", "Thu hồi tạm ứng của đề án đã ngừng");
        await leader.ApprovesRequestAsync(recovery);
        await accountant.SendsToTreasuryAsync(recovery);
        await accountant.MatchesStatementAsync("Sở Công Thương tỉnh", "PT-50", Workshop, "50.000.000", comesIn: true);
        await accountant.GotoAsync(recovery);
        await accountant.SeesAsync("chứng từ PT-50");
    }

    /// <summary>Nothing is bound, advanced or reserved for it; the entries tell how.</summary>
    private static async Task IsFreeAsync(string project, IPage officer)
    {
        await officer.GotoAsync(project + "/kinh-phi");
        var local = "#theo-nguon tbody tr:has(a[href*='nguon=KCDP'])";
        foreach (var account in (string[])["Dành dự toán", "Cam kết chi", "Tạm ứng"])
        {
            await officer.SaysAsync(local, account, "0");
        }

        await officer.SaysAsync(local, "Phê duyệt", "120.000.000");
        await officer.SaysAsync(local, "Trong đó đã trả về nguồn", "120.000.000");
        await officer.SeesAsync("Thu hồi tạm ứng", "#but-toan");
        await officer.GotoAsync($"/so-du-toan?nam={Hands.Today.Year}&nguon=KCDP");
        // 700 triệu were allotted; the other sample projects keep their 180 and 60.
        await officer.SaysAsync("#so tbody", "Dự toán còn lại", "460.000.000");
    }
}
