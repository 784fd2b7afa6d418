using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Pages.ProgrammeEntry;

namespace KhuyenCong.Web.Tests.ProgrammeEntry;

public sealed class EditTests(App app)
{
    [Theory]
    [InlineData(Role.DepartmentOfficer, App.KhanhHoa, HttpStatusCode.OK)]
    [InlineData(Role.DepartmentLeader, App.KhanhHoa, HttpStatusCode.OK)]
    [InlineData(Role.CentreOfficer, App.KhanhHoa, HttpStatusCode.Forbidden)]
    [InlineData(Role.DepartmentOfficer, App.DongNai, HttpStatusCode.NotFound)]
    public async Task OnlyTheDepartmentOfTheProvince(Role role, string province, HttpStatusCode expected)
    {
        var (id, url) = await app.GivenADraftAsync();
        using var client = await app.As(role, province);
        foreach (var page in new[] { url, url + "/ban-hanh", $"/chuong-trinh/{id}/sua" })
        {
            (await client.GetAsync(new Uri(page, UriKind.Relative))).StatusCode.ShouldBe(expected, page);
        }
    }

    [Fact]
    public async Task SavingWithFaults_SavesWhatCanBeRead_AndKeepsTheRestTyped()
    {
        var (id, url) = await app.GivenADraftAsync();
        using var officer = await app.As(Role.DepartmentOfficer);
        var form = await officer.OpenAsync(url);
        form.Set("decision.number", "").Set("money[A].printed", "sáu tỷ sáu").Set("statements[MH-1].quantity", "7").Set("statements[MH-2].quote", "");
        var page = await (await form.SendAsync()).PageAsync();

        var saved = (await app.VersionAsync(id)).Text;
        (saved.Decision.Number, saved.Statements[0].Quantity, saved.Statements[2].Quote, saved.Money[1].Printed).ShouldBe(("", 7, "", new Dong(6_606_000_000)));
        page.QuerySelector("[name='money[A].printed']")!.GetAttribute("value").ShouldBe("sáu tỷ sáu");
        var faults = page.QuerySelectorAll(".error-summary a").Select(a => a.TextContent).ToArray();
        faults.ShouldContain(f => f.StartsWith("Kinh phí A – Số tiền theo văn bản: Số tiền không đọc được"));
        faults.ShouldContain("Số quyết định: Chưa nhập mục này.");
        faults.ShouldContain("Chỉ tiêu MH-2 – Trích nguyên văn: Chưa nhập mục này.");
        foreach (var link in page.QuerySelectorAll(".error-summary a"))
        {
            page.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull(link.TextContent);
        }

        var draft = await officer.GetAsync(new Uri($"/ban-nhap/{EditModel.DraftForm}/{(await app.VersionAsync(id)).ProgrammeVersionId:N}", UriKind.Relative));
        System.Text.Json.JsonDocument.Parse(await draft.Content.ReadAsStringAsync()).RootElement.GetProperty("fields").GetProperty("money[A].printed").GetString().ShouldBe("sáu tỷ sáu");
    }

    [Fact]
    public async Task ARowIsAdded_AndAnotherDropped_WithoutAnyScript()
    {
        var (id, url) = await app.GivenADraftAsync();
        using var officer = await app.As(Role.DepartmentOfficer);
        var form = await officer.OpenAsync(url);
        var added = await form.Set("title", "Đổi tên").SendAsync("add:statements");
        added.Headers.Location!.OriginalString.ShouldContain("mo=statements");
        var text = (await app.VersionAsync(id)).Text;
        (text.Title, text.Statements.Count, text.Statements[^1].Code).ShouldBe(("Đổi tên", 4, "CT-4"));

        form = await officer.OpenAsync(url);
        await form.Set("statements[CT-4].name", "Hội thảo").Set("statements[MH-2].bo", "true").SendAsync();
        (await app.VersionAsync(id)).Text.Statements.Select(s => s.Name).ShouldBe(["Mô hình", "= nhắc lại", "Hội thảo"]);
    }

    [Fact]
    public async Task TwoOfficers_DifferentFields_BothStay_AndTheSecondIsTold()
    {
        var (id, url) = await app.GivenADraftAsync();
        using var first = await app.As(Role.DepartmentOfficer);
        using var second = await app.As(Role.DepartmentLeader);
        var (a, b) = (await first.OpenAsync(url), await second.OpenAsync(url));
        await a.Set("statements[MH-1].quantity", "9").Set("decision.issuer", "UBND").SendAsync();
        var response = await b.Set("title", "Tên mới").Set("money[A].bo", "true").SendAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var text = (await app.VersionAsync(id)).Text;
        (text.Statements[0].Quantity, text.Decision.Issuer, text.Title, text.Money.Any(m => m.Code == "A")).ShouldBe((9, "UBND", "Tên mới", false));
        var page = await second.GetPageAsync(response.Headers.Location!.OriginalString);
        page.QuerySelector(".notice-info")!.TextContent.ShouldContain("Chỉ tiêu MH-1 – Số lượng");
    }

