using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>What is written into a batch and its decision, by state and role; the steps between states have their own table.</summary>
public sealed class WritingTableTests
{
    private enum Writing
    {
        Choose,
        Amounts,
        Adjust,
        Stop,
    }

    // Rows are states of the batch: w whoever drafts, a whoever appraises, d whoever approves, '.' nobody.
    private const string Expected = """
        Drafting:     w . . .
        Submitted:    . a . .
        Appraised:    . . . .
        SentToAgency: . . . .
        Approved:     . . d d
        Assigned:     . . d d
        Undone:       . . . .
        Discarded:    . . . .
        """;

    private static readonly Dictionary<string, Act> Acts = new() { ["w"] = Act.DraftPlan, ["a"] = Act.AppraisePlan, ["d"] = Act.ApprovePlan };

    [Theory]
    [InlineData(Regime.National)]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void EveryState_Writing_AndRole_IsAsTheTableSays(Regime regime)
    {
        foreach (var row in Matrix.Of<BatchState, Writing>(Expected).Where(c => c.Row is not BatchState.SentToAgency || regime is Regime.National).GroupBy(c => c.Row))
        {
            var (_, batch, held, allocations) = Given.In(row.Key, regime);
            foreach (var ((_, writing, cell), role) in from c in row from r in Enum.GetValues<Role>() select (c, r))
            {
                string[] codes = cell is "." ? ["plan.wrong-state"] : (regime is Regime.Commune ? BatchStateTests.Commune : BatchStateTests.Province)[Acts[cell]].Contains(role) ? [] : ["plan.not-allowed"];
                Write(writing, batch, held, allocations, Given.Mover(role)).Select(b => b.Code).ShouldBe(codes, $"{row.Key} {writing} {role} {regime}");
            }
        }
    }

    private enum Line
    {
        Empty,
        Allotted,
    }

    // Rows are lines of an allocation, columns AllotmentKind: what may be entered, '+' only more, '±' more or less.
    private const string Allotments = """
        Empty:    + i i i
        Allotted: t + ± ±
        """;

    [Fact]
    public void OfAnAllocation_EveryKindOfEntry_IsAsTheTableSays()
    {
        foreach (var ((line, kind, cell), amount) in from c in Matrix.Of<Line, AllotmentKind>(Allotments) from a in new[] { 5L, -5L } select (c, a))
        {
            var allocation = line is Line.Allotted ? Given.Allocation(10) : Allocation.From(new(Given.Id(), "56", Given.Holder, null, "KCDP", Given.Year));
            string[] codes = [.. cell is "±" || amount > 0 || kind is AllotmentKind.Adjustment or AllotmentKind.Correction ? Array.Empty<string>() : ["allocation.amount-negative"], .. cell switch { "i" => ["allocation.first-is-initial"], "t" => ["allocation.initial-twice"], _ => Array.Empty<string>() }];
            Allotting.Enter(Given.Id(), allocation, Given.Text(amount, kind), "Kế toán", TimeProvider.System).Breaches.Select(b => b.Code).Where(c => c is not "allocation.below-approved").ShouldBe(codes, $"{line} {kind} {amount}");
        }
    }

    private static IReadOnlyList<Breach> Write(Writing writing, ApprovalBatch batch, List<Project> held, List<Allocation> allocations, PlanMover mover) => writing switch
    {
        Writing.Choose => BatchMoves.Choose(batch, held, [], mover, Given.Id, TimeProvider.System).Breaches,
        Writing.Amounts => Given.Amounts(batch, mover).Breaches,
        Writing.Adjust => Adjust(AdjustmentKind.DecreaseSupport, 100_000_000, batch, held, allocations, mover),
        _ => Adjust(AdjustmentKind.Stop, 0, batch, held, allocations, mover),
    };

    private static IReadOnlyList<Breach> Adjust(AdjustmentKind kind, long amount, ApprovalBatch batch, List<Project> held, List<Allocation> allocations, PlanMover mover) =>
        Given.Adjust(batch, held[0], allocations, Given.Change(kind, amount, Given.SourceOf(batch.Regime).Code, AdjustmentTable.Of(kind, Given.KindOf(batch.Regime)).Deciders[0]) with { Confirmation = "Công văn 2/SCT" }, mover).Breaches;
}
