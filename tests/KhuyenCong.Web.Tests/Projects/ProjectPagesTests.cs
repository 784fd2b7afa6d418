using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Projects;

public sealed class ProjectPagesTests(App app)
{
    [Fact]
    public async Task ACommuneOfficer_DraftsAndFiles_ForAHousehold_WithConsent_AndTheOwnerSeesWhereItIs()
    {
        var (owner, organisation) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var workshop = await app.AnEstablishment(organisation: organisation);
        using var client = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        var form = await client.GetPageAsync($"/de-an/lap?co-so={workshop.EstablishmentId}");
        form.QuerySelector("input[name='Form.ImplementingUnit']")!.GetAttribute("value").ShouldBe(workshop.Name);
        var fields = GivenProjects.Fields(workshop);
        var response = await client.SubmitAsync("/de-an/lap", fields);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, (await response.PageAsync()).QuerySelector(".error-summary")?.TextContent);
        var path = response.Headers.Location!.OriginalString;
        var project = await app.Again(Guid.Parse(path[(path.LastIndexOf('/') + 1)..]));
        (project.Total, project.ProvincialAmount, project.Code, project.Beneficiaries.Single().CommuneCode).ShouldBe((new Dong(400_000_000), new Dong(200_000_000), null, GivenEstablishments.CamLam));

        (await client.Move(project, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        project = await app.Again(project.ProjectId);
        project.Code!.ShouldStartWith("KCDP-2027-56-");
        var seen = await owner.GetPageAsync(project.Path());
        seen.QuerySelector("main")!.TextContent.ShouldContain("Hồ sơ đang ở Sở Công Thương");
        seen.QuerySelector($"a[href='{project.Path()}/sua']").ShouldBeNull();
    }

    [Fact]
    public async Task TheFormSentTwice_IsOneProject()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var fields = GivenProjects.Fields(await app.AnEstablishment());
        (await client.SubmitAsync("/de-an/lap", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.SubmitAsync("/de-an/lap", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var title = fields["Form.Title"];
        (await app.WithDb(App.KhanhHoa, db => db.Projects.CountAsync(p => p.Title == title))).ShouldBe(1);
    }

    [Fact]
    public async Task FaultyFields_AreToldAtOnce_AtTheirRow_AndNothingIsLost()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var fields = GivenProjects.Fields(await app.AnEstablishment(), "");
        fields["Form.Lines[1].Quantity"] = "0";
        fields["Form.Lines[1].UnitPrice"] = "hai trăm triệu";
        fields["Form.StartsOn"] = "01/10/2027";
        var page = await (await client.SubmitAsync("/de-an/lap", fields)).PageAsync();
        var told = page.QuerySelector(".error-summary")!.TextContent;
        told.ShouldContain("Hãy nhập tên đề án");
        told.ShouldContain("Dòng 1: số lượng");
        told.ShouldContain("Số tiền không đọc được");
        told.ShouldContain("Ngày kết thúc");
        page.QuerySelector("[id='Form_Lines_1__Quantity'][aria-invalid=true]").ShouldNotBeNull();
        page.QuerySelector("input[name='Form.Lines[1].UnitPrice']")!.GetAttribute("value").ShouldBe("hai trăm triệu");
    }

    [Fact]
    public async Task AnEstimateThatDoesNotBalance_IsADraft_ButIsNotFiled()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var fields = GivenProjects.Fields(await app.AnEstablishment());
        fields["Form.Lines[1].Amounts[DOIUNG]"] = "199.999.999";
        var path = (await client.SubmitAsync("/de-an/lap", fields)).Headers.Location!.OriginalString;
        (await client.GetPageAsync(path)).QuerySelector("#du-toan")!.TextContent.ShouldContain("còn thiếu 1 đ");
        var project = await app.Again(Guid.Parse(path[(path.LastIndexOf('/') + 1)..]));
        var page = await (await client.Move(project, ProjectAction.File)).PageAsync();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("chưa cân");
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Draft);
    }

