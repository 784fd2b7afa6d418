using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Norms;

/// <summary>Lists of papers of a province; each test takes a kind of support of its own, since all share one database.</summary>
public sealed class PaperTests(App app)
{
    private static readonly DateOnly Today = TimeProvider.System.Today;

    private async Task<Dictionary<string, string>> FieldsAsync(string kind, string regime = "Provincial", string papers = "Đơn đề nghị\nGiấy ủy quyền (nếu nộp thay)", string document = "qd-16-2016-kh") => new()
    {
        ["Form.Regime"] = regime,
        ["Form.Stage"] = "Filing",
        ["Form.KindCode"] = kind,
        ["Form.Title"] = $"Hồ sơ {kind} (dữ liệu minh họa)",
        ["Form.Papers"] = papers,
        ["Form.Document"] = $"{await app.WithDb("", db => db.LegalDocuments.Where(d => d.Code == document).Select(d => d.LegalDocumentId).SingleAsync())}",
        ["Form.Article"] = "7",
        ["Form.Verification"] = "Secondary",
        ["Form.EffectiveFrom"] = "01/01/2026",
    };

    private static async Task<Guid> EnteredAsync(HttpClient client, Dictionary<string, string> fields)
    {
        var response = await client.SubmitSeenAsync("/dinh-muc/giay-to/nhap", fields);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, (await response.PageAsync()).QuerySelector(".error-summary")?.TextContent);
        return Guid.Parse(response.Headers.Location!.OriginalString[^32..]);
    }

    private async Task<Project> AProjectAsync(string kind, ProjectKind regime = ProjectKind.Provincial)
    {
        var text = GivenProjects.Text(await app.AnEstablishment(), regime, GivenEstablishments.CamLam);
        return await app.AProject(text with { Lines = [text.Lines[0] with { KindCode = kind }], Machines = [] });
    }

    [Fact]
    public async Task AList_IsEntered_Reminds_AndOnceAdopted_FilingIsRefusedWithoutThePaper()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var project = await AProjectAsync("new-enterprise");
        (await officer.GetPageAsync(project.Path())).QuerySelector("#giay-to")!.TextContent.ShouldContain("Chưa có danh mục giấy tờ");
        var fields = await FieldsAsync("new-enterprise");
        var shown = (await (await officer.SubmitAsync("/dinh-muc/giay-to/nhap", fields)).PageAsync()).QuerySelector("#anh-huong").ShouldNotBeNull("nothing is saved unseen");
        shown.TextContent.ShouldContain("nếu nộp thay");
        shown.QuerySelector($"a[href='{project.Path()}']").ShouldNotBeNull();
        var rule = await EnteredAsync(officer, fields);

        var papers = (await officer.GetPageAsync(project.Path())).QuerySelector("#giay-to")!;
        papers.TextContent.ShouldContain("Đơn đề nghị");
        papers.TextContent.ShouldContain("Giấy ủy quyền (nếu nộp thay)");
        using var leader = await app.As(Role.DepartmentLeader);
        (await leader.SubmitSeenAsync($"/quy-dinh/{rule}/xac-nhan", new()
        {
            ["Form.SignedNumber"] = "12/TB-SCT",
            ["Form.SignedOn"] = Today.Text(),
            ["Form.SignerName"] = "Trần Minh Họa",
            ["Form.SignerTitle"] = "Giám đốc Sở Công Thương",
            ["Form.From"] = Today.Text(),
        })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = await (await officer.Move(project, ProjectAction.File)).PageAsync();
        refused.QuerySelector(".error-summary").ShouldNotBeNull();
        refused.QuerySelector("#ket-qua")!.TextContent.ShouldContain("Thiếu giấy tờ: Đơn đề nghị");
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Draft);
    }

    [Fact]
    public async Task ACommunesDossier_FollowsTheCommunesList_NotTheProvinces()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        await EnteredAsync(officer, await FieldsAsync("showroom", "Commune", "Đơn của cấp xã"));
        var (commune, provincial) = (await AProjectAsync("showroom", ProjectKind.Commune), await AProjectAsync("showroom"));
        (await officer.GetPageAsync(commune.Path())).QuerySelector("#giay-to")!.TextContent.ShouldContain("Đơn của cấp xã");
        (await officer.GetPageAsync(provincial.Path())).QuerySelector("#giay-to")!.TextContent.ShouldNotContain("Đơn của cấp xã");
    }

    [Fact]
    public async Task WhatSettlementWillAskFor_IsFolded_AndSaysWhoseListItIs()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var later = (await officer.GetPageAsync((await AProjectAsync("machines")).Path())).QuerySelector("details#giay-to-quyet-toan").ShouldNotBeNull();
        later.HasAttribute("open").ShouldBeFalse();
        later.TextContent.ShouldContain("để tham khảo");
        later.TextContent.ShouldContain("Hợp đồng, nghiệm thu, thanh lý mua máy móc");
        later.TextContent.ShouldContain("nếu là đề án chuyển giao công nghệ");
        later.TextContent.ShouldNotContain("Danh sách đại biểu");
        var national = (await officer.GetPageAsync((await AProjectAsync("brand", ProjectKind.NationalSpecific)).Path())).QuerySelector("details#giay-to-quyet-toan")!;
        national.TextContent.ShouldContain("Kế hoạch quảng bá");
        national.TextContent.ShouldNotContain("để tham khảo");
    }

    [Fact]
    public async Task AList_Ends_AndANewOneStartsFromIt_WithoutAGap()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var fields = await FieldsAsync("artisan");
        var rule = await EnteredAsync(officer, fields);
        (await (await officer.SubmitSeenAsync("/dinh-muc/giay-to/nhap", fields)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Đã có danh mục");
        var end = $"/dinh-muc/giay-to/{rule}/het-hieu-luc";
        (await (await officer.SubmitAsync(end, new { From = Today.AddDays(-1).Text() })).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("lùi ngày");
        var day = new Dictionary<string, string> { ["From"] = Today.AddDays(3).Text() };
        (await (await officer.SubmitAsync(end, day)).PageAsync()).QuerySelector("#anh-huong").ShouldNotBeNull("nothing ends unseen");
        (await app.WithDb("", db => db.LegalRules.Where(r => r.LegalRuleId == rule).Select(r => r.EffectiveTo).SingleAsync())).ShouldBeNull();
        (await officer.SubmitSeenAsync(end, day)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var again = await officer.GetPageAsync($"/dinh-muc/giay-to/nhap?tu={rule}");
        again.QuerySelector("textarea[name='Form.Papers']")!.TextContent.ShouldContain("Giấy ủy quyền (nếu nộp thay)");
        fields["Form.EffectiveFrom"] = Today.AddDays(3).Text();
        await EnteredAsync(officer, fields);
        var told = await app.WithDb(App.KhanhHoa, db => db.AllAuditEvents().Where(e => e.SubjectId == rule).OrderBy(e => e.AuditEventId).Select(e => e.Kind).ToListAsync());
        told.ShouldBe(["papers.entered", "papers.ended"]);
    }

    [Fact]
    public async Task ItIsForTheDepartment_AndOfItsOwnProvince()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var rule = await EnteredAsync(officer, await FieldsAsync("relocation-interest"));
        var end = $"/dinh-muc/giay-to/{rule}/het-hieu-luc";
        using var neighbour = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await neighbour.GetAsync(new Uri(end, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.SubmitAsync("/", new { From = Today.Text() }, end)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.GetPageAsync("/dinh-muc/giay-to")).QuerySelector("main")!.TextContent.ShouldNotContain("Hồ sơ relocation-interest");
        (await neighbour.GetPageAsync($"/dinh-muc/giay-to/nhap?tu={rule}")).QuerySelector("textarea[name='Form.Papers']")!.TextContent.Trim().ShouldBe("");
        var stolen = await neighbour.SubmitAsync("/dinh-muc/giay-to/nhap", await FieldsAsync("relocation-interest"));
        (await stolen.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("văn bản quy định danh mục");
        using var commune = await app.As(Role.CommuneOfficer);
        foreach (var url in new[] { "/dinh-muc/giay-to/nhap", end })
        {
            (await commune.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await commune.SubmitAsync("/dinh-muc/giay-to", new { From = Today.Text() }, url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task EveryFault_IsToldAtOnce()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var faults = (await (await officer.SubmitAsync("/dinh-muc/giay-to/nhap", new Dictionary<string, string> { ["Form.Regime"] = "Provincial", ["Form.Stage"] = "Filing", ["Form.Papers"] = " \n " })).PageAsync())
            .QuerySelectorAll(".error-summary li").Select(l => l.TextContent).ToArray();
        faults.Length.ShouldBe(5, string.Join('\n', faults));
    }

    [Fact]
    public async Task TheFifteenLists_SayTheirKindOfSupport_OrThatTheyHaveNone()
    {
        using var client = await app.As(Role.CommuneOfficer, App.DongNai);
        var lists = (await client.GetPageAsync("/dinh-muc/giay-to")).QuerySelector("#danh-muc")!;
        lists.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("(D15)")).TextContent.ShouldContain("Chưa gắn loại hỗ trợ nào");
        lists.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("(D04)")).TextContent.ShouldContain("chuyển giao công nghệ, tiến bộ khoa học");
        lists.TextContent.ShouldContain("Phụ lục 2 Thông tư 36/2013");
    }
}
