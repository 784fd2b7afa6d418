using System.Net;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;
using Microsoft.EntityFrameworkCore;

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
        var draft = await app.AProject(GivenProjects.Text(await app.AnEstablishment(organisation: organisation)));
        (await client.GetAsync(new Uri(draft.Path() + "/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, "written for them alone");
        (await client.Move(own, ProjectAction.Withdraw)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(own.ProjectId)).State.ShouldBe(ProjectState.Withdrawn);
    }

    [Fact]
    public async Task ADraft_IsItsWriters_UntilItIsFiled()
    {
        var (draft, filed) = (await app.AProject(), await app.AProject(state: ProjectState.Filed));
        foreach (var (role, kind) in new[] { (Role.FinanceOfficer, OrganisationKind.OtherDepartment), (Role.CommuneOfficer, OrganisationKind.CommuneOffice), (Role.DepartmentOfficer, OrganisationKind.OtherDepartment), (Role.DepartmentLeader, OrganisationKind.OtherDepartment) })
        {
            var (client, _) = await app.AsUnit(role, kind, commune: role is Role.CommuneOfficer ? GivenEstablishments.CamLam : null);
            (await client.GetAsync(new Uri(draft.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{role}");
            (await client.GetAsync(new Uri(filed.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, $"{role}");
        }
    }

    [Fact]
    public async Task TheOwnerOfOneBeneficiary_ReadsTheirPart_AndTouchesNothing()
    {
        var (owner, organisation) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (mine, other) = (await app.AnEstablishment(organisation: organisation), await app.AnEstablishment());
        var (draft, filed) = (await app.AProject(ForBoth(mine, other)), await app.AProject(ForBoth(mine, other), ProjectState.Filed));
        Guid MachineOf(string name) => filed.Machines.Single(m => m.Name == name).ProjectMachineId;
        var papers = await app.WithDb(App.KhanhHoa, async db =>
        {
            var project = await db.WholeProjects.SingleAsync(p => p.ProjectId == filed.ProjectId);
            foreach (var (name, machine) in new[] { ("Báo giá của tôi", (Guid?)MachineOf("Máy ép của tôi")), ("Báo giá của họ", MachineOf("Máy cưa của họ")), ("Giấy đăng ký của họ", null) })
            {
                project.Apply(new PaperAttached(GivenProjects.Id(), null, name, new('a', 64), "tep.pdf", 1, "application/pdf", null, machine, "Cán bộ", GivenProjects.Id(), TimeProvider.System.UtcNow));
            }

            db.Because("project.paper-attached", "test");
            await db.SaveChangesAsync();
            return project.Papers.ToDictionary(p => p.Name, p => p.ProjectPaperId);
        });

        (await owner.GetAsync(new Uri(draft.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var seen = (await owner.GetPageAsync(filed.Path())).QuerySelector("main")!.TextContent;
        seen.ShouldContain(mine.Name);
        seen.ShouldContain("Máy ép của tôi");
        seen.ShouldContain("Báo giá của tôi");
        foreach (var hidden in new[] { other.Name, "Máy cưa của họ", "Báo giá của họ", "Giấy đăng ký của họ", "Nguyễn Minh Họa", "Ghi chú kín" })
        {
            seen.ShouldNotContain(hidden);
        }

        foreach (var name in new[] { "Báo giá của họ", "Giấy đăng ký của họ" })
        {
            (await owner.GetAsync(new Uri($"{filed.Path()}/giay-to/{papers[name]}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, name);
        }

        (await owner.GetAsync(new Uri($"/de-an/lap?tu={filed.ProjectId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetAsync(new Uri(filed.Path() + "/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await owner.Move(filed, ProjectAction.Withdraw)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await owner.SubmitAsync(filed.Path(), new { }, $"{filed.Path()}?handler=Paper")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Again(filed.ProjectId)).State.ShouldBe(ProjectState.Filed);
    }

    [Fact]
    public async Task AFootInTheCommune_IsNoHandInTheDossier()
    {
        var (project, drafted) = (await app.AProject(state: ProjectState.AwaitingMore), await app.AProject(GivenProjects.Text(await app.AnEstablishment(), ProjectKind.Commune, GivenEstablishments.CamLam), ProjectState.AwaitingMore));
        var (officer, _) = await app.AsUnit(Role.CommuneOfficer, OrganisationKind.CommuneOffice, commune: GivenEstablishments.CamLam);
        using var department = await app.As(Role.DepartmentOfficer);
        foreach (var (client, of) in new[] { (officer, project), (officer, drafted), (department, drafted), (department, project) })
        {
            (await client.GetAsync(new Uri(of.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await client.GetAsync(new Uri(of.Path() + "/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await client.SubmitAsync(of.Path(), GivenProjects.Fields(await app.AnEstablishment()), of.Path() + "/sua")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await client.Move(of, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await client.Move(of, ProjectAction.Withdraw)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task AnOfficer_DoesNotMoveTheirDossier_IntoAnotherCommunesProcedure()
    {
        var (officer, organisation) = await app.AsUnit(Role.CommuneOfficer, OrganisationKind.CommuneOffice, commune: GivenEstablishments.CamLam);
        var workshop = await app.AnEstablishment();
        var project = await app.AProject(GivenProjects.Text(workshop), organisation: organisation);
        var fields = GivenProjects.Fields(workshop);
        (fields["Form.Kind"], fields["Form.CommuneCode"], fields["Form.Nature"]) = ("Commune", GivenEstablishments.NhaTrang, "AgencyTask");
        fields["Form.Beneficiaries[0].Remove"] = "true";
        var page = await (await officer.SubmitAsync("/de-an/lap", fields)).PageAsync();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Bạn chỉ lập được đề án");
        fields["Form.BaseVersion"] = $"{project.Version}";
        page = await (await officer.SubmitAsync(project.Path() + "/sua", fields)).PageAsync();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Bạn chỉ lập được đề án");
        (await app.Again(project.ProjectId)).Kind.ShouldBe(ProjectKind.Provincial);
    }

    [Fact]
    public async Task TheCentre_FilesForAHousehold_OnlyWithItsOwnersConsent()
    {
        var (client, organisation) = await app.AsUnit(Role.CentreOfficer);
        var project = await app.AProject(GivenProjects.Text(await app.AnEstablishment()) with { Consent = null }, organisation: organisation);
        (await client.GetPageAsync(project.Path() + "/sua")).QuerySelector("input[name='Form.ConsentGivenBy']").ShouldNotBeNull();
        (await (await client.Move(project, ProjectAction.File)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("ghi nhận sự đồng ý của chủ cơ sở");
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Draft);
        var agreed = await app.AProject(organisation: organisation);
        (await client.Move(agreed, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
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
        var text = GivenProjects.Text(await app.AnEstablishment());
        var project = await app.AProject(text with { Consent = text.Consent! with { Note = "Gọi số 0900 minh họa" } }, ProjectState.Filed);
        foreach (var kept in new[] { "Nguyễn Minh Họa", "Gọi số 0900 minh họa" })
        {
            (await (await app.As(Role.DepartmentOfficer)).GetPageAsync(project.Path())).QuerySelector("main")!.TextContent.ShouldContain(kept);
            (await (await app.As(Role.Auditor)).GetPageAsync(project.Path())).QuerySelector("main")!.TextContent.ShouldNotContain(kept);
        }
    }

    [Theory]
    [InlineData("/de-an", Role.CouncilViewer)]
    [InlineData("/de-an/xuat-excel", Role.CouncilViewer)]
    [InlineData("/de-an/lap", Role.FinanceOfficer)]
    [InlineData("/de-an/ho-tro-khac", Role.CommuneOfficer)]
    public async Task PagesAreRefusedByRole(string page, Role role) =>
        (await (await app.As(role, commune: GivenEstablishments.CamLam)).GetAsync(new Uri(page, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    /// <summary>One dossier for two establishments, each with its machine.</summary>
    private static ProjectText ForBoth(Establishment mine, Establishment other)
    {
        BeneficiaryText Of(Establishment e) => new(GivenProjects.Id(), e.EstablishmentId, e.Name, e.Sites[0].ProductionSiteId, e.Sites[0].CommuneCode, new(100_000_000));
        MachineText Machine(string name, Guid of) => new(GivenProjects.Id(), of, name, null, null, null, 2026, null, null, true, false, 1, null, null);
        var (own, theirs) = (Of(mine), Of(other));
        return GivenProjects.Text(mine) with
        {
            Kind = ProjectKind.NationalKey,
            Beneficiaries = [own, theirs],
            Machines = [Machine("Máy ép của tôi", own.BeneficiaryId), Machine("Máy cưa của họ", theirs.BeneficiaryId)],
            Consent = new("Nguyễn Minh Họa", new(2026, 1, 2), ConsentManner.SignedPaper, "Cán bộ", "Ghi chú kín"),
        };
    }
}
