using System.Net;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tests.Programmes;

public sealed class DashboardTests(App app)
{
    [Fact]
    public async Task Shows_PrintedAndComputed_AndTheGap_AndTheContradictions()
    {
        var programme = await app.WithAProgramme();
        using var client = await app.As(Role.DepartmentOfficer);
        var page = await client.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}");
        var tiles = page.QuerySelector(".tiles")!.TextContent;
        tiles.ShouldContain("36.383.000.000");
        tiles.ShouldContain("36.383.300.000 đ");
        tiles.ShouldContain("+300.000 đ");
        var notice = page.QuerySelector(".notice-warn")!;
        notice.TextContent.ShouldContain("2 mâu thuẫn");
        notice.QuerySelectorAll("li a").Length.ShouldBe(2);
        page.Body!.TextContent.ShouldContain("Bảng tổng hợp kinh phí: chưa có số liệu");
    }

    [Fact]
    public async Task AResult_MovesTheTarget_AndEverySum()
    {
        var programme = await app.WithAProgramme();
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}")).QuerySelector(".card-foot")!.TextContent.ShouldContain("0 kết quả");
        await app.WithAResult(programme, "T1");
        await app.WithAResult(programme, "T1", beneficiary: "CO SO A (du lieu minh hoa)");
        var page = await client.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}");
        page.QuerySelector(".card-foot")!.TextContent.ShouldContain("2 kết quả, 2 lượt, 1 cơ sở không trùng");
        page.QuerySelector(".tiles")!.TextContent.ShouldContain("600.000.000");
        page.QuerySelector($"a[href='/ket-qua?chi-tieu=T1&chuong-trinh={programme.ProgrammeId}']")!.TextContent.ShouldBe("2");
    }

    [Fact]
    public async Task AProgrammeWithDraftsOnly_OpensItsVersions()
    {
        var programme = await app.WithDb(App.KhanhHoa, async db =>
        {
            var opened = Domain.Programmes.Programme.From(new(Uuid.New(TimeProvider.System), App.KhanhHoa, Domain.Programmes.ProgrammeLevel.Province, null, "Bản nháp", 2031, 2035));
            db.Programmes.Add(opened);
            db.Because("programme.opened", "kiểm thử");
            await db.SaveChangesAsync();
            return opened;
        });
        using var client = await app.As(Role.DepartmentOfficer);
        var response = await client.GetAsync(new Uri($"/chuong-trinh/{programme.ProgrammeId}", UriKind.Relative));
        response.Headers.Location!.ToString().ShouldBe($"/chuong-trinh/{programme.ProgrammeId}/phien-ban");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/chi-tieu/T1")]
    [InlineData("/mau-thuan")]
    [InlineData("/kinh-phi")]
    [InlineData("/chi-so")]
    [InlineData("/phien-ban")]
    [InlineData("/phien-ban/1")]
    [InlineData("/phien-ban/so-sanh?tu=1&den=1")]
    [InlineData("/xuat-excel")]
    public async Task EveryPage_AllowedRefusedForeign(string path)
    {
        var programme = await app.WithAProgramme();
        var uri = new Uri($"/chuong-trinh/{programme.ProgrammeId}{path}", UriKind.Relative);
        using var officer = await app.As(Role.DepartmentOfficer);
        using var treasury = await app.As(Role.Administrator);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        using var nobody = app.Anonymous();
        (await officer.GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await treasury.GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await foreign.GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task TheList_ShowsOnesOwnProvince()
    {
        var programme = await app.WithAProgramme();
        using var officer = await app.As(Role.CommuneOfficer, App.KhanhHoa, "22453");
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await officer.GetPageAsync("/chuong-trinh")).Body!.TextContent.ShouldContain(programme.Title);
        (await foreign.GetPageAsync("/chuong-trinh")).Body!.TextContent.ShouldNotContain(programme.Title);
        using var nobody = app.Anonymous();
        (await nobody.GetAsync(new Uri("/chuong-trinh", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var admin = await app.As(Role.Administrator);
        (await admin.GetAsync(new Uri("/chuong-trinh", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
