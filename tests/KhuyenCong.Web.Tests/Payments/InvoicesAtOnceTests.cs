using System.Globalization;
using System.Net;
using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.ManagementCosts;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using KhuyenCong.Web.Tests.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Payments;

/// <summary>Records of different kinds and projects that take one invoice in the same second: one of them has it.</summary>
public sealed class InvoicesAtOnceTests(App app)
{
    private const string TaxCode = "0100000000";

    private static string ANumber() => ((GivenPayments.Id().GetHashCode() & 0xFFFFFF) + 1).ToString(CultureInfo.InvariantCulture);

    private static string Written(string number) => $"1C26TAA {number}, MST {TaxCode}";

    private static string KeyOf(string number) => $"{InvoiceMark.Prefix}{number}|c26taa|{TaxCode}";

    [Fact]
    public async Task ARequestAndASettlement_DoNotBothTakeIt()
    {
        var number = ANumber();
        var (contract, line) = await app.ASignedContract();
        var (other, _) = await app.APaidContract();
        using var one = await app.ASomebody(Role.DepartmentOfficer);
        using var two = await app.ASomebody(Role.DepartmentOfficer);
        var path = await two.Prepared(other, GivenSettlements.Fields(invoice: Written(number)));
        await OnceAsync(number, Asked(one, contract, line, number), two.Step(path, SettlementAction.Submit));
    }

    [Fact]
    public async Task ARequestAndAnAcceptance_DoNotBothTakeIt()
    {
        var number = ANumber();
        var (contract, line) = await app.ASignedContract();
        var (project, its) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"));
        var id = await app.ASubmitted(project, its, invoice: Written(number));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await OnceAsync(number, Asked(officer, contract, line, number), leader.Moves(id, AcceptanceAction.Conclude));
    }

    [Fact]
    public async Task ASettlementAndAnAcceptance_DoNotBothTakeIt()
    {
        var number = ANumber();
        var (contract, _) = await app.APaidContract();
        var (project, its) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"));
        var id = await app.ASubmitted(project, its, invoice: Written(number));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var path = await officer.Prepared(contract, GivenSettlements.Fields(invoice: Written(number)));
        await OnceAsync(number, officer.Step(path, SettlementAction.Submit), leader.Moves(id, AcceptanceAction.Conclude));
    }

