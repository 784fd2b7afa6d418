using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Tests.Treasury.GivenTreasury;

namespace KhuyenCong.Web.Tests.Treasury;

/// <summary>Where money moves: a line pays a request once, to the đồng, whoever confirms it how often.</summary>
public sealed class MatchingPagesTests(App app)
{
    private static int next;

    private static DateOnly Today => TimeProvider.System.Today;

    [Fact]
    public async Task AnExactMatch_IsProposed_AndPaysWithTheLinesDayAndNumber()
    {
        var (sent, amount) = await ASentRequest();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = await accountant.Imported(await app.ADepartment(), AnAccount(), Row("KB-77", $"{amount}", "Cơ sở minh họa", $"Chi theo {sent.Number}", Today));
        var line = await LineOf(path);
        var page = await accountant.GetPageAsync(path);
        page.QuerySelector("#dong-sao-ke form input[name=request]")!.GetAttribute("value").ShouldBe($"{sent.PaymentRequestId}");
        page.QuerySelector("#dong-sao-ke")!.TextContent.ShouldContain("gợi ý của phần mềm", Case.Sensitive, "the line is of a year to come");
        (await accountant.GetPageAsync($"/kho-bac/dong/{line.StatementLineId}")).QuerySelector("#de-nghi")!.TextContent.ShouldContain("gợi ý của phần mềm");
        (await Confirm(accountant, path, line, sent)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var paid = await Request(sent);
        (paid.State, paid.PaidOn, paid.TreasuryNumber).ShouldBe((PaymentState.Paid, Today, "KB-77"));
        await OnceAsync(sent, amount);
        (await LineOf(path)).State.ShouldBe(LineState.Matched);
        (await (await Confirm(accountant, path, line, sent)).Refused()).ShouldContain("người khác vừa xác nhận");

        // The line stays this request's until its payment is taken back, by another than who recorded it: one line never pays two.
        var address = $"/kho-bac/dong/{line.StatementLineId}";
        var match = await app.WithDb(App.KhanhHoa, db => db.StatementMatches.SingleAsync(m => m.StatementLineId == line.StatementLineId));
        (await (await accountant.SubmitAsync(address, new { match = match.StatementMatchId }, $"{address}?handler=Undo")).Refused()).ShouldContain("lý do");
        Task<HttpResponseMessage> Undo() => accountant.SubmitAsync(address, new { match = match.StatementMatchId, Reason = "Nhầm" }, $"{address}?handler=Undo");
        (await (await Undo()).Refused()).ShouldContain("Ghi nhận sai");
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.Take($"/thanh-toan/{sent.PaymentRequestId}", PaymentAction.TakeBack)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Request(sent)).State.ShouldBe(PaymentState.Sent);
        (await Undo()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await LineOf(path)).State.ShouldBe(LineState.Unmatched);
        (await Confirm(accountant, path, line, sent)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Request(sent)).State.ShouldBe(PaymentState.Paid);
        var entries = await app.WithDb(App.KhanhHoa, db => db.LedgerEntries.AsNoTracking().Where(e => e.CauseId == sent.PaymentRequestId).OrderBy(e => e.Sequence).Select(e => new { e.Amount, Reverses = e.ReversesId != null }).ToListAsync());
        entries.ShouldBe([new { Amount = new Dong(amount), Reverses = false }, new { Amount = new Dong(amount), Reverses = true }, new { Amount = new Dong(amount), Reverses = false }]);
    }

