using System.Net;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Projects;

public sealed class DoubleSupportPagesTests(App app)
{
    [Fact]
    public async Task TwoDossiersForOneMachine_AreFound_AndResolvedWithAReason()
    {
        var workshop = await app.AnEstablishment();
        using var client = await app.As(Role.DepartmentOfficer);
        var (first, second) = (await app.AProject(GivenProjects.Text(workshop)), await app.AProject(GivenProjects.Text(workshop)));
        (await client.Move(first, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.Move(second, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await client.GetPageAsync(second.Path());
        page.QuerySelector("#nghi-trung")!.TextContent.ShouldContain("cùng cơ sở (mã số), cùng nội dung chi");
        page.QuerySelector($"#nghi-trung a[href='{first.Path()}']").ShouldNotBeNull();

        var action = $"{second.Path()}?handler=Resolve&khoan={first.ProjectId}";
        (await client.SubmitAsync(second.Path(), new Dictionary<string, string> { ["Resolution.Outcome"] = "DifferentExpense", ["Resolution.Reason"] = "ngắn" }, action)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.SubmitAsync(second.Path(), new Dictionary<string, string> { ["Resolution.Outcome"] = "DifferentExpense", ["Resolution.Reason"] = "Hai máy khác nhau, đã xem tại xưởng" }, action)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(second.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("0 trong 1 trường hợp chưa có kết luận");

        (await client.Move(first, ProjectAction.Withdraw)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(second.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("Không thấy khoản nào nghi trùng");
    }

    [Fact]
    public async Task OnlyThoseWhoReceive_SeeAndResolveSuspicions()
    {
        var (client, organisation) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var own = await app.AProject(GivenProjects.Text(await app.AnEstablishment(organisation: organisation)), ProjectState.Filed);
        (await client.GetPageAsync(own.Path())).QuerySelector("#nghi-trung").ShouldBeNull();
        (await client.SubmitAsync(own.Path(), new { }, $"{own.Path()}?handler=Resolve&khoan={GivenProjects.Id()}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnotherDepartment_EntersItsMoney_AndTheProjectFindsIt()
    {
        var number = "0" + string.Concat(GivenProjects.Id().ToByteArray().TakeLast(9).Select(b => b % 10));
        var workshop = await app.AnEstablishment(parts: new IdentifierEntry(IdentifierKind.TaxCode, number));
        var (client, _) = await app.AsUnit(Role.OtherDepartmentOfficer, OrganisationKind.OtherDepartment);
        var fields = new Dictionary<string, string>
        {
            ["Form.Id"] = GivenProjects.Id().ToString(), ["Form.Kind"] = "OtherProgramme", ["Form.GivenBy"] = "Sở minh họa", ["Form.ProgrammeName"] = "Chương trình minh họa", ["Form.BeneficiaryName"] = workshop.Name,
            ["Form.Identifier"] = number, ["Form.SupportKindCode"] = "machines", ["Form.Machine"] = "X-200", ["Form.Amount"] = "", ["Form.GivenOn"] = "02/01/2026",
        };
        (await (await client.SubmitAsync("/de-an/ho-tro-khac", fields)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Hãy nhập số tiền");
        fields["Form.Amount"] = "100 triệu";
        (await client.SubmitAsync("/de-an/ho-tro-khac", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/de-an/ho-tro-khac")).QuerySelectorAll("#ho-tro-khac tbody tr").Length.ShouldBe(1);
        var (stranger, _) = await app.AsUnit(Role.OtherDepartmentOfficer, OrganisationKind.OtherDepartment);
        (await stranger.GetPageAsync("/de-an/ho-tro-khac")).QuerySelectorAll("#ho-tro-khac tbody tr").Length.ShouldBe(0);

        var project = await app.AProject(GivenProjects.Text(workshop), ProjectState.Filed);
        using var department = await app.As(Role.DepartmentLeader);
        var page = await department.GetPageAsync(project.Path());
        page.QuerySelector("#nghi-trung")!.TextContent.ShouldContain("Chương trình minh họa");
        var id = await app.WithDb(App.KhanhHoa, db => db.OutsideSupports.Where(s => s.EstablishmentId == workshop.EstablishmentId).Select(s => s.OutsideSupportId).SingleAsync());
        (await stranger.SubmitAsync("/de-an/ho-tro-khac", new Dictionary<string, string> { ["Reason"] = "Nhầm" }, $"/de-an/ho-tro-khac?handler=Withdraw&khoan={id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.SubmitAsync("/de-an/ho-tro-khac", new Dictionary<string, string> { ["Reason"] = "Nhầm" }, $"/de-an/ho-tro-khac?handler=Withdraw&khoan={id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await department.GetPageAsync(project.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("Không thấy khoản nào nghi trùng");
    }

    /// <summary>Registered all at once: every code once, none skipped.</summary>
    [Fact]
    public async Task TwoHundredRegistrationsAtOnce_GetTwoHundredCodes_WithoutAGap()
    {
        const int many = 200;
        const string commune = "22390";
        var workshop = await app.AnEstablishment(commune: commune);
        var projects = new List<Project>();
        for (var i = 0; i < many; i++)
        {
            projects.Add(await app.AProject(GivenProjects.Text(workshop, ProjectKind.Commune, commune) with { Year = 2031 }));
        }

        using var client = await app.As(Role.CommuneOfficer, commune: commune);
        var token = (await client.GetPageAsync(projects[0].Path())).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answers = await Task.WhenAll(projects.Select(async project =>
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            return (await client.PostAsync(new Uri($"{project.Path()}?viec=File", UriKind.Relative), form)).StatusCode;
        }));
        answers.ShouldAllBe(a => a == HttpStatusCode.Redirect);
        var codes = await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.Kind == ProjectKind.Commune && p.CommuneCode == commune && p.Year == 2031).Select(p => p.Code!).ToListAsync());
        codes.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, many).Select(n => $"KCX-2031-{commune}-{n:0000}").Order(StringComparer.Ordinal));
    }
}
