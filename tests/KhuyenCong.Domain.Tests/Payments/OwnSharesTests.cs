using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Payments;

namespace KhuyenCong.Domain.Tests.Payments;

/// <summary>The province's share for a kind goes before the one for its content, and that before the general one.</summary>
public sealed class OwnSharesTests
{
    // What the province has entered: "code share", with "!" where it is verified; code "-" is the general one.
    [Theory]
    [InlineData("", "machines", "")]
    [InlineData("- 50!", "machines", "5000!")]
    [InlineData("- 50!, k3 60!", "machines", "6000!")]
    [InlineData("- 50!, k3 60!, machines 70!", "machines", "7000!")]
    [InlineData("- 50!, machines 70!", "vocational-training", "5000!")]
    [InlineData("- 50!, k3 60!", "", "6000!")]
    [InlineData("machines 70!", "", "")]
    [InlineData("- 50!, machines 70", "machines", "7000 5000!")] // not verified yet: told, and the general one still binds
    [InlineData("machines 70", "machines", "7000")]
    [InlineData("machines 70!, media 40!", "machines media", "7000! 4000")] // only above the higher is it certain
    [InlineData("machines 70!", "machines media", "7000")] // of media nothing is known
    public void TheNearest_IsTaken(string entered, string kinds, string expected)
    {
        var rules = entered.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split(' ')).ToDictionary(
            e => LocalRegulations.CodeOf("56", LocalSubject.Advance, e[0] == "-" ? null : e[0]),
            e => Given.Rule(e[0], int.Parse(e[1].TrimEnd('!'), System.Globalization.CultureInfo.InvariantCulture) * 100, e[1].EndsWith('!') ? Verification.VerifiedVerbatim : Verification.Secondary, null));
        var found = OwnShares.Of("56", kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries), "k3", Given.Today, (code, _) => rules.TryGetValue(code, out var rule) ? rule : (LawRow?)null);
        string.Join(' ', found.Select(f => $"{f.Law.Rule.BasisPoints}{(f.IsCertain ? "!" : "")}")).ShouldBe(expected);
    }

    [Fact]
    public void AShareWithoutAFigure_IsNone() =>
        OwnShares.Of("56", ["machines"], "k3", Given.Today, (code, _) => Given.Rule(code, null)).ShouldBeEmpty();
}
