using System.Net;
using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Pages.Payments;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Contracts;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

/// <summary>What settling moves and lets be moved: payments of confirmed work, the plan, and what is left of a project.</summary>
public sealed class SettlementMoneyTests(App app)
{
    private const long Left = 50_000_000;

    [Fact]
    public async Task WorkConfirmedUnderForceMajeure_IsPaid_AndTheFileStaysWhileItIsAskedFor()
    {
        var (contract, line) = await app.APaidContract(GivenSettlements.Done - Left);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var path = await officer.Prepared(contract);
        var stop = TestContext.Current.CancellationToken;
        Task<(Guid Id, IReadOnlyList<Breach> Breaches)> Draft(long amount) => app.WithDb(App.KhanhHoa, db => Book(db).DraftAsync(
            contract.ContractId, PaymentKind.Payment, new PaymentText("Khối lượng đã làm", [new(GivenPlans.Id(), line.AllocationId, line.Source, new(amount))]), GivenPlans.Mover(Role.DepartmentOfficer), stop));
        (await Draft(Left)).Breaches.Select(b => b.Code).ShouldBe(["payment.no-acceptance"]);
        await (await officer.Step(path, SettlementAction.Submit)).ShouldGoOn();
        (await Draft(Left)).Breaches.Select(b => b.Code).ShouldBe(["payment.no-acceptance"], "the preparer alone says what was done");
        await ConfirmedAsync(contract, 74);
        (await Draft(Left)).Breaches.Select(b => b.Code).ShouldBe(["payment.above-due"], "three quarters of the contract were typed");
        await ConfirmedAsync(contract, 75, monthsLater: 1);
        (await Draft(Left + 1)).Breaches.Select(b => b.Code).ShouldBe(["payment.above-due"]);
        var beyond = await officer.SubmitAsync(contract.NewPath(PaymentKind.Payment), GivenPayments.Fields(line, Left + 1), contract.NewPath(PaymentKind.Payment));
        beyond.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await beyond.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("vượt 1 đ");
        var (id, breaches) = await Draft(Left);
        breaches.ShouldBeEmpty();

        async Task Take(PaymentAction action, Role role)
        {
            var codes = await app.WithDb(App.KhanhHoa, async db => (await Book(db).StepAsync(id, null, new(action, "Lý do", TimeProvider.System.Today, "CT-1"), GivenPlans.Mover(role), stop)).Breaches.Select(b => b.Code).ToList());
            codes.ShouldBeEmpty($"{action}");
        }

        await Take(PaymentAction.Request, Role.DepartmentOfficer);
        (await (await leader.Step(path, SettlementAction.SendBack)).Told()).ShouldContain("dựa vào khối lượng của hồ sơ này");
        await Take(PaymentAction.Approve, Role.DepartmentLeader);
        await Take(PaymentAction.Send, Role.DepartmentAccountant);
        await Take(PaymentAction.Pay, Role.DepartmentAccountant);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        (await app.Settlement(path)).State.ShouldBe(SettlementState.Approved);
    }

