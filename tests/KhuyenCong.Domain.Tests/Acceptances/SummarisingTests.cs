using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Acceptances;

/// <summary>5b and 5c say what the sites' records say, in the right hands, and count nothing themselves.</summary>
public sealed class SummarisingTests
{
    private const long Cost = 100_000_000;
    private const long Due = 50_000_000;

    [Theory]
    [InlineData("Accepted Accepted", "Accepted", "Accepted PartlyAccepted NotAccepted ToBeCompleted")]
    [InlineData("Accepted -", "PartlyAccepted ToBeCompleted", "PartlyAccepted NotAccepted ToBeCompleted")]
    [InlineData("Accepted PartlyAccepted", "PartlyAccepted ToBeCompleted", "PartlyAccepted NotAccepted ToBeCompleted")]
    [InlineData("Accepted NotAccepted", "PartlyAccepted ToBeCompleted", "PartlyAccepted NotAccepted ToBeCompleted")]
    [InlineData("NotAccepted ToBeCompleted", "NotAccepted ToBeCompleted", "NotAccepted ToBeCompleted")]
    public void AConclusion_NeverSaysMoreThanTheSites(string sites, string general, string agency)
    {
        var project = TwoSites();
        Acceptance[] records = [.. sites.Split(' ').Select((s, i) => (s, i)).Where(x => x.s != "-").Select(x => Site(project, x.i, Enum.Parse<AcceptanceVerdict>(x.s)))];
        var gathered = Gathering.Of(project, records);
        string Allowed(AcceptanceForm form) => string.Join(' ', Enum.GetValues<AcceptanceVerdict>().Where(v => gathered.Allows(form, v)));
        Allowed(AcceptanceForm.General).ShouldBe(general);
        Allowed(AcceptanceForm.Agency).ShouldBe(agency);
    }

    [Fact]
    public void WhatIsGathered_IsSummedOnce_AndWhatIsMissingIsNamed()
    {
        var project = TwoSites();
        var gathered = Gathering.Of(project, [Site(project, 0, AcceptanceVerdict.Accepted), Site(project, 1, AcceptanceVerdict.Accepted, isConcluded: false)]);
        (gathered.EligibleCost, gathered.Due, gathered.MachineCount, gathered.Concluded.Count).ShouldBe((new Dong(Cost), new Dong(Due), 0, 1));
        (gathered.Missing.Count, gathered.Unfinished.Count, gathered.IsAllAccepted).ShouldBe((1, 1, false));
        Gathering.Of(project, [Site(project, 0, AcceptanceVerdict.NotAccepted)]).EligibleCost.ShouldBe(Dong.Zero);
    }

    [Theory]
    [InlineData(AcceptanceForm.General, 0, 0, 0, null)]
    [InlineData(AcceptanceForm.General, 1, 0, 0, "summary.differs")]
    [InlineData(AcceptanceForm.General, 0, -1, 0, "summary.differs")]
    [InlineData(AcceptanceForm.General, 0, 0, 1, "summary.differs")]
    [InlineData(AcceptanceForm.Agency, 0, 0, 0, null)]
    [InlineData(AcceptanceForm.Agency, 1, 0, 0, "summary.above-sites")]
    [InlineData(AcceptanceForm.Agency, 0, 1, 0, "summary.above-sites")]
    [InlineData(AcceptanceForm.Agency, 0, 0, 1, "summary.above-sites")]
    [InlineData(AcceptanceForm.Agency, 0, -1, 0, "summary.difference-why")]
    public void Figures_DoNotContradictTheSum(AcceptanceForm form, long cost, long due, int machines, string? code)
    {
        var (summary, gathered) = Complete(form);
        summary.Apply(new AcceptanceSummaryWritten(summary.Text with { EligibleCost = new(Cost + cost), Due = new(Due + due), MachineCount = machines }, Given.Writer, TimeProvider.System.UtcNow));
        Summarising.Missing(summary, gathered, Given.Today).Select(b => b.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData(Regime.National)]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void OnlyTheOfficerSubmits_AndOnlyTheLeaderConcludes(Regime regime)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var (officer, leader) = regime is Regime.Commune ? (Role.CommuneOfficer, Role.CommuneLeader) : (Role.DepartmentOfficer, Role.DepartmentLeader);
            var (summary, gathered) = Complete(AcceptanceForm.General, regime);
            var submitted = Summarising.Of(summary, new(AcceptanceAction.Submit), new(gathered), Given.Mover(role), TimeProvider.System);
            submitted.Breaches.Select(b => b.Code).ShouldBe(role == officer ? [] : ["summary.not-allowed"], $"{role}");
            summary.Apply(Summarising.Of(summary, new(AcceptanceAction.Submit), new(gathered), Given.Mover(officer), TimeProvider.System).Event!);
            Summarising.Of(summary, new(AcceptanceAction.Conclude), new(gathered), Given.Mover(role), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(role == leader ? [] : ["summary.not-allowed"], $"{role}");
        }
    }

