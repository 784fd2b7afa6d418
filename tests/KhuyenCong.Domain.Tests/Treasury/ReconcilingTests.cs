using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Tests.Norms;
using KhuyenCong.Domain.Treasury;

namespace KhuyenCong.Domain.Tests.Treasury;

public sealed class ReconcilingTests
{
    [Theory]
    [InlineData(1_000_000, 1_000_000, 1_000_000, "", true)]
    [InlineData(1_000_000, 1_500_000, 1_000_000, "", false)]
    [InlineData(1_000_000, 400_000, 400_000, "", true)]
    [InlineData(1_000_000, 400_000, 400_001, "treasury.above-request", false)]
    [InlineData(1_000_000, 1_500_000, 1_000_001, "treasury.above-line", false)]
    [InlineData(1_000_000, 1_000_000, 0, "treasury.amount-none", false)]
    public void ALineAndARequest_AgreeToTheDong_BeforeTheRequestIsPaid(long lineAmount, long total, long part, string breach, bool pays)
    {
        var (statement, line) = Given.OneLine(lineAmount);
        var request = Given.Request(total);
        var ruling = Reconciling.Confirm(statement, line, [(request, new(part))], Given.Mover(), Given.Id);
        ruling.Breaches.Select(b => b.Code).ShouldBe(breach.Length == 0 ? [] : [breach]);
        (ruling.Event?.ToPay.Contains(request.PaymentRequestId) ?? false).ShouldBe(pays);
    }

    [Fact]
    public void OneLine_PaysSeveralRequests_AndSeveralLinesOne()
    {
        var (statement, line) = Given.OneLine();
        var (one, other) = (Given.Request(600_000), Given.Request(400_000, code: "DNTT-2026-0002"));
        var both = Reconciling.Confirm(statement, line, [(one, new(600_000)), (other, new(400_000))], Given.Mover(), Given.Id).Event.ShouldNotBeNull();
        both.ToPay.ShouldBe([one.PaymentRequestId, other.PaymentRequestId], ignoreOrder: true);
        Given.Confirmed(statement, line, (one, new(600_000)), (other, new(400_000)));
        (line.State, line.Rest).ShouldBe((LineState.Matched, Dong.Zero));

        // The second part makes the request full.
        var (_, second) = Given.OneLine(300_000);
        Reconciling.Confirm(statement, second, [(Given.Request(1_000_000, tied: 700_000), new(300_000))], Given.Mover(), Given.Id).Event.ShouldNotBeNull().ToPay.Count.ShouldBe(1);
    }

    [Fact]
    public void WhatWasPaidByHand_IsTied_AndNotPaidAgain()
    {
        var (statement, line) = Given.OneLine();
        var confirmed = Reconciling.Confirm(statement, line, [(Given.Request(isPaid: true), new(1_000_000))], Given.Mover(), Given.Id).Event.ShouldNotBeNull();
        (confirmed.ToPay.Count, confirmed.Ties.Single().WasPaid).ShouldBe((0, true));
    }

    [Fact]
    public void NothingIsMatchedTwice()
    {
        var (statement, line) = Given.OneLine();
        var request = Given.Request();
        Given.Confirmed(statement, line, (request, new(1_000_000)));
        Codes(statement, line, Given.Request(code: "khác")).ShouldBe(["treasury.line-matched"]);
        var (_, second) = Given.OneLine();
        Codes(statement, second, request with { Tied = request.Total }).ShouldBe(["treasury.request-matched"]);
    }

