using System.Text.RegularExpressions;
using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>The sample task of xã Cam Lâm, two training classes, is assigned to a unit of the province: no advance, no machine, one report, one record; 54 of 60 triệu are paid, once, and settled; 4 are ordered back since.</summary>
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
        var request = await officer.RequestsAsync("54 triệu", "Chi hai lớp tập huấn");
        await leader.ApprovesRequestAsync(request);
        await accountant.SendsToTreasuryAsync(request);
        await PaidOnceAsync(request, accountant, await PageOfAsync(Accounts.CamLamAccountant));
        await RecoveredAsync(await SettledAsync(contract, officer, leader), leader, accountant);

        await officer.GotoAsync($"/so-du-toan?nam={Hands.Today.Year}&nguon=CAPXA");
        await officer.SaysAsync("#so tbody", "Đã quyết toán", "50.000.000");
        await officer.SaysAsync("#so tbody", "Đã thu hồi nộp ngân sách", "4.000.000");
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

    /// <summary>Recorded in two sessions at the same moment: one records it, the other reads that it is done already.</summary>
    private static async Task PaidOnceAsync(string request, params IPage[] accountants)
    {
        await Task.WhenAll(accountants.Select(accountant => accountant.GotoAsync(request)));
        foreach (var accountant in accountants)
        {
            await accountant.Locator("[name='Move.Date']").FillAsync(Hands.Today.Text());
            await accountant.Locator("[name='Move.TreasuryNumber']").FillAsync("UNC-54");
        }

        await Task.WhenAll(accountants.Select(accountant => accountant.PressesAsync("Ghi nhận đã chi")));
        var told = await Task.WhenAll(accountants.Select(async accountant =>
        {
            var answer = accountant.Locator(".flash, .error-summary").First;
            await Assertions.Expect(answer).ToContainTextAsync(new Regex("Đã chi: |không ghi lần hai"));
            return await answer.InnerTextAsync();
        }));
        told.Count(text => text.Contains("Đã chi: ", StringComparison.Ordinal)).ShouldBe(1);
        told.ShouldContain(text => text.Contains($"đã được ghi nhận chi ngày {Hands.Today.Text()}; không ghi lần hai", StringComparison.Ordinal));
    }

    /// <summary>What an inspection found afterwards is ordered back by one, never above what was settled, and its receipt is confirmed by another.</summary>
    private static async Task RecoveredAsync(string settlement, IPage leader, IPage accountant)
    {
        await accountant.GotoAsync(settlement);
        await accountant.ChoosesOneOfAsync("Recovery.AllocationId", "54.000.000");
        foreach (var (field, text) in new[] { ("Amount", "54.000.001"), ("DocumentNumber", "12/KL-TTr (dữ liệu minh họa)"), ("DocumentDate", Hands.Today.Text()), ("Issuer", "Thanh tra (dữ liệu minh họa)"), ("Reason", "Chi vượt định mức hai buổi") })
        {
            await accountant.Locator($"[name='Recovery.{field}']").FillAsync(text);
        }

        await accountant.PressesAsync("Ghi yêu cầu thu hồi");
        await accountant.SeesAsync("Số đã quyết toán còn 54.000.000 đ; lần này cần 54.000.001 đ, vượt 1 đ.", ".error-summary");
        await accountant.Locator("[name='Recovery.Amount']").FillAsync("4 triệu");
        await accountant.PressesAsync("Ghi yêu cầu thu hồi");
        await accountant.SeesAsync("Đã ghi yêu cầu thu hồi.");
        await accountant.SeesAsync("Bạn đã ghi yêu cầu này hoặc đã lập hồ sơ quyết toán", "#thu-hoi");
        await Assertions.Expect(accountant.GetByRole(AriaRole.Button, new() { Name = "Xác nhận đã thu", Exact = true })).ToHaveCountAsync(0);

        await leader.GotoAsync(settlement);
        await leader.SeesAsync("theo dõi nộp trả 4.000.000 đ theo văn bản 12/KL-TTr", "#thu-hoi");
        await leader.Locator("[name='Receipt.PaidBackOn']").FillAsync(Hands.Today.Text());
        await leader.Locator("[name='Receipt.TreasuryNumber']").FillAsync("PT-04");
        await leader.PressesAsync("Xác nhận đã thu");
        await leader.SeesAsync("Đã ghi nhận tiền thu hồi, sổ dự toán đã ghi.");
        await leader.SeesAsync("chứng từ PT-04", "#thu-hoi");
    }

    private static async Task<string> SettledAsync(string contract, IPage officer, IPage leader)
    {
        var settlement = await officer.SubmitsSettlementAsync(contract, ("CAPXA", "54 triệu"));
        await leader.ApprovesSettlementAsync(settlement);
        var row = "#so-lieu tbody tr:has-text('Cấp xã')";
        await leader.SaysAsync(row, "Quyết toán", "54.000.000");
        await leader.SaysAsync(row, "Trả về nguồn", "6.000.000");
        return settlement;
    }
}
