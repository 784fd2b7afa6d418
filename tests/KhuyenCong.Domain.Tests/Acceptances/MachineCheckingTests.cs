using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Tests.Acceptances;

public sealed class MachineCheckingTests
{
    // The check is due a year after the acceptance; it may be done 30 days before.
    [Theory]
    [InlineData(0, false)]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(1, true)]
    public void ACheck_IsTheOneThatIsDue_OnlyNearItsDay(int daysFromDue, bool meets)
    {
        var (machine, acceptance) = Accepted();
        var day = daysFromDue is 0 ? Given.Today : machine.CheckDueOn!.Value.AddDays(daysFromDue);
        machine.Apply(Check(machine, acceptance, MachineCheckResult.InUse, day).Event.ShouldNotBeNull());
        machine.DueCheckedOn.ShouldBe(meets ? day : null);
        machine.CheckResult.ShouldBe(MachineCheckResult.InUse);
        machine.Checks.ShouldHaveSingleItem().CheckedOn.ShouldBe(day);
    }

    [Fact]
    public void NoCheck_OverwritesAnother()
    {
        var (machine, acceptance) = Accepted();
        var due = machine.CheckDueOn!.Value;
        machine.Apply(Check(machine, acceptance, MachineCheckResult.InUse, Given.Today).Event.ShouldNotBeNull());
        machine.Apply(Check(machine, acceptance, MachineCheckResult.Gone, due, "Đã bán").Event.ShouldNotBeNull());
        // Written down late, of a day before: the last look stays the last.
        machine.Apply(Check(machine, acceptance, MachineCheckResult.Idle, due.AddDays(-1), "Không chạy").Event.ShouldNotBeNull());
        machine.Checks.Select(c => (c.Sequence, c.CheckResult)).ShouldBe([(1, MachineCheckResult.InUse), (2, MachineCheckResult.Gone), (3, MachineCheckResult.Idle)]);
        (machine.CheckedOn, machine.CheckResult, machine.DueCheckedOn).ShouldBe((due, MachineCheckResult.Gone, due));
    }

    [Fact]
    public void WhatIsNotInUse_IsDescribed_ByAnInspectorOnly()
    {
        var (machine, acceptance) = Accepted();
        Codes(Check(machine, acceptance, MachineCheckResult.Gone, Given.Today)).ShouldBe(["machine.check-note-missing"]);
        Codes(Check(machine, acceptance, MachineCheckResult.InUse, Given.Today.AddDays(-1))).ShouldBe(["machine.check-day"]);
        Codes(Check(machine, acceptance, MachineCheckResult.InUse, Given.Today, role: Role.DepartmentAccountant)).ShouldBe(["acceptance.not-allowed"]);
    }

    private static (MachinePassport Machine, Acceptance Acceptance) Accepted()
    {
        var acceptance = Given.Record(Given.Project(), machines: Given.Machine());
        acceptance.Apply(Given.Move(acceptance, AcceptanceAction.Submit, Given.Mover(Role.DepartmentOfficer)).Event.ShouldNotBeNull());
        acceptance.Apply(Given.Move(acceptance, AcceptanceAction.Conclude, Given.Mover(Role.DepartmentLeader)).Event.ShouldNotBeNull());
        return (acceptance.Machines[0], acceptance);
    }

    private static Ruling<MachineChecked> Check(MachinePassport machine, Acceptance acceptance, MachineCheckResult result, DateOnly on, string? note = null, Role role = Role.DepartmentOfficer) =>
        MachineChecking.Of(machine, acceptance, new(result, on, "Người Minh Họa", note), Given.Id(), Given.Mover(role), new Later());

    private static IEnumerable<string> Codes(Ruling<MachineChecked> ruling) => ruling.Breaches.Select(b => b.Code);

    /// <summary>Two years on: every day of the tests has passed.</summary>
    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddYears(2);
    }
}
