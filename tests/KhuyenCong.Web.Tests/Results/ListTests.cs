using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using static KhuyenCong.Web.Tests.Results.GivenResults;

namespace KhuyenCong.Web.Tests.Results;

public sealed class ListTests(App app)
{
    [Fact]
    public async Task Pages_FollowEachOther_InEveryOrder_ThereAndBack()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var programme = await GivenRows(60);
        foreach (var sort in new[] { "-ngay", "ngay", "-tien", "tien", "ten", "-ten" })
        {
            var seen = new List<string>();
            var pages = new List<IHtmlDocument>();
            for (var url = $"/ket-qua?chuong-trinh={programme.ProgrammeId}&co=25&sap-xep={sort}"; url is not null; url = pages[^1].QuerySelector("a[rel=next]")?.GetAttribute("href"))
            {
                pages.Add(await client.GetPageAsync(url));
                seen.AddRange(Titles(pages[^1]));
            }

            seen.Distinct().Count().ShouldBe(60, sort);
            pages.Count.ShouldBe(3, sort);
            pages[2].QuerySelector(".pager .summary")!.TextContent.ShouldContain("51–60 trong 60");
            var back = await client.GetPageAsync(pages[2].QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
            Titles(back).ShouldBe(seen[25..50]);
            back.QuerySelector(".pager .summary")!.TextContent.ShouldContain("26–50");
            Titles(await client.GetPageAsync(back.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)).ShouldBe(seen[..25]);
        }
    }

    [Theory]
    [InlineData("tim=mo+hinh+so+7", 1)]
    [InlineData("tim=MÔ HÌNH", 12)]
    [InlineData("tim=%25", 0)]
    [InlineData("nam=2026", 12)]
    [InlineData("nam=2027", 0)]
    [InlineData("tu=05/03/2026&den=06/03/2026", 2)]
    [InlineData("nguon=KCDP", 12)]
    [InlineData("nguon=KCQG", 0)]
    [InlineData("chi-tieu=T-1", 12)]
    [InlineData("chi-tieu=khong-co", 0)]
    [InlineData("trang-thai=rut", 0)]
    [InlineData("xa=22453", 12)]
    [InlineData("sau=x&truoc=..", 12)]
    public async Task Filters(string query, int rows)
    {
        var client = await app.As(Role.DepartmentOfficer);
        var programme = await GivenRows(12);

        var page = await client.GetPageAsync($"/ket-qua?chuong-trinh={programme.ProgrammeId}&{query}");

        Titles(page).Length.ShouldBe(rows);
    }

    [Fact]
    public async Task AnUnreadableDate_IsTold()
    {
        var page = await (await app.As(Role.DepartmentOfficer)).GetPageAsync("/ket-qua?tu=hôm qua");
        page.QuerySelector(".notice-bad")!.TextContent.ShouldContain("“hôm qua”: Ngày không đọc được");
    }

    [Fact]
    public async Task Excel_HoldsAllPages_TheSum_AndNoFormulaOfAUser()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var programme = await GivenRows(30);
        (await client.Send(FormOf(await app.Target(programme, "T-1")), Fields("=HYPERLINK(\"http://x\")"))).ResultId();

