using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Payments;

namespace KhuyenCong.Domain.Tests.Payments;

/// <summary>Several invoices of one request: each once, together what is asked for, to the đồng.</summary>
public sealed class PaymentInvoiceTests
{
    private static PaymentInvoiceText Invoice(string number, long covered, long? whole = null, string? seller = "Người bán", string? taxCode = null) =>
        new(Given.Id(), number, "1C26TAA", seller, taxCode, Given.Today, null, new(whole ?? covered), new(covered));

    private static PaymentText Text(long amount, params PaymentInvoiceText[] invoices) => Given.Text(amount) with { Invoices = invoices };

    private static Ruling<PaymentWritten> Write(PaymentText text, IReadOnlyDictionary<Guid, string>? usedIn = null, PaymentKind kind = PaymentKind.Advance) =>
        PaymentWriting.Write(Given.Contract(), null, kind, text, Given.Wide, usedIn, Given.Writer(Regime.National), TimeProvider.System);

    private static PaymentRequest Drafted(PaymentText text)
    {
        var contract = Given.Contract();
        return PaymentRequest.From(new(Given.Id(), contract.ProvinceCode, contract.ContractId, contract.ProjectId, contract.Regime, contract.TerritoryCode, PaymentKind.Advance, "DNTU-1", contract.Bank, Write(text).Event.ShouldNotBeNull(), Given.Today));
    }

    [Theory]
    [InlineData(60, 40, null, "")]
    [InlineData(60, 39, null, "payment.invoices-below")]
    [InlineData(60, 39, "Phần còn lại là công lao động", "")]
    [InlineData(60, 41, null, "payment.invoices-above")]
    [InlineData(60, 41, "Lý do không nâng được số đề nghị", "payment.invoices-above")]
    public void TogetherTheyAreWhatIsAskedFor_OrLessForAReason_NeverMore(long one, long other, string? reason, string code)
    {
        var ruling = Write(Text(100, Invoice("1", one), Invoice("2", other)) with { InvoiceDifference = reason });
        ruling.Breaches.Select(b => b.Code).ShouldBe(code.Length == 0 ? [] : [code]);
        foreach (var breach in ruling.Breaches)
        {
            breach.Arguments.ShouldBe([new Dong(one + other), new Dong(100), new Dong(1)]);
        }
    }

    [Fact]
    public void AReason_IsKeptOnlyWhileTheyCoverLess()
    {
        Drafted(Text(100, Invoice("1", 90)) with { InvoiceDifference = " Công lao động " }).InvoiceDifference.ShouldBe("Công lao động");
        Drafted(Text(100, Invoice("1", 100)) with { InvoiceDifference = "Cũ" }).InvoiceDifference.ShouldBeNull();
        Drafted(Text(100)).Invoices.ShouldBeEmpty();
    }

    [Fact]
    public void OneInvoice_CoversNoMoreThanItself_AndSaysAllOfItself()
    {
        Write(Text(100, Invoice("1", 100, 99))).Breaches.Single().ShouldSatisfyAllConditions(
            b => (b.Code, b.Field).ShouldBe(("payment.invoice-covers-more", "Invoices[0].Covered")),
            b => b.Arguments.ShouldBe([new Dong(100), new Dong(99), new Dong(1)]));
        Write(Text(100, Invoice("1", 100) with { BeforeVat = new(101) })).Breaches.Single().Code.ShouldBe("payment.invoice-before-vat");
        Write(Text(100, Invoice("1", 100) with { IssuedOn = null })).Breaches.Single().Code.ShouldBe("payment.invoice-date-missing");
        Write(Text(100, Invoice("1", 100) with { IssuedOn = Given.Today.AddDays(2) })).Breaches.Single().Code.ShouldBe("payment.date-in-future");
        Write(Text(100, Invoice("1", 100) with { WithVat = null })).Breaches.Single().Code.ShouldBe("payment.invoice-amount-missing");
        Write(Text(100, Invoice("1", 100), Invoice("2", 1) with { Covered = null })).Breaches.Single().ShouldSatisfyAllConditions(
            b => (b.Code, b.Field).ShouldBe(("payment.invoice-covered-missing", "Invoices[1].Covered")));
        Write(Text(100, Invoice("1", 100, seller: null))).Breaches.Single().Code.ShouldBe("payment.invoice-seller-missing");
        Write(Text(100, Invoice(" ", 100))).Breaches.Single().Code.ShouldBe("payment.invoice-number-missing");
        Write(Text(100, Invoice("1", 100, taxCode: "123"))).Breaches.Single().Code.ShouldBe("payment.invoice-tax-code");
    }

    [Fact]
    public void TheSameInvoice_HoweverWritten_IsOne()
    {
        var one = Invoice("0000123", 1, seller: "0000000000").Trace.ShouldNotBeNull();
        Invoice("123", 1, seller: "MST 0000000000").Trace.ShouldBe(one);
        Invoice("123", 1, seller: null, taxCode: "0000000000").Trace.ShouldBe(one);
        Write(Text(100, Invoice("123", 60, seller: "Cơ khí Minh Họa", taxCode: "0000000000"), Invoice("000123", 40, seller: null, taxCode: "0000000000"))).Breaches.Single().ShouldSatisfyAllConditions(
            b => (b.Code, b.Field).ShouldBe(("payment.invoice-twice", "Invoices[1].Number")));
        Write(Text(100, Invoice("123", 60), Invoice("124", 40))).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void WhatWasUsedElsewhere_IsRefused_RowByRow()
    {
        var (free, taken) = (Invoice("1", 60), Invoice("2", 40));
        Write(Text(100, free, taken), new Dictionary<Guid, string> { [taken.PaymentInvoiceId] = "DNTT-1" }).Breaches.Single().ShouldSatisfyAllConditions(
            b => (b.Code, b.Field).ShouldBe(("payment.invoice-used", "Invoices[1].Number")),
            b => b.Arguments.ShouldBe(["2", "DNTT-1"]));
    }

    /// <summary>Rows keep their invoices: two that change places, or one that is replaced, never meet at the unique trace.</summary>
    [Fact]
    public void CorrectedRows_KeepWhatStays_AndADiscardedRequest_GivesAllBack()
    {
        var contract = Given.Contract();
        var request = Drafted(Text(100, Invoice("1", 60), Invoice("2", 40)));
        var second = request.Invoices.Single(i => i.InvoiceNumber == "2").PaymentInvoiceId;
        request.Apply(Write(Text(100, Invoice("2", 70), Invoice("3", 30))).Event.ShouldNotBeNull());
        request.Invoices.OrderBy(i => i.Order).Select(i => (i.InvoiceNumber, i.Covered)).ShouldBe([("2", new Dong(70)), ("3", new Dong(30))]);
        request.Invoices.Single(i => i.InvoiceNumber == "2").PaymentInvoiceId.ShouldBe(second);
        request.Invoices.ShouldAllBe(i => i.InvoiceTrace != null);
        Given.Step(request, contract, PaymentAction.Discard, Given.Writer(Regime.National)).ShouldBeEmpty();
        request.Invoices.ShouldAllBe(i => i.InvoiceTrace == null && i.InvoiceDetail == null);
    }

    [Fact]
    public void ARecovery_HasNoInvoices()
    {
        var written = Write(Text(100, Invoice("1", 500)), kind: PaymentKind.RecoverAdvance).Event.ShouldNotBeNull();
        written.Text.Invoices.ShouldBeEmpty();
    }
}
