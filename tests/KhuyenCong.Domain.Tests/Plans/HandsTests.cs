using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>Who writes, who appraises and who decides are different people, whatever they did before and whoever did it last.</summary>
public sealed class HandsTests
{
    private static readonly Dictionary<char, string> Codes = new()
    {
        ['W'] = "plan.appraiser-drafts",
        ['A'] = "plan.drafter-appraises",
        ['D'] = "plan.drafter-approves",
        ['P'] = "plan.appraiser-approves",
        ['X'] = "plan.author-approves",
        ['J'] = "plan.judge-approves",
    };

    // A first round was returned and sent again by others: its people still count. Everybody here holds every act.
    [Theory]
    [InlineData("                    Opener Chooser Sender Typist Concluder Author Filer Voter Nobody", true)]
    [InlineData("Drafting  Choose:      .      .      .      W      W        .     .     .     .")]
    [InlineData("Drafting  Submit:      .      .      .      W      W        .     .     .     .")]
    [InlineData("Drafting  Discard:     .      .      .      W      W        .     .     .     .")]
    [InlineData("Submitted Amounts:     A      A      A      .      .        .     .     .     .")]
    [InlineData("Submitted Appraise:    A      A      A      .      .        .     .     .     .")]
    [InlineData("Submitted Return:      .      .      .      .      .        .     .     .     .")]
    [InlineData("Appraised Approve:     D      D      D      P      P        X     X     J     .")]
    [InlineData("Approved  Adjust:      D      D      D      P      P        X     X     J     .")]
    [InlineData("Assigned  Adjust:      D      D      D      P      P        X     X     J     .")]
    [InlineData("Approved  Assign:      .      .      .      .      .        .     .     .     .")]
    [InlineData("Approved  Undo:        D      D      D      P      P        .     .     .     .")]
    [InlineData("Assigned  Undo:        D      D      D      P      P        .     .     .     .")]
    public void OfABatch_EveryHand_DoesOneThingOnly(string row, bool isHead = false)
    {
        var cells = row.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        if (isHead)
        {
            cells.ShouldBe(BatchHands);
            return;
        }

        for (var hand = 0; hand < BatchHands.Length; hand++)
        {
            var at = BatchIn(Enum.Parse<BatchState>(cells[0]));
            Act(at, cells[1], Anybody(at.Hands[hand])).ShouldBe(cells[hand + 2] == "." ? [] : [Codes[cells[hand + 2][0]]], $"{cells[0]} {cells[1]} {BatchHands[hand]}");
        }
    }

    [Theory]
    [InlineData("                               Creator Writer Sender Forwarder Appraiser Funder Nobody", true)]
    [InlineData("Drafting       Lines:             .       .      .       W         W       W      .")]
    [InlineData("Drafting       Submit:            .       .      .       W         W       W      .")]
    [InlineData("WithDepartment Forward:           A       A      A       .         .       .      .")]
    [InlineData("WithDepartment Return:            A       A      A       .         .       .      .")]
    [InlineData("WithFinance    Appraise:          A       A      A       .         .       .      .")]
    [InlineData("Appraised      ProposeFunding:    A       A      A       .         .       .      .")]
    [InlineData("WithCommittee  SubmitToCouncil:   D       D      D       P         P       P      .")]
    [InlineData("WithCommittee  Return:            D       D      D       P         P       P      .")]
    [InlineData("WithCouncil    Resolve:           D       D      D       P         P       P      .")]
    [InlineData("Resolved       Allot:             A       A      A       .         .       .      .")]
    public void OfAnEstimate_EveryHand_DoesOneThingOnly(string row, bool isHead = false)
    {
        var cells = row.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        if (isHead)
        {
            cells.ShouldBe(EstimateHands);
            return;
        }

        for (var hand = 0; hand < EstimateHands.Length; hand++)
        {
            var (estimate, hands) = EstimateIn(Enum.Parse<BudgetEstimateState>(cells[0]));
            var mover = Anybody(hands[hand]);
            var codes = cells[1] == "Lines" ? Lines(estimate, mover).Breaches : Move(estimate, Enum.Parse<BudgetEstimateAction>(cells[1]), mover).Breaches;
            codes.Select(b => b.Code).ShouldBe(cells[hand + 2] == "." ? [] : [Codes[cells[hand + 2][0]]], $"{cells[0]} {cells[1]} {EstimateHands[hand]}");
        }
    }

