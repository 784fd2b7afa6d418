using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Tests.Plans;

public sealed class BatchStateTests
{
    // Rows are states, columns actions in the order of BatchAction; /n national only, /l the others only; '.' refused.
    private const string Expected = """
        Drafting:     Submitted . . . . . . Discarded
        Submitted:    . Appraised Drafting . . . . .
        Appraised:    . . Drafting SentToAgency/n Approved/l . . .
        SentToAgency: . . Drafting/n . Approved/n . . .
        Approved:     . . . . . Assigned Undone .
        Assigned:     . . . . . . Undone .
        Undone:       . . . . . . . .
        Discarded:    . . . . . . . .
        """;

    internal static readonly Dictionary<Act, Role[]> Province = new()
    {
        [Act.DraftPlan] = [Role.CentreLeader, Role.CentreOfficer, Role.DepartmentOfficer],
        [Act.AppraisePlan] = [Role.DepartmentLeader, Role.DepartmentOfficer],
        [Act.ApprovePlan] = [Role.DepartmentLeader, Role.ProvincialLeader, Role.ProvincialOfficeOfficer],
    };

    internal static readonly Dictionary<Act, Role[]> Commune = new()
    {
        [Act.DraftPlan] = [Role.CommuneOfficer],
        [Act.AppraisePlan] = [Role.CommuneLeader, Role.CommuneAccountant],
        [Act.ApprovePlan] = [Role.CommuneLeader],
    };

    [Theory]
    [InlineData(Regime.National)]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void EveryState_Action_AndRole_IsAsTheTableSays(Regime regime)
    {
        foreach (var (state, action, text) in Matrix.Of<BatchState, BatchAction>(Expected).Where(c => c.Row is not BatchState.SentToAgency || regime is Regime.National))
        {
            var cell = text.Split('/');
            foreach (var role in Enum.GetValues<Role>())
            {
                var open = cell[0] != "." && (cell.Length == 1 || cell[1] == (regime is Regime.National ? "n" : "l"));
                var allowed = open && (regime is Regime.Commune ? Commune : Province)[Who(action, state)].Contains(role);
                var (plan, batch, held, allocations) = Given.In(state, regime);
                var mover = Given.Mover(role);
                BatchStates.Offered(batch, mover).Contains(action).ShouldBe(allowed, $"{state} {action} {role} {regime}");
                if (allowed && action is BatchAction.Appraise)
                {
                    batch.Apply(Given.AppraiseAll(batch, regime));
                }

                Given.Step(plan, batch, held, allocations, action, mover).ShouldBe(allowed ? [] : [open ? "plan.not-allowed" : "plan.wrong-state"], $"{state} {action} {role} {regime}");
                batch.State.ToString().ShouldBe(allowed ? cell[0] : state.ToString());
                allocations.ShouldAllBe(a => a.Approved == Given.Drawn(a, batch));
            }
        }
    }

    [Fact]
    public void AnotherCommune_AndTheProvince_DoNotTouchACommunesPlan()
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Drafting, Regime.Commune);
        Given.Step(plan, batch, held, allocations, BatchAction.Submit, Given.Mover(Role.CommuneOfficer, commune: "22366")).ShouldBe(["plan.not-allowed"]);
        Given.Step(plan, batch, held, allocations, BatchAction.Submit, Given.Mover(Role.CentreOfficer)).ShouldBe(["plan.not-allowed"]);
        Given.Mover(Role.FinanceOfficer).May(Act.ViewPlans, Regime.Commune, "22453").ShouldBeTrue();
    }

    [Fact]
    public void WhoWrites_Appraises_AndApproves_AreThreePeople()
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Submitted);
        batch.Apply(Given.AppraiseAll(batch, Regime.Provincial));
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, Given.Mover(Role.DepartmentOfficer, Given.Drafter)).ShouldBe(["plan.drafter-appraises"]);
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, Given.Judge(Regime.Provincial)).ShouldBeEmpty();
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Mover(Role.DepartmentLeader, Given.Drafter)).ShouldBe(["plan.drafter-approves"]);
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Mover(Role.DepartmentLeader, Given.Appraiser)).ShouldBe(["plan.appraiser-approves"]);
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(Regime.Provincial)).ShouldBeEmpty();
    }

    [Fact]
    public void ACommuneThatCannotSeparateDuties_NamesAnOutsideAppraiser_AndNobodyElseMay()
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Submitted, Regime.Commune);
        batch.Apply(Given.AppraiseAll(batch, Regime.Commune));
        var leader = Given.Mover(Role.CommuneLeader);
        var outside = Given.Whole(BatchAction.Appraise, Regime.Commune) with { OutsideAppraiser = "Ông Minh Họa" };
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, Given.Mover(Role.CommuneLeader, Given.Drafter)).ShouldBe(["plan.name-outside-appraiser"]);
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, leader, outside).ShouldBe(["plan.outside-appraiser-unit"]);
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, leader, outside with { OutsideAppraiserUnit = "Sở Công Thương" }).ShouldBeEmpty();
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, leader).ShouldBeEmpty();
        batch.OutsideAppraiser.ShouldBe("Ông Minh Họa");

        var (province, other, projects, lines) = Given.In(BatchState.Submitted);
        other.Apply(Given.AppraiseAll(other, Regime.Provincial));
        Given.Step(province, other, projects, lines, BatchAction.Appraise, Given.Judge(Regime.Provincial), outside with { OutsideAppraiserUnit = "Đơn vị khác" }).ShouldBe(["plan.outside-appraiser-only-communes"]);
    }

    [Fact]
    public void ALeaderWhoAppraisedAlone_DoesNotAlsoApprove()
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Submitted, Regime.Commune);
        batch.Apply(Given.AppraiseAll(batch, Regime.Commune));
        var leader = Given.Mover(Role.CommuneLeader);
        Given.Step(plan, batch, held, allocations, BatchAction.Appraise, leader).ShouldBeEmpty();
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, leader).ShouldBe(["plan.appraiser-approves-commune"]);
    }

    // Rows are the sources' regimes, columns PlanDecider: x decides, d by a cited delegation only, '.' never.
    private const string Deciders = """
        National:   x . . . .
        Provincial: . . x d .
        Commune:    . . . . x
        """;

    [Fact]
    public void TheDecider_FollowsTheSource()
    {
        foreach (var (regime, decider, cell) in Matrix.Of<Regime, PlanDecider>(Deciders))
        {
            var (plan, batch, held, allocations) = Given.In(regime is Regime.National ? BatchState.SentToAgency : BatchState.Appraised, regime);
            Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(regime), Given.Whole(BatchAction.Approve, regime) with { Decider = decider })
                .ShouldBe(cell switch { "x" => [], "d" => ["plan.delegation-missing"], _ => ["plan.decider-wrong"] }, $"{regime} {decider}");
        }
    }

    [Fact]
    public void TheDepartment_DecidesByACitedDelegation()
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Appraised);
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(Regime.Provincial), Given.Whole(BatchAction.Approve, Regime.Provincial) with { Decider = PlanDecider.Department, DelegationDocument = "QĐ 5/QĐ-UBND" }).ShouldBeEmpty();
        batch.DelegationDocument.ShouldBe("QĐ 5/QĐ-UBND");
    }

    private static Act Who(BatchAction action, BatchState state) => action switch
    {
        BatchAction.Submit or BatchAction.Discard => Act.DraftPlan,
        BatchAction.Appraise or BatchAction.SendToAgency => Act.AppraisePlan,
        BatchAction.Return when state is BatchState.Submitted => Act.AppraisePlan,
        _ => Act.ApprovePlan,
    };
}
