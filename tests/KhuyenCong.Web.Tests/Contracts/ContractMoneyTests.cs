using System.Net;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Contracts;

public sealed class ContractMoneyTests(App app)
{
    [Fact]
    public async Task WhilePaymentIsAtTheTreasury_TheContractIsNotCancelled()
    {
        var (contract, line) = await app.ASignedContract();
        await app.Sent(contract, line, 50_000_000);
        await RefusedToCancel(contract);
    }

    [Fact]
    public async Task WhatWasPaidOnAnotherLine_KeepsTheContract()
    {
        var (contract, _) = await app.ASignedContract();
        var other = await app.ALine(100);
        (await app.Post(
            other,
            GivenLedgers.Of(other, LedgerKind.Reserve, 50, contract.ProjectId),
            GivenLedgers.Of(other, LedgerKind.Commit, 50, contract.ProjectId, contract.ContractId),
            GivenLedgers.Of(other, LedgerKind.Pay, 50, contract.ProjectId, contract.ContractId))).ShouldBeEmpty();
        await RefusedToCancel(contract);
    }

    [Fact]
    public async Task ASettlementThatWasSent_KeepsTheContract()
    {
        var (contract, _) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await officer.Step(await officer.Prepared(contract), SettlementAction.Submit)).ShouldGoOn();
        await RefusedToCancel(contract);
    }

    [Fact]
    public async Task AnAmendment_IsNotSigned_BelowWhatIsAskedFor()
    {
        var (line, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        using var leader = await app.ASomebody(Role.CentreLeader);
        var contract = await app.AProposed(project, 200_000_000, centre);
        (await leader.Take(contract, ContractAction.Sign)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await officer.Take(await officer.Drafted(contract, line, 60_000_000), PaymentAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = $"/hop-dong/{contract.ContractId}";
        var fields = await app.Fields(project, 50_000_000);
        fields["Reason"] = "Giảm khối lượng";
        (await centre.SubmitAsync($"{path}/phu-luc", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var amendment = (await app.Again(contract)).OpenAmendment.ShouldNotBeNull();
        var answer = await leader.SubmitAsync(path, new Dictionary<string, string> { ["Move.SignedOn"] = "02/03/2026" }, $"{path}?handler=SignAmendment&phuLuc={amendment.ContractAmendmentId}");
        (await answer.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đang được đề nghị chi");
        (await app.Again(line)).Committed.ShouldBe(new Dong(200_000_000));
    }

    [Fact]
    public async Task TheLastContractCancelled_WhereAnotherWasLiquidated_EndsTheProject()
    {
        var (contract, _) = await app.APaidContract();
        var other = await app.ALine(100);
        (await app.Post(other, GivenLedgers.Of(other, LedgerKind.Reserve, 30, contract.ProjectId))).ShouldBeEmpty();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        var project = await app.Again(contract.ProjectId);
        (await centre.SubmitAsync($"/de-an/{project.ProjectId}/lap-hop-dong?loai=Support", await app.Fields(project, 10_000_000))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var draft = await app.WithDb(App.KhanhHoa, async db =>
        {
            var settled = await db.WholeContracts.SingleAsync(c => c.ContractId == contract.ContractId);
            settled.Apply(ContractMoves.BySettlement(settled, GivenPlans.Id(), "test", GivenPlans.Id(), TimeProvider.System));
            db.Because("contract.moved", "test");
            await db.SaveChangesAsync();
            return await db.Contracts.AsNoTracking().SingleAsync(c => c.ProjectId == contract.ProjectId && c.ContractId != contract.ContractId);
        });
        (await centre.Take(draft, ContractAction.Cancel)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(contract.ProjectId)).State.ShouldBe(ProjectState.Settled);
        (await app.Again(other)).Reserved.ShouldBe(Dong.Zero);
    }

    /// <summary>What a stopped project's contract sets free goes back to its source: the plan says so as the ledger does, and its number opens those entries.</summary>
    [Fact]
    public async Task AContractOfAStoppedProject_Cancelled_GivesBackInThePlanToo()
    {
        var (contract, line) = await app.ASignedContract();
        await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.ProjectId == contract.ProjectId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, ProjectState.Stopped)));
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Take(contract, ContractAction.Cancel)).ShouldGoOn();

        var (now, item) = (await app.Again(line), await app.WithDb(App.KhanhHoa, db => db.PlanItems.AsNoTracking().Include(i => i.Amounts).SingleAsync(i => i.PlanItemId == contract.PlanItemId)));
        (now.Approved, item.ApprovedOn(line.AllocationId)).ShouldBe((Dong.Zero, Dong.Zero));
        (item.Approved.Provincial, item.Returned.Provincial).ShouldBe((contract.Total, contract.Total));

        var money = (await leader.GetPageAsync($"/de-an/{contract.ProjectId}/kinh-phi")).QuerySelector("#theo-nguon td[data-label='Trong đó đã trả về nguồn'] a").ShouldNotBeNull();
        (await leader.GetPageAsync(money.GetAttribute("href")!)).QuerySelector("#cong .dong")!.TextContent.ShouldStartWith(contract.Total.Grouped);
    }

    private async Task RefusedToCancel(Contract contract)
    {
        using var leader = await app.ASomebody(Role.CentreLeader);
        var answer = await leader.Take(contract, ContractAction.Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("không hủy được");
        (await app.Again(contract)).State.ShouldBe(ContractState.Signed);
    }
}