    [Fact]
    public void AConclusion_IsAnothers_KeepsWhatItGathered_AndIsUndoneBeforeTheCucsOnly()
    {
        var (summary, gathered) = Complete(AcceptanceForm.General);
        Codes(summary, AcceptanceAction.Conclude, new(gathered)).ShouldBe(["summary.wrong-state"]);
        summary.Apply(Summarising.Of(summary, new(AcceptanceAction.Submit), new(gathered), Given.Mover(Role.DepartmentOfficer), TimeProvider.System).Event!);
        Codes(summary, AcceptanceAction.Conclude, new(gathered), Given.Writer).ShouldBe(["acceptance.writer-concludes"]);
        Codes(summary, AcceptanceAction.Conclude, new(gathered, ConflictGround.Owner)).ShouldBe(["acceptance.their-own"]);
        summary.Apply(Summarising.Of(summary, new(AcceptanceAction.Conclude), new(gathered), Given.Mover(Role.DepartmentLeader), TimeProvider.System).Event!);
        summary.Rows.Select(r => (r.EligibleCost, r.Due)).ShouldBe([(new Dong(Cost), new Dong(Due))]);
        gathered.IsWhatWasGathered(summary).ShouldBeTrue();
        Codes(summary, AcceptanceAction.Undo, new(gathered, HasLaterForm: true)).ShouldBe(["summary.agency-stands"]);
        Codes(summary, AcceptanceAction.Undo, new(gathered) { PaidBeyond = ["hợp đồng 01"] }).ShouldBe(["summary.paid-rests"]);
        Codes(summary, AcceptanceAction.Undo, new(gathered)).ShouldBeEmpty();
    }

    /// <summary>The Cục has signed it, so it is recorded; whoever records it has read how much is to come back, to the đồng.</summary>
    [Fact]
    public void WhatWasPaidBeyondIt_IsConfirmed_BeforeItIsConcluded()
    {
        var (summary, gathered) = Complete(AcceptanceForm.Agency);
        summary.Apply(Summarising.Of(summary, new(AcceptanceAction.Submit), new(gathered), Given.Mover(Role.DepartmentOfficer), TimeProvider.System).Event!);
        AgencyBound bound = new("5C-01", Given.Today, new(50), new(40), new(50), new(10));
        SupportExcess Of(long spent, long ordered = 0) => new(Given.Id(), "01/HĐ", "Bên B (dữ liệu minh họa)", null, bound, new(40), new(spent), new(ordered));
        SummaryFacts facts = new(gathered) { Excesses = [Of(50), Of(43), Of(40)] };
        facts.Excess.ShouldBe(new Dong(13));
        IEnumerable<string> Conclude(long? confirmed) => Summarising.Of(summary, new(AcceptanceAction.Conclude) { ConfirmedExcess = confirmed is { } read ? new Dong(read) : null }, facts, Given.Mover(Role.DepartmentLeader), TimeProvider.System).Breaches.Select(b => b.Code);
        Conclude(null).ShouldBe(["summary.excess-unconfirmed"]);
        Conclude(12).ShouldBe(["summary.excess-unconfirmed"]);
        Conclude(13).ShouldBeEmpty();
        Codes(summary, AcceptanceAction.Return, facts).ShouldBeEmpty();
        (Of(50, 4).Uncovered, Of(50, 10).Uncovered, Of(50, 11).Uncovered, Of(39).Amount).ShouldBe((new Dong(6), Dong.Zero, Dong.Zero, Dong.Zero));
    }

    // 50 triệu gathered, of two contracts of 30 and 20: the last bears first, none more than it was found due, and what was not gathered is not cut.
    [Theory]
    [InlineData(50_000_000, 0, 0)]
    [InlineData(49_999_999, 0, 1)]
    [InlineData(30_000_000, 0, 20_000_000)]
    [InlineData(25_000_000, 5_000_000, 20_000_000)]
    [InlineData(0, 30_000_000, 20_000_000)]
    public void WhatTheCucConcludedLess_IsNotPaid(long concluded, long first, long last)
    {
        var (summary, gathered) = Complete(AcceptanceForm.Agency);
        summary.Apply(new AcceptanceSummaryWritten(summary.Text with { Due = new(concluded) }, Given.Writer, TimeProvider.System.UtcNow));
        summary.Apply(new AcceptanceSummaryMoved(summary.AcceptanceSummaryId, new(AcceptanceAction.Conclude), AcceptanceState.Concluded, gathered.Concluded, Given.Id(), Given.Today, TimeProvider.System.UtcNow, Given.Id));
        var (one, other) = (Given.Id(), Given.Id());
        (Guid, Dong)[] shares = [(one, new(30_000_000)), (other, new(20_000_000))];
        (AgencyBound.Of(AgencyRecord.Of(summary), shares, one, new(30_000_000))?.Cut ?? Dong.Zero).ShouldBe(new Dong(first));
        var bound = AgencyBound.Of(AgencyRecord.Of(summary), shares, other, new(27_000_000));
        (bound?.Cut ?? Dong.Zero).ShouldBe(new Dong(last));
        (bound?.Payable ?? new Dong(27_000_000)).ShouldBe(new Dong(27_000_000 - last));
        AgencyBound.Of(AgencyRecord.Of(summary), shares, Given.Id(), new(1)).ShouldBeNull("of another regime");
    }

