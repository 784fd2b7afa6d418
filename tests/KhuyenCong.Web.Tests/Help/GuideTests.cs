using System.Net;

namespace KhuyenCong.Web.Tests.Help;

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
