using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

public class FeasibilityClockTests
{
    private static readonly ProgrammeText Text = DiscrepancyRulesTests.Money(("T", null, null, 1_000), ("A", "KCDP", null, 1_000), ("B", "KCDP", 2026, 300), ("C", "DOIUNG", 2026, null));
    private static readonly DateOnly Middle = new(2028, 6, 30);

    [Theory]
    [InlineData(TargetOperator.Exactly, 99, false)]
    [InlineData(TargetOperator.Exactly, 100, true)]
    [InlineData(TargetOperator.AtLeast, 99, false)]
    [InlineData(TargetOperator.AtLeast, 100, true)]
    [InlineData(TargetOperator.MoreThan, 100, false)]
    [InlineData(TargetOperator.MoreThan, 101, true)]
    public void Operators_SayHowMuchIsEnough(TargetOperator @operator, long achieved, bool met) =>
        (Read(Progress(achieved) with { Operator = @operator }).Status is TargetStatus.Met).ShouldBe(met);

    [Theory]
    [InlineData("2025-12-31", 0, 0, TargetStatus.NotDue)]
    [InlineData("2026-01-01", 0, 1, TargetStatus.NotDue)]
    [InlineData("2026-01-19", 0, 19, TargetStatus.Behind)] // 100 × 19 : 1.826 = 1,04
    [InlineData("2026-01-18", 0, 18, TargetStatus.NotDue)] // 100 × 18 : 1.826 = 0,99
    [InlineData("2026-01-19", 1, 19, TargetStatus.OnPace)]
    [InlineData("2030-12-31", 99, 1826, TargetStatus.Behind)]
    [InlineData("2031-01-01", 99, 1826, TargetStatus.Impossible)]
    [InlineData("2031-01-01", 100, 1826, TargetStatus.Met)]
    public void Status_OnADay(string day, long achieved, int elapsed, TargetStatus status)
    {
        var reading = Read(Progress(achieved), DateOnly.Parse(day, null));
        (reading.Status, reading.ElapsedDays, reading.ElapsedDays + reading.RemainingDays).ShouldBe((status, elapsed, 1826));
    }

    [Fact]
    public void Condition_IsNeverAFailure() =>
        Read(Progress(0) with { Condition = "nếu được phân bổ" }, new(2031, 1, 1)).Status.ShouldBe(TargetStatus.Conditional);

    [Fact]
    public void PerRound_IsOnlyMultipliedWhereRoundsAreLinked()
    {
        var perRound = Progress(0) with { Operator = TargetOperator.MoreThan, Quantity = 50, Per = TargetPer.Round };
        var unknown = Read(perRound);
        (unknown.Needed, unknown.Status).ShouldBe((null, TargetStatus.NotEnoughData));
        unknown.Steps[^1].Explanation.ShouldContain("chưa gắn chỉ tiêu đếm số đợt");
        Read(perRound with { Rounds = 3 }).Needed.ShouldBe(153);
        Read(Progress(0) with { Quantity = 2, Per = TargetPer.Year }).Needed.ShouldBe(10);
        Read(Progress(5) with { Quantity = null }).Status.ShouldBe(TargetStatus.NotEnoughData);
    }

    [Theory]
    [InlineData("2028-12-31", 730, false)] // 730 days later is 2030-12-31, the last day
    [InlineData("2029-01-01", 730, true)]
    [InlineData("2028-12-31", 731, true)]
    public void Interval_RulesOutTheLastRound(string lastOn, int days, bool impossible)
    {
        var target = Progress(2) with { Quantity = 3, LastOn = DateOnly.Parse(lastOn, null) };
        var reading = FeasibilityClock.Read(Text, target, MoneyClock.Read(Text, []), new(2029, 6, 1), days);
        (reading.Status is TargetStatus.Impossible).ShouldBe(impossible);
    }

    [Theory]
    [InlineData(100, 900, false)] // 100 each, 9 to go: 900 of 900 left
    [InlineData(101, 899, true)]
    [InlineData(100, 899, true)]
    public void Money_WarnsByOneDong(long spent, long left, bool isShort)
    {
        var money = new MoneyClock([new("KCDP", null, new Dong(left), Dong.Zero)], []);
        var reading = FeasibilityClock.Read(Text, Progress(1) with { Quantity = 10, Spent = new(spent) }, money, Middle);
        (reading.MoneyShort, reading.Status).ShouldBe((isShort, TargetStatus.Behind));
    }

    [Fact]
    public void MoneyClock_KeepsBlanksBlank()
    {
        var clock = MoneyClock.Read(Text, [new("KCDP", 2026, new(301)), new("KCDP", 2027, new(1)), new("CAPXA", 2026, new(5))]);
        clock.BySource.Select(c => (c.SourceCode, c.Remaining?.Amount)).ShouldBe([("KCDP", 698), ("CAPXA", null), ("DOIUNG", null)]);
        clock.BySourceAndYear.Where(c => c.Remaining is not null).ShouldHaveSingleItem().Remaining.ShouldBe(new Dong(-1));
        clock.RemainingOf(["KCDP"]).ShouldBe(new Dong(698));
        clock.RemainingOf(["KCDP", "DOIUNG"]).ShouldBeNull();
        clock.RemainingOf([]).ShouldBeNull();
    }

    [Fact]
    public void Paces_AreShownWithTheirArithmetic()
    {
        var reading = Read(Progress(30));
        reading.PaceSoFar.ShouldBe(30m * 365 / 912);
        reading.PaceNeeded.ShouldBe(70m * 365 / 914);
        reading.Steps.Select(s => s.Explanation).ShouldContain("70 × 365 : 914 = 27,95 đề án/năm. Đây là nhịp độ để so sánh, không phải kế hoạch từng năm.");
    }

    private static TargetProgress Progress(long achieved) =>
        new("X", "đề án", TargetOperator.Exactly, 100, TargetPer.Period, null, achieved, Dong.Zero, null, ["KCDP"]);

    private static TargetReading Read(TargetProgress progress, DateOnly? day = null) =>
        FeasibilityClock.Read(Text, progress, MoneyClock.Read(Text, []), day ?? Middle);
}
