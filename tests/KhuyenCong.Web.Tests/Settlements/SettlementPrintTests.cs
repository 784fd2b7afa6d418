using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

public sealed class SettlementPrintTests(App app)
{
    [Fact]
    public async Task TheFile_PrintsFiguresListsAndMinutes_EachToBeSigned()
    {
        var (_, _, path) = await app.ASubmitted();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        var paper = await leader.GetPageAsync($"{path}/in");
        // Contracted, advanced, paid, recovered, settled, given back.
        paper.QuerySelectorAll("#thanh-ly tbody td").Select(c => c.TextContent.Trim()).ShouldBe(["200.000.000", "0", "150.000.000", "0", "150.000.000", "50.000.000"]);
        var main = paper.QuerySelector("main")!.TextContent;
        foreach (var form in new[] { "Mẫu 7 (", "Mẫu 8a (", "Mẫu 6 (" })
        {
            main.ShouldContain(form);
        }

        paper.QuerySelectorAll(".signatures").Length.ShouldBe(3, "figures, list of vouchers, minutes");
    }

    /// <summary>Nobody signs that all was done where it was not.</summary>
    [Fact]
    public async Task TheMinutesOfLiquidation_SayHowTheContractEnded()
    {
        var (contract, _, path) = await app.ASubmitted();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        (await Ending()).ShouldContain("bất khả kháng");

        var id = (await app.Settlement(path)).SettlementId;
        await app.WithDb(App.KhanhHoa, db => db.Settlements.Where(s => s.SettlementId == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Basis, SettlementBasis.Accepted)));
        (await Ending()).ShouldContain("không thực hiện hoặc không được nghiệm thu");
        // Nothing of the money is left over, and a site was not done all the same.
        await app.WithDb(App.KhanhHoa, async db =>
        {
            await db.Settlements.Where(s => s.SettlementId == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.UndoneSites, "Cơ sở thứ hai xin rút (dữ liệu minh họa)"));
            return await db.Set<SettlementAmount>().Where(a => a.SettlementId == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Due, a => a.Contracted));
        });
        (await Ending()).ShouldContain("không thực hiện hoặc không được nghiệm thu");
        await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.ProjectId == contract.ProjectId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, ProjectState.Stopped)));
        (await Ending()).ShouldContain("đã ngừng thực hiện");

        async Task<string> Ending()
        {
            var said = (await leader.GetPageAsync($"{path}/in")).QuerySelector("#ly-do-thanh-ly")!.TextContent;
            said.ShouldNotContain("đã thực hiện xong");
            return said;
        }
    }

    [Fact]
    public async Task AnOrderToPayBack_IsANoticeToTheParty()
    {
        var (_, line, path) = await app.ASubmitted();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        await (await accountant.SubmitAsync(path, new Dictionary<string, string>
        {
            ["Recovery.AllocationId"] = $"{line.AllocationId}",
            ["Recovery.Amount"] = "20000001",
            ["Recovery.DocumentNumber"] = "15/KL-TTr",
            ["Recovery.DocumentDate"] = GivenSettlements.Today,
            ["Recovery.Issuer"] = "Thanh tra tỉnh (dữ liệu minh họa)",
            ["Recovery.Reason"] = "Chi sai nội dung",
        }, $"{path}?handler=Recover")).ShouldGoOn();
        var notice = $"{path}/thu-hoi/{(await app.Settlement(path)).Recoveries.Single().SettledRecoveryId}/in";
        (await accountant.GetPageAsync(path)).QuerySelector($"a[href='{notice}']").ShouldNotBeNull();
        var paper = await accountant.GetPageAsync(notice);
        paper.ShouldBeHeadedAsAPaper("THỦ TRƯỞNG ĐƠN VỊ");
        paper.QuerySelector("#so-tien")!.TextContent.ShouldContain("20.000.001 đ (bằng chữ: Hai mươi triệu");
        paper.QuerySelector(".print-sheet")!.TextContent.ShouldContain("15/KL-TTr");

        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        using var owner = await app.ASomebody(Role.EstablishmentOwner);
        foreach (var client in new[] { foreign, owner })
        {
            (await client.GetAsync(new Uri(notice, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
