using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;

namespace KhuyenCong.Domain.Tests.Reminders;

/// <summary>Parts of contracts, records of whole projects and inspections: who has them.</summary>
public sealed class BesideClockTests
{
    private static readonly Guid Mine = Facts.Id();

    private static (ClockFacts Facts, Guid Upper, Guid Part) APart(ProjectState state = ProjectState.Underway)
    {
        var upper = Facts.Contract();
        var part = Facts.Contract(agency: OrganisationKind.PromotionCentre) with { IsPart = true, ParentId = upper.ContractId, EstablishmentId = Mine, OrganisationId = null };
        return (Facts.Project(upper, part) with { State = state }, upper.ContractId, part.ContractId);
    }

    private static List<WaitingItem> Theirs(ClockFacts facts) => [.. ProjectClock.Of(facts, Facts.Today).Where(i => i.EstablishmentId == Mine)];

    [Theory]
    [InlineData(null, null, false, WaitingKind.WorkUnderway, WaitingParty.Performer)]
    [InlineData(AcceptanceState.Drafting, null, false, WaitingKind.AcceptanceDrafting, WaitingParty.Department)]
    [InlineData(AcceptanceState.Submitted, null, false, WaitingKind.AcceptanceSubmitted, WaitingParty.Department)]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.ToBeCompleted, false, WaitingKind.WorkToComplete, WaitingParty.Performer)]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.ToBeCompleted, true, WaitingKind.WorkUnderway, WaitingParty.Performer)]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.PartlyAccepted, false, WaitingKind.PartDone, WaitingParty.Department)]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.Accepted, false, WaitingKind.PartDone, WaitingParty.Department)]
    public void ABeneficiaryOfAPart_SeesOneThingOfTheirOwn(AcceptanceState? state, AcceptanceVerdict? verdict, bool isFollowed, WaitingKind kind, WaitingParty holder)
    {
        var (facts, upper, _) = APart();
        facts = state is { } of ? facts with { Acceptances = [new(Facts.Id(), upper, of, Facts.Since, verdict, null, isFollowed, Mine)] } : facts;
        var item = Theirs(facts).ShouldHaveSingleItem();
        (item.Kind, item.Holder).ShouldBe((kind, holder));
    }

    [Fact]
    public void AnothersSite_ChangesNothingForThem_AndARecordOfTheWholeIsAlsoTheirs()
    {
        var (facts, upper, part) = APart();
        AcceptanceFact Concluded(Guid? establishment) => new(Facts.Id(), upper, AcceptanceState.Concluded, Facts.Since, AcceptanceVerdict.Accepted, EstablishmentId: establishment);
        Theirs(facts with { Acceptances = [Concluded(Facts.Id())] }).ShouldHaveSingleItem().Kind.ShouldBe(WaitingKind.WorkUnderway);
        var item = Theirs(facts with { Acceptances = [Concluded(null)] }).ShouldHaveSingleItem();
        (item.Kind, item.ItemId, item.ContractId, item.Due, item.IsRemindedElsewhere).ShouldBe((WaitingKind.PartDone, part, part, null, true));
    }

    [Fact]
    public void AStoppedProject_IsToBeSettledAbove_AndWhatIsSettledWaitsForNobody()
    {
        Theirs(APart(ProjectState.Stopped).Facts).ShouldHaveSingleItem().Kind.ShouldBe(WaitingKind.PartDone);
        Theirs(APart(ProjectState.Settled).Facts).ShouldBeEmpty();
        var (facts, _, _) = APart();
        Theirs(facts with { Contracts = [.. facts.Contracts.Select(c => c with { State = ContractState.Liquidated })] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(AcceptanceState.Drafting, Regime.National, WaitingKind.SummaryDrafting, WaitingParty.Department, Act.AcceptProject)]
    [InlineData(AcceptanceState.Submitted, Regime.National, WaitingKind.SummarySubmitted, WaitingParty.Department, Act.ConcludeAcceptance)]
    [InlineData(AcceptanceState.Submitted, Regime.Commune, WaitingKind.SummarySubmitted, WaitingParty.CommuneOffice, Act.ConcludeAcceptance)]
    public void ARecordOfTheWhole_WaitsForItsOffice_AlsoAfterTheEnd(AcceptanceState state, Regime regime, WaitingKind kind, WaitingParty holder, Act act)
    {
        foreach (var at in new[] { ProjectState.Underway, ProjectState.Stopped, ProjectState.Settled })
        {
            var facts = Facts.Project() with { State = at, Summaries = [new(Facts.Id(), state, Facts.Since, regime, "22453")] };
            var item = ProjectClock.Of(facts, Facts.Today).Single(i => i.Kind is not WaitingKind.ContractMissing);
            (item.Kind, item.Holder, item.Act, item.Since, item.TerritoryCode).ShouldBe((kind, holder, act, Facts.Since, "22453"));
        }
    }

    [Theory]
    [InlineData(AcceptanceState.Concluded)]
    [InlineData(AcceptanceState.Undone)]
    public void ARecordOfTheWholeThatIsDone_WaitsForNobody(AcceptanceState state) =>
        ProjectClock.Of(Facts.Project() with { Summaries = [new(Facts.Id(), state, Facts.Since, Regime.National, "56")] }, Facts.Today).ShouldAllBe(i => i.Kind == WaitingKind.ContractMissing);

    [Theory]
    [InlineData(null, WaitingParty.Department)]
    [InlineData("22453", WaitingParty.CommuneOffice)]
    public void AVisitWhoseDayHasGoneBy_IsLate_WithWhoeverPlannedIt(string? commune, WaitingParty holder)
    {
        var on = Facts.Today.AddDays(-1);
        var facts = Facts.Project() with { State = ProjectState.Settled, Inspections = [new(Facts.Id(), on, commune, null, true)] };
        var item = ProjectClock.Of(facts, Facts.Today).ShouldHaveSingleItem();
        (item.Kind, item.Holder, item.Act, item.Since, item.TerritoryCode, item.IsRemindedElsewhere).ShouldBe((WaitingKind.InspectionPlanned, holder, Act.InspectProject, on, commune ?? "", true));
        item.Due.ShouldBe(new(on, DueSource.Plan));
        item.IsLate(Facts.Today).ShouldBeTrue();
    }
}
