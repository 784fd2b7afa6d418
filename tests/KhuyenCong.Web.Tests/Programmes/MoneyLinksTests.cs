using System.Net;
using AngleSharp.Dom;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Programmes;

/// <summary>What a programme says of its money opens the list that it is the sum of.</summary>
public sealed class MoneyLinksTests(App app)
{
    [Fact]
    public async Task EveryNumberOfWhatIsLeft_OpensTheListThatItIsTheSumOf()
    {
        var programme = await app.WithAProgramme();
        await app.WithAResult(programme, "T1", 300_000_001);
        await app.WithAResult(programme, "T1", 20_000_002);
        using var leader = await app.ASomebody(Role.DepartmentLeader);

        // Settled by force majeure: no result tells it.
        var (settled, _, path) = await app.ASubmitted();
        await Under(settled);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();

        // Accepted, and counted toward no target.
        var (project, contract) = await app.AContract();
        await Under(contract);
        var record = await app.ASubmitted(project, contract);
        await (await leader.SubmitAsync(GivenAcceptances.Path(record), new { TargetReason = "Không tính vào chỉ tiêu nào" }, $"{GivenAcceptances.Path(record)}?handler=Target")).ShouldGoOn();
        await (await leader.Moves(record, AcceptanceAction.Conclude)).ShouldGoOn();

        var page = $"/chuong-trinh/{programme.ProgrammeId}/kinh-phi";
        var links = (await leader.GetPageAsync(page)).QuerySelectorAll("#con-lai td a");
        links.Select(a => a.Closest("td")!.GetAttribute("data-label")).Distinct().ShouldBe(["Theo kết quả nghiệm thu", "Nghiệm thu không gắn chỉ tiêu", "Chênh khi quyết toán"], ignoreOrder: true);
        foreach (var link in links)
        {
            var (href, number) = (link.GetAttribute("href")!, link.TextContent.Trim());
            var list = await leader.GetPageAsync(href.Split('#')[0]);
            Sum(list, href).ShouldBe(number, href);
        }

        var spent = (await leader.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}")).QuerySelector(".tiles a[href^='/ket-qua']")!;
        spent.TextContent.ShouldBe("320.000.003\u00a0đ");
        (await leader.GetPageAsync(spent.GetAttribute("href")!)).Body!.TextContent.ShouldContain("2 kết quả, kinh phí 320.000.003");

        // The lists lead on: to the record, to the contract, to the entries of what was settled.
        var whole = await leader.GetPageAsync($"{page}?nguon=KCDP");
        whole.QuerySelector($"#khong-gan-chi-tieu a[href='{GivenAcceptances.Path(record)}']").ShouldNotBeNull();
        whole.QuerySelector($"#chenh-quyet-toan a[href='/hop-dong/{settled.ContractId}']").ShouldNotBeNull();
        var entries = whole.QuerySelector("#chenh-quyet-toan td[data-label='Đã quyết toán theo sổ dự toán'] a")!;
        (await leader.GetPageAsync(entries.GetAttribute("href")!)).QuerySelector("#cong .dong")!.TextContent.ShouldStartWith(entries.TextContent);
        (await leader.GetPageAsync($"{page}?nguon=khong-co")).QuerySelector("#chenh-quyet-toan").ShouldBeNull();

        // Who reads the programme and not the plans of the province has the numbers and no list of contracts.
        using var commune = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        var plain = await commune.GetPageAsync($"{page}?nguon=KCDP");
        plain.QuerySelector("#con-lai")!.TextContent.ShouldContain("320.000.003");
        plain.QuerySelectorAll("#con-lai td a").ShouldBeEmpty();
        plain.QuerySelector("#chenh-quyet-toan").ShouldBeNull();
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        (await foreign.GetAsync(new Uri($"{page}?nguon=KCDP", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        Task<int> Under(Contract of) => app.WithDb(App.KhanhHoa, db => db.PlanItems.Where(i => i.PlanItemId == of.PlanItemId).ExecuteUpdateAsync(set => set.SetProperty(i => i.ProgrammeId, (Guid?)programme.ProgrammeId)));
    }

    private static string Sum(IParentNode list, string href) => href.StartsWith("/ket-qua", StringComparison.Ordinal)
        ? list.QuerySelector("#theo-nguon .dong")!.TextContent.Split('\u00a0')[0]
        : list.QuerySelectorAll($"#{href.Split('#')[1]} tr.is-total td")[^1].TextContent.Trim();
}
