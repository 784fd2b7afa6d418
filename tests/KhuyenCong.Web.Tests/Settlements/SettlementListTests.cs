using System.Net;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Pages.Settlements;
using KhuyenCong.Web.Tests.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

public sealed class SettlementListTests(App app)
{
    [Fact]
    public async Task MoreContractsThanAPage_GoOnOnTheNext_AndFiltersAndOrderStay()
    {
        var (contract, _, path) = await app.ASubmitted();
        var more = await app.SignedBeside(contract, ManyContracts.PageSize + 1);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var url = $"/quyet-toan?nam={contract.Year}&co={ManyContracts.PageSize}";
        var (one, two) = (await leader.GetPageAsync(url), await leader.GetPageAsync($"{url}&trang=2"));
        (one.QuerySelectorAll("#quyet-toan tbody tr").Length, two.QuerySelectorAll("#quyet-toan tbody tr").Length).ShouldBe((ManyContracts.PageSize, 2));
        one.QuerySelectorAll("#quyet-toan tbody th a").Concat(two.QuerySelectorAll("#quyet-toan tbody th a")).Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(more.Count + 1);
        two.Body!.TextContent.ShouldContain($"{more.Count + 1} hợp đồng theo bộ lọc");

        var sent = (await leader.GetPageAsync($"{url}&trang-thai={nameof(SettlementState.Submitted)}")).QuerySelectorAll("#quyet-toan tbody tr").ShouldHaveSingleItem();
        sent.QuerySelector("th a")!.GetAttribute("href").ShouldBe(path);
        sent.TextContent.ShouldContain("150.000.000");
        sent.TextContent.ShouldContain("Cơ sở minh họa");
        (await leader.GetPageAsync($"{url}&trang-thai={IndexModel.NotOpened}&trang=2")).QuerySelectorAll("#quyet-toan tbody tr").Length.ShouldBe(1);
        (await leader.GetPageAsync($"{url}&trang-thai=khong-co")).QuerySelector("#quyet-toan").ShouldBeNull();

        (await leader.GetPageAsync($"{url}&sap-xep=-tien")).QuerySelector("#quyet-toan tbody tr")!.TextContent.ShouldContain(contract.Number!);
        (await leader.GetPageAsync($"{url}&sap-xep=-tien&trang=2")).QuerySelectorAll("#quyet-toan tbody tr")[^1].TextContent.ShouldContain(more[0].Number!);
        Packages.TextOf(await leader.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative))).ShouldContain(more[^1].Number!);
    }

    /// <summary>A file that was sent in time and lies with the unit again, or was discarded, is as late as one that was never sent; with its approver it is judged by the day it was sent on.</summary>
    [Fact]
    public async Task AFileThatIsNotWithItsApprover_IsLate_WheneverItWasSentBefore()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(await app.ASubmitted(project, contract), AcceptanceAction.Conclude)).ShouldGoOn();
        var today = TimeProvider.System.Today;
        await app.WithDb(App.KhanhHoa, db => db.Acceptances.Where(a => a.ContractId == contract.ContractId).ExecuteUpdateAsync(set => set.SetProperty(a => a.HeldOn, (DateOnly?)today.AddDays(-60))));
        var url = $"/quyet-toan?nam={contract.Year}&tre=true";
        (await IsListed()).ShouldBeTrue("never opened, and its day has gone by");

        var fields = GivenSettlements.Fields(GivenAcceptances.Support);
        (fields["Form.Basis"], fields["Form.WorkDone[KCDP]"]) = (nameof(SettlementBasis.Accepted), "");
        await officer.Prepared(contract, fields);
        (SettlementState State, int SentDaysAgo, bool IsLate)[] cases =
        [
            (SettlementState.Submitted, 55, false),
            (SettlementState.Submitted, 10, true),
            (SettlementState.Approved, 55, false),
            (SettlementState.SentBack, 55, true),
            (SettlementState.Discarded, 55, true),
            (SettlementState.Drafting, 55, true),
        ];
        foreach (var (state, days, isLate) in cases)
        {
            await app.WithDb(App.KhanhHoa, db => db.Settlements.Where(s => s.ContractId == contract.ContractId).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, state).SetProperty(s => s.SubmittedOn, (DateOnly?)today.AddDays(-days))));
            (await IsListed()).ShouldBe(isLate, $"{state}, {days}");
            Packages.TextOf(await leader.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative))).Contains(contract.Number!, StringComparison.Ordinal).ShouldBe(isLate, $"{state}, {days}: the sheet");
        }

        async Task<bool> IsListed() => (await leader.GetPageAsync(url)).QuerySelector("main")!.TextContent.Contains(contract.Number!, StringComparison.Ordinal);
    }

    /// <summary>Whoever reads plans and no dossiers is led nowhere that would only refuse them.</summary>
    [Fact]
    public async Task WhoReadsPlansOnly_SeesTheFigures_AndNoWayIntoTheDossier()
    {
        var (contract, line, path) = await app.ASubmitted();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var council = await app.ASomebody(Role.CouncilViewer);
        string[] lists = [$"/quyet-toan?nam={contract.Year}", $"/quyet-toan/doi-chieu?nam={contract.Year}&don-vi={line.HolderId}"];
        foreach (var list in lists)
        {
            var (whole, plain) = (await leader.GetPageAsync(list), await council.GetPageAsync(list));
            whole.QuerySelectorAll("main tbody th a").ShouldNotBeEmpty();
            plain.QuerySelector("main tbody")!.TextContent.ShouldContain(contract.Number!);
            plain.QuerySelectorAll("main tbody a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/hop-dong", StringComparison.Ordinal) || h.StartsWith("/quyet-toan", StringComparison.Ordinal)).ShouldBeEmpty();
        }

        (await council.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
