using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>An extension takes a part of an approved amount to the next year: the parts always add up to what was approved.</summary>
public sealed class ExtensionSplitTests
{
    private const long Whole = 200_000_000;

    [Fact]
    public void WhatGoesOn_AndWhatStays_AddUpToWhatWasApproved()
    {
        for (var draw = 0; draw < 60; draw++)
        {
            var moved = draw is 0 ? Whole : 1 + (draw * 48_611_111L % Whole);
            var (plan, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1, allotted: 300_000_000);
            var (item, now, next) = (batch.Items[0], allocations[0], Next());
            allocations.Add(next);
            Given.Record(Given.Adjust(batch, held[0], allocations, Extension(held[0], moved)).Event.ShouldNotBeNull(), batch, held[0], allocations);

            var amount = item.Amounts.Single(a => a.Source == "KCDP");
            (amount.Approved, amount.Drawn + amount.KeptSum, now.Approved + next.Approved).ShouldBe((new Dong(Whole), new Dong(Whole), new Dong(Whole)), $"{moved}");
            (item.ApprovedOn(now.AllocationId), item.ApprovedOn(next.AllocationId)).ShouldBe((now.Approved, next.Approved));
            (next.Approved, item.Year, amount.Kept is null).ShouldBe((new Dong(moved), Given.Year + 1, moved == Whole));

            Given.Step(plan, batch, held, allocations, BatchAction.Undo, Given.Decider(Regime.Provincial)).ShouldBeEmpty();
            (now.Approved, next.Approved, amount.Kept).ShouldBe((Dong.Zero, Dong.Zero, (IReadOnlyList<KeptPart>?)null));
        }
    }

    [Fact]
    public void NoMoreThanThisYearPays_GoesOn_AndSomethingDoes()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        allocations.Add(Next());
        Codes(Whole + 1).ShouldBe(["plan.move-beyond"]);
        Codes(-1).ShouldBe(["plan.move-beyond"]);
        Codes(0).ShouldBe(["plan.move-none"]);
        Codes(null).ShouldBe(["plan.move-none"]);
        Codes(Whole).ShouldBeEmpty();

