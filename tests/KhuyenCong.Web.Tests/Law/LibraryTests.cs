using System.IO.Compression;
using System.Net;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Law;

public sealed class LibraryTests(App app)
{
    [Theory]
    [InlineData("/van-ban")]
    [InlineData("/quy-dinh")]
    public async Task Lists_AreForWhoeverMayReadLaw(string url)
    {
        using var allowed = await app.As(Role.EstablishmentOwner);
        using var refused = await app.As(Role.Citizen);
        using var stranger = app.Anonymous();
        (await allowed.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await refused.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("/van-ban")]
    [InlineData("/quy-dinh")]
    public async Task Lists_OpenForTheMinistryWithoutAProvince(string url)
    {
        using var ministry = await app.As(Role.MinistryViewer);
        (await ministry.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TwoDocumentsNumbered26Of2014_AreToldApart()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var page = await client.GetPageAsync("/van-ban?tim=26/2014&co=100");
        var circular = await Given.DocumentAsync(app, "tt-26-2014-bct");
        var joint = await Given.DocumentAsync(app, "ttlt-26-2014");
        page.QuerySelector($"a[href='/van-ban/{circular}']")!.TextContent.ShouldBe("Thông tư 26/2014/TT-BCT");
        page.QuerySelector($"a[href='/van-ban/{joint}']")!.TextContent.ShouldBe("Thông tư liên tịch 26/2014/TTLT-BTC-BCT");
        page.QuerySelector($"tr:has(a[href='/van-ban/{circular}'])")!.TextContent.ShouldContain("Đừng nhầm với Thông tư liên tịch số 26/2014/TTLT-BTC-BCT ngày 18/2/2014 của Bộ Tài chính - Bộ Công Thương.");
    }

    [Fact]
    public async Task ARuleOnTheOrderOfRules_NamesBoth_AndSaysThatItIsNotVerified()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var rules = await app.WithDb("", db => db.LegalRules.Where(r => r.Code.StartsWith("kcqg.advance.")).ToDictionaryAsync(r => r.Code, r => r.LegalRuleId));
        var main = (await client.GetPageAsync($"/quy-dinh/{rules["kcqg.advance.new-enterprise-first"]}")).QuerySelector("main")!;
        main.QuerySelector($"a[href='/quy-dinh/{rules["kcqg.advance.new-enterprise"]}']").ShouldNotBeNull();
        main.QuerySelector($"a[href='/quy-dinh/{rules["kcqg.advance.ceiling-2014"]}']").ShouldNotBeNull();
        main.TextContent.ShouldContain("Chưa xác minh");
        using var leader = await app.As(Role.DepartmentLeader);
        (await leader.GetPageAsync($"/quy-dinh/{rules["kcqg.advance.new-enterprise-first"]}/xac-nhan")).QuerySelector("#he-qua")!.TextContent.ShouldContain("không chặn thêm hồ sơ nào");
    }

    [Theory]
    [InlineData("?tim=binh%20chon%20san%20pham&co=100", "tt-26-2014-bct", "tt-28-2018")]
    [InlineData("?loai=JointCircular&co=100", "ttlt-26-2014", "tt-26-2014-bct")]
    [InlineData("?kiem-chung=VerifiedVerbatim&co=100", "qd-524-2026-kh", "tt-28-2018")]
    [InlineData("?hieu-luc-ngay=01/06/2015&co=100", "tt-26-2014-bct", "nd-235-2025")]
    [InlineData("?dia-ban=75&co=100", "qd-33-2026-dn", "qd-524-2026-kh")]
    [InlineData("?dia-ban=ca-nuoc&co=100", "nd-45-2012", "qd-524-2026-kh")]
    public async Task Filters_KeepAndDrop(string query, string kept, string dropped)
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var page = await client.GetPageAsync("/van-ban" + query);
        page.QuerySelector($"a[href='/van-ban/{await Given.DocumentAsync(app, kept)}']").ShouldNotBeNull();
        page.QuerySelector($"a[href='/van-ban/{await Given.DocumentAsync(app, dropped)}']").ShouldBeNull();
    }

    [Theory]
    [InlineData("/van-ban?handler=Excel&loai=JointCircular", "26/2014/TTLT-BTC-BCT", "26/2014/TT-BCT")]
    [InlineData("/quy-dinh?handler=Excel&loai=Norm", "Tạm ứng lần một", "Thẩm định cấp cơ sở")]
    public async Task Excel_HoldsWhatIsSeen(string url, string holds, string lacks)
    {
        using var client = await app.As(Role.DepartmentOfficer);
        await using var zip = new ZipArchive(await client.GetStreamAsync(new Uri(url, UriKind.Relative)), ZipArchiveMode.Read);
        using var sheet = new StreamReader(zip.Entries.Single(e => e.FullName.Contains("sheet")).Open());
        var text = await sheet.ReadToEndAsync();
        text.ShouldContain(holds);
        text.ShouldNotContain(lacks);
    }

    [Fact]
    public async Task Document_ShowsBothDirectionsRulesAndProgramme()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var decree = await client.GetPageAsync($"/van-ban/{await Given.DocumentAsync(app, "nd-45-2012")}");
        decree.Body!.TextContent.ShouldContain("Được sửa đổi, bổ sung bởi");
        var amending = await client.GetPageAsync($"/van-ban/{await Given.DocumentAsync(app, "nd-235-2025")}");
        amending.QuerySelector("main")!.TextContent.ShouldContain("Sửa đổi, bổ sung");
        var decision = await client.GetPageAsync($"/van-ban/{await Given.DocumentAsync(app, "qd-524-2026-kh")}");
        decision.QuerySelector("main a[href^='/chuong-trinh/']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Document_OfAnotherProvince_IsPublicButItsProgrammeIsNot()
    {
        using var client = await app.As(Role.DepartmentOfficer, App.DongNai);
        var decision = await client.GetPageAsync($"/van-ban/{await Given.DocumentAsync(app, "qd-524-2026-kh")}");
        decision.QuerySelector("h1")!.TextContent.ShouldBe("Quyết định 524/QĐ-UBND");
        decision.QuerySelector("main a[href^='/chuong-trinh/']").ShouldBeNull();
    }

    [Fact]
    public async Task Document_Unknown_Is404()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.GetAsync(new Uri($"/van-ban/{Uuid.New(TimeProvider.System)}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync(new Uri($"/quy-dinh/{Uuid.New(TimeProvider.System)}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Document_IsRefusedToWhoMayNotReadLaw()
    {
        using var client = await app.As(Role.Citizen);
        (await client.GetAsync(new Uri($"/van-ban/{await Given.DocumentAsync(app, "nd-45-2012")}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(new Uri($"/quy-dinh/{await Given.RuleAsync(app)}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Rule_SaysWhatItIsWorthHere()
    {
        using var client = await app.As(Role.CommuneOfficer);
        var verified = await client.GetPageAsync($"/quy-dinh/{await Given.RuleAsync(app, Domain.Law.Verification.VerifiedVerbatim)}");
        verified.QuerySelector("main")!.TextContent.ShouldContain("hồ sơ trái quy định này bị chặn");
        var unverified = await client.GetPageAsync($"/quy-dinh/{await Given.RuleAsync(app)}");
        unverified.QuerySelector("main")!.TextContent.ShouldContain("Chưa kiểm chứng – chỉ cảnh báo");
        var foreign = await client.GetPageAsync($"/quy-dinh/{await Given.RuleAsync(app, territory: App.DongNai)}");
        foreign.QuerySelector("main")!.TextContent.ShouldContain("không áp dụng tại");
    }
}
