using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;

namespace KhuyenCong.Domain.Tests.ManagementCosts;

/// <summary>A voucher whose invoice was recorded without its series gets it from another person, for a reason.</summary>
public sealed class VoucherSeriesTests
{
    private static ManagementVoucher In(ManagementVoucherState state, string? series = null, string? number = "123")
    {
        var estimate = Given.In(ManagementState.Approved, Given.Allotment());
        var text = Given.VoucherText(estimate) with { InvoiceNumber = number, InvoiceSeries = series, InvoiceSeller = number is null ? null : "Người bán minh họa" };
        var voucher = ManagementVoucher.From(new(
            Given.Id(), estimate, ManagementWriting.Write(estimate, null, text, Given.Room(), [], Given.Writer(null), TimeProvider.System).Event.ShouldNotBeNull(), Given.Today));
        ManagementVoucherAction[] way = state switch
        {
            ManagementVoucherState.Drafting => [],
            ManagementVoucherState.Requested => [ManagementVoucherAction.Request],
            ManagementVoucherState.Approved => [ManagementVoucherAction.Request, ManagementVoucherAction.Approve],
            ManagementVoucherState.Paid => [ManagementVoucherAction.Request, ManagementVoucherAction.Approve, ManagementVoucherAction.Pay],
            _ => [ManagementVoucherAction.Discard],
        };
        foreach (var action in way)
        {
            var by = action is ManagementVoucherAction.Approve ? Given.Approver : Given.Preparer;
            voucher.Apply(new ManagementVoucherMoved(voucher.ManagementVoucherId, Given.Id(), Given.Move(action), ManagementVoucherStates.Find(voucher.State, action)!.To, by, Given.Today, TimeProvider.System.UtcNow));
        }

        return voucher;
    }

    private static PlanMover Leader(Guid? user = null) => Given.Mover(Role.DepartmentLeader, user ?? Given.Approver);

    private static IEnumerable<string> Complete(ManagementVoucher voucher, PlanMover? mover = null, string? series = "1C26TAA", string? reason = "Đối chiếu bản gốc", string? usedIn = null) =>
        VoucherSeriesCompleting.Complete(voucher, series, reason, usedIn, mover ?? Leader(), TimeProvider.System).Breaches.Select(b => b.Code);

    [Theory]
    [InlineData(ManagementVoucherState.Drafting, "management.wrong-state")]
    [InlineData(ManagementVoucherState.Requested, null)]
    [InlineData(ManagementVoucherState.Approved, null)]
    [InlineData(ManagementVoucherState.Paid, null)]
    [InlineData(ManagementVoucherState.Discarded, "management.wrong-state")]
    public void ItIsForWhatWasSent(ManagementVoucherState state, string? code)
    {
        var voucher = In(state);
        string[] expected = code is null ? [] : [code];
        Complete(voucher).ShouldBe(expected);
        VoucherSeriesCompleting.MayComplete(voucher, Leader()).ShouldBe(code is null);
    }

    [Fact]
    public void Completed_ItsKeyIsTheFullOne_AndIsNotChangedAgain()
    {
        var voucher = In(ManagementVoucherState.Paid);
        var other = InvoiceHolders.Of(In(ManagementVoucherState.Paid, "1C25TAA")).Invoices.Single();
        InvoiceMark.Compare(InvoiceHolders.Of(voucher).Invoices.Single(), other).ShouldBe(true);
        voucher.Apply(VoucherSeriesCompleting.Complete(voucher, " 1C26TAA ", "Đối chiếu bản gốc", null, Leader(), TimeProvider.System).Event.ShouldNotBeNull());
        (voucher.State, voucher.InvoiceNumber, voucher.InvoiceSeries, voucher.InvoiceSeller).ShouldBe((ManagementVoucherState.Paid, "123", "1C26TAA", "Người bán minh họa"));
        InvoiceHolders.Of(voucher).Invoices.Single().ShouldBe(InvoiceHolders.Of(In(ManagementVoucherState.Paid, "1C26TAA")).Invoices.Single());
        InvoiceMark.Compare(InvoiceHolders.Of(voucher).Invoices.Single(), other).ShouldBe(false);
        Complete(voucher, series: "1C24TAA").ShouldBe(["payment.series-kept"]);
    }

    [Fact]
    public void ItIsAnothersAct_ForAReason_WithASeriesThatIsRead()
    {
        var voucher = In(ManagementVoucherState.Paid);
        Complete(voucher, Leader(Given.Preparer)).ShouldBe(["payment.series-own"]);
        Complete(voucher, Given.Writer(null)).ShouldBe(["management.not-allowed"]);
        Complete(voucher, series: " ", reason: "").ShouldBe(["payment.series-missing", "payment.series-reason"]);
        Complete(voucher, series: "số").ShouldBe(["payment.series-unreadable"]);
        Complete(voucher, usedIn: "DNTU-2").ShouldBe(["payment.invoice-used"]);
        Complete(In(ManagementVoucherState.Paid, number: null)).ShouldBe(["payment.series-kept"]);
    }
}