    [Fact]
    public async Task WhatAStoppedProjectNeverBound_GoesBack_WithItsLastContract()
    {
        var (contract, line, path) = await app.ASubmitted();
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Uncommit, 20_000_000, contract.ProjectId, contract.ContractId))).ShouldBeEmpty();
        await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.ProjectId == contract.ProjectId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, ProjectState.Stopped)));
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        var (now, state) = await app.WithDb(App.KhanhHoa, async db => (
            await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId),
            await db.Projects.Where(p => p.ProjectId == contract.ProjectId).Select(p => p.State).SingleAsync()));
        (now.Reserved, now.Committed, now.Settled, now.Available).ShouldBe((Dong.Zero, Dong.Zero, new Dong(GivenSettlements.Done), now.Allotted - new Dong(GivenSettlements.Done)));
        state.ShouldBe(ProjectState.Stopped);
    }

    [Fact]
    public async Task WhatASettlementGivesBack_IsDrawnNoLonger_AndWhatWasDecidedStays()
    {
        var (contract, line, path) = await app.ASubmitted();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        var (now, item) = await app.WithDb(App.KhanhHoa, async db => (
            await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId),
            await db.PlanItems.AsNoTracking().Include(i => i.Amounts).SingleAsync(i => i.PlanItemId == contract.PlanItemId)));
        (item.ApprovedOn(line.AllocationId), now.Approved).ShouldBe((new Dong(GivenSettlements.Done), new Dong(GivenSettlements.Done)));
        (item.Approved.Provincial, item.Returned.Provincial, item.Held.Provincial).ShouldBe((new Dong(200_000_000), new Dong(50_000_000), new Dong(GivenSettlements.Done)));
        (await leader.GetPageAsync($"/ke-hoach/dot/{item.ApprovalBatchId}")).QuerySelector("#muc")!.TextContent.ShouldContain("trong đó đã trả về nguồn 50.000.000");

        // The list of the decision is printed as it was signed, whatever came back since.
        var print = (await leader.GetPageAsync($"/ke-hoach/dot/{item.ApprovalBatchId}/in")).QuerySelector(".print-sheet")!;
        print.QuerySelector("tfoot")!.TextContent.ShouldContain("200.000.000");
        print.TextContent.ShouldContain("Kinh phí khuyến công: 200.000.000 đ");
        print.TextContent.ShouldContain("đã trả về nguồn: 50.000.000 đ");

        var money = (await leader.GetPageAsync($"/de-an/{contract.ProjectId}/kinh-phi")).QuerySelectorAll("#theo-nguon tbody tr").Single(r => r.QuerySelector("a[href*='nguon=KCDP']") is not null);
        string Of(string column) => money.QuerySelector($"td[data-label='{column}']")!.TextContent.Trim();
        (Of("Phê duyệt"), Of("Trong đó đã trả về nguồn"), Of("Hợp đồng"), Of("Đã quyết toán")).ShouldBe(("200.000.000", "50.000.000", "200.000.000", "150.000.000"));
        var opens = money.QuerySelector("td[data-label='Trong đó đã trả về nguồn'] a")!.GetAttribute("href").ShouldNotBeNull();
        (await leader.GetPageAsync(opens)).QuerySelector("#cong .dong")!.TextContent.ShouldStartWith("50.000.000");
    }

    /// <summary>A file is sent while its contract is cancelled: whoever comes second is refused, and no contract is cancelled under a file that waits.</summary>
    [Fact]
    public async Task SendingAFile_AndCancellingItsContractAtOnce_DoNotBothHappen()
    {
        var (contract, _) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var path = await officer.Prepared(contract);
        await Task.WhenAll(officer.Step(path, SettlementAction.Submit), leader.Take(contract, ContractAction.Cancel));
        var state = await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ContractId == contract.ContractId).Select(c => c.State).SingleAsync());
        ((await app.Settlement(path)).State is SettlementState.Submitted).ShouldBe(state is ContractState.Signed);
    }

    /// <summary>A progress report of so many percent of the investment that somebody else than its writer confirmed.</summary>
    private Task<int> ConfirmedAsync(Contract contract, int percent, int monthsLater = 0) => app.WithDb(App.KhanhHoa, async db =>
    {
        var month = TimeProvider.System.Today.AddMonths(monthsLater - 1);
        var line = await db.Projects.Where(p => p.ProjectId == contract.ProjectId).SelectMany(p => p.Lines).Select(l => l.ProjectEstimateLineId).FirstAsync();
        var report = ProgressReport.From(new(GivenPlans.Id(), contract.ProvinceCode, contract.ContractId, contract.ProjectId, contract.Regime, contract.TerritoryCode, month.Year, month.Month, TimeProvider.System.Today));
        var text = new ProgressText([new(line, "Mua máy", "phần", 100, new(1_000_000), percent * ProgressLineText.Thousand, new())]);
        report.Apply(new ProgressWritten(text, new(100_000_000), [GivenPlans.Id()], GivenPlans.Id(), TimeProvider.System.UtcNow));
        report.Apply(new ProgressMoved(report.ProgressReportId, GivenPlans.Id(), ProgressAction.Confirm, "Lý do", ProgressReportState.Confirmed, GivenPlans.Id(), TimeProvider.System.Today, TimeProvider.System.UtcNow));
        db.ProgressReports.Add(report);
        db.Because("progress.written", "test");
        return await db.SaveChangesAsync();
    });

    private static PaymentBook Book(KhuyenCongDb db) => new(db, new PaymentRules(db, TimeProvider.System), TimeProvider.System);
}
