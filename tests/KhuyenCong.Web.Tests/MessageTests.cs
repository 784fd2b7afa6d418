using System.Globalization;
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

    /// <summary>A day is told as people write it, whatever short form the machine knows.</summary>
    [Fact]
    public void ADay_IsToldAsDayMonthYear()
    {
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Messages.For("ledger.closed", 2026, new DateOnly(2027, 2, 6)).ShouldBe("Sổ năm 2026 đã khóa ngày 06/02/2027: không ghi thêm bút toán vào năm đó.");
            Messages.For("settlement.liquidation-before", new DateOnly(2027, 2, 6)).ShouldEndWith("cuối cùng 06/02/2027.");
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex("""new(?: Breach)?\("([a-z]+\.[a-z0-9-]+)"[,)]""")]
    private static partial Regex Code();
}
