using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Projects;

/// <summary>Projects the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public const string Commune = "22453";
    public const string Elsewhere = "22366";
    public const string Province = "56";
    public static readonly DateOnly Today = TimeProvider.System.Today;
    public static readonly Guid Unit = Id();
    public static readonly Guid Establishment = Id();

    public static Guid Id() => Uuid.New(TimeProvider.System);

    public static LineText Line(long price = 400_000_000, long quantity = 1, long? provincial = 200_000_000, long? counterpart = 200_000_000, string? kind = "machines", Guid? beneficiary = null, long? national = null) =>
        new(Id(), "Máy ép dầu", kind, beneficiary, "máy", quantity, new(price), new(Amount(national), Amount(provincial), Counterpart: Amount(counterpart)));

    public static BeneficiaryText Beneficiary(Guid? establishment = null, string commune = Commune) => new(Id(), establishment ?? Establishment, "Hộ kinh doanh Minh Họa", Id(), commune, new(200_000_000));

    public static MachineText Machine(string? model = "X200", string? serial = null, bool isNew = true) => new(Id(), null, "Máy ép dầu", model, "Hãng Minh Họa", serial, 2026, "Việt Nam", null, isNew, false, 1, new(400_000_000), null);

    public static ProjectText Text(ProjectKind kind = ProjectKind.Provincial, ProjectNature nature = ProjectNature.Grant) => new()
    {
        Kind = kind,
        Nature = nature,
        Year = Today.Year + 1,
        Title = "Ứng dụng máy ép dầu (dữ liệu minh họa)",
        ContentCode = "k3",
        CommuneCode = kind is ProjectKind.Commune ? Commune : null,
        ImplementingUnit = "Hộ kinh doanh Minh Họa",
        StartsOn = new(Today.Year + 1, 3, 1),
        EndsOn = new(Today.Year + 1, 11, 30),
        Lines = [Line()],
        Beneficiaries = nature is ProjectNature.Grant ? [Beneficiary()] : [],
        Consent = nature is ProjectNature.Grant ? new("Nguyễn Minh Họa", Today, ConsentManner.SignedPaper, "Cán bộ Minh Họa") : null,
    };

    public static Project Project(ProjectText? text = null) => Domain.Projects.Project.From(new(Id(), Province, text ?? Text(), Id(), Unit, Today, TimeProvider.System.UtcNow));

    /// <summary>Somebody who holds one role, at home in <see cref="Commune"/> and in the unit that entered the project.</summary>
    public static ProjectMover Mover(Role role, Guid? unit = null, string commune = Commune, params Guid[] establishments) =>
        new(Id(), unit ?? Unit, act => RoleTable.Allows(role, act), [commune], establishments);

    public static ProjectMove Whole(ProjectAction action) => new(action, "Lý do đầy đủ", action is ProjectAction.ReturnForMore ? ProjectSections.Estimate | ProjectSections.Papers : ProjectSections.None);

    /// <summary>A project moved to a state along the table.</summary>
    public static Project In(ProjectState state, ProjectText? text = null)
    {
        var project = Project(text);
        ProjectAction[] way = state switch
        {
            ProjectState.Filed => [ProjectAction.File],
            ProjectState.Received => [ProjectAction.File, ProjectAction.Receive],
            ProjectState.AwaitingMore => [ProjectAction.File, ProjectAction.ReturnForMore],
            ProjectState.AwaitingAppraisal when project.Nature is ProjectNature.AgencyTask => [ProjectAction.File, ProjectAction.SendToAppraisal],
            ProjectState.AwaitingAppraisal => [ProjectAction.File, ProjectAction.Receive, ProjectAction.SendToAppraisal],
            ProjectState.InAppraisal or ProjectState.Appraised or ProjectState.NotPassed or ProjectState.Approved or ProjectState.Underway or ProjectState.Settled or ProjectState.Stopped =>
                [.. project.Nature is ProjectNature.AgencyTask ? (ProjectAction[])[ProjectAction.File] : [ProjectAction.File, ProjectAction.Receive], ProjectAction.SendToAppraisal, ProjectAction.StartAppraisal, .. Ending(state)],
            ProjectState.Withdrawn => [ProjectAction.Withdraw],
            _ => [],
        };
        foreach (var action in way)
        {
            var role = project.Kind is ProjectKind.Commune ? (action is ProjectAction.File or ProjectAction.Withdraw ? Role.CommuneOfficer : Role.CommuneLeader)
                : action is ProjectAction.ConcludePassed or ProjectAction.ConcludeNotPassed ? Role.DepartmentLeader : Role.DepartmentOfficer;
            var moved = Move(project, Whole(action), Mover(role));
            project.Apply(moved.Event.ShouldNotBeNull(string.Join(' ', moved.Breaches)) with { Code = "KCDP-2027-56-0001" });
        }

        foreach (var action in state switch { ProjectState.Approved or ProjectState.Underway or ProjectState.Settled => [ProjectAction.ApproveInPlan], ProjectState.Stopped => [ProjectAction.ApproveInPlan, ProjectAction.StopInPlan], _ => (ProjectAction[])[] })
        {
            project.Apply(ProjectMoves.ByPlan(project, Id(), action, "QĐ 1", Id(), TimeProvider.System));
        }

        foreach (var action in state switch { ProjectState.Underway => [ProjectAction.StartWork], ProjectState.Settled => [ProjectAction.StartWork, ProjectAction.SettleByContracts], _ => (ProjectAction[])[] })
        {
            project.Apply(ProjectMoves.ByContract(project, Id(), action, "HĐ 1", Id(), TimeProvider.System));
        }

        return project;
    }

    public static Ruling<ProjectMoved> Move(Project project, ProjectMove move, ProjectMover mover, AppraisalStanding? appraisal = null) => ProjectMoves.Of(project, Id(), move, mover, [], TimeProvider.System, appraisal ?? Settled);

    /// <summary>An appraisal that allows either conclusion, with nothing in its way.</summary>
    public static readonly AppraisalStanding Settled = new(true, true, true);

    public static IEnumerable<string> Codes<T>(this Ruling<T> ruling)
        where T : class => ruling.Breaches.Select(b => b.Code);

    private static ProjectAction[] Ending(ProjectState state) => state switch
    {
        ProjectState.Appraised or ProjectState.Approved or ProjectState.Underway or ProjectState.Settled or ProjectState.Stopped => [ProjectAction.ConcludePassed],
        ProjectState.NotPassed => [ProjectAction.ConcludeNotPassed],
        _ => [],
    };

    private static Dong? Amount(long? amount) => amount is { } a ? new(a) : null;
}