    [Fact]
    public void WhatDoesNotBelongTogether_IsRefused()
    {
        var (statement, line) = Given.OneLine();
        Codes(statement, line, Given.Request(direction: LineDirection.In)).ShouldBe(["treasury.other-direction"]);
        Codes(statement, line, Given.Request(commune: "22333")).ShouldBe(["treasury.other-level"]);
        Codes(statement, line, Given.Request() with { Holders = [Given.Id()] }).ShouldBe(["treasury.other-holder"]);
        Codes(statement, line, Given.Request() with { Holders = [statement.HolderId] }).ShouldBeEmpty();
        Codes(statement, line, Given.Request(mayBePaid: false)).ShouldBe(["treasury.not-to-pay"]);
        Reconciling.Confirm(statement, line, [], Given.Mover(), Given.Id).Breaches.Select(b => b.Code).ShouldBe(["treasury.nothing-chosen"]);
        var request = Given.Request();
        Reconciling.Confirm(statement, line, [(request, new(1)), (request, new(1))], Given.Mover(), Given.Id).Breaches.Select(b => b.Code).ShouldBe(["treasury.request-twice"]);
        foreach (var role in Enum.GetValues<Role>().Where(r => RoleTable.Allows(r, Act.RecordTreasury) is not Scope.Province))
        {
            Reconciling.Confirm(statement, line, [(request, new(1_000_000))], Given.Mover(role), Given.Id).Breaches.Select(b => b.Code).ShouldBe(["treasury.not-yours"], $"{role}");
        }
    }

    [Fact]
    public void AMatch_IsTakenBackOnce_ByItsOpposite()
    {
        var (statement, line) = Given.OneLine();
        var match = Given.Confirmed(statement, line, (Given.Request(), new(1_000_000))).Single();
        Reconciling.Undo(statement, line, match, false, false, " ", Given.Mover(), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["treasury.reason-missing"]);
        var opposite = StatementMatch.Opposite(match, Reconciling.Undo(statement, line, match, false, false, "Nhầm đề nghị", Given.Mover(), TimeProvider.System).Event.ShouldNotBeNull());
        line.Apply(opposite);
        (line.State, line.Matched, match.Amount + opposite.Amount).ShouldBe((LineState.Unmatched, Dong.Zero, Dong.Zero));
        Reconciling.Undo(statement, line, match, true, false, "Lần nữa", Given.Mover(), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["treasury.undone-already"]);
        Reconciling.Undo(statement, line, opposite, false, false, "Bỏ của bỏ", Given.Mover(), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["treasury.undone-already"]);
    }

