using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>A commune's own money: asked for, appraised, decided and given by its own people, and drawn on by its own plan only.</summary>
public sealed class CommuneEstimateTests
{
    private const string Here = ProjectGiven.Commune;

    // Rows are states, columns actions in the order of BudgetEstimateAction; '.' refused.
    private const string Expected = """
        Drafting:       . . . . . . . . Discarded WithAccountant
        WithAccountant: . . Drafting WithCommittee . . . . . .
        WithCommittee:  . . Drafting . . WithCouncil . . . .
        WithCouncil:    . . . . . . Resolved . . .
        Resolved:       . . . . . . . Allotted . .
        Allotted:       . . . . . . . . . .
        Discarded:      . . . . . . . . . .
        """;

    private static readonly BudgetEstimateAction[] Way =
    [
        BudgetEstimateAction.SubmitToAccountant, BudgetEstimateAction.Appraise, BudgetEstimateAction.SubmitToCouncil, BudgetEstimateAction.Resolve, BudgetEstimateAction.Allot,
    ];

    private static readonly BudgetEstimateState[] Passed =
    [
        BudgetEstimateState.Drafting, BudgetEstimateState.WithAccountant, BudgetEstimateState.WithCommittee, BudgetEstimateState.WithCouncil, BudgetEstimateState.Resolved, BudgetEstimateState.Allotted,
    ];

    [Fact]
    public void EveryState_Action_AndRole_IsAsTheTableSays_AtHomeOnly()
    {
        foreach (var line in Expected.ReplaceLineEndings("\n").Split('\n'))
        {
            var cells = line.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
            var state = Enum.Parse<BudgetEstimateState>(cells[0]);
            foreach (var (action, role, commune) in from a in Enum.GetValues<BudgetEstimateAction>() from r in Enum.GetValues<Role>() from c in new[] { Here, "22366" } select (a, r, c))
            {
                var to = cells[1 + (int)action];
                var allowed = to != "." && commune == Here && Holder(action, state) == role;
                var estimate = In(state);
                var mover = Given.Mover(role, commune: commune);
                BudgetEstimateStates.Offered(estimate, Here, mover).Contains(action).ShouldBe(allowed, $"{state} {action} {role} {commune}");
                var ruling = Move(estimate, action, mover);
                (ruling.Event?.To.ToString()).ShouldBe(allowed ? to : null, $"{state} {action} {role} {commune}");
                if (!allowed)
                {
                    ruling.Breaches.Select(b => b.Code).ShouldBe([to == "." ? "plan.wrong-state" : "plan.not-allowed"]);
                }
            }
        }
    }

    [Fact]
    public void ThreePeople_AskAppraiseAndDecide_AndTheProvince_OnlyReads()
    {
        var estimate = In(BudgetEstimateState.Allotted);
        (estimate.Lines[0].Proposed, estimate.Lines[0].Appraised, estimate.Lines[0].Resolved, estimate.Lines[0].Allotted).ShouldBe((new Dong(900), new Dong(800), new Dong(800), new Dong(800)));
        foreach (var role in Enum.GetValues<Role>().Where(r => RoleTable.ReachOf(r) is Scope.Province))
        {
            BudgetEstimating.Draft(Drafted(), Here, Given.Mover(role), holderIsKnown: true).Breaches.Select(b => b.Code).ShouldBe(["plan.not-allowed"], $"{role}");
            Lines(In(BudgetEstimateState.Drafting), Given.Mover(role)).Breaches.Select(b => b.Code).ShouldBe(["plan.not-allowed"], $"{role}");
        }

        BudgetEstimating.Draft(Drafted(), Here, Given.Mover(Role.CommuneOfficer), holderIsKnown: true).Event.ShouldNotBeNull();
        BudgetEstimating.Draft(Drafted(), "22366", Given.Mover(Role.CommuneOfficer), holderIsKnown: true).Breaches.Select(b => b.Code).ShouldBe(["plan.not-allowed"]);
        BudgetEstimating.Draft(Drafted(), null, Given.Mover(Role.CommuneOfficer), holderIsKnown: true).Breaches.Select(b => b.Code).ShouldBe(["plan.not-allowed"]);
    }

