using System.Globalization;
using System.Net;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Payments;

/// <summary>An invoice that was paid without its series bars another real one of its number until somebody completes it.</summary>
public sealed class SeriesPagesTests(App app)
{
    private const string TaxCode = "0100000000";

    [Fact]
    public async Task Completed_ByAnotherThanWhoWroteIt_TheOtherInvoiceGoesOn()
    {
        var number = ANumber();
        var ((contract, line), (other, its)) = (await app.ASignedContract(), await app.ASignedContract());
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        var asked = await Asked(officer, contract, line, number, "");
        await asked.ShouldGoOn();
        var path = asked.Headers.Location!.OriginalString;
        // What can still be written is written.
        (await leader.GetPageAsync(path)).QuerySelector("form[action$='handler=Series']").ShouldBeNull();
        await (await officer.Take(path, PaymentAction.Request)).ShouldGoOn();
        await (await leader.Take(path, PaymentAction.Approve)).ShouldGoOn();
        await (await accountant.Take(path, PaymentAction.Send)).ShouldGoOn();
        await (await accountant.Take(path, PaymentAction.Pay)).ShouldGoOn();
        var paid = await app.Payment(path);
        (await (await Asked(officer, other, its, number, "1C25TAA")).Told()).ShouldContain(paid.Number);

        var fields = new Dictionary<string, string> { ["Completion.InvoiceId"] = $"{paid.Invoices.Single().PaymentInvoiceId}", ["Completion.Series"] = "1C26TAA", ["Completion.Reason"] = "Đối chiếu bản gốc" };
        (await officer.GetPageAsync(path)).QuerySelector("form[action$='handler=Series']").ShouldBeNull();
        (await officer.SubmitAsync(path, fields, $"{path}?handler=Series")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await foreign.SubmitAsync("/", fields, $"{path}?handler=Series")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var told = await (await leader.SubmitAsync(path, new Dictionary<string, string>(fields) { ["Completion.Series"] = "số", ["Completion.Reason"] = " " }, $"{path}?handler=Series")).Told();
        told.ShouldContain("Ký hiệu không đọc được");
        told.ShouldContain("lý do bổ sung ký hiệu");
        (await leader.GetPageAsync(path)).QuerySelector("form[action$='handler=Series']").ShouldNotBeNull();
        await (await leader.SubmitAsync(path, fields, $"{path}?handler=Series")).ShouldGoOn();
        var now = await app.Payment(path);
        (now.State, now.Invoices.Single().InvoiceSeries).ShouldBe((PaymentState.Paid, "1C26TAA"));
        (await OfNumber(number)).ShouldHaveSingleItem().Key.ShouldContain("c26taa");
        var page = await leader.GetPageAsync(path);
        page.QuerySelector("#hoa-don")!.TextContent.ShouldContain("1C26TAA");
        page.QuerySelector("#lich-su")!.TextContent.ShouldContain("Bổ sung ký hiệu hóa đơn của đề nghị chi");
        (await (await leader.SubmitAsync(path, fields, $"{path}?handler=Series")).Told()).ShouldContain("đã có ký hiệu");

        await (await Asked(officer, other, its, number, "1C25TAA")).ShouldGoOn();
        (await OfNumber(number)).Count.ShouldBe(2);
        (await (await Asked(officer, other, its, number, "1C26TAA")).Told()).ShouldContain(paid.Number);
    }

    /// <summary>Of before there was one key: the full one is another request's already, which is named.</summary>
    [Fact]
    public async Task AFullKeyThatAnotherUses_IsRefused_AndNamed()
    {
        var number = ANumber();
        var ((contract, line), (other, its)) = (await app.ASignedContract(), await app.ASignedContract());
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var path = (await Asked(officer, contract, line, number, "")).Headers.Location!.OriginalString;
        await (await officer.Take(path, PaymentAction.Request)).ShouldGoOn();
        var second = GivenPayments.IdOf((await Asked(officer, other, its, ANumber(), "1C26TAA")).Headers.Location!.OriginalString);
        var trace = InvoiceMark.Prefix + number;
        var name = await app.WithDb(App.KhanhHoa, async db =>
        {
            await db.PaymentInvoices.Where(i => i.PaymentRequestId == second).ExecuteUpdateAsync(set => set.SetProperty(i => i.InvoiceTrace, trace));
            return await db.PaymentRequests.Where(r => r.PaymentRequestId == second).Select(r => r.Number).SingleAsync();
        });
        var fields = new Dictionary<string, string> { ["Completion.InvoiceId"] = $"{(await app.Payment(path)).Invoices.Single().PaymentInvoiceId}", ["Completion.Series"] = "1C26TAA", ["Completion.Reason"] = "Đối chiếu bản gốc" };
        (await (await leader.SubmitAsync(path, fields, $"{path}?handler=Series")).Told()).ShouldContain(name);
        (await app.Payment(path)).Invoices.Single().InvoiceSeries.ShouldBeNull();
        (await OfNumber(number)).ShouldHaveSingleItem().Key.ShouldNotContain("c26taa");
    }

    private static string ANumber() => ((GivenPayments.Id().GetHashCode() & 0xFFFFFF) + 1).ToString(CultureInfo.InvariantCulture);

    private Task<List<UsedInvoice>> OfNumber(string number)
    {
        var its = InvoiceMark.BaseOf($"{InvoiceMark.Prefix}{number}||{TaxCode}");
        return app.WithDb(App.KhanhHoa, db => db.UsedInvoices.AsNoTracking().Where(u => u.Base == its).ToListAsync());
    }

    private static async Task<HttpResponseMessage> Asked(HttpClient officer, Contract contract, Allocation line, string number, string series)
    {
        var fields = GivenPayments.Fields(line, 1_000_000, number);
        (fields["Form.Invoices[0].Series"], fields["Form.Invoices[0].TaxCode"]) = (series, TaxCode);
        return await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath());
    }
}