        var response = await client.GetAsync(new Uri($"/ket-qua/xuat-excel?chuong-trinh={programme.ProgrammeId}&co=25&an=nguoi,xa", UriKind.Relative));

        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        using var package = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(package.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open());
        var sheet = await reader.ReadToEndAsync();
        sheet.Split("Mô hình số").Length.ShouldBe(31);
        sheet.ShouldContain("SUM(");
        sheet.ShouldContain("=HYPERLINK(");
        sheet.ShouldNotContain("<x:f>HYPERLINK");
        sheet.ShouldNotContain("Người ghi nhận");
    }

    [Fact]
    public async Task Many_AreWithdrawn_EachWithItsReasonOrItsRefusal()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var programme = await GivenRows(3);
        var list = $"/ket-qua?chuong-trinh={programme.ProgrammeId}";
        var ids = (await client.GetPageAsync(list)).QuerySelectorAll(".row-choice").Select(b => b.GetAttribute("value")!).ToArray();
        ids.Length.ShouldBe(3);
        var chosen = ids.Select(i => KeyValuePair.Create("chon", i)).ToArray();

        var form = await (await client.SubmitAsync(list, chosen, "/ket-qua/rut?handler=Choose")).PageAsync();
        form.QuerySelectorAll("input[name=chon]").Length.ShouldBe(3);
        (await (await client.SubmitAsync(list, chosen, "/ket-qua/rut")).PageAsync()).Faults().Length.ShouldBe(3);
        (await client.SubmitAsync($"/ket-qua/{ids[0]}/rut", new { reason = "Trước đó" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var done = await (await client.SubmitAsync(list, chosen.Append(new("ly-do-chung", "Lý do chung")).Append(new($"ly-do[{ids[1]}]", "Lý do riêng")).ToArray(), "/ket-qua/rut")).PageAsync();

        done.QuerySelectorAll("tbody tr").Select(r => r.LastElementChild!.TextContent).ShouldBe(["Kết quả này đã được rút.", "Lý do riêng", "Lý do chung"]);
        (await app.Target(programme, "T-1")).ResultCount.ShouldBe(0);
        (await (await app.As(Role.FinanceOfficer)).GetPageAsync(list)).QuerySelector(".row-choice").ShouldBeNull();
    }

    [Fact]
    public async Task AView_IsSavedRenamedAndDeleted_ByItsOwnerOnly()
    {
        var client = app.Client(await app.CookieOf(await app.GivenAnAccount("bo-loc", Role.DepartmentOfficer, App.KhanhHoa)));
        const string query = "tim=m%C3%A1y&an=nguoi";

        (await client.SubmitAsync($"/ket-qua/bo-loc?{query}&sau=1", new { ten = "Máy" }, $"/ket-qua/bo-loc?{query}&sau=1&handler=Save")).Headers.Location!.ToString().ShouldBe($"/ket-qua?{query}");
        (await client.GetPageAsync("/ket-qua")).QuerySelectorAll(".menu-panel a").Select(a => a.GetAttribute("href")).ShouldContain($"/ket-qua?{query}");
        (await (await client.SubmitAsync($"/ket-qua/bo-loc?{query}", new { ten = "Máy" }, $"/ket-qua/bo-loc?{query}&handler=Save")).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("Đã có");

        var page = await client.GetPageAsync("/ket-qua/bo-loc");
        var rename = page.QuerySelectorAll("form").Select(f => f.GetAttribute("action") ?? "").First(a => a.Contains("Rename"));
        var other = await app.As(Role.DepartmentOfficer);
        (await other.SubmitAsync($"/ket-qua/bo-loc?{query}", new { ten = "Của tôi" }, rename)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.SubmitAsync("/ket-qua/bo-loc", new { ten = "Máy móc" }, rename)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.SubmitAsync("/ket-qua/bo-loc", new { }, rename.Replace("Rename", "Delete"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/ket-qua/bo-loc")).QuerySelector("tbody tr").ShouldBeNull();
    }

    [Fact]
    public async Task ACommuneOfficer_SeesTheirCommune_AndAForeignProgrammeIsEmpty()
    {
        var programme = await GivenRows(2);
        var url = $"/ket-qua?chuong-trinh={programme.ProgrammeId}";
        Titles(await (await app.As(Role.CommuneOfficer, App.KhanhHoa, CamLam)).GetPageAsync(url)).Length.ShouldBe(2);
        Titles(await (await app.As(Role.CommuneOfficer, App.KhanhHoa, "22363")).GetPageAsync(url)).ShouldBeEmpty();
        Titles(await (await app.As(Role.DepartmentOfficer, App.DongNai)).GetPageAsync(url)).ShouldBeEmpty();
        (await (await app.As(Role.TreasuryOfficer)).GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Anonymous().GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static string[] Titles(IHtmlDocument page) => [.. page.QuerySelectorAll("#ket-qua tbody th a").Select(a => a.TextContent)];

    /// <summary>Rows of one target, a day apart, with equal amounts in pairs so that ties are met.</summary>
    private async Task<Programme> GivenRows(int count)
    {
        var programme = await app.AProgramme();
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var target = db.Targets.Single(t => t.ProgrammeId == programme.ProgrammeId && t.Code == "T-1");
            for (var i = 1; i <= count; i++)
            {
                var recorded = new ResultRecorded(Id(), programme.ProvinceCode, programme.ProgrammeId, target.TargetId, 1, null, 1, new DateOnly(2026, 3, 1).AddDays((i - 1) % 40), CamLam, null, $"Mô hình số {i}",
                    null, null, NaturalKeyKind.Other, $"{programme.ProgrammeId:N}{i}", null, [new("KCDP", new(i / 2 * 1000L + 1))], [], "test", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));
                db.Results.Add(Result.From(recorded, Id));
                target.Apply(recorded);
            }

            db.Because("result.recorded", "test");
            await db.SaveChangesAsync();
            return 0;
        });
        return programme;
    }
}
