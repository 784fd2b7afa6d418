using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.Settlements;

namespace KhuyenCong.Domain.Tests.Reminders;

/// <summary>Payments that the schedule of a contract names a day for.</summary>
public sealed class MilestoneClockTests
{
    /// <summary>The contract's own day is told from a while before it, of whoever asks for the payment; what is on its way tells of itself, and nobody of a stopped project is asked.</summary>
    [Theory]
    [InlineData(ProjectClock.MilestoneDaysAhead + 1, false)]
    [InlineData(ProjectClock.MilestoneDaysAhead, true)]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    public void APaymentOfTheSchedule_IsTold_WhenItsDayIsNear(int daysAhead, bool isTold)
    {
        var day = Facts.Today.AddDays(daysAhead);
        var contract = Facts.Contract() with { MilestoneDue = day };
        var facts = Facts.Project(contract);
        WaitingItem? Told(ClockFacts of) => ProjectClock.Of(of, Facts.Today).SingleOrDefault(i => i.Kind is WaitingKind.MilestoneUnpaid);
        var item = Told(facts);
        (item is not null).ShouldBe(isTold);
        if (item is not null)
        {
            var opens = day.AddDays(-ProjectClock.MilestoneDaysAhead);
            (item.ItemId, item.ContractId, item.Holder, item.Act, item.Since).ShouldBe((contract.ContractId, contract.ContractId, WaitingParty.Department, Act.RequestPayment, opens > Facts.Since ? opens : Facts.Since));
            item.Due.ShouldBe(new(day, DueSource.Contract));
            item.IsLate(Facts.Today).ShouldBe(daysAhead < 0);
        }

        PaymentFact Request(PaymentState state) => new(Facts.Id(), contract.ContractId, state, Facts.Today, Facts.Id());
        Told(facts with { Payments = [Request(PaymentState.Sent)] }).ShouldBeNull("the request tells of itself");
        (Told(facts with { Payments = [Request(PaymentState.Paid), Request(PaymentState.Discarded)] }) is not null).ShouldBe(isTold);
        Told(facts with { Settlements = [new(Facts.Id(), contract.ContractId, SettlementState.Drafting, Facts.Today)] }).ShouldBeNull("the file settles what is left");
        Told(facts with { State = ProjectState.Stopped }).ShouldBeNull();
    }
}