    [Fact]
    public async Task TwoOfficers_OneField_TheSecondChooses_AndNothingElseIsLost()
    {
        var (id, url) = await app.GivenADraftAsync();
        using var first = await app.As(Role.DepartmentOfficer);
        using var second = await app.As(Role.DepartmentLeader);
        var (a, b) = (await first.OpenAsync(url), await second.OpenAsync(url));
        await a.Set("statements[MH-1].quantity", "9").Set("title", "Tên của người thứ nhất").SendAsync();
        var response = await b.Set("statements[MH-1].quantity", "11").Set("title", "Tên của người thứ hai").Set("decision.issuer", "UBND").Set("money[A].printed", "chưa rõ").SendAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await app.VersionAsync(id)).Text.Statements[0].Quantity.ShouldBe(9);

        var page = await response.PageAsync();
        var rows = page.QuerySelectorAll(".conflict-table tbody tr");
        rows.Select(r => r.QuerySelector("th")!.TextContent.Trim()).ShouldBe(["Chỉ tiêu MH-1 – Số lượng", "Thông tin chung – Tên chương trình"], ignoreOrder: true);
        var choice = FilledForm.Of(second, page, url, "form:has([name=__seen])");
        var quantityAt = rows.Select((r, i) => (r, i)).Single(r => r.r.TextContent.Contains("Số lượng")).i;
        response = await choice.Set($"__choice{quantityAt}", "mine").Set($"__choice{1 - quantityAt}", "theirs").SendAsync();

        var text = (await app.VersionAsync(id)).Text;
        (text.Statements[0].Quantity, text.Title, text.Decision.Issuer).ShouldBe((11, "Tên của người thứ nhất", "UBND"));
        (await response.PageAsync()).QuerySelector("[name='money[A].printed']")!.GetAttribute("value").ShouldBe("chưa rõ");
    }

    [Fact]
    public async Task ChosenAgainstAnOlderState_IsAskedAgain()
    {
        var (id, url) = await app.GivenADraftAsync();
        using var first = await app.As(Role.DepartmentOfficer);
        using var second = await app.As(Role.DepartmentLeader);
        var (a, b) = (await first.OpenAsync(url), await second.OpenAsync(url));
        await a.Set("title", "Một").SendAsync();
        var page = await (await b.Set("title", "Hai").SendAsync()).PageAsync();
        await (await first.OpenAsync(url)).Set("title", "Ba").SendAsync();
        var response = await FilledForm.Of(second, page, url, "form:has([name=__seen])").Set("__choice0", "mine").SendAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.PageAsync()).QuerySelector(".conflict-table")!.TextContent.ShouldContain("Ba");
        (await app.VersionAsync(id)).Text.Title.ShouldBe("Ba");
    }

    [Fact]
    public async Task ManySaveAtOnce_NobodysFieldIsLost()
    {
        var (id, url) = await app.GivenADraftAsync();
        using var officer = await app.As(Role.DepartmentOfficer);
        string[] fields = ["decision.issuer", "decision.title", "decision.proposal", "decision.effective"];
        var forms = new List<FilledForm>();
        foreach (var field in fields)
        {
            forms.Add((await officer.OpenAsync(url)).Set(field, "mới " + field));
        }

        (await Task.WhenAll(forms.Select(f => f.SendAsync()))).ShouldAllBe(r => r.StatusCode == HttpStatusCode.Redirect);
        var decision = (await app.VersionAsync(id)).Text.Decision;
        new[] { decision.Issuer, decision.Title, decision.Proposal, decision.Effective }.ShouldBe(fields.Select(f => "mới " + f));
    }

    [Fact]
    public async Task ANewProgramme_SentTwice_IsOne()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var form = await officer.OpenAsync("/chuong-trinh/nhap-moi", "form:has([name=ProgrammeId])");
        var id = Guid.Parse(form["ProgrammeId"]);
        form.Set("Title", "Chương trình xã minh họa").Set("CommuneCode", "22453");
        var (one, two) = (await form.SendAsync(), await form.SendAsync());
        one.Headers.Location!.OriginalString.ShouldBe($"/chuong-trinh/{id}/ban-thao/1");
        two.Headers.Location.ShouldBe(one.Headers.Location);
        (await app.VersionAsync(id)).Text.Title.ShouldBe("Chương trình xã minh họa");
        (await officer.GetAsync(one.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ANewProgramme_WithFaults_SaysThemAll()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var form = await officer.OpenAsync("/chuong-trinh/nhap-moi", "form:has([name=ProgrammeId])");
        var page = await (await form.Set("Title", " ").Set("FromYear", "1").Set("CommuneCode", "26000").SendAsync()).PageAsync();
        page.QuerySelectorAll(".error-summary li").Length.ShouldBe(3);

        using var centre = await app.As(Role.CentreOfficer);
        (await centre.GetAsync(new Uri("/chuong-trinh/nhap-moi", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
