using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Projects;

public sealed class StateTableTests
{
    // Rows are states, columns actions in the order of ProjectAction: the state reached; /g grants only, /t agency tasks only, /n grants of a national group only; '.' refused.
    private const string Expected = """
        Draft:             Filed . . . Withdrawn . . . . . . . . . . . . . .
        Filed:             . Received/g AwaitingMore AwaitingAppraisal/t Withdrawn . . . . . . . . . . . . . .
        Received:          . . AwaitingMore AwaitingAppraisal Withdrawn . . . . . . . . . . . . . .
        AwaitingMore:      Filed . . . Withdrawn . . . . . . . . . . . . . .
        AwaitingAppraisal: . . . . Withdrawn InAppraisal . . . . . . . . . . . . .
        InAppraisal:       . . AwaitingMore . Withdrawn . Appraised NotPassed . . . . . . . . . . .
        Appraised:         . . . . . . . . InAppraisal Approved . . . . . . . . .
        NotPassed:         . . . . . . . . InAppraisal . . . . . . . . . .
        Approved:          . . . . . . . . . . Appraised Stopped Approved/n Approved/n Approved/n Underway . . .
        Stopped:           . . . . . . . . . . . . . . . . . . .
        Underway:          . . . . . . . . . . . Stopped Underway/n Underway/n Underway/n . Approved Settled .
        Settled:           . . . . . . . . . . . . . . . . . . Underway
        Withdrawn:         . . . . . . . . . . . . . . . . . . .
        """;

    // Who files and withdraws what their unit wrote, who receives; C only where the commune receives its own projects, P only others.
    internal static readonly Dictionary<Role, string> Filers = new()
    {
        [Role.EstablishmentOwner] = "O",
        [Role.Artisan] = "O",
        [Role.ClusterInvestor] = "O",
        [Role.Association] = "O",
        [Role.CommuneOfficer] = "C",
        [Role.CentreLeader] = "O",
        [Role.CentreOfficer] = "O",
        [Role.CentreBranchOfficer] = "O",
        [Role.DepartmentOfficer] = "P",
    };

    private static readonly Dictionary<Role, string> Receivers = new() { [Role.CommuneLeader] = "C", [Role.DepartmentLeader] = "P", [Role.DepartmentOfficer] = "P" };

    // A commune's officer prepares the appraisal of its own projects but does not receive them; leaders conclude.
    private static readonly Dictionary<Role, string> Preparers = new(Receivers) { [Role.CommuneOfficer] = "C" };

    private static readonly Dictionary<Role, string> Concluders = new() { [Role.CommuneLeader] = "C", [Role.DepartmentLeader] = "P" };

    public static TheoryData<ProjectKind, ProjectNature> Lives => new(
        from kind in Enum.GetValues<ProjectKind>() from nature in Enum.GetValues<ProjectNature>() select (kind, nature));

    [Theory]
    [MemberData(nameof(Lives))]
    public void EveryState_Action_AndRole_IsAsTheTableSays(ProjectKind kind, ProjectNature nature)
    {
        foreach (var (state, action, text) in Matrix.Of<ProjectState, ProjectAction>(Expected).Where(c => c.Row is not ProjectState.Received || nature is ProjectNature.Grant))
        {
            var cell = text.Split('/');
            foreach (var role in Enum.GetValues<Role>())
            {
                var open = cell[0] != "." && (cell.Length == 1 || (cell[1] is "n" ? kind is ProjectKind.NationalGroup && nature is ProjectNature.Grant : cell[1] == (nature is ProjectNature.Grant ? "g" : "t")));
                if (action.IsOfPlan())
                {
                    ByPlanOnly(state, action, open ? cell[0] : null, role, Given.Text(kind, nature));
                    continue;
                }

                if (action.IsOfContract())
                {
                    ByContractOnly(state, action, open ? cell[0] : null, role, Given.Text(kind, nature));
                    continue;
                }

                var allowed = open && MayDo(role, state, action, kind);
                var project = Given.In(state, Given.Text(kind, nature));
                var ruling = Given.Move(project, Given.Whole(action), Given.Mover(role));
                (ruling.Event?.To.ToString()).ShouldBe(allowed ? cell[0] : null, $"{state} {action} {role} {kind} {nature}");
                ProjectStates.Offered(project, Given.Mover(role)).Contains(action).ShouldBe(allowed, $"{state} {action} {role}");
                if (!allowed)
                {
                    ruling.Codes().ShouldBe([open ? "project.not-allowed" : "project.wrong-state"]);
                }
            }
        }
    }

    /// <summary>The table has the step, but it is neither offered nor taken by hand, whoever asks: only a plan's decision takes it.</summary>
    private static void ByPlanOnly(ProjectState state, ProjectAction action, string? to, Role role, ProjectText text)
    {
        var project = Given.In(state, text);
        ProjectStates.Offered(project, Given.Mover(role)).ShouldNotContain(action);
        Given.Move(project, Given.Whole(action), Given.Mover(role)).Codes().ShouldBe([to is null ? "project.wrong-state" : "project.only-by-plan"]);
        if (to is null)
        {
            Should.Throw<InvalidOperationException>(() => ProjectMoves.ByPlan(project, Given.Id(), action, "QĐ 1", Given.Id(), TimeProvider.System));
        }
        else
        {
            $"{ProjectMoves.ByPlan(project, Given.Id(), action, "QĐ 1", Given.Id(), TimeProvider.System).To}".ShouldBe(to);
        }
    }

