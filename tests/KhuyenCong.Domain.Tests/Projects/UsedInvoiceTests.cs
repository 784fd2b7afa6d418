using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using PaymentGiven = KhuyenCong.Domain.Tests.Payments.Given;

namespace KhuyenCong.Domain.Tests.Projects;

/// <summary>Which records may show one invoice, and until when.</summary>
public sealed class UsedInvoiceTests
{
    private static readonly Guid Mine = Given.Id();
    private static readonly Guid Other = Given.Id();

    // First the record that has the invoice, then the one that asks for it: of the same project, of another.
    [Theory]
    [InlineData(InvoiceHolderKind.Payment, InvoiceHolderKind.Payment, false, false)]
    [InlineData(InvoiceHolderKind.Payment, InvoiceHolderKind.Acceptance, true, false)]
    [InlineData(InvoiceHolderKind.Payment, InvoiceHolderKind.Settlement, true, false)]
    [InlineData(InvoiceHolderKind.Payment, InvoiceHolderKind.Management, false, false)]
    [InlineData(InvoiceHolderKind.Acceptance, InvoiceHolderKind.Payment, true, false)]
    [InlineData(InvoiceHolderKind.Acceptance, InvoiceHolderKind.Acceptance, false, false)]
    [InlineData(InvoiceHolderKind.Acceptance, InvoiceHolderKind.Settlement, true, false)]
    [InlineData(InvoiceHolderKind.Acceptance, InvoiceHolderKind.Management, false, false)]
    [InlineData(InvoiceHolderKind.Settlement, InvoiceHolderKind.Payment, true, false)]
    [InlineData(InvoiceHolderKind.Settlement, InvoiceHolderKind.Acceptance, true, false)]
    [InlineData(InvoiceHolderKind.Settlement, InvoiceHolderKind.Settlement, false, false)]
    [InlineData(InvoiceHolderKind.Settlement, InvoiceHolderKind.Management, false, false)]
    [InlineData(InvoiceHolderKind.Management, InvoiceHolderKind.Payment, false, false)]
    [InlineData(InvoiceHolderKind.Management, InvoiceHolderKind.Acceptance, false, false)]
    [InlineData(InvoiceHolderKind.Management, InvoiceHolderKind.Settlement, false, false)]
    [InlineData(InvoiceHolderKind.Management, InvoiceHolderKind.Management, false, false)]
    public void WhoMayShowWhatSomebodyShows(InvoiceHolderKind has, InvoiceHolderKind asks, bool inOneProject, bool inAnother)
    {
        UsedInvoice.Of("k", Holder(has, Mine)).TryUse(Holder(asks, Mine)).ShouldBe(inOneProject);
        UsedInvoice.Of("k", Holder(has, Mine)).TryUse(Holder(asks, Other)).ShouldBe(inAnother);
    }

    [Fact]
    public void TheSameRecord_AsksAgain_AndTheLastOneLeavesItFree()
    {
        var (payment, settlement) = (Holder(InvoiceHolderKind.Payment, Mine), Holder(InvoiceHolderKind.Settlement, Mine));
        var used = UsedInvoice.Of("k", payment);
        used.TryUse(payment).ShouldBeTrue();
        used.TryUse(settlement).ShouldBeTrue();
        used.Leave(Holder(InvoiceHolderKind.Payment, Mine));
        (used.PaymentRequestId, used.SettlementId).ShouldBe(((Guid?)payment.RecordId, (Guid?)settlement.RecordId));
        used.Leave(payment);
        (used.PaymentRequestId, used.IsFree).ShouldBe((null, false));
        used.Leave(settlement);
        used.IsFree.ShouldBeTrue();
    }

    /// <summary>A tax code is one firm everywhere; a name is one seller within a province; nobody's invoice has no key.</summary>
    [Theory]
    [InlineData("1C26TAA 0000123, MST 0100000000", "56", "i:123|c26taa|0100000000")]
    [InlineData("ký hiệu C26TAA, số 123, MST 0100000000, Công ty TNHH Minh Họa", "75", "i:123|c26taa|0100000000")]
    [InlineData("1C26TAA 0000\u200b1\u00ad23, MST 01000\u206000000", "56", "i:123|c26taa|0100000000")]
    [InlineData("１Ｃ２６ＴＡＡ ００００１２３, MST ０１００００００００", "56", "i:123|c26taa|0100000000")]
    [InlineData("1C26TAA 0000123", "56", null)]
    public void OneInvoice_HasOneKey_HoweverItIsWritten(string written, string province, string? key) =>
        InvoiceMark.KeyOf(InvoiceMark.Of(written).ShouldNotBeNull().Trace(""), province).ShouldBe(key);

    [Fact]
    public void ASellersName_IsOneSeller_OnlyWithinItsProvince()
    {
        var trace = InvoiceMark.Of("1C26TAA 0000123, Công ty Minh Họa").ShouldNotBeNull().Trace("");
        var same = InvoiceMark.Of("1C26TAA 123, C.ty TNHH Minh Họa").ShouldNotBeNull().Trace("");
        InvoiceMark.KeyOf(same, "56").ShouldBe(InvoiceMark.KeyOf(trace, "56"));
        InvoiceMark.KeyOf(trace, "56").ShouldNotBe(InvoiceMark.KeyOf(trace, "75"));
    }

