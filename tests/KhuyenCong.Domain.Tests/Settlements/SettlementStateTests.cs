using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Settlements;

public sealed class SettlementStateTests
{
    // Rows are states, columns actions in the order of SettlementAction; '.' refused.
    private const string Expected = """
        Drafting:  Submitted . . . Discarded .
        Submitted: . Approved SentBack . . .
        Approved:  . . . SentBack . .
        SentBack:  Submitted . . . Discarded .
        Discarded: . . . . . Drafting
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
                var may = Given.IsOfPreparer(action)
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
        var wanted = new SettledRecovered(Given.Id(), Given.Line, "KCDP", new(1), "15/KL", ProjectGiven.Today, "Thanh tra", "Chi sai", Given.Id(), TimeProvider.System.UtcNow);
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

    [Fact]
    public void WhatIsOrderedBack_IsWaitedFor_UntilTheTreasuryHasIt()
    {
        var (settlement, _) = Given.In(SettlementState.Approved);
        var mover = Given.Mover(Role.DepartmentAccountant);
        var today = ProjectGiven.Today;
        Ruling<SettledRecovered> Order(long amount) => Settling.Recover(settlement, new(Given.Id(), Given.Line, "KCDP", new(amount), "15/KL", today.AddDays(-3), "Thanh tra", "Chi sai", mover.UserId, TimeProvider.System.UtcNow), new(Given.Hundred), mover, today);
        settlement.Apply(Order(60_000_000).Event.ShouldNotBeNull());
        var id = settlement.Recoveries.Single().SettledRecoveryId;
        (settlement.Recoveries[0].IsPending, settlement.Recoveries[0].DaysSince(today)).ShouldBe((true, 3));
        Order(40_000_001).Breaches.Select(b => b.Code).ShouldBe(["ledger.above-settled"]);

        IEnumerable<string> Receive(DateOnly? on, string? number, Guid? user = null) => RecoveryFollowing.Receive(settlement, id, on, number, Given.Mover(Role.DepartmentAccountant, user), TimeProvider.System).Breaches.Select(b => b.Code);
        Receive(null, " ").ShouldBe(["settlement.paid-back-date", "settlement.receipt-number"]);
        Receive(today.AddDays(-4), "CT-9").ShouldBe(["settlement.paid-back-date"]);
        Receive(today, "CT-9", Given.Preparer).ShouldBe(["settlement.own-work"]);
        var leader = Given.Mover(Role.DepartmentLeader);
        settlement.Apply(RecoveryFollowing.Receive(settlement, id, today, " CT-9 ", leader, TimeProvider.System).Event.ShouldNotBeNull());
        (settlement.Recoveries[0].IsPending, settlement.Recoveries[0].TreasuryNumber, settlement.Recoveries[0].By, settlement.Recoveries[0].ConfirmedBy).ShouldBe((false, "CT-9", mover.UserId, (Guid?)leader.UserId));
        Receive(today, "CT-9").ShouldBe(["settlement.recovery-gone"]);
        RecoveryFollowing.Withdraw(settlement, id, "Hủy", leader, TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["settlement.recovery-gone"]);
    }

    /// <summary>The second hand × what became of the order.</summary>
    [Theory]
    [InlineData(Role.DepartmentAccountant, true, "settlement.recovery-own-order")]
    [InlineData(Role.DepartmentAccountant, false, null)]
    [InlineData(Role.DepartmentLeader, false, null)]
    [InlineData(Role.DepartmentOfficer, false, "settlement.not-allowed")]
    [InlineData(Role.CentreAccountant, false, "settlement.not-allowed")]
    public void WhoOrderedItBack_NeitherConfirmsThatItCame_NorLiftsTheOrder(Role role, bool isSame, string? code)
    {
        var (settlement, _) = Given.In(SettlementState.Approved);
        var (today, orderer) = (ProjectGiven.Today, Given.Mover(Role.DepartmentAccountant));
        settlement.Apply(Settling.Recover(settlement, new(Given.Id(), Given.Line, "KCDP", new(1), "15/KL", today, "Thanh tra", "Chi sai", orderer.UserId, TimeProvider.System.UtcNow), new(Given.Hundred), orderer, today).Event.ShouldNotBeNull());
        var (id, mover) = (settlement.Recoveries.Single().SettledRecoveryId, isSame ? orderer : Given.Mover(role));
        string[] expected = code is null ? [] : [code];
        RecoveryFollowing.MayFollow(settlement, id, mover).ShouldBe(code is null);
        RecoveryFollowing.Receive(settlement, id, today, "CT-9", mover, TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(expected);
        RecoveryFollowing.Withdraw(settlement, id, "Văn bản đã hủy", mover, TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(expected);
    }

    /// <summary>Of another contract of the project that is liquidated: covered by orders or not; this one's own stands in its figures.</summary>
    [Theory]
    [InlineData(true, 0, false, "settlement.excess-uncovered")]
    [InlineData(true, 9, false, "settlement.excess-uncovered")]
    [InlineData(true, 10, false, null)]
    [InlineData(false, 0, false, null)]
    [InlineData(true, 0, true, null)]
    public void WhatTheCucConcludedLess_OfALiquidatedContract_IsOrderedBack_BeforeAnotherIsLiquidated(bool isSettled, long ordered, bool isOwn, string? code)
    {
        var (settlement, facts) = Given.In(SettlementState.Submitted);
        SupportExcess excess = new(
            isOwn ? facts.Contract.ContractId : Given.Id(), "02/HĐ", "Bên B (dữ liệu minh họa)", isSettled ? Given.Id() : null,
            new("5C-01", ProjectGiven.Today, new(50), new(40), new(50), new(10)), new(40), new(50), new(ordered));
        Given.Step(settlement, facts with { Excesses = [excess] }, SettlementAction.Approve).ShouldBe(code is null ? [] : [code]);
    }

    /// <summary>The year was closed with what was paid, and then the Cục accepted less: no request brings that back, and the settlement may not wait for one.</summary>
    [Theory]
    [InlineData(Given.Hundred, true, null)]
    [InlineData(Given.Hundred - 1, true, "settlement.paid-above")]
    [InlineData(Given.Hundred, false, "settlement.paid-above")]
    public void WhatAYearHasSettled_AndTheCucTookSince_IsOrderedBackOfTheLiquidatedContract(long settled, bool isCut, string? code)
    {
        var facts = Given.Facts(Given.Contract(Regime.National), due: Given.Hundred - 10);
        SupportExcess excess = new(
            facts.Contract.ContractId, "02/HĐ", "Bên B (dữ liệu minh họa)", null,
            new("5C-01", ProjectGiven.Today, new(Given.Hundred), new(Given.Hundred - 10), new(Given.Hundred), new(10)), new(Given.Hundred - 10), new(Given.Hundred), Dong.Zero);
        facts = facts with { Held = [facts.Held.Single() with { Settled = new(settled) }], Excesses = isCut ? [excess] : [] };
        (excess with { SettledWithYear = new(settled) }).WaitsForSettlement.ShouldBe(settled == Given.Hundred);
        var settlement = Given.Open(facts, Given.Voucher(source: "KCQG"));
        Given.Step(settlement, facts, SettlementAction.Submit).ShouldBeEmpty();
        Given.Step(settlement, facts, SettlementAction.Approve).ShouldBe(code is null ? [] : [code]);
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
        foreach (var state in new[] { SettlementState.Submitted, SettlementState.Approved, SettlementState.Discarded })
        {
            var (settlement, _) = Given.In(state);
            Settling.Write(settlement, settlement.Text, [], Given.Writer(), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["settlement.wrong-state"]);
        }
    }
}
