using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>Two shares of a project give back and take again: to the đồng, each for itself.</summary>
public sealed class SourceReturnsTests
{
    private const long Whole = 200_000_000;

    /// <summary>The share of the contract comes first, and the other one's line is taken again before its own: it takes nothing there.</summary>
    [Fact]
    public void TwoSharesOnTwoLines_TakeAgainWhatEachGave()
    {
        var ((ownBatch, own, first), (otherBatch, other, second)) = (Share(), Share());
        Give(ownBatch, own, first, 40_000_001);
        Give(otherBatch, other, second, 29_999_999);

        var taken = SourceReturns.Taking([own, other], [(second.AllocationId, "KCDP", new(29_999_999)), (first.AllocationId, "KCDP", new(40_000_001))], (_, _) => Dong.Zero);
        taken.Count.ShouldBe(2);
        taken[(own.PlanItemId, first.AllocationId)].ShouldBe(new Dong(40_000_001));
        taken[(other.PlanItemId, second.AllocationId)].ShouldBe(new Dong(29_999_999));
    }

    /// <summary>On one line, each keeps what its contracts bind; taken back, each has again what it gave.</summary>
    [Fact]
    public void TwoSharesOnOneLine_KeepWhatIsBound_AndTakeAgainWhatEachGave()
    {
        for (var draw = 0; draw < 60; draw++)
        {
            var line = Next();
            var ((ownBatch, own), (otherBatch, other)) = (Share(line), Share(line));
            // Of its own contract a part is paid and the rest is set free; of both a part was never bound. The other one's contract is settled.
            var (paid, settled) = (draw * 37_222_223L % Whole, draw * 71_111_113L % Whole);
            var bound = paid + (draw * 48_611_111L % (Whole - paid + 1));
            var given = SourceReturns.Giving([own, other], line.AllocationId, new(Whole - paid + Whole - settled), i => new(i == own ? paid : settled));
            (Part(given, own), Part(given, other)).ShouldBe((Whole - paid, Whole - settled), $"{draw}");
            Give(ownBatch, own, line, Whole - paid);
            Give(otherBatch, other, line, Whole - settled);

            var taken = SourceReturns.Taking([own, other], [(line.AllocationId, "KCDP", new(Whole - paid + Whole - settled))], (i, _) => new(i == own ? bound : settled));
            taken.Sum(t => t.Value.Amount).ShouldBe(Whole - paid + Whole - settled);
            (taken.GetValueOrDefault((own.PlanItemId, line.AllocationId)), taken.GetValueOrDefault((other.PlanItemId, line.AllocationId))).ShouldBe((new Dong(Whole - paid), new Dong(Whole - settled)), $"{draw}");
        }

        static long Part(IReadOnlyDictionary<Guid, Dong> given, PlanItem item) => given.GetValueOrDefault(item.PlanItemId).Amount;
    }

    /// <summary>Where the plan knows less than the ledger, as long as anything is approved there it goes back all the same; never more than was approved.</summary>
    [Fact]
    public void WhatNobodyHasFree_GoesBackOfTheFirst_AndNeverMoreThanWasApproved()
    {
        var (_, own, line) = Share();
        SourceReturns.Giving([own], line.AllocationId, new(Whole), _ => new(Whole))[own.PlanItemId].ShouldBe(new Dong(Whole));
        SourceReturns.Giving([own], line.AllocationId, new(Whole + 1), _ => Dong.Zero)[own.PlanItemId].ShouldBe(new Dong(Whole));
        SourceReturns.Giving([own], Given.Id(), new(1), _ => Dong.Zero).ShouldBeEmpty();
        SourceReturns.Taking([own], [(line.AllocationId, "KCDP", new(1))], (_, _) => new(1)).ShouldBeEmpty();
    }

    private static (ApprovalBatch Batch, PlanItem Item, Allocation Line) Share()
    {
        var (_, batch, _, allocations) = Given.In(BatchState.Approved, projects: 1);
        return (batch, batch.Items[0], allocations[0]);
    }

    /// <summary>One whose money went on to a line of the next year.</summary>
    private static (ApprovalBatch Batch, PlanItem Item) Share(Allocation next)
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        allocations.Add(next);
        Given.Record(Given.Adjust(batch, held[0], allocations, Extension(held[0])).Event.ShouldNotBeNull(), batch, held[0], allocations);
        return (batch, batch.Items[0]);
    }

    private static AdjustmentText Extension(Project project) => Given.Change(AdjustmentKind.ExtendToNextYear, 0) with
    {
        Amounts = new Dictionary<string, Dong?>(),
        Effect = new() { EndsOn = new(project.EndsOn!.Value.Year + 1, 3, 31), MovesMoney = true },
    };

    private static Allocation Next() => Given.Allot(Allocation.From(new(Given.Id(), ProjectGiven.Province, Given.Holder, null, "KCDP", Given.Year + 1)), 2 * Whole);

    private static void Give(ApprovalBatch batch, PlanItem item, Allocation line, long sum)
    {
        if (sum > 0)
        {
            batch.Apply(new ReturnedToSource(item.PlanItemId, line.AllocationId, new(sum), TimeProvider.System.UtcNow));
        }
    }
}
