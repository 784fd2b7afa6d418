using KhuyenCong.Domain.Treasury;

namespace KhuyenCong.Domain.Tests.Treasury;

/// <summary>Vouchers of management costs are matched as payment requests are, and told apart from them.</summary>
public sealed class VoucherMatchTests
{
    private static PaymentFacts Voucher(bool isPaid = false, bool mayBePaid = true, string code = "PC-2026-01") => Given.Request(isPaid: isPaid, mayBePaid: mayBePaid, code: code) with { IsVoucher = true };

    [Fact]
    public void AVoucher_IsProposed_AndItsMatch_IsOfAVoucherOnly()
    {
        var (statement, line) = Given.OneLine();
        var voucher = Voucher();
        new MatchDesk([voucher]).Proposals([line])[line.StatementLineId].Request.ShouldBe(voucher);
        var confirmed = Reconciling.Confirm(statement, line, [(voucher, voucher.Total)], Given.Mover(), Given.Id).Event.ShouldNotBeNull();
        confirmed.ToPay.ShouldBe([voucher.PaymentRequestId]);
        var match = StatementMatch.Of(line, confirmed.Ties[0], Given.Id(), DateTime.UnixEpoch);
        (match.ManagementVoucherId, match.PaymentRequestId, match.PaidId).ShouldBe((voucher.PaymentRequestId, null, voucher.PaymentRequestId));
        var (other, its) = Given.OneLine();
        Given.Confirmed(other, its, (Given.Request(), new(1_000_000)))[0].ManagementVoucherId.ShouldBeNull();
    }

    [Fact]
    public void OneThatALinePaid_StaysItsLines_OnePaidByHand_IsOnlyTied()
    {
        var (statement, line) = Given.OneLine();
        var match = Given.Confirmed(statement, line, (Voucher(), new(1_000_000)))[0];
        Reconciling.Undo(statement, line, match, false, true, "Nhầm", Given.Mover(), TimeProvider.System).Breaches.Single().Code.ShouldBe("treasury.voucher-paid-by-line");
        var (other, its) = Given.OneLine();
        var byHand = Reconciling.Confirm(other, its, [(Voucher(isPaid: true), new(1_000_000))], Given.Mover(), Given.Id).Event.ShouldNotBeNull();
        byHand.ToPay.ShouldBeEmpty();
        var tied = StatementMatch.Of(its, byHand.Ties[0], Given.Id(), DateTime.UnixEpoch);
        var undone = Reconciling.Undo(other, its, tied, false, true, "Nhầm", Given.Mover(), TimeProvider.System).Event.ShouldNotBeNull();
        StatementMatch.Opposite(tied, undone).ManagementVoucherId.ShouldBe(tied.ManagementVoucherId);
    }

    [Fact]
    public void WithoutTheTreasurysNumber_ALinePaysNoVoucher_ButIsTiedToOneThatIsPaid()
    {
        var (statement, lines) = Given.Statement(Given.Row(number: ""));
        Codes(statement, lines[0], Voucher()).ShouldBe(["treasury.number-missing"]);
        Codes(statement, lines[0], Voucher(isPaid: true)).ShouldBeEmpty();
        Codes(statement, lines[0], Given.Request()).ShouldBeEmpty();
        var (another, line) = Given.OneLine();
        Codes(another, line, Voucher(mayBePaid: false)).ShouldBe(["treasury.voucher-not-approved"]);
    }

    /// <summary>"01" in the text of a line names no voucher; a number that tells does.</summary>
    [Fact]
    public void AShortNumber_NamesNoVoucher()
    {
        var (_, lines) = Given.Statement(Given.Row(content: "Chi dot 01 theo PC-2026-01", beneficiary: "Ai đó"));
        new MatchDesk([Voucher(code: "01")]).Of(lines[0])[0].Signs.HasFlag(MatchSigns.NamesRequest).ShouldBeFalse();
        new MatchDesk([Voucher()]).Of(lines[0])[0].Signs.HasFlag(MatchSigns.NamesRequest).ShouldBeTrue();
    }

    private static IReadOnlyList<string> Codes(TreasuryStatement statement, StatementLine line, PaymentFacts facts) =>
        [.. Reconciling.Confirm(statement, line, [(facts, facts.Total)], Given.Mover(), Given.Id).Breaches.Select(b => b.Code)];
}
