using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Plans;

public sealed class AdjustingTests
{
    // Điều 11: rows are kinds of project, columns AdjustmentKind. M the Bộ, A the Cục, D the Sở; local plans follow their own decider: P the UBND or the Sở by delegation, C the commune.
    private const string Deciders = """
        NationalKey:      M A M M A A A A M M
        NationalGroup:    M A M M A D D D M M
        NationalSpecific: M A M M A A A A M M
        Provincial:       P P P P P P P P P P
        Commune:          C C C C C C C C C C
        """;

    private static readonly Dictionary<string, PlanDecider[]> Letters = new()
    {
        ["M"] = [PlanDecider.Ministry],
        ["A"] = [PlanDecider.Agency],
        ["D"] = [PlanDecider.Department],
        ["P"] = [PlanDecider.ProvincialCommittee, PlanDecider.Department],
        ["C"] = [PlanDecider.CommuneCommittee],
    };

    [Fact]
    public void EveryAdjustment_IsDecidedByTheRightBody()
    {
        foreach (var (project, kind, cell) in Matrix.Of<ProjectKind, AdjustmentKind>(Deciders))
        {
            AdjustmentTable.Of(kind, project).Deciders.ShouldBe(Letters[cell], $"{project} {kind}");
        }
    }

    [Fact]
    public void AnIncrease_CountsAgainstTheAllocation_AndAStopFreesIt()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1, allotted: 150_000_000, given: 100_000_000);
        Codes(batch, held[0], allocations, AdjustmentKind.IncreaseSupport, 150_000_001).ShouldBe(["allocation.exceeded"]);
        Codes(batch, held[0], allocations, AdjustmentKind.IncreaseSupport, 100_000_000).ShouldBe(["plan.adjust-no-increase"]);
        Codes(batch, held[0], allocations, AdjustmentKind.IncreaseSupport, 150_000_000).ShouldBeEmpty();
        (allocations[0].Approved, batch.Items[0].Approved.Provincial).ShouldBe((new Dong(150_000_000), new Dong(150_000_000)));
        Codes(batch, held[0], allocations, AdjustmentKind.Stop, 0).ShouldBeEmpty();
        (allocations[0].Approved, batch.Items[0].State).ShouldBe((Dong.Zero, PlanItemState.Stopped));
        Codes(batch, held[0], allocations, AdjustmentKind.DecreaseSupport, 0).ShouldBe(["plan.wrong-state"]);
    }

    /// <summary>Approved 200 triệu, of which a contract has bound 150: one đồng more than the rest does not go back.</summary>
    [Theory]
    [InlineData(AdjustmentKind.Stop, 149_999_999, "plan.adjust-below-bound")]
    [InlineData(AdjustmentKind.Stop, 150_000_000, "")]
    [InlineData(AdjustmentKind.Stop, 150_000_001, "plan.stop-keeps-unbound")]
    [InlineData(AdjustmentKind.Stop, 200_000_000, "plan.stop-keeps-unbound")]
    [InlineData(AdjustmentKind.StopForViolation, 0, "plan.adjust-below-bound")]
    [InlineData(AdjustmentKind.DecreaseSupport, 149_999_999, "plan.adjust-below-bound")]
    [InlineData(AdjustmentKind.DecreaseSupport, 150_000_000, "")]
    public void WhatAContractHasBound_IsNotGivenBack_AndIsToldWithFigures(AdjustmentKind kind, long amount, string code)
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        var ruling = Given.Adjust(batch, held[0], allocations, Given.Change(kind, amount), checks: new(Free: new Dictionary<string, Dong?> { ["KCDP"] = new Dong(50_000_000) }));
        string.Join(' ', ruling.Breaches.Select(b => b.Code)).ShouldBe(code);
        if (code.Length > 0)
        {
            // With what was typed, what contracts have bound, and what none has.
            ruling.Breaches[0].Arguments.OfType<Dong>().ShouldBe([new Dong(amount), new Dong(150_000_000), new Dong(50_000_000)]);
        }
    }

    // Asked 200 triệu, approved 100: an increase stays within what was asked and within the norms that bind; one that only warns is told.
    [Theory]
    [InlineData(200_000_000, null, null, "", false)]
    [InlineData(200_000_001, null, null, "plan.adjust-above-asked", false)]
    [InlineData(150_000_000, 150_000_000L, null, "", false)]
    [InlineData(150_000_001, 150_000_000L, null, "plan.adjust-above-cap", false)]
    [InlineData(150_000_001, null, 150_000_000L, "", true)]
    [InlineData(90_000_000, 50_000_000L, null, "plan.adjust-no-increase", false)]
    public void AnIncrease_StaysWithinWhatWasAsked_AndWithinTheNormsThatBind(long amount, long? binding, long? known, string code, bool warns)
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1, given: 100_000_000);
        var ruling = Given.Adjust(batch, held[0], allocations, Given.Change(AdjustmentKind.IncreaseSupport, amount), caps: Given.Caps(held[0], binding, known));
        ruling.Breaches.Select(b => b.Code).ShouldBe(code.Length == 0 ? [] : [code]);
        (ruling.Event?.IsBeyondKnown ?? false).ShouldBe(warns);
    }

    [Fact]
    public void ADecrease_IsNotHeldUp_ByANormThatBoundLater()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        Given.Adjust(batch, held[0], allocations, Given.Change(AdjustmentKind.DecreaseSupport, 150_000_000), caps: Given.Caps(held[0], 100_000_000)).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void WhatIsMissing_IsSaidAtOnce()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, Regime.National, 1);
        var text = new AdjustmentText(AdjustmentKind.ChangePlace, new Dictionary<string, Dong?>(), null, null, "", PlanDecider.Department, "", null, null, "", null);
        Given.Adjust(batch, held[0], allocations, text).Breaches.Select(b => b.Code)
            .ShouldBe(["project.reason-missing", "plan.decider-wrong", "plan.delegation-missing", "plan.document-missing", "plan.document-date-missing", "plan.request-missing", "plan.adjust-what"]);
        Given.Adjust(batch, held[0], allocations, text with { Decider = PlanDecider.Agency, TextAfter = "Xã khác", Reason = "Lý do", DocumentNumber = "1", DocumentDate = Projects.Given.Today, Request = "CV 1" })
            .Breaches.Select(b => b.Code).ShouldBe(["plan.confirmation-missing"]);
    }

    [Fact]
    public void Undoing_WaitsUntilNoProjectWentOn()
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Approved, projects: 2);
        held[0].Apply(ProjectMoves.ByPlan(held[0], Given.Id(), ProjectAction.StopInPlan, "QĐ", Given.Id(), TimeProvider.System));
        Given.Step(plan, batch, held, allocations, BatchAction.Undo, Given.Decider(Regime.Provincial)).ShouldBe(["plan.went-on"]);
        batch.State.ShouldBe(BatchState.Approved);
    }

    [Fact]
    public void EveryDecision_IsAVersion_WithItsDifferences()
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Appraised, projects: 1);
        var approved = PlanApproval.Approve(batch, plan, held, allocations, [], Given.NoFindings, Given.Id(), Given.Whole(BatchAction.Approve, Regime.Provincial), Given.Decider(Regime.Provincial), TimeProvider.System).Event.ShouldNotBeNull();
        var version = plan.Decide(new(Given.Id(), batch.ApprovalBatchId, PlanVersionKind.Approved, PlanDecider.ProvincialCommittee, "1/QĐ", Projects.Given.Today, null, approved.Changes, Given.Id(), TimeProvider.System.UtcNow));
        (version.Number, plan.VersionNumber).ShouldBe((1, 1));
        version.Changes.Select(c => (c.Source, c.AmountBefore, c.AmountAfter)).ShouldBe([("KCDP", null, new Dong(200_000_000)), ("DOIUNG", null, new Dong(200_000_000))]);
    }

    private static IEnumerable<string> Codes(ApprovalBatch batch, Project project, List<Allocation> allocations, AdjustmentKind kind, long amount)
    {
        var ruling = Given.Adjust(batch, project, allocations, Given.Change(kind, amount));
        if (ruling.Event is { } adjusted)
        {
            batch.Apply(adjusted);
            Given.Draw(allocations, adjusted.Allocations);
        }

        return [.. ruling.Breaches.Select(b => b.Code)];
    }
}
