using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using KhuyenCong.Web.Tests.Settlements;

namespace KhuyenCong.Web.Tests.Treasury;

public sealed class ThreeWayPagesTests(App app)
{
    [Fact]
    public async Task MoreContractsThanAPage_GoOnOnTheNext_AndAreCountedInAll()
    {
        var (first, _) = await app.ASignedContract();
        var more = await app.SignedBeside(first, ManyContracts.PageSize + 1);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var url = $"/kho-bac/ba-ben?nam={first.Year}&co={ManyContracts.PageSize}";
        var (one, two) = (await leader.GetPageAsync(url), await leader.GetPageAsync($"{url}&trang=2"));
        (one.QuerySelectorAll("#ba-ben tbody tr").Length, two.QuerySelectorAll("#ba-ben tbody tr").Length).ShouldBe((ManyContracts.PageSize, 2));
        one.QuerySelectorAll("#ba-ben tbody th a").Concat(two.QuerySelectorAll("#ba-ben tbody th a")).Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(more.Count + 1);
        two.Body!.TextContent.ShouldContain($"{more.Count + 1} hợp đồng đã ký");
        var found = await leader.GetPageAsync($"{url}&tim={more[^1].Number}");
        found.QuerySelector("#ba-ben tbody tr").ShouldNotBeNull().TextContent.ShouldContain(more[^1].Number!);
        found.QuerySelectorAll("#ba-ben tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task WhatIsDue_OfSeveralContracts_IsThatOfEach()
    {
        var (settled, _, _) = await app.ASubmitted();
        var (project, accepted) = await app.AContract(await app.Target(await app.AProgramme(), "T-2"));
        var record = await app.ASubmitted(project, accepted);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(record, AcceptanceAction.Conclude)).ShouldGoOn();
        var (open, _) = await app.ASignedContract();
        var (dues, one, other) = await app.WithDb(App.KhanhHoa, async db => (
            await db.PayablesDueAsync([settled.ContractId, accepted.ContractId, open.ContractId]),
            await db.PayableDueAsync(accepted.ContractId),
            await db.PayableDueAsync(open.ContractId)));
        dues.Keys.ShouldBe([accepted.ContractId], "what was typed under force majeure is confirmed by nobody");
        dues[accepted.ContractId]["KCDP"].ShouldBe(one["KCDP"]);
        one["KCDP"].ShouldBe((await app.Again(record)).Due);
        other.ShouldBeEmpty();
        (await leader.GetPageAsync($"/kho-bac/ba-ben?nam={accepted.Year}")).QuerySelector($"#ba-ben a[href='/de-an/{project.ProjectId}#nghiem-thu']").ShouldNotBeNull("what is due leads to the records that found it");
    }
}
