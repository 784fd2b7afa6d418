using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Tests.Calendars;

public sealed class GivenSchedulesTests
{
    private static readonly CitedDocument Read = new("1/TB-MH", new(2026, 1, 2), "Cơ quan minh họa", null);

    [Fact]
    public void WhatIsShipped_Counts_ButIsNobodysWord()
    {
        var schedule = Added(Tet());
        (schedule.State, schedule.IsGiven, schedule.IsReckoned, schedule.SourceNote).ShouldBe((ScheduleState.Published, true, true, "Nơi đọc minh họa"));
        var calendar = WorkingCalendar.Of([schedule]);
        (calendar.IsWorking(Given.Day("02/02/2040")), calendar.Knows(2040), calendar.HasUnconfirmed(2040)).ShouldBe((false, false, true));
        WorkingCalendar.Of([Added(Tet() with { Counts = false })]).IsWorking(Given.Day("02/02/2040")).ShouldBeTrue();
    }

    [Fact]
    public void AnOfficialsSchedule_LetsNothingIn_ForItsDaysOrItsWholeYear()
    {
        Add(Tet(), Given.Published(Given.Text(2040, Given.Off("10/10/2040")))).ShouldBeNull();
        Add(Tet(), Given.Published(Given.Text(2040, Given.Off("03/02/2040")) with { IsWholeYear = false })).ShouldBeNull();
        Add(Tet(), Given.Published(Given.Text(2040, Given.Off("10/10/2040")) with { IsWholeYear = false })).ShouldNotBeNull();
        Add(Tet(), Given.Published(Given.Text(2041, Given.Off("10/10/2041")))).ShouldNotBeNull();
        Add(Tet(), Given.Schedule(Given.Text(2040, Given.Off("03/02/2040")))).ShouldNotBeNull();
    }

    [Fact]
    public void ANewerFile_TouchesOnlyWhatNobodyTouched()
    {
        var newer = Tet() with { IsReckoned = false, DocumentNumber = "9/TB", Periods = [new(Given.Day("02/02/2040"), Given.Day("06/02/2040"), PeriodKind.Off, "Tết", null)] };
        var schedule = Added(Tet());
        var row = schedule.Periods.Single().HolidayPeriodId;
        Renew(schedule, Tet()).ShouldBeNull();
        schedule.Apply(Renew(schedule, newer).ShouldNotBeNull());
        (schedule.DocumentNumber, schedule.IsReckoned, schedule.IsGiven, schedule.Periods.Single().To, schedule.Periods.Single().HolidayPeriodId).ShouldBe(("9/TB", false, true, Given.Day("06/02/2040"), row));
        Renew(schedule, newer).ShouldBeNull();
        Renew(Added(Tet()), newer, Given.Published(Given.Text(2040, Given.Off("10/10/2040")))).ShouldBeNull();

        var confirmed = Added(Tet());
        confirmed.Apply(HolidayScheduling.Confirm(confirmed, Read, null, Given.Id(), Given.Today).Event.ShouldNotBeNull());
        var withdrawn = Added(Tet());
        withdrawn.Apply(HolidayScheduling.Withdraw(withdrawn, "Nhầm", null, Given.Today).Event.ShouldNotBeNull());
        var edited = Added(Tet() with { Counts = false });
        edited.Apply(HolidayScheduling.Edit(edited, Given.Text(2040, Given.Off("05/02/2040")), null).Event.ShouldNotBeNull());
        foreach (var touched in new[] { confirmed, withdrawn, edited })
        {
            touched.IsGiven.ShouldBeFalse();
            Renew(touched, newer).ShouldBeNull();
        }
    }

