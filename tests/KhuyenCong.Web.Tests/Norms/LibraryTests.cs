using System.IO.Compression;
using System.Net;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Norms;

public sealed class LibraryTests(App app)
{
    private static Task<Guid> NormAsync(App app, string mark) =>
        app.WithDb("", db => db.SpendingNorms.Where(n => n.Mark == mark).Select(n => n.LegalRuleId).FirstAsync());

    [Theory]
    [InlineData(App.KhanhHoa, "06/2025/NQ-HĐND", "Ninh Thuận cũ")]
    [InlineData(App.DongNai, "02/2025/NQ-HĐND", "Bình Phước cũ")]
    public async Task LocalNorms_AreAskedFor_NotInvented(string province, string document, string part)
    {
        using var client = await app.As(Role.CommuneOfficer, province);
        var awaited = (await client.GetPageAsync("/dinh-muc")).QuerySelector("#chua-nhap")!.TextContent;
        awaited.ShouldContain(document);
        awaited.ShouldContain(part);
        awaited.ShouldContain("Chưa nhập");
    }

    [Theory]
    [InlineData("?tim=may+moc", "CAP-05", "CAP-11")]
    [InlineData("?noi-dung=k4", "CAP-11", "CAP-05")]
    [InlineData("?che-do=National&gia-tri=Unverified", "CAP-05", null)]
    [InlineData("?dia-ban=ca-nuoc&sap-xep=-tran", "CAP-20", null)]
    public async Task List_IsFiltered(string query, string kept, string? dropped)
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var page = await client.GetPageAsync("/dinh-muc" + query);
        page.QuerySelector($"a[href='/dinh-muc/{await NormAsync(app, kept)}']").ShouldNotBeNull();
        if (dropped is not null)
        {
            page.QuerySelector($"a[href='/dinh-muc/{await NormAsync(app, dropped)}']").ShouldBeNull();
        }
    }

    [Fact]
    public async Task Excel_HoldsWhatIsSeen()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        await using var zip = new ZipArchive(await client.GetStreamAsync(new Uri("/dinh-muc?handler=Excel&noi-dung=k7", UriKind.Relative)), ZipArchiveMode.Read);
        using var sheet = new StreamReader(zip.Entries.Single(e => e.FullName.Contains("sheet")).Open());
        var text = await sheet.ReadToEndAsync();
        text.ShouldContain("hạ tầng kỹ thuật cụm công nghiệp");
        text.ShouldNotContain("Phòng trưng bày");
    }

    [Fact]
    public async Task Details_TellFiguresClauseAndStanding()
    {
        using var client = await app.As(Role.EstablishmentOwner);
        var page = (await client.GetPageAsync($"/dinh-muc/{await NormAsync(app, "CAP-05")}")).QuerySelector("main")!.TextContent;
        page.ShouldContain("50\u00a0%, không quá 300.000.000\u00a0đ/cơ sở");
        page.ShouldContain("Chưa kiểm chứng – chỉ cảnh báo");
        page.ShouldContain("Hợp đồng, nghiệm thu, thanh lý mua máy móc");
        var uncertain = (await client.GetPageAsync($"/dinh-muc/{await NormAsync(app, "CAP-12")}")).QuerySelector("main")!.TextContent;
        uncertain.ShouldContain("không dùng để tính");
    }

    [Fact]
    public async Task AnUnknownNorm_Is404_AndACitizenMayNotRead()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.GetAsync(new Uri($"/dinh-muc/{Uuid.New(TimeProvider.System)}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var citizen = await app.As(Role.Citizen);
        (await citizen.GetAsync(new Uri("/dinh-muc", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var ministry = await app.As(Role.MinistryViewer, "");
        (await ministry.GetPageAsync($"/dinh-muc/{await NormAsync(app, "CAP-05")}")).QuerySelector("h1").ShouldNotBeNull();
    }
}
