using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Plans;

/// <summary>Bảng trạng thái của đợt phê duyệt: from, action, to, who, guards. Buttons, POST guards, the guide and the tests read this.</summary>
/// <remarks>Only a national batch goes to the Cục before its decision; that the Ministry decides is recorded here, not done here.</remarks>
public static class BatchStates
{
    private static readonly BatchGuard[] Deciding = [BatchGuard.RightDecider, BatchGuard.DocumentCited, BatchGuard.ApproverIsAnother, BatchGuard.EveryRowApprovable];
    private static readonly BatchGuard[] Undoing = [BatchGuard.ReasonGiven, BatchGuard.DocumentCited, BatchGuard.ApproverIsAnother, BatchGuard.NothingWentOn];

    public static readonly IReadOnlyList<BatchTransition> Table =
    [
        new(BatchState.Drafting, BatchAction.Submit, BatchState.Submitted, Act.DraftPlan, [BatchGuard.HasItems, BatchGuard.WriterIsAnother]),
        new(BatchState.Drafting, BatchAction.Discard, BatchState.Discarded, Act.DraftPlan, [BatchGuard.ReasonGiven, BatchGuard.WriterIsAnother]),
        new(BatchState.Submitted, BatchAction.Appraise, BatchState.Appraised, Act.AppraisePlan, [BatchGuard.HasItems, BatchGuard.AmountsAppraised, BatchGuard.AppraiserIsAnother]),
        new(BatchState.Submitted, BatchAction.Return, BatchState.Drafting, Act.AppraisePlan, [BatchGuard.ReasonGiven]),
        new(BatchState.Appraised, BatchAction.Return, BatchState.Drafting, Act.ApprovePlan, [BatchGuard.ReasonGiven]),
        new(BatchState.Appraised, BatchAction.SendToAgency, BatchState.SentToAgency, Act.AppraisePlan, [BatchGuard.DocumentCited], IsNational: true),
        new(BatchState.Appraised, BatchAction.Approve, BatchState.Approved, Act.ApprovePlan, Deciding, IsNational: false),
        new(BatchState.SentToAgency, BatchAction.Return, BatchState.Drafting, Act.ApprovePlan, [BatchGuard.ReasonGiven], IsNational: true),
        new(BatchState.SentToAgency, BatchAction.Approve, BatchState.Approved, Act.ApprovePlan, Deciding, IsNational: true),
        new(BatchState.Approved, BatchAction.Assign, BatchState.Assigned, Act.ApprovePlan, [BatchGuard.DocumentCited]),
        new(BatchState.Approved, BatchAction.Undo, BatchState.Undone, Act.ApprovePlan, Undoing),
        new(BatchState.Assigned, BatchAction.Undo, BatchState.Undone, Act.ApprovePlan, Undoing),
    ];

    public static BatchTransition? Find(BatchState from, BatchAction action, Regime regime) => Table.FirstOrDefault(t => t.From == from && t.Action == action && t.IsFor(regime));

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<BatchAction> Offered(ApprovalBatch batch, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == batch.State && t.IsFor(batch.Regime) && mover.May(t.Who, batch.Regime, batch.TerritoryCode)).Select(t => t.Action);
    }

    /// <summary>Whether its decision is in force: its amounts count.</summary>
    public static bool IsDecided(this BatchState state) => state is BatchState.Approved or BatchState.Assigned;
}

/// <summary>Một dòng của bảng trạng thái đợt phê duyệt.</summary>
/// <param name="IsNational">Only national plans, only the others; null = all.</param>
public sealed record BatchTransition(BatchState From, BatchAction Action, BatchState To, Act Who, IReadOnlyList<BatchGuard> Guards, bool? IsNational = null)
{
    public bool IsFor(Regime regime) => IsNational is not { } national || national == (regime is Regime.National);
}

/// <summary>Người thao tác với kế hoạch: a user, and how far each act reaches.</summary>
public sealed record PlanMover(Guid UserId, Func<Act, Scope?> Reach, IReadOnlyCollection<string> Communes)
{
    /// <summary>The bodies on whose lines one works, of <see cref="HolderDuty"/>; null where one is not bound to any.</summary>
    public IReadOnlySet<Guid>? Bodies { get; init; }

    /// <summary>A commune works on its own plan, the province on all others; the province reads a commune's plan but does not write it.</summary>
    public bool May(Act act, Regime regime, string territoryCode)
    {
        var reach = Reach(act);
        return regime is Regime.Commune
            ? (reach is Scope.Commune && Communes.Contains(territoryCode)) || (act is Act.ViewPlans && reach is Scope.Province)
            : reach is Scope.Province;
    }

    /// <summary>The same for what a commune's office asks for, and any other body.</summary>
    /// <param name="commune">The commune of the office; null for other bodies.</param>
    public bool May(Act act, string? commune) => May(act, commune is null ? Regime.Provincial : Regime.Commune, commune ?? "");
}
