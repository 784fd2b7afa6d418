using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>A key project that gives support by years: each year's plan takes its share, and the years never take more than was concluded.</summary>
public sealed class YearlyShareTests
{
    private static readonly int First = Given.Year;

    [Fact]
    public void TheSharesOfAllYears_AreTheWholeSupport()
    {
        for (var draw = 1; draw <= 200; draw++)
        {
            var amounts = Enumerable.Range(0, 1 + (draw % 5)).Select(y => 1L + (draw * 7919L * (y + 3) % 1_000_003)).ToArray();
            var project = ProjectGiven.Project(Text(amounts));
            var years = Enumerable.Range(First, SupportSchedule.MostYears).Select(y => SupportSchedule.ShareOf(project, y)).ToList();
            FundingSource.All.Select(s => years.Select(y => y[s]).SumKnown()).ShouldBe(FundingSource.All.Select(s => project.Funding[s]), $"{string.Join(' ', amounts)}");
        }
    }

    [Fact]
    public void WithoutASchedule_ItsOwnYearTakesAll_AndNoOtherAnything()
    {
        var project = ProjectGiven.Project();
        SupportSchedule.ShareOf(project, First).ShouldBe(project.Funding);
        SupportSchedule.ShareOf(project, First + 1).Total.ShouldBe(Dong.Zero);
        SupportSchedule.Continues(project, First + 1).ShouldBeFalse();
    }

    [Fact]
    public void EachPlan_ProposesItsYear_AndWhatOthersPayStandsInTheFirst()
    {
        var project = ProjectGiven.In(ProjectState.Appraised, Text(120, 80));
        var first = Chosen(First, project).Items.ShouldHaveSingleItem();
        (first.Proposed.National, first.Proposed.Counterpart, first.IsContinued).ShouldBe((new Dong(120), new Dong(200), false));
        Take(project, ProjectAction.ApproveInPlan);
        var second = Chosen(First + 1, project).Items.ShouldHaveSingleItem();
        (second.Proposed.National, second.Proposed.Counterpart, second.ShareYear).ShouldBe((new Dong(80), (Dong?)null, First + 1));
    }

    [Theory]
    [InlineData(ProjectState.Appraised, false)]
    [InlineData(ProjectState.Approved, true)]
    [InlineData(ProjectState.Underway, true)]
    [InlineData(ProjectState.Stopped, false)]
    [InlineData(ProjectState.Settled, false)]
    public void ALaterShare_IsTakenOnlyOfAProjectThatRuns(ProjectState state, bool may)
    {
        var project = ProjectGiven.In(state, Text(120, 80));
        Codes(Plan(First + 1).Batch, project).ShouldBe(may ? [] : ["plan.not-continuing"]);
        Codes(Plan(First + 2).Batch, project).ShouldContain("plan.other-year", "that year gives nothing");
    }

    [Fact]
    public void TheYearsTogether_NeverTakeMoreThanWasConcluded()
    {
        var project = ProjectGiven.In(ProjectState.Appraised, Text(120, 80));
        var first = Chosen(First, project);
        first.Apply(BatchMoves.Of(first, Given.Id(), Given.Whole(BatchAction.Submit, Regime.National), Given.Writer(Regime.National), TimeProvider.System).Event.ShouldNotBeNull());
        first.Apply(Given.Amounts(first, Given.Judge(Regime.National), 120).Event.ShouldNotBeNull());
        Take(project, ProjectAction.ApproveInPlan);
        var second = Chosen(First + 1, project);
        second.Apply(BatchMoves.Of(second, Given.Id(), Given.Whole(BatchAction.Submit, Regime.National), Given.Writer(Regime.National), TimeProvider.System).Event.ShouldNotBeNull());

        IEnumerable<string> Judged(long amount, long concluded) => Given.Amounts(second, Given.Judge(Regime.National), amount, Left(concluded)).Breaches.Select(b => b.Code);
        Dictionary<Guid, ProjectFindings> Left(long concluded) => new() { [project.ProjectId] = Given.Concluded(project, concluded, regime: Regime.National)[project.ProjectId].Less(first.Items[0].Held) };
        Judged(80, 200).ShouldBeEmpty();
        Judged(81, 300).ShouldBe(["plan.above-proposed"]);
        Judged(71, 190).ShouldBe(["plan.above-concluded"]);
        Judged(70, 190).ShouldBeEmpty();
        Judged(1, 100).ShouldBe(["plan.above-concluded"], "the first year took more than all already");
    }

