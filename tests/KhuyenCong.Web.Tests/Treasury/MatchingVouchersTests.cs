using System.Net;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.ManagementCosts;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Tests.Treasury.GivenTreasury;

namespace KhuyenCong.Web.Tests.Treasury;

/// <summary>Vouchers of management costs beside payment requests: a line pays one, or is tied to one that was paid by hand.</summary>
public sealed class MatchingVouchersTests(App app)
{
    private const long Amount = 3_000_000;
    private const string Payee = "Người đi công tác (dữ liệu minh họa)";

    private static DateOnly Today => TimeProvider.System.Today;

    [Fact]
    public async Task AnApprovedVoucher_IsProposed_PaidByItsLine_AndCounted()
    {
        var (line, estimate, voucher) = await AnApprovedVoucher();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = await accountant.Imported(line.HolderId, AnAccount(), Row("KB-90", $"{Amount}", Payee, "Công tác phí", Today));
        var found = await LineOf(path);
        (await accountant.GetPageAsync(path)).QuerySelector("#dong-sao-ke form input[name=request]")!.GetAttribute("value").ShouldBe($"{GivenManagement.IdOf(voucher)}");
        (await Confirm(accountant, path, found, voucher)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var paid = await Voucher(voucher);
        (paid.State, paid.PaidOn, paid.TreasuryNumber).ShouldBe((ManagementVoucherState.Paid, Today, "KB-90"));
        (await app.Held(line)).Paid.ShouldBe(new Dong(Amount));
        (await LineOf(path)).State.ShouldBe(LineState.Matched);

        var match = await app.WithDb(App.KhanhHoa, db => db.StatementMatches.AsNoTracking().SingleAsync(m => m.ManagementVoucherId == GivenManagement.IdOf(voucher)));
        (match.PaymentRequestId, match.WasPaid).ShouldBe((null, false));
        var address = $"/kho-bac/dong/{found.StatementLineId}";
        (await accountant.GetPageAsync(address)).QuerySelector("main")!.TextContent.ShouldContain(paid.Number);
        (await (await accountant.SubmitAsync(address, new { match = match.StatementMatchId, Reason = "Nhầm" }, $"{address}?handler=Undo")).Refused()).ShouldContain("một dòng không trả hai khoản");
        var row = (await accountant.GetPageAsync($"/kho-bac/ba-ben?nam={GivenLedgers.OldYear}")).QuerySelector($"#chi-quan-ly a[href='{estimate}']")!.Closest("tr")!.TextContent;
        row.ShouldContain("Khớp");
        row.ShouldNotContain("chưa khớp", Case.Insensitive);

        // Recorded by mistake: the payment first, by another; then the line is free again.
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.Take(voucher, ManagementVoucherAction.TakeBack)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Voucher(voucher)).State.ShouldBe(ManagementVoucherState.Approved);
        var held = await app.Held(line);
        (held.Committed, held.Paid).ShouldBe((new Dong(Amount), Dong.Zero));
        (await app.Prove(line)).IsSound.ShouldBeTrue();
        (await accountant.SubmitAsync(address, new { match = match.StatementMatchId, Reason = "Nhầm" }, $"{address}?handler=Undo")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await LineOf(path)).State.ShouldBe(LineState.Unmatched);
    }

    [Fact]
    public async Task WhatWasPaidByHand_IsTiedToItsLine_AndMayBeUntied()
    {
        var (line, _, voucher) = await AnApprovedVoucher();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await accountant.Take(voucher, ManagementVoucherAction.Pay)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = await accountant.Imported(line.HolderId, AnAccount(), Row("KB-91", $"{Amount}", Payee, "Công tác phí", Today));
        var found = await LineOf(path);
        (await Confirm(accountant, path, found, voucher)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Voucher(voucher)).TreasuryNumber.ShouldBe("KB-01");
        (await app.Held(line)).Paid.ShouldBe(new Dong(Amount));
        var match = await app.WithDb(App.KhanhHoa, db => db.StatementMatches.AsNoTracking().SingleAsync(m => m.ManagementVoucherId == GivenManagement.IdOf(voucher)));
        match.WasPaid.ShouldBeTrue();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await (await leader.Take(voucher, ManagementVoucherAction.TakeBack)).Refused()).ShouldContain("bỏ khớp trước");
        var address = $"/kho-bac/dong/{found.StatementLineId}";
        (await accountant.SubmitAsync(address, new { match = match.StatementMatchId, Reason = "Nhầm dòng" }, $"{address}?handler=Undo")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await LineOf(path)).State.ShouldBe(LineState.Unmatched);
        (await Voucher(voucher)).State.ShouldBe(ManagementVoucherState.Paid);
        (await leader.Take(voucher, ManagementVoucherAction.TakeBack)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Voucher(voucher)).State.ShouldBe(ManagementVoucherState.Approved);
    }

    /// <summary>A part of it is proven already: it is not sent back to be written anew before that is taken back.</summary>
    [Fact]
    public async Task AVoucherMatchedInPart_IsNotSentBack()
    {
        var (line, _, voucher) = await AnApprovedVoucher();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = await accountant.Imported(line.HolderId, AnAccount(), Row("KB-92", $"{Amount - 1}", Payee, "Công tác phí", Today));
        var found = await LineOf(path);
        var address = $"/kho-bac/dong/{found.StatementLineId}";
        var ties = $"Ties[{GivenManagement.IdOf(voucher)}]";
        (await accountant.SubmitAsync(address, new Dictionary<string, string> { [$"{ties}.Chosen"] = "true", [$"{ties}.Amount"] = $"{Amount - 1}" }, $"{address}?handler=Confirm")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Voucher(voucher)).State.ShouldBe(ManagementVoucherState.Approved);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await (await leader.Take(voucher, ManagementVoucherAction.Return)).Refused()).ShouldContain("bỏ khớp");
        (await Voucher(voucher)).State.ShouldBe(ManagementVoucherState.Approved);
    }

    /// <summary>An approved voucher of a line of its own; addresses of its estimate and of itself.</summary>
    private async Task<(Allocation Line, string Estimate, string Voucher)> AnApprovedVoucher()
    {
        var line = await app.ALine(2 * GivenManagement.Line);
        var estimate = await app.AnApprovedEstimate(line);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var voucher = await officer.Vouched(app, estimate, Amount);
        (await officer.Take(voucher, ManagementVoucherAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.Take(voucher, ManagementVoucherAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (line, estimate, voucher);
    }

    private static Task<HttpResponseMessage> Confirm(HttpClient client, string path, StatementLine line, string voucher) =>
        client.SubmitAsync("/kho-bac", new { line = line.StatementLineId, request = GivenManagement.IdOf(voucher) }, $"{path}?handler=Confirm");

    private Task<StatementLine> LineOf(string path)
    {
        var id = GivenManagement.IdOf(path);
        return app.WithDb(App.KhanhHoa, db => db.StatementLines.AsNoTracking().SingleAsync(l => l.TreasuryStatementId == id));
    }

    private Task<ManagementVoucher> Voucher(string path)
    {
        var id = GivenManagement.IdOf(path);
        return app.WithDb(App.KhanhHoa, db => db.ManagementVouchers.AsNoTracking().SingleAsync(v => v.ManagementVoucherId == id));
    }
}
