using System.Net;
using System.Net.Http.Headers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.ProgrammeEntry;

public sealed class ExcelTests(App app)
{
    private const string Upload = "/chuong-trinh/nhap-excel";

    [Fact]
    public async Task TheTemplate_IsEmpty_OrFilledWithTheVersionInForce()
    {
        var id = await app.GivenAProgrammeAsync();
        using var officer = await app.As(Role.DepartmentOfficer);
        Packages.Open(await officer.GetByteArrayAsync(new Uri("/chuong-trinh/mau-excel", UriKind.Relative))).Workbook.ShouldNotBeNull();
        var (filled, _) = Packages.Open(await officer.GetByteArrayAsync(new Uri($"/chuong-trinh/mau-excel?tu={id}", UriKind.Relative)));
        ProgrammeTemplate.Read(filled!).Text!.Statements.Count.ShouldBe(3);

        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetAsync(new Uri($"/chuong-trinh/mau-excel?tu={id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.GetAsync(new Uri($"{Upload}?cho={id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var centre = await app.As(Role.CentreOfficer);
        (await centre.GetAsync(new Uri("/chuong-trinh/mau-excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await centre.GetAsync(new Uri(Upload, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Confirmed_ItIsOneDraft_HoweverOften()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var staged = (await SendAsync(officer, ProgrammeTemplate.Write(SampleProgramme.Rich))).Headers.Location!.OriginalString;
        var id = Guid.Parse(staged.Split('/')[^1]);
        var page = await officer.GetPageAsync(staged);
        page.QuerySelector("section[aria-labelledby=doc-lai]")!.TextContent.ShouldContain("6.606 triệu");
        page.QuerySelector("section[aria-labelledby=doc-lai]")!.TextContent.ShouldContain("6.606.000.000 đ");
        page.QuerySelectorAll(".found-list li").Length.ShouldBeGreaterThan(0);
        (await ProgrammesAsync(id)).ShouldBe(0);

        using var leader = await app.As(Role.DepartmentLeader);
        (await leader.GetAsync(new Uri(staged, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var confirm = FilledForm.Of(officer, page, staged, "#xac-nhan");
        var answers = await Task.WhenAll(confirm.SendAsync(), confirm.SendAsync());
        answers.ShouldAllBe(a => a.Headers.Location!.OriginalString == $"/chuong-trinh/{id}/ban-thao/1/ban-hanh");
        (await confirm.SendAsync()).Headers.Location.ShouldBe(answers[0].Headers.Location);
        (await ProgrammesAsync(id)).ShouldBe(1);
        ProgrammeJson.Write((await app.VersionAsync(id)).Text).ShouldBe(ProgrammeJson.Write(SampleProgramme.Rich));
    }

    [Fact]
    public async Task AnAmendment_ShowsItsDifference_AndIsMergedIntoAnOpenDraft()
    {
        var id = await app.GivenAProgrammeAsync();
        using var officer = await app.As(Role.DepartmentOfficer);
        var text = (await app.VersionAsync(id)).Text;
        var one = await StageAsync(officer, text with { Title = "Tên sau điều chỉnh" }, id);
        var page = await officer.GetPageAsync(one);
        page.QuerySelector("section[aria-labelledby=thay-doi]")!.TextContent.ShouldContain("Tên sau điều chỉnh");
        (await FilledForm.Of(officer, page, one, "#xac-nhan").SendAsync()).Headers.Location!.OriginalString.ShouldBe($"/chuong-trinh/{id}/ban-thao/2/ban-hanh");
        (await app.VersionAsync(id, 2)).Source.ShouldBe(VersionSource.Excel);

        // What only the file changed comes in beside what only the draft changed, however often the button is pressed.
        using var leader = await app.As(Role.DepartmentLeader);
        var two = await StageAsync(leader, text with { Decision = text.Decision with { Issuer = "UBND mới" } }, id);
        var merge = await leader.OpenAsync(two, "#xac-nhan");
        (await leader.GetPageAsync(two)).QuerySelector(".notice-warn")!.TextContent.ShouldContain("bản thảo phiên bản 2");
        (await merge.SendAsync()).Headers.Location!.OriginalString.ShouldBe($"/chuong-trinh/{id}/ban-thao/2/ban-hanh");
        (await merge.SendAsync()).Headers.Location!.OriginalString.ShouldBe($"/chuong-trinh/{id}/ban-thao/2/ban-hanh");
        var merged = (await app.VersionAsync(id, 2)).Text;
        (merged.Title, merged.Decision.Issuer).ShouldBe(("Tên sau điều chỉnh", "UBND mới"));
    }

    [Fact]
    public async Task WhatFileAndDraftBothChanged_IsChosen_NeverTakenSilently()
    {
        var id = await app.GivenAProgrammeAsync();
        using var officer = await app.As(Role.DepartmentOfficer);
        var text = (await app.VersionAsync(id)).Text;
        var first = await officer.OpenAsync(await StageAsync(officer, text with { Title = "Tên trong bản thảo" }, id), "#xac-nhan");
        (await first.SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var staged = await StageAsync(officer, text with { Title = "Tên trong tệp" }, id);
        var choose = await officer.OpenAsync(staged, "#xac-nhan");
        (await officer.GetPageAsync(staged)).QuerySelector(".conflict-table")!.TextContent.ShouldContain("Tên trong bản thảo");
        (await choose.SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await app.VersionAsync(id, 2)).Text.Title.ShouldBe("Tên trong bản thảo");

        (await choose.Set("__choice0", "mine").SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.VersionAsync(id, 2)).Text.Title.ShouldBe("Tên trong tệp");
    }

    [Fact]
    public async Task Faults_AreListedByCell_AndNothingIsStaged()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var faulty = ProgrammeTemplate.Write(SampleProgramme.Rich with
        {
            Decision = SampleProgramme.Rich.Decision with { Number = "" },
            Statements = [SampleProgramme.Rich.Statements[0] with { ContentCode = "9" }],
        });
        var response = await SendAsync(officer, faulty);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var rows = (await response.PageAsync()).QuerySelectorAll(".error-summary tbody tr");
        rows.Length.ShouldBe(2);
        rows[0].TextContent.ShouldContain("B4");
        rows[1].TextContent.ShouldContain("Không có mã nội dung “9”");
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "chuong-trinh.xlsx", "%PDF-1.7 khong phai Excel"u8.ToArray(), "không phải Excel .xlsx (bên trong là .pdf)" },
        { "rong.xlsx", [], "Chưa chọn tệp|Tệp rỗng" },
        { "bom.xlsx", Packages.Zip(("xl/workbook.xml", new byte[120 * 1024 * 1024])), "Tệp nén bất thường" },
        { "to.xlsx", new byte[60 * 1024 * 1024], "Tệp lớn hơn 20 MB" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task WhatIsNoTemplate_IsRefusedInWords(string name, byte[] content, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var officer = await app.As(Role.DepartmentOfficer);
        var response = await SendAsync(officer, content, name: name);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = (await response.PageAsync()).QuerySelector(".error-summary")!.TextContent;
        message.Split('|').ShouldContain(part => text.Contains(part), text);
    }

    [Fact]
    public async Task WithoutAFile_ItAsksForOne()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var form = await officer.OpenAsync(Upload, "main form[method=post]");
        (await (await form.SendAsync()).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Chưa chọn tệp Excel");
    }

    private static async Task<string> StageAsync(HttpClient client, ProgrammeText text, Guid amends) =>
        (await SendAsync(client, ProgrammeTemplate.Write(text), amends)).Headers.Location!.OriginalString;

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] content, Guid? amends = null, string name = "chuong-trinh.xlsx")
    {
        var form = await client.OpenAsync(Upload, "main form[method=post]");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(form["__RequestVerificationToken"]), "__RequestVerificationToken" },
            { new StringContent(amends?.ToString() ?? ""), "cho" },
            { new StringContent(""), "CommuneCode" },
        };
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        body.Add(file, "Workbook", name);
        return await client.PostAsync(new Uri(Upload, UriKind.Relative), body);
    }

    private Task<int> ProgrammesAsync(Guid id) => app.WithDb(App.KhanhHoa, db => db.Programmes.CountAsync(p => p.ProgrammeId == id));
}
