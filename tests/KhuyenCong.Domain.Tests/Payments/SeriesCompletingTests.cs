using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;

namespace KhuyenCong.Domain.Tests.Payments;

/// <summary>An invoice that was paid without its series gets it from another person, for a reason; nothing else of it changes.</summary>
public sealed class SeriesCompletingTests
{
    private const string TaxCode = "0100000000";

    private static readonly PaymentAction[] Way = [PaymentAction.Request, PaymentAction.Approve, PaymentAction.Send, PaymentAction.Pay];

    private static PaymentInvoiceText Invoice(string number, string? series, long covered = 50) =>
        new(Given.Id(), number, series, "Người bán", TaxCode, Given.Today, null, new(covered), new(covered));

    private static PaymentRequest After(int steps, params PaymentInvoiceText[] invoices)
    {
        var contract = Given.Contract();
        var text = Given.Text(invoices.Select(i => i.Covered!.Value.Amount).Sum()) with { Invoices = invoices };
        var written = PaymentWriting.Write(contract, null, PaymentKind.Advance, text, Given.Wide, null, Given.Writer(Regime.National), TimeProvider.System).Event.ShouldNotBeNull();
        var request = PaymentRequest.From(new(Given.Id(), contract.ProvinceCode, contract.ContractId, contract.ProjectId, contract.Regime, contract.TerritoryCode, PaymentKind.Advance, "DNTU-1", contract.Bank, written, Given.Today));
        foreach (var action in Way.Take(steps))
        {
            Given.Step(request, contract, action, action switch { PaymentAction.Request => Given.Writer(Regime.National), PaymentAction.Approve => Given.Leader(Regime.National), _ => Given.Accountant(Regime.National) }).ShouldBeEmpty($"{action}");
        }

        return request;
    }

    private static Ruling<SeriesCompleted> Complete(PaymentRequest request, string? series = " 1C26TAA ", string? reason = "Đối chiếu bản gốc", string? usedIn = null, PlanMover? mover = null, Guid? invoice = null) =>
        SeriesCompleting.Complete(request, invoice ?? request.Invoices[0].PaymentInvoiceId, series, reason, usedIn, mover ?? Given.Leader(Regime.National), TimeProvider.System);

    private static IEnumerable<string> Codes(Ruling<SeriesCompleted> ruling) => ruling.Breaches.Select(b => b.Code);

    [Fact]
    public void Completed_ItIsAnotherInvoiceThanThatOfAnotherSeries_AndNothingElseChanged()
    {
        var request = After(4, Invoice("123", null));
        var (hands, before) = (request.Hands, InvoiceHolders.Of(request).Invoices.Single());
        var other = Invoice("123", "1C25TAA").Trace.ShouldNotBeNull();
        InvoiceMark.Compare(before, other).ShouldBe(true);

        request.Apply(Complete(request).Event.ShouldNotBeNull());
        var invoice = request.Invoices.Single();
        (invoice.InvoiceNumber, invoice.InvoiceSeries, invoice.InvoiceSeller, invoice.InvoiceTaxCode, invoice.Covered).ShouldBe(("123", "1C26TAA", "Người bán", TaxCode, new Dong(50)));
        (request.State, request.Hands).ShouldBe((PaymentState.Paid, hands));
        var now = InvoiceHolders.Of(request).Invoices.Single();
        now.ShouldBe(Invoice("123", "1C26TAA").Trace);
        InvoiceMark.Compare(now, other).ShouldBe(false);

        // What is there is not changed.
        Codes(Complete(request, "1C24TAA")).ShouldBe(["payment.series-kept"]);
    }

    [Fact]
    public void ASeriesBeforeTheNumber_IsThereAlready()
    {
        var request = After(4, Invoice("1C26TAA0000123", null));
        Codes(Complete(request)).ShouldBe(["payment.series-kept"]);
        SeriesCompleting.MayComplete(request, request.Invoices[0], Given.Leader(Regime.National)).ShouldBeFalse();
    }

    [Fact]
    public void ItIsAnothersAct_ForAReason_WithASeriesThatIsRead()
    {
        var request = After(4, Invoice("123", null));
        Codes(Complete(request, mover: Given.Mover(Role.DepartmentLeader, Given.Preparer))).ShouldBe(["payment.series-own"]);
        Codes(Complete(request, mover: Given.Writer(Regime.National))).ShouldBe(["payment.not-allowed"]);
        Codes(Complete(request, " ", " ")).ShouldBe(["payment.series-missing", "payment.series-reason"]);
        Codes(Complete(request, "hóa đơn số")).ShouldBe(["payment.series-unreadable"]);
        Codes(Complete(request, "1C26TAA 9, MST 0200000000")).ShouldBe(["payment.series-unreadable"]);
        Codes(Complete(request, usedIn: "DNTU-2")).ShouldBe(["payment.invoice-used"]);
        Codes(Complete(request, invoice: Given.Id())).ShouldBe(["payment.series-kept"]);
        Codes(Complete(request, reason: new string('a', PaymentWriting.LongestText + 1))).ShouldBe(["project.too-long"]);
    }

    /// <summary>What can still be written is written.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void ItIsForWhatWasSent(int steps, bool may)
    {
        var request = After(steps, Invoice("123", null));
        Codes(Complete(request)).ShouldBe(may ? [] : ["payment.wrong-state"]);
        SeriesCompleting.MayComplete(request, request.Invoices[0], Given.Leader(Regime.National)).ShouldBe(may);
    }
}
