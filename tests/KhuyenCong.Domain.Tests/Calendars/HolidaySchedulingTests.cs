using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Tests.Calendars;

public sealed class HolidaySchedulingTests
{
    private static readonly (string Code, ScheduleText Text)[] Faulty =
    [
        ("calendar.year-outside", Given.Text(1999)),
        ("calendar.other-year", Given.Text(2040, Given.Off("01/01/2041"))),
        ("calendar.other-year", Given.Text(2040, Given.Off("31/12/2040", "01/01/2041"))),
        ("calendar.reversed", Given.Text(2040, Given.Off("02/01/2040", "01/01/2040"))),
        ("calendar.period-too-long", Given.Text(2040, Given.Off("01/01/2040", "01/02/2040"))),
        ("calendar.name-missing", Given.Text(2040, Given.Off("02/01/2040", name: " "))),
        ("calendar.made-up-on-weekday", Given.Text(2040, Given.MadeUp("17/02/2040"))), // a Friday
        ("calendar.day-twice", Given.Text(2040, Given.Off("02/01/2040", "05/01/2040"), Given.Off("05/01/2040"))),
        ("calendar.too-long", Given.Text(2040) with { Remark = new('x', HolidayScheduling.LongestText + 1) }),
        ("calendar.too-many-periods", Given.Text(2040, [.. Enumerable.Range(0, HolidayScheduling.MostPeriods + 1).Select(ADay)])),
        ("calendar.verification-missing", Given.Text(2040) with { Verification = (Verification)99 }),
    ];

    [Fact]
    public void AFault_IsToldByItsCode()
    {
        foreach (var (code, text) in Faulty)
        {
            Given.Draft(text).Breaches.Select(b => b.Code).ShouldBe([code]);
        }
    }

    [Fact]
    public void TheLongestHoliday_TheLastDayOfTheYear_AndAFullSchedule_AreFine()
    {
        Given.Draft(Given.Text(2040, Given.Off("01/01/2040", "31/01/2040"), Given.Off("31/12/2040"))).Event.ShouldNotBeNull();
        Given.Draft(Given.Text(2040, [.. Enumerable.Range(0, HolidayScheduling.MostPeriods).Select(ADay)])).Event.ShouldNotBeNull();
    }

    [Fact]
    public void Publishing_NeedsTheDocument_AllToldAtOnce()
    {
        var bare = Given.Schedule(new(2040, false, "", null, "", null, null, null, []));
        Publish(bare).Breaches.Select(b => b.Code).ShouldBe(["calendar.no-day", "calendar.number-missing", "calendar.date-missing", "calendar.issuer-missing", "calendar.verification-missing"]);
        Publish(Given.Schedule(Given.Text(2040, Given.Off("02/01/2040")) with { DocumentDate = Given.Today.AddDays(1) })).Breaches.Single().Code.ShouldBe("calendar.decided-in-future");
        Publish(Given.Schedule(Given.Text(2040, Given.Off("02/01/2040")) with { DocumentDate = Given.Today })).Event.ShouldNotBeNull();
    }

    [Fact]
    public void OneDay_StandsInOnePublishedSchedule_OfTheSameTerritory()
    {
        var year = Given.Published(Given.Text(2040, Given.Off("02/01/2040", "05/01/2040")));
        Publish(Given.Schedule(Given.Text(2040, Given.Off("05/01/2040")) with { IsWholeYear = false }), year).Breaches.Single().Code.ShouldBe("calendar.day-taken");
        Publish(Given.Schedule(Given.Text(2040, Given.Off("06/01/2040")) with { IsWholeYear = false }), year).Event.ShouldNotBeNull();
        Publish(Given.Schedule(Given.Text(2040, Given.Off("06/01/2040"))), year).Breaches.Single().Code.ShouldBe("calendar.year-complete");
        Publish(Given.Schedule(Given.Text(2041, Given.Off("07/01/2041"))), year).Event.ShouldNotBeNull();

        // A province may repeat a national day off; it may not work on one.
        Publish(Given.Schedule(Given.Text(2040, Given.Off("05/01/2040")), Given.Province), Given.Province, year).Event.ShouldNotBeNull();
        var tet = Given.Published(Given.Text(2040, Given.Off("09/02/2040", "18/02/2040")));
        Publish(Given.Schedule(Given.Text(2040, Given.MadeUp("18/02/2040")), Given.Province), Given.Province, tet).Breaches.Single().Code.ShouldBe("calendar.off-nationally");
    }

