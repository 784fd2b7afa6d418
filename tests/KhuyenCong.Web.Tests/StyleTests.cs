using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KhuyenCong.Web.Tests;

/// <summary>Of the library's styles the build keeps what the sources name: a class put together of parts would lose its look and nobody would be told.</summary>
[Trait("Database", "any")]
public sealed partial class StyleTests
{
    // Our own styles are all kept.
    private static readonly string[] Ours = ["notice-", "shade-", "tag-"];

    [Fact]
    public void Classes_AreWrittenOut()
    {
        var web = Path.Combine(Root(), "src", "KhuyenCong.Web");
        var found = new[] { "Pages", "TagHelpers", "Assets/js" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(web, folder), "*", SearchOption.AllDirectories))
            .SelectMany(file => Composed().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Part: match.Groups["part"].Value)))
            .ToList();
        found.Where(f => !Ours.Contains(f.Part)).ShouldBeEmpty();
        // The rule is alive: it finds ours.
        found.ShouldNotBeEmpty();
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex("""class(?:Name)?"?\s*[=:,]\s*[$@]*["'`][^"'`\n]*?(?<part>[a-z]+-)(?:@|\$?\{)""")]
    private static partial Regex Composed();
}