        IEnumerable<string> Codes(long? moved) => Given.Adjust(batch, held[0], allocations, Extension(held[0], moved)).Breaches.Select(b => b.Code);
    }

    [Fact]
    public void WhatStayed_IsNotLowered_AndIsGivenBackOnItsOwnLine()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        var (item, now, next) = (batch.Items[0], allocations[0], Next());
        allocations.Add(next);
        Given.Record(Given.Adjust(batch, held[0], allocations, Extension(held[0], 50_000_000)).Event.ShouldNotBeNull(), batch, held[0], allocations);
        Given.Adjust(batch, held[0], allocations, Given.Change(AdjustmentKind.DecreaseSupport, 149_999_999)).Breaches.Select(b => b.Code).ShouldContain("plan.adjust-below-kept");
        Given.Record(Given.Adjust(batch, held[0], allocations, Given.Change(AdjustmentKind.DecreaseSupport, 180_000_000)).Event.ShouldNotBeNull(), batch, held[0], allocations);
        (now.Approved, next.Approved).ShouldBe((new Dong(150_000_000), new Dong(30_000_000)));

        batch.Apply(new ReturnedToSource(item.PlanItemId, now.AllocationId, new(40_000_000), TimeProvider.System.UtcNow));
        (item.ApprovedOn(now.AllocationId), item.ApprovedOn(next.AllocationId), item.Held.Provincial).ShouldBe((new Dong(110_000_000), new Dong(30_000_000), new Dong(140_000_000)));
        (item.Approved.Provincial, item.Returned.Provincial).ShouldBe((new Dong(180_000_000), new Dong(40_000_000)));
        var amount = item.Amounts.Single(a => a.Source == "KCDP");
        (amount.DrawnOn(now.AllocationId), amount.DrawnOn(next.AllocationId), amount.DrawnOn(Given.Id())).ShouldBe((new Dong(110_000_000), new Dong(30_000_000), Dong.Zero));
        Should.Throw<InvalidOperationException>(() => batch.Apply(new ReturnedToSource(item.PlanItemId, next.AllocationId, new(30_000_001), TimeProvider.System.UtcNow)));

        // All of what stayed goes back too, and comes again where the approval of the settlement is taken back.
        TakenFromSource Taken(long amount) => new(item.PlanItemId, now.AllocationId, "KCDP", now.Year, new(amount), TimeProvider.System.UtcNow);
        batch.Apply(new ReturnedToSource(item.PlanItemId, now.AllocationId, new(110_000_000), TimeProvider.System.UtcNow));
        (item.ApprovedOn(now.AllocationId), item.ReturnedOf("KCDP")).ShouldBe((Dong.Zero, new Dong(150_000_000)));
        Should.Throw<InvalidOperationException>(() => batch.Apply(Taken(150_000_001)));
        batch.Apply(Taken(150_000_000));
        (item.ApprovedOn(now.AllocationId), item.ApprovedOn(next.AllocationId), item.ReturnedOf("KCDP")).ShouldBe((new Dong(150_000_000), new Dong(30_000_000), Dong.Zero));
    }

    /// <summary>A decision says what is approved altogether: what went back already is in it, and is drawn no longer.</summary>
    [Fact]
    public void WhatWentBackToItsSource_IsPartOfWhatIsDecided()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        var item = batch.Items[0];
        batch.Apply(new ReturnedToSource(item.PlanItemId, allocations[0].AllocationId, new(40_000_000), TimeProvider.System.UtcNow));
        Given.Adjust(batch, held[0], allocations, Given.Change(AdjustmentKind.DecreaseSupport, 39_999_999)).Breaches.Select(b => b.Code).ShouldContain("plan.adjust-below-kept");
        Given.Record(Given.Adjust(batch, held[0], allocations, Given.Change(AdjustmentKind.DecreaseSupport, 160_000_000)).Event.ShouldNotBeNull(), batch, held[0], allocations);
        (item.Approved.Provincial, item.Returned.Provincial, item.Held.Provincial).ShouldBe((new Dong(160_000_000), new Dong(40_000_000), new Dong(120_000_000)));
        item.Amounts.Single(a => a.Source == "KCDP").Drawn.ShouldBe(new Dong(120_000_000));

        // The settlement is taken back: what it had given back is drawn again, and nothing else was decided.
        batch.Apply(new TakenFromSource(item.PlanItemId, allocations[0].AllocationId, "KCDP", Given.Year, new(40_000_000), TimeProvider.System.UtcNow));
        (item.Approved.Provincial, item.Returned.Provincial, item.Held.Provincial).ShouldBe((new Dong(160_000_000), Dong.Zero, new Dong(160_000_000)));
        Should.Throw<InvalidOperationException>(() => batch.Apply(new TakenFromSource(item.PlanItemId, allocations[0].AllocationId, "KCDP", Given.Year, new(1), TimeProvider.System.UtcNow)));
    }

    /// <summary>Another share of the project lies on the same line: what is reserved there for both is each one's up to its own amount only.</summary>
    [Theory]
    [InlineData(280_000_000, 0, 200_000_000)]
    [InlineData(150_000_000, 130_000_000, 70_000_000)]
    [InlineData(80_000_000, 200_000_000, 0)]
    [InlineData(80_000_000, 210_000_000, 0)]
    [InlineData(50_000_000, 100_000_000, 50_000_000)]
    public void WhatIsFree_IsNeverAnotherSharesMoney(long reserved, long bound, long free)
    {
        var (_, batch, _, allocations) = Given.In(BatchState.Approved, projects: 1);
        var amount = batch.Items[0].Amounts.Single(a => a.Source == "KCDP");
        amount.FreeOn(allocations[0].AllocationId, new(reserved), new(bound)).ShouldBe(new Dong(free));
        amount.FreeOn(Given.Id(), new(reserved), new(bound)).ShouldBe(Dong.Zero);
    }

    [Fact]
    public void WhatStayed_AndIsCarriedOverAtTheYearsEnd_IsOnTheLineThatTookItOver()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        var (item, now, next, third) = (batch.Items[0], allocations[0], Next(), Given.Id());
        allocations.Add(next);
        Given.Record(Given.Adjust(batch, held[0], allocations, Extension(held[0], 50_000_000)).Event.ShouldNotBeNull(), batch, held[0], allocations);
        var amount = item.Amounts.Single(a => a.Source == "KCDP");

        // All that stayed goes after the rest: nothing of it is on the old line any more.
        amount.Followed(now.AllocationId, next.AllocationId, Given.Year + 1, new(150_000_000)).ShouldBe((next.AllocationId, null, new Dong(150_000_000)));

        // A part of it lapsed or was settled: that stays.
        var part = amount.Followed(now.AllocationId, next.AllocationId, Given.Year + 1, new(100_000_000)).ShouldNotBeNull();
        (part.AllocationId, part.Moved).ShouldBe((next.AllocationId, new Dong(100_000_000)));
        part.Kept.ShouldBe([new KeptPart(Given.Year, now.AllocationId, new(50_000_000))]);

        // The next year's end takes what is on its own line only.
        var later = amount.Followed(next.AllocationId, third, Given.Year + 2, new(30_000_000)).ShouldNotBeNull();
        (later.AllocationId, later.Moved).ShouldBe((third, new Dong(30_000_000)));
        later.Kept.ShouldBe([new KeptPart(Given.Year, now.AllocationId, new(150_000_000)), new KeptPart(Given.Year + 1, next.AllocationId, new(20_000_000))]);
        amount.Followed(third, Given.Id(), Given.Year + 3, new(1)).ShouldBeNull();
        amount.Followed(now.AllocationId, next.AllocationId, Given.Year + 1, Dong.Zero).ShouldBeNull();
    }

    private static AdjustmentText Extension(Project project, long? moved) => Given.Change(AdjustmentKind.ExtendToNextYear, 0) with
    {
        Amounts = new Dictionary<string, Dong?>(),
        Effect = new() { EndsOn = new(project.EndsOn!.Value.Year + 1, 3, 31), MovesMoney = true, Moved = new Dictionary<string, Dong?> { ["KCDP"] = moved is { } some ? new Dong(some) : null } },
    };

    private static Allocation Next() => Given.Allot(Allocation.From(new(Given.Id(), ProjectGiven.Province, Given.Holder, null, "KCDP", Given.Year + 1)), Whole);
}
