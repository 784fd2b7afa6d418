using System.Net;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tests.Programmes;

public sealed class HomeTests(App app)
{
    [Fact]
    public async Task SignedOut_ListsPublishedProgrammesOfEveryProvince()
    {
        var (here, there) = (await app.WithAProgramme(), await app.WithAProgramme(App.DongNai));
        using var client = app.Anonymous();
        var page = await client.GetPageAsync("/");
        page.QuerySelector("h1")!.TextContent.ShouldContain("Khuyến");
        page.QuerySelector($"a[href='/chuong-trinh/{here.ProgrammeId}/cong-khai']").ShouldNotBeNull();
        page.QuerySelector($"a[href='/chuong-trinh/{there.ProgrammeId}/cong-khai']").ShouldNotBeNull();
        page.QuerySelector("main a[href='/dang-nhap']").ShouldNotBeNull();
    }

    [Fact]
    public async Task SignedIn_ShowsWhatWaits_AsFarAsOneMayAct()
    {
        var programme = await app.WithAProgramme();
        using var officer = await app.As(Role.DepartmentOfficer);
        var page = await officer.GetPageAsync("/");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Việc của tôi");
        page.QuerySelector($"a[href^='/chuong-trinh/{programme.ProgrammeId}/mau-thuan/']")!.TextContent.ShouldBe("Giải trình");
        page.QuerySelector($"a[href='/chuong-trinh/{programme.ProgrammeId}/sua']")!.TextContent.ShouldBe("Nhập phụ lục");
        using var centre = await app.As(Role.CentreOfficer);
        (await centre.GetPageAsync("/")).QuerySelector($"a[href^='/chuong-trinh/{programme.ProgrammeId}/']").ShouldBeNull();
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetPageAsync("/")).QuerySelector($"a[href^='/chuong-trinh/{programme.ProgrammeId}/']").ShouldBeNull();
    }

    [Fact]
    public async Task TheMinistry_IsLedToTheComparison()
    {
        using var ministry = await app.As(Role.MinistryViewer);
        (await ministry.GetPageAsync("/")).QuerySelector("main a[href='/so-sanh']").ShouldNotBeNull();
        (await ministry.GetAsync(new Uri("/chuong-trinh", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
