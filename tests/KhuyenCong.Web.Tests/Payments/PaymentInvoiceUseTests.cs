using System.Globalization;
using System.Net;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using KhuyenCong.Web.Tests.Settlements;

namespace KhuyenCong.Web.Tests.Payments;

/// <summary>An invoice of a payment request and the settlements and acceptances of other projects: whoever comes second is refused.</summary>
public sealed class PaymentInvoiceUseTests(App app)
{
    private const string TaxCode = "0100000000";

    private static string ANumber() => ((GivenPayments.Id().GetHashCode() & 0xFFFFFF) + 1).ToString(CultureInfo.InvariantCulture);

    private static string Written(string number) => $"1C26TAA {number}, MST {TaxCode}";

    [Fact]
    public async Task WhatAnotherProjectSettled_IsNotAskedFor()
    {
        var number = ANumber();
        await app.ASubmitted(Written(number));
        var (contract, line) = await app.ASignedContract();
        using var answer = await Asked(contract, line, number);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Mỗi hóa đơn chỉ được đề nghị chi một lần");
    }

    [Fact]
    public async Task WhatIsAskedFor_IsNotSettledInAnotherProject()
    {
        var number = ANumber();
        var (contract, line) = await app.ASignedContract();
        (await Asked(contract, line, number)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (other, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Prepared(other, GivenSettlements.Fields(invoice: Written(number)));
        (await (await officer.Step(path, SettlementAction.Submit)).Told()).ShouldContain("một hóa đơn không quyết toán hai lần");
    }

    [Fact]
    public async Task WhatIsAskedFor_IsNotAcceptedInAnotherProject()
    {
        var number = ANumber();
        var (contract, line) = await app.ASignedContract();
        (await Asked(contract, line, number)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (project, its) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var id = await officer.Opens(project, its);
        await (await officer.Fills(id, GivenAcceptances.ASerial(), Written(number))).ShouldGoOn();
        var submitted = await officer.Moves(id, AcceptanceAction.Submit);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var told = submitted.StatusCode is HttpStatusCode.Redirect ? await (await leader.Moves(id, AcceptanceAction.Conclude)).Told() : await submitted.Told();
        told.ShouldContain("Mỗi hóa đơn chỉ được đề nghị chi một lần");
    }

    private async Task<HttpResponseMessage> Asked(Contract contract, Allocation line, string number)
    {
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var fields = GivenPayments.Fields(line, 1_000_000, number);
        fields["Form.Invoices[0].TaxCode"] = TaxCode;
        return await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath());
    }
}
