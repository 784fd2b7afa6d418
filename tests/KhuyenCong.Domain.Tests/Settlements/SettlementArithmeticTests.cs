using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Settlements;
using PlanGiven = KhuyenCong.Domain.Tests.Plans.Given;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Settlements;

/// <summary>To the đồng: what is settled is the lesser of due and contracted, proven by vouchers, paid in full and not beyond.</summary>
public sealed class SettlementArithmeticTests
{
    [Theory]
    [InlineData(100, 100, 100)]
    [InlineData(100, 99, 99)] // accepted for less
    [InlineData(100, 101, 100)] // never above the contract
    public void WhatIsSettled_IsTheLesserOfDueAndContracted(long contracted, long due, long settled) =>
        SettlementFigures.Of(new(), Given.Facts(Given.Contract(), contracted, due, paid: 0)).ShouldHaveSingleItem().ToSettle.ShouldBe(new Dong(settled));

    [Fact]
    public void OneDongOfVouchersTooLittle_IsTold()
    {
        var facts = Given.Facts(Given.Contract());
        var ruling = SettlementMoves.Of(Given.Open(facts, Given.Voucher(Given.Hundred - 1)), facts, Given.Id(), new(SettlementAction.Submit), Given.Writer(), TimeProvider.System);
        var breach = ruling.Breaches.ShouldHaveSingleItem();
        breach.Code.ShouldBe("settlement.vouchers-below");
        breach.Arguments[^1].ShouldBe(new Dong(1));
        Given.Step(Given.Open(facts, Given.Voucher()), facts, SettlementAction.Submit).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Given.Hundred - 1, "settlement.still-to-pay")]
    [InlineData(Given.Hundred, null)]
    public void OneDongStillToPay_IsNotApproved(long paid, string? code)
    {
        var facts = Given.Facts(Given.Contract(), paid: paid);
        var settlement = Given.Open(facts, Given.Voucher());
        Given.Step(settlement, facts, SettlementAction.Submit).ShouldBeEmpty();
        Given.Step(settlement, facts, SettlementAction.Approve).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void PaidOneDongTooMuch_AndAnAdvanceLeft_AreNotApproved()
    {
        var facts = Given.Facts(Given.Contract(), due: 60_000_000, advanced: 1, paid: 60_000_001);
        var settlement = Given.Open(facts, Given.Voucher());
        Given.Step(settlement, facts, SettlementAction.Submit).ShouldBeEmpty();
        Given.Step(settlement, facts, SettlementAction.Approve).ShouldBe(["settlement.advance-open", "settlement.paid-above"]);
    }

    [Fact]
    public void AShareOfTheCost_IsProvenByVouchersOfAllSources()
    {
        var facts = Given.Facts(Given.Contract());
        Settlement Half(long own) => Given.Open(facts, new SettlementText { ShareBasisPoints = 5_000, Vouchers = [Given.Voucher(), Given.Voucher(own, "DOIUNG")] });
        Given.Step(Half(Given.Hundred - 1), facts, SettlementAction.Submit).ShouldBe(["settlement.share-below"]);
        Given.Step(Half(Given.Hundred), facts, SettlementAction.Submit).ShouldBeEmpty();
    }

    [Fact]
    public void TheShareThatWasAccepted_IsNeitherLeftOutNorExceeded()
    {
        var facts = Given.Facts(Given.Contract()) with { Share = SettlementShare.Between(new(Given.Hundred), new(3 * Given.Hundred)) };
        Settlement With(int? share, long own) => Given.Open(facts, new SettlementText { ShareBasisPoints = share, Vouchers = [Given.Voucher(), Given.Voucher(own, "DOIUNG")] });
        Given.Step(With(null, 2 * Given.Hundred), facts, SettlementAction.Submit).ShouldBe(["settlement.share-missing"]);
        Given.Step(With(3_334, 2 * Given.Hundred), facts, SettlementAction.Submit).ShouldBe(["settlement.share-above"]);
        Given.Step(With(3_333, (2 * Given.Hundred) - 1), facts, SettlementAction.Submit).ShouldBe(["settlement.share-below"]);
        Given.Step(With(3_333, 2 * Given.Hundred), facts, SettlementAction.Submit).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(440_000_000, 880_000_000, 5_000)]
    [InlineData(1, 3, 3_333)] // rounded down
    [InlineData(54_000_000, 54_000_000, null)] // all of the cost
    [InlineData(0, 100, null)]
    [InlineData(0, 0, null)]
    [InlineData(1, 10_001, null)] // less than can be typed
    public void TheShare_IsSupportInTheEligibleCost(long due, long cost, int? share) =>
        (SettlementShare.Between(new(due), new(cost))?.BasisPoints).ShouldBe(share);

    [Fact]
    public void WhereTheAgencyIsInvoiced_OnlyItsInvoiceProvesTheSupport()
    {
        var facts = Given.Facts(Given.Contract());
        SettlementText With(VoucherKind kind) => new() { Vouchering = VoucherRegime.WithInvoice, Vouchers = [Given.Voucher(kind: kind)] };
        Given.Step(Given.Open(facts, With(VoucherKind.BankTransfer)), facts, SettlementAction.Submit).ShouldBe(["settlement.vouchers-below"]);
        Given.Step(Given.Open(facts, With(VoucherKind.AgencyInvoice)), facts, SettlementAction.Submit).ShouldBeEmpty();
    }

    [Fact]
    public void ForceMajeure_IsSettledByConfirmedWork()
    {
        var facts = Given.Facts(Given.Contract(), due: 0, paid: 40_000_000);
        var bare = new SettlementText { Basis = SettlementBasis.ForceMajeure, Vouchers = [Given.Voucher(40_000_000)] };
        Given.Step(Given.Open(facts, bare), facts, SettlementAction.Submit).ShouldBe(["settlement.explanation-missing", "settlement.confirmer-missing", "settlement.confirmation-missing", "settlement.confirmation-date", "settlement.work-missing"]);
        var whole = bare with { Explanation = "Bão số 9", ConfirmedBy = "UBND xã", ConfirmationNumber = "02/BB", ConfirmationDate = ProjectGiven.Today, WorkDone = new Dictionary<string, Dong> { ["KCDP"] = new(40_000_000) } };
        var settlement = Given.Open(facts, whole);
        Given.Step(settlement, facts, SettlementAction.Submit).ShouldBeEmpty();
        Given.Step(settlement, facts, SettlementAction.Approve).ShouldBeEmpty();
        settlement.Amounts.ShouldHaveSingleItem().ToReturn.ShouldBe(new Dong(60_000_000));

        var sent = Given.Open(facts, whole);
        Given.Step(sent, facts, SettlementAction.Submit).ShouldBeEmpty();
        Given.Step(sent, facts with { OpenOnDue = ["DNTT-1"] }, SettlementAction.SendBack).ShouldBe(["settlement.payments-rest"]);
        Given.Step(sent, facts, SettlementAction.SendBack).ShouldBeEmpty();
    }

    // Of 100 contracted: what the file says, within the confirmed report's share or what was accepted, whichever is more.
    [Theory]
    [InlineData(40, 0, null, 0)]
    [InlineData(40, 0, 0, 0)]
    [InlineData(40, 0, 3_900, 39)]
    [InlineData(40, 0, 4_000, 40)]
    [InlineData(40, 0, 10_000, 40)]
    [InlineData(40, 30, null, 30)]
    [InlineData(40, 30, 2_000, 30)]
    [InlineData(40, 30, 3_500, 35)]
    [InlineData(40, 60, null, 40)]
    public void WorkUnderForceMajeure_IsPaidWithinWhatAnotherHasFound(long settled, long accepted, int? share, long payable) =>
        SettlementFigures.Payable(new(settled), new(100), new(accepted), share).ShouldBe(new Dong(payable));

    /// <summary>The rule's two papers: told while nobody verified or adopted it, asked for once it binds.</summary>
    [Fact]
    public void ThePapersOfForceMajeure_FollowTheStandingOfTheirRule()
    {
        var facts = Given.Facts(Given.Contract(), due: 0, paid: 40_000_000);
        var settlement = Given.Open(facts, new SettlementText
        {
            Basis = SettlementBasis.ForceMajeure,
            Vouchers = [Given.Voucher(40_000_000)],
            Explanation = "Bão số 9",
            ConfirmedBy = "UBND xã",
            ConfirmationNumber = "02/BB",
            ConfirmationDate = ProjectGiven.Today,
            WorkDone = new Dictionary<string, Dong> { ["KCDP"] = new(40_000_000) },
        });
        string[] papers = ["settlement.explanation-paper-missing", "settlement.confirmation-paper-missing"];
        SettlementMoves.Warnings(settlement, facts, ProjectGiven.Today).Select(b => b.Code).ShouldBe(papers);
        var bound = facts with { AskForceMajeurePapers = true };
        SettlementMoves.Warnings(settlement, bound, ProjectGiven.Today).ShouldBeEmpty();
        Given.Step(settlement, bound, SettlementAction.Submit).ShouldBe(papers);
        Given.Step(settlement, facts, SettlementAction.Submit).ShouldBeEmpty();
    }

    [Fact]
    public void NothingAccepted_IsNotSettled_UnlessTheProjectWasStopped()
    {
        var running = Given.Facts(Given.Contract(), due: 0, paid: 0);
        Given.Step(Given.Open(running), running, SettlementAction.Submit).ShouldBe(["settlement.nothing-accepted"]);
        var stopped = Given.Facts(Given.Contract(isStopped: true), due: 0, advanced: 1, paid: 0);
        var settlement = Given.Open(stopped);
        Given.Step(settlement, stopped, SettlementAction.Submit).ShouldBeEmpty();
        Given.Step(settlement, stopped, SettlementAction.Approve).ShouldBe(["settlement.advance-open"]);
        Given.Step(settlement, Given.Facts(stopped.Contract, due: 0, paid: 0), SettlementAction.Approve).ShouldBeEmpty();
    }

    [Fact]
    public void ABindingDeadline_AsksForAReason_AnotherOnlyWarns()
    {
        var due = new SettlementDeadline("kcqg.liquidation", "Thanh lý", ProjectGiven.Today.AddDays(-400), Binds: true);
        var facts = Given.Facts(Given.Contract(Regime.National)) with { Deadlines = [due] };
        var voucher = Given.Voucher(source: "KCQG");
        Given.Step(Given.Open(facts, voucher), facts, SettlementAction.Submit).ShouldBe(["settlement.late"]);
        Given.Step(Given.Open(facts, new SettlementText { LateReason = "Chờ nghiệm thu lại", Vouchers = [voucher] }), facts, SettlementAction.Submit).ShouldBeEmpty();
        var loose = facts with { Deadlines = [due with { Binds = false }] };
        var settlement = Given.Open(loose, voucher);
        Given.Step(settlement, loose, SettlementAction.Submit).ShouldBeEmpty();
        SettlementMoves.Warnings(settlement, loose, ProjectGiven.Today).Select(b => b.Code).ShouldContain("settlement.late-unbound");
    }

    /// <summary>22/01/2028 is a Saturday.</summary>
    [Fact]
    public void ADeadlineOnADayOff_IsMovedOnlyWhereTheRuleStands()
    {
        var due = new SettlementDeadline("kcqg.liquidation", "Thanh lý", new(2028, 1, 22), Binds: true);
        var monday = new DateOnly(2028, 1, 24);
        var moved = due.PastDaysOff(WorkingCalendar.Unknown, stands: true);
        (moved.LastDay, moved.NextWorkingDay, moved.InTimeUntil).ShouldBe((due.LastDay, monday, monday));
        (moved.IsLate(monday), moved.IsLate(monday.AddDays(1))).ShouldBe((false, true));
        var hinted = due.PastDaysOff(WorkingCalendar.Unknown, stands: false);
        (hinted.NextWorkingDay, hinted.IsLate(monday)).ShouldBe((monday, true));
        (due with { LastDay = monday }).PastDaysOff(WorkingCalendar.Unknown, stands: true).NextWorkingDay.ShouldBeNull();
    }

    [Fact]
    public void AnInvoiceUsedElsewhere_IsRefused_AndAnOpenRequest_IsWaitedFor()
    {
        var facts = Given.Facts(Given.Contract());
        var voucher = Given.Voucher(invoice: "1C26TAA 123, MST 0100000000");
        var used = facts with { UsedElsewhere = [new(voucher.VoucherId, voucher.Invoice!, "quyết toán hợp đồng 7", IsCertain: true)] };
        Given.Step(Given.Open(facts, voucher), used, SettlementAction.Submit).ShouldBe(["settlement.invoice-used"]);
        var settlement = Given.Open(facts, voucher);
        Given.Step(settlement, facts, SettlementAction.Submit).ShouldBeEmpty();
        Given.Step(settlement, facts with { OpenPayments = ["TT-1"] }, SettlementAction.Approve).ShouldBe(["settlement.payments-open"]);
        Given.Step(settlement, facts with { UnsignedParts = ["02/HĐ"] }, SettlementAction.Approve).ShouldBe(["settlement.parts-open"]);
    }

    [Fact]
    public void FiguresThatMovedSinceTheFileWasSent_AreNotApproved()
    {
        var facts = Given.Facts(Given.Contract());
        var settlement = Given.Open(facts, Given.Voucher());
        Given.Step(settlement, facts, SettlementAction.Submit).ShouldBeEmpty();
        Given.Step(settlement, Given.Facts(facts.Contract, due: 90_000_000, paid: 90_000_000), SettlementAction.Approve).ShouldBe(["settlement.figures-moved"]);
    }

    /// <summary>Whatever was contracted and paid: after the approval every đồng of the contract is settled or back at its source, and no account is below nothing.</summary>
    [Fact]
    public void AfterApproval_EveryDong_IsSettledOrAvailable()
    {
        foreach (var reserved in new long[] { Given.Hundred, Given.Hundred + 7 })
        {
            foreach (var paid in new long[] { 0, 1, 33_333_333, Given.Hundred - 1, Given.Hundred })
            {
                foreach (var endsProject in new[] { true, false })
                {
                    var line = PlanGiven.Allocation(3 * Given.Hundred);
                    var (settlement, _) = Given.In(SettlementState.Submitted);
                    var positions = new List<LedgerPosition>();
                    void Post(params Posting[] postings)
                    {
                        var ledger = new Ledger([line], positions);
                        positions.AddRange(ledger.Apply(ledger.Judge(postings, ProjectGiven.Today).Event.ShouldNotBeNull(), Given.Id(), TimeProvider.System.GetUtcNow().UtcDateTime).Opened);
                    }

                    Posting Of(LedgerKind kind, long amount) => new(Given.Id(), line.AllocationId, kind, new(amount), new(LedgerCauseKind.Contract, settlement.ContractId), ProjectGiven.Today, settlement.ProjectId, settlement.ContractId);
                    Post(Of(LedgerKind.Reserve, reserved), Of(LedgerKind.Commit, Given.Hundred));
                    if (paid > 0)
                    {
                        Post(Of(LedgerKind.Pay, paid));
                    }

                    Post([.. Settling.Postings(settlement, positions, endsProject, ProjectGiven.Today, Given.Id)]);
                    line.Settled.ShouldBe(new Dong(paid));
                    (line.Committed + line.Advanced + line.Paid).ShouldBe(Dong.Zero);
                    line.Reserved.ShouldBe(endsProject ? Dong.Zero : new Dong(reserved - Given.Hundred));
                    (line.Available + line.Reserved + line.Settled).ShouldBe(new Dong(3 * Given.Hundred));
                }
            }
        }
    }
}
