using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Tests.Ledgers;
using KhuyenCong.Domain.Tests.Norms;

namespace KhuyenCong.Domain.Tests.ManagementCosts;

public sealed class ManagementMoneyTests
{
    [Theory]
    [InlineData(5000, 2_000_000, 10_000_000L)]
    [InlineData(2500, 100, 250L)]
    [InlineData(1, 1000, 1L)]
    [InlineData(1, 1001, null)]
    [InlineData(-1, 1000, null)]
    [InlineData(1_000_000_000_000, 1_000_000_000_000_000, null)]
    [InlineData(1, long.MaxValue, null)]
    public void ALine_IsQuantityByPrice_InWholeDong(long quantity, long price, long? amount) =>
        Given.LineText(quantity: quantity, price: price).Amount.ShouldBe(amount is { } found ? new Dong(found) : (Dong?)null);

    [Fact]
    public void OneDongAboveTheLine_IsRefused_WithFigures()
    {
        var estimate = Given.In(ManagementState.Approved, Given.Allotment());
        IReadOnlyList<Breach> Write(long amount, long used) => ManagementWriting.Write(estimate, null, Given.VoucherText(estimate, amount), Given.Room(used), [], Given.Writer(null), TimeProvider.System).Breaches;
        Write(Given.Line, 0).ShouldBeEmpty();
        Write(Given.Line - 400, 400).ShouldBeEmpty();
        var breach = Write(Given.Line - 399, 400).ShouldHaveSingleItem();
        breach.Code.ShouldBe("management.above-line");
        breach.Arguments.Cast<Dong>().ToList().ShouldBe([new Dong(Given.Line), new Dong(400), new Dong(Given.Line - 399), new Dong(1)]);
        Given.Step(Given.In(ManagementVoucherState.Requested, estimate), estimate, ManagementVoucherAction.Approve, Given.Mover(Role.DepartmentLeader), used: Given.Line).ShouldBe(["management.above-line"]);
    }

    [Fact]
    public void ATrip_AMeeting_SaysWhatItServed_AndOnlyThat()
    {
        var served = new Served(ServedKind.Inspection, Given.Id());
        Faults(ManagementItem.Travel, t => t with { ServedNote = null }).ShouldBe(["management.served-missing"]);
        Faults(ManagementItem.Travel, t => t with { ServedNote = null, Served = served }).ShouldBeEmpty();
        Faults(ManagementItem.AppraisalMeeting, t => t with { Served = served }).ShouldBe(["management.served-other"]);
        Faults(ManagementItem.AcceptanceMeeting, t => t with { Served = new(ServedKind.Acceptance, Given.Id()) }).ShouldBeEmpty();
        Faults(ManagementItem.Stationery, t => t with { ServedNote = null }).ShouldBeEmpty();
    }

    [Fact]
    public void Equipment_IsNamedOnce_AndComesToTheVoucher()
    {
        EquipmentText Thing(long price, string serial = "SN-1") => new(Given.Id(), "Máy ảnh", serial, "Phòng QLCN", "Người giữ (dữ liệu minh họa)", new(price));
        Faults(ManagementItem.Equipment, t => t).ShouldBe(["management.equipment-missing"]);
        Faults(ManagementItem.Equipment, t => t with { Equipment = [Thing(999_999)] }).ShouldBe(["management.equipment-sum"]);
        Faults(ManagementItem.Equipment, t => t with { Equipment = [Thing(500_000), Thing(500_000, " sn-1 ")] }).ShouldBe(["management.equipment-twice"]);
        Faults(ManagementItem.Equipment, t => t with { Equipment = [Thing(500_000), Thing(500_000, "SN-2")] }).ShouldBeEmpty();
        Faults(ManagementItem.Travel, t => t with { Equipment = [Thing(1_000_000)] }).ShouldBe(["management.equipment-elsewhere"]);
    }