    [Theory]
    [InlineData("CAPXA", null)]
    [InlineData("KCDP", "allocation.source-of-another-level")]
    [InlineData("KCQG", "allocation.source-of-another-level")]
    [InlineData("DOIUNG", "allocation.source-missing")]
    public void ACommune_AsksForItsOwnMoneyOnly(string source, string? fault)
    {
        Lines(In(BudgetEstimateState.Drafting), Given.Mover(Role.CommuneOfficer), source).Breaches.Select(b => b.Code).ShouldBe(fault is null ? [] : [fault]);
        var province = BudgetEstimate.From(Drafted());
        BudgetEstimating.Write(province, null, [new(Given.Id(), "k3", "CAPXA", "Máy móc", new(900))], Given.Mover(Role.CentreOfficer), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["allocation.source-of-another-level"]);
    }

    /// <summary>A commune where the officer is the accountant too: somebody outside appraises, is named and cited, and the leader still decides.</summary>
    [Fact]
    public void WhoWroteIt_DoesNotAppraise_UntilAnOutsiderIsNamed()
    {
        var both = new PlanMover(Given.Drafter, act => RoleTable.Allows(Role.CommuneOfficer, act) ?? RoleTable.Allows(Role.CommuneAccountant, act), [Here]);
        var estimate = In(BudgetEstimateState.WithAccountant);
        Codes(Appraising()).ShouldBe(["plan.name-outside-appraiser"]);
        Codes(Appraising() with { OutsideAppraiser = "Ông Minh Họa", DocumentNumber = null, DocumentDate = null }).ShouldBe(["plan.outside-appraiser-unit", "plan.outside-appraiser-document", "plan.document-date-missing"]);
        Codes(Appraising() with { OutsideAppraiser = "Ông Minh Họa", OutsideAppraiserUnit = "Xã bên", DocumentDate = ProjectGiven.Today.AddDays(1) }).ShouldBe(["allocation.document-in-future"]);
        BudgetEstimating.Move(estimate, Here, Given.Id(), new(BudgetEstimateAction.Return, "Sửa lại"), both, TimeProvider.System).Event.ShouldNotBeNull("taking it back is no judgement");
        estimate.Apply(BudgetEstimating.Move(estimate, Here, Given.Id(), Appraising() with { OutsideAppraiser = "Ông Minh Họa", OutsideAppraiserUnit = "Xã bên" }, both, TimeProvider.System).Event.ShouldNotBeNull());
        estimate.Hands.Appraisers.ShouldBeEmpty();
        estimate.Steps.Select(s => (s.OutsideAppraiser, s.OutsideAppraiserUnit, s.Note)).Last().ShouldBe(("Ông Minh Họa", "Xã bên", null));
        Move(estimate, BudgetEstimateAction.SubmitToCouncil, new(Given.Drafter, act => RoleTable.Allows(Role.CommuneLeader, act), [Here])).Breaches.Select(b => b.Code).ShouldBe(["plan.drafter-approves"]);
        Move(estimate, BudgetEstimateAction.SubmitToCouncil, Given.Mover(Role.CommuneLeader)).Event.ShouldNotBeNull();

        // The province names nobody from outside.
        var province = BudgetEstimate.From(Drafted());
        province.Apply(BudgetEstimating.Write(province, null, [new(Given.Id(), "k3", "KCDP", "Máy móc", new(900))], Given.Mover(Role.CentreOfficer, Given.Drafter), TimeProvider.System).Event.ShouldNotBeNull());
        foreach (var (action, role) in new[] { (BudgetEstimateAction.Submit, Role.CentreOfficer), (BudgetEstimateAction.Forward, Role.DepartmentOfficer) })
        {
            province.Apply(BudgetEstimating.Move(province, null, Given.Id(), new(action, null, "1/TTr", ProjectGiven.Today), Given.Mover(role), TimeProvider.System).Event.ShouldNotBeNull());
        }

        BudgetEstimating.Move(province, null, Given.Id(), Appraising(province) with { OutsideAppraiser = "Ông Minh Họa", OutsideAppraiserUnit = "Xã bên" }, Given.Mover(Role.FinanceOfficer), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["plan.outside-appraiser-only-communes"]);

        IEnumerable<string> Codes(BudgetEstimateMove move) => BudgetEstimating.Move(estimate, Here, Given.Id(), move, both, TimeProvider.System).Breaches.Select(b => b.Code);

        BudgetEstimateMove Appraising(BudgetEstimate? of = null) => new(BudgetEstimateAction.Appraise, null, "1/BC", ProjectGiven.Today, null, [.. (of ?? estimate).Lines.Select(l => (l.BudgetEstimateLineId, (Dong?)new Dong(800), (string?)null))]);
    }

