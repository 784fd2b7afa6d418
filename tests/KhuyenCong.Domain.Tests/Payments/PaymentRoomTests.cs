using System.Globalization;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Payments;

namespace KhuyenCong.Domain.Tests.Payments;

/// <summary>Arithmetic to the đồng: what is left is given, one đồng more is refused with the figures.</summary>
public sealed class PaymentRoomTests
{
    [Theory]
    [InlineData(PaymentKind.Advance, 100, 0, 0, null, 100, "payment.above-committed")]
    [InlineData(PaymentKind.Advance, 30, 70, 0, null, 30, "payment.above-committed")]
    [InlineData(PaymentKind.Payment, 30, 70, 0, 90L, 20, "payment.above-due")]
    [InlineData(PaymentKind.Payment, 30, 0, 70, 100L, 30, "payment.above-committed payment.above-due")]
    [InlineData(PaymentKind.ClearAdvance, 30, 70, 0, 100L, 70, "payment.above-advanced")]
    [InlineData(PaymentKind.ClearAdvance, 30, 70, 0, 60L, 60, "payment.above-due")]
    [InlineData(PaymentKind.RecoverAdvance, 30, 70, 0, null, 70, "payment.above-advanced")]
    [InlineData(PaymentKind.RecoverPaid, 30, 0, 70, null, 70, "payment.above-paid")]
    public void WhatIsLeft_IsGiven_AndNotOneDongMore(PaymentKind kind, long committed, long advanced, long paid, long? due, long left, string codes)
    {
        var room = Given.Room(committed, advanced, paid, due);
        room.Faults(kind, Given.Lines(left)).ShouldBeEmpty();
        room.Faults(kind, Given.Lines(left + 1)).Select(b => b.Code).ShouldBe(codes.Split(' '));
        room.Faults(kind, Given.Lines(left + 1)).Select(b => b.Arguments[^1]).Distinct().ShouldBe([new Dong(1)]);
        room.Suggested(room.Lines[0], kind).ShouldBe(new Dong(left));
    }

    [Fact]
    public void OpenRequests_SpeakForTheirAmounts()
    {
        var room = Given.Room(100, 50, 0, 200, Given.Open(PaymentKind.Advance, 30), Given.Open(PaymentKind.Payment, 20), Given.Open(PaymentKind.ClearAdvance, 10));
        room.Faults(PaymentKind.Advance, Given.Lines(50)).ShouldBeEmpty();
        room.Faults(PaymentKind.Advance, Given.Lines(51)).Single().Arguments.ShouldBe(["KC quốc gia", new Dong(100), new Dong(50), new Dong(51), new Dong(1)]);
        room.Faults(PaymentKind.RecoverAdvance, Given.Lines(40)).ShouldBeEmpty();
        room.Faults(PaymentKind.RecoverAdvance, Given.Lines(41)).Single().Code.ShouldBe("payment.above-advanced");
    }

    /// <summary>100 found by the sites, 30 not accepted by the Cục, 20 paid by others; 10 asked for now, paid or not yet.</summary>
    [Theory]
    [InlineData(20, false)]
    [InlineData(30, true)]
    public void HowWhatIsDueComesAbout_IsToldWithTheCucsStep(long paid, bool isPosted)
    {
        var plain = Given.Room(100, 0, paid, 70);
        var room = new PaymentRoom(plain.Lines, [], plain.Due) { Agency = new("5C-01", null, new(100), new(70), new(100), new(30)) };
        var step = room.Steps(PaymentKind.Payment, Given.Lines(10), isPosted).ShouldHaveSingleItem();
        (step.Found, step.Cut, step.Payable, step.Before, step.Asked, step.Left).ShouldBe((new Dong(100), new Dong(30), new Dong(70), new Dong(20), new Dong(10), new Dong(40)));
        plain.Steps(PaymentKind.Payment, Given.Lines(10), isPosted).Single().Found.ShouldBe(new Dong(70));
        room.Steps(PaymentKind.Advance, Given.Lines(10), isPosted).ShouldBeEmpty("advances are not measured while sites may still be found on");
        room.Steps(PaymentKind.RecoverPaid, Given.Lines(10), isPosted).ShouldBeEmpty();
    }

