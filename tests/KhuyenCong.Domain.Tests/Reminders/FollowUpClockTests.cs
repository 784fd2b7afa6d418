using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;

namespace KhuyenCong.Domain.Tests.Reminders;

/// <summary>Who holds a follow-up sheet, state by state: a state that is not here fails.</summary>
public sealed class FollowUpClockTests
{
    private static readonly Guid Owner = Facts.Id();

    private static readonly (FollowUpState, WaitingKind?, WaitingParty?, Act?)[] SheetsTable =
    [
        (FollowUpState.AwaitingAnswer, WaitingKind.FollowUpDue, WaitingParty.Performer, Act.AnswerFollowUp),
        (FollowUpState.SentBack, WaitingKind.FollowUpDue, WaitingParty.Performer, Act.AnswerFollowUp),
        (FollowUpState.Submitted, WaitingKind.FollowUpSubmitted, WaitingParty.Department, Act.ConfirmFollowUp),
        (FollowUpState.Confirmed, null, null, null),
        (FollowUpState.NoAnswer, null, null, null),
    ];

    public static TheoryData<FollowUpState, WaitingKind?, WaitingParty?, Act?> Sheets => new(SheetsTable);

    [Theory]
    [MemberData(nameof(Sheets))]
    public void ASheet_IsAnsweredByTheOwner_AndConfirmedByTheOffice(FollowUpState state, WaitingKind? kind, WaitingParty? holder, Act? act)
    {
        var items = ProjectClock.Of(Settled(state, Facts.Today.AddDays(-1)), Facts.Today);
        var item = items.SingleOrDefault();
        (item?.Kind, item?.Holder, item?.Act).ShouldBe((kind, holder, act));
        (item?.Due?.LastDay).ShouldBe(kind is WaitingKind.FollowUpDue ? Facts.Today.AddDays(-1) : null);
        (item?.EstablishmentId).ShouldBe(kind is WaitingKind.FollowUpDue ? Owner : null);
        // The figures are the owner's: the unit that is party B is not asked.
        (item?.OrganisationId).ShouldBeNull();
    }

    [Fact]
    public void EveryState_IsInTheTable() => SheetsTable.Select(s => s.Item1).Order().ShouldBe(Enum.GetValues<FollowUpState>().Order());

    [Theory]
    [InlineData(FollowUp.EarlyDays + 1, false)]
    [InlineData(FollowUp.EarlyDays, true)]
    [InlineData(0, true)]
    public void ASheet_WaitsForNobody_BeforeItMayBeAnswered(int daysLeft, bool waits)
    {
        var items = ProjectClock.Of(Settled(FollowUpState.AwaitingAnswer, Facts.Today.AddDays(daysLeft)), Facts.Today);
        items.Count.ShouldBe(waits ? 1 : 0);
        items.ShouldAllBe(i => i.Since == Facts.Today.AddDays(daysLeft - FollowUp.EarlyDays) && !i.IsLate(Facts.Today));
    }

    [Theory]
    [InlineData(Regime.Commune, OrganisationKind.Department, WaitingParty.CommuneOffice)]
    [InlineData(Regime.Provincial, OrganisationKind.PromotionCentre, WaitingParty.Centre)]
    public void AnAnswer_IsConfirmedWhereTheContractIsWorkedWith(Regime regime, OrganisationKind agency, WaitingParty holder) =>
        Settled(FollowUpState.Submitted, Facts.Today, regime, agency).First().Holder.ShouldBe(holder);

    [Fact]
    public void ASheetOfACancelledContract_IsAskedOfNobody()
    {
        var facts = Settled(FollowUpState.AwaitingAnswer, Facts.Today);
        ProjectClock.Of(facts with { Contracts = [] }, Facts.Today).ShouldBeEmpty();
        ProjectClock.Of(facts with { Contracts = [facts.Contracts[0] with { State = ContractState.Cancelled }] }, Facts.Today).ShouldBeEmpty();
    }

    [Fact]
    public void WhileTheProjectIsUnderWay_TheSheetStandsBesideItsOtherWork()
    {
        var facts = Settled(FollowUpState.AwaitingAnswer, Facts.Today) with { State = ProjectState.Underway };
        ProjectClock.Of(facts, Facts.Today).ShouldContain(i => i.Kind == WaitingKind.FollowUpDue);
    }

    private static ClockFacts Settled(FollowUpState state, DateOnly dueOn, Regime regime = Regime.Provincial, OrganisationKind agency = OrganisationKind.Department)
    {
        var contract = Facts.Contract(ContractState.Liquidated, regime, agency);
        return Facts.Project(contract) with { State = ProjectState.Settled, FollowUps = [new(Facts.Id(), contract.ContractId, state, dueOn.AddMonths(-12), dueOn, Owner)] };
    }
}