    /// <summary>Management costs name their seller, so that the key is the name's, within the province.</summary>
    [Fact]
    public async Task ARequestAndAVoucherOfManagementCosts_DoNotBothTakeIt()
    {
        var number = ANumber();
        var (contract, line) = await app.ASignedContract();
        var path = await app.AnApprovedEstimate(await app.ALine(2 * GivenManagement.Line));
        using var one = await app.ASomebody(Role.DepartmentOfficer);
        using var two = await app.ASomebody(Role.DepartmentOfficer);
        var fields = await app.VoucherFields(path, 1_000_000, number);
        var answers = await Task.WhenAll(one.SubmitAsync(contract.NewPath(), GivenPayments.Fields(line, 1_000_000, number), contract.NewPath()), two.SubmitAsync($"{path}/chung-tu", fields));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode is HttpStatusCode.OK).Told()).ShouldContain("Mỗi hóa đơn chỉ được đề nghị chi một lần");
        var start = $"{App.KhanhHoa}:{InvoiceMark.Prefix}{number}|c26taa|";
        var used = await app.WithDb(App.KhanhHoa, db => db.UsedInvoices.AsNoTracking().Where(u => u.Key.StartsWith(start)).ToListAsync());
        (used.ShouldHaveSingleItem().PaymentRequestId is null).ShouldNotBe(used[0].ManagementVoucherId is null);
    }

    /// <summary>One project asks for its invoice and settles with it; sent back and discarded, it is free for another.</summary>
    [Fact]
    public async Task OneProject_ShowsItInBoth_AndGivesItBack()
    {
        var number = ANumber();
        var (contract, line) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var asked = await Asked(officer, contract, line, number);
        await asked.ShouldGoOn();
        var payment = asked.Headers.Location!.OriginalString;
        var settlement = await officer.Prepared(contract, GivenSettlements.Fields(invoice: Written(number)));
        await (await officer.Step(settlement, SettlementAction.Submit)).ShouldGoOn();
        var used = (await Used(number)).ShouldNotBeNull();
        (used.ProjectId, used.PaymentRequestId, used.SettlementId is null).ShouldBe(((Guid?)contract.ProjectId, (Guid?)GivenPayments.IdOf(payment), false));
        await (await leader.Step(settlement, SettlementAction.SendBack)).ShouldGoOn();
        (await Used(number)).ShouldNotBeNull().SettlementId.ShouldBeNull();
        await (await officer.Take(payment, PaymentAction.Discard)).ShouldGoOn();
        (await Used(number)).ShouldBeNull();
        var (other, its) = await app.ASignedContract();
        await (await Asked(officer, other, its, number)).ShouldGoOn();
    }

    /// <summary>The key of the whole nation: whoever uses it elsewhere is not seen from here.</summary>
    [Fact]
    public async Task AnotherProvince_SeesNoUse()
    {
        var number = ANumber();
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await Asked(officer, contract, line, number)).ShouldGoOn();
        var key = KeyOf(number);
        (await app.WithDb(App.DongNai, db => db.UsedInvoices.AnyAsync(u => u.Key == key))).ShouldBeFalse();
        var refused = await Should.ThrowAsync<DbUpdateException>(() => app.WithDb(App.DongNai, async db =>
        {
            await db.UseInvoicesAsync(new(InvoiceHolderKind.Management, GivenPayments.Id(), null, App.DongNai, [InvoiceMark.Of(Written(number))!.Trace("")]));
            await db.SaveChangesAsync();
            return true;
        }));
        refused.IsInvoiceTwin().ShouldBeTrue();
    }

    /// <summary>Once with its series and once without, of two projects: the keys differ, the invoice does not.</summary>
    [Fact]
    public async Task WithItsSeries_AndWithout_DoNotBothTakeIt()
    {
        var number = ANumber();
        var ((contract, line), (other, its)) = (await app.ASignedContract(), await app.ASignedContract());
        using var one = await app.ASomebody(Role.DepartmentOfficer);
        using var two = await app.ASomebody(Role.DepartmentOfficer);
        var answers = await Task.WhenAll(Asked(one, contract, line, number), Asked(two, other, its, number, series: ""));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode is not HttpStatusCode.Redirect).Told()).ShouldContain("Mỗi hóa đơn chỉ được đề nghị chi một lần");
        (await OfNumber(number)).ShouldHaveSingleItem();
    }

    /// <summary>One after the other the refusal names the record that has it; another series is another invoice; corrected and discarded, it is free.</summary>
    [Fact]
    public async Task WithoutItsSeries_TheOtherRecordIsNamed_AndAnotherSeriesGoesOn()
    {
        var number = ANumber();
        var ((contract, line), (other, its)) = (await app.ASignedContract(), await app.ASignedContract());
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var asked = await Asked(officer, contract, line, number);
        await asked.ShouldGoOn();
        var payment = asked.Headers.Location!.OriginalString;
        var id = GivenPayments.IdOf(payment);
        var name = await app.WithDb(App.KhanhHoa, db => db.PaymentRequests.Where(r => r.PaymentRequestId == id).Select(r => r.Number).SingleAsync());
        (await (await Asked(officer, other, its, number, series: "")).Told()).ShouldContain(name);
        await (await Asked(officer, other, its, number, series: "1C25TAA")).ShouldGoOn();
        (await OfNumber(number)).Count.ShouldBe(2);
        await (await officer.Take(payment, PaymentAction.Discard)).ShouldGoOn();
        (await OfNumber(number)).ShouldHaveSingleItem().Key.ShouldContain("c25taa");
    }

    /// <summary>The table itself bars what the looks of each kind of record may miss, in another province too.</summary>
    [Theory]
    [InlineData(App.KhanhHoa)]
    [InlineData(App.DongNai)]
    public async Task TheTable_BarsItWithoutItsSeries_InWhateverProvince(string province)
    {
        var number = ANumber();
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await Asked(officer, contract, line, number)).ShouldGoOn();
        var barred = await Should.ThrowAsync<InvoiceUsedException>(() => app.WithDb(province, async db =>
        {
            await db.UseInvoicesAsync(new(InvoiceHolderKind.Management, GivenPayments.Id(), null, province, [InvoiceMark.Of($"{number}, MST {TaxCode}")!.Trace("")]));
            return true;
        }));
        barred.IsInvoiceTwin().ShouldBeTrue();
    }

    /// <summary>A branch writes invoices of its own: both go on, and each page names the other record to the office.</summary>
    [Fact]
    public async Task AFirmAndItsBranch_BothGoOn_AndThePageNamesTheOther()
    {
        var number = ANumber();
        var ((contract, line), (other, its)) = (await app.ASignedContract(), await app.ASignedContract());
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var (first, second) = (await Asked(officer, contract, line, number), await Asked(officer, other, its, number, taxCode: $"{TaxCode}-001"));
        await first.ShouldGoOn();
        await second.ShouldGoOn();
        var id = GivenPayments.IdOf(first.Headers.Location!.OriginalString);
        var name = await app.WithDb(App.KhanhHoa, db => db.PaymentRequests.Where(r => r.PaymentRequestId == id).Select(r => r.Number).SingleAsync());
        var told = (await officer.GetPageAsync(second.Headers.Location!.OriginalString)).QuerySelector("#hoa-don-gan-giong").ShouldNotBeNull().TextContent;
        told.ShouldSatisfyAllConditions(t => t.ShouldContain(name), t => t.ShouldContain($"{TaxCode}001"), t => t.ShouldContain(number));
        (await officer.GetPageAsync(first.Headers.Location!.OriginalString)).QuerySelector("#hoa-don-gan-giong").ShouldNotBeNull();
    }

    private Task<List<UsedInvoice>> OfNumber(string number)
    {
        var its = InvoiceMark.BaseOf(KeyOf(number));
        return app.WithDb(App.KhanhHoa, db => db.UsedInvoices.AsNoTracking().Where(u => u.Base == its).ToListAsync());
    }

    private async Task OnceAsync(string number, params Task<HttpResponseMessage>[] both)
    {
        var answers = await Task.WhenAll(both);
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode is not HttpStatusCode.Redirect).Told()).ShouldContain("óa đơn");
        var used = (await Used(number)).ShouldNotBeNull();
        new[] { used.PaymentRequestId, used.AcceptanceId, used.SettlementId }.Count(id => id is not null).ShouldBe(1);
    }

    private Task<UsedInvoice?> Used(string number)
    {
        var key = KeyOf(number);
        return app.WithDb(App.KhanhHoa, db => db.UsedInvoices.AsNoTracking().SingleOrDefaultAsync(u => u.Key == key));
    }

    private static async Task<HttpResponseMessage> Asked(HttpClient officer, Contract contract, Allocation line, string number, string series = "1C26TAA", string taxCode = TaxCode)
    {
        var fields = GivenPayments.Fields(line, 1_000_000, number);
        (fields["Form.Invoices[0].Series"], fields["Form.Invoices[0].TaxCode"]) = (series, taxCode);
        return await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath());
    }
}
