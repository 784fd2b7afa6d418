using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Projects;

/// <summary>Projects of their own for establishments of their own.</summary>
internal static class GivenProjects
{
    public static Guid Id() => GivenEstablishments.Id();

    public static ProjectText Text(Establishment? establishment, ProjectKind kind = ProjectKind.Provincial, string? commune = null) => new()
    {
        Kind = kind,
        Nature = establishment is null ? ProjectNature.AgencyTask : ProjectNature.Grant,
        Year = 2027,
        Title = $"Đề án {Id():N} (dữ liệu minh họa)",
        ContentCode = "k3",
        CommuneCode = commune,
        ImplementingUnit = "Cơ sở minh họa",
        StartsOn = new(2027, 3, 1),
        EndsOn = new(2027, 9, 1),
        Beneficiaries = establishment is null ? [] : [new(Id(), establishment.EstablishmentId, establishment.Name, establishment.Sites[0].ProductionSiteId, establishment.Sites[0].CommuneCode, new(200_000_000))],
        Lines = [new(Id(), "Máy ép dầu", "machines", null, "máy", 1, new(400_000_000), new(Provincial: new(200_000_000), Counterpart: new(200_000_000)))],
        Machines = [new(Id(), null, "Máy ép dầu", "X200", "Hãng", null, 2026, "Việt Nam", null, true, false, 1, new(400_000_000), null)],
        Consent = establishment is null ? null : new("Nguyễn Minh Họa", new(2026, 1, 2), ConsentManner.SignedPaper, "Cán bộ"),
    };

    /// <summary>A project that nobody of the tests wrote; a draft, which only its writers see, is the Sở's unless another unit is named.</summary>
    public static async Task<Project> AProject(this App app, ProjectText? text = null, ProjectState state = ProjectState.Draft, Guid? organisation = null, string province = App.KhanhHoa, Guid? by = null)
    {
        organisation ??= state is ProjectState.Draft ? await app.ADepartment(province) : null;
        var written = text ?? Text(await app.AnEstablishment(province: province, commune: province == App.KhanhHoa ? GivenEstablishments.CamLam : "26068"));
        return await app.WithDb(province, async db =>
        {
            var project = Project.From(new(Id(), province, written, by ?? Id(), organisation, new(2026, 1, 1), TimeProvider.System.UtcNow));
            ProjectAction[] way = state switch
            {
                ProjectState.Filed => [ProjectAction.File],
                ProjectState.Received => [ProjectAction.File, ProjectAction.Receive],
                ProjectState.AwaitingMore => [ProjectAction.File, ProjectAction.ReturnForMore],
                ProjectState.AwaitingAppraisal => [ProjectAction.File, .. Received(project), ProjectAction.SendToAppraisal],
                ProjectState.InAppraisal => [ProjectAction.File, .. Received(project), ProjectAction.SendToAppraisal, ProjectAction.StartAppraisal],
                ProjectState.Appraised => [ProjectAction.File, .. Received(project), ProjectAction.SendToAppraisal, ProjectAction.StartAppraisal, ProjectAction.ConcludePassed],
                ProjectState.NotPassed => [ProjectAction.File, .. Received(project), ProjectAction.SendToAppraisal, ProjectAction.StartAppraisal, ProjectAction.ConcludeNotPassed],
                _ => [],
            };
            foreach (var action in way)
            {
                var role = project.Kind is ProjectKind.Commune ? (action is ProjectAction.File ? Role.CommuneOfficer : Role.CommuneLeader)
                    : action is ProjectAction.ConcludePassed or ProjectAction.ConcludeNotPassed ? Role.DepartmentLeader : Role.DepartmentOfficer;
                var move = new ProjectMove(action, "Lý do", action is ProjectAction.ReturnForMore ? ProjectSections.Estimate | ProjectSections.Papers : ProjectSections.None);
                var mover = new ProjectMover(action is ProjectAction.File ? project.CreatedBy : Id(), project.OrganisationId, act => RoleTable.Allows(role, act), [project.CommuneCode ?? ""], []);
                project.Apply(ProjectMoves.Of(project, Id(), move, mover, [], TimeProvider.System, new(true, true, true)).Event.ShouldNotBeNull() with { Code = $"TEST-{Id():N}" });
            }

            db.Projects.Add(project);
            db.Because("project.drafted", "test");
            await db.SaveChangesAsync();
            return project;
        });
    }

