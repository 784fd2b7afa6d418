using System.Net;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tests.Territories;

public sealed class TerritoryPagesTests(App app)
{
    [Fact]
    public async Task Communes_AreFoundWithoutMarks_TruongSaIsThere()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.GetPageAsync("/dia-ban?tim=cam lam")).QuerySelector("tbody th")!.TextContent.ShouldContain("Xã Cam Lâm");
        (await client.GetPageAsync("/dia-ban?tim=truong sa")).QuerySelector("tbody th")!.TextContent.ShouldContain("Đặc khu Trường Sa");
        (await client.GetPageAsync("/dia-ban")).QuerySelectorAll("svg.tile-map a").Length.ShouldBe(65);
    }

    [Fact]
    public async Task EarlierName_IsEnteredWithItsDocument()
    {
        using var leader = await app.As(Role.DepartmentLeader);
        (await (await leader.SubmitAsync("/dia-ban/22453", new { UnitType = "RuralCommune" })).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBeGreaterThanOrEqualTo(3);
        (await leader.SubmitAsync("/dia-ban/22453", new { UnitType = "RuralCommune", EarlierName = "Tên Cũ", From = "01/01/2001", To = "31/12/2003", Document = "1/NQ" })).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await leader.GetPageAsync("/dia-ban/22453")).QuerySelector("main")!.TextContent.ShouldContain("Xã Tên Cũ");

        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.SubmitAsync("/tai-khoan/cua-toi", new { EarlierName = "X" }, "/dia-ban/22453")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await app.As(Role.DepartmentLeader, App.DongNai);
        (await stranger.GetAsync(new Uri("/dia-ban/22453", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
