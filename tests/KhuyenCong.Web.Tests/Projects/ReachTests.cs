using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;

namespace KhuyenCong.Web.Tests.Projects;

public sealed class ReachTests(App app)
{
    [Theory]
    [InlineData("")]
    [InlineData("/sua")]
    public async Task AnotherProvince_SeesNothing(string page)
    {
        var foreign = await app.AProject(province: App.DongNai);
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.GetAsync(new Uri(foreign.Path() + page, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.SubmitAsync("/de-an/lap", new { }, foreign.Path() + (page.Length > 0 ? page : "?viec=File"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync(new Uri($"/de-an/lap?tu={foreign.ProjectId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync(new Uri($"/de-an/lap?co-so={foreign.Beneficiaries[0].EstablishmentId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ACommune_SeesWhatIsProducedThere_NotElsewhere()
    {
        var (here, there) = (await app.AProject(state: ProjectState.Filed), await app.AProject(GivenProjects.Text(await app.AnEstablishment(commune: GivenEstablishments.NhaTrang)), ProjectState.Filed));
        using var client = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await client.GetAsync(new Uri(here.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri(there.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetPageAsync($"/de-an?tim={Uri.EscapeDataString(there.Title)}")).QuerySelectorAll("#de-an tbody tr").Length.ShouldBe(0);
    }

    [Fact]
    public async Task TheCentre_SeesAndEditsItsOwnOnly()
    {
        var (client, organisation) = await app.AsUnit(Role.CentreOfficer);
        var (own, other) = (await app.AProject(organisation: organisation), await app.AProject());
        (await client.GetAsync(new Uri(own.Path() + "/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri(other.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnOwner_SeesTheDossiersOfTheWorkshop_AndWithdrawsThem()
    {
        var (client, organisation) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var own = await app.AProject(GivenProjects.Text(await app.AnEstablishment(organisation: organisation)), ProjectState.Filed);
        var other = await app.AProject(state: ProjectState.Filed);
        (await client.GetAsync(new Uri(other.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.Move(own, ProjectAction.Withdraw)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(own.ProjectId)).State.ShouldBe(ProjectState.Withdrawn);
    }

    [Fact]
    public async Task ADraft_IsItsWriters_UntilItIsFiled()
    {
        var (draft, filed) = (await app.AProject(), await app.AProject(state: ProjectState.Filed));
        using var client = await app.As(Role.FinanceOfficer);
        (await client.GetAsync(new Uri(draft.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync(new Uri(filed.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Role.FinanceOfficer, ProjectAction.Receive)]
    [InlineData(Role.DepartmentLeader, ProjectAction.Withdraw)]
    public async Task ARoleWithoutTheAct_IsRefused(Role role, ProjectAction action)
    {
        var project = await app.AProject(state: ProjectState.Filed);
        using var client = await app.As(role);
        (await client.Move(project, action)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Filed);
    }

    [Fact]
    public async Task ACommunesOwnProject_IsReceivedByItsLeader_NotByTheDepartment()
    {
        var project = await app.AProject(GivenProjects.Text(await app.AnEstablishment(), ProjectKind.Commune, GivenEstablishments.CamLam), ProjectState.Filed);
        using var department = await app.As(Role.DepartmentLeader);
        (await department.Move(project, ProjectAction.Receive)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var leader = await app.As(Role.CommuneLeader, commune: GivenEstablishments.CamLam);
        (await leader.Move(project, ProjectAction.Receive)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task WhoAgreed_IsHiddenFromThoseWhoDoNotNeedIt()
    {
        var project = await app.AProject(state: ProjectState.Filed);
        (await (await app.As(Role.DepartmentOfficer)).GetPageAsync(project.Path())).QuerySelector("main")!.TextContent.ShouldContain("Nguyễn Minh Họa");
        (await (await app.As(Role.FinanceOfficer)).GetPageAsync(project.Path())).QuerySelector("main")!.TextContent.ShouldNotContain("Nguyễn Minh Họa");
    }

    [Theory]
    [InlineData("/de-an", Role.CouncilViewer)]
    [InlineData("/de-an/xuat-excel", Role.CouncilViewer)]
    [InlineData("/de-an/lap", Role.FinanceOfficer)]
    [InlineData("/de-an/ho-tro-khac", Role.CommuneOfficer)]
    public async Task PagesAreRefusedByRole(string page, Role role) =>
        (await (await app.As(role, commune: GivenEstablishments.CamLam)).GetAsync(new Uri(page, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
}
