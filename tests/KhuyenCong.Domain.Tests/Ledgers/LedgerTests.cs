using KhuyenCong.Domain.Ledgers;

namespace KhuyenCong.Domain.Tests.Ledgers;

public sealed class LedgerTests
{
    private const long Held = 1_000;

    public static TheoryData<LedgerKind> All => [.. Enum.GetValues<LedgerKind>()];

    public static TheoryData<LedgerKind> Inner => [.. Enum.GetValues<LedgerKind>().Where(k => k.Way().From is not LedgerAccount.Outside)];

    private static readonly LedgerAccount[] Accounts = Enum.GetValues<LedgerAccount>();

    [Theory]
    [InlineData(LedgerKind.Allot, LedgerAccount.Outside, LedgerAccount.Available)]
    [InlineData(LedgerKind.Withdraw, LedgerAccount.Available, LedgerAccount.Outside)]
    [InlineData(LedgerKind.Reserve, LedgerAccount.Available, LedgerAccount.Reserved)]
    [InlineData(LedgerKind.Release, LedgerAccount.Reserved, LedgerAccount.Available)]
    [InlineData(LedgerKind.Commit, LedgerAccount.Reserved, LedgerAccount.Committed)]
    [InlineData(LedgerKind.Uncommit, LedgerAccount.Committed, LedgerAccount.Reserved)]
    [InlineData(LedgerKind.Advance, LedgerAccount.Committed, LedgerAccount.Advanced)]
    [InlineData(LedgerKind.ClearAdvance, LedgerAccount.Advanced, LedgerAccount.Paid)]
    [InlineData(LedgerKind.Pay, LedgerAccount.Committed, LedgerAccount.Paid)]
    [InlineData(LedgerKind.Settle, LedgerAccount.Paid, LedgerAccount.Settled)]
    [InlineData(LedgerKind.RecoverAdvance, LedgerAccount.Advanced, LedgerAccount.Committed)]
    [InlineData(LedgerKind.RecoverPaid, LedgerAccount.Paid, LedgerAccount.Committed)]
    [InlineData(LedgerKind.RecoverSettled, LedgerAccount.Settled, LedgerAccount.Returned)]
    [InlineData(LedgerKind.Cancel, LedgerAccount.Available, LedgerAccount.Cancelled)]
    [InlineData(LedgerKind.CarryOut, LedgerAccount.Available, LedgerAccount.CarriedOver)]
    [InlineData(LedgerKind.CarryOutAdvance, LedgerAccount.Advanced, LedgerAccount.CarriedOver)]
    [InlineData(LedgerKind.CarryIn, LedgerAccount.Outside, LedgerAccount.Available)]
    [InlineData(LedgerKind.CarryInAdvance, LedgerAccount.Outside, LedgerAccount.Advanced)]
    public void EveryKind_HasItsWay_AndTheOppositeOne(LedgerKind kind, LedgerAccount from, LedgerAccount to)
    {
        kind.Way().ShouldBe((from, to));
        kind.Way(takesBack: true).ShouldBe((to, from));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AnEntry_MovesItsAmount_BetweenItsTwoAccounts_AndNoOther(LedgerKind kind)
    {
        var book = new Book();
        var line = book.Line();
        var (project, contract) = kind.Way().From is LedgerAccount.Outside ? (Book.Id(), Book.Id()) : book.Fill(line, kind.Way().From, Held);
        var before = Accounts.ToDictionary(a => a, line.Balance);
        book.Post(Book.Of(line, kind, 7, project, contract)).ShouldBeEmpty();
        foreach (var account in Accounts)
        {
            var moved = account == kind.Way().From ? -7 : account == kind.Way().To ? 7 : 0;
            line.Balance(account).ShouldBe(before[account] + new Dong(moved), $"{account}");
        }

        book.Faults().ShouldBeEmpty();
        book.Entries[^1].Sequence.ShouldBe(book.Entries.Count);
    }

    [Theory]
    [MemberData(nameof(Inner))]
    public void NoAccount_FallsBelowNothing_ByOneDong(LedgerKind kind)
    {
        var book = new Book();
        var line = book.Line();
        var (project, contract) = book.Fill(line, kind.Way().From, Held);
        var refused = book.Ledger.Judge([Book.Of(line, kind, Held + 1, project, contract)], Book.Today).Breaches.ShouldHaveSingleItem();
        refused.Code.ShouldBe(kind.Way().From switch
        {
            LedgerAccount.Available => "ledger.above-available",
            LedgerAccount.Reserved => "ledger.above-reserved",
            LedgerAccount.Committed => "ledger.above-committed",
            LedgerAccount.Advanced => "ledger.above-advanced",
            LedgerAccount.Paid => "ledger.above-paid",
            _ => "ledger.above-settled",
        });
        refused.Arguments.ShouldBe([new Dong(Held), new Dong(Held + 1), new Dong(1)]);
        book.Post(Book.Of(line, kind, Held, project, contract)).ShouldBeEmpty();
        line.Balance(kind.Way().From).ShouldBe(Dong.Zero);
    }

    [Fact]
    public void EntriesOfOneAct_AreJudgedOneAfterTheOther_AllOrNone()
    {
        var book = new Book();
        var line = book.Line();
        var (project, contract) = book.Fill(line, LedgerAccount.Reserved, Held);
        book.Post(Book.Of(line, LedgerKind.Commit, 600, project, contract), Book.Of(line, LedgerKind.Pay, 601, project, contract)).ShouldBe(["ledger.above-committed"]);
        (line.Committed, line.Reserved).ShouldBe((Dong.Zero, new Dong(Held)));
        book.Post(Book.Of(line, LedgerKind.Commit, 600, project, contract), Book.Of(line, LedgerKind.Pay, 600, project, contract)).ShouldBeEmpty();
        (line.Paid, line.Reserved).ShouldBe((new Dong(600), new Dong(400)));
    }

    [Fact]
    public void OneContract_IsPaidFromItsOwn_NotFromAnothers()
    {
        var book = new Book();
        var line = book.Line();
        var (project, _) = book.Fill(line, LedgerAccount.Committed, Held);
        book.Post(Book.Of(line, LedgerKind.Pay, 1, project, Book.Id())).ShouldBe(["ledger.above-committed"]);
    }

    [Fact]
    public void AContractOfAnotherProject_IsACallersMistake()
    {
        var book = new Book();
        var line = book.Line();
        var (_, contract) = book.Fill(line, LedgerAccount.Committed, Held);
        Should.Throw<InvalidOperationException>(() => book.Ledger.Judge([Book.Of(line, LedgerKind.Pay, 1, Book.Id(), contract)], Book.Today));
        Should.Throw<InvalidOperationException>(() => book.Ledger.Judge([Book.Of(line, LedgerKind.Pay, 1)], Book.Today));
    }

    [Fact]
    public void WhatIsNoEntry_IsRefused()
    {
        var book = new Book();
        var line = book.Line(Held);
        book.Post(Book.Of(line, LedgerKind.Withdraw, 0)).ShouldBe(["ledger.amount-none"]);
        book.Post(Book.Of(line, LedgerKind.Withdraw, -5)).ShouldBe(["ledger.amount-none"]);
        book.Post(Book.Of(line, LedgerKind.Withdraw, 5) with { On = Book.Today.AddDays(1) }).ShouldBe(["ledger.in-future"]);
        book.Post(Book.Of(line, LedgerKind.Allot, 5) with { Reverses = Book.Id() }).ShouldBe(["ledger.reason-missing"]);
        book.Post(Book.Of(line, LedgerKind.Withdraw, 5) with { AllocationId = Book.Id() }).ShouldBe(["ledger.line-missing"]);
        book.Post(Book.Of(line, LedgerKind.Withdraw, 5) with { Reason = new('x', Ledger.LongestReason + 1) }).ShouldBe(["project.too-long"]);
    }

    [Fact]
    public void ALineThatIsNotHeld_HasNoBalance_NotEvenNothing()
    {
        var book = new Book();
        var (line, elsewhere) = (book.Line(100), Book.Id());
        book.Ledger.HoldsAll([line.AllocationId]).ShouldBeTrue();
        book.Ledger.HoldsAll([line.AllocationId, elsewhere]).ShouldBeFalse();
        book.Ledger.Balance(line.AllocationId, LedgerAccount.Committed, Book.Id()).ShouldBe(Dong.Zero);
        Should.Throw<InvalidOperationException>(() => book.Ledger.Balance(elsewhere, LedgerAccount.Committed, Book.Id()));
        Should.Throw<InvalidOperationException>(() => book.Ledger.Balance(elsewhere, LedgerAccount.Available));
    }
}
