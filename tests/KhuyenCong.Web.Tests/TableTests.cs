using System.IO.Compression;
using System.Net;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tests;

/// <summary>What every list can do: filter, sort, page, and export exactly what is seen.</summary>
public sealed class TableTests(App app)
{
    [Theory]
    [InlineData("/tai-khoan?tim=kh.&vai-tro=Administrator", "kh.quantri", "kh.chuyenvien")]
    [InlineData("/to-chuc?loai=FinanceDepartment", "Sở Tài chính", "Trung tâm")]
    [InlineData("/dia-ban?loai=SpecialZone", "Trường Sa", "Cam Lâm")]
    public async Task WhatIsFiltered_IsWhatIsExported(string url, string holds, string lacks)
    {
        using var client = await app.As(Role.Administrator);
        await SeesAsync(client, url, holds, lacks);
    }

    [Theory]
    [InlineData("/chuong-trinh?tim=524", "524/QĐ-UBND", "33/QĐ-UBND")]
    [InlineData("/chuong-trinh?nam=2026&trang-thai=InForce&tim=524", "524/QĐ-UBND", "Bản nháp")]
    public async Task Programmes_AreFilteredAndExported(string url, string holds, string lacks)
    {
        using var client = await app.As(Role.DepartmentOfficer);
        await SeesAsync(client, url, holds, lacks);
        (await client.GetPageAsync("/chuong-trinh?tim=khong-co-dau")).QuerySelector(".empty-state")!.TextContent.ShouldContain("Không có chương trình phù hợp");
    }

    [Theory]
    [InlineData("/dia-ban", "ten")]
    [InlineData("/dia-ban", "dien-tich")]
    [InlineData("/to-chuc?dang=bang", "ten")]
    public async Task SortingTheOtherWay_TurnsTheListRound(string url, string key)
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var sign = url.Contains('?') ? '&' : '?';
        var rising = await RowsAsync(client, $"{url}{sign}sap-xep={key}&co=25");
        var falling = await RowsAsync(client, $"{url}{sign}sap-xep=-{key}&co=25");
        rising.Length.ShouldBe(25);
        falling.Length.ShouldBe(25);
        rising[0].ShouldNotBe(falling[0]);
        (await RowsAsync(client, $"{url}{sign}sap-xep={key}&co=25&trang=2"))[0].ShouldNotBe(rising[0]);
    }

    [Theory]
    [InlineData("/kien-nghi", "trang-thai=Filed", Role.DepartmentOfficer)]
    [InlineData("/van-ban", "loai=Circular", Role.DepartmentOfficer)]
    [InlineData("/nhat-ky", "viec=account.locked", Role.DepartmentOfficer)]
    public async Task AFilter_IsKeptUnderAName(string list, string query, Role role)
    {
        var client = app.Client(await app.CookieOf(await app.GivenAnAccount("bo-loc", role, App.KhanhHoa)));
        var name = $"Bộ lọc của {list}";
        (await client.SubmitAsync($"{list}/bo-loc?{query}", new { ten = name }, $"{list}/bo-loc?{query}&trang=3&handler=Save")).Headers.Location!.ToString().ShouldBe($"{list}?{query}");
        (await client.GetPageAsync(list)).QuerySelectorAll(".filter-bar .menu-panel a").Select(a => (a.GetAttribute("href"), a.TextContent)).ShouldContain(($"{list}?{query}", name));
    }

    [Fact]
    public async Task FiltersOfAList_AreForWhoeverMaySeeIt()
    {
        using var clerk = await app.As(Role.Clerk);
        (await clerk.GetAsync(new Uri("/nhat-ky/bo-loc", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.SubmitAsync("/van-ban", new { ten = "x" }, "/nhat-ky/bo-loc?handler=Save")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.GetAsync(new Uri("/khong-co/bo-loc", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task SeesAsync(HttpClient client, string url, string holds, string lacks)
    {
        var page = (await client.GetPageAsync(url)).QuerySelector("tbody")!.TextContent;
        page.ShouldContain(holds);
        page.ShouldNotContain(lacks);
        await using var zip = new ZipArchive(await client.GetStreamAsync(new Uri(url + "&handler=Excel", UriKind.Relative)), ZipArchiveMode.Read);
        using var sheet = new StreamReader(zip.Entries.Single(e => e.FullName.Contains("sheet")).Open());
        var text = await sheet.ReadToEndAsync();
        text.ShouldContain(holds);
        text.ShouldNotContain(lacks);
    }

    private static async Task<string[]> RowsAsync(HttpClient client, string url) =>
        [.. (await client.GetPageAsync(url)).QuerySelector(".table-frame")!.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim())];
}
