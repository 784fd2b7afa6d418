using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using PlanGiven = KhuyenCong.Domain.Tests.Plans.Given;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Settlements;

/// <summary>Settlements the tests start from (dữ liệu minh họa): 100 triệu of one source contracted, due, paid and proven unless said otherwise.</summary>
internal static class Given
{
    public const long Hundred = 100_000_000;

    public static readonly Guid Preparer = Id();
    public static readonly Guid Line = Id();

    public static Guid Id() => ProjectGiven.Id();

    public static PlanMover Mover(Role role, Guid? user = null, string commune = ProjectGiven.Commune) => PlanGiven.Mover(role, user, commune);

    public static PlanMover Writer(Regime regime = Regime.Provincial) => Mover(regime is Regime.Commune ? Role.CommuneOfficer : Role.DepartmentOfficer, Preparer);

    public static PlanMover Approver(Regime regime = Regime.Provincial) => Mover(regime is Regime.Commune ? Role.CommuneLeader : Role.DepartmentLeader);

    public static SettledContract Contract(Regime regime = Regime.Provincial, bool isStopped = false) =>
        new(Id(), ProjectGiven.Province, Id(), regime, regime is Regime.Commune ? ProjectGiven.Commune : ProjectGiven.Province, ProjectGiven.Today.Year, ProjectGiven.Today.AddDays(-30), IsSigned: true, isStopped);

    public static SettlementFacts Facts(SettledContract contract, long contracted = Hundred, long due = Hundred, long advanced = 0, long paid = Hundred) => new(
        contract,
        [new(PlanGiven.SourceOf(contract.Regime).Code, Line, new(contracted))],
        new Dictionary<string, Dong> { [PlanGiven.SourceOf(contract.Regime).Code] = new(due) },
        [new(PlanGiven.SourceOf(contract.Regime).Code, new(contracted - advanced - paid), new(advanced), new(paid))],
        [],
        [],
        []);

    public static VoucherText Voucher(long amount = Hundred, string source = "KCDP", VoucherKind kind = VoucherKind.BankTransfer, string? invoice = null) =>
        new(Id(), kind, "UNC 01", ProjectGiven.Today.AddDays(-3), "Đơn vị thực hiện", "Công ty minh họa", "Mua máy", new(amount), source, invoice);

    public static Settlement Open(SettlementFacts facts, params VoucherText[] vouchers) => Open(facts, new SettlementText { Vouchers = vouchers });

    public static Settlement Open(SettlementFacts facts, SettlementText text)
    {
        var opened = Settling.Open(Id(), facts.Contract, [.. facts.Contracted.Select(f => (Id(), f))], bindsMoney: true, isOpenAlready: false, Writer(facts.Contract.Regime), TimeProvider.System);
        var settlement = Settlement.From(opened.Event.ShouldNotBeNull());
        settlement.Apply(Settling.Write(settlement, text, [], Writer(facts.Contract.Regime), TimeProvider.System).Event.ShouldNotBeNull());
        return settlement;
    }

    /// <summary>A settlement brought to a state along the table.</summary>
    public static (Settlement Settlement, SettlementFacts Facts) In(SettlementState state, Regime regime = Regime.Provincial)
    {
        var facts = Facts(Contract(regime));
        var settlement = Open(facts, Voucher(source: PlanGiven.SourceOf(regime).Code));
        SettlementAction[] way = state switch
        {
            SettlementState.Drafting => [],
            SettlementState.Submitted => [SettlementAction.Submit],
            SettlementState.Approved => [SettlementAction.Submit, SettlementAction.Approve],
            SettlementState.Discarded => [SettlementAction.Discard],
            _ => [SettlementAction.Submit, SettlementAction.SendBack],
        };
        foreach (var action in way)
        {
            Step(settlement, facts, action).ShouldBeEmpty($"{state} {action}");
        }

        return (settlement, facts);
    }

    public static SettlementMove Whole(SettlementAction action)
    {
        var cites = action is SettlementAction.Approve or SettlementAction.Revoke;
        return new(action, action is SettlementAction.SendBack or SettlementAction.Revoke or SettlementAction.Discard ? "Thiếu chứng từ" : null, cites ? "05/BBTL" : null, cites ? ProjectGiven.Today : null);
    }

    /// <summary>Whether whoever prepares takes the step, and not whoever approves.</summary>
    public static bool IsOfPreparer(SettlementAction action) => action is SettlementAction.Submit or SettlementAction.Discard or SettlementAction.Resume;

    /// <summary>Takes a step and applies what it decides; the breaches' codes.</summary>
    public static IReadOnlyList<string> Step(Settlement settlement, SettlementFacts facts, SettlementAction action, PlanMover? mover = null, SettlementMove? move = null)
    {
        var ruling = SettlementMoves.Of(settlement, facts, Id(), move ?? Whole(action), mover ?? (IsOfPreparer(action) ? Writer(settlement.Regime) : Approver(settlement.Regime)), TimeProvider.System);
        if (ruling.Event is { } moved)
        {
            settlement.Apply(moved);
        }

        return [.. ruling.Breaches.Select(b => b.Code)];
    }
}