    [Fact]
    public void TheAccountantWhoAppraised_NeitherDecides_NorWritesOn()
    {
        var estimate = In(BudgetEstimateState.WithCommittee);
        var all = new PlanMover(Given.Appraiser, act => RoleTable.Allows(Role.CommuneLeader, act) ?? RoleTable.Allows(Role.CommuneOfficer, act), [Here]);
        Move(estimate, BudgetEstimateAction.SubmitToCouncil, all).Breaches.Select(b => b.Code).ShouldBe(["plan.appraiser-approves-commune"]);
        estimate.Apply(Move(estimate, BudgetEstimateAction.Return, all).Event.ShouldNotBeNull());
        Lines(estimate, all).Breaches.Select(b => b.Code).ShouldBe(["plan.appraiser-drafts"]);

        // What the page advises: somebody from outside appraises it anew, then the leader decides.
        estimate.Apply(Move(estimate, BudgetEstimateAction.SubmitToAccountant, Given.Mover(Role.CommuneOfficer)).Event.ShouldNotBeNull());
        var accountant = new PlanMover(Given.Appraiser, act => RoleTable.Allows(Role.CommuneAccountant, act), [Here]);
        estimate.Apply(BudgetEstimating.Move(estimate, Here, Given.Id(), new(BudgetEstimateAction.Appraise, null, "1/BC", ProjectGiven.Today, null, [(estimate.Lines[0].BudgetEstimateLineId, new Dong(800), null)], "Ông Minh Họa", "Xã bên"), accountant, TimeProvider.System).Event.ShouldNotBeNull());
        Move(estimate, BudgetEstimateAction.SubmitToCouncil, all).Event.ShouldNotBeNull();
    }

    /// <summary>A commune's plan draws on its own money: neither the neighbour's nor the province's, and its own not by one đồng too much.</summary>
    [Theory]
    [InlineData(400_000_000, Here, true)]
    [InlineData(399_999_999, Here, false)]
    [InlineData(900_000_000, "22366", false)]
    public void ItsPlan_DrawsOnItsOwnMoneyOnly(long allotted, string commune, bool fits)
    {
        var (plan, batch, held, _) = Given.In(BatchState.Appraised, Regime.Commune, projects: 2);
        List<Allocation> allocations = [Given.Allocation(allotted, "CAPXA", commune, Given.Id()), Given.Allocation(9_000_000_000), Given.Allocation(9_000_000_000, "KCQG")];
        Given.Step(plan, batch, held, allocations, BatchAction.Approve, Given.Decider(Regime.Commune)).ShouldBe(fits ? [] : commune == Here ? ["allocation.exceeded"] : ["plan.no-allocation", "plan.no-allocation"]);
        allocations.Select(a => a.Approved).ShouldBe([fits ? new Dong(400_000_000) : Dong.Zero, Dong.Zero, Dong.Zero]);
    }