    /// <summary>So it is with the beginning of the work: only a contract's signing or cancellation takes the step.</summary>
    private static void ByContractOnly(ProjectState state, ProjectAction action, string? to, Role role, ProjectText text)
    {
        var project = Given.In(state, text);
        ProjectStates.Offered(project, Given.Mover(role)).ShouldNotContain(action);
        Given.Move(project, Given.Whole(action), Given.Mover(role)).Codes().ShouldBe([to is null ? "project.wrong-state" : "project.only-by-contract"]);
        if (to is null)
        {
            Should.Throw<InvalidOperationException>(() => ProjectMoves.ByContract(project, Given.Id(), action, "HĐ 1", Given.Id(), TimeProvider.System));
        }
        else
        {
            $"{ProjectMoves.ByContract(project, Given.Id(), action, "HĐ 1", Given.Id(), TimeProvider.System).To}".ShouldBe(to);
        }
    }

    [Fact]
    public void ACommunesOwnProject_IsReceivedAtHomeOnly()
    {
        var project = Given.In(ProjectState.Filed, Given.Text(ProjectKind.Commune));
        Given.Move(project, Given.Whole(ProjectAction.Receive), Given.Mover(Role.CommuneLeader)).Event.ShouldNotBeNull();
        Given.Move(project, Given.Whole(ProjectAction.Receive), Given.Mover(Role.CommuneLeader, commune: Given.Elsewhere)).Codes().ShouldBe(["project.not-allowed"]);
        Given.Move(project, Given.Whole(ProjectAction.Receive), Given.Mover(Role.DepartmentLeader)).Codes().ShouldBe(["project.not-allowed"]);
    }

    [Fact]
    public void TheCode_IsGivenOnce_AndStays()
    {
        var project = Given.In(ProjectState.AwaitingMore);
        project.Code.ShouldBe("KCDP-2027-56-0001");
        project.Apply(Given.Move(project, Given.Whole(ProjectAction.File), Given.Mover(Role.DepartmentOfficer)).Event! with { Code = "KCDP-2027-56-0002" });
        project.Apply(Given.Move(project, Given.Whole(ProjectAction.Withdraw), Given.Mover(Role.DepartmentOfficer)).Event!);
        (project.Code, project.State, project.StepCount).ShouldBe(("KCDP-2027-56-0001", ProjectState.Withdrawn, 4));
    }

    [Theory]
    [InlineData(ProjectKind.Provincial, "KCDP-2027-0007", "KCDP-2027-56-0007")]
    [InlineData(ProjectKind.NationalGroup, "KCQG-2027-12345", "KCQG-2027-56-12345")]
    [InlineData(ProjectKind.Commune, "KCX-22453-2027-0002", "KCX-2027-22453-0002")]
    public void Codes_NameSeries_Year_Territory_AndNumber(ProjectKind kind, string given, string code) =>
        ProjectCode.Of(given, kind, 2027, "56", "22453").ShouldBe(code);

    [Theory]
    [InlineData(ProjectState.Draft, ProjectKind.Provincial, ProjectHolder.Filer)]
    [InlineData(ProjectState.AwaitingMore, ProjectKind.Commune, ProjectHolder.Filer)]
    [InlineData(ProjectState.Filed, ProjectKind.NationalKey, ProjectHolder.Department)]
    [InlineData(ProjectState.Received, ProjectKind.Commune, ProjectHolder.CommuneOffice)]
    [InlineData(ProjectState.InAppraisal, ProjectKind.Provincial, ProjectHolder.Department)]
    [InlineData(ProjectState.Appraised, ProjectKind.Commune, ProjectHolder.CommuneOffice)]
    [InlineData(ProjectState.Underway, ProjectKind.NationalGroup, ProjectHolder.Department)]
    [InlineData(ProjectState.Underway, ProjectKind.Commune, ProjectHolder.CommuneOffice)]
    [InlineData(ProjectState.NotPassed, ProjectKind.Provincial, null)]
    [InlineData(ProjectState.Withdrawn, ProjectKind.Commune, null)]
    public void SomebodyHoldsIt(ProjectState state, ProjectKind kind, ProjectHolder? holder) => ProjectStates.HolderOf(state, kind).ShouldBe(holder);

    private static bool MayDo(Role role, ProjectState state, ProjectAction action, ProjectKind kind) => action is ProjectAction.File or ProjectAction.Withdraw or ProjectAction.ProposeBeneficiaries
        ? Filers.TryGetValue(role, out var filer) && (filer is not "P" || kind is not ProjectKind.Commune)
        : (action switch
        {
            ProjectAction.ConcludePassed or ProjectAction.ConcludeNotPassed or ProjectAction.UndoConclusion or ProjectAction.ConfirmBeneficiaries or ProjectAction.ReturnBeneficiaries => Concluders,
            ProjectAction.StartAppraisal => Preparers,
            ProjectAction.ReturnForMore when state is ProjectState.InAppraisal => Preparers,
            _ => Receivers,
        }).TryGetValue(role, out var reach) && reach == (kind is ProjectKind.Commune ? "C" : "P");
}
