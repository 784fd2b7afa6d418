using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Tests.Establishments;

public sealed class SizeRuleTests
{
    [Theory]
    [InlineData(10, 3_000L, null, SizeClass.Micro)]
    [InlineData(10, 3_001L, 3_000L, SizeClass.Micro)]
    [InlineData(10, 3_001L, 3_001L, SizeClass.Small)]
    [InlineData(11, 1L, 1L, SizeClass.Small)]
    [InlineData(100, 50_000L, 999_999L, SizeClass.Small)]
    [InlineData(101, 50_000L, null, SizeClass.Medium)]
    [InlineData(200, 200_001L, 100_000L, SizeClass.Medium)]
    [InlineData(200, 200_001L, 100_001L, SizeClass.Large)]
    [InlineData(201, 1L, 1L, SizeClass.Large)]
    [InlineData(201, null, null, SizeClass.Large)]
    [InlineData(10, null, null, null)]
    [InlineData(10, 3_001L, null, null)]
    [InlineData(10, null, 3_001L, null)]
    [InlineData(null, 1L, 1L, null)]
    public void FiguresGiveAClass_OrSayThatTheyDoNot(int? labour, long? revenue, long? capital, SizeClass? size) =>
        Given.Size.Suggest(new(2025, labour, capital is { } c ? Dong.Millions(c) : null, revenue is { } r ? Dong.Millions(r) : null)).ShouldBe(size);

    [Fact]
    public void WithoutThresholds_NothingIsSuggested() => SizeRule.None.Suggest(new(2025, 5, Dong.Zero, Dong.Zero)).ShouldBeNull();

    [Fact]
    public void TheLatestYearCounts_AndTheOfficialsWordBeforeTheSuggestion()
    {
        var establishment = Given.Establishment(new YearEntry(2024, 5, Dong.Millions(1)), new YearEntry(2025, 50, Dong.Millions(1)) { ConfirmedSize = SizeClass.Medium }, new YearEntry(2026, null));
        (establishment.Size, establishment.SizeYear, establishment.SizeIsConfirmed).ShouldBe((SizeClass.Medium, 2025, true));
        establishment.Years.Select(y => y.SuggestedSize).ShouldBe([SizeClass.Micro, SizeClass.Small, null]);
    }
}
