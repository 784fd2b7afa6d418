using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Ledgers;

namespace KhuyenCong.Domain.Tests.Contracts;

/// <summary>What the end of a project or of a contract gives back.</summary>
public sealed class ContractMoneyTests
{
    private const string Source = "KCDP";

    [Theory]
    [InlineData(false, 0, 250, 50)]
    [InlineData(true, 250, 0, 0)]
    public void ACancellation_GivesBackToTheProject_OrWhereItNeedsNothingMore_ToItsLines(bool releases, long free, long reserved, long reservedElsewhere)
    {
        var (book, line, contract) = Bound(250, 200);
        var other = book.Line(50);
        book.Post(Book.Of(other, LedgerKind.Reserve, 50, contract.ProjectId)).ShouldBeEmpty();
        var cancelled = new ContractMoved(contract.ContractId, Given.Id(), new(ContractAction.Cancel, "Lý do"), ContractState.Cancelled, Given.Id(), Book.Today, TimeProvider.System.UtcNow);
        book.Post([.. ContractMoves.Uncommits(contract, book.Ledger, cancelled, releases, Given.Id)]).ShouldBeEmpty();
        (line.Available, line.Reserved, line.Committed, other.Reserved).ShouldBe((new Dong(free), new Dong(reserved), Dong.Zero, new Dong(reservedElsewhere)));
        book.Faults().ShouldBeEmpty();
    }

    // 250 reserved, 200 of it bound: whatever is typed, the 50 that stay reserved go back; more than that does not.
    [Theory]
    [InlineData(0, "")]
    [InlineData(20, "")]
    [InlineData(50, "")]
    [InlineData(51, "ledger.above-reserved")]
    public void AStop_GivesBackAllThatIsReserved(long typed, string code)
    {
        var (book, line, contract) = Bound(250, 200);
        var drawn = new AllocationsDrawn(typed == 0 ? [] : [new(line.AllocationId, new(-typed), contract.ProjectId)]).Freeing(contract.ProjectId, book.Positions);
        book.Post([.. drawn.Postings(Given.Id(), Book.Today, Given.Id)]).ShouldBe(code.Length == 0 ? [] : [code]);
        line.Reserved.ShouldBe(new Dong(code.Length == 0 ? 0 : 50));
    }

    [Fact]
    public void AnAmendment_RaisesNoContractOfAStoppedProject()
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Signed, ground, Given.Text(ground, 150_000_000));
        ground.Project.Apply(ProjectMoves.ByPlan(ground.Project, Given.Id(), ProjectAction.StopInPlan, "QĐ", Given.Id(), TimeProvider.System));
        IEnumerable<string> Codes(long amount) => ContractAmending.Propose(contract, contract.Text with { Amounts = [new(Source, new(amount))] }, "Lý do", ground, Given.Id(), Given.Writer(Regime.Provincial), TimeProvider.System).Codes();
        Codes(150_000_001).ShouldBe(["contract.amendment-stopped"]);
        Codes(149_999_999).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, "Liquidated")]
    [InlineData(true, "Liquidated Cancelled")]
    [InlineData(false, "")]
    [InlineData(false, "Cancelled")]
    [InlineData(false, "Liquidated Drafting")]
    [InlineData(false, "Liquidated Proposed")]
    [InlineData(false, "Liquidated Signed")]
    public void TheLastContractThatIsCancelled_EndsAProject_OfWhichAnotherWasSettled(bool ends, string states)
    {
        var others = states.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => Enum.Parse<ContractState>(s)).ToList();
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Signed, ground);
        ContractMoves.EndsProject(ground.Project, contract, others).ShouldBeFalse();
        ground.Project.Apply(ProjectMoves.ByContract(ground.Project, Given.Id(), ProjectAction.StartWork, "HĐ", Given.Id(), TimeProvider.System));
        ContractMoves.EndsProject(ground.Project, contract, others).ShouldBe(ends);
    }

    /// <summary>A line of so much, all of it reserved, some of it bound by a signed contract.</summary>
    private static (Book Book, Allocation Line, Contract Contract) Bound(long reserved, long committed)
    {
        var book = new Book();
        var line = book.Line(reserved);
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Proposed, ground);
        contract.Apply(new ContractMoved(contract.ContractId, Given.Id(), new(ContractAction.Sign, null, Given.Today), ContractState.Signed, Given.Id(), Given.Today, TimeProvider.System.UtcNow) { Draws = new Dictionary<string, Guid> { [Source] = line.AllocationId } });
        book.Post(Book.Of(line, LedgerKind.Reserve, reserved, contract.ProjectId), Book.Of(line, LedgerKind.Commit, committed, contract.ProjectId, contract.ContractId)).ShouldBeEmpty();
        return (book, line, contract);
    }
}
