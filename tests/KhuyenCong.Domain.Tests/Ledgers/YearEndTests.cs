using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Tests.Ledgers;

public sealed class YearEndTests
{
    private static readonly YearEndChoice Nothing = new(new Dictionary<Guid, Dong>(), new HashSet<(Guid, Guid)>());

    private readonly Book book = new();
    private readonly Allocation line;
    private readonly Allocation next;

    public YearEndTests() => (line, next) = (book.Line(), book.Line(year: 2026));

    [Fact]
    public void WhatIsLeft_Lapses_AndTheYearIsClosedForGood()
    {
        book.Fill(line, LedgerAccount.Available, 100);
        book.Fill(line, LedgerAccount.Reserved, 40);
        Close(Nothing).ShouldBeEmpty();
        (line.Cancelled, line.Available, line.Reserved, line.CarriedOver, line.ClosedOn).ShouldBe((new Dong(140), Dong.Zero, Dong.Zero, Dong.Zero, (DateOnly?)Book.Today));
        next.PostingCount.ShouldBe(0);
        book.Post(Book.Of(line, LedgerKind.Allot, 1)).ShouldBe(["ledger.closed"]);
        Close(Nothing).ShouldBe(["year.closed-already"]);
        Should.Throw<InvalidOperationException>(() => line.Apply(new YearClosed(Book.Today, null, [], new([]))));
        Allotting.Enter(Book.Id(), line, new(AllotmentKind.Initial, new(1), "1", Book.Today, "UBND"), "", TimeProvider.System).Breaches.Select(b => b.Code).ShouldContain("ledger.closed");
    }

    [Fact]
    public void WhatIsCarried_StandsInTheNextYear_AsItStood()
    {
        book.Fill(line, LedgerAccount.Available, 100);
        var (reserved, _) = book.Fill(line, LedgerAccount.Reserved, 200);
        book.Fill(line, LedgerAccount.Reserved, 300);
        var (project, contract) = book.Fill(line, LedgerAccount.Committed, 400);
        book.Post(Book.Of(line, LedgerKind.Advance, 50, project, contract), Book.Of(line, LedgerKind.Pay, 60, project, contract)).ShouldBeEmpty();
        var choice = Carrying(Dong.Zero, reserved, contract) with { SettlesPaid = true, CarriedAvailable = new Dictionary<Guid, Dong> { [line.AllocationId] = new(30) } };

        var closed = Rule(choice).Event.ShouldNotBeNull();
        closed.Lines.ShouldHaveSingleItem().ShouldBe(new(line.AllocationId, next.AllocationId, 2026, new(370), new(30 + 200 + 290), new(50), new(60), true, closed.Lines[0].Projects, closed.Lines[0].Contracts));
        closed.Lines[0].Projects.Keys.ShouldBe([reserved, project], ignoreOrder: true);
        closed.Lines[0].Projects.Values.Sum().ShouldBe(closed.Lines[0].Carried + closed.Lines[0].Advances - new Dong(30), "what was available belongs to no project");
        closed.Lines[0].Contracts.ShouldBe([contract]);
        book.Record(closed.Posted);
        line.Apply(closed);

        (line.Cancelled, line.CarriedOver, line.Settled).ShouldBe((new Dong(370), new Dong(570), new Dong(60)));
        (line.Available, line.Reserved, line.Committed, line.Advanced, line.Paid).ShouldBe((Dong.Zero, Dong.Zero, Dong.Zero, Dong.Zero, Dong.Zero));
        (next.Allotted, next.Available, next.Reserved, next.Committed, next.Advanced).ShouldBe((new Dong(570), new Dong(30), new Dong(200), new Dong(290), new Dong(50)));
        book.Ledger.Balance(next.AllocationId, LedgerAccount.Reserved, reserved).ShouldBe(new Dong(200));
        book.Ledger.Balance(next.AllocationId, LedgerAccount.Committed, contract).ShouldBe(new Dong(290));
        book.Ledger.Balance(next.AllocationId, LedgerAccount.Advanced, contract).ShouldBe(new Dong(50));
        line.ClosingDocument.ShouldBe("Văn bản 12/QĐ ngày 10/01/2026, UBND tỉnh");
        book.Faults().ShouldBeEmpty();
        book.Entries.Where(e => e.CauseKind is LedgerCauseKind.YearEnd).ShouldAllBe(e => e.CauseId == line.AllocationId && e.Reason != null);
    }