    [Fact]
    public void BeforeAnAcceptance_NothingIsPaid_ButAdvancesAre()
    {
        var room = Given.Room(100, 50);
        room.Faults(PaymentKind.Payment, Given.Lines(1)).Single().Code.ShouldBe("payment.no-acceptance");
        room.Faults(PaymentKind.ClearAdvance, Given.Lines(1)).Single().Code.ShouldBe("payment.no-acceptance");
        room.Faults(PaymentKind.Advance, Given.Lines(100)).ShouldBeEmpty();
        room.Faults(PaymentKind.RecoverAdvance, Given.Lines(50)).ShouldBeEmpty();
    }

    // 200 bound; paid and advanced already, and 10 asked for in advance and 5 in payment by others.
    [Theory]
    [InlineData(100L, 30, 20, 35)]
    [InlineData(100L, 0, 0, 85)]
    [InlineData(65L, 30, 20, 0)]
    [InlineData(null, 0, 0, -15)]
    public void OnceAcceptanceHasFoundAll_NoMoreIsAdvancedThanIsDue(long? due, long advanced, long paid, long left)
    {
        var (before, room) = (Room(false), Room(true));
        before.Faults(PaymentKind.Advance, Given.Lines(185 - advanced - paid)).ShouldBeEmpty("sites may still be found on");
        room.DueLeft(Given.Source, PaymentKind.Advance).ShouldBe(new Dong(left));
        room.Suggested(room.Lines[0], PaymentKind.Advance).ShouldBe(new Dong(Math.Max(0, left)));
        room.Faults(PaymentKind.Advance, Given.Lines(Math.Max(0, left) + 1)).Select(b => b.Code).ShouldBe(["payment.above-due"]);
        if (left > 0)
        {
            room.Faults(PaymentKind.Advance, Given.Lines(left)).ShouldBeEmpty();
        }

        room.Faults(PaymentKind.RecoverAdvance, Given.Lines(advanced)).ShouldBeEmpty();

        PaymentRoom Room(bool isFixed)
        {
            var of = Given.Room(200 - advanced - paid, advanced, paid, due);
            return new(of.Lines, [Given.Open(PaymentKind.Advance, 10), Given.Open(PaymentKind.Payment, 5)], of.Due) { IsDueFixed = isFixed };
        }
    }

    [Theory]
    [InlineData(2026, "2025-12-31", "payment.before-year")]
    [InlineData(2026, "2026-01-01", null)]
    [InlineData(2026, "2027-02-01", null)] // the ledger's to judge
    public void MoneyThatWentBeforeItsYear_IsToldAndNoMore(int year, string on, string? code) =>
        (PaymentYear.Hint(year, DateOnly.Parse(on, CultureInfo.InvariantCulture))?.Code).ShouldBe(code);

    [Fact]
    public void AnAcceptanceUndoneSinceApproval_KeepsTheMoney()
    {
        var contract = Given.Contract();
        var request = Given.In(PaymentState.Sent, contract, PaymentKind.Payment);
        Given.Step(request, contract, PaymentAction.Pay, Given.Accountant(Regime.National), room: Given.Room()).ShouldBe(["payment.no-acceptance"]);
        request.State.ShouldBe(PaymentState.Sent);
    }

    /// <summary>Ten triệu were approved while ten were due; the Cục has accepted one less since.</summary>
    [Theory]
    [InlineData(PaymentKind.Payment)]
    [InlineData(PaymentKind.ClearAdvance)]
    public void WhatTheCucCutSinceApproval_DoesNotGoOut_ButIsRecordedWhereTheTreasuryHasPaidIt(PaymentKind kind)
    {
        var contract = Given.Contract();
        Given.Step(Given.In(PaymentState.Approved, contract, kind), contract, PaymentAction.Send, Given.Accountant(Regime.National), room: Room(10_000_000)).ShouldBe(["payment.above-due"]);
        Given.Step(Given.In(PaymentState.Sent, contract, kind), contract, PaymentAction.Pay, Given.Accountant(Regime.National), room: Room(10_000_000)).ShouldBeEmpty();
        Given.Step(Given.In(PaymentState.Sent, contract, kind), contract, PaymentAction.Pay, Given.Accountant(Regime.National), room: Room(9_999_999)).ShouldBe(["payment.above-due"], "the sites' records found less");

        // One triệu was cut of what the sites' records found.
        PaymentRoom Room(long found)
        {
            var plain = Given.Room(Given.Bound, kind is PaymentKind.ClearAdvance ? Given.Bound : 0, 0, found - 1_000_000);
            return new(plain.Lines, [], plain.Due) { Agency = new("5C-01", null, new(found), new(found - 1_000_000), new(found), new(1_000_000)) };
        }
    }