    [Fact]
    public void WhatACommunesWriterTyped_IsAppraisedByNobody_UntilAnOutsiderIsNamed()
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Submitted, Regime.Commune);
        var (writer, leader) = (Given.Mover(Role.CommuneAccountant, Given.Drafter), Given.Mover(Role.CommuneLeader));
        batch.Apply(Given.Amounts(batch, writer).Event.ShouldNotBeNull());
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, leader).ShouldBe(["plan.name-outside-appraiser"]);
        var outside = Given.Whole(BatchAction.Appraise, Regime.Commune) with { OutsideAppraiser = "Ông Minh Họa", OutsideAppraiserUnit = "Sở Công Thương" };
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, leader, outside).ShouldBeEmpty();
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Mover(Role.CommuneLeader, Given.Drafter)).ShouldBe(["plan.drafter-approves"]);
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, leader).ShouldBeEmpty();
    }

    [Fact]
    public void ACommunesLeaderWhoTypedTheAmounts_DoesNotApprove_WhoeverClickedTheConclusion()
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Submitted, Regime.Commune);
        var leader = Given.Mover(Role.CommuneLeader);
        batch.Apply(Given.Amounts(batch, leader).Event.ShouldNotBeNull());
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, Given.Judge(Regime.Commune)).ShouldBeEmpty();
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, leader).ShouldBe(["plan.appraiser-approves-commune"]);
    }

    // One leader both concludes appraisals and approves the plan: that alone does not bar a commune's leader.
    [Theory]
    [InlineData(Regime.Commune, false, "other", false)]
    [InlineData(Regime.Commune, true, "other", false)]
    [InlineData(Regime.Commune, true, "nobody", false)]
    [InlineData(Regime.Commune, false, "nobody", true)]
    [InlineData(Regime.Commune, false, "leader", true)]
    [InlineData(Regime.Commune, true, "leader", true)]
    [InlineData(Regime.Provincial, false, "other", true)]
    [InlineData(Regime.Provincial, false, "nobody", true)]
    public void WhoConcludedAProject_ApprovesItsBatch_OnlyInACommuneWhereAnotherJudged(Regime regime, bool isOutside, string voter, bool bars)
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Submitted, regime, projects: 1);
        batch.Apply(Given.AppraiseAll(batch, regime));
        var conclusion = Given.Whole(BatchAction.Appraise, regime);
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, Given.Judge(regime), isOutside ? conclusion with { OutsideAppraiser = "Ông Minh Họa", OutsideAppraiserUnit = "Sở" } : conclusion).ShouldBeEmpty();
        var leader = Given.Decider(regime);
        var findings = Given.Concluded(held[0], 200_000_000, leader.UserId, voter switch { "leader" => leader.UserId, "other" => Given.Id(), _ => null }, regime);
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, leader, findings: findings).ShouldBe(bars ? ["plan.judge-approves"] : []);
    }

    private static readonly string[] BatchHands = ["Opener", "Chooser", "Sender", "Typist", "Concluder", "Author", "Filer", "Voter", "Nobody"];

    private static readonly string[] EstimateHands = ["Creator", "Writer", "Sender", "Forwarder", "Appraiser", "Funder", "Nobody"];

    /// <summary>Somebody to whom roles refuse nothing: only their hands do.</summary>
    private static PlanMover Anybody(Guid? user = null) => new(user ?? Given.Id(), _ => Scope.Province, []);

    private sealed record At(AnnualPlan Plan, ApprovalBatch Batch, List<Project> Held, List<Allocation> Allocations, Guid[] Hands);

    private static At BatchIn(BatchState state)
    {
        var project = Given.Appraised();
        Guid[] hands = [Given.Id(), Given.Id(), Given.Id(), Given.Id(), Given.Id(), project.CreatedBy, project.Steps.First(s => s.Action is ProjectAction.File).By, Given.Id(), Given.Id()];
        var plan = Given.Plan();
        var at = new At(plan, plan.Open(new(Given.Id(), hands[0], Projects.Given.Today)), [project], [Given.Allocation()], hands);
        (string Action, Guid? By)[] first = [("Choose", hands[1]), ("Submit", hands[2]), ("Amounts", hands[3]), ("Appraise", hands[4]), ("Return", null)];
        (string Action, Guid? By)[] second = [("Submit", null), ("Amounts", null), ("Appraise", null), ("Approve", null), ("Assign", null)];
        foreach (var (action, by) in first.Concat(second.Take(state switch { BatchState.Drafting => 0, BatchState.Submitted => 1, BatchState.Appraised => 3, BatchState.Approved => 4, _ => 5 })))
        {
            Act(at, action, Anybody(by)).ShouldBeEmpty($"{state}: {action}");
        }

        at.Batch.State.ShouldBe(state);
        return at;
    }

    private static IReadOnlyList<string> Act(At at, string action, PlanMover mover)
    {
        var (plan, batch, held, allocations, hands) = at;
        var findings = Given.Concluded(held[0], 200_000_000, voter: hands[7]);
        switch (action)
        {
            case "Choose":
                var choice = BatchMoves.Choose(batch, held, [], mover, Given.Id, TimeProvider.System);
                if (choice.Event is { } chosen)
                {
                    batch.Apply(chosen);
                }

                return [.. choice.Breaches.Select(b => b.Code)];
            case "Amounts":
                var amounts = Given.Amounts(batch, mover);
                if (amounts.Event is { } appraised)
                {
                    batch.Apply(appraised);
                }

                return [.. amounts.Breaches.Select(b => b.Code)];
            case "Adjust":
                return [.. Given.Adjust(batch, held[0], allocations, Given.Change(AdjustmentKind.DecreaseSupport, 100_000_000), mover, findings: findings[held[0].ProjectId]).Breaches.Select(b => b.Code)];
            default:
                return Given.Step(plan, batch, held, allocations, Enum.Parse<BatchAction>(action), mover, findings: findings);
        }
    }

    private static (BudgetEstimate Estimate, Guid[] Hands) EstimateIn(BudgetEstimateState state)
    {
        Guid[] hands = [.. EstimateHands.Select(_ => Given.Id())];
        var estimate = BudgetEstimate.From(new(Given.Id(), "56", Given.Year, Given.Holder, "Dự toán (dữ liệu minh họa)", hands[0], Projects.Given.Today));
        estimate.Apply(Lines(estimate, Anybody(hands[1])).Event.ShouldNotBeNull());
        (BudgetEstimateAction Action, Guid? By)[] first =
        [
            (BudgetEstimateAction.Submit, hands[2]), (BudgetEstimateAction.Forward, hands[3]), (BudgetEstimateAction.Appraise, hands[4]), (BudgetEstimateAction.ProposeFunding, hands[5]),
            (BudgetEstimateAction.Return, null), (BudgetEstimateAction.Return, null), (BudgetEstimateAction.Return, null),
        ];
        BudgetEstimateAction[] second = [BudgetEstimateAction.Submit, BudgetEstimateAction.Forward, BudgetEstimateAction.Appraise, BudgetEstimateAction.ProposeFunding, BudgetEstimateAction.SubmitToCouncil, BudgetEstimateAction.Resolve];
        foreach (var (action, by) in first.Concat(second.Take((int)state).Select(a => (a, (Guid?)null))))
        {
            estimate.Apply(Move(estimate, action, Anybody(by)).Event.ShouldNotBeNull($"{state}: {action}"));
        }

        estimate.State.ShouldBe(state);
        return (estimate, hands);
    }

    private static Ruling<BudgetLinesWritten> Lines(BudgetEstimate estimate, PlanMover mover) =>
        BudgetEstimating.Write(estimate, null, [new(estimate.Lines.Count > 0 ? estimate.Lines[0].BudgetEstimateLineId : Given.Id(), "k3", "KCDP", "Máy móc", new(900))], mover, TimeProvider.System);

    private static Ruling<BudgetEstimateMoved> Move(BudgetEstimate estimate, BudgetEstimateAction action, PlanMover mover) =>
        BudgetEstimating.Move(estimate, null, Given.Id(), new(action, "Lý do", "1/TTr", Projects.Given.Today, "UBND", [.. estimate.Lines.Select(l => (l.BudgetEstimateLineId, (Dong?)new Dong(800), (string?)null))]), mover, TimeProvider.System);
}
