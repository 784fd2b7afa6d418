using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Domain.Tests.Ledgers;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Settlements;

/// <summary>A receipt confirmed by mistake is taken back by another person, for a reason and by a document; the money is waited for again and nothing is forgotten.</summary>
public sealed class ReceiptTakingBackTests
{
    private static readonly DateOnly Today = ProjectGiven.Today;
    private static readonly ReceiptCorrection Whole = new(" Tiền của khoản khác ", " 21/CV ", Today);

    private readonly PlanMover orderer = Given.Mover(Role.DepartmentAccountant);
    private readonly PlanMover confirmer = Given.Mover(Role.DepartmentLeader);
    private readonly Settlement settlement = Given.In(SettlementState.Approved).Settlement;

    private Guid Ordered(long amount = 60)
    {
        settlement.Apply(Settling.Recover(settlement, new(Given.Id(), Given.Line, "KCDP", new(amount), "15/KL", Today.AddDays(-3), "Thanh tra", "Chi sai", orderer.UserId, TimeProvider.System.UtcNow), new(Given.Hundred), orderer, Today).Event.ShouldNotBeNull());
        return settlement.Recoveries[^1].SettledRecoveryId;
    }

    private Guid Confirmed(long amount = 60)
    {
        var id = Ordered(amount);
        settlement.Apply(RecoveryFollowing.Receive(settlement, id, Today, "CT-9", confirmer, TimeProvider.System).Event.ShouldNotBeNull());
        return id;
    }

    private IEnumerable<string> TakeBack(Guid id, PlanMover mover, ReceiptCorrection? correction = null) =>
        RecoveryFollowing.TakeBack(settlement, id, correction ?? Whole, Given.Id(), mover, TimeProvider.System).Breaches.Select(b => b.Code);

    [Fact]
    public void WhatIsTakenBack_IsWaitedForAgain_AndTheMistakeIsKept()
    {
        var id = Confirmed();
        var taker = Given.Mover(Role.DepartmentAccountant);
        settlement.Apply(RecoveryFollowing.TakeBack(settlement, id, Whole, Given.Id(), taker, TimeProvider.System).Event.ShouldNotBeNull());
        var recovery = settlement.Recoveries.Single();
        (recovery.IsPending, recovery.PaidBackOn, recovery.TreasuryNumber, recovery.ConfirmedBy, recovery.DaysSince(Today)).ShouldBe((true, null, null, null, 3));
        var kept = settlement.TakenBackReceipts.Single();
        (kept.SettledRecoveryId, kept.PaidBackOn, kept.TreasuryNumber, kept.ConfirmedBy).ShouldBe((id, Today, "CT-9", (Guid?)confirmer.UserId));
        (kept.Reason, kept.DocumentNumber, kept.DocumentDate, kept.By).ShouldBe(("Tiền của khoản khác", "21/CV", Today, taker.UserId));

        // Of what is settled no more is free than before: the money is owed again.
        Settling.Recover(settlement, new(Given.Id(), Given.Line, "KCDP", new(Given.Hundred - 59), "16/KL", Today, "Thanh tra", "Chi sai", orderer.UserId, TimeProvider.System.UtcNow), new(Given.Hundred), orderer, Today)
            .Breaches.Select(b => b.Code).ShouldBe(["ledger.above-settled"]);

        TakeBack(id, taker).ShouldBe(["settlement.receipt-gone"]);
        settlement.Apply(RecoveryFollowing.Receive(settlement, id, Today, "CT-10", taker, TimeProvider.System).Event.ShouldNotBeNull());
        (settlement.Recoveries.Single().TreasuryNumber, settlement.TakenBackReceipts.Count).ShouldBe(("CT-10", 1));
        settlement.Apply(RecoveryFollowing.TakeBack(settlement, id, Whole, Given.Id(), confirmer, TimeProvider.System).Event.ShouldNotBeNull());
        settlement.TakenBackReceipts.Select(t => t.TreasuryNumber).ShouldBe(["CT-9", "CT-10"]);
    }

    [Fact]
    public void WhoConfirmed_OrPreparedTheFile_DoesNotTakeItBack_AndTheOrdererMay()
    {
        var id = Confirmed();
        TakeBack(id, confirmer).ShouldBe(["settlement.receipt-own"]);
        TakeBack(id, Given.Mover(Role.DepartmentLeader, Given.Preparer)).ShouldBe(["settlement.own-work"]);
        TakeBack(id, Given.Mover(Role.DepartmentOfficer)).ShouldBe(["settlement.not-allowed"]);
        TakeBack(id, orderer).ShouldBeEmpty();
        TakeBack(Given.Id(), orderer).ShouldBe(["settlement.receipt-gone"]);
        (RecoveryFollowing.MayTakeBack(settlement, id, confirmer), RecoveryFollowing.MayTakeBack(settlement, id, orderer)).ShouldBe((false, true));
    }

    [Fact]
    public void WhatWasNeverReceived_OrIsWaitedForNoLonger_IsNotTakenBack()
    {
        var id = Ordered();
        TakeBack(id, confirmer).ShouldBe(["settlement.receipt-gone"]);
        settlement.Apply(RecoveryFollowing.Withdraw(settlement, id, "Ghi nhầm", confirmer, TimeProvider.System).Event.ShouldNotBeNull());
        TakeBack(id, orderer).ShouldBe(["settlement.receipt-gone"]);
    }

    [Fact]
    public void ItNeedsAReason_AndADocumentOfItsDay()
    {
        var id = Confirmed();
        TakeBack(id, orderer, new(" ", null, null)).ShouldBe(["settlement.correction-missing", "settlement.correction-date", "settlement.reason-missing"]);
        TakeBack(id, orderer, Whole with { DocumentDate = Today.AddDays(1) }).ShouldBe(["settlement.correction-date"]);
        TakeBack(id, orderer, Whole with { DocumentDate = Today.AddDays(-4) }).ShouldBe(["settlement.correction-date"]);
        TakeBack(id, orderer, Whole with { DocumentNumber = new string('1', Settling.LongestNumber + 1) }).ShouldBe(["project.too-long"]);
        TakeBack(id, orderer, Whole with { Reason = new string('a', Settling.LongestText + 1) }).ShouldBe(["project.too-long"]);
    }

    /// <summary>The opposite of the receipt, to the đồng, also where the year was closed in between.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheLedger_HasTheMoneyAsSettledAgain(bool isClosed)
    {
        var book = new Book();
        var line = book.Line();
        var (project, contract) = book.Fill(line, LedgerAccount.Settled, 100);
        book.Post(Book.Of(line, LedgerKind.RecoverSettled, 60, project, contract, LedgerCauseKind.Settlement)).ShouldBeEmpty();
        if (isClosed)
        {
            line.Apply(new YearClosed(Book.Today, null, [], new([])));
        }

        var receipt = book.Entries[^1];
        book.Post([.. Settling.Reversals(settlement, [receipt], "Hủy xác nhận đã thu", Book.Today, Book.Id)]).ShouldBeEmpty();
        (line.Settled, line.Returned, book.Entries[^1].ReversesId).ShouldBe((new Dong(100), Dong.Zero, (Guid?)receipt.LedgerEntryId));
        book.Faults().ShouldBeEmpty();
    }
}
