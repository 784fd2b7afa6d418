using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Tests.Acceptances;

public sealed class AcceptanceTableTests
{
    // Rows are states, columns actions in the order of AcceptanceAction; '.' refused.
    private const string Expected = """
        Drafting:  Submitted . . Undone .
        Submitted: . Drafting Concluded . .
        Concluded: . . . . Undone
        Undone:    . . . . .
        """;

    [Theory]
    [InlineData(Regime.National)]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void EveryState_Action_AndRole_IsAsTheTableSays(Regime regime)
    {
        foreach (var (state, action, cell) in Matrix.Of<AcceptanceState, AcceptanceAction>(Expected))
        {
            var writes = action is AcceptanceAction.Submit or AcceptanceAction.Discard;
            var holder = regime is Regime.Commune ? (writes ? Role.CommuneOfficer : Role.CommuneLeader) : writes ? Role.DepartmentOfficer : Role.DepartmentLeader;
            foreach (var role in Enum.GetValues<Role>())
            {
                var (open, allowed) = (cell != ".", cell != "." && role == holder);
                var acceptance = Given.In(state, regime);
                var mover = Given.Mover(role);
                AcceptanceStates.Offered(acceptance, mover).Contains(action).ShouldBe(allowed, $"{state} {action} {role} {regime}");
                var ruling = Given.Move(acceptance, action, mover);
                ruling.Breaches.Select(b => b.Code).ShouldBe(allowed ? [] : [open ? "acceptance.not-allowed" : "acceptance.wrong-state"], $"{state} {action} {role} {regime}");
                if (ruling.Event is { } moved)
                {
                    acceptance.Apply(moved);
                }

                acceptance.State.ToString().ShouldBe(allowed ? cell : state.ToString());
            }
        }
    }

    [Fact]
    public void WhoeverWroteIt_DoesNotConclude_NorUndo()
    {
        Codes(Given.Move(Given.In(AcceptanceState.Submitted), AcceptanceAction.Conclude, Given.Mover(Role.DepartmentLeader, Given.Writer))).ShouldBe(["acceptance.writer-concludes"]);
        Codes(Given.Move(Given.In(AcceptanceState.Concluded), AcceptanceAction.Undo, Given.Mover(Role.DepartmentLeader, Given.Writer))).ShouldBe(["acceptance.writer-concludes"]);
    }

    [Fact]
    public void EveryGuard_IsToldAtOnce()
    {
        var facts = Given.Facts() with { Contract = ContractState.Liquidated, TargetIsChosen = false, Conflict = ConflictGround.Owner, AcceptedElsewhere = [new("acceptance.machine-taken", null, "Máy", "SN")] };
        Codes(Given.Move(Given.In(AcceptanceState.Submitted), AcceptanceAction.Conclude, Given.Mover(Role.DepartmentLeader), facts))
            .ShouldBe(["acceptance.contract-not-running", "acceptance.their-own", "acceptance.machine-taken", "acceptance.target-missing"], ignoreOrder: true);
        Codes(Given.Move(Given.In(AcceptanceState.Concluded), AcceptanceAction.Undo, Given.Mover(Role.DepartmentLeader), Given.Facts() with { PaidBeyond = ["KC địa phương"] })).ShouldBe(["acceptance.paid-already"]);
    }

    [Fact]
    public void WhatIsNotAccepted_NeedsNoTarget_AndTakesNoMachine()
    {
        var machine = Given.Machine();
        var acceptance = Given.Record(Given.Project(), verdict: AcceptanceVerdict.ToBeCompleted, machines: machine);
        acceptance.Apply(Given.Move(acceptance, AcceptanceAction.Submit, Given.Mover(Role.DepartmentOfficer)).Event.ShouldNotBeNull());
        acceptance.Apply(Given.Move(acceptance, AcceptanceAction.Conclude, Given.Mover(Role.DepartmentLeader), Given.Facts() with { TargetIsChosen = false }).Event.ShouldNotBeNull());
        acceptance.Machines[0].AcceptedKey.ShouldBeNull();
        acceptance.Due.ShouldBe(Dong.Zero);
    }

    [Fact]
    public void AnAcceptedMachine_HasItsKey_AndItsCheckAYearLater_UntilTheConclusionIsUndone()
    {
        var acceptance = Given.Record(Given.Project(), machines: Given.Machine("sn 0012-a"));
        acceptance.Apply(Given.Move(acceptance, AcceptanceAction.Submit, Given.Mover(Role.DepartmentOfficer)).Event.ShouldNotBeNull());
        acceptance.Apply(Given.Move(acceptance, AcceptanceAction.Conclude, Given.Mover(Role.DepartmentLeader)).Event.ShouldNotBeNull());
        acceptance.Machines[0].AcceptedKey.ShouldBe(MachinePassport.KeyOf("SN-0012-A", "HÃNG MINH HỌA"));
        acceptance.Machines[0].CheckDueOn.ShouldBe(Given.Today.AddMonths(12));
        acceptance.Apply(Given.Move(acceptance, AcceptanceAction.Undo, Given.Mover(Role.DepartmentLeader)).Event.ShouldNotBeNull());
        acceptance.Machines[0].AcceptedKey.ShouldBeNull();
    }

    [Fact]
    public void WhatIsMissing_IsToldAllAtOnce()
    {
        var project = Given.Project();
        var acceptance = Given.Record(project, machines: new MachineEntry(Given.Id()) { Name = "Máy" });
        Given.Write(acceptance, project, acceptance.Text with { HeldOn = Given.Today.AddDays(1), Place = null, Members = [], Verdict = null, Lines = [acceptance.Text.Lines[0] with { EligibleCost = new(400_000_001), Invoices = "hóa đơn 12" }] });
        AcceptanceCheck.Missing(acceptance, Given.Today, Given.Today).Select(b => b.Code).ShouldBe(
            ["acceptance.in-future", "acceptance.place-missing", "acceptance.members-missing", "acceptance.verdict-missing", "acceptance.eligible-above-cost", "acceptance.serial-missing", "acceptance.maker-missing", "acceptance.seen-missing", "acceptance.invoice-unclear"],
            ignoreOrder: true);
        AcceptanceCheck.Missing(Given.Record(project), Given.Today.AddDays(1), Given.Today).Select(b => b.Code).ShouldBe(["acceptance.before-contract"]);
        AcceptanceCheck.Missing(Given.Record(project), Given.Today, Given.Today).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1C26TAA 123, MST 0000000001", "1C26TAA 0000123; MST: 0000000001")]
    [InlineData("1C26TAA 123, MST 0000000001", "ký hiệu C26TAA, số 123, MST 0000000001")]
    public void OneInvoice_IsOneKey_HoweverTyped(string one, string other)
    {
        var project = Given.Project();
        var (first, second) = (Given.Record(project), Given.Record(project));
        Given.Write(first, project, first.Text with { Lines = [first.Text.Lines[0] with { Invoices = one }] });
        Given.Write(second, project, second.Text with { Lines = [second.Text.Lines[0] with { Invoices = other }] });
        InvoiceKeys.Of(second).Select(i => i.Key).ShouldBe(InvoiceKeys.Of(first).Select(i => i.Key));
    }

    private static IEnumerable<string> Codes(Ruling<AcceptanceMoved> ruling) => ruling.Breaches.Select(b => b.Code);
}
