using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.Tests.Calendars;

namespace KhuyenCong.Domain.Tests.Reminders;

public sealed class ReminderLevelsTests
{
    private static readonly WorkingCalendar Calendar = Given.Calendar();

    private static WaitingItem Item(WaitingParty agency = WaitingParty.Centre, Act act = Act.EditContract, bool counts = true, string due = "08/02/2040", string since = "02/01/2040", WaitingParty? holder = null) =>
        new(WaitingKind.ContractDrafting, Facts.Id(), holder ?? agency, agency, act, Given.Day(since), new(Given.Day(due), DueSource.Law, "kcqg.x", counts));

    private static string Told(WaitingItem item, string today, ReminderDays? days = null) =>
        string.Join("; ", ReminderLevels.Of(item, days ?? ReminderDays.Default, Given.Day(today), Calendar).Select(l => $"{l.Level} {l.On:dd/MM}"));

    [Theory]
    [InlineData("02/02/2040", "")]
    [InlineData("03/02/2040", "Before 03/02")] // three working days, over a weekend
    [InlineData("07/02/2040", "Before 03/02")]
    [InlineData("08/02/2040", "OnDay 08/02")]
    [InlineData("16/02/2040", "OnDay 08/02")] // eight days of Tết: nobody is late yet
    [InlineData("17/02/2040", "Late 17/02")]
    [InlineData("21/02/2040", "Late 17/02")]
    [InlineData("22/02/2040", "Late 17/02; UnitLeader 22/02")] // the made-up Saturday counts
    [InlineData("28/02/2040", "Late 17/02; UnitLeader 22/02")]
    [InlineData("29/02/2040", "Late 17/02; UnitLeader 22/02; DepartmentLeader 29/02")]
    [InlineData("31/12/2041", "Late 17/02; UnitLeader 22/02; DepartmentLeader 29/02")] // a night that was missed gives the same
    public void LevelsAreReached_InWorkingDays(string today, string told) => Told(Item(), today).ShouldBe(told);

    [Fact]
    public void ASuggestion_RemindsTheHolder_AndNobodyAbove() => Told(Item(counts: false), "29/02/2040").ShouldBe("Late 17/02");

    /// <summary>Ten working days of waiting, then five and ten more.</summary>
    [Theory]
    [InlineData("13/01/2040", "")]
    [InlineData("16/01/2040", "Quiet 16/01")]
    [InlineData("20/01/2040", "Quiet 16/01")]
    [InlineData("23/01/2040", "Quiet 16/01; UnitLeader 23/01")]
    [InlineData("30/01/2040", "Quiet 16/01; UnitLeader 23/01; DepartmentLeader 30/01")]
    [InlineData("31/12/2041", "Quiet 16/01; UnitLeader 23/01; DepartmentLeader 30/01")] // a night that was missed gives the same
    public void WhatHasNoDay_IsRemindedOfAfterALongWait_InWorkingDays(string today, string told) => Told(Item() with { Due = null }, today).ShouldBe(told);

    [Theory]
    [InlineData("23/02/2040", "")] // nine: the days of Tết are none, the made-up Saturday is one
    [InlineData("24/02/2040", "Quiet 24/02")]
    public void ALongWait_CountsNoHolidays(string today, string told) => Told(Item(since: "03/02/2040") with { Due = null }, today).ShouldBe(told);

    [Theory]
    [InlineData(WaitingParty.Department, Act.SignContract, null, "Quiet")] // its leader has it: nobody is above
    [InlineData(WaitingParty.Department, Act.RecordTreasury, WaitingParty.Treasury, "Quiet UnitLeader")]
    [InlineData(WaitingParty.CommuneOffice, Act.ApprovePayment, null, "Quiet DepartmentLeader")]
    [InlineData(WaitingParty.Department, Act.EditProject, WaitingParty.Filer, "")] // no day binds whoever applies
    [InlineData(WaitingParty.Centre, Act.ReportProgress, WaitingParty.Performer, "")]
    public void WhatHasNoDay_GoesUpAsWhatIsLate_AndNeverToTheApplicant(WaitingParty agency, Act act, WaitingParty? holder, string levels) =>
        string.Join(' ', ReminderLevels.Of(Item(agency, act, holder: holder) with { Due = null }, ReminderDays.Default, Given.Day("29/02/2040"), Calendar).Select(l => l.Level)).ShouldBe(levels);

    [Fact]
    public void NoDaysOfWaiting_RemindNobody_OfWhatHasNoDay() => Told(Item() with { Due = null }, "29/02/2040", new(3, 5, 10, 0)).ShouldBe("");

    [Fact]
    public void WhatHasADay_IsNotRemindedOfForItsWait() => Told(Item(counts: false, due: "20/03/2040"), "29/02/2040").ShouldBe("");

    [Fact]
    public void NobodyIsRemindedOfADay_BeforeTheyHadIt() => Told(Item(since: "06/02/2040"), "07/02/2040").ShouldBe("Before 06/02");

    [Fact]
    public void NoneBefore_IsNoReminderBefore() => Told(Item(), "07/02/2040", new(0, 5, 10, 10)).ShouldBe("");

    [Theory]
    [InlineData(WaitingParty.Department, Act.EditContract, null, "UnitLeader")]
    [InlineData(WaitingParty.Department, Act.SignContract, null, "")] // its leader has it: nobody is above
    [InlineData(WaitingParty.Department, Act.ReportProgress, WaitingParty.Performer, "UnitLeader")]
    [InlineData(WaitingParty.Department, Act.RecordTreasury, WaitingParty.Treasury, "UnitLeader")]
    [InlineData(WaitingParty.Centre, Act.EditContract, null, "UnitLeader DepartmentLeader")]
    [InlineData(WaitingParty.Centre, Act.SignContract, null, "DepartmentLeader")]
    [InlineData(WaitingParty.CommuneOffice, Act.ApprovePayment, null, "DepartmentLeader")]
    [InlineData(WaitingParty.CommuneOffice, Act.PrepareSettlement, null, "UnitLeader DepartmentLeader")]
    public void ThoseAboveTheHolder_AreTold(WaitingParty agency, Act act, WaitingParty? holder, string above) =>
        string.Join(' ', ReminderLevels.Above(Item(agency, act, holder: holder))).ShouldBe(above);

    [Theory]
    [InlineData(3, 5, 10, 10, null)]
    [InlineData(0, 1, 1, 0, null)]
    [InlineData(60, 60, 60, 60, null)]
    [InlineData(-1, 5, 10, 10, "reminder.days-outside")]
    [InlineData(61, 5, 10, 10, "reminder.days-outside")]
    [InlineData(3, 0, 10, 10, "reminder.days-outside")]
    [InlineData(3, 5, 61, 10, "reminder.days-outside")]
    [InlineData(3, 5, 4, 10, "reminder.leader-order")]
    [InlineData(3, 5, 10, -1, "reminder.days-outside")]
    [InlineData(3, 5, 10, 61, "reminder.days-outside")]
    [InlineData(null, 5, 10, 10, "reminder.days-outside")]
    [InlineData(3, 5, 10, null, "reminder.days-outside")]
    public void TheProvinceChoosesItsDays(int? before, int? unit, int? department, int? quiet, string? breach)
    {
        var ruling = ReminderSetting.Set(before, unit, department, quiet, "Người minh họa", DateTime.UnixEpoch);
        ruling.Breaches.Select(b => b.Code).FirstOrDefault().ShouldBe(breach);
        (ruling.Event is null).ShouldBe(breach is not null);
    }
}