    // The same invoice with its series left out on one side is barred from whoever could not show it either; another series, or another seller, is another invoice.
    [Theory]
    [InlineData("i:123|c26taa|0100000000", "i:123|c26taa|0100000000", true)]
    [InlineData("i:123|c26taa|0100000000", "i:123||0100000000", true)]
    [InlineData("i:123||0100000000", "i:123|c26taa|0100000000", true)]
    [InlineData("56:i:123||1a2b3c4d", "56:i:123|c26taa|1a2b3c4d", true)]
    [InlineData("i:123|c25taa|0100000000", "i:123|c26taa|0100000000", false)]
    [InlineData("i:124||0100000000", "i:123|c26taa|0100000000", false)]
    [InlineData("i:123||0100000000001", "i:123||0100000000", false)]
    [InlineData("56:i:123||1a2b3c4d", "75:i:123||1a2b3c4d", false)]
    public void AnInvoiceWithoutItsSeries_IsTheOneWithIt_ForTheSameSeller(string has, string asks, bool isBarred)
    {
        var used = UsedInvoice.Of(has, Holder(InvoiceHolderKind.Payment, Mine));
        used.Bars(asks, Holder(InvoiceHolderKind.Payment, Other)).ShouldBe(isBarred);
        used.Bars(asks, Holder(InvoiceHolderKind.Payment, Mine)).ShouldBe(isBarred);
        used.Bars(asks, Holder(InvoiceHolderKind.Management, Mine)).ShouldBe(isBarred);
        used.Bars(asks, Holder(InvoiceHolderKind.Settlement, Mine)).ShouldBeFalse();
    }

    [Fact]
    public void WhatNobodyUsesAnyMore_AndTheRecordItself_BarNothing()
    {
        var payment = Holder(InvoiceHolderKind.Payment, Mine);
        var used = UsedInvoice.Of("i:123||0100000000", payment);
        used.Bars("i:123|c26taa|0100000000", payment).ShouldBeFalse();
        used.IsUsedBy(payment).ShouldBeTrue();
        used.Leave(payment);
        used.IsUsedBy(payment).ShouldBeFalse();
        used.Bars("i:123|c26taa|0100000000", Holder(InvoiceHolderKind.Payment, Other)).ShouldBeFalse();
    }

    // A branch writes invoices of its own: told to people, never refused. Two branches are two units without a doubt.
    [Theory]
    [InlineData("i:123|c26taa|0100000000", "i:123|c26taa|0100000000001", true)]
    [InlineData("i:123||0100000000001", "i:123|c26taa|0100000000", true)]
    [InlineData("i:123|c25taa|0100000000", "i:123|c26taa|0100000000001", false)]
    [InlineData("i:123|c26taa|0100000000001", "i:123|c26taa|0100000000002", false)]
    [InlineData("i:123|c26taa|0100000000", "i:123|c26taa|0100000000", false)]
    [InlineData("i:124|c26taa|0100000000", "i:123|c26taa|0100000000001", false)]
    public void AFirmAndItsBranch_AreToldApart_AndFoundTogether(string one, string other, bool areBoth)
    {
        InvoiceMark.AreOfFirmAndBranch(one, other).ShouldBe(areBoth);
        if (areBoth)
        {
            UsedInvoice.Of(one, Holder(InvoiceHolderKind.Payment, Mine)).Base.ShouldBe(InvoiceMark.BaseOf(other));
        }
    }

    [Fact]
    public void WhatNobodySees_IsNotInTheBaseEither() =>
        UsedInvoice.Of(InvoiceMark.KeyOf(InvoiceMark.Of("０００１\u200b２３, MST ０１０００\u2060０００００").ShouldNotBeNull().Trace(""), "56").ShouldNotBeNull(), Holder(InvoiceHolderKind.Payment, Mine))
            .Base.ShouldBe(InvoiceMark.BaseOf("i:123|c26taa|0100000000"));

    [Fact]
    public void AKey_IsReadAsPeopleWriteIt() =>
        (InvoiceMark.Read("i:123|c26taa|0100000000"), InvoiceMark.Read("56:i:7||1a2b3c4d")).ShouldBe((("123", "c26taa", "0100000000"), ("7", "", "1a2b3c4d")));

    [Fact]
    public void ARequest_UsesItsInvoices_UntilItIsDiscarded()
    {
        var contract = PaymentGiven.Contract();
        var text = PaymentGiven.Text(100) with { Invoices = [new(Given.Id(), "123", "1C26TAA", "Người bán", "0100000000", Given.Today, null, new(100), new(100))] };
        var written = PaymentWriting.Write(contract, null, PaymentKind.Advance, text, PaymentGiven.Wide, null, PaymentGiven.Writer(contract.Regime), TimeProvider.System).Event.ShouldNotBeNull();
        var request = PaymentRequest.From(new(Given.Id(), contract.ProvinceCode, contract.ContractId, contract.ProjectId, contract.Regime, contract.TerritoryCode, PaymentKind.Advance, "DNTU-1", contract.Bank, written, Given.Today));
        var holder = InvoiceHolders.Of(request);
        (holder.Kind, holder.RecordId, holder.ProjectId).ShouldBe((InvoiceHolderKind.Payment, request.PaymentRequestId, (Guid?)contract.ProjectId));
        holder.Invoices.Select(i => InvoiceMark.KeyOf(i, holder.ProvinceCode)).ShouldBe(["i:123|c26taa|0100000000"]);
        request.Apply(new PaymentMoved(request.PaymentRequestId, Given.Id(), PaymentGiven.Move(PaymentAction.Discard), PaymentState.Discarded, null, Given.Id(), Given.Today, TimeProvider.System.UtcNow));
        InvoiceHolders.Of(request).Invoices.ShouldBeEmpty();
    }

    private static InvoiceHolder Holder(InvoiceHolderKind kind, Guid project) => new(kind, Given.Id(), kind is InvoiceHolderKind.Management ? null : project, "56", []);
}
