using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests;

/// <summary>One legal term, one identifier: the glossary and the domain's public types agree.</summary>
public sealed class GlossaryTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "glossary.md"));

    private static readonly string[][] Rows = [.. Lines.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())];

    private static readonly HashSet<string> Identifiers = [.. Rows.SelectMany(r => r[1].Split('/', ',')).Select(i => i.Trim())];

    private static readonly HashSet<string> Technical = [.. Lines.Where(l => l.StartsWith("Technical types:", StringComparison.Ordinal)).SelectMany(l => l["Technical types:".Length..].Split(',')).Select(t => t.Trim().TrimEnd('.'))];

    private static readonly Type[] Types = [.. typeof(Programme).Assembly.GetExportedTypes().Where(t => !t.IsNested && t.Namespace != "KhuyenCong.Domain.Kernel")];

    [Fact]
    public void EveryPublicType_HasARow_OrIsTechnical() =>
        Types.Select(t => t.Name.Split('`')[0]).Where(n => !Identifiers.Contains(n) && !Technical.Contains(n)).ShouldBeEmpty();

    /// <summary>Two lines of one merge say the same until one of them is changed.</summary>
    [Fact]
    public void ATechnicalType_IsNamedOnce() =>
        Lines.Where(l => l.StartsWith("Technical types:", StringComparison.Ordinal)).SelectMany(l => l["Technical types:".Length..].Split(',')).Select(t => t.Trim().TrimEnd('.'))
            .GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void NoPublicType_IsNamedByANeverWord()
    {
        var never = Rows.Where(r => r.Length > 3).SelectMany(r => r[3].Split(',')).Select(w => w.Split('(')[0].Trim()).Where(w => w.Length > 0).ToHashSet();
        Types.Select(t => t.Name).Where(n => never.Contains(n) && !Identifiers.Contains(n)).ShouldBeEmpty();
    }
}