    [Theory]
    [InlineData(Verification.FromKnowledge, Regime.National, false)]
    [InlineData(Verification.VerifiedVerbatim, Regime.National, true)]
    [InlineData(Verification.VerifiedVerbatim, Regime.Provincial, false)]
    public void TheShare_Warns_AndBlocksOnlyByARuleThatBindsTheLine(Verification verification, Regime regime, bool binds)
    {
        var book = NormBook.Of([Books.Norm(share: 150, ceiling: null, unit: NormUnit.None, verification: verification, kind: "management-body")], [], [], []);
        ManagementShare Of(long planned) => ManagementShare.Of(ManagementParty.Agency, regime, "56", [new(new(1_000_000_000))], new(planned), book, Books.Day);
        Of(15_000_000).Finding.ShouldBeNull();
        var share = Of(15_000_001);
        share.Limit.ShouldBe(new Dong(15_000_000));
        var finding = share.Finding.ShouldNotBeNull();
        (finding.Binds, (Dong)finding.Breach.Arguments[2]).ShouldBe((binds, new Dong(1)));
        Given.Step(Given.In(ManagementState.Drafting, Given.Allotment()), ManagementAction.Submit, Given.Writer(null), null, share).ShouldBe(binds ? ["management.above-norm"] : []);
    }

    [Fact]
    public void TheShareOfAnImplementer_IsOfEachProject_MoreInADifficultArea()
    {
        var book = NormBook.Of(
            [Books.Norm(share: 250, ceiling: null, unit: NormUnit.None, kind: "management-unit"), Books.Norm(share: 300, ceiling: null, unit: NormUnit.None, conditions: NormConditions.DifficultArea, kind: "management-unit")], [], [], []);
        var share = ManagementShare.Of(ManagementParty.Implementer, Regime.National, "56", [new(new(100_000_000)), new(new(100_000_000), Holds: NormConditions.DifficultArea)], new(5_500_000), book, Books.Day);
        (share.Limit, share.Finding).ShouldBe((new Dong(5_500_000), null));
        ManagementShare.Of(ManagementParty.Implementer, Regime.National, "56", [], Dong.Zero, NormBook.Of([], [], [], []), Books.Day).Limit.ShouldBeNull();
    }

    [Fact]
    public void WhoPreparedItsVouchers_DoesNotSettleIt()
    {
        var (spender, another) = (Given.Id(), Given.Id());
        var estimate = Given.In(ManagementState.Settling, Given.Allotment());
        IEnumerable<string> Settle(Guid user) => ManagementMoves.Step(estimate, Given.Id(), Given.Move(ManagementAction.Settle), null, [], null, Given.Mover(Role.DepartmentLeader, user), TimeProvider.System, [spender]).Breaches.Select(b => b.Code);
        Settle(spender).ShouldBe(["management.spender-settles"]);
        Settle(another).ShouldBeEmpty();
    }

