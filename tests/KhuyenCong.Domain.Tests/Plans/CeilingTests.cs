using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Plans;

public sealed class CeilingTests
{
    [Theory]
    [InlineData(400_000_000, true)]
    [InlineData(399_999_999, false)]
    public void WhatIsApproved_NeverExceedsWhatWasAllotted_ByOneDong(long allotted, bool fits)
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Appraised, projects: 2, allotted: allotted);
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(Regime.Provincial)).ShouldBe(fits ? [] : ["allocation.exceeded"]);
        (allocations[0].Approved, batch.State).ShouldBe(fits ? (new Dong(400_000_000), BatchState.Approved) : (Dong.Zero, BatchState.Appraised));
        held.ShouldAllBe(p => p.State == (fits ? ProjectState.Approved : ProjectState.Appraised));
    }

    [Theory]
    [InlineData(AllotmentKind.Addition, 50, "01/QĐ", true)]
    [InlineData(AllotmentKind.Addition, 50, "01/qđ ", true)]
    [InlineData(AllotmentKind.Addition, 1_000_000_000, "02/QĐ", true)]
    [InlineData(AllotmentKind.Addition, 50, "02/QĐ", false)]
    [InlineData(AllotmentKind.Adjustment, 50, "01/QĐ", true)]
    [InlineData(AllotmentKind.Adjustment, -50, "01/QĐ", false)]
    [InlineData(AllotmentKind.Correction, 50, "01/QĐ", false)]
    public void WhatMayHaveBeenEnteredAlready_IsTold(AllotmentKind kind, long amount, string document, bool told) =>
        Allotting.Alike(Given.Allocation(), Given.Text(amount, kind) with { DocumentNumber = document }).Count.ShouldBe(told ? 1 : 0);

    [Fact]
    public void ACommunesMoney_InAnotherLevelsPlan_IsDrawnByItsOwnDecision_AndRaisedByNoOther()
    {
        var project = Projects.Given.In(ProjectState.Appraised, Projects.Given.Text(ProjectKind.Provincial) with
        {
            CommuneCode = Projects.Given.Commune,
            Lines = [new(Given.Id(), "Máy", "machines", null, "máy", 1, new(400_000_000), FundingSplit.Of(s => s == FundingSource.Counterpart ? new Dong(200_000_000) : Allotting.IsDrawn(s.Code) && s != FundingSource.National ? new Dong(100_000_000) : null))],
        });
        var plan = Given.Plan();
        var batch = plan.Open(new(Given.Id(), Given.Drafter, Projects.Given.Today));
        List<Project> held = [project];
        List<Allocation> allocations = [Given.Allocation(), Given.Allocation(100_000_000, "CAPXA", Projects.Given.Commune)];
        batch.Apply(BatchMoves.Choose(batch, held, [], Given.Writer(Regime.Provincial), Given.Id, TimeProvider.System).Event.ShouldNotBeNull());
        Given.Step(plan, batch, held, allocations, BatchAction.Submit, Given.Writer(Regime.Provincial)).ShouldBeEmpty();
        batch.Apply(Given.AppraiseAll(batch, Regime.Provincial));
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, Given.Judge(Regime.Provincial)).ShouldBeEmpty();
        PlanApproval.HoldsCommuneMoney(batch).ShouldBeTrue();

        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(Regime.Provincial)).ShouldBe(["plan.commune-document-missing"]);
        allocations.ShouldAllBe(a => a.Approved == Dong.Zero);
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(Regime.Provincial), Given.Whole(BatchAction.Approve, Regime.Provincial) with { CommuneDocument = "CV 12/UBND ngày 02/02/2027" }).ShouldBeEmpty();
        batch.Steps.Single(s => s.Action is BatchAction.Approve).CommuneDocument.ShouldBe("CV 12/UBND ngày 02/02/2027");
        allocations.ShouldAllBe(a => a.Approved == new Dong(100_000_000));

        var less = Given.Change(AdjustmentKind.DecreaseSupport, 60_000_000, "CAPXA");
        Given.Record(Given.Adjust(batch, project, allocations, less).Event.ShouldNotBeNull(), batch, project, allocations);
        Given.Adjust(batch, project, allocations, Given.Change(AdjustmentKind.IncreaseSupport, 80_000_000, "CAPXA")).Breaches.Select(b => b.Code).ShouldBe(["plan.adjust-commune-money"]);
    }

    /// <summary>A thousand random lives of one allocation: given, added, taken back, drawn by batches, adjusted, undone. The counter is the rows, and never beyond its bounds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void WhateverHappens_TheCounterIsTheRows_AndNeverBeyondTheCeiling(uint seed)
    {
        var draw = new Draws(seed);
        var allocation = Given.Allocation(1 + draw.Below(2_000_000_000));
        List<Allocation> allocations = [allocation];
        List<(AnnualPlan Plan, ApprovalBatch Batch, List<Project> Held)> batches = [];
        for (var i = 0; i < 250; i++)
        {
            switch (draw.Below(5))
            {
                case 0:
                    var text = new AllotmentText(draw.Below(2) == 0 ? AllotmentKind.Addition : AllotmentKind.Adjustment, new(draw.Below(600_000_000) - 300_000_000), "02/QĐ", Projects.Given.Today, "UBND");
                    if (Allotting.Enter(Given.Id(), allocation, text, "", TimeProvider.System).Event is { } entered)
                    {
                        allocation.Apply(entered);
                        new Ledger([allocation], []).Apply(new([Allotting.PostingOf(allocation, entered)]), Given.Id(), entered.At);
                    }

                    break;
                case 1 when batches.Count > 0:
                    var (undone, batch, held) = batches[(int)draw.Below(batches.Count)];
                    Given.Step(undone, batch, held, allocations, BatchAction.Undo, Given.Decider(Regime.Provincial));
                    break;
                case 2 when batches.Count > 0:
                    var (_, adjusted, changed) = batches[(int)draw.Below(batches.Count)];
                    var kind = draw.Below(2) == 0 ? AdjustmentKind.IncreaseSupport : AdjustmentKind.DecreaseSupport;
                    if (Given.Adjust(adjusted, changed[0], allocations, Given.Change(kind, draw.Below(250_000_000))).Event is { } change)
                    {
                        adjusted.Apply(change);
                        Given.Draw(allocations, change.Allocations);
                    }

                    break;
                default:
                    var (plan, next, projects, _) = Given.In(BatchState.Appraised, projects: 1);
                    Given.Step(plan, next, projects, allocations, BatchAction.Approve, Given.Decider(Regime.Provincial));
                    batches.Add((plan, next, projects));
                    break;
            }

            allocation.Approved.ShouldBe(Given.Drawn(allocation, [.. batches.Select(b => b.Batch)]));
            allocation.Allotted.ShouldBe(allocation.Entries.Select(e => e.Amount).Sum());
            batches.Where(b => b.Batch.State is BatchState.Approved).SelectMany(b => b.Batch.Items).ShouldAllBe(i => i.Amounts.Select(a => a.Approved ?? Dong.Zero).Sum() == i.Cost);
            (allocation.Approved >= Dong.Zero && allocation.Approved <= allocation.Allotted).ShouldBeTrue($"step {i} of seed {seed}");
        }

        batches.Count(b => b.Batch.State is BatchState.Approved).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void AllOrNothing_WithAReasonForEveryRow()
    {
        var (plan, batch, held, _) = Given.In(BatchState.Appraised, projects: 3);
        held[0].Apply(ProjectMoves.ByPlan(held[0], Given.Id(), ProjectAction.ApproveInPlan, "QĐ", Given.Id(), TimeProvider.System));
        var ruling = PlanApproval.Approve(batch, plan, held, [], [held[1].ProjectId], Given.NoFindings, Given.Id(), Given.Whole(BatchAction.Approve, Regime.Provincial), Given.Decider(Regime.Provincial), TimeProvider.System);
        ruling.Event.ShouldBeNull();
        ruling.Breaches.Where(b => b.Code == "plan.not-appraised").Select(b => b.Field).ShouldBe([$"Row-{held[0].ProjectId:N}"]);
        ruling.Breaches.Where(b => b.Code == "plan.double-support").Select(b => b.Field).ShouldBe([$"Row-{held[1].ProjectId:N}"]);
        ruling.Breaches.Count(b => b.Code == "plan.no-allocation").ShouldBe(3);
    }

    [Fact]
    public void TheFirstIsInitial_LaterOnesAreNot_AndNothingFallsBelowWhatIsApproved()
    {
        var (_, _, _, allocations) = Given.In(BatchState.Approved, projects: 2, allotted: 500_000_000);
        var line = allocations[0];
        Codes(Given.Text(1, AllotmentKind.Initial)).ShouldBe(["allocation.initial-twice"]);
        Codes(Given.Text(-100_000_001, AllotmentKind.Adjustment)).ShouldBe(["allocation.below-approved"]);
        Codes(Given.Text(-100_000_000, AllotmentKind.Adjustment)).ShouldBeEmpty();
        Codes(Given.Text(-1, AllotmentKind.Addition)).ShouldBe(["allocation.amount-negative"]);
        Codes(Given.Text(0, AllotmentKind.Correction)).ShouldBe(["allocation.amount-none"]);
        Codes(Given.Text(5, AllotmentKind.Addition) with { DocumentNumber = " ", Issuer = "", DocumentDate = Projects.Given.Today.AddDays(1) }).ShouldBe(["allocation.document-missing", "allocation.issuer-missing", "allocation.document-in-future"]);
        Allotting.Enter(Given.Id(), Allocation.From(new(Given.Id(), "56", Given.Holder, null, "KCDP", 2027)), Given.Text(5, AllotmentKind.Addition), "", TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["allocation.first-is-initial"]);

        IEnumerable<string> Codes(AllotmentText text) => Allotting.Enter(Given.Id(), line, text, "", TimeProvider.System).Breaches.Select(b => b.Code);
    }

    [Fact]
    public void ACommunesMoney_IsItsOwn()
    {
        var (here, there) = (Given.Allocation(source: "CAPXA", commune: "22453", holder: Given.Id()), Given.Allocation(source: "CAPXA", commune: "22366", holder: Given.Id()));
        Allotting.For([here, there], "CAPXA", Given.Year, Given.Holder, "22366").ShouldBe(there);
        Allotting.For([here, there], "CAPXA", Given.Year, Given.Holder, "22999").ShouldBeNull();
        var (one, two) = (Given.Allocation(), Given.Allocation(holder: Given.Id()));
        Allotting.For([one, two], FundingSource.Provincial.Code, Given.Year, Given.Holder, null).ShouldBe(one);
        Allotting.For([one, two], FundingSource.Provincial.Code, Given.Year, Given.Id(), null).ShouldBeNull();
        Allotting.For([two], FundingSource.Provincial.Code, Given.Year, Given.Holder, null).ShouldBe(two);
    }

    /// <summary>The same draws for the same seed, on any machine.</summary>
    private sealed class Draws(uint seed)
    {
        private ulong state = seed * 2_862_933_555_777_941_757UL + 3_037_000_493UL;

        public long Below(long limit)
        {
            state = (state * 6_364_136_223_846_793_005UL) + 1_442_695_040_888_963_407UL;
            return (long)((state >> 20) % (ulong)limit);
        }
    }
}
