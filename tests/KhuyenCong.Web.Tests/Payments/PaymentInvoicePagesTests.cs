using System.Globalization;
using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests.Payments;

/// <summary>Several invoices of one request on the pages, and each of them used once.</summary>
public sealed class PaymentInvoicePagesTests(App app)
{
    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => ((GivenPayments.Id().GetHashCode() & 0xFFFFFF) + 1).ToString(CultureInfo.InvariantCulture))];

    [Fact]
    public async Task SeveralInvoices_AreKept_Shown_AndPrinted()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var numbers = Numbers(3);
        var path = await officer.Drafted(contract, line, 10_000_000, numbers);
        var kept = await app.Payment(path);
        kept.Invoices.OrderBy(i => i.Order).Select(i => i.InvoiceNumber).ShouldBe(numbers);
        kept.Invoices.Select(i => i.Covered).Sum().ShouldBe(new Dong(10_000_000));
        foreach (var page in new[] { path, $"{path}/in" })
        {
            var text = (await officer.GetPageAsync(page)).QuerySelector("main")!.TextContent;
            numbers.ShouldAllBe(n => text.Contains(n, StringComparison.Ordinal), page);
        }

        // Four rows: the three with a blank one below.
        (await officer.GetPageAsync($"{path}/sua")).QuerySelectorAll("[name^='Form.Invoices'][name$='.Number']").Length.ShouldBe(4);
        (await officer.GetAsync(new Uri($"/thanh-toan?tim={kept.Number}&handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task MoreThanIsAskedFor_IsRefused_LessNeedsAReason()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var numbers = Numbers(2);
        var fields = GivenPayments.Fields(line, 10_000_000, numbers);
        fields["Form.Invoices[1].WithVat"] = fields["Form.Invoices[1].Covered"] = "5000001";
        (await (await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath())).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("vượt 1 đ");
        fields["Form.Invoices[1].WithVat"] = fields["Form.Invoices[1].Covered"] = "4999999";
        (await (await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath())).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("thiếu 1 đ");
        fields["Form.InvoiceDifference"] = "Phần lẻ không có hóa đơn";
        var answer = await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath());
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Payment(answer.Headers.Location!.ToString())).InvoiceDifference.ShouldBe("Phần lẻ không có hóa đơn");
    }

    [Fact]
    public async Task TheSecondInvoice_IsNotUsedTwice_EvenInAnotherProject()
    {
        var (contract, line) = await app.ASignedContract();
        var (other, its) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var numbers = Numbers(3);
        var path = await officer.Drafted(contract, line, 2_000_000, numbers[0], numbers[1]);
        var answer = await officer.SubmitAsync(other.NewPath(), GivenPayments.Fields(its, 2_000_000, numbers[2], numbers[1]), other.NewPath());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain((await app.Payment(path)).Number);
    }

    /// <summary>Two rows change places and amounts: the unique trace of neither stands in the way.</summary>
    [Fact]
    public async Task RowsThatChangePlaces_AreSaved_AndMoreRowsCome()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var numbers = Numbers(2);
        var path = await officer.Drafted(contract, line, 3_000_000, numbers);
        var turned = GivenPayments.Fields(line, 3_000_000, numbers[1], numbers[0]);
        (await officer.SubmitAsync($"{path}/sua", turned)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Payment(path)).Invoices.OrderBy(i => i.Order).Select(i => i.InvoiceNumber).ShouldBe([numbers[1], numbers[0]]);
        var more = await officer.SubmitAsync(contract.NewPath(), GivenPayments.Fields(line, 1_000_000, numbers[0]), $"{contract.NewPath()}&handler=Rows");
        more.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await more.PageAsync()).QuerySelectorAll("[name^='Form.Invoices'][name$='.Number']").Length.ShouldBe(4);
        (await app.Payment(path)).State.ShouldBe(PaymentState.Drafting);
    }
}
