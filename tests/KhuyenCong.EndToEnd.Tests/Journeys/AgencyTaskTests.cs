using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>The sample task of xã Cam Lâm, two training classes, is assigned to a unit of the province: no advance, no machine, one report, one record; 54 of 60 triệu are settled.</summary>
public sealed class AgencyTaskTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Title = "Tập huấn sản xuất sạch hơn cho cơ sở trên địa bàn xã Cam Lâm (dữ liệu minh họa)";
    private const string Unit = "Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh Khánh Hòa";

    [Fact]
    public async Task OfACommune_IsAssignedHeldPaidAndSettled()
    {
        var (officer, leader, accountant) = (await PageOfAsync(Accounts.CamLamOfficer), await PageOfAsync(Accounts.CamLamLeader), await PageOfAsync(Accounts.CamLamAccountant));
        var project = await officer.FindsProjectAsync("cho cơ sở trên địa bàn xã cam lâm", Title);
        var contract = await officer.ProposesUnitContractAsync(project, "Giao nhiệm vụ", Unit);
        await leader.SignsContractAsync(contract, Hands.Today);
        await leader.ConfirmsProgressAsync(await officer.ReportsProgressAsync(contract, Hands.Today, "CAPXA", ("2", "54 triệu")));

        await AcceptedAsync(contract, officer, leader);
        await officer.OpensRequestAsync(contract, "Thanh toán");
        await accountant.PaysAsync(await officer.RequestsAsync("54 triệu", "Chi hai lớp tập huấn"), leader, "UNC-54");
        await SettledAsync(contract, officer, leader);

        await officer.GotoAsync($"/so-du-toan?nam={Hands.Today.Year}&nguon=CAPXA");
        await officer.SaysAsync("#so tbody", "Đã quyết toán", "54.000.000");
        await officer.SaysAsync("#so tbody", "Dự toán còn lại", "46.000.000");
        var names = await officer.ArchivesAsync(project);
        names.ShouldContain("so-du-toan.csv");
        names.Count(name => name.StartsWith("6-nghiem-thu/", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static async Task AcceptedAsync(string contract, IPage officer, IPage leader)
    {
        await officer.OpensAcceptanceAsync(contract);
        var acceptance = await officer.RecordsTaskAsync("2", "54 triệu", "Nhà văn hóa xã Cam Lâm");
        await officer.SeesAsync("mẫu 5b");
        await officer.SeesAsync("54.000.000 đ", "#muc-ho-tro");
        await officer.SubmitsAcceptanceWithoutTargetAsync("Chương trình của xã không có chỉ tiêu về tập huấn");
        await leader.ConcludesAcceptanceAsync(acceptance);
    }

    private static async Task SettledAsync(string contract, IPage officer, IPage leader)
    {
        await leader.ApprovesSettlementAsync(await officer.SubmitsSettlementAsync(contract, ("CAPXA", "54 triệu")));
        var row = "#so-lieu tbody tr:has-text('Cấp xã')";
        await leader.SaysAsync(row, "Quyết toán", "54.000.000");
        await leader.SaysAsync(row, "Trả về nguồn", "6.000.000");
    }
}
