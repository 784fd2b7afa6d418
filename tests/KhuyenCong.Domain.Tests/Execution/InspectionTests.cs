using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Tests.Projects;
using PlanGiven = KhuyenCong.Domain.Tests.Plans.Given;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Execution;

public sealed class InspectionTests
{
    // Rows are states, columns actions in the order of FindingAction; '.' refused.
    private const string Expected = """
        Pending:  Answered . .
        Answered: . Pending Closed
        Closed:   . . .
        """;

    [Fact]
    public void EveryStateOfAFinding_Action_AndRole_IsAsTheTableSays()
    {
        foreach (var (state, action, cell) in Matrix.Of<FindingState, FindingAction>(Expected))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var of = Given.Contract();
                var inspection = In(of, state);
                var finding = inspection.Findings[0];
                var mover = ProjectGiven.Mover(role);
                bool May(Act act) => mover.May(act, of);
                var open = cell != ".";
                var allowed = open && (May(Act.InspectProject) || (action is FindingAction.Answer && May(Act.ReportProgress)));
                FindingStates.Offered(finding, May).Contains(action).ShouldBe(allowed, $"{state} {action} {role}");
                var ruling = Inspecting.Move(finding, action, "Đã làm", null, May, mover.UserId, false, TimeProvider.System);
                ruling.Codes().ShouldBe(allowed ? [] : [open ? "finding.not-allowed" : "finding.wrong-state"], $"{state} {action} {role}");
                if (ruling.Event is { } moved)
                {
                    inspection.Apply(moved);
                }

                finding.State.ToString().ShouldBe(allowed ? cell : state.ToString());
                inspection.OpenCount.ShouldBe(finding.State is FindingState.Closed ? 0 : 1);
            }
        }
    }

    [Fact]
    public void WhoAnswered_DoesNotClose_NorDoesWhoseEstablishmentItIs()
    {
        var of = Given.Contract();
        var inspection = Added(of);
        var finding = inspection.Findings[0];
        var (first, second) = (Given.Id(), Given.Id());
        inspection.Apply(Move(finding, FindingAction.Answer, first).Event.ShouldNotBeNull());
        Move(finding, FindingAction.Close, first).Codes().ShouldBe(["finding.answerer-closes"]);
        Inspecting.Move(finding, FindingAction.Close, "Đạt", null, _ => true, second, true, TimeProvider.System).Codes().ShouldBe(["finding.own-establishment"]);
        inspection.Apply(Move(finding, FindingAction.Return, second).Event.ShouldNotBeNull());
        inspection.Apply(Move(finding, FindingAction.Answer, second).Event.ShouldNotBeNull());
        Move(finding, FindingAction.Close, first).Codes().ShouldBe(["finding.answerer-closes"], "whoever answered once");
        inspection.Apply(Move(finding, FindingAction.Close, Given.Id()).Event.ShouldNotBeNull());
        inspection.OpenCount.ShouldBe(0);
    }

    [Fact]
    public void ANewDay_IsSetOnlyWhereMoreIsAsked()
    {
        var of = Given.Contract();
        var inspection = In(of, FindingState.Answered);
        var finding = inspection.Findings[0];
        var later = ProjectGiven.Today.AddDays(30);
        Inspecting.Move(finding, FindingAction.Close, "Đạt", later, _ => true, Given.Id(), false, TimeProvider.System).Codes().ShouldBe(["finding.due-past"]);
        Inspecting.Move(finding, FindingAction.Return, "Chưa đạt", ProjectGiven.Today.AddDays(-1), _ => true, Given.Id(), false, TimeProvider.System).Codes().ShouldBe(["finding.due-past"]);
        Inspecting.Move(finding, FindingAction.Return, " ", null, _ => true, Given.Id(), false, TimeProvider.System).Codes().ShouldBe(["finding.note-missing"]);
        inspection.Apply(Inspecting.Move(finding, FindingAction.Return, "Chưa đạt", later, _ => true, Given.Id(), false, TimeProvider.System).Event.ShouldNotBeNull());
        (finding.DueOn, finding.IsOverdue(later), finding.IsOverdue(later.AddDays(1))).ShouldBe((later, false, true));
    }

    [Fact]
    public void Misuse_IsSomebodys_AndOfABeneficiary()
    {
        var of = Given.Contract();
        var inspection = Given.Inspection(of);
        Find(inspection, Given.Finding(of, FindingKind.MoneyMisuse)).ShouldBe(["finding.establishment-missing"]);
        Find(inspection, Given.Finding(of, FindingKind.MoneyMisuse, Given.Id())).ShouldBe(["finding.establishment-outside"]);
        Find(inspection, Given.Finding(of, FindingKind.MoneyMisuse, ProjectGiven.Establishment)).ShouldBeEmpty();
        Find(inspection, Given.Finding(Given.Contract())).ShouldBe(["finding.project-missing"]);
        Find(inspection, Given.Finding(of) with { DueOn = inspection.On.AddDays(-1) }).ShouldBe(["finding.due-before"]);
        Find(Given.Inspection(of, isRecorded: false), Given.Finding(of)).ShouldBe(["inspection.wrong-state"]);
    }

    [Fact]
    public void ACommune_InspectsItsOwn_TheSoAllOthers()
    {
        foreach (var (regime, role, commune, allowed) in new[]
        {
            (Regime.Commune, Role.CommuneOfficer, ProjectGiven.Commune, true),
            (Regime.Commune, Role.CommuneOfficer, ProjectGiven.Elsewhere, false),
            (Regime.Commune, Role.DepartmentOfficer, ProjectGiven.Commune, false),
            (Regime.Provincial, Role.DepartmentOfficer, ProjectGiven.Commune, true),
            (Regime.Provincial, Role.CommuneOfficer, ProjectGiven.Commune, false),
            (Regime.National, Role.DepartmentLeader, ProjectGiven.Commune, true),
            (Regime.National, Role.CentreOfficer, ProjectGiven.Commune, false),
        })
        {
            Given.Plan(Given.Contract(regime), PlanGiven.Mover(role, commune: commune)).Codes().ShouldBe(allowed ? [] : ["inspection.project-not-yours"], $"{regime} {role} {commune}");
        }
    }

    [Fact]
    public void APlannedOne_LiesAhead_AnUnplannedOneDoesNot_AndResultsNeverDo()
    {
        var of = Given.Contract();
        var mover = PlanGiven.Mover(Role.DepartmentOfficer);
        var tomorrow = ProjectGiven.Today.AddDays(1);
        Given.Plan(of, mover, Given.InspectionText(on: tomorrow)).Codes().ShouldBeEmpty();
        Given.Plan(of, mover, Given.InspectionText(InspectionKind.Unplanned, tomorrow)).Codes().ShouldBe(["inspection.unplanned-in-future"]);
        Given.Plan(of, mover, Given.InspectionText() with { Title = " ", Members = "" }).Codes().ShouldBe(["inspection.title-missing", "inspection.members-missing"]);
        var inspection = Given.Inspection(of, isRecorded: false);
        Inspecting.Record(inspection, Given.InspectionText(on: tomorrow), null, mover, TimeProvider.System).Codes().ShouldBe(["inspection.in-future", "inspection.seen-missing"]);
        Inspecting.Cancel(inspection, "", mover, TimeProvider.System).Codes().ShouldBe(["inspection.reason-missing"]);
        inspection.Apply(Inspecting.Cancel(inspection, "Hoãn", mover, TimeProvider.System).Event.ShouldNotBeNull());
        Inspecting.Record(inspection, Given.InspectionText(), "Đã xem", mover, TimeProvider.System).Codes().ShouldBe(["inspection.wrong-state"]);
    }

    private static Inspection Added(ReportedContract of)
    {
        var inspection = Given.Inspection(of);
        inspection.Apply(Inspecting.Find(inspection, Given.Id(), Given.Finding(of), [ProjectGiven.Establishment], PlanGiven.Mover(Role.DepartmentOfficer), TimeProvider.System).Event.ShouldNotBeNull());
        return inspection;
    }

    private static Inspection In(ReportedContract of, FindingState state)
    {
        var inspection = Added(of);
        FindingAction[] way = state switch { FindingState.Answered => [FindingAction.Answer], FindingState.Closed => [FindingAction.Answer, FindingAction.Close], _ => [] };
        foreach (var action in way)
        {
            inspection.Apply(Move(inspection.Findings[0], action, Given.Id()).Event.ShouldNotBeNull());
        }

        return inspection;
    }

    private static Ruling<FindingMoved> Move(InspectionFinding finding, FindingAction action, Guid by) => Inspecting.Move(finding, action, "Đã làm", null, _ => true, by, false, TimeProvider.System);

    private static IEnumerable<string> Find(Inspection inspection, FindingText text) =>
        Inspecting.Find(inspection, Given.Id(), text, [ProjectGiven.Establishment], PlanGiven.Mover(Role.DepartmentOfficer), TimeProvider.System).Codes();
}
