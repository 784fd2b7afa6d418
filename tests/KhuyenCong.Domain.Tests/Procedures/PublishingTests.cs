using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Procedures;

public sealed class PublishingTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    private static Ruling<ProcedurePublished> Publish(PublicationText decision, params Procedure[] others) => ProcedureWriting.Publish(Given.Procedure(), decision, others, Given.Id(), Given.Today);

    [Fact]
    public void EveryFault_IsToldAtOnce()
    {
        var empty = Given.Procedure(Given.Text() with { Steps = [] });
        ProcedureWriting.Publish(empty, new("", Given.Today.AddDays(1), " ", "", "", Given.Today, Given.Today.AddDays(-1)), [], Given.Id(), Given.Today).Breaches.Select(b => b.Code).ShouldBe(
        [
            "procedure.no-step", "procedure.number-missing", "procedure.issuer-missing", "procedure.signer-missing", "procedure.signer-title-missing",
            "procedure.decided-in-future", "procedure.before-decision", "procedure.reversed",
        ]);
    }

    [Fact]
    public void EveryStep_SaysWhoDoesIt()
    {
        var procedure = Given.Procedure(Given.Text(Given.Step(), Given.Step() with { Performer = "" }, Given.Step() with { Performer = "" }));
        var breach = ProcedureWriting.Publish(procedure, Given.Decision(Day), [], Given.Id(), Given.Today).Breaches.Single();
        (breach.Code, breach.Arguments.Single()).ShouldBe(("procedure.performer-missing", "2, 3"));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(0, -1, false)] // in force before it was decided
    [InlineData(1, 1, false)] // decided tomorrow
    [InlineData(-30, -1, true)] // decided last month, entered late
    public void Days_FollowOneAnother(int decided, int from, bool holds) =>
        (Publish(Given.Decision(Given.Today.AddDays(from)) with { Date = Given.Today.AddDays(decided) }).Event is not null).ShouldBe(holds);

    /// <summary>One edition is there, from the 100th day on, until a day or open; another is published.</summary>
    /// <returns>When the first one ends then; "x" where the second is refused.</returns>
    [Theory]
    [InlineData(null, 101, null, 100)] // takes over from its day on
    [InlineData(null, 150, 160, 149)] // a trial takes over too
    [InlineData(120, 110, null, 109)] // also from one that would have ended by itself
    [InlineData(120, 120, null, 119)] // ends the day before, not on the day
    [InlineData(120, 121, null, 120)] // after it: nothing changes
    [InlineData(null, 100, null, -1)] // never two from one day
    [InlineData(null, 90, null, -1)] // would still be in force when the first begins
    [InlineData(null, 90, 99, 0)] // before it
    [InlineData(null, 90, 100, -1)] // one day too long
    public void NoTwo_AreInForceForOneKindOfDossier(int? to, int from, int? until, int end)
    {
        var first = Given.Published(Day.AddDays(100), to is { } last ? Day.AddDays(last) : null);
        var ruling = Publish(Given.Decision(Day.AddDays(from), until is { } till ? Day.AddDays(till) : null), first);
        if (end < 0)
        {
            (ruling.Breaches.Single().Code, ruling.Breaches.Single().Arguments[0]).ShouldBe(("procedure.overlaps", first.Title));
            return;
        }

        foreach (var superseded in ruling.Event.ShouldNotBeNull().Supersedes)
        {
            superseded.ProcedureId.ShouldBe(first.ProcedureId);
            first.Apply(superseded);
        }

        first.To.ShouldBe(end == 0 ? to is { } same ? Day.AddDays(same) : null : Day.AddDays(end));
        ruling.Event.Edition.ShouldBe(2);
    }

    [Fact]
    public void OtherDossiers_AndDrafts_AreLeftAlone()
    {
        var others = new[]
        {
            Given.Procedure(),
            Given.Published(Day, text: Given.Text() with { Nature = ProjectNature.AgencyTask, Steps = [Given.Step()] }),
            Given.Published(Day, text: Given.Text() with { Regime = Regime.National }),
            Given.Published(Day, text: Given.Text() with { Regime = Regime.Commune, CommuneCode = Given.Commune }),
        };
        var published = Publish(Given.Decision(Day), others).Event.ShouldNotBeNull();
        (published.Edition, published.Supersedes.Count).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData(-1, ProcedureStanding.Coming)]
    [InlineData(0, ProcedureStanding.InForce)]
    [InlineData(10, ProcedureStanding.InForce)]
    [InlineData(11, ProcedureStanding.Past)]
    public void Standing_IsOfADay(int day, ProcedureStanding standing) => Given.Published(Day, Day.AddDays(10)).StandingOn(Day.AddDays(day)).ShouldBe(standing);

    private enum Work
    {
        Edit,
        Discard,
        Publish,
    }

    // Only a draft changes, whatever became of what was published.
    private const string Expected = """
        Draft:   + + +
        Coming:  . . .
        InForce: . . .
        Past:    . . .
        """;

    [Fact]
    public void EveryStanding_AndWork_IsAsTheTableSays()
    {
        foreach (var (standing, work, cell) in Matrix.Of<ProcedureStanding, Work>(Expected))
        {
            var procedure = standing switch
            {
                ProcedureStanding.Draft => Given.Procedure(),
                ProcedureStanding.Coming => Given.Published(Given.Today.AddDays(1)),
                ProcedureStanding.InForce => Given.Published(Given.Today),
                _ => Given.Published(Given.Today.AddDays(-9), Given.Today.AddDays(-1)),
            };
            procedure.StandingOn(Given.Today).ShouldBe(standing);
            var text = procedure.Text;
            (work switch
            {
                Work.Edit => ProcedureWriting.Edit(procedure, text with { Title = "Tên khác" }, _ => true, _ => true, Given.Everything, TimeProvider.System.UtcNow).Breaches,
                Work.Discard => ProcedureWriting.DiscardFaults(procedure),
                _ => ProcedureWriting.Publish(procedure, Given.Decision(Given.Today.AddDays(30)), [], Given.Id(), Given.Today).Breaches,
            }).Select(b => b.Code).ShouldBe(cell is "." ? ["procedure.published"] : [], $"{standing} {work}");
            (procedure.Title, procedure.StandingOn(Given.Today)).ShouldBe((text.Title, standing));
        }
    }

    [Fact]
    public void ADraft_IsADraftOnEveryDay() => Given.Procedure().StandingOn(Day).ShouldBe(ProcedureStanding.Draft);

    [Fact]
    public void ADossier_FollowsTheEditionOfItsDay_AndItsCommunesOwnBeforeTheGeneral()
    {
        var text = Given.Text() with { Regime = Regime.Commune };
        var (old, now) = (Given.Published(Day, Day.AddDays(9), text), Given.Published(Day.AddDays(10), null, text));
        var own = Given.Published(Day.AddDays(20), null, text with { CommuneCode = Given.Commune });
        var elsewhere = Given.Published(Day, null, Given.Text());
        Procedure[] all = [Given.Procedure(text), old, now, own, elsewhere];
        var (here, there) = (Commune(Given.Commune), Commune("22366"));
        Procedure.For(here, all, Day.AddDays(-1)).ShouldBeNull();
        Procedure.For(here, all, Day.AddDays(9)).ShouldBe(old);
        Procedure.For(here, all, Day.AddDays(10)).ShouldBe(now);
        Procedure.For(here, all, Day.AddDays(20)).ShouldBe(own);
        Procedure.For(there, all, Day.AddDays(20)).ShouldBe(now);
        Procedure.For(Project.From(new(Given.Id(), Given.Province, Projects.Given.Text(nature: ProjectNature.AgencyTask), Given.Id(), null, Day, TimeProvider.System.UtcNow)), all, Day).ShouldBeNull();

        static Project Commune(string code) => Project.From(new(Given.Id(), Given.Province, Projects.Given.Text(ProjectKind.Commune) with { CommuneCode = code }, Given.Id(), null, Day, TimeProvider.System.UtcNow));
    }
}
