using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Pages.Payments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Payments;

public sealed class PaymentsAtOnceTests(App app)
{
    /// <summary>Two accountants record the same payment at the same second: one does, one is told that it is paid; the ledger has one entry.</summary>
    [Fact]
    public async Task TwoAccountantsPayingAtOnce_PayOnce()
    {
        var (contract, line) = await app.ASignedContract();
        var path = await app.Sent(contract, line, 50_000_000);
        using var one = await app.ASomebody(Role.DepartmentAccountant);
        using var third = await app.ASomebody(Role.DepartmentAccountant);
        var answers = await Task.WhenAll(PostAsync(one, path, PaymentAction.Pay), PostAsync(third, path, PaymentAction.Pay));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode is HttpStatusCode.OK).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("không ghi lần hai");
        await OnceAsync(path, contract.ContractId, 50_000_000);
    }

    /// <summary>Whoever calls the one way to paid again, however often, moves nothing.</summary>
    [Fact]
    public async Task PayingAgain_MovesNothing()
    {
        var (contract, line) = await app.ASignedContract();
        var path = await app.Sent(contract, line, 30_000_000);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await accountant.Take(path, PaymentAction.Pay)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var mover = GivenPlans.Mover(Role.DepartmentAccountant);
        var codes = await app.WithDb(App.KhanhHoa, async db => (await new PaymentBook(db, new PaymentRules(db, TimeProvider.System), TimeProvider.System)
            .PayAsync(GivenPayments.IdOf(path), null, TimeProvider.System.Today, "CT-2", mover, TestContext.Current.CancellationToken)).Breaches.Select(b => b.Code).ToList());
        codes.ShouldBe(["payment.paid-already"]);
        await OnceAsync(path, contract.ContractId, 30_000_000);
    }

    /// <summary>An entry stands in the journal as one value that says all of it.</summary>
    [Fact]
    public async Task APayment_IsWholeInTheJournal()
    {
        var (contract, line) = await app.ASignedContract();
        var path = await app.Sent(contract, line, 20_000_000);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await accountant.Take(path, PaymentAction.Pay)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = GivenPayments.IdOf(path).ToString();
        var told = await app.WithDb(App.KhanhHoa, db => db.AuditValues.Where(v => v.Field == "LedgerEntry").Select(v => v.New!).ToListAsync());
        var entry = told.Where(t => t.Contains(id, StringComparison.OrdinalIgnoreCase)).ShouldHaveSingleItem();
        entry.ShouldContain("\"Amount\":\"20000000\"");
        entry.ShouldContain("\"Kind\":\"Advance\"");
        entry.ShouldContain(contract.ContractId.ToString(), Case.Insensitive);
    }

    /// <summary>Two requests, each for more than half: only one is asked for, whoever is first.</summary>
    [Fact]
    public async Task TwoRequestsForOneBalance_AreNotBothAskedFor()
    {
        var (contract, line) = await app.ASignedContract();
        using var one = await app.ASomebody(Role.DepartmentOfficer);
        using var other = await app.ASomebody(Role.DepartmentOfficer);
        var half = (GivenPayments.Bound / 2) + 1;
        var (first, second) = (await one.Drafted(contract, line, half), await other.Drafted(contract, line, half));
        var answers = await Task.WhenAll(PostAsync(one, first, PaymentAction.Request), PostAsync(other, second, PaymentAction.Request));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode is HttpStatusCode.OK).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("vượt 2 đ");
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, PaymentAction action) => client.Take(path, action);

    private async Task OnceAsync(string path, Guid contractId, long amount)
    {
        var id = GivenPayments.IdOf(path);
        var entries = await app.WithDb(App.KhanhHoa, db => db.LedgerEntries.AsNoTracking().Where(e => e.CauseId == id).Select(e => new { e.Amount, e.ContractId }).ToListAsync());
        entries.Single().ShouldBe(new { Amount = new Dong(amount), ContractId = (Guid?)contractId });
        (await app.Payment(path)).Steps.Count(s => s.Action is PaymentAction.Pay).ShouldBe(1);
    }
}