    [Fact]
    public void APublishedSchedule_TakesThePlaceOfWhatCameWithTheProduct()
    {
        var (tet, kings) = (Added(Tet()), Added(Tet() with { Code = "vn-2040-kings", Periods = [new(Given.Day("20/04/2040"), null, PeriodKind.Off, "Giỗ Tổ", null)] }));
        Ruling<SchedulePublished> Publish(ScheduleText text, string? province = null) => HolidayScheduling.Publish(Given.Schedule(text, province), [tet, kings], province, Given.Id(), Given.Today);

        Publish(Given.Text(2040, Given.Off("06/02/2040", "08/02/2040")) with { IsWholeYear = false }).Event.ShouldNotBeNull().GivingWay.Select(e => (e.HolidayScheduleId, e.State)).ShouldBe([(tet.HolidayScheduleId, ScheduleState.Replaced)]);
        Publish(Given.Text(2040, Given.Off("10/10/2040"))).Event.ShouldNotBeNull().GivingWay.Select(e => e.HolidayScheduleId).ShouldBe([tet.HolidayScheduleId, kings.HolidayScheduleId], ignoreOrder: true);
        Publish(Given.Text(2041, Given.Off("10/10/2041"))).Event.ShouldNotBeNull().GivingWay.ShouldBeEmpty();
        // A province is not kept from its own arrangement by what nobody has confirmed, and ends nothing of the nation's: 4 February 2040 is a Saturday.
        Publish(Given.Text(2040, Given.MadeUp("04/02/2040")), Given.Province).Event.ShouldNotBeNull().GivingWay.ShouldBeEmpty();
    }

    [Fact]
    public void Confirming_NeedsWhatWasRead_OnlyByWhoeverKeepsIt_AndOnce()
    {
        var schedule = Added(Tet());
        Confirm(schedule, new(null, null, " ", null)).ShouldBe(["calendar.cited-number-missing", "calendar.cited-date-missing", "calendar.cited-issuer-missing"]);
        Confirm(schedule, Read with { Date = Given.Today.AddDays(1) }).ShouldBe(["calendar.decided-in-future"]);
        Confirm(schedule, Read, Given.Province).ShouldBe(["calendar.not-own"]);
        Confirm(Given.Published(Given.Text(2040, Given.Off("02/02/2040"))), Read).ShouldBe(["calendar.not-given"]);
        Confirm(Added(Tet() with { Counts = false }), Read).ShouldBe(["calendar.not-given"]);
        schedule.Apply(HolidayScheduling.Confirm(schedule, Read, null, Given.Id(), Given.Today).Event.ShouldNotBeNull());
        (schedule.Verification, schedule.IsReckoned, schedule.IsGiven, schedule.ConfirmedOn, schedule.DocumentNumber).ShouldBe((Verification.VerifiedVerbatim, false, false, Given.Today, "1/TB-MH"));
        WorkingCalendar.Of([schedule]).HasUnconfirmed(2040).ShouldBeFalse();
        Confirm(schedule, Read).ShouldBe(["calendar.not-given"]);
    }

    private static ShippedSchedule Tet() => new("vn-2040-tet", 2040, true, true, "45/MH", new(2019, 1, 1), "Cơ quan minh họa", null, Verification.Secondary, "Nơi đọc minh họa", null, [new(Given.Day("02/02/2040"), Given.Day("08/02/2040"), PeriodKind.Off, "Tết", "Giả định")]);

    private static ScheduleGiven? Add(ShippedSchedule shipped, params HolidaySchedule[] national) => GivenSchedules.Add(shipped, national, Given.Id, Given.Today);

    private static HolidaySchedule Added(ShippedSchedule shipped) => HolidaySchedule.From(Add(shipped).ShouldNotBeNull());

    private static ScheduleRenewed? Renew(HolidaySchedule present, ShippedSchedule shipped, params HolidaySchedule[] national) => GivenSchedules.Renew(present, shipped, [present, .. national], Given.Id);

    private static IEnumerable<string> Confirm(HolidaySchedule schedule, CitedDocument cited, string? territory = null) => HolidayScheduling.Confirm(schedule, cited, territory, Given.Id(), Given.Today).Breaches.Select(b => b.Code);
}
