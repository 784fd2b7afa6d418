using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Tests;

public sealed partial class MessageTests
{
    /// <summary>A code without a sentence would be shown to an official as a code.</summary>
    [Fact]
    public void EveryBreachCode_HasAVietnameseSentence() =>
        Directory.GetFiles(Path.Combine(Root(), "src", "KhuyenCong.Domain"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Distinct()
            .Where(code => !Messages.All.ContainsKey(code))
            .ShouldBeEmpty();

    [Fact]
    public void EverySentence_IsASentence() =>
        Messages.All.Where(m => !m.Value.TrimEnd().EndsWith('.') && !m.Value.TrimEnd().EndsWith('?') && !m.Value.TrimEnd().EndsWith('!') && !m.Value.TrimEnd().EndsWith('”'))
            .Select(m => $"{m.Key}: {m.Value}")
            .ShouldBeEmpty();

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex("""new(?: Breach)?\("([a-z]+\.[a-z0-9-]+)"[,)]""")]
    private static partial Regex Code();
}
