using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Domain.Tests.Ledgers;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Settlements;

/// <summary>An approval is taken back by another person, for a reason and by a document, and all that it posted with it.</summary>
public sealed class SettlementRevokingTests
{
    [Fact]
    public void WhoApproved_DoesNotTakeItBack_AndAnotherDoes_ForAReasonAndByADocument()
    {
        var (settlement, facts) = Given.In(SettlementState.Submitted);
        var approver = Given.Approver();
        Given.Step(settlement, facts, SettlementAction.Approve, approver).ShouldBeEmpty();
        Given.Step(settlement, facts, SettlementAction.Revoke, approver).ShouldBe(["settlement.revokes-own-approval"]);
        Given.Step(settlement, facts, SettlementAction.Revoke, move: new(SettlementAction.Revoke)).ShouldBe(["settlement.revocation-missing", "settlement.revocation-date", "settlement.reason-missing"]);
        foreach (var day in new[] { ProjectGiven.Today.AddDays(1), settlement.LiquidationDate!.Value.AddDays(-1) })
        {
            Given.Step(settlement, facts, SettlementAction.Revoke, move: Given.Whole(SettlementAction.Revoke) with { DocumentDate = day }).ShouldBe(["settlement.revocation-date"]);
        }

        Given.Step(settlement, facts, SettlementAction.Revoke).ShouldBeEmpty();
        (settlement.State, settlement.ApprovedOn, settlement.ApprovedBy, settlement.LiquidationNumber, settlement.LiquidationDate).ShouldBe((SettlementState.SentBack, null, null, null, null));
        Given.Step(settlement, facts, SettlementAction.Submit).ShouldBeEmpty();
        Given.Step(settlement, facts, SettlementAction.Approve, approver).ShouldBeEmpty();
    }

    /// <summary>Nobody both prepares and judges, and taking a judgement back is one.</summary>
    [Fact]
    public void WhoPrepared_DoesNotTakeTheApprovalBackEither()
    {
        var (settlement, facts) = Given.In(SettlementState.Approved);
        Given.Step(settlement, facts, SettlementAction.Revoke, Given.Mover(Role.DepartmentLeader, Given.Preparer)).ShouldBe(["settlement.own-work"]);
        settlement.State.ShouldBe(SettlementState.Approved);
        Given.Step(settlement, facts, SettlementAction.Revoke).ShouldBeEmpty();
    }

    [Fact]
    public void WhatWasOrderedBack_KeepsTheApproval_UnlessTheOrderWasLifted()
    {
        var (settlement, facts) = Given.In(SettlementState.Approved);
        var (today, orderer) = (ProjectGiven.Today, Given.Mover(Role.DepartmentAccountant));
        settlement.Apply(Settling.Recover(settlement, new(Given.Id(), Given.Line, "KCDP", new(1), "15/KL", today, "Thanh tra", "Chi sai", orderer.UserId, TimeProvider.System.UtcNow), new(Given.Hundred), orderer, today).Event.ShouldNotBeNull());
        Given.Step(settlement, facts, SettlementAction.Revoke).ShouldBe(["settlement.recovered-already"]);
        settlement.Apply(RecoveryFollowing.Withdraw(settlement, settlement.Recoveries.Single().SettledRecoveryId, "Ghi nhầm", Given.Mover(Role.DepartmentLeader), TimeProvider.System).Event.ShouldNotBeNull());
        Given.Step(settlement, facts, SettlementAction.Revoke).ShouldBeEmpty();
    }