    [Fact]
    public void BoundMoney_NeverLapsesByItself()
    {
        book.Fill(line, LedgerAccount.Committed, 100);
        book.Fill(line, LedgerAccount.Advanced, 20);
        book.Fill(line, LedgerAccount.Paid, 30);
        var ruling = Rule(Nothing);
        ruling.Breaches.Select(b => b.Code).ShouldBe(["year.advance-left", "year.commitment-left", "year.paid-left"]);
        ruling.Breaches.Select(b => b.Arguments[0]).ShouldBe([new Dong(20), new Dong(100), new Dong(30)]);
        line.ClosedOn.ShouldBeNull();
    }

    [Fact]
    public void WhatIsSettled_OrGivenBack_KeepsNothingOpen()
    {
        book.Fill(line, LedgerAccount.Settled, 100);
        book.Fill(line, LedgerAccount.Returned, 20);
        Close(Nothing).ShouldBeEmpty();
        (line.Settled, line.Returned, line.Cancelled).ShouldBe((new Dong(100), new Dong(20), Dong.Zero));
    }

    [Fact]
    public void WhatAContractBound_IsToldOfEachYear_AsItsEntriesSay()
    {
        var (project, contract) = book.Fill(line, LedgerAccount.Committed, 400);
        book.Post(Book.Of(line, LedgerKind.Uncommit, 10, project, contract)).ShouldBeEmpty();
        book.Post(Book.Of(line, LedgerKind.Advance, 50, project, contract), Book.Of(line, LedgerKind.Pay, 60, project, contract), Book.Of(line, LedgerKind.Settle, 60, project, contract)).ShouldBeEmpty();
        Close(Carrying(new(0), contract)).ShouldBeEmpty();
        Of(line, contract).ShouldBe(new ContractTurnover(new(390), new(330)));
        Of(next, contract).ShouldBe(new ContractTurnover(new(330), Dong.Zero));
        book.Post(Book.Of(next, LedgerKind.Uncommit, 30, project, contract, LedgerCauseKind.Settlement)).ShouldBeEmpty();
        Of(next, contract).ShouldBe(new ContractTurnover(new(330), new(30)));
        foreach (var position in book.Positions.Where(p => p.ContractId == contract))
        {
            var turnover = ContractTurnover.Of(book.Entries.Where(e => e.AllocationId == position.AllocationId && e.ContractId == contract));
            (turnover.Contracted - turnover.GivenBack).ShouldBe(position.Bound);
        }

        ContractTurnover Of(Allocation of, Guid subject) => ContractTurnover.Of(book.Entries.Where(e => e.AllocationId == of.AllocationId && e.ContractId == subject));
    }