    private static ProjectAction[] Received(Project project) => project.Nature is ProjectNature.Grant ? [ProjectAction.Receive] : [];

    public static Task<Project> Again(this App app, Guid id, string province = App.KhanhHoa) => app.WithDb(province, db => db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == id));

    public static string Path(this Project project) => $"/de-an/{project.ProjectId}";

    /// <summary>The form for a new project as a browser sends it.</summary>
    public static Dictionary<string, string> Fields(Establishment establishment, string? title = null) => new()
    {
        ["Form.Id"] = Id().ToString(),
        ["Form.Title"] = title ?? $"Đề án {Id():N} (dữ liệu minh họa)",
        ["Form.Kind"] = "Provincial",
        ["Form.Nature"] = "Grant",
        ["Form.Year"] = "2027",
        ["Form.ContentCode"] = "k3",
        ["Form.ImplementingUnit"] = establishment.Name,
        ["Form.StartsOn"] = "01/03/2027",
        ["Form.EndsOn"] = "01/09/2027",
        ["Form.Beneficiaries[0].Id"] = Id().ToString(),
        ["Form.Beneficiaries[0].EstablishmentId"] = establishment.EstablishmentId.ToString(),
        ["Form.Beneficiaries[0].ProductionSiteId"] = establishment.Sites[0].ProductionSiteId.ToString(),
        ["Form.Lines[0].Id"] = Id().ToString(),
        ["Form.Lines[1].Id"] = Id().ToString(),
        ["Form.Lines[1].Content"] = "Máy ép dầu",
        ["Form.Lines[1].KindCode"] = "machines",
        ["Form.Lines[1].Quantity"] = "2",
        ["Form.Lines[1].UnitPrice"] = "200 triệu",
        ["Form.Lines[1].Amounts[KCDP]"] = "200 triệu",
        ["Form.Lines[1].Amounts[DOIUNG]"] = "200 triệu",
        ["Form.ConsentGivenBy"] = "Nguyễn Minh Họa",
        ["Form.ConsentGivenOn"] = "02/01/2026",
        ["Form.ConsentManner"] = "SignedPaper",
    };

    public static Task<HttpResponseMessage> Move(this HttpClient client, Project project, ProjectAction action, object? fields = null) =>
        client.SubmitAsync(project.Path(), fields ?? new Dictionary<string, string> { ["Move.Note"] = "Lý do đầy đủ" }, $"{project.Path()}?viec={action}");

    /// <summary>Somebody whose organisation nobody else acts for.</summary>
    public static async Task<(HttpClient Client, Guid Organisation)> AsUnit(this App app, Role role, OrganisationKind kind = OrganisationKind.PromotionCentre, string province = App.KhanhHoa, string? commune = null)
    {
        var account = await app.GivenAnAccount(role.ToString(), role, province);
        var organisation = await app.WithDb(province, async db =>
        {
            var own = Organisation.From(new(Id(), kind, province, null, null, [new(Id(), "Đơn vị minh họa", null)]));
            db.Organisations.Add(own);
            db.Memberships.RemoveRange(await db.Memberships.Where(m => m.UserId == account.Id).ToListAsync());
            db.Memberships.Add(Membership.Of(new MembershipGranted(Id(), account.Id, own.OrganisationId, role, province, commune, new(2020, 1, 1), null)));
            db.Because("membership.granted", "test");
            await db.SaveChangesAsync();
            return own.OrganisationId;
        });
        return (app.Client(await app.CookieOf(account)), organisation);
    }
}
