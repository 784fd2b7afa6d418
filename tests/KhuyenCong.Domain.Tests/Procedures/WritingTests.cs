using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Procedures;

public sealed class WritingTests
{
    [Fact]
    public void ADraft_MayHaveGaps()
    {
        Given.Draft(Given.Text() with { Steps = [] }).Event.ShouldNotBeNull();
        Given.Draft(Given.Text(new StepText(Given.Id(), "Tiếp nhận"))).Event.ShouldNotBeNull();
    }

    [Fact]
    public void EveryFault_IsToldAtOnce_AtItsStep()
    {
        var breaches = Given.Draft(new(Regime.Provincial, ProjectNature.Grant, Given.Commune, " ",
        [
            Given.Step(),
            Given.Step(" ", ProjectState.Withdrawn, 0) with { LegalRuleId = Given.Id(), Work = new('x', ProcedureWriting.LongestText + 1) },
        ])).Breaches;
        breaches.Select(b => (b.Code, b.Field)).ShouldBe(
        [
            ("procedure.title-missing", "Title"),
            ("procedure.commune-not-asked", "CommuneCode"),
            ("procedure.step-name-missing", "Steps[1].Name"),
            ("procedure.step-too-long", "Steps[1].Work"),
            ("procedure.days-outside", "Steps[1].Days"),
            ("procedure.state-not-held", "Steps[1].State"),
            ("procedure.rule-unknown", "Steps[1].LegalRuleId"),
        ]);
        breaches.Where(b => b.Field?.StartsWith("Steps", StringComparison.Ordinal) == true).ShouldAllBe(b => Equals(b.Arguments[0], 2));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    [InlineData(-1, false)]
    public void Days_AreUnknown_OrOneToAYear(int? days, bool holds) => (Given.Draft(Given.Text(Given.Step(days: days))).Event is not null).ShouldBe(holds);

    [Theory]
    [InlineData(Regime.Commune, "22453", null)]
    [InlineData(Regime.Commune, null, null)]
    [InlineData(Regime.Commune, "99999", "procedure.commune-unknown")]
    [InlineData(Regime.National, "22453", "procedure.commune-not-asked")]
    public void OneCommune_IsForCommuneProceduresOnly(Regime regime, string? commune, string? breach) =>
        Given.Draft(Given.Text() with { Regime = regime, CommuneCode = commune }).Breaches.Select(b => b.Code).ShouldBe(breach is null ? [] : [breach]);

    [Theory]
    [InlineData(ProjectNature.Grant, ProjectState.Received, true)]
    [InlineData(ProjectNature.AgencyTask, ProjectState.Received, false)]
    [InlineData(ProjectNature.AgencyTask, ProjectState.Filed, true)]
    [InlineData(ProjectNature.Grant, ProjectState.Draft, true)]
    [InlineData(ProjectNature.Grant, ProjectState.NotPassed, false)]
    [InlineData(ProjectNature.Grant, ProjectState.Stopped, false)]
    [InlineData(ProjectNature.AgencyTask, ProjectState.Approved, true)]
    public void AStep_LiesWhereSomebodyHoldsSuchADossier(ProjectNature nature, ProjectState state, bool holds) =>
        (Given.Draft(Given.Text(Given.Step(state: state)) with { Nature = nature }).Event is not null).ShouldBe(holds);

    [Fact]
    public void TooMuch_IsRefused()
    {
        Given.Draft(Given.Text() with { Title = new('x', ProcedureWriting.LongestTitle + 1) }).Breaches.Single().Code.ShouldBe("procedure.too-long");
        Given.Draft(Given.Text([.. Enumerable.Range(0, ProcedureWriting.MostSteps).Select(_ => Given.Step())])).Event.ShouldNotBeNull();
        Given.Draft(Given.Text([.. Enumerable.Range(0, ProcedureWriting.MostSteps + 1).Select(_ => Given.Step())])).Breaches.Single().Code.ShouldBe("procedure.too-many-steps");
    }

    [Fact]
    public void Steps_AreNumberedByTheirPlace_WithoutGaps_AndKeepTheirIdentity()
    {
        var (one, two, three) = (Given.Step("Một"), Given.Step("Hai"), Given.Step("Ba"));
        var procedure = Given.Procedure(Given.Text(one, two, three));
        var kept = procedure.Steps.Single(s => s.ProcedureStepId == three.StepId);
        procedure.Apply(ProcedureWriting.Edit(procedure, Given.Text(three, Given.Step("Bốn"), one), _ => true, _ => true, Given.Everything, TimeProvider.System.UtcNow).Event!);
        procedure.InOrder.Select(s => (s.Number, s.Name)).ShouldBe([(1, "Ba"), (2, "Bốn"), (3, "Một")]);
        procedure.InOrder[0].ShouldBeSameAs(kept);
    }

    [Fact]
    public void WhatIsWritten_IsReadAgain()
    {
        var text = Given.Text(Given.Step(days: 5) with { Work = "Kiểm tra", Papers = "Đơn", PapersOf = CheckStage.Filing, LegalRuleId = Given.Rule });
        var again = Given.Procedure(text).Text;
        again.Steps.ShouldBe(text.Steps);
        (again.Regime, again.Nature, again.CommuneCode, again.Title).ShouldBe((text.Regime, text.Nature, text.CommuneCode, text.Title));
    }

    [Fact]
    public void WhatIsPublished_IsNeitherChangedNorDiscarded()
    {
        var published = Given.Published(Given.Today);
        ProcedureWriting.Edit(published, Given.Text(), _ => true, _ => true, Given.Everything, TimeProvider.System.UtcNow).Breaches.Single().Code.ShouldBe("procedure.published");
        ProcedureWriting.DiscardFaults(published).Single().Code.ShouldBe("procedure.published");
        ProcedureWriting.DiscardFaults(Given.Procedure()).ShouldBeEmpty();
        ProcedureWriting.Publish(published, Given.Decision(Given.Today), [], Given.Id(), Given.Today).Breaches.Single().Code.ShouldBe("procedure.published");
    }

    [Fact]
    public void ACommunesPeople_WriteForTheirOwnDossiersOnly()
    {
        Given.Draft(Given.Text() with { Regime = Regime.Commune, CommuneCode = Given.Commune }, Given.OwnOnly).Event.ShouldNotBeNull();
        foreach (var (regime, commune) in new (Regime, string?)[] { (Regime.Commune, null), (Regime.Provincial, null), (Regime.National, null) })
        {
            Given.Draft(Given.Text() with { Regime = regime, CommuneCode = commune }, Given.OwnOnly).Breaches.Single().Code.ShouldBe("procedure.not-yours", $"{regime}");
        }

        // A draft of their own does not become another's either.
        var own = Given.Procedure(Given.Text() with { Regime = Regime.Commune, CommuneCode = Given.Commune });
        ProcedureWriting.Edit(own, own.Text with { CommuneCode = "22366" }, _ => true, _ => true, Given.OwnOnly, TimeProvider.System.UtcNow).Breaches.Single().Code.ShouldBe("procedure.not-yours");
    }
}
