using System.Globalization;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Reminders;

namespace KhuyenCong.Domain.Tests.Calendars;

/// <summary>The days off that the product ships: read as it reads them.</summary>
public sealed class ShippedCalendarTests
{
    private static readonly IReadOnlyList<ShippedSchedule> All =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "calendar"), "*.json").Order(StringComparer.Ordinal).SelectMany(f => ProgrammeJson.Read<ShippedSchedule[]>(File.ReadAllText(f))),
    ];

    private static readonly IReadOnlyList<HolidaySchedule> Schedules = [.. All.Select(s => HolidaySchedule.From(GivenSchedules.Add(s, [], Given.Id, Given.Today)!))];

    private static readonly WorkingCalendar Calendar = WorkingCalendar.Of(Schedules);

    [Fact]
    public void EachIsInOrder_AndSaysWhereItWasRead()
    {
        All.Select(s => s.Code).ShouldBeUnique();
        All.ShouldAllBe(s => s.Source.Length > 0 && s.Issuer.Length > 0 && s.Code.StartsWith($"vn-{s.Year}-", StringComparison.Ordinal) && s.Code.Length <= HolidayScheduling.LongestNumber);
        All.SelectMany(s => HolidayScheduling.Draft(new(Given.Id(), null, Schedules.Single(o => o.ShippedCode == s.Code).Text, null, Given.Id(), Given.Today)).Breaches).ShouldBeEmpty();
        All.Select(s => s.Year).Distinct().ShouldBe([2026, 2027, 2028, 2029, 2030]);
        // A day stands in one of them.
        var days = All.SelectMany(s => s.Periods).SelectMany(p => Enumerable.Range(0, p.Last.DayNumber - p.From.DayNumber + 1).Select(p.From.AddDays)).ToList();
        days.ShouldBeUnique();
    }

    /// <summary>The first day of the year and the tenth of the third month by the Vietnamese calendar (UTC+7): in 2030 a day before the Chinese one.</summary>
    [Theory]
    [InlineData("17/02/2026", "26/04/2026")]
    [InlineData("06/02/2027", "16/04/2027")]
    [InlineData("26/01/2028", "04/04/2028")]
    [InlineData("13/02/2029", "23/04/2029")]
    [InlineData("02/02/2030", "12/04/2030")]
    public void LunarDays_AreOff(string tet, string kings)
    {
        foreach (var (day, name) in new[] { (tet, "Tết Nguyên đán"), (kings, "Giỗ Tổ") })
        {
            Calendar.IsHoliday(Given.Day(day)).ShouldBeTrue();
            Calendar.NameOf(Given.Day(day)).ShouldNotBeNull().ShouldStartWith(name);
        }

        // Five days of Tết on which one would work, or days given for them.
        var first = Given.Day(tet);
        Enumerable.Range(-7, 17).Count(i => Calendar.NameOf(first.AddDays(i))?.StartsWith("Tết Nguyên đán", StringComparison.Ordinal) == true && !WorkingCalendar.IsWeekend(first.AddDays(i))).ShouldBe(5);
    }

    [Fact]
    public void NoYearIsSaidToBeKnown_AndWhatIsReckonedIsToldApart()
    {
        foreach (var year in new[] { 2026, 2027, 2028, 2029, 2030 })
        {
            (Calendar.Knows(year), Calendar.HasUnconfirmed(year)).ShouldBe((false, true));
        }

        Calendar.UnknownYears(Given.Day("31/12/2026"), Given.Day("02/01/2027")).ShouldBe([2026, 2027]);
        Schedules.Where(s => s.Year > 2026 && s.State is ScheduleState.Published).ShouldAllBe(s => s.IsReckoned && s.IsGiven);
        Schedules.ShouldAllBe(s => s.Verification != Verification.VerifiedVerbatim && s.PublishedBy == null);
    }

    [Fact]
    public void TheClockOfAProject_SkipsTet2026_AndCountsTheSwappedDays()
    {
        var item = new WaitingItem(WaitingKind.WorkUnderway, Given.Id(), WaitingParty.Performer, WaitingParty.Department, Act.ReportProgress, Given.Day("02/02/2026"), new(Given.Day("13/02/2026"), DueSource.Contract));
        item.DaysLate(Given.Day("22/02/2026"), Calendar).ShouldBe(0);
        item.DaysLate(Given.Day("23/02/2026"), Calendar).ShouldBe(1);
        item.DaysLate(Given.Day("23/02/2026"), WorkingCalendar.Unknown).ShouldBe(6);
        Calendar.IsWorking(Given.Day("02/01/2026")).ShouldBeFalse();
        Calendar.IsWorking(Given.Day("10/01/2026")).ShouldBeTrue();
        // A day off by a policy that no law was found for waits as a draft: it is still worked on.
        Calendar.IsWorking(Given.Day("24/11/2026")).ShouldBeTrue();
    }

    [Fact]
    public void TheFiles_SpeakOfDaysAsTheyAre()
    {
        foreach (var period in All.SelectMany(s => s.Periods).Where(p => p.Kind is PeriodKind.MadeUp))
        {
            WorkingCalendar.IsWeekend(period.From).ShouldBeTrue(period.From.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        }
    }
}
