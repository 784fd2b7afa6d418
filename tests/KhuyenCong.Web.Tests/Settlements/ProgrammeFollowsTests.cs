using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

/// <summary>What a programme says of its money is what the ledger has.</summary>
public sealed class ProgrammeFollowsTests(App app)
{
    [Fact]
    public async Task APayment_ASettlement_AndWhatIsOrderedBack_ShowInTheProgrammeByThemselves()
    {
        var programme = await app.WithAProgramme();
        var (contract, line, path) = await app.ASubmitted();
        await app.WithDb(App.KhanhHoa, db => db.PlanItems.Where(i => i.PlanItemId == contract.PlanItemId)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ProgrammeId, (Guid?)programme.ProgrammeId).SetProperty(i => i.ProgrammeContentCode, "1")));
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await Says()).ShouldBe(("200.000.000", "150.000.000", "0"));

        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        (await Says()).ShouldBe(("150.000.000", "150.000.000", "150.000.000"));

        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var recovery = new Dictionary<string, string>
        {
            ["Recovery.AllocationId"] = $"{line.AllocationId}",
            ["Recovery.Amount"] = "10000000",
            ["Recovery.DocumentNumber"] = "16/KL-TTr",
            ["Recovery.DocumentDate"] = GivenSettlements.Today,
            ["Recovery.Issuer"] = "Thanh tra tỉnh (dữ liệu minh họa)",
            ["Recovery.Reason"] = "Chi sai nội dung",
        };
        await (await accountant.SubmitAsync(path, recovery, $"{path}?handler=Recover")).ShouldGoOn();
        var receipt = new Dictionary<string, string> { ["Receipt.RecoveryId"] = $"{(await app.Settlement(path)).Recoveries.Single().SettledRecoveryId}", ["Receipt.PaidBackOn"] = GivenSettlements.Today, ["Receipt.TreasuryNumber"] = "CT-8" };
        await (await leader.SubmitAsync(path, receipt, $"{path}?handler=Receive")).ShouldGoOn();
        (await Says()).ShouldBe(("150.000.000", "140.000.000", "140.000.000"));
        (await leader.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}")).QuerySelector(".tiles")!.TextContent.ShouldContain("Đã quyết toán theo sổ dự toán: 140.000.000 đ");

        // What the Cục contracts is a book of its own, named beside the province's.
        (await leader.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}")).QuerySelector(".tiles")!.TextContent.ShouldContain("Đã quyết toán theo sổ dự toán: 0 đ (sổ riêng: KCQG theo hợp đồng với Cục)");

        async Task<(string Approved, string Paid, string Settled)> Says()
        {
            // The counterpart's own row is on no line of the ledger.
            var row = (await leader.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}/kinh-phi")).QuerySelectorAll("#trong-ke-hoach tbody tr").Single(r => r.QuerySelector("td a[href^='/so-du-toan/']") is not null);
            string Of(string column) => row.QuerySelector($"td[data-label='{column}']")!.TextContent.Trim();
            foreach (var link in row.QuerySelectorAll("td a[href^='/so-du-toan/']"))
            {
                var href = link.GetAttribute("href").ShouldNotBeNull();
                href.ShouldContain($"chuong-trinh={programme.ProgrammeId}");
                (await leader.GetPageAsync(href)).QuerySelector("#cong .dong")!.TextContent.ShouldStartWith(link.TextContent);
            }

            return (Of("Đã phê duyệt"), Of("Đã thanh toán"), Of("Đã quyết toán"));
        }
    }
}
