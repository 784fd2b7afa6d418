using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Ledgers;

public sealed class YearEndProposingTests
{
    private static readonly DateTime Now = new(2026, 1, 15, 3, 0, 0, DateTimeKind.Utc);

    private readonly Book book = new();
    private readonly Guid accountant = Book.Id();
    private readonly Guid leader = Book.Id();

    [Fact]
    public void WhatWasChosen_IsKeptAsItWas()
    {
        var (line, other, contract) = (book.Line(100), book.Line(200, source: "CAPXA"), Book.Id());
        var choice = new YearEndChoice(new Dictionary<Guid, Dong> { [line.AllocationId] = new(30) }, new HashSet<(Guid, Guid)> { (other.AllocationId, contract) }, true, " 12/QĐ ", new(2026, 1, 10), "UBND");
        var proposal = Proposed(choice, line, other);
        proposal.ProposedLines.Select(l => (l.AllocationId, l.PostingCount, l.Carried)).ShouldBe([(line.AllocationId, 1, new Dong(30)), (other.AllocationId, 1, Dong.Zero)]);
        var kept = proposal.ToChoice();
        (kept.CarriedAvailable.Count, kept.CarriedAvailable[line.AllocationId]).ShouldBe((1, new Dong(30)));
        kept.Carried.SetEquals(choice.Carried).ShouldBeTrue();
        (kept.SettlesPaid, kept.Document, proposal.SumOfPostings()).ShouldBe((true, "Văn bản 12/QĐ ngày 10/01/2026, UBND", 2L));
        ProgrammeJson.Write(ProgrammeJson.Read<IReadOnlyList<YearEndProposedLine>>(ProgrammeJson.Write(proposal.ProposedLines))).ShouldBe(ProgrammeJson.Write(proposal.ProposedLines));
    }

    [Fact]
    public void WhoProposed_DoesNotApprove()
    {
        var proposal = Proposed(Nothing, book.Line(100));
        YearEndProposing.Approve(proposal, accountant, Now).Breaches.Select(b => b.Code).ShouldBe(["year.own-proposal"]);
        proposal.Apply(YearEndProposing.Approve(proposal, leader, Now).Event.ShouldNotBeNull());
        (proposal.State, proposal.DecidedBy).ShouldBe((YearEndProposalState.Approved, (Guid?)leader));
        YearEndProposing.Approve(proposal, leader, Now).Breaches.Select(b => b.Code).ShouldBe(["year.proposal-decided"]);
        YearEndProposing.Withdraw(proposal, accountant, mayApprove: false, Now).Breaches.Select(b => b.Code).ShouldBe(["year.proposal-decided"]);
    }

    [Fact]
    public void ALineWaitsInOneProposal_UntilItIsTakenBack()
    {
        var line = book.Line(100);
        var first = Proposed(Nothing, line);
        YearEndProposing.Propose(Book.Id(), [line], [first], Nothing, null, accountant, Now).Breaches.Select(b => b.Code).ShouldBe(["year.proposed-already"]);
        YearEndProposing.Withdraw(first, Book.Id(), mayApprove: false, Now).Breaches.Select(b => b.Code).ShouldBe(["year.not-own-proposal"]);
        YearEndProposing.Withdraw(first, leader, mayApprove: true, Now).Event.ShouldNotBeNull();
        first.Apply(YearEndProposing.Withdraw(first, accountant, mayApprove: false, Now).Event.ShouldNotBeNull());
        YearEndProposing.Propose(Book.Id(), [line], [first], Nothing, null, accountant, Now).Event.ShouldNotBeNull();
    }

    private static YearEndChoice Nothing => new(new Dictionary<Guid, Dong>(), new HashSet<(Guid, Guid)>());

    private YearEndProposal Proposed(YearEndChoice choice, params Allocation[] lines) =>
        YearEndProposal.From(YearEndProposing.Propose(Book.Id(), lines, [], choice, null, accountant, Now).Event.ShouldNotBeNull());
}