    [Fact]
    public void ItsPlan_GivesNothingOfTheProvincesMoney_EvenWhereAProjectAsksForIt()
    {
        var project = ProjectGiven.In(ProjectState.Appraised, ProjectGiven.Text(ProjectKind.Commune) with
        {
            Lines = [new(Given.Id(), "Máy", "machines", null, "máy", 1, new(400_000_000), FundingSplit.Of(s => s == FundingSource.Commune || s == FundingSource.Provincial ? new Dong(200_000_000) : null))],
        });
        var plan = Given.Plan(Regime.Commune);
        var batch = plan.Open(new(Given.Id(), Given.Drafter, ProjectGiven.Today));
        batch.Apply(BatchMoves.Choose(batch, [project], [], Given.Writer(Regime.Commune), Given.Id, TimeProvider.System).Event.ShouldNotBeNull());
        batch.Apply(BatchMoves.Of(batch, Given.Id(), new(BatchAction.Submit), Given.Writer(Regime.Commune), TimeProvider.System).Event.ShouldNotBeNull());
        Given.Amounts(batch, Given.Judge(Regime.Commune)).Breaches.Select(b => b.Code).ShouldBe(["plan.source-beyond-commune"]);
        Given.Amounts(batch, Given.Judge(Regime.Commune), given: 0).Event.ShouldNotBeNull();
    }

    private static BudgetEstimateDrafted Drafted() => new(Given.Id(), ProjectGiven.Province, Given.Year, Given.Holder, "Dự toán cấp xã (dữ liệu minh họa)", Given.Drafter, ProjectGiven.Today);

    private static BudgetEstimate In(BudgetEstimateState state)
    {
        var estimate = BudgetEstimate.From(Drafted());
        estimate.Apply(Lines(estimate, Given.Mover(Role.CommuneOfficer, Given.Drafter)).Event.ShouldNotBeNull());
        BudgetEstimateAction[] way = state is BudgetEstimateState.Discarded ? [BudgetEstimateAction.Discard] : [.. Way.Take(Array.IndexOf(Passed, state))];
        foreach (var action in way)
        {
            var role = Holder(action, estimate.State);
            var ruling = Move(estimate, action, Given.Mover(role, role is Role.CommuneAccountant ? Given.Appraiser : role is Role.CommuneOfficer ? Given.Drafter : null));
            estimate.Apply(ruling.Event.ShouldNotBeNull($"{action}: {string.Join(' ', ruling.Breaches)}"));
        }

        estimate.State.ShouldBe(state);
        return estimate;
    }

    private static Ruling<BudgetLinesWritten> Lines(BudgetEstimate estimate, PlanMover mover, string source = "CAPXA") =>
        BudgetEstimating.Write(estimate, Here, [new(estimate.Lines.Count > 0 ? estimate.Lines[0].BudgetEstimateLineId : Given.Id(), "k3", source, "Máy móc", new(900))], mover, TimeProvider.System);

    private static Ruling<BudgetEstimateMoved> Move(BudgetEstimate estimate, BudgetEstimateAction action, PlanMover mover) =>
        BudgetEstimating.Move(estimate, Here, Given.Id(), new(action, "Lý do", "1/TTr", ProjectGiven.Today, "UBND xã", [.. estimate.Lines.Select(l => (l.BudgetEstimateLineId, (Dong?)new Dong(800), (string?)null))]), mover, TimeProvider.System);

    private static Role Holder(BudgetEstimateAction action, BudgetEstimateState state) => action switch
    {
        BudgetEstimateAction.SubmitToAccountant or BudgetEstimateAction.Discard => Role.CommuneOfficer,
        BudgetEstimateAction.Appraise => Role.CommuneAccountant,
        BudgetEstimateAction.Return when state is BudgetEstimateState.WithAccountant => Role.CommuneAccountant,
        _ => Role.CommuneLeader,
    };
}