    [Fact]
    public void TheCucsRecord_NeedsItsNumberAndItsScan()
    {
        var (summary, gathered) = Complete(AcceptanceForm.Agency, hasScan: false);
        summary.Apply(new AcceptanceSummaryWritten(summary.Text with { Number = null }, Given.Writer, TimeProvider.System.UtcNow));
        Summarising.Missing(summary, gathered, Given.Today).Select(b => b.Code).ShouldBe(["summary.number-missing", "summary.scan-missing"]);
    }

    [Theory]
    [InlineData(AcceptanceForm.General, Regime.Provincial, 1, null)]
    [InlineData(AcceptanceForm.Agency, Regime.National, 1, null)]
    [InlineData(AcceptanceForm.Agency, Regime.Provincial, 1, "acceptance.agency-only-national")]
    [InlineData(AcceptanceForm.PerSite, Regime.Provincial, 1, "summary.form")]
    [InlineData(AcceptanceForm.General, Regime.Provincial, 0, "summary.nothing-to-gather")]
    public void ItIsOpened_OnceSitesAreConcluded(AcceptanceForm form, Regime regime, int sites, string? code)
    {
        var project = TwoSites();
        var gathered = Gathering.Of(project, [.. Enumerable.Range(0, sites).Select(i => Site(project, i, AcceptanceVerdict.Accepted))]);
        Open(project, form, regime, gathered, []).Breaches.Select(b => b.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void WhatWasGathered_IsNotGatheredAgain()
    {
        var (summary, gathered) = Complete(AcceptanceForm.General);
        var project = TwoSites();
        Open(project, AcceptanceForm.General, Regime.Provincial, gathered, [summary]).Breaches.Select(b => b.Code).ShouldBe(["summary.open-already"]);
        foreach (var (action, role) in new[] { (AcceptanceAction.Submit, Role.DepartmentOfficer), (AcceptanceAction.Conclude, Role.DepartmentLeader) })
        {
            summary.Apply(Summarising.Of(summary, new(action), new(gathered), Given.Mover(role), TimeProvider.System).Event!);
        }

        Open(project, AcceptanceForm.General, Regime.Provincial, gathered, [summary]).Breaches.Select(b => b.Code).ShouldBe(["summary.nothing-new"]);
        Open(project, AcceptanceForm.General, Regime.Provincial, Gathering.Of(project, [Site(project, 0, AcceptanceVerdict.Accepted)]), [summary]).Breaches.ShouldBeEmpty();
    }

    /// <summary>What was sent back has been somebody else's to read: its scan is a version from then on.</summary>
    [Fact]
    public void WhatWasSentBack_WasSent()
    {
        var (summary, gathered) = Complete(AcceptanceForm.General);
        summary.WasSent.ShouldBeFalse();
        foreach (var (action, role) in new[] { (AcceptanceAction.Submit, Role.DepartmentOfficer), (AcceptanceAction.Return, Role.DepartmentLeader) })
        {
            summary.Apply(Summarising.Of(summary, new(action, "Lý do minh họa"), new(gathered), Given.Mover(role), TimeProvider.System).Event!);
            summary.WasSent.ShouldBeTrue();
        }

        summary.State.ShouldBe(AcceptanceState.Drafting);
    }

    /// <summary>Before it is sent the paper comes first; what is written anew after a return is not what was signed.</summary>
    [Fact]
    public void AScan_IsOlderThanWhatWasWrittenAfterAReturn_UntilItIsReplacedOrExplained()
    {
        var (summary, gathered) = Complete(AcceptanceForm.General);
        var now = TimeProvider.System.UtcNow;
        summary.Apply(new AcceptanceSummaryWritten(summary.Text with { Place = "Nơi khác" }, Given.Writer, now));
        summary.IsScanOlder.ShouldBeFalse();
        foreach (var (action, role) in new[] { (AcceptanceAction.Submit, Role.DepartmentOfficer), (AcceptanceAction.Return, Role.DepartmentLeader) })
        {
            summary.Apply(Summarising.Of(summary, new(action, "Lý do minh họa"), new(gathered), Given.Mover(role), TimeProvider.System).Event!);
        }

        summary.Apply(new AcceptanceSummaryWritten(summary.Text, Given.Writer, now));
        summary.IsScanOlder.ShouldBeFalse("nothing was changed");
        summary.Apply(new AcceptanceSummaryWritten(summary.Text with { Place = "Nơi thứ ba" }, Given.Writer, now));
        Submitted(null).Breaches.Select(b => b.Code).ShouldBe(["summary.scan-older"]);
        Submitted("Bản ký chỉ sai nơi họp").Breaches.ShouldBeEmpty();
        summary.Apply(new AcceptanceSummaryScanned(new('b', 64), "ban-moi.pdf", "application/pdf", Given.Writer, now));
        Submitted(null).Breaches.ShouldBeEmpty();

        Ruling<AcceptanceSummaryMoved> Submitted(string? note) => Summarising.Of(summary, new(AcceptanceAction.Submit, note), new(gathered), Given.Mover(Role.DepartmentOfficer), TimeProvider.System);
    }

    private static IEnumerable<string> Codes(AcceptanceSummary summary, AcceptanceAction action, SummaryFacts facts, Guid? user = null) =>
        Summarising.Of(summary, new(action, "Lý do minh họa"), facts, Given.Mover(Role.DepartmentLeader, user), TimeProvider.System).Breaches.Select(b => b.Code);

    private static Ruling<AcceptanceSummaryOpened> Open(Project project, AcceptanceForm form, Regime regime, Gathering gathered, IReadOnlyList<AcceptanceSummary> before) =>
        Summarising.Open(Opened(project, form, regime), gathered, before, Given.Mover(Role.DepartmentOfficer));

    private static AcceptanceSummaryOpened Opened(Project project, AcceptanceForm form, Regime regime) => new(
        Given.Id(), project.ProvinceCode, project.ProjectId, regime, regime is Regime.Commune ? ProjectGiven.Commune : project.ProvinceCode, form, 1, new(Cost), new(Due), 0, Given.Writer, Given.Today, TimeProvider.System.UtcNow);

    /// <summary>A record of the whole of one site, with nothing missing.</summary>
    private static (AcceptanceSummary Summary, Gathering Gathered) Complete(AcceptanceForm form, Regime regime = Regime.National, bool hasScan = true)
    {
        var project = Given.Project();
        var summary = AcceptanceSummary.From(Opened(project, form, regime));
        summary.Apply(new AcceptanceSummaryWritten(new(Given.Today, "01/BB", "Sở (dữ liệu minh họa)", null, "Người Minh Họa, tổ trưởng", AcceptanceVerdict.Accepted, null, new(Cost), new(Due), 0), Given.Writer, TimeProvider.System.UtcNow));
        if (hasScan)
        {
            summary.Apply(new AcceptanceSummaryScanned(new('a', 64), "bien-ban.pdf", "application/pdf", Given.Writer, TimeProvider.System.UtcNow));
        }

        return (summary, Gathering.Of(project, [Site(project, 0, AcceptanceVerdict.Accepted)]));
    }

    private static Project TwoSites() => ProjectGiven.Project(ProjectGiven.Text() with
    {
        Beneficiaries = [ProjectGiven.Beneficiary(), ProjectGiven.Beneficiary(Given.Id())],
        Lines = [ProjectGiven.Line(400_000_000, provincial: 200_000_000, counterpart: 200_000_000)],
    });

    private static Acceptance Site(Project project, int index, AcceptanceVerdict verdict, bool isConcluded = true)
    {
        var of = project.Beneficiaries.OrderBy(b => b.Order).ElementAt(index);
        var acceptance = Acceptance.From(new(
            Given.Id(), project.ProvinceCode, Given.Contract, project.ProjectId, Regime.National, project.ProvinceCode, AcceptanceForm.PerSite, 1, null,
            of.ProjectBeneficiaryId, of.EstablishmentId, of.Name, of.ProductionSiteId, of.CommuneCode, Given.Writer, Given.Today, TimeProvider.System.UtcNow));
        Given.Write(acceptance, project, new() { HeldOn = Given.Today, Verdict = verdict, Lines = [new(project.Lines.Single().ProjectEstimateLineId, 1, new(Cost), new(Cost), null, null, null)] });
        if (isConcluded)
        {
            var due = DueAnswer.None with { ByLine = new Dictionary<Guid, IReadOnlyDictionary<string, Dong>> { [project.Lines.Single().ProjectEstimateLineId] = new Dictionary<string, Dong> { [FundingSource.National.Code] = new(Due) } } };
            acceptance.Apply(new AcceptanceMoved(acceptance.AcceptanceId, new(AcceptanceAction.Conclude), AcceptanceState.Concluded, due, Given.Id(), Given.Today, TimeProvider.System.UtcNow, Given.Id));
        }

        return acceptance;
    }
}
