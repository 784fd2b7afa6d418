using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.Tests.Calendars;

namespace KhuyenCong.Domain.Tests.Reminders;

/// <summary>Who is reminded of what is of no single project, and who above them is told.</summary>
public sealed class OfficeRemindersTests
{
    private const string Commune = "22453";
    private static readonly WorkingCalendar Calendar = Given.Calendar();

    private static WaitingItem Item(WaitingParty holder, Act act, string? commune = null, bool isDraft = false, WaitingDue? due = null) =>
        OfficeClock.Item(new(WaitingKind.BudgetEstimate, Facts.Id(), Given.Day("02/01/2040"), commune) { UnitId = Facts.Unit, Step = "Drafting", IsDraft = isDraft }, new(holder, act), due).ShouldNotBeNull();

    private static string Told(WaitingItem item, string today, ReminderDays? days = null) =>
        string.Join(' ', ReminderLevels.Of(item, days ?? ReminderDays.Default, Given.Day(today), Calendar).Select(l => l.Level));

    /// <summary>Whose people do the next step, or record what others decided; above them those who have not been asked yet.</summary>
    [Theory]
    [InlineData(WaitingParty.Department, Act.AppraisePlan, null, WaitingParty.Department, "Quiet UnitLeader")]
    [InlineData(WaitingParty.Department, Act.ApproveYearEnd, null, WaitingParty.Department, "Quiet")] // its leader has it: nobody is above
    [InlineData(WaitingParty.Department, Act.ApproveSettlement, Commune, WaitingParty.Department, "Quiet")] // a commune's report that the Sở has: no matter of the commune's leader
    [InlineData(WaitingParty.Centre, Act.RequestPayment, null, WaitingParty.Centre, "Quiet UnitLeader DepartmentLeader")]
    [InlineData(WaitingParty.Centre, Act.ApprovePayment, null, WaitingParty.Centre, "Quiet DepartmentLeader")]
    [InlineData(WaitingParty.CommuneOffice, Act.AppraiseEstimate, Commune, WaitingParty.CommuneOffice, "Quiet UnitLeader DepartmentLeader")]
    [InlineData(WaitingParty.CommuneOffice, Act.ApproveYearEnd, Commune, WaitingParty.CommuneOffice, "Quiet DepartmentLeader")]
    [InlineData(WaitingParty.Department, Act.PrepareSettlement, null, WaitingParty.Department, "Quiet UnitLeader")]
    [InlineData(WaitingParty.Centre, Act.PrepareSettlement, null, WaitingParty.Centre, "Quiet UnitLeader DepartmentLeader")]
    [InlineData(WaitingParty.CommuneOffice, Act.PrepareSettlement, Commune, WaitingParty.CommuneOffice, "Quiet UnitLeader DepartmentLeader")]
    [InlineData(WaitingParty.Department, Act.AnswerPetition, null, WaitingParty.Department, "Quiet UnitLeader")]
    [InlineData(WaitingParty.Finance, Act.AppraiseEstimate, null, WaitingParty.Finance, "Quiet UnitLeader")]
    [InlineData(WaitingParty.Committee, Act.ApprovePlan, null, WaitingParty.Committee, "Quiet UnitLeader")]
    [InlineData(WaitingParty.Ministry, Act.ApprovePlan, null, WaitingParty.Department, "Quiet")]
    [InlineData(WaitingParty.Council, Act.DecideEstimate, null, WaitingParty.Committee, "Quiet UnitLeader")]
    [InlineData(WaitingParty.Council, Act.DecideEstimate, Commune, WaitingParty.CommuneOffice, "Quiet DepartmentLeader")]
    public void TheHolderIsAsked_ThenThoseAbove(WaitingParty holder, Act act, string? commune, WaitingParty asked, string levels)
    {
        var item = Item(holder, act, commune);
        item.Asked.ShouldBe(asked);
        Told(item, "29/02/2040").ShouldBe(levels);
        // Somebody works there who takes the step.
        ReminderLevels.RolesOf(asked, act).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(WaitingParty.Department, Act.DraftPlan, null, "Quiet UnitLeader")]
    [InlineData(WaitingParty.Centre, Act.RequestPayment, null, "Quiet UnitLeader")]
    [InlineData(WaitingParty.Centre, Act.SubmitYearlySettlement, null, "Quiet")]
    [InlineData(WaitingParty.CommuneOffice, Act.DraftPlan, Commune, "Quiet UnitLeader")]
    public void OfADraft_NobodyOutsideItsUnitIsTold(WaitingParty holder, Act act, string? commune, string levels) => Told(Item(holder, act, commune, isDraft: true), "29/02/2040").ShouldBe(levels);

