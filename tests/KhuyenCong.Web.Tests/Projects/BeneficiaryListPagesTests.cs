using System.Net;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Projects;

/// <summary>The beneficiaries of an approved group project, from the writing unit's list to the Sở's document.</summary>
public sealed class BeneficiaryListPagesTests(App app)
{
    [Fact]
    public async Task AListIsProposed_Confirmed_AndLaterReplaced()
    {
        var (centre, project) = await AnApprovedGroup();
        var (owner, organisation) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (first, second) = (await app.AnEstablishment(organisation: organisation), await app.AnEstablishment());
        (await centre.GetPageAsync(project.Path())).QuerySelector($"a[href='{List(project)}']").ShouldNotBeNull();
        var added = await (await centre.SubmitAsync(List(project), new { }, $"{List(project)}?handler=Add&establishment={first.EstablishmentId}")).PageAsync();
        added.QuerySelector("#lap-danh-sach legend")!.TextContent.ShouldContain(first.Name);

        var told = await (await Propose(centre, project, (first, 300), (second, 101))).Told();
        told.ShouldContain("vượt mức được phê duyệt 400.000.000");
        (await app.Again(project.ProjectId)).StepCount.ShouldBe(project.StepCount + 1, "only the approval");
        await (await Propose(centre, project, (first, 200), (second, 200))).ShouldGoOn();
        (await owner.GetAsync(new Uri(project.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var leader = await app.APerson(Role.DepartmentLeader);
        (await leader.Client.GetPageAsync("/")).QuerySelector($"a[href='{List(project)}']").ShouldNotBeNull();
        var page = await leader.Client.GetPageAsync(List(project));
        page.QuerySelector("#de-nghi")!.TextContent.ShouldContain(second.Name);
        page.QuerySelectorAll("h2").Count(h => h.TextContent.Contains("Kiểm tra định mức", StringComparison.Ordinal)).ShouldBe(2);
        page.QuerySelector("#lap-danh-sach").ShouldBeNull();
        (await (await Confirm(leader.Client, project, "", "")).Told()).ShouldContain("số văn bản xác nhận");
        await (await Confirm(leader.Client, project)).ShouldGoOn();
        var after = await app.Again(project.ProjectId);
        after.Beneficiaries.Select(b => b.EstablishmentId).Order().ShouldBe(new[] { first.EstablishmentId, second.EstablishmentId }.Order());
        (after.State, after.Machines.Count).ShouldBe((ProjectState.Approved, 2));
        after.Steps.MaxBy(s => s.Sequence)!.Note!.ShouldContain("12/SCT-QLCN");
        (await app.WithDb(App.KhanhHoa, db => db.SupportKeys.CountAsync(k => k.SourceId == project.ProjectId && k.Value == first.EstablishmentId.ToString("N")))).ShouldBeGreaterThan(0);
        (await owner.GetAsync(new Uri(project.Path(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await owner.GetAsync(new Uri(List(project), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await (await Propose(centre, project, (second, 250))).ShouldGoOn();
        await (await Confirm(leader.Client, project, "15/SCT-QLCN")).ShouldGoOn();
        (await app.Again(project.ProjectId)).Beneficiaries.ShouldHaveSingleItem().EstablishmentId.ShouldBe(second.EstablishmentId);
        page = await centre.GetPageAsync(List(project));
        page.QuerySelector("#dang-ap-dung")!.TextContent.ShouldContain("15/SCT-QLCN");
        page.QuerySelector("#lich-su-danh-sach")!.TextContent.ShouldContain("12/SCT-QLCN");
        (await app.WithDb(App.KhanhHoa, db => db.BeneficiaryLists.Where(l => l.ProjectId == project.ProjectId).OrderBy(l => l.Sequence).Select(l => l.State).ToListAsync())).ShouldBe([BeneficiaryListState.Replaced, BeneficiaryListState.Confirmed]);
    }

    [Fact]
    public async Task AListIsReturned_WithTheReason()
    {
        var (centre, project) = await AnApprovedGroup();
        await (await Propose(centre, project, (await app.AnEstablishment(), 200))).ShouldGoOn();
        var leader = await app.APerson(Role.DepartmentLeader);
        var list = await ListOf(project);
        var action = $"{List(project)}?handler=Return&danhSach={list}";
        (await (await leader.Client.SubmitAsync(List(project), new { Reason = " " }, action)).Told()).ShouldContain("Hãy ghi rõ nội dung, lý do");
        await (await leader.Client.SubmitAsync(List(project), new { Reason = "Thiếu báo giá thứ hai" }, action)).ShouldGoOn();
        (await centre.GetPageAsync(List(project))).QuerySelector("#lich-su-danh-sach")!.TextContent.ShouldContain("Thiếu báo giá thứ hai");
        (await (await leader.Client.SubmitAsync(List(project), new { Reason = "Lần nữa" }, action)).Told()).ShouldContain("Danh sách này không còn");
        (await app.Again(project.ProjectId)).Beneficiaries.ShouldBeEmpty();
    }

    [Fact]
    public async Task ASuspicion_HoldsTheConfirmationUp_UntilItIsResolved()
    {
        var workshop = await app.AnEstablishment();
        using var officer = await app.As(Role.DepartmentOfficer);
        var before = await app.AProject(GivenProjects.Text(workshop));
        (await officer.Move(before, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (centre, project) = await AnApprovedGroup();
        await (await Propose(centre, project, (workshop, 200))).ShouldGoOn();
        var leader = await app.APerson(Role.DepartmentLeader);
        (await (await Confirm(leader.Client, project)).Told()).ShouldContain("nghi hỗ trợ trùng chưa có kết luận");
        (await app.Again(project.ProjectId)).Beneficiaries.ShouldBeEmpty();
        var fields = new Dictionary<string, string> { ["Resolution.Outcome"] = "DifferentExpense", ["Resolution.Reason"] = "Hai máy khác nhau, đã xem tại xưởng" };
        await (await officer.SubmitAsync(project.Path(), fields, $"{project.Path()}?handler=Resolve&khoan={before.ProjectId}")).ShouldGoOn();
        await (await Confirm(leader.Client, project)).ShouldGoOn();
    }

    [Fact]
    public async Task OthersAreRefused()
    {
        var (centre, project) = await AnApprovedGroup();
        var (stranger, _) = await app.AsUnit(Role.EstablishmentOwner);
        var workshop = await app.AnEstablishment();
        (await stranger.GetAsync(new Uri(List(project), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.SubmitAsync("/de-an", new { }, $"{List(project)}?handler=Propose")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var officer = await app.As(Role.DepartmentOfficer);
        (await Propose(officer, project, (workshop, 100))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await (await Propose(centre, project, (workshop, 100))).ShouldGoOn();
        foreach (var client in new[] { officer, centre })
        {
            (await Confirm(client, project)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await client.SubmitAsync(List(project), new { Reason = "Lý do" }, $"{List(project)}?handler=Return&danhSach={await ListOf(project)}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        using var foreign = await app.As(Role.DepartmentLeader, App.DongNai);
        (await foreign.GetAsync(new Uri(List(project), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.SubmitAsync("/de-an", new { DocumentNumber = "1" }, $"{List(project)}?handler=Confirm&danhSach={await ListOf(project)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Again(project.ProjectId)).Beneficiaries.ShouldBeEmpty();

        // Other kinds have no such list, and no step by hand.
        var other = await app.AProject(state: ProjectState.Filed);
        (await officer.GetAsync(new Uri(List(other), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await centre.Move(project, ProjectAction.ProposeBeneficiaries)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string List(Project project) => $"{project.Path()}/don-vi-thu-huong";

    private static Task<HttpResponseMessage> Propose(HttpClient client, Project project, params (Establishment Of, long Millions)[] rows)
    {
        var fields = new Dictionary<string, string>();
        for (var i = 0; i < rows.Length; i++)
        {
            var id = GivenProjects.Id().ToString();
            (fields[$"Form.Beneficiaries[{i}].Id"], fields[$"Form.Machines[{i}].BeneficiaryId"], fields[$"Form.Machines[{i}].Id"]) = (id, id, GivenProjects.Id().ToString());
            (fields[$"Form.Beneficiaries[{i}].EstablishmentId"], fields[$"Form.Beneficiaries[{i}].ProductionSiteId"]) = (rows[i].Of.EstablishmentId.ToString(), rows[i].Of.Sites[0].ProductionSiteId.ToString());
            (fields[$"Form.Beneficiaries[{i}].KindCode"], fields[$"Form.Beneficiaries[{i}].Cost"], fields[$"Form.Beneficiaries[{i}].SupportAsked"]) = ("machines", "900 triệu", $"{rows[i].Millions} triệu");
            (fields[$"Form.Machines[{i}].Name"], fields[$"Form.Machines[{i}].Model"], fields[$"Form.Machines[{i}].Quantity"], fields[$"Form.Machines[{i}].IsNew"]) = ("Máy ép dầu", "X200", "1", "true");
        }

        return client.SubmitAsync(List(project), fields, $"{List(project)}?handler=Propose");
    }

    private async Task<HttpResponseMessage> Confirm(HttpClient client, Project project, string number = "12/SCT-QLCN", string date = "10/02/2026") =>
        await client.SubmitAsync(List(project), new { DocumentNumber = number, DocumentDate = date }, $"{List(project)}?handler=Confirm&danhSach={await ListOf(project)}");

    private Task<Guid> ListOf(Project project) => app.WithDb(App.KhanhHoa, db => db.BeneficiaryLists.Where(l => l.ProjectId == project.ProjectId).OrderByDescending(l => l.Sequence).Select(l => l.BeneficiaryListId).FirstAsync());

    /// <summary>A group project without beneficiaries, approved for 400 million of national money.</summary>
    private async Task<(HttpClient Centre, Project Project)> AnApprovedGroup()
    {
        const long support = 400_000_000;
        var year = GivenPlans.AYear();
        var (centre, organisation) = await app.AsUnit(Role.CentreOfficer);
        var text = GivenProjects.Text(null, ProjectKind.NationalGroup) with
        {
            Nature = ProjectNature.Grant,
            Year = year,
            Machines = [],
            Lines = [new(GivenProjects.Id(), "Máy móc cho các cơ sở", "machines", null, "cơ sở", 1, new(2 * support), new(National: new(support), Counterpart: new(support)))],
        };
        var project = await app.AProject(text, ProjectState.Appraised, organisation);
        await app.AnAllocation(year, support, "KCQG");
        var batch = await app.ABatch(await app.APlan(year, Regime.National), BatchState.SentToAgency, project);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.Take(batch, BatchAction.Approve, GivenPlans.Decision(PlanDecider.Ministry))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (centre, project);
    }
}
