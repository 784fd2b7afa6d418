using System.Net;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tests.Programmes;

public sealed class PublicPageTests(App app)
{
    [Theory]
    [InlineData(App.KhanhHoa)]
    [InlineData(App.DongNai)]
    public async Task EverybodyMaySeeAPublishedProgramme_ButNoPerson(string province)
    {
        var programme = await app.WithAProgramme(province);
        await app.WithAResult(programme, "T1", beneficiary: "Cơ sở không nêu tên (dữ liệu minh họa)");
        using var client = app.Anonymous();
        var response = await client.GetAsync(new Uri($"/chuong-trinh/{programme.ProgrammeId}/cong-khai", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.Public.ShouldBeTrue();
        var page = await response.PageAsync();
        page.Body!.TextContent.ShouldContain("36.383.000.000");
        page.Body.TextContent.ShouldNotContain("không nêu tên");
        page.QuerySelectorAll("main a[href^='/ket-qua']").ShouldBeEmpty();
        page.QuerySelector("meta[name=user]").ShouldBeNull();
    }

    [Fact]
    public async Task AProvinceRenamedSinceTheDecision_SaysSo()
    {
        using var client = app.Anonymous();
        var here = (await client.GetPageAsync("/")).QuerySelectorAll("a[href$='/cong-khai']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        var pages = new List<string>();
        foreach (var href in here)
        {
            pages.Add((await client.GetPageAsync(href)).QuerySelector("main")!.TextContent);
        }

        pages.Single(p => p.Contains("33/QĐ-UBND ngày 07/01/2026")).ShouldContain("là tỉnh Đồng Nai; từ ngày 30/04/2026 là thành phố Đồng Nai");
        pages.Single(p => p.Contains("524/QĐ-UBND")).ShouldNotContain("Quyết định được ký khi địa phương");
    }

    [Fact]
    public async Task AProgrammeThatIsNotPublished_IsUnknownToThePublic()
    {
        var draft = await app.WithDb(App.KhanhHoa, async db =>
        {
            var opened = Domain.Programmes.Programme.From(new(Uuid.New(TimeProvider.System), App.KhanhHoa, Domain.Programmes.ProgrammeLevel.Province, null, "Chưa công bố", 2041, 2045));
            db.Programmes.Add(opened);
            db.Because("programme.opened", "kiểm thử");
            await db.SaveChangesAsync();
            return opened;
        });
        using var client = app.Anonymous();
        (await client.GetAsync(new Uri($"/chuong-trinh/{draft.ProgrammeId}/cong-khai", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetPageAsync("/")).Body!.TextContent.ShouldNotContain("Chưa công bố");
    }

    [Fact]
    public async Task Comparison_SaysNotPublished_NeverZero()
    {
        await app.WithAProgramme();
        using var ministry = await app.As(Role.MinistryViewer);
        var page = await ministry.GetPageAsync("/so-sanh");
        var counterpart = page.QuerySelectorAll("tr").Single(r => r.QuerySelector("th")?.TextContent == "Đối ứng của đơn vị thụ hưởng");
        counterpart.QuerySelectorAll("td").Select(c => c.TextContent).ShouldContain("không công bố");
        counterpart.QuerySelectorAll("td").Select(c => c.TextContent).ShouldContain("21.100.000.000\u00a0đ");
        page.QuerySelectorAll("form[action='/noi-lam-viec'] input[name=tinh]").Select(i => i.GetAttribute("value")).ShouldContain(App.DongNai);
    }

    [Fact]
    public async Task Comparison_IsForViewersOfTheWholeCountry()
    {
        var uri = new Uri("/so-sanh", UriKind.Relative);
        using var agency = await app.As(Role.AgencyOfficer);
        (await agency.GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var department = await app.As(Role.DepartmentLeader);
        (await department.GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = app.Anonymous();
        (await nobody.GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task TheMinistry_LooksIntoTheChosenProvince_AndNoOther()
    {
        var (here, there) = (await app.WithAProgramme(), await app.WithAProgramme(App.DongNai));
        using var ministry = await app.As(Role.MinistryViewer);
        var page = await ministry.GetPageAsync("/so-sanh");
        var key = page.QuerySelector("input[name=khoa]")!.GetAttribute("value")!;
        var chosen = await ministry.SubmitAsync("/so-sanh", new { khoa = key, tinh = App.DongNai, ve = $"/chuong-trinh/{there.ProgrammeId}" }, "/noi-lam-viec");
        chosen.Headers.Location!.ToString().ShouldBe($"/chuong-trinh/{there.ProgrammeId}");
        ministry.DefaultRequestHeaders.Remove("Cookie");
        (await ministry.GetAsync(new Uri($"/chuong-trinh/{there.ProgrammeId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ministry.GetAsync(new Uri($"/chuong-trinh/{here.ProgrammeId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
