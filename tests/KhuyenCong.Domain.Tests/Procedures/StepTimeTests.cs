using KhuyenCong.Domain.Calendars;
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
        WorkingCalendar.Unknown.Elapsed(Monday.AddDays(since), Monday.AddDays(today), DayKind.Working).ShouldBe(days);

    [Fact]
    public void CalendarDays_AreAllDays() => WorkingCalendar.Unknown.Elapsed(Monday, Monday.AddDays(9), DayKind.Calendar).ShouldBe(9);

    [Fact]
    public void TheStep_IsFoundByTheState_WithItsTime()
    {
        var procedure = Given.Procedure(Given.Text(Given.Step(), Given.Step("Thẩm định", ProjectState.InAppraisal, 5)));
        var time = StepTime.Of(procedure, ProjectState.InAppraisal, Monday, Monday.AddDays(3), WorkingCalendar.Unknown).ShouldNotBeNull();
        (time.Steps.Single().Number, time.Allowed, time.Elapsed, time.IsOver).ShouldBe((2, new DayCount(5, DayKind.Working), 3, false));
        (time.Total, time.Next).ShouldBe((2, null));
        StepTime.Of(procedure, ProjectState.Filed, Monday, Monday, WorkingCalendar.Unknown)!.Next!.Name.ShouldBe("Thẩm định");
        StepTime.Of(procedure, ProjectState.InAppraisal, Monday, Monday.AddDays(7), WorkingCalendar.Unknown)!.IsOver.ShouldBeFalse(); // the fifth working day
        StepTime.Of(procedure, ProjectState.InAppraisal, Monday, Monday.AddDays(8), WorkingCalendar.Unknown)!.IsOver.ShouldBeTrue();
        StepTime.Of(procedure, ProjectState.Approved, Monday, Monday, WorkingCalendar.Unknown).ShouldBeNull();
    }

    [Fact]
    public void SeveralSteps_OfOneState_AddUp_WhereTheyCan()
    {
        Of(Given.Step(days: 2), Given.Step(days: 3)).Allowed.ShouldBe(new DayCount(5, DayKind.Working));
        Of(Given.Step(days: 2), Given.Step()).Allowed.ShouldBeNull();
        Of(Given.Step(days: 2), Given.Step(days: 3, kind: DayKind.Calendar)).Allowed.ShouldBeNull();
        Of(Given.Step(), Given.Step()).IsOver.ShouldBeFalse();

        static StepTime Of(params StepText[] steps) => StepTime.Of(Given.Procedure(Given.Text(steps)), ProjectState.Filed, Monday, Monday.AddDays(30), WorkingCalendar.Unknown).ShouldNotBeNull();
    }

    [Fact]
    public void DaysOff_MoveTheLastDay_AndUnknownYearsAreTold()
    {
        var calendar = Calendars.Given.Calendar();
        var since = new DateOnly(2040, 2, 8); // a Wednesday before nine days off
        StepTime At(int day, WorkingCalendar by) => StepTime.Of(Given.Procedure(Given.Text(Given.Step(days: 2))), ProjectState.Filed, since, new(2040, 2, day), by).ShouldNotBeNull();
        (At(17, calendar).Elapsed, At(17, calendar).DueOn, At(18, calendar).IsOver, At(20, calendar).IsOver).ShouldBe((1, new DateOnly(2040, 2, 18), false, true));
        At(17, calendar).UnknownYears.ShouldBeEmpty();
        (At(17, WorkingCalendar.Unknown).Elapsed, At(17, WorkingCalendar.Unknown).IsOver).ShouldBe((7, true));
        At(17, WorkingCalendar.Unknown).UnknownYears.ShouldBe([2040]);
    }

    [Fact]
    public void ATimeInDaysOfTheCalendar_EndsLater_OnlyWhereARuleSaysSo()
    {
        var calendar = Calendars.Given.Calendar();
        var procedure = Given.Procedure(Given.Text(Given.Step(days: 3, kind: DayKind.Calendar)));
        StepTime At(int day, bool movesOn) => StepTime.Of(procedure, ProjectState.Filed, new(2040, 2, 7), new(2040, 2, day), calendar, movesOn).ShouldNotBeNull();
        (At(11, false).DueOn, At(11, false).MovedTo, At(11, false).IsOver).ShouldBe((new DateOnly(2040, 2, 10), null, true));
        (At(17, true).DueOn, At(17, true).MovedTo, At(17, true).IsOver, At(18, true).IsOver).ShouldBe((new DateOnly(2040, 2, 10), new DateOnly(2040, 2, 17), false, true));

        // Working days end on working days by themselves.
        StepTime.Of(Given.Procedure(Given.Text(Given.Step(days: 2))), ProjectState.Filed, new(2040, 2, 7), new(2040, 2, 8), calendar, true)!.MovedTo.ShouldBeNull();
    }
}
