using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests.Payments;

public sealed class PaymentPagesTests(App app)
{
    [Fact]
    public async Task ARequest_GoesItsWay_AndOnlyPaidMoneyMoves()
    {
        var (contract, line) = await app.ASignedContract();
        var path = await app.Sent(contract, line, 50_000_000);
        (await app.Held(contract)).Advanced.ShouldBe(Dong.Zero);

        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        // The lines of these tests are of years to come: it is told before it is recorded, and afterwards for good.
        (await accountant.GetPageAsync(path)).QuerySelector("#nam-du-toan-truoc")!.TextContent.ShouldContain("gợi ý của phần mềm");
        (await accountant.Take(path, PaymentAction.Pay)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.GetPageAsync(path)).QuerySelector("#nam-du-toan")!.TextContent.ShouldContain($"trước năm {contract.Year} của dự toán");
        var paid = await app.Payment(path);
        (paid.State, paid.TreasuryNumber, paid.Total).ShouldBe((PaymentState.Paid, "CT-1", new Dong(50_000_000)));
        var held = await app.Held(contract);
        (held.Advanced, held.Committed).ShouldBe((new Dong(50_000_000), new Dong(GivenPayments.Bound - 50_000_000)));

        (await accountant.GetPageAsync($"/thanh-toan?tim={paid.Number}")).QuerySelector("#de-nghi-chi")!.TextContent.ShouldContain(paid.Number);
        (await accountant.GetPageAsync($"{path}/in")).QuerySelector("main")!.TextContent.ShouldContain("bằng chữ");
        (await accountant.GetPageAsync($"{path}/in")).QuerySelectorAll(".print-table thead th").Select(h => h.TextContent).ShouldContain("Còn lại");
        (await accountant.GetPageAsync($"{path}/in")).ShouldBeHeadedAsAPaper("THỦ TRƯỞNG ĐƠN VỊ");
        (await accountant.GetPageAsync($"/thanh-toan/tam-ung?tim={contract.Number}")).QuerySelector("#tuoi-tam-ung")!.TextContent.ShouldContain("50.000.000");
        (await accountant.GetAsync(new Uri("/thanh-toan?handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await accountant.GetAsync(new Uri("/thanh-toan/tam-ung?handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task OneDongMoreThanTheContract_IsRefused_WithTheFigures()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var answer = await officer.SubmitAsync(contract.NewPath(), GivenPayments.Fields(line, GivenPayments.Bound + 1), contract.NewPath());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("vượt 1 đ");
        await officer.Drafted(contract, line, GivenPayments.Bound);
    }

    [Fact]
    public async Task BeforeAnAcceptance_APaymentIsRefused()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var answer = await officer.SubmitAsync(contract.NewPath(PaymentKind.Payment), GivenPayments.Fields(line, 1), contract.NewPath(PaymentKind.Payment));
        (await answer.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("nghiệm thu");
    }

    [Fact]
    public async Task OneInvoice_IsNotUsedTwice()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var number = $"{(GivenPayments.Id().GetHashCode() & 0xFFFFFF) + 1}";
        var path = await officer.Drafted(contract, line, 1_000_000, number);
        var answer = await officer.SubmitAsync(contract.NewPath(), GivenPayments.Fields(line, 1_000_000, number), contract.NewPath());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain((await app.Payment(path)).Number);

        // Discarded, it gives its invoice back.
        (await officer.Take(path, PaymentAction.Discard)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await officer.Drafted(contract, line, 1_000_000, number);
    }

    [Fact]
    public async Task WhatTheTreasurySentBack_IsCorrected_AndAskedForAgain()
    {
        var (contract, line) = await app.ASignedContract();
        var path = await app.Sent(contract, line, 10_000_000);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await accountant.Take(path, PaymentAction.SendBack)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await officer.SubmitAsync($"{path}/sua", GivenPayments.Fields(line, 9_000_000))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.Take(path, PaymentAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var again = await app.Payment(path);
        (again.State, again.Total, again.Lines.Count).ShouldBe((PaymentState.Requested, new Dong(9_000_000), 1));
        (await app.Held(contract)).Advanced.ShouldBe(Dong.Zero);
    }

    [Fact]
    public async Task WhoMayNot_IsRefused_AndAnotherProvince_FindsNothing()
    {
        var (contract, line) = await app.ASignedContract();
        var path = await app.Sent(contract, line, 10_000_000);
        using var finance = await app.As(Role.FinanceOfficer);
        (await finance.GetAsync(new Uri(contract.NewPath(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await finance.Take(path, PaymentAction.Pay)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await finance.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldNotContain("0000000001");
        using var neighbour = await app.As(Role.DepartmentOfficer, App.DongNai);
        foreach (var url in new[] { path, $"{path}/in", $"{path}/sua", contract.NewPath() })
        {
            (await neighbour.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }

        (await app.Payment(path)).State.ShouldBe(PaymentState.Sent);
    }

    /// <summary>Who of the office did what is not for the other party.</summary>
    [Fact]
    public async Task AParty_ReadsItsPayment_WithoutTheOfficesOwnHistory()
    {
        var (contract, line) = await app.ASignedContract();
        var path = await app.Sent(contract, line, 10_000_000);
        using var owner = await app.AParty(contract);
        var page = await owner.GetPageAsync(path);
        page.QuerySelector("main")!.TextContent.ShouldContain("10.000.000");
        page.QuerySelector("#lich-su").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Người lập không duyệt");
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await officer.GetPageAsync(path)).QuerySelector("#lich-su").ShouldNotBeNull();
    }
}
