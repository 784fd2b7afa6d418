using KhuyenCong.Domain.Ledgers;

namespace KhuyenCong.Domain.Tests.Ledgers;

public sealed class LedgerNumberTests
{
    /// <summary>Whatever a screen shows is what its entries come to, one by one or added up by their shape.</summary>
    [Fact]
    public void EveryNumber_IsWhatItsEntriesComeTo()
    {
        var book = new Book();
        var (line, project, contract) = (book.Line(1_000), Book.Id(), Book.Id());
        Posting Of(LedgerKind kind, long amount, LedgerCauseKind cause = LedgerCauseKind.Contract) => Book.Of(line, kind, amount, project, contract, cause);
        book.Post(
            Of(LedgerKind.Reserve, 700), Of(LedgerKind.Commit, 600), Of(LedgerKind.Advance, 200), Of(LedgerKind.ClearAdvance, 150), Of(LedgerKind.Pay, 100), Of(LedgerKind.Settle, 120),
            Of(LedgerKind.RecoverAdvance, 10), Of(LedgerKind.RecoverSettled, 5), Of(LedgerKind.Uncommit, 30, LedgerCauseKind.Settlement), Of(LedgerKind.Release, 20), Of(LedgerKind.Release, 8, LedgerCauseKind.Settlement), Book.Of(line, LedgerKind.Withdraw, 40),
            Book.Of(line, LedgerKind.Cancel, 50), Book.Of(line, LedgerKind.Cancel, 15) with { Reverses = Book.Id(), Reason = "Ghi nhầm" }).ShouldBeEmpty();

        foreach (var account in Enum.GetValues<LedgerAccount>())
        {
            Sum(account.Number()).ShouldBe(account is LedgerAccount.Outside ? line.Allotted : line.Balance(account), account.ToString());
        }

        Sum(LedgerNumber.InUse).ShouldBe(line.Approved);
        Sum(LedgerNumber.Spent).ShouldBe(line.Paid + line.Settled);
        Sum(LedgerNumber.Undrawn).ShouldBe(line.Reserved + line.Committed);
        Sum(LedgerNumber.Unspent).ShouldBe(line.Reserved + line.Committed + line.Advanced);
        (Sum(LedgerNumber.Given), Sum(LedgerNumber.Withdrawn), Sum(LedgerNumber.Recovered)).ShouldBe((new Dong(1_000), new Dong(40), new Dong(15)));
        (Sum(LedgerNumber.CarriedIn), Sum(LedgerNumber.AdvancesIn)).ShouldBe((Dong.Zero, Dong.Zero));
        new ContractTurnover(Sum(LedgerNumber.Contracted), Sum(LedgerNumber.GivenBack)).ShouldBe(ContractTurnover.Of(book.Entries));
        Sum(LedgerNumber.GivenBack).ShouldBe(new Dong(30));
        Sum(LedgerNumber.ReturnedToSource).ShouldBe(new Dong(28));

        Dong Sum(LedgerNumber number)
        {
            var sum = book.Entries.Select(e => number.Part(e)).Sum();
            number.Sum(book.Entries.GroupBy(e => (e.Kind, TakesBack: e.ReversesId is not null, e.CauseKind))
                .Select(g => new LedgerFlow(g.Key.Kind, g.Key.TakesBack, g.Key.CauseKind, g.Count(), g.Select(e => e.Amount).Sum()))).ShouldBe(sum);
            return sum;
        }
    }

    /// <summary>What a settlement gave back and took again was contracted once and is given back no more.</summary>
    [Fact]
    public void ASettlementTakenBack_IsNoSecondContract()
    {
        var book = new Book();
        var (line, project, contract) = (book.Line(100), Book.Id(), Book.Id());
        Posting Of(LedgerKind kind, long amount, LedgerCauseKind cause) => Book.Of(line, kind, amount, project, contract, cause);
        var (gone, free) = (Of(LedgerKind.Uncommit, 20, LedgerCauseKind.Settlement), Of(LedgerKind.Release, 20, LedgerCauseKind.Settlement));
        book.Post(Of(LedgerKind.Reserve, 60, LedgerCauseKind.PlanDecision), Of(LedgerKind.Commit, 60, LedgerCauseKind.Contract), gone, free).ShouldBeEmpty();
        Said().ShouldBe((new Dong(60), new Dong(20)));
        book.Post(free with { EntryId = Book.Id(), Reverses = free.EntryId, Reason = "Hủy phê duyệt" }, gone with { EntryId = Book.Id(), Reverses = gone.EntryId, Reason = "Hủy phê duyệt" }).ShouldBeEmpty();
        Said().ShouldBe((new Dong(60), Dong.Zero));
        line.Committed.ShouldBe(new Dong(60));

        (Dong Contracted, Dong GivenBack) Said()
        {
            var turnover = ContractTurnover.Of(book.Entries);
            var numbers = (book.Entries.Select(e => LedgerNumber.Contracted.Part(e)).Sum(), book.Entries.Select(e => LedgerNumber.GivenBack.Part(e)).Sum());
            numbers.ShouldBe((turnover.Contracted, turnover.GivenBack));
            return numbers;
        }
    }

    [Fact]
    public void WhatASettlementOrACancelledContractGaveBack_IsToldByItsReleasesAlone()
    {
        LedgerNumber.ReturnedToSource.Sign(LedgerKind.Release, false, LedgerCauseKind.Settlement).ShouldBe(1);
        LedgerNumber.ReturnedToSource.Sign(LedgerKind.Release, true, LedgerCauseKind.Settlement).ShouldBe(-1);
        LedgerNumber.ReturnedToSource.Sign(LedgerKind.Release, false, LedgerCauseKind.Contract).ShouldBe(1);
        LedgerNumber.ReturnedToSource.Sign(LedgerKind.Uncommit, false, LedgerCauseKind.Contract).ShouldBe(0);
        LedgerNumber.ReturnedToSource.Sign(LedgerKind.Release, false, LedgerCauseKind.PlanDecision).ShouldBe(0);
        LedgerNumber.ReturnedToSource.Sign(LedgerKind.Release, false, LedgerCauseKind.YearEnd).ShouldBe(0);
        LedgerNumber.ReturnedToSource.Sign(LedgerKind.Uncommit, false, LedgerCauseKind.Settlement).ShouldBe(0);
    }

    /// <summary>An entry that is taken back gives nothing to any number, together with the one that does so.</summary>
    /// <remarks>Numbers that ask for the cause are tested above: what a contract or a settlement did is taken back under the same cause.</remarks>
    [Fact]
    public void WhatIsTakenBack_GivesNothing()
    {
        foreach (var number in Enum.GetValues<LedgerNumber>().Where(n => n is not (LedgerNumber.Contracted or LedgerNumber.GivenBack or LedgerNumber.ReturnedToSource)))
        {
            foreach (var kind in Enum.GetValues<LedgerKind>())
            {
                (number.Sign(kind, false, LedgerCauseKind.Contract) + number.Sign(kind, true, LedgerCauseKind.Correction)).ShouldBe(0, $"{number} {kind}");
            }
        }
    }
}