    [Theory]
    [InlineData("13/01/2040", "")]
    [InlineData("16/01/2040", "Quiet")] // ten working days
    [InlineData("20/01/2040", "Quiet")]
    [InlineData("23/01/2040", "Quiet UnitLeader")] // five more
    [InlineData("30/01/2040", "Quiet UnitLeader DepartmentLeader")] // ten more
    public void TheDaysAreThoseOfProjects(string today, string levels) => Told(Item(WaitingParty.Centre, Act.RequestPayment), today).ShouldBe(levels);

    [Fact]
    public void NoDaysOfWaiting_RemindNobody_OfWhatHasNoDay()
    {
        ReminderDays off = new(3, 5, 10, 0);
        Told(Item(WaitingParty.Centre, Act.RequestPayment), "29/02/2040", off).ShouldBe("");
        Told(Item(WaitingParty.Department, Act.AppraisePlan, due: new(Given.Day("20/01/2040"), DueSource.Law, "kcqg.x", true)), "29/02/2040", off).ShouldBe("Late UnitLeader");
    }

    [Fact]
    public void ADatedRule_GoesBeforeTheWait()
    {
        var due = new WaitingDue(Given.Day("20/03/2040"), DueSource.Law, "kcqg.x", true);
        Told(Item(WaitingParty.Department, Act.AppraisePlan, due: due), "29/02/2040").ShouldBe("");
        Told(Item(WaitingParty.Department, Act.AppraisePlan, due: due), "20/03/2040").ShouldBe("OnDay");
        Told(Item(WaitingParty.Department, Act.AppraisePlan, due: due with { Binds = false }), "31/12/2040").ShouldBe("Late");
    }

    /// <summary>The Sở set it itself: it counts, for the leader too.</summary>
    [Theory]
    [InlineData("16/01/2040", "")]
    [InlineData("17/01/2040", "Before")]
    [InlineData("20/01/2040", "OnDay")]
    [InlineData("23/01/2040", "Late")]
    [InlineData("27/01/2040", "Late UnitLeader")]
    public void APetitionsDay_IsTheOneSetWhenItWasReceived(string today, string levels) =>
        Told(Item(WaitingParty.Department, Act.AnswerPetition, due: new(Given.Day("20/01/2040"), DueSource.Receipt)), today).ShouldBe(levels);

    [Fact]
    public void AStatement_WaitsForTheAccountantsOfItsUnit()
    {
        OfficeClock.Statement(WaitingParty.Centre).ShouldBe(new OfficeStation(WaitingParty.Centre, Act.RecordTreasury));
        foreach (var unit in new[] { WaitingParty.Department, WaitingParty.Centre, WaitingParty.CommuneOffice })
        {
            ReminderLevels.RolesOf(unit, OfficeClock.Statement(unit).Act).ShouldHaveSingleItem($"{unit}");
        }
    }

    /// <summary>A kind that is neither list's would be written with no subject.</summary>
    [Fact]
    public void AReminder_IsOfAProject_OrOfAnOffice_AndNeverOfBoth()
    {
        ReachedLevel level = new(ReminderLevel.Quiet, Facts.Today);
        foreach (var kind in Enum.GetValues<WaitingKind>())
        {
            var item = Item(WaitingParty.Department, Act.AppraisePlan) with { Kind = kind };
            var isOffice = OfficeClock.Kinds.Contains(kind);
            var project = Facts.Id();
            Reminder Of(Guid? subject) => Reminder.Of(Facts.Id(), "56", subject, item, level, DateTime.UnixEpoch);
            Should.Throw<ArgumentException>(() => Of(isOffice ? project : null), $"{kind}");
            Of(isOffice ? null : project).ProjectId.ShouldBe(isOffice ? null : project, $"{kind}");
        }
    }

    [Fact]
    public void AReminder_KeepsWhoIsAsked_AndWhoseRecordItIs()
    {
        var item = Item(WaitingParty.Council, Act.DecideEstimate, Commune);
        var reminder = Reminder.Of(Facts.Id(), "56", null, item, new(ReminderLevel.Quiet, Facts.Today), DateTime.UnixEpoch);
        (reminder.Asked, reminder.Agency, reminder.Act, reminder.UnitId, reminder.TerritoryCode, reminder.DueOn).ShouldBe((WaitingParty.CommuneOffice, WaitingParty.CommuneOffice, Act.DecideEstimate, (Guid?)Facts.Unit, Commune, Facts.Today));
        // The next step is another reminder, also on the same day.
        reminder.Key.ShouldNotBe(reminder.Key with { Part = "Resolved" });
        reminder.Key.Part.ShouldBe("Drafting");
    }
}