    [Fact]
    public void WhatWasSettled_IsOrderedBack_AfterItsYearIsClosed_AndAMistakenReceiptTakenBack()
    {
        var (project, contract) = book.Fill(line, LedgerAccount.Settled, 100);
        Close(Nothing).ShouldBeEmpty();
        book.Post(Book.Of(line, LedgerKind.RecoverSettled, 101, project, contract)).ShouldBe(["ledger.above-settled"]);
        book.Post(Book.Of(line, LedgerKind.RecoverSettled, 30, project, contract, LedgerCauseKind.Settlement)).ShouldBeEmpty();
        (line.Settled, line.Returned, line.Available).ShouldBe((new Dong(70), new Dong(30), Dong.Zero));
        book.Post(Book.Of(line, LedgerKind.RecoverSettled, 30, project, contract) with { Reverses = book.Entries[^1].LedgerEntryId, Reason = " " }).ShouldBe(["ledger.reason-missing"]);
        book.Post(Book.Of(line, LedgerKind.RecoverSettled, 30, project, contract, LedgerCauseKind.Settlement) with { Reverses = book.Entries[^1].LedgerEntryId, Reason = "Nhầm" }).ShouldBeEmpty();
        (line.Settled, line.Returned, line.Available).ShouldBe((new Dong(100), Dong.Zero, Dong.Zero));
        book.Post(Book.Of(line, LedgerKind.Settle, 1, project, contract) with { Reverses = book.Entries[0].LedgerEntryId, Reason = "Nhầm" }).ShouldBe(["ledger.closed"]);
        book.Faults().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [InlineData(-1, false)]
    public void NoMoreGoesOn_ThanIsLeft_ByOneDong(long carried, bool fits)
    {
        book.Fill(line, LedgerAccount.Available, 100);
        Close(Carrying(new(carried))).ShouldBe(fits ? [] : ["year.carry-above-available"]);
        (line.CarriedOver, next.Available).ShouldBe(fits ? (new Dong(100), new Dong(100)) : (Dong.Zero, Dong.Zero));
    }

    [Fact]
    public void NothingGoesOn_WithoutItsDocument()
    {
        book.Fill(line, LedgerAccount.Available, 100);
        Close(Carrying(new(5)) with { Issuer = " " }).ShouldBe(["year.document-missing"]);
        Close(Carrying(new(5)) with { DocumentDate = null }).ShouldBe(["year.document-missing"]);
        Close(Carrying(new(5)) with { DocumentDate = Book.Today.AddDays(1) }).ShouldBe(["allocation.document-in-future"]);
        Close(Nothing with { SettlesPaid = true }).ShouldBe(["year.document-missing"]);
        Close(Nothing).ShouldBeEmpty();
    }

    [Fact]
    public void AYearThatIsNotOver_OrPaysStill_StaysOpen()
    {
        YearEndRules.Close(book.Ledger, [line], _ => next, Nothing, new HashSet<Guid>(), Book.Id, new(2025, 12, 30)).Breaches.Select(b => b.Code).ShouldBe(["year.not-over"]);
        YearEndRules.Close(book.Ledger, [line], _ => next, Nothing, new HashSet<Guid>(), Book.Id, new(2025, 12, 31)).Breaches.ShouldBeEmpty();
        YearEndRules.Close(book.Ledger, [line], _ => next, Nothing, new HashSet<Guid> { line.AllocationId }, Book.Id, Book.Today).Breaches.Select(b => b.Code).ShouldBe(["year.paying"]);
        YearEndRules.Close(book.Ledger, [], _ => next, Nothing, new HashSet<Guid>(), Book.Id, Book.Today).Breaches.Select(b => b.Code).ShouldBe(["year.no-line"]);
        YearEndRules.AdjustingEnds(2025).ShouldBe(new(2026, 1, 31));
    }

    [Fact]
    public void AClosedNextYear_TakesNothingOver()
    {
        book.Fill(line, LedgerAccount.Available, 100);
        next.Apply(new YearClosed(Book.Today, null, [], new([])));
        Close(Carrying(new(5))).ShouldContain("ledger.closed");
        line.ClosedOn.ShouldBeNull();
    }

    private YearEndChoice Carrying(Dong available, params Guid[] subjects) =>
        new(new Dictionary<Guid, Dong> { [line.AllocationId] = available }, subjects.Select(s => (line.AllocationId, s)).ToHashSet(), false, "12/QĐ", new(2026, 1, 10), "UBND tỉnh");

    private Ruling<YearClosed> Rule(YearEndChoice choice) => YearEndRules.Close(book.Ledger, [line], _ => next, choice, new HashSet<Guid>(), Book.Id, Book.Today);

    private IReadOnlyList<string> Close(YearEndChoice choice)
    {
        var ruling = Rule(choice);
        if (ruling.Event is { } closed)
        {
            book.Record(closed.Posted);
            line.Apply(closed);
        }

        return [.. ruling.Breaches.Select(b => b.Code)];
    }
}
