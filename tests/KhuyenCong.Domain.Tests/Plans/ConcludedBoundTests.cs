using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>A plan gives no more than the appraisal of each project concluded: what an adopted norm took away does not come back.</summary>
public sealed class ConcludedBoundTests
{
    // Asked 200 triệu.
    [Theory]
    [InlineData(150_000_000, 150_000_000L, null)]
    [InlineData(150_000_001, 150_000_000L, "plan.above-concluded")]
    [InlineData(1, 0L, "plan.above-concluded")]
    [InlineData(200_000_000, null, null)]
    [InlineData(200_000_001, null, "plan.above-proposed")]
    [InlineData(200_000_001, 150_000_000L, "plan.above-proposed")]
    public void AppraisedAmounts_StayWithinTheConclusion(long amount, long? concluded, string? code)
    {
        var (_, batch, held, _) = Given.In(BatchState.Submitted, projects: 1);
        var breaches = Given.Amounts(batch, Given.Judge(Regime.Provincial), amount, concluded is { } most ? Given.Concluded(held[0], most) : null).Breaches;
        breaches.Select(b => b.Code).ShouldBe(code is null ? [] : [code]);
        if (code is "plan.above-concluded")
        {
            breaches[0].Arguments.Skip(2).ToArray().ShouldBe(new object[] { new Dong(amount), new Dong(concluded!.Value) });
        }
    }

    [Fact]
    public void ASourceTheConclusionGivesNothingOf_GivesNothing()
    {
        var (_, batch, held, _) = Given.In(BatchState.Submitted, projects: 1);
        var national = Given.Concluded(held[0], 200_000_000, regime: Regime.National);
        Given.Amounts(batch, Given.Judge(Regime.Provincial), 1, national).Breaches.Select(b => b.Code).ShouldBe(["plan.above-concluded"]);
        Given.Amounts(batch, Given.Judge(Regime.Provincial), 0, national).Breaches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(200_000_000, true)]
    [InlineData(199_999_999, false)]
    public void ADecision_IsBoundByTheConclusionThatHoldsThen(long concluded, bool goesOn)
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Appraised, projects: 1);
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(Regime.Provincial), findings: Given.Concluded(held[0], concluded)).ShouldBe(goesOn ? [] : ["plan.above-concluded"]);
        batch.State.ShouldBe(goesOn ? BatchState.Approved : BatchState.Appraised);
    }

    [Fact]
    public void WhatWasLeftOut_ComesBackOnlyWhileNoOtherBatchHasIt()
    {
        var (_, batch, held, _) = Given.In(BatchState.Submitted, projects: 1);
        var judge = Given.Judge(Regime.Provincial);
        batch.Apply(BatchMoves.Appraise(batch, [new(batch.Items[0].PlanItemId, new Dictionary<string, Dong?>(), true, "Để đợt sau")], Given.NoFindings, [], judge, TimeProvider.System).Event.ShouldNotBeNull());
        batch.Items[0].LiveProjectId.ShouldBeNull();
        Given.Amounts(batch, judge, elsewhere: [held[0].ProjectId]).Breaches.Select(b => b.Code).ShouldBe(["plan.in-another-batch"]);
        batch.Apply(Given.Amounts(batch, judge).Event.ShouldNotBeNull());
        batch.Items[0].LiveProjectId.ShouldBe(held[0].ProjectId);
    }

    [Fact]
    public void EveryChangeOfItsRows_IsAChangeOfTheBatch()
    {
        var (_, batch, _, _) = Given.In(BatchState.Submitted, projects: 1);
        var before = batch.ChangedAt;
        var later = new Later();
        batch.Apply(BatchMoves.Appraise(batch, [new(batch.Items[0].PlanItemId, batch.Items[0].Amounts.ToDictionary(a => a.Source, a => (Dong?)a.Proposed), false, null)], Given.NoFindings, [], Given.Judge(Regime.Provincial), later).Event.ShouldNotBeNull());
        batch.ChangedAt.ShouldBeGreaterThan(before);
    }

    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddMinutes(1);
    }
}
