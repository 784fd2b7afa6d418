using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

public sealed class SpendingBesideTests
{
    private static readonly Guid Contract = Given.NewId();
    private static readonly Guid Other = Given.NewId();

    /// <summary>Accepted 440, settled 430: ten less; of the counterpart, and of a contract that is not settled, what was accepted stays.</summary>
    [Fact]
    public void WhatWasSettled_TakesThePlaceOfWhatWasAccepted()
    {
        var beside = SpendingBeside.Of(
            [new(Contract, "KCQG", 2026, new(440)), new(Contract, "DOIUNG", 2026, new(500)), new(Other, "KCQG", 2026, new(70))],
            [],
            [new(Contract, "KCQG", 2026, new(430))]);
        beside.Untold.ShouldBeEmpty();
        beside.Settled.ShouldBe([new Spent("KCQG", 2026, new(-10))]);
    }

    /// <summary>The year of the money is that of its allotment, whenever the work was accepted.</summary>
    [Fact]
    public void TheMoneyOfAnotherYear_GoesThere() =>
        SpendingBeside.Of([new(Contract, "KCDP", 2026, new(40))], [], [new(Contract, "KCDP", 2027, new(40))]).Settled
            .ShouldBe([new Spent("KCDP", 2026, new(-40)), new Spent("KCDP", 2027, new(40))]);

    [Fact]
    public void WorkWithoutATarget_IsTold_AndItsSupportIsCountedOnce()
    {
        var beside = SpendingBeside.Of(
            [],
            [new(Contract, "KCDP", 2026, new(60)), new(Contract, "DOIUNG", 2026, new(20)), new(Other, "DOIUNG", 2026, new(5))],
            [new(Contract, "KCDP", 2026, new(54))]);
        beside.Untold.ShouldBe([new Spent("KCDP", 2026, new(60)), new Spent("DOIUNG", 2026, new(25))]);
        beside.Settled.ShouldBe([new Spent("KCDP", 2026, new(-6))]);
    }

    /// <summary>Two contracts of which one gave back what the other took more: the sum is nothing, the list still says both.</summary>
    [Fact]
    public void WhatASumIsOf_IsNamed_ContractByContract()
    {
        ContractSpent[] untold = [new(Contract, "KCDP", 2026, new(60)) { AcceptanceId = Given.NewId() }, new(Other, "KCDP", 2026, new(30)) { AcceptanceId = Given.NewId() }];
        var beside = SpendingBeside.Of([new(Contract, "KCDP", 2026, new(40))], untold, [new(Contract, "KCDP", 2026, new(94)), new(Other, "KCDP", 2026, new(36))]);
        beside.UntoldBy.ShouldBe(untold);
        beside.Differences.ShouldBe([new SettledDifference(Contract, "KCDP", 2026, new(100), new(94)), new SettledDifference(Other, "KCDP", 2026, new(30), new(36))]);
        beside.Settled.ShouldBeEmpty("six less and six more");
        SpendingBeside.Of([new(Contract, "KCDP", 2026, new(40))], [], [new(Contract, "KCDP", 2026, new(40))]).Differences.ShouldBeEmpty();
    }

    [Fact]
    public void AllThatWasRecovered_LeavesNothing_AndAnEqualSettlementChangesNothing()
    {
        SpendingBeside.Of([new(Contract, "KCDP", 2026, new(40))], [], [new(Contract, "KCDP", 2026, Dong.Zero)]).Settled.ShouldBe([new Spent("KCDP", 2026, new(-40))]);
        SpendingBeside.Of([new(Contract, "KCDP", 2026, new(40))], [], [new(Contract, "KCDP", 2026, new(40))]).Settled.ShouldBeEmpty();
    }

    [Fact]
    public void WhatIsLeft_IsJudgedByAllOfIt()
    {
        var text = DiscrepancyRulesTests.Money(("A", "KCDP", 2026, 100));
        var cell = MoneyClock.Read(text, [new("KCDP", 2026, new(95))], new([new("KCDP", 2026, new(6)), new("TAITRO", 2026, new(3))], [new("KCDP", 2026, new(-2))]))
            .BySourceAndYear.Single(c => c is { SourceCode: "KCDP", Year: 2026 });
        (cell.Spent, cell.Untold, cell.Difference, cell.Used, cell.Remaining, cell.IsOverspent).ShouldBe((new Dong(95), new Dong(6), new Dong(-2), new Dong(99), new Dong(1), false));
        MoneyClock.Read(text, [], new([new("TAITRO", 2026, new(3))], [])).BySource.Single(c => c.SourceCode == "TAITRO").Used.ShouldBe(new Dong(3));
    }
}
