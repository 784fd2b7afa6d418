using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Procedures;

namespace KhuyenCong.Domain.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = Given.Calendar();

    // From before the first known year to after the last: every day of every kind of week, year edges included.
    private static readonly DateOnly[] Days = [.. Enumerable.Range(0, 900).Select(i => new DateOnly(2039, 12, 1).AddDays(i))];

    [Theory]
    [InlineData("08/02/2040", "16/02/2040", 0)] // the whole holiday, weekend included
    [InlineData("08/02/2040", "17/02/2040", 1)]
    [InlineData("08/02/2040", "18/02/2040", 2)] // a Saturday made up
    [InlineData("08/02/2040", "20/02/2040", 3)] // and the Monday
    [InlineData("27/04/2040", "02/05/2040", 1)] // Friday to Wednesday over two days off
    [InlineData("31/08/2040", "03/09/2040", 1)] // a holiday on a Sunday takes nothing away
    [InlineData("31/12/2040", "02/01/2041", 1)] // over New Year
    [InlineData("30/12/2041", "02/01/2042", 2)] // into a year that nobody entered: Monday to Friday
    public void PublishedDays_AreTakenOff_AndMadeUpOnesCount(string since, string today, int days) =>
        Calendar.Elapsed(Given.Day(since), Given.Day(today), DayKind.Working).ShouldBe(days);

    [Fact]
    public void ElapsedIsTheNumberOfWorkingDays_OneByOne()
    {
        foreach (var since in Days.Where((_, i) => i % 7 == 0))
        {
            var counted = 0;
            for (var day = since.AddDays(1); day <= Days[^1]; day = day.AddDays(1))
            {
                counted += Calendar.IsWorking(day) ? 1 : 0;
                Calendar.Elapsed(since, day, DayKind.Working).ShouldBe(counted);
            }
        }
    }

    [Fact]
    public void DueAndElapsed_AreEachOthersInverse_AndNeverGoBack()
    {
        foreach (var kind in Enum.GetValues<DayKind>())
        {
            foreach (var since in Days)
            {
                var before = since;
                for (var n = 0; n <= 25; n++)
                {
                    var due = Calendar.Due(since, n, kind);
                    Calendar.Elapsed(since, due, kind).ShouldBe(n);
                    (n == 0 || due > before).ShouldBeTrue();
                    (n == 0 || kind is DayKind.Calendar || (Calendar.IsWorking(due) && Calendar.Elapsed(since, due.AddDays(-1), kind) == n - 1)).ShouldBeTrue();
                    Calendar.Due(since.AddDays(1), n, kind).ShouldBeGreaterThanOrEqualTo(due);
                    before = due;
                }
            }
        }
    }

    [Fact]
    public void UnknownYears_AreTold_OnlyWhereTheCountReachesThem()
    {
        Calendar.UnknownYears(Given.Day("01/06/2040"), Given.Day("01/06/2041")).ShouldBeEmpty();
        Calendar.UnknownYears(Given.Day("30/12/2041"), Given.Day("02/01/2042")).ShouldBe([2042]);
        Calendar.UnknownYears(Given.Day("31/12/2039"), Given.Day("02/01/2043")).ShouldBe([2039, 2042, 2043]);
        Calendar.UnknownYears(Given.Day("02/01/2043"), Given.Day("31/12/2039")).ShouldBeEmpty();
        WorkingCalendar.Unknown.UnknownYears(Given.Today, Given.Today).ShouldBe([2026]);
    }

    [Fact]
    public void APartialSchedule_TakesItsDaysOff_ButTheYearStaysUnknown()
    {
        var partly = WorkingCalendar.Of([Given.Published(Given.Text(2042, Given.Off("03/03/2042")) with { IsWholeYear = false })]);
        partly.IsWorking(Given.Day("03/03/2042")).ShouldBeFalse();
        partly.Knows(2042).ShouldBeFalse();
    }

    [Fact]
    public void AProvince_AddsItsOwnDays_AndNeverMakesTheYearKnown()
    {
        var own = Given.Published(Given.Text(2040, Given.Off("11/09/2040", name: "Ngày của tỉnh")), Given.Province);
        own.IsWholeYear.ShouldBeFalse();
        var calendar = WorkingCalendar.Of([own]);
        (calendar.IsWorking(Given.Day("11/09/2040")), calendar.NameOf(Given.Day("11/09/2040")), calendar.Knows(2040)).ShouldBe((false, "Ngày của tỉnh", false));

        // A day off of either is off, whatever the other made up.
        WorkingCalendar.Of([Given.Published(Given.Text(2040, Given.MadeUp("18/02/2040"))), Given.Published(Given.Text(2040, Given.Off("18/02/2040")), Given.Province)])
            .IsWorking(Given.Day("18/02/2040")).ShouldBeFalse();
    }

    [Fact]
    public void OnlyWhatIsPublished_Counts()
    {
        var draft = Given.Schedule(Given.Text(2042, Given.Off("03/03/2042")));
        var withdrawn = Given.Published(Given.Text(2042, Given.Off("04/03/2042")));
        withdrawn.Apply(HolidayScheduling.Withdraw(withdrawn, "Nhập nhầm", null, Given.Today).Event.ShouldNotBeNull());
        var calendar = WorkingCalendar.Of([draft, withdrawn]);
        (calendar.IsWorking(Given.Day("03/03/2042")), calendar.IsWorking(Given.Day("04/03/2042")), calendar.Knows(2042)).ShouldBe((true, true, false));
    }

    [Fact]
    public void TheNextWorkingDay_IsAfterTheWholeHoliday()
    {
        Calendar.NextWorking(Given.Day("09/02/2040")).ShouldBe(Given.Day("17/02/2040"));
        Calendar.NextWorking(Given.Day("18/02/2040")).ShouldBe(Given.Day("18/02/2040"));
        Calendar.NextWorking(Given.Day("31/12/2041")).ShouldBe(Given.Day("01/01/2042"));
    }
}
