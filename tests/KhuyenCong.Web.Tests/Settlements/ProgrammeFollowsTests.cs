using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Acceptances;
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
        (await Says()).ShouldBe(("200.000.000", "0", "150.000.000", "0"));

        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        (await Says()).ShouldBe(("200.000.000", "50.000.000", "150.000.000", "150.000.000"));

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
        (await Says()).ShouldBe(("200.000.000", "50.000.000", "140.000.000", "140.000.000"));
        (await leader.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}")).QuerySelector(".tiles")!.TextContent.ShouldContain("Đã quyết toán theo sổ dự toán: 140.000.000 đ");

        // Settled by force majeure and recovered in part: no result tells it, and it is used all the same.
        var used = await Left(leader, programme.ProgrammeId, "khuyến công địa phương");
        (used("Theo kết quả nghiệm thu"), used("Chênh khi quyết toán")).ShouldBe(("0", "140.000.000"));

        // What the Cục contracts is a book of its own, named beside the province's.
        (await leader.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}")).QuerySelector(".tiles")!.TextContent.ShouldContain("Đã quyết toán theo sổ dự toán: 0 đ (sổ riêng: KCQG theo hợp đồng với Cục)");

        async Task<(string Approved, string Returned, string Paid, string Settled)> Says()
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

            return (Of("Đã phê duyệt"), Of("Trong đó đã trả về nguồn"), Of("Đã thanh toán"), Of("Đã quyết toán"));
        }
    }

    [Fact]
    public async Task WorkThatCountsTowardNoTarget_StillBringsItsCounterpartToTheProgramme()
    {
        var programme = await app.WithAProgramme();
        var (project, contract) = await app.AContract();
        await app.WithDb(App.KhanhHoa, db => db.PlanItems.Where(i => i.PlanItemId == contract.PlanItemId).ExecuteUpdateAsync(set => set.SetProperty(i => i.ProgrammeId, (Guid?)programme.ProgrammeId)));
        var id = await app.ASubmitted(project, contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.SubmitAsync(GivenAcceptances.Path(id), new { TargetReason = "Không tính vào chỉ tiêu nào" }, $"{GivenAcceptances.Path(id)}?handler=Target")).ShouldGoOn();
        (await Left(leader, programme.ProgrammeId, "Đối ứng"))("Nghiệm thu không gắn chỉ tiêu").ShouldBe("0");
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        (await Left(leader, programme.ProgrammeId, "Đối ứng"))("Nghiệm thu không gắn chỉ tiêu").ShouldBe((new Dong(400_000_000) - (await app.Again(id)).Due).Grouped);
        await (await leader.Moves(id, AcceptanceAction.Undo)).ShouldGoOn();
        (await Left(leader, programme.ProgrammeId, "Đối ứng"))("Nghiệm thu không gắn chỉ tiêu").ShouldBe("0");
    }

    /// <summary>What the programme says of one source over its whole period, column by column; 0 where it does not name the source.</summary>
    private static async Task<Func<string, string>> Left(HttpClient reader, Guid programme, string source)
    {
        var row = (await reader.GetPageAsync($"/chuong-trinh/{programme}/kinh-phi")).QuerySelectorAll("#con-lai tbody tr.is-total").SingleOrDefault(r => r.QuerySelector("th")!.TextContent.Contains(source, StringComparison.Ordinal));
        return column => row?.QuerySelector($"td[data-label='{column}']")!.TextContent.Trim() ?? "0";
    }
}
