using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>Asked 200 triệu of a cost of 400; 150 were appraised: somebody bears 50, or they are cut.</summary>
public sealed class FundingCoverTests
{
    private static readonly Dong Gap = new(50_000_000);

    [Fact]
    public void WhatNobodyPays_IsNotApproved_UntilItIsSaidWhoDoes()
    {
        var (plan, batch, held, allocations) = Lowered();
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(Regime.Provincial)).ShouldBe(["plan.unbalanced"]);
        Cover(batch, held[0], new(Counterpart: Gap)).ShouldBeEmpty();
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(Regime.Provincial)).ShouldBeEmpty();
        (batch.Items[0].Approved.Counterpart, batch.Items[0].Approved.Total, batch.Items[0].Cost).ShouldBe((new Dong(250_000_000), new Dong(400_000_000), new Dong(400_000_000)));
    }

    [Fact]
    public void ItMayBeShared_AmongSourcesThatDidNotPayBefore_AndCuts()
    {
        var (plan, batch, held, allocations) = Lowered();
        Cover(batch, held[0], new(new(10_000_000), Sponsorship: new(15_000_000)) { Cuts = [new(held[0].Lines[0].ProjectEstimateLineId, "Máy", new(25_000_000))] }).ShouldBeEmpty();
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(Regime.Provincial)).ShouldBeEmpty();
        var item = batch.Items[0];
        (item.Cost, item.Approved.Total, item.Approved.Counterpart, item.Approved.Sponsorship).ShouldBe((new Dong(375_000_000), new Dong(375_000_000), new Dong(210_000_000), new Dong(15_000_000)));
    }

    [Theory]
    [InlineData(49_999_999, 0)]
    [InlineData(50_000_001, 0)]
    [InlineData(60_000_000, -10_000_000)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void ItIsExactlyTheDifference(long counterpart, long sponsorship)
    {
        var (_, batch, held, _) = Lowered();
        Cover(batch, held[0], new(new(counterpart), Sponsorship: new(sponsorship))).ShouldBe(["plan.cover-differs"]);
    }

    [Fact]
    public void OnlyLinesOfTheEstimate_AreCut_AndEachOnce()
    {
        var (_, batch, held, _) = Lowered();
        Cover(batch, held[0], FundingCover.None with { Cuts = [new(Given.Id(), "Dòng lạ", Gap)] }).ShouldBe(["plan.cut-unknown"]);
        var line = held[0].Lines[0].ProjectEstimateLineId;
        Cover(batch, held[0], FundingCover.None with { Cuts = [new(line, "Máy", new(25_000_000)), new(line, "Máy", new(25_000_000))] }).ShouldBe(["plan.cut-unknown"]);
    }

    [Fact]
    public void OnlyItsWritingUnitSaysIt_AndNobodyWhoAppraisedThePlan()
    {
        var (plan, batch, held, allocations) = Lowered();
        Codes(batch, held[0], new(Gap), ProjectGiven.Mover(Role.DepartmentOfficer, Given.Id())).ShouldBe(["project.not-allowed"]);
        Codes(batch, held[0], new(Gap), ProjectGiven.Mover(Role.DepartmentOfficer) with { UserId = Given.Appraiser }).ShouldBe(["plan.appraiser-drafts"]);
        var writer = ProjectGiven.Mover(Role.DepartmentOfficer);
        Codes(batch, held[0], new(Gap), writer, apply: true).ShouldBeEmpty();
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Mover(Role.DepartmentLeader, writer.UserId)).ShouldBe(["plan.drafter-approves"]);
    }

    [Fact]
    public void AnotherAppraisedAmount_IsAnotherDifference()
    {
        var (_, batch, held, _) = Lowered(BatchState.Submitted);
        Cover(batch, held[0], new(Gap)).ShouldBeEmpty();
        batch.Items[0].Gap.ShouldBe(Dong.Zero);

        // The page sends back what was said; the amount that it was said for is another now.
        Appraise(batch, 170_000_000);
        (batch.Items[0].Gap, batch.Items[0].Lowered).ShouldBe((new Dong(30_000_000), new Dong(30_000_000)));
        Appraise(batch, 200_000_000);
        batch.Items[0].Gap.ShouldBe(Dong.Zero);
        Cover(batch, held[0], new(Gap)).ShouldBe(["plan.no-difference"]);
    }

    [Theory]
    [InlineData(BatchState.Drafting)]
    [InlineData(BatchState.Approved)]
    [InlineData(BatchState.Assigned)]
    [InlineData(BatchState.Undone)]
    [InlineData(BatchState.Discarded)]
    public void BeforeItIsAppraised_AndAfterTheDecision_ItIsNotSaid(BatchState state)
    {
        var (_, batch, held, _) = Given.In(state, projects: 1);
        Cover(batch, held[0], new(Gap)).ShouldBe(["plan.wrong-state"]);
    }

    [Fact]
    public void AnAdjustmentOfSupport_SaysWhoBearsIt_AndThePlanStillAddsUp()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        var (item, line) = (batch.Items[0], held[0].Lines[0].ProjectEstimateLineId);
        var less = Given.Change(AdjustmentKind.DecreaseSupport, 120_000_000);
        Adjust(less).ShouldBe(["plan.cover-differs"]);
        Adjust(less with { Cover = new(Other: new(30_000_000)) { Cuts = [new(line, "Máy", new(50_000_000))] } }).ShouldBeEmpty();
        (item.Cost, item.Approved.Total, item.Approved.Other).ShouldBe((new Dong(350_000_000), new Dong(350_000_000), new Dong(30_000_000)));
        var more = Given.Change(AdjustmentKind.IncreaseSupport, 160_000_000);
        Adjust(more with { Cover = new(Other: new(40_000_000)) }).ShouldBe(["plan.cover-beyond"]);
        Adjust(more with { Cover = new(Other: new(30_000_000)) { Cuts = [new(line, "Máy", new(10_000_000))] } }).ShouldBeEmpty();
        (item.Cost, item.Approved.Total, item.Approved.Other).ShouldBe((new Dong(360_000_000), new Dong(360_000_000), Dong.Zero));

        IEnumerable<string> Adjust(AdjustmentText text)
        {
            var ruling = PlanAdjusting.Adjust(batch, item, held[0], Given.Caps(held[0]), null, allocations, text, Given.Decider(Regime.Provincial), TimeProvider.System);
            if (ruling.Event is { } adjusted)
            {
                Given.Record(adjusted, batch, held[0], allocations);
            }

            return ruling.Breaches.Select(b => b.Code);
        }
    }

    private static (AnnualPlan Plan, ApprovalBatch Batch, List<Project> Held, List<Allocation> Allocations) Lowered(BatchState state = BatchState.Appraised)
    {
        var given = Given.In(BatchState.Submitted, projects: 1);
        Appraise(given.Batch, 150_000_000);
        if (state is BatchState.Appraised)
        {
            Given.Step(given.Plan, given.Batch, given.Projects, given.Allocations, BatchAction.Appraise, Given.Judge(Regime.Provincial)).ShouldBeEmpty();
        }

        return given;
    }

    /// <summary>As the page does: what others pay is sent back as it was said.</summary>
    private static void Appraise(ApprovalBatch batch, long amount) => batch.Apply(BatchMoves.Appraise(
        batch, [.. batch.Items.Select(i => new AppraisedItem(i.PlanItemId, i.Amounts.ToDictionary(a => a.Source, a => (Dong?)(Allotting.IsDrawn(a.Source) ? new Dong(amount) : a.Appraised ?? a.Proposed)), false, null))],
        Given.NoFindings, [], Given.Judge(Regime.Provincial), TimeProvider.System).Event.ShouldNotBeNull());

    private static IEnumerable<string> Cover(ApprovalBatch batch, Project project, FundingCover cover) => Codes(batch, project, cover, ProjectGiven.Mover(Role.CentreOfficer), apply: true);

    private static IEnumerable<string> Codes(ApprovalBatch batch, Project project, FundingCover cover, ProjectMover mover, bool apply = false)
    {
        var ruling = FundingCovering.Cover(batch, batch.Items[0], project, cover, mover, TimeProvider.System);
        if (apply && ruling.Event is { } covered)
        {
            batch.Apply(covered);
        }

        return ruling.Breaches.Select(b => b.Code);
    }
}
