using System.Net;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Establishments;

public sealed class ProductsTests(App app)
{
    private const string Path = "/co-so/san-pham-cua-tinh";

    [Fact]
    public async Task AProduct_IsListed_AndEnds_AsOfTheDay()
    {
        var name = $"Nước mắm {GivenEstablishments.Id():N}";
        using var client = await app.As(Role.DepartmentOfficer);
        (await Add(client, name)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await Add(client, name)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đã có trong danh mục");
        var id = await app.WithDb(App.KhanhHoa, db => db.ProvincialProducts.Where(p => p.Name == name).Select(p => p.ProvincialProductId).SingleAsync());
        (await client.SubmitAsync($"{Path}?ket-thuc={id}", new Dictionary<string, string> { ["End[LastDay]"] = "30/06/2026", ["End[Document]"] = "QĐ 2" }, $"{Path}?ket-thuc={id}&handler=End")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync($"{Path}?ngay=30/06/2026")).Body!.TextContent.ShouldContain(name);
        (await client.GetPageAsync($"{Path}?ngay=01/07/2026")).Body!.TextContent.ShouldNotContain(name);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetPageAsync($"{Path}?ngay=01/03/2026")).Body!.TextContent.ShouldNotContain(name);
        (await foreign.GetAsync(new Uri($"{Path}?ket-thuc={id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AReader_MayNotList()
    {
        using var client = await app.As(Role.FinanceOfficer);
        (await Add(client, "Muối")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<HttpResponseMessage> Add(HttpClient client, string name) =>
        client.SubmitAsync(Path, new Dictionary<string, string> { ["Form[Name]"] = name, ["Form[Kind]"] = "Key", ["Form[Document]"] = "QĐ 1 (dữ liệu minh họa)", ["Form[From]"] = "01/01/2026" });
}
