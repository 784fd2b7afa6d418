using KhuyenCong.Domain.Tests.Norms;
using KhuyenCong.Domain.Treasury;

namespace KhuyenCong.Domain.Tests.Treasury;

public sealed class MatchDeskTests
{
    // What the line says, what the request says, and whether the match is exact.
    [Theory]
    [InlineData("UNC 01", "Cơ sở Nguyễn Văn Mẫu", "", "UNC01", "Người khác hẳn", 2, true)]
    [InlineData("x", "CO SO NGUYEN VAN MAU", "", null, "Cơ sở Nguyễn Văn Mẫu", 2, true)]
    [InlineData("x", "Cty TNHH Dầu dừa Mẫu Hai", "", null, "Công ty TNHH MTV Dầu dừa Mẫu Hai", 2, true)]
    [InlineData("x", "", "Chi theo DNTT-2026-0001", null, "Cơ sở Nguyễn Văn Mẫu", 2, true)]
    [InlineData("x", "", "Vao TK 0071000123456", null, "Cơ sở Nguyễn Văn Mẫu", 2, true)]
    [InlineData("x", "Cơ sở Nguyễn Văn An", "", null, "Cơ sở Nguyễn Văn Anh", 2, false)]
    [InlineData("x", "Người khác hẳn", "", null, "Cơ sở Nguyễn Văn Mẫu", 2, false)]
    [InlineData("x", "Cơ sở Nguyễn Văn Mẫu", "", null, "Cơ sở Nguyễn Văn Mẫu", 15, true)]
    [InlineData("x", "Cơ sở Nguyễn Văn Mẫu", "", null, "Cơ sở Nguyễn Văn Mẫu", 16, false)]
    [InlineData("x", "Cơ sở Nguyễn Văn Mẫu", "", null, "Cơ sở Nguyễn Văn Mẫu", -1, false)]
    public void AMatchIsExact_ByAmount_NumberOrBeneficiary_AndDay(string lineNumber, string lineName, string content, string? number, string name, int days, bool exact)
    {
        var (_, lines) = Given.Statement(Given.Row(number: lineNumber, beneficiary: lineName, content: content));
        var request = Given.Request(beneficiary: name, number: number, on: Given.Day.AddDays(-days), account: "0071000123456");
        var candidate = new MatchDesk([request]).Of(lines[0]).ShouldHaveSingleItem();
        candidate.IsExact.ShouldBe(exact);
        new MatchDesk([request]).Proposals(lines).Count.ShouldBe(exact ? 1 : 0);
    }

    [Fact]
    public void OneDong_MakesItInexact_AndAPart()
    {
        var (_, lines) = Given.Statement(Given.Row(1_000_001));
        var more = new MatchDesk([Given.Request(1_000_000)]).Of(lines[0]).ShouldHaveSingleItem();
        (more.IsExact, more.Signs.HasFlag(MatchSigns.LineIsMore)).ShouldBe((false, true));
        var less = new MatchDesk([Given.Request(1_000_002)]).Of(lines[0]).ShouldHaveSingleItem();
        (less.IsExact, less.Signs.HasFlag(MatchSigns.LineIsLess)).ShouldBe((false, true));
    }

    [Fact]
    public void WhatIsNotSentYet_IsShown_AndNotProposed()
    {
        var (_, lines) = Given.Statement(Given.Row());
        var approved = Given.Request(mayBePaid: false);
        new MatchDesk([approved]).Of(lines[0]).ShouldHaveSingleItem().MayConfirm.ShouldBeFalse();
        new MatchDesk([approved]).Proposals(lines).ShouldBeEmpty();
    }

    [Fact]
    public void MoneyThatComesIn_NeverMeetsAPayment()
    {
        var (_, lines) = Given.Statement(Given.Row(direction: LineDirection.In));
        new MatchDesk([Given.Request()]).Of(lines[0]).ShouldBeEmpty();
        new MatchDesk([Given.Request(direction: LineDirection.In)]).Proposals(lines).Count.ShouldBe(1);
    }

    [Fact]
    public void TwoThatAreEquallyLikely_AreLeftToPeople_UnlessANumberTellsThemApart()
    {
        var (_, lines) = Given.Statement(Given.Row());
        var (one, other) = (Given.Request(code: "DNTT-2026-0001"), Given.Request(code: "DNTT-2026-0002"));
        var desk = new MatchDesk([one, other]);
        desk.Of(lines[0]).Count.ShouldBe(2);
        desk.Proposals(lines).ShouldBeEmpty();
        new MatchDesk([one, other with { TreasuryNumber = "UNC01" }]).Proposals(lines)[lines[0].StatementLineId].Request.PaymentRequestId.ShouldBe(other.PaymentRequestId);

        // Two equal lines for one request: neither is chosen.
        var (_, twins) = Given.Statement(Given.Row(row: 2), Given.Row(row: 3));
        new MatchDesk([one]).Proposals(twins).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(7UL)]
    [InlineData(2026UL)]
    public void Proposals_UseEveryLineAndEveryRequestOnce_AndAgreeToTheDong(ulong seed)
    {
        var draw = new Lcg(seed);
        StatementRow[] rows = [.. Enumerable.Range(2, 300).Select(n => Given.Row(1_000_000 + draw.Next(0, 40), $"U{draw.Next(0, 200)}", $"Cơ sở Nguyễn Văn Mẫu {draw.Next(0, 9)}", row: n, direction: draw.Next(0, 5) == 0 ? LineDirection.In : LineDirection.Out))];
        var (_, lines) = Given.Statement(rows);
        List<PaymentFacts> requests = [.. Enumerable.Range(0, 200).Select(n => Given.Request(1_000_000 + draw.Next(0, 40), $"Cơ sở Nguyễn Văn Mẫu {draw.Next(0, 9)}", draw.Next(0, 2) == 0 ? $"U{draw.Next(0, 200)}" : null, isPaid: draw.Next(0, 3) == 0, code: $"D-{n}", direction: draw.Next(0, 5) == 0 ? LineDirection.In : LineDirection.Out))];
        var proposals = new MatchDesk(requests).Proposals(lines);
        proposals.Count.ShouldBeGreaterThan(0);
        proposals.Values.Select(p => p.Request.PaymentRequestId).Distinct().Count().ShouldBe(proposals.Count);
        foreach (var (id, candidate) in proposals)
        {
            var line = lines.Single(l => l.StatementLineId == id);
            (line.Rest, line.Direction).ShouldBe((candidate.Request.Rest, candidate.Request.Direction));
        }
    }
}
