using System.Net;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Establishments;

public sealed class RegisteringTests(App app)
{
    [Fact]
    public async Task AnOfficer_AddsAnEstablishment()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var fields = GivenEstablishments.Fields(GivenEstablishments.AName());
        fields["Identifier[Number]"] = "0100233480";
        fields["Contact[Phone]"] = "0900 111 222";
        var response = await client.SubmitAsync("/co-so/them", fields);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        var page = await client.GetPageAsync(response.Headers.Location!.OriginalString);
        page.QuerySelector("h1")!.TextContent.ShouldContain(fields["General[Name]"]);
        page.QuerySelector(".notice-warn, .flash-warn, [data-tone=warn]")?.TextContent.ShouldContain("số kiểm tra");
        page.Body!.TextContent.ShouldContain("không khớp số kiểm tra");
        page.Body.TextContent.ShouldContain("0900 111 222");
    }

    [Fact]
    public async Task TheFormSentTwice_IsOneEstablishment()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var fields = GivenEstablishments.Fields(GivenEstablishments.AName());
        (await client.SubmitAsync("/co-so/them", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.SubmitAsync("/co-so/them", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var name = fields["General[Name]"];
        (await app.WithDb(App.KhanhHoa, db => db.Establishments.CountAsync(e => e.Name == name))).ShouldBe(1);
    }

    [Fact]
    public async Task FaultyFields_AreToldAtOnce_AndNothingTypedIsLost()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var fields = GivenEstablishments.Fields("");
        fields.Remove("General[LegalForm]");
        fields["General[TradeCode]"] = "12";
        fields["Site[CommuneCode]"] = "";
        fields["Site[Latitude]"] = "mười hai";
        fields["Identifier[Number]"] = "12345";
        var page = await (await client.SubmitAsync("/co-so/them", fields)).PageAsync();
        var faults = page.QuerySelectorAll(".error-summary li").Select(li => li.TextContent.Trim()).ToArray();
        faults.Length.ShouldBe(6, string.Join('\n', faults));
        page.QuerySelector("input[name='Site[Latitude]']")!.GetAttribute("value").ShouldBe("mười hai");
        page.QuerySelector("input[name='General[TradeCode]']")!.GetAttribute("value").ShouldBe("12");
    }

    [Fact]
    public async Task ATwin_IsShown_AndSavedOnlyOnceLookedAt()
    {
        var name = GivenEstablishments.AName();
        var first = await app.AnEstablishment(name);
        using var client = await app.As(Role.DepartmentOfficer);
        var fields = GivenEstablishments.Fields(name.Replace("Cơ sở", "Hộ kinh doanh", StringComparison.Ordinal));
        var page = await (await client.SubmitAsync("/co-so/them", fields)).PageAsync();
        page.QuerySelector($"a[href='/co-so/{first.EstablishmentId}']").ShouldNotBeNull();
        page.Body!.TextContent.ShouldContain("tên gần giống");
        (await client.SubmitAsync("/co-so/them", new Dictionary<string, string>(fields) { ["Checked"] = "true" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task ACommuneOfficer_AddsAtHomeOnly()
    {
        using var client = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await client.SubmitAsync("/co-so/them", GivenEstablishments.Fields(GivenEstablishments.AName()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await (await client.SubmitAsync("/co-so/them", GivenEstablishments.Fields(GivenEstablishments.AName(), GivenEstablishments.NhaTrang))).PageAsync();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("trên địa bàn mình");
    }

    [Fact]
    public async Task AReader_MayNotAdd() =>
        (await (await app.As(Role.FinanceOfficer)).GetAsync(new Uri("/co-so/them", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
}
