using KhuyenCong.Domain.Acceptances;

namespace KhuyenCong.Domain.Tests.Acceptances;

/// <summary>Which sites of a contract are not accepted yet.</summary>
public sealed class OpenSitesTests
{
    private static readonly Guid Contract = Given.Id();
    private static readonly ContractSite One = Site("Xưởng thứ nhất");
    private static readonly ContractSite Two = Site("Xưởng thứ hai");

    /// <summary>The records of the first site, the last one of which counts; the second site has none.</summary>
    [Theory]
    [InlineData(AcceptanceState.Drafting, null, "Xưởng thứ nhất", "")]
    [InlineData(AcceptanceState.Submitted, AcceptanceVerdict.Accepted, "Xưởng thứ nhất", "")]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.ToBeCompleted, "", "Xưởng thứ nhất")]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.Accepted, "", "")]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.PartlyAccepted, "", "")]
    [InlineData(AcceptanceState.Concluded, AcceptanceVerdict.NotAccepted, "", "")]
    public void TheLastRecordOfASite_SaysWhetherItIsDone(AcceptanceState state, AcceptanceVerdict? verdict, string unfinished, string toComplete)
    {
        var earlier = Record(One) with { Verdict = AcceptanceVerdict.ToBeCompleted };
        var open = OpenSites.Of(Contract, [One, Two], [Record(One) with { Round = 2, State = state, Verdict = verdict }, earlier]);
        (string.Join(";", open.Unfinished), string.Join(";", open.ToComplete), string.Join(";", open.Missing)).ShouldBe((unfinished, toComplete, "Xưởng thứ hai"));
        open.IsNone.ShouldBeFalse();
        OpenSites.Of(Contract, [One], [Record(One) with { Round = 2, State = state, Verdict = verdict }]).IsNone.ShouldBe(unfinished.Length + toComplete.Length == 0);
    }

    [Fact]
    public void ARecordOfTheWhole_LeavesNoSiteMissing_AndOneUnderAnotherContractNotItsOwn()
    {
        var whole = new SiteRecord(Contract, null, null, null, null, 1, AcceptanceState.Concluded, AcceptanceVerdict.Accepted);
        OpenSites.Of(Contract, [One, Two], [whole]).IsNone.ShouldBeTrue();
        OpenSites.Of(Contract, [One, Two], [whole with { State = AcceptanceState.Submitted }]).Unfinished.ShouldBe([Gathering.WholeProject]);
        OpenSites.Of(Given.Id(), [One, Two], [whole]).Missing.ShouldBe(["Xưởng thứ nhất", "Xưởng thứ hai"]);
        OpenSites.Of(Given.Id(), [One, Two], [Record(One)]).Missing.ShouldBe(["Xưởng thứ hai"]);
        OpenSites.Of(Contract, [], []).IsNone.ShouldBeTrue();
    }

    /// <summary>The list of beneficiaries was written anew: the site is known by establishment and place.</summary>
    [Fact]
    public void ASiteWhoseRowIsNew_IsTheSameSite() =>
        OpenSites.Of(Contract, [One with { BeneficiaryId = Given.Id() }], [Record(One)]).IsNone.ShouldBeTrue();

    [Fact]
    public void AnEstablishmentsOwnContract_HasItsSites_AndTheUnitsAllOthers()
    {
        var own = new SiteContract(Given.Id(), One.EstablishmentId);
        var unit = new SiteContract(Given.Id(), null);
        OpenSites.SitesOf(own.ContractId, [own, unit], [One, Two]).ShouldBe([One]);
        OpenSites.SitesOf(unit.ContractId, [own, unit], [One, Two]).ShouldBe([Two]);
        OpenSites.SitesOf(unit.ContractId, [unit], [One, Two]).ShouldBe([One, Two]);
        OpenSites.SitesOf(Given.Id(), [unit], [One, Two]).ShouldBeEmpty();
    }

    /// <summary>A project that is supported over years has a contract for each: the first is settled while its sites are still worked on.</summary>
    [Fact]
    public void OfContractsOfSeveralYears_TheLastAnswersForTheSites()
    {
        var (first, last) = (new SiteContract(Given.Id(), null, 2026), new SiteContract(Given.Id(), null, 2027));
        var (ownFirst, ownLast) = (new SiteContract(Given.Id(), One.EstablishmentId, 2026), new SiteContract(Given.Id(), One.EstablishmentId, 2027));
        OpenSites.SitesOf(first.ContractId, [first, last], [One, Two]).ShouldBeEmpty();
        OpenSites.SitesOf(last.ContractId, [first, last], [One, Two]).ShouldBe([One, Two]);
        OpenSites.SitesOf(first.ContractId, [first, ownFirst, ownLast], [One, Two]).ShouldBe([Two], "another party's later contract takes nothing from it but its own sites");
        OpenSites.SitesOf(ownFirst.ContractId, [first, ownFirst, ownLast], [One, Two]).ShouldBeEmpty();
        OpenSites.SitesOf(ownLast.ContractId, [first, ownFirst, ownLast], [One, Two]).ShouldBe([One]);
    }

    private static ContractSite Site(string name) => new(Given.Id(), Given.Id(), Given.Id(), name);

    private static SiteRecord Record(ContractSite site) => new(Contract, site.BeneficiaryId, site.EstablishmentId, site.ProductionSiteId, site.Name, 1, AcceptanceState.Concluded, AcceptanceVerdict.Accepted);
}
