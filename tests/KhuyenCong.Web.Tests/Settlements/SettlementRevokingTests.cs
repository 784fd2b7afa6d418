using System.Net;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Contracts;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

/// <summary>A file that waits for the last site, an approval that is taken back, a draft that is discarded.</summary>
public sealed class SettlementRevokingTests(App app)
{
    [Fact]
    public async Task BeforeTheLastSite_TheFileIsNotSent_NorIsItDue()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"), other: await app.AnEstablishment());
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(await app.ASubmitted(project, contract), AcceptanceAction.Conclude)).ShouldGoOn();
        var second = project.Beneficiaries[1];

        var fields = GivenSettlements.Fields(GivenAcceptances.Support);
        fields["Form.Basis"] = nameof(SettlementBasis.Accepted);
        fields["Form.WorkDone[KCDP]"] = "";
        var path = await officer.Prepared(contract, fields);
        (await Told()).ShouldContain($"chưa nghiệm thu ({second.Name})");
        var page = await officer.GetPageAsync(path);
        page.QuerySelector("#dia-diem")!.TextContent.ShouldContain(second.Name);
        var deadlines = page.QuerySelectorAll("#han li").Length;
        (await officer.GetPageAsync($"/de-an/{project.ProjectId}")).QuerySelector("#dang-cho")!.TextContent.ShouldContain($"chưa nghiệm thu {second.Name}");

        // What is being written is finished or discarded, whatever the file says.
        var opened = await officer.SubmitAsync($"/hop-dong/{contract.ContractId}/nghiem-thu", new { Form = AcceptanceForm.PerSite, BeneficiaryId = second.ProjectBeneficiaryId });
        await opened.ShouldGoOn();
        var record = Guid.Parse(opened.Headers.Location!.OriginalString.Split('/')[2]);
        fields["Form.UndoneSites"] = "Cơ sở thứ hai xin rút, công văn 12 (dữ liệu minh họa)";
        await (await officer.SubmitAsync($"{path}/sua", fields)).ShouldGoOn();
        (await Told()).ShouldContain($"chưa kết luận ({second.Name})");

        await (await officer.Moves(record, AcceptanceAction.Discard)).ShouldGoOn();
        var told = await Told();
        told.ShouldNotContain("chưa nghiệm thu (");
        told.ShouldNotContain("chưa kết luận (");
        page = await officer.GetPageAsync(path);
        page.QuerySelector("main")!.TextContent.ShouldContain("Địa điểm không thực hiện: Cơ sở thứ hai xin rút");
        page.QuerySelectorAll("#han li").Length.ShouldBe(deadlines + 1, "the day of the file runs from the last acceptance");
        (await officer.GetPageAsync($"{path}/in")).QuerySelector("#khong-thuc-hien")!.TextContent.ShouldContain("Cơ sở thứ hai xin rút");

        async Task<string> Told() => await (await officer.Step(path, SettlementAction.Submit)).Told();
    }

    [Fact]
    public async Task AnApproval_IsTakenBackByAnother_WithAllThatItDid_AndGivenAgain()
    {
        var invoice = $"1C26TAA {(GivenPlans.Id().GetHashCode() & 0xFFFFFF) + 1}, MST 0100000000";
        var (contract, line, path) = await app.ASubmitted(invoice);
        using var one = await app.ASomebody(Role.DepartmentLeader);
        using var two = await app.ASomebody(Role.DepartmentLeader);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        var part = await app.APart(contract, ContractState.Signed);
        await (await one.Step(path, SettlementAction.Approve)).ShouldGoOn();
        (await (await one.Step(path, SettlementAction.Revoke)).Told()).ShouldContain("không tự hủy phê duyệt");
        (await officer.Step(path, SettlementAction.Revoke)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await foreign.SubmitAsync("/", new { }, $"{path}?handler=Revoke")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await (await two.Step(path, SettlementAction.Revoke)).ShouldGoOn();
        await SaysAsync(SettlementState.SentBack, ContractState.Signed, ProjectState.Underway, paid: GivenSettlements.Done, settled: 0, approved: 200_000_000, invoices: 0);
        var item = await app.WithDb(App.KhanhHoa, db => db.PlanItems.AsNoTracking().SingleAsync(i => i.PlanItemId == contract.PlanItemId));
        (await two.GetPageAsync($"/ke-hoach/dot/{item.ApprovalBatchId}")).QuerySelector("#muc")!.TextContent.ShouldNotContain("đã trả về nguồn 50.000.000");

        (await Listed(SettlementState.SentBack)).ShouldNotContain("150.000.000", Case.Sensitive, "taken back, it settles nothing");

        await (await officer.Step(path, SettlementAction.Submit)).ShouldGoOn();
        await (await one.Step(path, SettlementAction.Approve)).ShouldGoOn();
        (await Listed(SettlementState.Approved)).ShouldContain("150.000.000");
        await SaysAsync(SettlementState.Approved, ContractState.Liquidated, ProjectState.Settled, paid: 0, settled: GivenSettlements.Done, approved: GivenSettlements.Done, invoices: 1);

        async Task<string> Listed(SettlementState state) =>
            (await two.GetPageAsync($"/quyet-toan?nam={contract.Year}&trang-thai={state}")).QuerySelectorAll("#quyet-toan tbody tr").ShouldHaveSingleItem().TextContent;

        async Task SaysAsync(SettlementState state, ContractState contractState, ProjectState projectState, long paid, long settled, long approved, int invoices)
        {
            var settlement = await app.Settlement(path);
            settlement.State.ShouldBe(state);
            var now = await app.Again(line);
            var (its, parts, project, used, plan) = await app.WithDb(App.KhanhHoa, async db => (
                await db.Contracts.Where(c => c.ContractId == contract.ContractId).Select(c => c.State).SingleAsync(),
                await db.Contracts.Where(c => c.ContractId == part.ContractId).Select(c => c.State).SingleAsync(),
                await db.Projects.Where(p => p.ProjectId == contract.ProjectId).Select(p => p.State).SingleAsync(),
                await db.SettledInvoices.CountAsync(i => i.SettlementId == settlement.SettlementId),
                await db.PlanItems.AsNoTracking().Include(i => i.Amounts).SingleAsync(i => i.PlanItemId == contract.PlanItemId)));
            (its, parts, project, used).ShouldBe((contractState, contractState, projectState, invoices));
            (now.Paid, now.Settled, now.Available, now.Approved, plan.ApprovedOn(line.AllocationId)).ShouldBe((new Dong(paid), new Dong(settled), now.Allotted - new Dong(approved), new Dong(approved), new Dong(approved)));
        }
    }

    [Fact]
    public async Task ADraft_IsDiscarded_AndTakenUpAgain_AndGoesWithItsContract()
    {
        var (contract, _) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        var path = await officer.Prepared(contract);
        (await leader.Step(path, SettlementAction.Discard)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await foreign.SubmitAsync("/", new { }, $"{path}?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await (await officer.Step(path, SettlementAction.Discard)).ShouldGoOn();
        (await app.Settlement(path)).State.ShouldBe(SettlementState.Discarded);
        (await leader.Step(path, SettlementAction.Resume)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await foreign.SubmitAsync("/", new { }, $"{path}?handler=Resume")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await (await officer.Step(path, SettlementAction.Resume)).ShouldGoOn();
        (await app.Settlement(path)).State.ShouldBe(SettlementState.Drafting);

        await (await leader.Take(contract, ContractAction.Cancel)).ShouldGoOn();
        (await app.Settlement(path)).State.ShouldBe(SettlementState.Discarded);
        (await (await officer.Step(path, SettlementAction.Resume)).Told()).ShouldContain("đã hủy");
    }
}