    [Fact]
    public void AnAdvance_IsNotSent_OnceAcceptanceHasFoundLess()
    {
        var contract = Given.Contract();
        var plain = Given.Room(due: 9_999_999);
        var room = new PaymentRoom(plain.Lines, [], plain.Due) { IsDueFixed = true };
        Given.Step(Given.In(PaymentState.Approved, contract), contract, PaymentAction.Send, Given.Accountant(Regime.National), room: room).ShouldBe(["payment.above-due"]);
        Given.Step(Given.In(PaymentState.Sent, contract), contract, PaymentAction.Pay, Given.Accountant(Regime.National), room: room).ShouldBeEmpty();
    }

    [Fact]
    public void ALineOfAnotherContract_AZero_AndTheSameLineTwice_AreRefused()
    {
        var (contract, writer) = (Given.Contract(), Given.Writer(Regime.National));
        IEnumerable<string> Codes(PaymentText text) => PaymentWriting.Write(contract, null, PaymentKind.Advance, text, Given.Room(), null, writer, TimeProvider.System).Breaches.Select(b => b.Code);
        Codes(new("Chi", [])).ShouldBe(["payment.no-lines"]);
        Codes(new("Chi", [new(Given.Id(), Given.Id(), Given.Source, new(1))])).ShouldContain("payment.line-unknown");
        Codes(Given.Text(0)).ShouldContain("ledger.amount-none");
        Codes(new("Chi", [.. Given.Lines(1), .. Given.Lines(1)])).ShouldContain("payment.line-twice");
        Codes(new(" ", Given.Lines(1))).ShouldBe(["edit.required"]);
    }

    [Fact]
    public void AdvancesPaidFirst_AreTakenAsClearedFirst()
    {
        (DateOnly, Dong)[] paid = [(new(2026, 1, 1), new(50)), (new(2026, 3, 1), new(50))];
        AdvanceAge.Oldest(paid, new(100)).ShouldBe(new DateOnly(2026, 1, 1));
        AdvanceAge.Oldest(paid, new(51)).ShouldBe(new DateOnly(2026, 1, 1));
        AdvanceAge.Oldest(paid, new(50)).ShouldBe(new DateOnly(2026, 3, 1));
        AdvanceAge.Oldest([], new(50)).ShouldBeNull();
        AdvanceAge.BucketOf(30).ShouldBe(AdvanceBucket.Within30);
        AdvanceAge.BucketOf(31).ShouldBe(AdvanceBucket.Within90);
        AdvanceAge.BucketOf(181).ShouldBe(AdvanceBucket.Beyond180);
        AdvanceAge.BucketOf(null).ShouldBe(AdvanceBucket.Unknown);
    }

    /// <summary>What compares stored days finds the same ages as whoever counts the days.</summary>
    [Fact]
    public void DaysOfAnAge_AreThoseThatFallIntoIt()
    {
        var today = new DateOnly(2026, 7, 1);
        for (var days = -5; days <= 400; days++)
        {
            var paidOn = today.AddDays(-days);
            foreach (var bucket in Enum.GetValues<AdvanceBucket>().Where(b => b is not AdvanceBucket.Unknown))
            {
                var (first, last) = AdvanceAge.PaidIn(bucket, today);
                ((first is null || paidOn >= first) && (last is null || paidOn <= last)).ShouldBe(AdvanceAge.BucketOf(days) == bucket, $"{days} {bucket}");
            }
        }

        AdvanceAge.PaidIn(AdvanceBucket.Unknown, today).ShouldBe((null, null));
    }

    // 100 triệu bound, 60 of it asked for: an amendment may lower it by 40, and a line of which nothing is asked for is the ledger's to judge.
    [Theory]
    [InlineData(-40_000_000, 60_000_000, "")]
    [InlineData(-40_000_001, 60_000_000, "contract.amendment-below-asked")]
    [InlineData(1, 60_000_000, "")]
    [InlineData(-100_000_001, 0, "")]
    public void AnAmendment_TakesNothingFromUnderOpenRequests(long difference, long asked, string code)
    {
        var room = asked > 0 ? Given.Room(Given.Bound, 0, 0, null, Given.Open(PaymentKind.Advance, asked)) : Given.Room();
        room.Undercut([new(Given.Source, Given.Line, new(difference))]).Select(b => b.Code).ShouldBe(code.Length == 0 ? [] : [code]);
    }
}
