using KhuyenCong.Domain.Ledgers;

namespace KhuyenCong.Domain.Tests.Ledgers;

public sealed class CorrectingTests
{
    private static readonly Correction Whole = new("Chuyển nguồn thừa", "CV 5/STC ngày 12/01/2026");

    private readonly Book book = new();

    [Theory]
    [InlineData(LedgerCauseKind.Allotment, "correction.by-allotment")]
    [InlineData(LedgerCauseKind.PlanDecision, "correction.by-plan")]
    [InlineData(LedgerCauseKind.Contract, "correction.by-contract")]
    [InlineData(LedgerCauseKind.PaymentRequest, "correction.by-payment")]
    [InlineData(LedgerCauseKind.Settlement, "correction.by-settlement")]
    [InlineData(LedgerCauseKind.YearEnd, "correction.by-year-end")]
    [InlineData(LedgerCauseKind.ManagementEstimate, "correction.by-management")]
    [InlineData(LedgerCauseKind.ManagementVoucher, "correction.by-management")]
    [InlineData(LedgerCauseKind.Correction, null)]
    public void WhatARecordOwns_IsUndoneAtTheRecord(LedgerCauseKind cause, string? code)
    {
        var line = book.Line();
        book.Post(Book.Of(line, LedgerKind.Allot, 100, cause: cause)).ShouldBeEmpty();
        Correcting.UndoneElsewhere(book.Entries[^1])?.Code.ShouldBe(code);
        TakeBack(book.Entries[^1], Whole).ShouldBe(code is null ? [] : [code]);
    }

    /// <summary>What came back is undone where it was confirmed, not by taking the whole approval back.</summary>
    [Fact]
    public void AReceipt_IsUndoneWhereItWasConfirmed()
    {
        var line = book.Line();
        var (project, contract) = book.Fill(line, LedgerAccount.Settled, 100);
        book.Post(Book.Of(line, LedgerKind.RecoverSettled, 30, project, contract, LedgerCauseKind.Settlement)).ShouldBeEmpty();
        TakeBack(book.Entries[^1], Whole).ShouldBe(["correction.by-receipt"]);
    }

    [Theory]
    [InlineData(LedgerKind.CarryIn)]
    [InlineData(LedgerKind.CarryInAdvance)]
    [InlineData(LedgerKind.CarryOut)]
    [InlineData(LedgerKind.Cancel)]
    public void OfAYearEnd_NothingIsTakenBack(LedgerKind kind)
    {
        var line = book.Line(100);
        var (project, contract) = (Book.Id(), Book.Id());
        book.Post(Book.Of(line, kind, 60, project, contract, LedgerCauseKind.YearEnd)).ShouldBeEmpty();
        TakeBack(book.Entries[^1], Whole).ShouldBe(["correction.by-year-end"]);
        book.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void WhatNoRecordOwns_IsTakenBack_ByTheOppositeEntry()
    {
        var line = book.Line(100);
        book.Post(Book.Of(line, LedgerKind.Allot, 60, cause: LedgerCauseKind.Correction)).ShouldBeEmpty();
        TakeBack(book.Entries[^1], Whole).ShouldBeEmpty();
        line.Allotted.ShouldBe(new Dong(100));
        book.Entries[^1].Reason.ShouldBe("Chuyển nguồn thừa (văn bản CV 5/STC ngày 12/01/2026)");
        (book.Entries[^1].ReversesId, book.Entries[^1].CauseKind, book.Entries[^1].FromAccount).ShouldBe((book.Entries[^2].LedgerEntryId, LedgerCauseKind.Correction, LedgerAccount.Available));
        TakeBack(book.Entries[^1], Whole).ShouldBe(["correction.of-correction"]);
        book.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void ItIsTakenBackOnce_Whole_WithReasonAndDocument()
    {
        var line = book.Line();
        book.Post(Book.Of(line, LedgerKind.Allot, 100, cause: LedgerCauseKind.Correction)).ShouldBeEmpty();
        var entry = book.Entries[^1];
        TakeBack(entry, new(" ", null)).ShouldBe(["correction.document-missing", "ledger.reason-missing"]);
        TakeBack(entry, new(new('x', 1_781), new('x', 201))).ShouldBe(["project.too-long", "project.too-long"]);
        TakeBack(entry, Whole, isTakenBack: true).ShouldBe(["correction.taken-back"]);
        book.Post(Book.Of(line, LedgerKind.Reserve, 1, Book.Id())).ShouldBeEmpty();
        TakeBack(entry, Whole).ShouldBe(["ledger.above-available"]);
    }

    [Fact]
    public void WhatStandsInTheWay_IsToldBeforeAnybodyAsks()
    {
        var line = book.Line();
        book.Post(Book.Of(line, LedgerKind.Allot, 100, cause: LedgerCauseKind.Correction)).ShouldBeEmpty();
        var entry = book.Entries[^1];
        Correcting.Obstacle(book.Ledger, entry, Book.Today).ShouldBeNull();
        book.Post(Book.Of(line, LedgerKind.Reserve, 1, Book.Id())).ShouldBeEmpty();
        Correcting.Obstacle(book.Ledger, entry, Book.Today)?.Code.ShouldBe("ledger.above-available");
        line.Allotted.ShouldBe(new Dong(100));
    }

    [Fact]
    public void WhoPostedAnEntry_DoesNotTakeItBack()
    {
        var line = book.Line(100);
        book.Post(Book.Of(line, LedgerKind.Allot, 60, cause: LedgerCauseKind.Correction)).ShouldBeEmpty();
        TakeBack(book.Entries[^1], Whole, by: book.Entries[^1].By).ShouldBe(["correction.own-entry"]);
        line.Allotted.ShouldBe(new Dong(160));
        TakeBack(book.Entries[^1], Whole).ShouldBeEmpty();
        line.Allotted.ShouldBe(new Dong(100));
    }

    private IReadOnlyList<string> TakeBack(LedgerEntry entry, Correction correction, bool isTakenBack = false, Guid? by = null)
    {
        var ruling = Correcting.TakeBack(book.Ledger, entry, isTakenBack, Book.Id(), correction, by ?? Book.Id(), Book.Today);
        if (ruling.Event is { } posted)
        {
            book.Record(posted);
        }

        return [.. ruling.Breaches.Select(b => b.Code)];
    }
}