    /// <summary>One click confirms all that the page showed: what came up since nobody has looked at.</summary>
    [Fact]
    public async Task ConfirmingAll_ConfirmsWhatWasShown()
    {
        var ((first, one), (second, two)) = (await ASentRequest(), await ASentRequest());
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = await accountant.Imported(await app.ADepartment(), AnAccount(), Row("KB-91", $"{one}", "Cơ sở minh họa", first.Number, Today), Row("KB-92", $"{two}", "Cơ sở minh họa", second.Number, Today));
        var shown = (await accountant.GetPageAsync(path)).QuerySelector("input[name=shown]")!.GetAttribute("value")!;
        var line = (await LinesOf(path))[0];
        (await Confirm(accountant, path, line, first)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await accountant.SubmitAsync(path, new { shown }, $"{path}?handler=All")).Refused()).ShouldContain("đã thay đổi từ khi bạn mở trang");
        (await Request(second)).State.ShouldBe(PaymentState.Sent);
        shown = (await accountant.GetPageAsync(path)).QuerySelector("input[name=shown]")!.GetAttribute("value")!;
        (await accountant.SubmitAsync(path, new { shown }, $"{path}?handler=All")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Request(second)).State.ShouldBe(PaymentState.Paid);
    }

    [Fact]
    public async Task TwoAccountantsConfirmingAtOnce_PayOnce()
    {
        var (sent, amount) = await ASentRequest();
        using var one = await app.ASomebody(Role.DepartmentAccountant);
        using var other = await app.ASomebody(Role.DepartmentAccountant);
        var path = await one.Imported(await app.ADepartment(), AnAccount(), Row("KB-78", $"{amount}", "Cơ sở minh họa", sent.Number, Today));
        var line = await LineOf(path);
        var answers = await Task.WhenAll(Confirm(one, path, line, sent), Confirm(other, path, line, sent));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode is not HttpStatusCode.Redirect).Refused()).ShouldContain("người khác vừa xác nhận");
        await OnceAsync(sent, amount);
        (await app.WithDb(App.KhanhHoa, db => db.StatementMatches.CountAsync(m => m.PaymentRequestId == sent.PaymentRequestId))).ShouldBe(1);
    }

    [Fact]
    public async Task WhatWasPaidByHand_IsTiedToItsLine_AndNotPaidAgain()
    {
        var (sent, amount) = await ASentRequest();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await accountant.Take($"/thanh-toan/{sent.PaymentRequestId}", PaymentAction.Pay)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = await accountant.Imported(await app.ADepartment(), AnAccount(), Row("KB-79", $"{amount}", "Co so minh hoa", sent.Number, Today));
        (await Confirm(accountant, path, await LineOf(path), sent)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Request(sent)).TreasuryNumber.ShouldBe("CT-1");
        await OnceAsync(sent, amount);
        (await app.WithDb(App.KhanhHoa, db => db.StatementMatches.SingleAsync(m => m.PaymentRequestId == sent.PaymentRequestId))).WasPaid.ShouldBeTrue();
    }

    [Fact]
    public async Task TwoLines_PayOneRequest_OnlyWhenTheyCoverItToTheDong()
    {
        var (sent, amount) = await ASentRequest();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = await accountant.Imported(await app.ADepartment(), AnAccount(), Row("KB-80", "1.000.000", "Cơ sở minh họa", sent.Number, Today), Row("KB-81", $"{amount - 1_000_000 + 1}", "Cơ sở minh họa", sent.Number, Today));
        var lines = await LinesOf(path);
        (await Tie(accountant, lines[0], sent, 1_000_000)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Request(sent)).State.ShouldBe(PaymentState.Sent);
        (await (await Tie(accountant, lines[1], sent, amount - 1_000_000 + 1)).Refused()).ShouldContain("vượt 1 đ");
        (await (await Tie(accountant, lines[1], sent, amount)).Refused()).ShouldContain("vượt");
        (await Tie(accountant, lines[1], sent, amount - 1_000_000)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var paid = await Request(sent);
        (paid.State, paid.TreasuryNumber).ShouldBe((PaymentState.Paid, "KB-81"));
        await OnceAsync(sent, amount);
        (await LinesOf(path)).Select(l => (l.State, l.Rest.Amount)).ShouldBe([(LineState.Matched, 0L), (LineState.PartlyMatched, 1L)]);
    }

    /// <summary>A request that lines prove in part is neither sent back nor refused, so that none of them is proven by what was written anew or discarded.</summary>
    [Fact]
    public async Task WhatALineIsMatchedWith_IsNotSentBack_UntilTheMatchIsUndone()
    {
        var (sent, _) = await ASentRequest();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = await accountant.Imported(await app.ADepartment(), AnAccount(), Row("KB-83", "1.000.000", "Cơ sở minh họa", sent.Number, Today));
        var line = await LineOf(path);
        (await Tie(accountant, line, sent, 1_000_000)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var action in new[] { PaymentAction.SendBack, PaymentAction.Refuse })
        {
            (await (await accountant.Take($"/thanh-toan/{sent.PaymentRequestId}", action)).Refused()).ShouldContain("bỏ khớp");
        }

        (await Request(sent)).State.ShouldBe(PaymentState.Sent);
        var match = await app.WithDb(App.KhanhHoa, db => db.StatementMatches.SingleAsync(m => m.StatementLineId == line.StatementLineId));
        var address = $"/kho-bac/dong/{line.StatementLineId}";
        (await accountant.SubmitAsync(address, new { match = match.StatementMatchId, Reason = "Nhầm" }, $"{address}?handler=Undo")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.Take($"/thanh-toan/{sent.PaymentRequestId}", PaymentAction.SendBack)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>A part is matched while the request is sent back: whoever comes second is refused.</summary>
    [Fact]
    public async Task MatchingAPart_AndSendingBackAtOnce_DoNotBothHappen()
    {
        var (sent, _) = await ASentRequest();
        using var one = await app.ASomebody(Role.DepartmentAccountant);
        using var other = await app.ASomebody(Role.DepartmentAccountant);
        var path = await one.Imported(await app.ADepartment(), AnAccount(), Row("KB-84", "1.000.000", "Cơ sở minh họa", sent.Number, Today));
        var line = await LineOf(path);
        await Task.WhenAll(Tie(one, line, sent, 1_000_000), other.Take($"/thanh-toan/{sent.PaymentRequestId}", PaymentAction.SendBack));
        var matches = await app.WithDb(App.KhanhHoa, db => db.StatementMatches.CountAsync(m => m.PaymentRequestId == sent.PaymentRequestId));
        (await Request(sent)).State.ShouldBe(matches == 0 ? PaymentState.SentBack : PaymentState.Sent);
    }

    [Fact]
    public async Task AMatchWhosePaymentABreakPrevented_IsPaidAfterwards_Once()
    {
        var (sent, amount) = await ASentRequest();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = await accountant.Imported(await app.ADepartment(), AnAccount(), Row("KB-82", $"{amount}", "Cơ sở minh họa", sent.Number, Today));
        var found = await LineOf(path);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var line = await db.StatementLines.SingleAsync(l => l.StatementLineId == found.StatementLineId);
            var match = StatementMatch.Of(line, new(GivenPlans.Id(), sent.PaymentRequestId, new(amount), false), GivenPlans.Id(), TimeProvider.System.UtcNow);
            db.StatementMatches.Add(match);
            line.Apply(match);
            db.Because("treasury.matched", "test");
            return await db.SaveChangesAsync();
        });
        (await accountant.GetPageAsync("/kho-bac")).Body!.TextContent.ShouldContain(sent.Number);
        var pay = $"/kho-bac?handler=Pay&request={sent.PaymentRequestId}";
        (await accountant.SubmitAsync("/kho-bac", new { }, pay)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var paid = await Request(sent);
        (paid.State, paid.TreasuryNumber).ShouldBe((PaymentState.Paid, "KB-82"));
        (await accountant.SubmitAsync("/kho-bac", new { }, pay)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await OnceAsync(sent, amount);
    }

    [Fact]
    public async Task AStatementOfAnotherHolder_PaysNothingOfThisOnes()
    {
        var (sent, amount) = await ASentRequest();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = await accountant.Imported(await app.AHolder(), AnAccount(), Row("KB-84", $"{amount}", "Cơ sở minh họa", sent.Number, Today));
        (await accountant.GetPageAsync(path)).QuerySelector("#dong-sao-ke form input[name=request]").ShouldBeNull();
        (await (await Tie(accountant, await LineOf(path), sent, amount)).Refused()).ShouldContain("đơn vị khác");
        (await Request(sent)).State.ShouldBe(PaymentState.Sent);
    }

    [Fact]
    public async Task ForgedRequests_AndReaders_MoveNothing()
    {
        var (sent, amount) = await ASentRequest();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = await accountant.Imported(await app.ADepartment(), AnAccount(), Row("KB-83", $"{amount}", "Cơ sở minh họa", sent.Number, Today));
        var line = await LineOf(path);
        var address = $"/kho-bac/dong/{line.StatementLineId}";
        (await (await accountant.SubmitAsync(address, new Dictionary<string, string> { [$"Ties[{GivenPlans.Id()}].Chosen"] = "true" }, $"{address}?handler=Confirm")).Refused()).ShouldContain("Đề nghị không còn");
        (await (await accountant.SubmitAsync(address, new { }, $"{address}?handler=Confirm")).Refused()).ShouldContain("ít nhất một đề nghị");
        (await accountant.SubmitAsync(address, new { match = GivenPlans.Id(), Reason = "x" }, $"{address}?handler=Undo")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var auditor = await app.As(Role.Auditor);
        (await Confirm(auditor, path, line, sent)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await auditor.SubmitAsync("/kho-bac", new { }, $"/kho-bac?handler=Pay&request={sent.PaymentRequestId}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.As(Role.DepartmentAccountant, App.DongNai);
        (await foreign.SubmitAsync("/kho-bac", new { line = line.StatementLineId, request = sent.PaymentRequestId }, $"{path}?handler=Confirm")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Request(sent)).State.ShouldBe(PaymentState.Sent);
    }

    /// <summary>A sent request of an amount that no other test has.</summary>
    private async Task<(PaymentRequest Sent, long Amount)> ASentRequest()
    {
        var amount = 10_000_007 + (Interlocked.Increment(ref next) * 1000L);
        var (contract, line) = await app.ASignedContract();
        return (await app.Payment(await app.Sent(contract, line, amount)), amount);
    }

    private static Task<HttpResponseMessage> Confirm(HttpClient client, string path, StatementLine line, PaymentRequest sent) =>
        client.SubmitAsync("/kho-bac", new { line = line.StatementLineId, request = sent.PaymentRequestId }, $"{path}?handler=Confirm");

    private static Task<HttpResponseMessage> Tie(HttpClient client, StatementLine line, PaymentRequest sent, long amount) =>
        client.SubmitAsync($"/kho-bac/dong/{line.StatementLineId}", new Dictionary<string, string> { [$"Ties[{sent.PaymentRequestId}].Chosen"] = "true", [$"Ties[{sent.PaymentRequestId}].Amount"] = $"{amount}" }, $"/kho-bac/dong/{line.StatementLineId}?handler=Confirm");

    private async Task<StatementLine> LineOf(string path) => (await LinesOf(path)).ShouldHaveSingleItem();

    private Task<List<StatementLine>> LinesOf(string path) => app.WithDb(App.KhanhHoa, db => db.StatementLines.AsNoTracking().Where(l => l.TreasuryStatementId == GivenPayments.IdOf(path)).OrderBy(l => l.Row).ToListAsync());

    private Task<PaymentRequest> Request(PaymentRequest sent) => app.WithDb(App.KhanhHoa, db => db.PaymentRequests.AsNoTracking().SingleAsync(r => r.PaymentRequestId == sent.PaymentRequestId));

    /// <summary>The ledger has the payment once, with the whole amount.</summary>
    private async Task OnceAsync(PaymentRequest sent, long amount)
    {
        var entries = await app.WithDb(App.KhanhHoa, db => db.LedgerEntries.AsNoTracking().Where(e => e.CauseId == sent.PaymentRequestId).Select(e => e.Amount).ToListAsync());
        entries.ShouldBe([new Dong(amount)]);
    }
}