    [Fact]
    public void ALaterShare_IsApprovedFromItsOwnYear_AndKeepsTheFirstDecisionFromBeingUndone()
    {
        var project = ProjectGiven.In(ProjectState.Underway, Text(120, 80));
        var (plan, batch) = Plan(First + 1);
        Choose(batch, project);
        var line = Given.Allot(Allocation.From(new(Given.Id(), ProjectGiven.Province, Given.Holder, null, FundingSource.National.Code, First + 1)), 80);
        Given.Step(plan, batch, [], [line], BatchAction.Submit, Given.Writer(Regime.National)).ShouldBeEmpty();
        batch.Apply(Given.AppraiseAll(batch, Regime.National));
        Given.Step(plan, batch, [], [line], BatchAction.Appraise, Given.Judge(Regime.National)).ShouldBeEmpty();
        Given.Step(plan, batch, [], [line], BatchAction.SendToAgency, Given.Judge(Regime.National)).ShouldBeEmpty();
        var approved = PlanApproval.Approve(batch, plan, [project], [line], [], Given.NoFindings, Given.Id(), Given.Whole(BatchAction.Approve, Regime.National), Given.Decider(Regime.National), TimeProvider.System).Event.ShouldNotBeNull();
        approved.Allocations.Draws.ShouldHaveSingleItem().ShouldBe(new AllocationDrawn(line.AllocationId, new(80), project.ProjectId));

        var (_, earlier, held, lines) = Given.In(BatchState.Approved, projects: 1);
        var undo = PlanApproval.Undo(earlier, held, lines, Given.Id(), Given.Whole(BatchAction.Undo, Regime.Provincial), Given.Decider(Regime.Provincial), TimeProvider.System, [held[0].ProjectId]);
        undo.Breaches.Select(b => b.Code).ShouldBe(["plan.later-share-stands"]);
        Given.Adjust(earlier, held[0], lines, Given.Change(AdjustmentKind.Stop, 0), checks: new(LaterShareStands: true)).Breaches.Select(b => b.Code).ShouldBe(["plan.later-share-stands"]);
    }

    [Fact]
    public void AfterTheLaterShareStoppedTheProject_TheEarlierOneIsEndedToo()
    {
        var (_, batch, held, lines) = Given.In(BatchState.Approved, projects: 1);
        held[0].Apply(ProjectMoves.ByPlan(held[0], Given.Id(), ProjectAction.StopInPlan, "QĐ ngừng phần năm sau", Given.Id(), TimeProvider.System));
        var stop = Given.Adjust(batch, held[0], lines, Given.Change(AdjustmentKind.Stop, 0)).Event.ShouldNotBeNull();
        batch.Apply(stop);
        lines[0].AllocationId.ShouldBe(stop.Allocations.Draws.ShouldHaveSingleItem().AllocationId);
        batch.Items[0].State.ShouldBe(PlanItemState.Stopped);
        Given.Adjust(batch, held[0], lines, Given.Change(AdjustmentKind.Stop, 0)).Breaches.Select(b => b.Code).ShouldBe(["plan.wrong-state"]);
    }

    /// <summary>A key project whose national support is given in these amounts, year after year, and whose beneficiary pays as much.</summary>
    private static ProjectText Text(params long[] amounts)
    {
        var text = ProjectGiven.Text(ProjectKind.NationalKey);
        var sum = amounts.Sum();
        return text with
        {
            EndsOn = new(First + amounts.Length - 1, 11, 30),
            Lines = [ProjectGiven.Line(2 * sum, 1, null, sum, national: sum)],
            Dossier = text.Dossier with { Schedule = [.. amounts.Select((a, i) => new SupportYear(First + i, new Dong(a)))] },
        };
    }

    private static (AnnualPlan Plan, ApprovalBatch Batch) Plan(int year)
    {
        var plan = AnnualPlan.From(new(Given.Id(), ProjectGiven.Province, Regime.National, null, year, Given.Holder, null, Given.Drafter, ProjectGiven.Today));
        return (plan, plan.Open(new(Given.Id(), Given.Drafter, ProjectGiven.Today)));
    }

    private static ApprovalBatch Chosen(int year, Project project) => Choose(Plan(year).Batch, project);

    private static ApprovalBatch Choose(ApprovalBatch batch, Project project)
    {
        batch.Apply(BatchMoves.Choose(batch, [project], [], Given.Writer(Regime.National), Given.Id, TimeProvider.System).Event.ShouldNotBeNull());
        return batch;
    }

    private static IEnumerable<string> Codes(ApprovalBatch batch, Project project) => BatchMoves.Unfit(batch, project, []).Select(b => b.Code);

    private static void Take(Project project, ProjectAction action) => project.Apply(ProjectMoves.ByPlan(project, Given.Id(), action, "QĐ 1", Given.Id(), TimeProvider.System));
}
