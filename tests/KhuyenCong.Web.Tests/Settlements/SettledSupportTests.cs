using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

public sealed class SettledSupportTests(App app)
{
    [Fact]
    public async Task WhatWasSettled_StandsOnTheEstablishmentsRecord_ForWhoeverReadsItsMoney()
    {
        var (contract, _, path) = await app.ASubmitted();
        var workshop = await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.ProjectId == contract.ProjectId).SelectMany(p => p.Beneficiaries).Select(b => b.EstablishmentId).SingleAsync());
        await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ContractId == contract.ContractId).ExecuteUpdateAsync(set => set.SetProperty(c => c.PartyBEstablishmentId, (Guid?)workshop)));
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var record = $"/co-so/{workshop}";
        (await leader.GetPageAsync(record)).QuerySelector($"a[href='{path}']").ShouldBeNull("nothing is settled before it is approved");
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        (await leader.GetPageAsync(record)).QuerySelector($"a[href='{path}']")!.TextContent.ShouldContain("150.000.000");
    }
}
