using System.Net;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

/// <summary>A receipt that was confirmed by mistake is taken back by another person: ledger, lists, clocks and history follow.</summary>
public sealed class ReceiptTakingBackTests(App app)
{
    private const long Ordered = 20_000_000;

    [Fact]
    public async Task AMistakenReceipt_IsTakenBackByAnother_AndTheMoneyIsWaitedForAgain()
    {
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        var (project, line, path, number, receipt) = await AReceived(leader, accountant);
        var list = $"/thanh-toan/cho-thu-hoi?tim={number}";
        (await accountant.GetPageAsync(list)).QuerySelector("#cho-thu-hoi").ShouldBeNull();
        (await Waiting()).ShouldNotContain("khoản thu hồi sau quyết toán");

        // The entry leads to where it is undone, not to taking the whole approval back.
        var entry = await app.WithDb(App.KhanhHoa, db => db.LedgerEntries.Where(e => e.AllocationId == line && e.Kind == LedgerKind.RecoverSettled).Select(e => e.LedgerEntryId).SingleAsync());
        (await accountant.GetPageAsync($"/so-du-toan/but-toan/{entry}")).QuerySelector("#sua-tai a")!.GetAttribute("href").ShouldBe($"{path}#thu-hoi");

        // Whoever confirmed has no button and is refused without one; so are others.
        (await leader.GetPageAsync(path)).QuerySelector("form[action$='handler=TakeBackReceipt']").ShouldBeNull();
        (await (await leader.SubmitAsync(path, receipt, $"{path}?handler=TakeBackReceipt")).Told()).ShouldContain("không tự hủy xác nhận");
        (await officer.SubmitAsync(path, receipt, $"{path}?handler=TakeBackReceipt")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await foreign.SubmitAsync("/", receipt, $"{path}?handler=TakeBackReceipt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var bare = new Dictionary<string, string>(receipt) { ["Receipt.Reason"] = " ", ["Receipt.DocumentNumber"] = "" };
        var told = await (await accountant.SubmitAsync(path, bare, $"{path}?handler=TakeBackReceipt")).Told();
        told.ShouldContain("số văn bản làm căn cứ hủy xác nhận");
        told.ShouldContain("nêu lý do");
        (await Balances(line)).ShouldBe((new Dong(GivenSettlements.Done - Ordered), new Dong(Ordered)));

        (await accountant.GetPageAsync(path)).QuerySelector("form[action$='handler=TakeBackReceipt']").ShouldNotBeNull();
        await (await accountant.SubmitAsync(path, receipt, $"{path}?handler=TakeBackReceipt")).ShouldGoOn();
        (await Balances(line)).ShouldBe((new Dong(GivenSettlements.Done), Dong.Zero));
        var opposite = await app.WithDb(App.KhanhHoa, db => db.LedgerEntries.AsNoTracking().SingleAsync(e => e.ReversesId == entry));
        (opposite.Amount, opposite.CauseKind).ShouldBe((new Dong(Ordered), LedgerCauseKind.Settlement));
        opposite.Reason.ShouldNotBeNull().ShouldContain("Tiền của khoản khác");
        (await accountant.GetPageAsync(list)).QuerySelector("#cho-thu-hoi")!.TextContent.ShouldContain("20.000.000");
        (await Waiting()).ShouldContain("khoản thu hồi sau quyết toán");
        var settlement = await app.Settlement(path);
        (settlement.Recoveries.Single().IsPending, settlement.TakenBackReceipts.Single().TreasuryNumber).ShouldBe((true, "CT-9"));
        var page = await accountant.GetPageAsync(path);
        page.QuerySelector("#thu-hoi")!.TextContent.ShouldContain("Hủy xác nhận đã thu ngày");
        page.QuerySelector("#lich-su")!.TextContent.ShouldContain("Hủy xác nhận đã thu khoản đã quyết toán");

        // Taken back twice is told; confirmed again it is the ledger's again.
        (await (await accountant.SubmitAsync(path, receipt, $"{path}?handler=TakeBackReceipt")).Told()).ShouldContain("không còn ở trạng thái đã thu");
        receipt["Receipt.TreasuryNumber"] = "CT-10";
        await (await leader.SubmitAsync(path, receipt, $"{path}?handler=Receive")).ShouldGoOn();
        (await Balances(line)).ShouldBe((new Dong(GivenSettlements.Done - Ordered), new Dong(Ordered)));

        async Task<string> Waiting() => (await leader.GetPageAsync($"/de-an/{project}")).QuerySelector("#dang-cho")?.TextContent ?? "";
    }

    [Fact]
    public async Task TwoAtOnce_TakeItBackOnce()
    {
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var other = await app.ASomebody(Role.DepartmentAccountant);
        var (_, line, path, _, receipt) = await AReceived(leader, accountant);
        var answers = await Task.WhenAll(accountant.SubmitAsync(path, receipt, $"{path}?handler=TakeBackReceipt"), other.SubmitAsync(path, receipt, $"{path}?handler=TakeBackReceipt"));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await Balances(line)).ShouldBe((new Dong(GivenSettlements.Done), Dong.Zero));
        (await app.Settlement(path)).TakenBackReceipts.ShouldHaveSingleItem();
    }

    /// <summary>A settled contract of which the accountant ordered something back, and the leader confirmed that it came.</summary>
    private async Task<(Guid Project, Guid Line, string Path, string Number, Dictionary<string, string> Receipt)> AReceived(HttpClient leader, HttpClient accountant)
    {
        var (contract, line, path) = await app.ASubmitted();
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        var number = $"KL-{GivenPlans.Id():N}"[..30].ToUpperInvariant();
        var order = new Dictionary<string, string>
        {
            ["Recovery.AllocationId"] = $"{line.AllocationId}",
            ["Recovery.Amount"] = $"{Ordered}",
            ["Recovery.DocumentNumber"] = number,
            ["Recovery.DocumentDate"] = GivenSettlements.Today,
            ["Recovery.Issuer"] = "Thanh tra tỉnh (dữ liệu minh họa)",
            ["Recovery.Reason"] = "Chi sai nội dung",
        };
        await (await accountant.SubmitAsync(path, order, $"{path}?handler=Recover")).ShouldGoOn();
        var receipt = new Dictionary<string, string>
        {
            ["Receipt.RecoveryId"] = $"{(await app.Settlement(path)).Recoveries.Single().SettledRecoveryId}",
            ["Receipt.PaidBackOn"] = GivenSettlements.Today,
            ["Receipt.TreasuryNumber"] = "CT-9",
            ["Receipt.DocumentNumber"] = "21/CV (dữ liệu minh họa)",
            ["Receipt.DocumentDate"] = GivenSettlements.Today,
            ["Receipt.Reason"] = "Tiền của khoản khác",
        };
        await (await leader.SubmitAsync(path, receipt, $"{path}?handler=Receive")).ShouldGoOn();
        return (contract.ProjectId, line.AllocationId, path, number, receipt);
    }

    private Task<(Dong Settled, Dong Returned)> Balances(Guid line) => app.WithDb(App.KhanhHoa, async db =>
    {
        var now = await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line);
        return (now.Settled, now.Returned);
    });
}