    [Fact]
    public void TheTreasurysDay_IsThatOfThePayment_AndOfNoOtherStep()
    {
        var estimate = Given.In(ManagementState.Approved, Given.Allotment());
        var voucher = Given.In(ManagementVoucherState.Requested, estimate);
        var approved = ManagementMoves.Step(voucher, estimate, Given.Id(), new(ManagementVoucherAction.Approve, Date: new DateOnly(1990, 1, 1), TreasuryNumber: "KB-09"), Given.Room(), [], Given.Mover(Role.DepartmentLeader), TimeProvider.System).Event.ShouldNotBeNull();
        ManagementMoves.Postings(voucher, approved, Given.Id).ShouldHaveSingleItem().On.ShouldBe(approved.On);
        (approved.Move.Date, approved.Move.TreasuryNumber).ShouldBe((null, null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhateverIsApproved_Returned_Paid_Settled_TheLedgerProves(ulong seed)
    {
        var (book, chance) = (new Book(), new Lcg(seed));
        var line = book.Line(2 * Given.Line);
        book.Fill(line, LedgerAccount.Committed, 3);
        var estimate = Given.In(ManagementState.Approved, line);
        Post(book, ManagementMoves.Postings(estimate, Moved(estimate, ManagementAction.Approve), Book.Id)).ShouldBeEmpty();
        var (open, paid) = (new List<ManagementVoucher>(), Dong.Zero);
        for (var turn = 0; turn < 60; turn++)
        {
            var voucher = chance.Next(0, 3) > 0 || open.Count == 0 ? Given.Voucher(estimate, chance.Next(1, 900_000)) : open[chance.Next(0, open.Count)];
            if (!open.Remove(voucher))
            {
                voucher.Apply(Moved(voucher, ManagementVoucherAction.Request, ManagementVoucherState.Requested));
                var free = Position(book, estimate).Reserved;
                var refused = Post(book, ManagementMoves.Postings(voucher, Moved(voucher, ManagementVoucherAction.Approve, ManagementVoucherState.Approved), Book.Id));
                refused.ShouldBe(voucher.Amount > free ? ["ledger.above-reserved"] : []);
                if (refused.Count == 0)
                {
                    voucher.Apply(Moved(voucher, ManagementVoucherAction.Approve, ManagementVoucherState.Approved));
                    open.Add(voucher);
                }
            }
            else if (chance.Next(0, 2) == 0)
            {
                Post(book, ManagementMoves.Postings(voucher, Moved(voucher, ManagementVoucherAction.Return, ManagementVoucherState.Drafting), Book.Id)).ShouldBeEmpty();
            }
            else
            {
                Post(book, ManagementMoves.Postings(voucher, Moved(voucher, ManagementVoucherAction.Pay, ManagementVoucherState.Paid), Book.Id)).ShouldBeEmpty();
                paid += voucher.Amount;
            }

            var now = Position(book, estimate);
            (now.Reserved + now.Committed + now.Paid).ShouldBe(estimate.Total);
            (now.Paid, now.Committed).ShouldBe((paid, open.Select(v => v.Amount).Sum()));
            book.Faults().ShouldBeEmpty();
        }

        foreach (var voucher in open)
        {
            Post(book, ManagementMoves.Postings(voucher, Moved(voucher, ManagementVoucherAction.Return, ManagementVoucherState.Drafting), Book.Id)).ShouldBeEmpty();
        }

        var last = Position(book, estimate);
        var settled = Moved(estimate, ManagementAction.Settle) with { Spent = last.Paid, Left = last.Reserved };
        Post(book, ManagementMoves.Postings(estimate, settled, Book.Id)).ShouldBeEmpty();
        (line.Settled, line.Available).ShouldBe((paid, new Dong(2 * Given.Line) - paid));
        book.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void APaymentTakenBack_IsBoundAgain_AndTheLedgerProvesIt()
    {
        var book = new Book();
        var estimate = Given.In(ManagementState.Approved, book.Line(Given.Line));
        Post(book, ManagementMoves.Postings(estimate, Moved(estimate, ManagementAction.Approve), Book.Id)).ShouldBeEmpty();
        var voucher = Given.In(ManagementVoucherState.Requested, estimate);
        Post(book, ManagementMoves.Postings(voucher, Moved(voucher, ManagementVoucherAction.Approve, ManagementVoucherState.Approved), Book.Id)).ShouldBeEmpty();
        voucher.Apply(Moved(voucher, ManagementVoucherAction.Approve, ManagementVoucherState.Approved));
        Post(book, ManagementMoves.Postings(voucher, Moved(voucher, ManagementVoucherAction.Pay, ManagementVoucherState.Paid), Book.Id)).ShouldBeEmpty();
        voucher.Apply(Moved(voucher, ManagementVoucherAction.Pay, ManagementVoucherState.Paid));
        var recorded = book.Entries[^1];
        (Position(book, estimate).Paid, Position(book, estimate).Committed).ShouldBe((voucher.Amount, Dong.Zero));

        var opposite = ManagementMoves.Reversals(voucher, [recorded], new string('x', Ledger.LongestReason), Book.Today, Book.Id).ShouldHaveSingleItem();
        (opposite.Kind, opposite.Amount, opposite.Reverses, opposite.ManagementEstimateId).ShouldBe((LedgerKind.Pay, voucher.Amount, recorded.LedgerEntryId, estimate.ManagementEstimateId));
        Post(book, [opposite]).ShouldBeEmpty();
        (Position(book, estimate).Paid, Position(book, estimate).Committed).ShouldBe((Dong.Zero, voucher.Amount));
        book.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void AYear_IsNotClosed_WhileAnEstimateHoldsMoney()
    {
        var book = new Book();
        var (line, next) = (book.Line(Given.Line), book.Line(year: 2026));
        var estimate = Given.In(ManagementState.Approved, line);
        Post(book, ManagementMoves.Postings(estimate, Moved(estimate, ManagementAction.Approve), Book.Id)).ShouldBeEmpty();
        Ruling<YearClosed> Close() => YearEndRules.Close(book.Ledger, [line], _ => next, new(new Dictionary<Guid, Dong>(), new HashSet<(Guid, Guid)>()), new HashSet<Guid>(), Book.Id, Book.Today);
        Close().Breaches.Select(b => b.Code).ShouldBe(["year.management-left"]);
        Post(book, ManagementMoves.Postings(estimate, Moved(estimate, ManagementAction.Settle) with { Spent = Dong.Zero, Left = estimate.Total }, Book.Id)).ShouldBeEmpty();
        Close().Event.ShouldNotBeNull().Lines.ShouldHaveSingleItem().Lapsed.ShouldBe(new Dong(Given.Line));
    }

    [Fact]
    public void AnEntryOfManagement_IsUndoneThere()
    {
        var book = new Book();
        var line = book.Line(Given.Line);
        var estimate = Given.In(ManagementState.Approved, line);
        Post(book, ManagementMoves.Postings(estimate, Moved(estimate, ManagementAction.Approve), Book.Id)).ShouldBeEmpty();
        Correcting.UndoneElsewhere(book.Entries[^1])!.Code.ShouldBe("correction.by-management");
        Should.Throw<InvalidOperationException>(() => book.Post(Book.Of(line, LedgerKind.Reserve, 1, Book.Id()) with { ManagementEstimateId = estimate.ManagementEstimateId }));
    }

    private static IReadOnlyList<string> Faults(ManagementItem item, Func<ManagementVoucherText, ManagementVoucherText> with)
    {
        var estimate = Given.In(ManagementState.Approved, Given.Allotment(), Given.LineText(item));
        return [.. ManagementVouching.Faults(estimate, estimate.Lines[0], with(Given.VoucherText(estimate)), Given.Room(), Given.Today).Select(b => b.Code)];
    }

    private static LedgerPosition Position(Book book, ManagementEstimate estimate) => book.Positions.Single(p => p.SubjectId == estimate.ManagementEstimateId);

    /// <summary>On the day of the book, which is not today's.</summary>
    private static IReadOnlyList<string> Post(Book book, IReadOnlyList<Posting> postings) => book.Post([.. postings.Select(p => p with { On = Book.Today })]);

    private static ManagementMoved Moved(ManagementEstimate estimate, ManagementAction action) =>
        new(estimate.ManagementEstimateId, Given.Id(), Given.Move(action), estimate.State, Given.Id(), Given.Today, TimeProvider.System.UtcNow);

    private static ManagementVoucherMoved Moved(ManagementVoucher voucher, ManagementVoucherAction action, ManagementVoucherState to) =>
        new(voucher.ManagementVoucherId, Given.Id(), Given.Move(action), to, Given.Id(), Given.Today, TimeProvider.System.UtcNow);
}
