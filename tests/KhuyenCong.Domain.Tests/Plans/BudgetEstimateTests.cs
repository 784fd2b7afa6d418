using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Tests.Plans;

public sealed class BudgetEstimateTests
{
    // Rows are states, columns actions in the order of BudgetEstimateAction; '.' refused.
    private const string Expected = """
        Drafting:       WithDepartment . . . . . . . Discarded .
        WithDepartment: . WithFinance Drafting . . . . . . .
        WithFinance:    . . WithDepartment Appraised . . . . . .
        Appraised:      . . . . WithCommittee . . . . .
        WithCommittee:  . . WithFinance . . WithCouncil . . . .
        WithCouncil:    . . . . . . Resolved . . .
        Resolved:       . . . . . . . Allotted . .
        Allotted:       . . . . . . . . . .
        Discarded:      . . . . . . . . . .
        """;

    // A province's estimate never lies there: CommuneEstimateTests judges it.
    private const BudgetEstimateState OfCommunes = BudgetEstimateState.WithAccountant;

    private static readonly BudgetEstimateAction[] Way =
    [
        BudgetEstimateAction.Submit, BudgetEstimateAction.Forward, BudgetEstimateAction.Appraise, BudgetEstimateAction.ProposeFunding, BudgetEstimateAction.SubmitToCouncil, BudgetEstimateAction.Resolve, BudgetEstimateAction.Allot,
    ];

