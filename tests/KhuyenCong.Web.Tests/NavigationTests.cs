using System.Text.RegularExpressions;
using KhuyenCong.Web.Access;

namespace KhuyenCong.Web.Tests;

/// <summary>The menu shows what it names: an icon that the sprite lacks is an empty place that nobody notices.</summary>
public sealed partial class NavigationTests(App app)
{
    [Fact]
    public async Task EveryMenuEntry_HasItsIcon()
    {
        var root = app.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        using var reader = new StreamReader(root.GetFileInfo("assets/icons.svg").CreateReadStream());
        var drawn = Ids().Matches(await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Select(m => m.Groups[1].Value).ToHashSet();
        Navigation.For(_ => true, true).SelectMany(g => g.Items).Select(i => i.Icon).Where(i => !drawn.Contains(i)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/de-an", "/de-an")]
    [InlineData("/de-an/lap", "/de-an")]
    [InlineData("/de-an/ho-tro-khac", "/de-an/ho-tro-khac")]
    [InlineData("/co-so/san-pham-cua-tinh", "/co-so/san-pham-cua-tinh")]
    [InlineData("/quy-dinh/x", "/van-ban")]
    [InlineData("/huong-dan", null)]
    public void OneEntry_IsTheCurrentOne(string path, string? entry) =>
        (Navigation.Current(Navigation.For(_ => true, true).SelectMany(g => g.Items), path)?.Href).ShouldBe(entry);

    [GeneratedRegex("id=\"([^\"]+)\"")]
    private static partial Regex Ids();
}