    [Fact]
    public void AReplacement_EndsTheOldOne_AndOnlyOnce()
    {
        var old = Given.Published(Given.Text(2040, Given.Off("02/01/2040")));
        var next = Given.Schedule(Given.Text(2040, Given.Off("02/01/2040", "03/01/2040")), replaces: old.HolidayScheduleId);
        var published = Publish(next, old).Event.ShouldNotBeNull();
        old.Apply(published.Replaces.ShouldNotBeNull());
        next.Apply(published);
        (old.State, old.EndedOn, next.State).ShouldBe((ScheduleState.Replaced, Given.Today, ScheduleState.Published));
        Publish(Given.Schedule(Given.Text(2040, Given.Off("04/01/2040")) with { IsWholeYear = false }, replaces: old.HolidayScheduleId), next).Breaches.Single().Code.ShouldBe("calendar.replaced-gone");
    }

    [Fact]
    public void WhatIsPublished_IsNotEdited_AndNobodyTouchesAnothersSchedule()
    {
        var national = Given.Published(Given.Text(2040, Given.Off("02/01/2040")));
        HolidayScheduling.Edit(national, national.Text, null).Breaches.Single().Code.ShouldBe("calendar.published");
        HolidayScheduling.Edit(national, national.Text, Given.Province).Breaches.Single().Code.ShouldBe("calendar.not-own");
        HolidayScheduling.Withdraw(national, "Nhầm", Given.Province, Given.Today).Breaches.Single().Code.ShouldBe("calendar.not-own");
        HolidayScheduling.Withdraw(national, " ", null, Given.Today).Breaches.Single().Code.ShouldBe("calendar.reason-missing");
        HolidayScheduling.Withdraw(Given.Schedule(Given.Text(2040)), "Nhầm", null, Given.Today).Breaches.Single().Code.ShouldBe("calendar.not-published");
        Publish(Given.Schedule(Given.Text(2040, Given.Off("02/01/2040")), Given.Province)).Breaches.Single().Code.ShouldBe("calendar.not-own");
    }

    [Fact]
    public void Editing_KeepsTheIdentityOfPeriodsThatStay()
    {
        var (one, two) = (Given.Off("02/01/2040"), Given.Off("03/01/2040"));
        var schedule = Given.Schedule(Given.Text(2040, one, two));
        var kept = schedule.Periods.Single(p => p.HolidayPeriodId == two.PeriodId);
        schedule.Apply(HolidayScheduling.Edit(schedule, Given.Text(2040, two with { Name = "Tên khác" }, Given.Off("04/01/2040")), null).Event.ShouldNotBeNull());
        schedule.InOrder[0].ShouldBeSameAs(kept);
        schedule.InOrder.Select(p => (p.From.Day, p.Name)).ShouldBe([(3, "Tên khác"), (4, "Nghỉ lễ")]);
    }

    private static PeriodText ADay(int n) => Given.Off(new DateOnly(2040, 1, 1).AddDays(n).ToString("dd/MM/yyyy"));

    private static Ruling<SchedulePublished> Publish(HolidaySchedule schedule, params HolidaySchedule[] others) => Publish(schedule, null, others);

    private static Ruling<SchedulePublished> Publish(HolidaySchedule schedule, string? territory, params HolidaySchedule[] others) =>
        HolidayScheduling.Publish(schedule, others, territory, Given.Id(), Given.Today);
}