    [Fact]
    public void EveryState_Action_AndRole_IsAsTheTableSays()
    {
        foreach (var (state, action, to) in Matrix.Of<BudgetEstimateState, BudgetEstimateAction>(Expected, OfCommunes))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var allowed = to != "." && Roles(action, state).Contains(role);
                var estimate = In(state);
                BudgetEstimateStates.Offered(estimate, null, Given.Mover(role)).Contains(action).ShouldBe(allowed, $"{state} {action} {role}");
                var ruling = Move(estimate, action, Given.Mover(role));
                (ruling.Event?.To.ToString()).ShouldBe(allowed ? to : null, $"{state} {action} {role}");
                if (!allowed)
                {
                    ruling.Breaches.Select(b => b.Code).ShouldBe([to == "." ? "plan.wrong-state" : "plan.not-allowed"]);
                }
            }
        }
    }

    // Lines are written while it is drafted, by whoever may also send it.
    [Fact]
    public void Lines_AreWritten_OnlyWhileItIsDrafted_AndByItsDrafters()
    {
        foreach (var (state, role) in from s in Enum.GetValues<BudgetEstimateState>() where s is not OfCommunes from r in Enum.GetValues<Role>() select (s, r))
        {
            var (estimate, drafts) = (In(state), Roles(BudgetEstimateAction.Submit, state).Contains(role));
            Lines(estimate, Given.Mover(role)).Breaches.Select(b => b.Code).ShouldBe(state is not BudgetEstimateState.Drafting ? ["plan.wrong-state"] : drafts ? [] : ["plan.not-allowed"], $"{state} {role}");
            BudgetEstimating.Draft(new(Given.Id(), "56", Given.Year, Given.Holder, "Dự toán (dữ liệu minh họa)", Given.Id(), Projects.Given.Today), null, Given.Mover(role), true).Breaches.Select(b => b.Code)
                .ShouldBe(drafts ? [] : ["plan.not-allowed"], $"{role}");
        }
    }

    [Fact]
    public void Proposed_Appraised_AndAllotted_StandSideBySide()
    {
        var estimate = In(BudgetEstimateState.Allotted);
        estimate.Lines.ShouldHaveSingleItem();
        (estimate.Lines[0].Proposed, estimate.Lines[0].Appraised, estimate.Lines[0].Resolved, estimate.Lines[0].Allotted).ShouldBe((new Dong(900), new Dong(800), new Dong(800), new Dong(800)));
        estimate.Lines[0].IsUnlikeResolution.ShouldBeFalse();
        estimate.StepCount.ShouldBe(7);
    }

    [Fact]
    public void Returning_NeedsAReason_AndJudging_NeedsADocumentAndEveryAmount()
    {
        BudgetEstimating.Move(In(BudgetEstimateState.WithDepartment), null, Given.Id(), new(BudgetEstimateAction.Return), Given.Mover(Role.DepartmentOfficer), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["project.reason-missing"]);
        BudgetEstimating.Move(In(BudgetEstimateState.WithFinance), null, Given.Id(), new(BudgetEstimateAction.Appraise), Given.Mover(Role.FinanceOfficer), TimeProvider.System).Breaches.Select(b => b.Code)
            .ShouldBe(["plan.document-missing", "plan.document-date-missing", "plan.line-amount-missing"]);
    }

    [Fact]
    public void TheResolution_IsRecordedLineByLine_AndAnAllotmentUnlikeIt_IsTold_NotRefused()
    {
        var estimate = In(BudgetEstimateState.WithCouncil);
        var council = Given.Mover(Role.ProvincialOfficeOfficer);
        BudgetEstimating.Move(estimate, null, Given.Id(), new(BudgetEstimateAction.Resolve, null, "7/NQ-HĐND", Projects.Given.Today), council, TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["plan.line-amount-missing"]);
        estimate.Apply(Move(estimate, BudgetEstimateAction.Resolve, council, 700).Event.ShouldNotBeNull());
        estimate.Lines[0].Resolved.ShouldBe(new Dong(700));
        estimate.Apply(Move(estimate, BudgetEstimateAction.Allot, Given.Mover(Role.FinanceOfficer), 701).Event.ShouldNotBeNull());
        estimate.Lines[0].IsUnlikeResolution.ShouldBeTrue();
    }

    private static BudgetEstimate In(BudgetEstimateState state)
    {
        var estimate = BudgetEstimate.From(new(Given.Id(), "56", Given.Year, Given.Holder, "Dự toán (dữ liệu minh họa)", Given.Drafter, Projects.Given.Today));
        estimate.Apply(Lines(estimate, Given.Mover(Role.CentreOfficer, Given.Drafter)).Event.ShouldNotBeNull());
        BudgetEstimateAction[] way = state is BudgetEstimateState.Discarded ? [BudgetEstimateAction.Discard] : [.. Way.Take((int)state)];
        foreach (var action in way)
        {
            var ruling = Move(estimate, action, Given.Mover(Roles(action, estimate.State)[0]));
            estimate.Apply(ruling.Event.ShouldNotBeNull($"{action}: {string.Join(' ', ruling.Breaches)}"));
        }

        return estimate;
    }

    private static Ruling<BudgetLinesWritten> Lines(BudgetEstimate estimate, PlanMover mover) => BudgetEstimating.Write(estimate, null, [new(estimate.Lines.Count > 0 ? estimate.Lines[0].BudgetEstimateLineId : Given.Id(), "k3", "KCDP", "Máy móc", new(900))], mover, TimeProvider.System);

    private static Ruling<BudgetEstimateMoved> Move(BudgetEstimate estimate, BudgetEstimateAction action, PlanMover mover, long amount = 800) =>
        BudgetEstimating.Move(estimate, null, Given.Id(), new(action, "Lý do", "1/TTr", Projects.Given.Today, "UBND", [.. estimate.Lines.Select(l => (l.BudgetEstimateLineId, (Dong?)new Dong(amount), (string?)null))]), mover, TimeProvider.System);

    private static Role[] Roles(BudgetEstimateAction action, BudgetEstimateState state) => action switch
    {
        BudgetEstimateAction.Submit or BudgetEstimateAction.Discard => [Role.CentreOfficer, Role.CentreLeader, Role.DepartmentOfficer],
        BudgetEstimateAction.Forward => [Role.DepartmentLeader, Role.DepartmentOfficer],
        BudgetEstimateAction.Return when state is BudgetEstimateState.WithDepartment => [Role.DepartmentLeader, Role.DepartmentOfficer],
        BudgetEstimateAction.Return when state is BudgetEstimateState.WithCommittee => [Role.ProvincialLeader, Role.ProvincialOfficeOfficer],
        BudgetEstimateAction.Appraise or BudgetEstimateAction.ProposeFunding or BudgetEstimateAction.Return => [Role.FinanceOfficer],
        BudgetEstimateAction.SubmitToCouncil or BudgetEstimateAction.Resolve => [Role.ProvincialLeader, Role.ProvincialOfficeOfficer],
        _ => [Role.FinanceOfficer, Role.DepartmentAccountant, Role.ProvincialOfficeOfficer],
    };
}