    /// <summary>60 of 100 were paid, 40 went back; taken back, the line says what it said before, to the đồng, unless the year was closed or others have the money.</summary>
    [Theory]
    [InlineData(false, 0, null)]
    [InlineData(false, 1, "ledger.above-available")]
    [InlineData(true, 0, "ledger.closed")]
    public void AllThatTheApprovalPosted_IsTakenBack_OrNothing(bool isClosed, long givenAway, string? code)
    {
        var (settlement, _) = Given.In(SettlementState.Approved);
        var book = new Book();
        var line = book.Line(100);
        var (project, contract) = (settlement.ProjectId, settlement.ContractId);
        book.Post(Book.Of(line, LedgerKind.Reserve, 100, project), Book.Of(line, LedgerKind.Commit, 100, project, contract), Book.Of(line, LedgerKind.Pay, 60, project, contract)).ShouldBeEmpty();
        book.Post([.. Settling.Postings(settlement, book.Positions, endsProject: true, Book.Today, Book.Id)]).ShouldBeEmpty();
        (line.Settled, line.Available).ShouldBe((new Dong(60), new Dong(40)));
        if (givenAway > 0)
        {
            book.Post(Book.Of(line, LedgerKind.Reserve, givenAway, Book.Id())).ShouldBeEmpty();
        }

        if (isClosed)
        {
            line.Apply(new YearClosed(Book.Today, null, [], new([])));
        }

        var entries = book.Entries.Where(e => e.CauseKind is LedgerCauseKind.Settlement).ToList();
        string[] expected = code is null ? [] : [code];
        book.Post([.. Settling.Reversals(settlement, entries, "Hủy phê duyệt", Book.Today, Book.Id)]).Distinct().ShouldBe(expected);
        (line.Paid, line.Committed, line.Settled).ShouldBe(code is null ? (new Dong(60), new Dong(40), Dong.Zero) : (Dong.Zero, Dong.Zero, new Dong(60)));
        book.Faults().ShouldBeEmpty();
    }

    /// <summary>Half a character is no text that PostgreSQL keeps: the whole act would fail.</summary>
    [Fact]
    public void ALongReason_IsNotCutInsideACharacter()
    {
        var (settlement, _) = Given.In(SettlementState.Approved);
        var book = new Book();
        var line = book.Line(100);
        book.Post(Book.Of(line, LedgerKind.Reserve, 100, settlement.ProjectId), Book.Of(line, LedgerKind.Commit, 100, settlement.ProjectId, settlement.ContractId)).ShouldBeEmpty();
        book.Post([.. Settling.Postings(settlement, book.Positions, endsProject: false, Book.Today, Book.Id)]).ShouldBeEmpty();
        var reason = new string('a', Ledger.LongestReason - 1) + "😀";
        Settling.Reversals(settlement, book.Entries.Where(e => e.CauseKind is LedgerCauseKind.Settlement), reason, Book.Today, Book.Id).Select(p => p.Reason).Distinct()
            .ShouldBe([new string('a', Ledger.LongestReason - 1)]);
    }

    [Theory]
    [InlineData(SettlementState.Drafting, true)]
    [InlineData(SettlementState.SentBack, true)]
    [InlineData(SettlementState.Submitted, false)]
    [InlineData(SettlementState.Approved, false)]
    [InlineData(SettlementState.Discarded, false)]
    public void ACancelledContract_TakesItsUnsentFileAlong(SettlementState state, bool goes)
    {
        var (settlement, _) = Given.In(state);
        (SettlementMoves.ByCancellation(settlement, Given.Id(), "Hợp đồng đã hủy", Given.Id(), TimeProvider.System)?.To).ShouldBe(goes ? SettlementState.Discarded : null);
    }

    [Fact]
    public void Discarding_NeedsAReason_AndIsTakenUpAgain_WhileTheContractRuns()
    {
        var (settlement, facts) = Given.In(SettlementState.Drafting);
        Given.Step(settlement, facts, SettlementAction.Discard, move: new(SettlementAction.Discard)).ShouldBe(["settlement.reason-missing"]);
        Given.Step(settlement, facts, SettlementAction.Discard).ShouldBeEmpty();
        var cancelled = facts with { Contract = facts.Contract with { IsSigned = false } };
        Given.Step(settlement, cancelled, SettlementAction.Resume).ShouldBe(["settlement.contract-not-signed"]);
        Given.Step(settlement, facts, SettlementAction.Resume).ShouldBeEmpty();
        settlement.IsEditable.ShouldBeTrue();
    }
}
