using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Bảng trạng thái của biên bản nghiệm thu: from, action, to, who, guards. Buttons, POST guards, the guide and the tests read this.</summary>
public static class AcceptanceStates
{
    private static readonly AcceptanceGuard[] Submitting = [AcceptanceGuard.RecordComplete, AcceptanceGuard.ContractRuns];
    private static readonly AcceptanceGuard[] Concluding =
    [
        AcceptanceGuard.RecordComplete, AcceptanceGuard.ContractRuns, AcceptanceGuard.ConcluderIsAnother, AcceptanceGuard.NotTheirOwn, AcceptanceGuard.NothingAcceptedTwice, AcceptanceGuard.TargetChosen,
    ];

    public static readonly IReadOnlyList<AcceptanceTransition> Table =
    [
        new(AcceptanceState.Drafting, AcceptanceAction.Submit, AcceptanceState.Submitted, Act.AcceptProject, Submitting),
        new(AcceptanceState.Drafting, AcceptanceAction.Discard, AcceptanceState.Undone, Act.AcceptProject, [AcceptanceGuard.ReasonGiven]),
        new(AcceptanceState.Submitted, AcceptanceAction.Return, AcceptanceState.Drafting, Act.ConcludeAcceptance, [AcceptanceGuard.ReasonGiven]),
        new(AcceptanceState.Submitted, AcceptanceAction.Conclude, AcceptanceState.Concluded, Act.ConcludeAcceptance, Concluding),
        new(AcceptanceState.Concluded, AcceptanceAction.Undo, AcceptanceState.Undone, Act.ConcludeAcceptance, [AcceptanceGuard.ReasonGiven, AcceptanceGuard.ConcluderIsAnother, AcceptanceGuard.NotTheirOwn, AcceptanceGuard.NothingPaid]),
    ];

    public static AcceptanceTransition? Find(AcceptanceState from, AcceptanceAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<AcceptanceAction> Offered(Acceptance acceptance, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == acceptance.State && mover.May(t.Who, acceptance.Regime, acceptance.TerritoryCode)).Select(t => t.Action);
    }

    /// <summary>Whether somebody may write it now.</summary>
    public static bool MayWrite(Acceptance acceptance, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        ArgumentNullException.ThrowIfNull(mover);
        return acceptance.State is AcceptanceState.Drafting && mover.May(Act.AcceptProject, acceptance.Regime, acceptance.TerritoryCode);
    }
}

/// <summary>Một dòng của bảng trạng thái nghiệm thu.</summary>
public sealed record AcceptanceTransition(AcceptanceState From, AcceptanceAction Action, AcceptanceState To, Act Who, IReadOnlyList<AcceptanceGuard> Guards);