    [Fact]
    public async Task TheDepartment_Receives_ReturnsForMore_AndOnlyThoseSectionsReopen()
    {
        var project = await app.AProject(state: ProjectState.Filed, organisation: await app.ADepartment());
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.Move(project, ProjectAction.Receive)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.Move(project, ProjectAction.ReturnForMore, new Dictionary<string, string>())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.Move(project, ProjectAction.ReturnForMore, new Dictionary<string, string> { ["Move.Note"] = "Thiếu căn cứ", ["Move.Sections"] = "Necessity", ["Move.Deadline"] = "01/12/2099" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var edit = await client.GetPageAsync(project.Path() + "/sua");
        edit.QuerySelector("textarea[name='Form.Necessity']").ShouldNotBeNull();
        edit.QuerySelector("input[name='Form.Title']").ShouldBeNull();
        var version = edit.QuerySelector("input[name='Form.BaseVersion']")!.GetAttribute("value")!;
        var response = await client.SubmitAsync(project.Path() + "/sua", new Dictionary<string, string> { ["Form.BaseVersion"] = version, ["Form.Necessity"] = "Căn cứ mới", ["Form.Title"] = "Tên lén sửa" });
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await app.Again(project.ProjectId);
        (after.Dossier.Necessity, after.Title).ShouldBe(("Căn cứ mới", project.Title));
        (await client.Move(project, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(project.ProjectId)).ShouldSatisfyAllConditions(p => p.State.ShouldBe(ProjectState.Filed), p => p.Code.ShouldBe(project.Code));
        (await client.GetAsync(new Uri(project.Path() + "/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task TwoEditors_TheSecondIsTold_AndLosesNothing()
    {
        var project = await app.AProject();
        using var client = await app.As(Role.DepartmentOfficer);
        var fields = GivenProjects.Fields(await app.AnEstablishment(), "Tên của người thứ hai");
        fields["Form.BaseVersion"] = "7";
        var page = await (await client.SubmitAsync(project.Path() + "/sua", fields)).PageAsync();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("vừa được người khác sửa");
        page.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe("Tên của người thứ hai");
    }

    [Fact]
    public async Task APaper_IsAttached_Downloaded_AndRemoved_WhileOpen()
    {
        var project = await app.AProject();
        using var client = await app.As(Role.DepartmentOfficer);
        var file = GivenResults.APdf("báo giá.pdf");
        var token = (await client.GetPageAsync(project.Path())).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(ProjectPaper.Quotation), "Paper.Code" }, { new StringContent("1C26T/77"), "Paper.InvoiceNumber" }, { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file.Content), "Paper.File", file.Name } };
        (await client.PostAsync(new Uri(project.Path() + "?handler=Paper", UriKind.Relative), content)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var paper = (await app.Again(project.ProjectId)).Papers.ShouldHaveSingleItem();
        (paper.Code, paper.InvoiceNumber).ShouldBe((ProjectPaper.Quotation, "1C26T/77"));
        (await client.GetByteArrayAsync(new Uri($"{project.Path()}/giay-to/{paper.ProjectPaperId}", UriKind.Relative))).ShouldBe(file.Content);
        using var stranger = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await stranger.GetAsync(new Uri($"{project.Path()}/giay-to/{paper.ProjectPaperId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.SubmitAsync(project.Path(), new { }, $"{project.Path()}?handler=RemovePaper&giay={paper.ProjectPaperId}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(project.ProjectId)).Papers.ShouldBeEmpty();
        var closed = await app.AProject(state: ProjectState.Filed, organisation: await app.ADepartment());
        (await client.SubmitAsync(closed.Path(), new { }, $"{closed.Path()}?handler=Paper")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task APaperOfAMachine_IsAskedFor_Attached_AndNamed()
    {
        var project = await app.AProject();
        var machine = project.Machines.ShouldHaveSingleItem().ProjectMachineId;
        using var client = await app.As(Role.DepartmentOfficer);
        var page = await client.GetPageAsync(project.Path());
        page.QuerySelector("#giay-to")!.TextContent.ShouldContain("Báo giá máy móc, thiết bị: Máy ép dầu");
        page.QuerySelector("#viec .notice-warn")!.TextContent.ShouldContain("Báo giá máy móc, thiết bị: Máy ép dầu");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        async Task<HttpResponseMessage> Attach(string code, Guid of)
        {
            var file = GivenResults.APdf("báo giá.pdf");
            using var content = new MultipartFormDataContent { { new StringContent(code), "Paper.Code" }, { new StringContent("Giấy"), "Paper.Name" }, { new StringContent(of.ToString()), "Paper.Machine" }, { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file.Content), "Paper.File", file.Name } };
            return await client.PostAsync(new Uri(project.Path() + "?handler=Paper", UriKind.Relative), content);
        }

        (await (await Attach(ProjectPaper.Quotation, GivenProjects.Id())).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Máy này không còn trong hồ sơ");
        (await Attach(ProjectPaper.Quotation, machine)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(project.ProjectId)).Papers.ShouldHaveSingleItem().MachineId.ShouldBe(machine);
        page = await client.GetPageAsync(project.Path());
        page.QuerySelector("#giay-to tbody th")!.TextContent.ShouldContain("máy: Máy ép dầu");
        page.QuerySelector("#viec .notice-warn").ShouldBeNull();
    }

    [Fact]
    public async Task ACopy_KeepsTheContent_NotItsTime()
    {
        var project = await app.AProject(state: ProjectState.Filed);
        using var client = await app.As(Role.DepartmentOfficer);
        var form = await client.GetPageAsync($"/de-an/lap?tu={project.ProjectId}");
        form.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe(project.Title);
        form.QuerySelector("input[name='Form.StartsOn']")!.GetAttribute("value").ShouldBe("");
        form.QuerySelector("input[name='Form.Lines[0].Id']")!.GetAttribute("value").ShouldNotBe(project.Lines[0].ProjectEstimateLineId.ToString());
        form.QuerySelector("input[name='Form.Lines[0].UnitPrice']")!.GetAttribute("value").ShouldBe("400.000.000");
    }

    [Fact]
    public async Task AnEstablishment_IsFound_AndAdded_WithoutTypingItAgain()
    {
        var workshop = await app.AnEstablishment();
        using var client = await app.As(Role.DepartmentOfficer);
        var found = await (await client.SubmitAsync("/de-an/lap", new Dictionary<string, string> { ["tim-co-so"] = workshop.Name, ["Form.Title"] = "Đang gõ" }, "/de-an/lap?handler=Find")).PageAsync();
        found.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe("Đang gõ");
        var add = found.QuerySelector($"button[formaction*='{workshop.EstablishmentId}']").ShouldNotBeNull().GetAttribute("formaction")!;
        var added = await (await client.SubmitAsync("/de-an/lap", new Dictionary<string, string> { ["Form.Title"] = "Đang gõ" }, add)).PageAsync();
        added.QuerySelector("input[name='Form.Beneficiaries[0].EstablishmentId']")!.GetAttribute("value").ShouldBe(workshop.EstablishmentId.ToString());
        added.QuerySelector("legend")!.TextContent.ShouldContain(workshop.Name);
        // What the registry knows is shown, and saving does not press the button again.
        added.QuerySelector("input[name='Form.ImplementingUnit']")!.GetAttribute("value").ShouldBe(workshop.Name);
        added.QuerySelector("form[data-draft]")!.GetAttribute("action").ShouldBe("/de-an/lap");
    }

    [Fact]
    public async Task TheList_Filters_SumsBySource_PagesAndExports()
    {
        var establishment = await app.AnEstablishment();
        foreach (var year in new[] { 2026, 2027, 2027 })
        {
            await app.AProject(GivenProjects.Text(establishment) with { Year = year }, ProjectState.Filed);
        }

        using var client = await app.As(Role.DepartmentOfficer);
        var query = $"?co-so={establishment.EstablishmentId}";
        var page = await client.GetPageAsync("/de-an" + query);
        page.QuerySelectorAll("#de-an tbody tr").Length.ShouldBe(3);
        page.QuerySelector("#tong-nguon")!.TextContent.ShouldContain("600.000.000");
        page.QuerySelector("#tong-nguon")!.TextContent.ShouldContain("1.200.000.000");
        (await client.GetPageAsync($"/de-an{query}&nam=2027")).QuerySelectorAll("#de-an tbody tr").Length.ShouldBe(2);
        (await client.GetPageAsync($"/de-an{query}&trang-thai=Draft")).QuerySelectorAll("#de-an tbody tr").Length.ShouldBe(0);
        (await client.GetPageAsync($"/de-an{query}&loai=Commune")).QuerySelectorAll("#de-an tbody tr").Length.ShouldBe(0);
        (await client.GetPageAsync($"/de-an{query}&noi-dung=k3&xa={GivenEstablishments.CamLam}&tim=de+an")).QuerySelectorAll("#de-an tbody tr").Length.ShouldBe(3);
        foreach (var sort in new[] { "ten", "-ten", "tien", "-tien", "sua", "-sua" })
        {
            (await client.GetPageAsync($"/de-an{query}&sap-xep={sort}")).QuerySelectorAll("#de-an tbody tr").Length.ShouldBe(3, sort);
            (await client.GetPageAsync($"/de-an?sap-xep={sort}&sau=0.{GivenProjects.Id():N}.1")).QuerySelectorAll("main").Length.ShouldBe(1, sort);
        }

        var sheet = Packages.TextOf(await client.GetByteArrayAsync(new Uri("/de-an/xuat-excel" + query, UriKind.Relative)));
        sheet.ShouldContain("Đối ứng (đồng)");
    }
}
