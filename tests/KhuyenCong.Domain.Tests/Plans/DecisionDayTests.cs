using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Tests.Plans;

public sealed class DecisionDayTests
{
    private static readonly DateOnly Decided = new(2026, 3, 10);

    [Theory]
    [InlineData(-2, -1, null)]
    [InlineData(0, 0, null)]
    [InlineData(-1, 1, "plan.decided-before-appraised")]
    [InlineData(1, 2, "plan.decided-before-filed")]
    [InlineData(1, null, "plan.decided-before-filed")]
    [InlineData(null, 1, "plan.decided-before-appraised")]
    [InlineData(null, null, null)]
    public void ADecisionThatComesBeforeItsDossier_IsTold(int? filed, int? appraised, string? code)
    {
        DateOnly? Day(int? after) => after is { } days ? Decided.AddDays(days) : null;
        DecisionDay.Warnings(Decided, [new("Đề án", Day(filed), Day(appraised))]).Select(b => b.Code).ShouldBe(code is null ? [] : [code]);
    }
}
