using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Procedures;

public sealed class StepTimeTests
{
    // 28/09/2026 is a Monday.
    private static readonly DateOnly Monday = new(2026, 9, 28);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 4, 4)] // Friday
    [InlineData(0, 5, 4)] // Saturday counts nothing
    [InlineData(0, 6, 4)]
    [InlineData(0, 7, 5)] // Monday again
    [InlineData(4, 7, 1)] // from Friday to Monday
    [InlineData(5, 6, 0)] // within a weekend
    [InlineData(5, 7, 1)]
    [InlineData(0, 70, 50)]
    [InlineData(3, 32, 21)] // Thursday to a Friday four weeks later
    [InlineData(3, 1, 0)] // a day before
    public void WorkingDays_AreMondayToFriday_WithoutTheFirst(int since, int today, int days) =>
        DayCount.Elapsed(Monday.AddDays(since), Monday.AddDays(today), DayKind.Working).ShouldBe(days);

    [Fact]
    public void CalendarDays_AreAllDays() => DayCount.Elapsed(Monday, Monday.AddDays(9), DayKind.Calendar).ShouldBe(9);

    [Fact]
    public void TheStep_IsFoundByTheState_WithItsTime()
    {
        var procedure = Given.Procedure(Given.Text(Given.Step(), Given.Step("Thẩm định", ProjectState.InAppraisal, 5)));
        var time = StepTime.Of(procedure, ProjectState.InAppraisal, Monday, Monday.AddDays(3)).ShouldNotBeNull();
        (time.Steps.Single().Number, time.Allowed, time.Elapsed, time.IsOver).ShouldBe((2, new DayCount(5, DayKind.Working), 3, false));
        StepTime.Of(procedure, ProjectState.InAppraisal, Monday, Monday.AddDays(7))!.IsOver.ShouldBeFalse(); // the fifth working day
        StepTime.Of(procedure, ProjectState.InAppraisal, Monday, Monday.AddDays(8))!.IsOver.ShouldBeTrue();
        StepTime.Of(procedure, ProjectState.Approved, Monday, Monday).ShouldBeNull();
    }

    [Fact]
    public void SeveralSteps_OfOneState_AddUp_WhereTheyCan()
    {
        Of(Given.Step(days: 2), Given.Step(days: 3)).Allowed.ShouldBe(new DayCount(5, DayKind.Working));
        Of(Given.Step(days: 2), Given.Step()).Allowed.ShouldBeNull();
        Of(Given.Step(days: 2), Given.Step(days: 3, kind: DayKind.Calendar)).Allowed.ShouldBeNull();
        Of(Given.Step(), Given.Step()).IsOver.ShouldBeFalse();

        static StepTime Of(params StepText[] steps) => StepTime.Of(Given.Procedure(Given.Text(steps)), ProjectState.Filed, Monday, Monday.AddDays(30)).ShouldNotBeNull();
    }
}
