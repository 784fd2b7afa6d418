using System.Net;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tests.Help;

[Trait("Database", "any")]
public sealed class GuideTests(App app)
{
    public static TheoryData<string> Guides => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "user-guide"), "*.md").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task EveryGuide_Opens_AndItsLinksLeadSomewhere(string name)
    {
        using var client = app.Anonymous();
        var page = await client.GetPageAsync($"/huong-dan/{name}");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        foreach (var link in page.QuerySelectorAll(".guide-text a, .guide-contents a").Select(a => a.GetAttribute("href")!).Distinct())
        {
            link.ShouldStartWith("/huong-dan");
            var target = await client.GetPageAsync(link.Split('#')[0]);
            target.QuerySelector(".guide-text").ShouldNotBeNull(link);
            if (link.Split('#') is [_, var anchor])
            {
                target.GetElementById(anchor).ShouldNotBeNull(link);
            }
        }
    }

    /// <summary>What a page calls its help is a part of the guide that is there.</summary>
    [Theory]
    [InlineData(Role.DepartmentLeader, "/")]
    [InlineData(Role.DepartmentLeader, "/quy-dinh")]
    [InlineData(Role.DepartmentLeader, "/van-ban/nhap")]
    [InlineData(Role.DepartmentLeader, "/de-xuat-sua-doi")]
    [InlineData(Role.DepartmentLeader, "/ket-qua/bo-loc")]
    [InlineData(Role.DepartmentLeader, "/so-du-toan")]
    [InlineData(Role.MinistryViewer, "/so-sanh")]
    public async Task TheHelpOfAPage_LeadsSomewhere(Role role, string path)
    {
        using var client = await app.As(role);
        var help = (await client.GetPageAsync(path)).QuerySelector("header a[href^='/huong-dan/']")!.GetAttribute("href")!;
        var page = await client.GetPageAsync(help.Split('#')[0]);
        page.QuerySelector(".guide-text").ShouldNotBeNull(help);
        if (help.Split('#') is [_, var anchor])
        {
            page.GetElementById(anchor).ShouldNotBeNull(help);
        }
    }

    [Theory]
    [InlineData("/huong-dan/khong-co")]
    [InlineData("/huong-dan/../appsettings.json")]
    [InlineData("/huong-dan/hinh/khong-co.png")]
    public async Task NothingElse_IsServed(string url)
    {
        using var client = app.Anonymous();
        (await client.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
