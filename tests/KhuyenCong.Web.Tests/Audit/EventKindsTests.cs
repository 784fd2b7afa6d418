using System.Text.RegularExpressions;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Tests.Audit;

public sealed partial class EventKindsTests
{
    private static readonly string Repository = Above(AppContext.BaseDirectory);

    [Fact]
    public void EveryKindInCode_HasASentence()
    {
        var used = Directory.EnumerateFiles(Path.Combine(Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Calls().Matches(File.ReadAllText(f)))
            .SelectMany(call => KindText().Matches(call.Value).Select(k => k.Groups[1].Value))
            .ToHashSet();
        used.ShouldContain("membership.granted");
        used.Except(AuditWords.All.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void TheList_IsWhatTheCodeSays() =>
        Rows().Matches(File.ReadAllText(Path.Combine(Repository, "docs", "events.md"))).ToDictionary(r => r.Groups[1].Value, r => r.Groups[2].Value)
            .ShouldBe(AuditWords.All, ignoreOrder: true);

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "KhuyenCong.slnx")) ? folder : Above(Path.GetDirectoryName(folder)!);

    [GeneratedRegex(@"\.(?:Because|BecauseTyped|Tell)\(.*?\);", RegexOptions.Singleline)]
    private static partial Regex Calls();

    [GeneratedRegex("\"([a-z]+\\.[a-z-]+)\"")]
    private static partial Regex KindText();

    [GeneratedRegex(@"^\| `([a-z.-]+)` \| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
