using System.Net;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Appraisals;

/// <summary>One appraiser of the staff, from the assignment to what the owner reads.</summary>
public sealed class StaffTests(App app)
{
    [Fact]
    public async Task Assigned_Judged_Concluded_AndTheOwnerReadsTheOutcomeOnly()
    {
        var (owner, organisation) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var project = await app.AProject(GivenProjects.Text(await app.AnEstablishment(organisation: organisation)), ProjectState.AwaitingAppraisal);
        var (organiser, appraiser, leader) = (await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.DepartmentLeader));
        (await organiser.Client.GetPageAsync("/")).QuerySelector($"a[href='/tham-dinh/bat-dau/{project.ProjectId}']").ShouldNotBeNull();
        var path = await StartAsync(project, organiser, appraiser);
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.InAppraisal);

        (await appraiser.Client.GetPageAsync("/")).QuerySelector($"a[href='{path}#y-kien']").ShouldNotBeNull();
        (await (await appraiser.Sends(path)).Told()).ShouldContain("Hãy khai xung đột lợi ích");
        await (await appraiser.Declares(path)).ShouldGoOn();
        (await (await appraiser.Sends(path, GivenAppraisals.Ballot(provincial: "200.000.001"))).Told()).ShouldContain("lớn hơn mức hồ sơ đề nghị");
        await (await appraiser.Sends(path, GivenAppraisals.Ballot(note: "Nhận xét kín của người thẩm định", provincial: "150 triệu"))).ShouldGoOn();

        (await leader.Client.GetPageAsync("/")).QuerySelector($"a[href='{path}/ket-luan']").ShouldNotBeNull();
        await (await leader.Concludes(path, provincial: "150.000.000")).ShouldGoOn();
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Appraised);
        var seen = (await owner.GetPageAsync(project.Path())).QuerySelector("main")!.TextContent;
        seen.ShouldContain("150.000.000");
        seen.ShouldContain("Đủ điều kiện theo kết quả thẩm định");
        seen.ShouldNotContain("Nhận xét kín");
        (await owner.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task TheOwner_AndTheWritingUnit_AreNotAppointed_WhoeverAsks()
    {
        var (_, organisation) = await app.AsUnit(Role.AppraisalMember, OrganisationKind.Establishment);
        var project = await app.AProject(GivenProjects.Text(await app.AnEstablishment(organisation: organisation)), ProjectState.AwaitingAppraisal);
        var user = await app.WithDb(App.KhanhHoa, db => db.Memberships.Where(m => m.OrganisationId == organisation).Select(m => m.UserId).SingleAsync());
        var organiser = await app.APerson(Role.DepartmentOfficer);
        var page = await organiser.Client.GetPageAsync(Start(project));
        page.QuerySelector($"option[value='{user:N}{organisation:N}']")!.HasAttribute("disabled").ShouldBeTrue();
        var told = await (await organiser.Client.SubmitAsync(Start(project), new { Appraiser = $"{user:N}{organisation:N}" }, $"{Start(project)}?handler=Staff")).Told();
        told.ShouldContain("có liên quan đến hồ sơ này");
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.AwaitingAppraisal);
    }

    [Fact]
    public async Task TheAppraiser_DoesNotConclude_AndNobodyPassesAgainstANo()
    {
        var project = await app.AProject(state: ProjectState.AwaitingAppraisal);
        var (organiser, leader, other) = (await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.DepartmentLeader), await app.APerson(Role.DepartmentLeader));
        var path = await StartAsync(project, organiser, leader);
        (await (await other.Concludes(path)).Told()).ShouldContain("Chưa có kết quả thẩm định");
        await (await leader.Declares(path)).ShouldGoOn();
        await (await leader.Sends(path, GivenAppraisals.Ballot(AppraisalVote.Fail))).ShouldGoOn();
        (await (await leader.Concludes(path, passes: false)).Told()).ShouldContain("Người thẩm định không đồng thời là người kết luận");
        (await (await other.Concludes(path)).Told()).ShouldContain("khác kết quả");
        await (await other.Concludes(path, passes: false)).ShouldGoOn();
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.NotPassed);

        // Undone with what it touches told before, and both states on record.
        var undo = await other.Client.GetPageAsync($"{path}/huy-ket-luan");
        undo.QuerySelector("main")!.TextContent.ShouldContain("trở về “Đang thẩm định”");
        (await (await other.Client.SubmitAsync($"{path}/huy-ket-luan", new { Reason = "ngắn" })).Told()).ShouldContain("Hãy ghi lý do");
        await (await other.Client.SubmitAsync($"{path}/huy-ket-luan", new { Reason = "Phát hiện sai sót khi thẩm định" })).ShouldGoOn();
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.InAppraisal);
        (await other.Client.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("Phát hiện sai sót khi thẩm định");
    }

    [Fact]
    public async Task ReturnedForMore_TheRoundEnds_AndAnotherBegins()
    {
        var (writer, organisation) = await app.AsUnit(Role.CentreOfficer);
        var project = await app.AProject(state: ProjectState.AwaitingAppraisal, organisation: organisation);
        var (organiser, appraiser) = (await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.FinanceOfficer));
        var path = await StartAsync(project, organiser, appraiser);
        (await organiser.Client.Move(project, ProjectAction.ReturnForMore, new Dictionary<string, string> { ["Move.Note"] = "Thiếu báo giá", ["Move.Sections"] = "Papers" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.AwaitingMore);
        (await (await appraiser.Declares(path)).Told()).ShouldContain("việc thẩm định đã dừng");
        foreach (var action in new[] { ProjectAction.File, ProjectAction.Receive, ProjectAction.SendToAppraisal })
        {
            (await (action is ProjectAction.File ? writer : organiser.Client).Move(project, action)).StatusCode.ShouldBe(HttpStatusCode.Redirect, action.ToString());
        }

        var again = await StartAsync(project, organiser, appraiser);
        again.ShouldNotBe(path);
        (await app.WithDb(App.KhanhHoa, db => db.Appraisals.Where(a => a.ProjectId == project.ProjectId).OrderBy(a => a.Round).Select(a => a.State).ToListAsync())).ShouldBe([AppraisalState.Returned, AppraisalState.Open]);
    }

    [Fact]
    public async Task ACommunesProject_IsAppraisedAtHome_ByAnOutsiderWhereDutiesCannotBeParted()
    {
        var project = await app.AProject(GivenProjects.Text(await app.AnEstablishment(), ProjectKind.Commune, GivenEstablishments.CamLam), ProjectState.AwaitingAppraisal);
        var (leader, outsider, department) = (await app.APerson(Role.CommuneLeader, commune: GivenEstablishments.CamLam), await app.APerson(Role.FinanceOfficer), await app.APerson(Role.DepartmentLeader));
        (await department.Client.GetAsync(new Uri(Start(project), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var path = await StartAsync(project, leader, outsider);
        (await department.Client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await (await outsider.Declares(path)).ShouldGoOn();
        await (await outsider.Sends(path, GivenAppraisals.Ballot(provincial: "1"))).ShouldGoOn();
        await (await leader.Concludes(path, provincial: "1")).ShouldGoOn();
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Appraised);
    }

    [Fact]
    public async Task AnAppraiserFromOutside_ReadsTheDossierTheyJudge_AndNoOther()
    {
        var (project, other) = (await app.AProject(state: ProjectState.AwaitingAppraisal), await app.AProject(state: ProjectState.AwaitingAppraisal));
        var (organiser, member) = (await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.AppraisalMember));
        (await member.Client.GetAsync(new Uri(project.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await StartAsync(project, organiser, member);
        (await member.Client.GetAsync(new Uri(project.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await member.Client.GetAsync(new Uri(other.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await member.Client.GetPageAsync("/tham-dinh")).QuerySelectorAll("#tham-dinh tbody tr").Length.ShouldBe(1);
    }

    private static string Start(Project project) => $"/tham-dinh/bat-dau/{project.ProjectId}";

    private async Task<string> StartAsync(Project project, GivenAppraisals.Person organiser, GivenAppraisals.Person appraiser)
    {
        var unit = await app.WithDb(App.KhanhHoa, db => db.Memberships.Where(m => m.UserId == appraiser.UserId).Select(m => m.OrganisationId).FirstAsync());
        var response = await organiser.Client.SubmitAsync(Start(project), new { Appraiser = $"{appraiser.UserId:N}{unit:N}" }, $"{Start(project)}?handler=Staff");
        await response.ShouldGoOn();
        return response.Headers.Location!.OriginalString;
    }
}
