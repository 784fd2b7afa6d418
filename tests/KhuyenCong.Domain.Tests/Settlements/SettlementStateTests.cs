using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Settlements;

public sealed class SettlementStateTests
{
    // Rows are states, columns actions in the order of SettlementAction; '.' refused.
    private const string Expected = """
        Drafting:  Submitted . .
        Submitted: . Approved SentBack
        Approved:  . . .
        SentBack:  Submitted . .
        """;

    private static readonly Role[] Preparing = [Role.CentreOfficer, Role.CentreAccountant, Role.DepartmentOfficer, Role.DepartmentAccountant];
    private static readonly Role[] PreparingAtHome = [Role.CommuneOfficer, Role.CommuneAccountant];

    [Theory]
    [InlineData(Regime.National)]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void EveryState_Action_AndRole_IsAsTheTableSays(Regime regime)
    {
        foreach (var (state, action, to) in Matrix.Of<SettlementState, SettlementAction>(Expected))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var may = action is SettlementAction.Submit
                    ? (regime is Regime.Commune ? PreparingAtHome : Preparing).Contains(role)
                    : role == (regime is Regime.Commune ? Role.CommuneLeader : Role.DepartmentLeader);
                var allowed = to != "." && may;
                var (settlement, facts) = Given.In(state, regime);
                var mover = Given.Mover(role);
                SettlementStates.Offered(settlement, mover).Contains(action).ShouldBe(allowed, $"{state} {action} {role} {regime}");
                Given.Step(settlement, facts, action, mover).ShouldBe(allowed ? [] : [to == "." ? "settlement.wrong-state" : "settlement.not-allowed"], $"{state} {action} {role} {regime}");
                settlement.State.ToString().ShouldBe(allowed ? to : state.ToString());
            }
        }
    }

    [Fact]
    public void WhoPrepared_DoesNotApprove()
    {
        var (settlement, facts) = Given.In(SettlementState.Submitted);
        Given.Step(settlement, facts, SettlementAction.Approve, Given.Mover(Role.DepartmentLeader, Given.Preparer)).ShouldBe(["settlement.own-work"]);
        Given.Step(settlement, facts, SettlementAction.Approve).ShouldBeEmpty();
    }

    [Fact]
    public void WhoPrepared_DoesNotRecordTheRecovery_AndWhoBringsTheOrder_May()
    {
        var (settlement, _) = Given.In(SettlementState.Approved);
        var wanted = new SettledRecovered(Given.Id(), Given.Line, "KCDP", new(1), "15/KL", ProjectGiven.Today, "Thanh tra", "Chi sai", ProjectGiven.Today, Given.Id(), TimeProvider.System.UtcNow) { TreasuryNumber = "CT-8" };
        IEnumerable<string> Recover(Guid? user) => Settling.Recover(settlement, wanted, new(Given.Hundred), Given.Mover(Role.DepartmentAccountant, user), ProjectGiven.Today).Breaches.Select(b => b.Code);
        Recover(Given.Preparer).ShouldBe(["settlement.own-work"]);
        var other = Given.Id();
        Recover(other).ShouldBeEmpty();

        var mover = Given.Mover(Role.DepartmentAccountant, other);
        Settling.PaperRefused(settlement, SettlementPaperKind.RecoveryOrder, mover).ShouldBeNull();
        Settling.PaperRefused(settlement, SettlementPaperKind.Other, mover)?.Code.ShouldBe("settlement.wrong-state");
        Settling.PaperRefused(settlement, SettlementPaperKind.RecoveryOrder, Given.Mover(Role.EstablishmentOwner))?.Code.ShouldBe("settlement.not-allowed");
        settlement.Apply(new SettlementPaperAttached(Given.Id(), SettlementPaperKind.RecoveryOrder, null, "sha", "ket luan.pdf", "application/pdf", 1, other, TimeProvider.System.UtcNow));
        Recover(other).ShouldBeEmpty();
    }

    /// <summary>Paid back × number of the Treasury's document: one person may record both, the Treasury is the other hand.</summary>
    [Theory]
    [InlineData(true, null, "settlement.receipt-number")]
    [InlineData(true, " ", "settlement.receipt-number")]
    [InlineData(true, "CT-8", null)]
    [InlineData(false, null, null)]
    public void WhatCameBack_NamesTheTreasurysDocument(bool isPaidBack, string? number, string? code)
    {
        var (settlement, _) = Given.In(SettlementState.Approved);
        var today = ProjectGiven.Today;
        var wanted = new SettledRecovered(Given.Id(), Given.Line, "KCDP", new(1), "15/KL", today, "Thanh tra", "Chi sai", isPaidBack ? today : null, Given.Id(), TimeProvider.System.UtcNow) { TreasuryNumber = number };
        var ruling = Settling.Recover(settlement, wanted, new(Given.Hundred), Given.Mover(Role.DepartmentAccountant), today);
        ruling.Breaches.Select(b => b.Code).ShouldBe(code is null ? [] : [code]);
        ruling.Event?.TreasuryNumber.ShouldBe(number);
    }

    [Fact]
    public void WhatIsOrderedBack_IsWaitedFor_UntilTheTreasuryHasIt()
    {
        var (settlement, _) = Given.In(SettlementState.Approved);
        var mover = Given.Mover(Role.DepartmentAccountant);
        var today = ProjectGiven.Today;
        Ruling<SettledRecovered> Order(long amount) => Settling.Recover(settlement, new(Given.Id(), Given.Line, "KCDP", new(amount), "15/KL", today.AddDays(-3), "Thanh tra", "Chi sai", null, Given.Id(), TimeProvider.System.UtcNow), new(Given.Hundred), mover, today);
        settlement.Apply(Order(60_000_000).Event.ShouldNotBeNull());
        var id = settlement.Recoveries.Single().SettledRecoveryId;
        (settlement.Recoveries[0].IsPending, settlement.Recoveries[0].DaysSince(today)).ShouldBe((true, 3));
        Order(40_000_001).Breaches.Select(b => b.Code).ShouldBe(["ledger.above-settled"]);

        IEnumerable<string> Receive(DateOnly? on, string? number, Guid? user = null) => RecoveryFollowing.Receive(settlement, id, on, number, Given.Mover(Role.DepartmentAccountant, user), TimeProvider.System).Breaches.Select(b => b.Code);
        Receive(null, " ").ShouldBe(["settlement.paid-back-date", "settlement.receipt-number"]);
        Receive(today.AddDays(-4), "CT-9").ShouldBe(["settlement.paid-back-date"]);
        Receive(today, "CT-9", Given.Preparer).ShouldBe(["settlement.own-work"]);
        settlement.Apply(RecoveryFollowing.Receive(settlement, id, today, " CT-9 ", mover, TimeProvider.System).Event.ShouldNotBeNull());
        (settlement.Recoveries[0].IsPending, settlement.Recoveries[0].TreasuryNumber).ShouldBe((false, "CT-9"));
        Receive(today, "CT-9").ShouldBe(["settlement.recovery-gone"]);
        RecoveryFollowing.Withdraw(settlement, id, "Hủy", mover, TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["settlement.recovery-gone"]);
    }

    [Fact]
    public void AnotherCommune_DoesNotTouchIt()
    {
        var (settlement, facts) = Given.In(SettlementState.Drafting, Regime.Commune);
        Given.Step(settlement, facts, SettlementAction.Submit, Given.Mover(Role.CommuneOfficer, commune: "22366")).ShouldBe(["settlement.not-allowed"]);
    }

    [Fact]
    public void SendingBack_NeedsAReason_AndApproving_TheLiquidation()
    {
        var (settlement, facts) = Given.In(SettlementState.Submitted);
        Given.Step(settlement, facts, SettlementAction.SendBack, move: new(SettlementAction.SendBack)).ShouldBe(["settlement.reason-missing"]);
        Given.Step(settlement, facts, SettlementAction.Approve, move: new(SettlementAction.Approve)).ShouldBe(["settlement.liquidation-missing", "settlement.liquidation-date"]);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, null)]
    [InlineData(-2, "settlement.liquidation-before")]
    [InlineData(-31, "settlement.liquidation-date")]
    [InlineData(1, "settlement.liquidation-date")]
    public void TheLiquidation_IsNotBeforeTheLastAcceptance(int days, string? code)
    {
        var (settlement, facts) = Given.In(SettlementState.Submitted);
        var move = Given.Whole(SettlementAction.Approve) with { DocumentDate = ProjectGiven.Today.AddDays(days) };
        Given.Step(settlement, facts with { LastAcceptedOn = ProjectGiven.Today.AddDays(-1) }, SettlementAction.Approve, move: move).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void AnApprovedOrSentFile_IsNotWritten()
    {
        foreach (var state in new[] { SettlementState.Submitted, SettlementState.Approved })
        {
            var (settlement, _) = Given.In(state);
            Settling.Write(settlement, settlement.Text, [], Given.Writer(), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["settlement.wrong-state"]);
        }
    }
}