    /// <summary>A line whose match was undone is free for another request: of two that it would have paid, one was never paid.</summary>
    [Fact]
    public void ALineThatPaidARequest_StaysTiedToIt_WhileItIsPaid()
    {
        var (statement, line) = Given.OneLine();
        var pays = Given.Confirmed(statement, line, (Given.Request(), new(1_000_000))).Single();
        Reconciling.Undo(statement, line, pays, false, true, "Nhầm", Given.Mover(), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["treasury.paid-by-line"]);
        Reconciling.Undo(statement, line, pays, false, false, "Nhầm", Given.Mover(), TimeProvider.System).Breaches.ShouldBeEmpty();

        // Paid by hand before, only the tie goes.
        var (another, second) = Given.OneLine();
        var ties = Given.Confirmed(another, second, (Given.Request(isPaid: true), new(1_000_000))).Single();
        Reconciling.Undo(another, second, ties, false, true, "Nhầm", Given.Mover(), TimeProvider.System).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void WhatIsLeft_IsExplained_AndAnExplainedLineIsNotMatched()
    {
        var (statement, line) = Given.OneLine();
        Given.Confirmed(statement, line, (Given.Request(400_000), new(400_000)));
        var explained = Reconciling.Explain(statement, line, ExplanationKind.OutsidePromotion, "Chi thường xuyên", Given.Mover(), TimeProvider.System).Event.ShouldNotBeNull();
        line.Apply(explained);
        (explained.Amount, line.State).ShouldBe((new Dong(600_000), LineState.Explained));
        Codes(statement, line, Given.Request(600_000), 600_000).ShouldBe(["treasury.line-explained"]);
        var takenBack = Reconciling.TakeBack(statement, line, "Đã tìm thấy đề nghị", Given.Mover(), TimeProvider.System).Event.ShouldNotBeNull();
        line.Apply(takenBack);
        line.State.ShouldBe(LineState.PartlyMatched);
        Reconciling.TakeBack(statement, line, "Lần nữa", Given.Mover(), TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["treasury.not-explained"]);
    }

    /// <summary>Whatever is confirmed, taken back and explained: total = matched + explained + unexplained, and no line or request is matched beyond its amount.</summary>
    [Theory]
    [InlineData(3UL)]
    [InlineData(11UL)]
    [InlineData(404UL)]
    public void TheSums_AlwaysAgree(ulong seed)
    {
        var draw = new Lcg(seed);
        var (statement, lines) = Given.Statement([.. Enumerable.Range(2, 20).Select(n => Given.Row(1 + draw.Next(0, 9), number: $"U{n}", row: n))]);
        List<PaymentFacts> requests = [.. Enumerable.Range(0, 12).Select(n => Given.Request(1 + draw.Next(0, 12), code: $"D-{n}"))];
        var matches = new List<StatementMatch>();
        for (var step = 0; step < 600; step++)
        {
            var line = lines[draw.Next(0, lines.Count)];
            switch (draw.Next(0, 4))
            {
                case 0 when matches.Count > 0 && matches[draw.Next(0, matches.Count)] is var match:
                    var of = lines.Single(l => l.StatementLineId == match.StatementLineId);
                    if (Reconciling.Undo(statement, of, match, matches.Exists(m => m.ReversesId == match.StatementMatchId), false, "Thử", Given.Mover(), TimeProvider.System).Event is { } undone)
                    {
                        var opposite = StatementMatch.Opposite(match, undone);
                        of.Apply(opposite);
                        matches.Add(opposite);
                    }

                    break;
                case 1 when draw.Next(0, 6) == 0 && Reconciling.Explain(statement, line, ExplanationKind.Other, "Thử", Given.Mover(), TimeProvider.System).Event is { } explained:
                    line.Apply(explained);
                    break;
                case 2 when Reconciling.TakeBack(statement, line, "Thử", Given.Mover(), TimeProvider.System).Event is { } takenBack:
                    line.Apply(takenBack);
                    break;
                default:
                    var request = requests[draw.Next(0, requests.Count)];
                    request = request with { Tied = matches.Where(m => m.PaymentRequestId == request.PaymentRequestId).Select(m => m.Amount).Sum() };
                    var ruling = Reconciling.Confirm(statement, line, [(request, new(1 + draw.Next(0, 9)))], Given.Mover(), Given.Id);
                    foreach (var tie in ruling.Event?.Ties ?? [])
                    {
                        matches.Add(StatementMatch.Of(line, tie, Given.Id(), DateTime.UnixEpoch));
                        line.Apply(matches[^1]);
                    }

                    break;
            }
        }

        lines.ShouldAllBe(l => l.Matched >= Dong.Zero && l.Matched <= l.Amount && l.Matched == matches.Where(m => m.StatementLineId == l.StatementLineId).Select(m => m.Amount).Sum());
        requests.ShouldAllBe(r => matches.Where(m => m.PaymentRequestId == r.PaymentRequestId).Select(m => m.Amount).Sum() <= r.Total);
        Reconciliation.Of(lines).ShouldAllBe(s => s.Total == s.Matched + s.Explained + s.Unexplained);
    }

    [Fact]
    public void ThreeWays_SayWhereTheyDiffer()
    {
        var even = new ThreeWayTie(new(100), new(90), new(10), new(80), Dong.Zero, new(90), new(90));
        even.Faults.ShouldBeEmpty();
        (even with { Tied = new(89) }).Faults.ShouldBe([TieFault.NotTied]);
        (even with { Due = new(79) }).Faults.ShouldBe([TieFault.AboveDue]);
        (even with { Due = null }).Faults.ShouldBeEmpty();
        (even with { Contracted = new(89) }).Faults.ShouldBe([TieFault.AboveContract, TieFault.DueAboveContract]);
        (even with { Due = new(100) }).Faults.ShouldBeEmpty();
        (even with { Due = new(101) }).Faults.ShouldBe([TieFault.DueAboveContract]);
        (even with { Requested = new(91), Tied = new(91) }).Faults.ShouldBe([TieFault.BookDiffers]);
    }

    private static IReadOnlyList<string> Codes(TreasuryStatement statement, StatementLine line, PaymentFacts request, long amount = 1_000_000) =>
        [.. Reconciling.Confirm(statement, line, [(request, new(amount))], Given.Mover(), Given.Id).Breaches.Select(b => b.Code)];
}
