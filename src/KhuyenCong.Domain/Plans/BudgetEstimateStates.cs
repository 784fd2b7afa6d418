using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Plans;

/// <summary>Bảng trạng thái của dự toán năm: from, action, to, who, what it asks for.</summary>
/// <remarks>Thẩm định dự toán and tham mưu bố trí vốn are two acts of the Sở Tài chính, each with its own document.</remarks>
public static class BudgetEstimateStates
{
    public static readonly IReadOnlyList<BudgetEstimateTransition> Table =
    [
        new(BudgetEstimateState.Drafting, BudgetEstimateAction.Submit, BudgetEstimateState.WithDepartment, Act.DraftPlan, PlanDuty.Write, NeedsLines: true),
        new(BudgetEstimateState.Drafting, BudgetEstimateAction.Discard, BudgetEstimateState.Discarded, Act.DraftPlan, PlanDuty.Write, NeedsReason: true),
        new(BudgetEstimateState.WithDepartment, BudgetEstimateAction.Forward, BudgetEstimateState.WithFinance, Act.AppraisePlan, PlanDuty.Appraise, NeedsDocument: true),
        new(BudgetEstimateState.WithDepartment, BudgetEstimateAction.Return, BudgetEstimateState.Drafting, Act.AppraisePlan, PlanDuty.Appraise, NeedsReason: true),
        new(BudgetEstimateState.WithFinance, BudgetEstimateAction.Appraise, BudgetEstimateState.Appraised, Act.AppraiseEstimate, PlanDuty.Appraise, NeedsDocument: true, NeedsAmounts: true),
        new(BudgetEstimateState.WithFinance, BudgetEstimateAction.Return, BudgetEstimateState.WithDepartment, Act.AppraiseEstimate, PlanDuty.Appraise, NeedsReason: true),
        new(BudgetEstimateState.Appraised, BudgetEstimateAction.ProposeFunding, BudgetEstimateState.WithCommittee, Act.AppraiseEstimate, PlanDuty.Appraise, NeedsDocument: true),
        new(BudgetEstimateState.WithCommittee, BudgetEstimateAction.SubmitToCouncil, BudgetEstimateState.WithCouncil, Act.DecideEstimate, PlanDuty.Decide, NeedsDocument: true),
        new(BudgetEstimateState.WithCommittee, BudgetEstimateAction.Return, BudgetEstimateState.WithFinance, Act.DecideEstimate, PlanDuty.Decide, NeedsReason: true),
        new(BudgetEstimateState.WithCouncil, BudgetEstimateAction.Resolve, BudgetEstimateState.Resolved, Act.DecideEstimate, PlanDuty.Decide, NeedsDocument: true, NeedsAmounts: true),
        // Whoever appraised it also gives what others decided; whoever wrote it does not.
        new(BudgetEstimateState.Resolved, BudgetEstimateAction.Allot, BudgetEstimateState.Allotted, Act.RecordAllocation, PlanDuty.Appraise, NeedsDocument: true, NeedsAmounts: true),
    ];

    public static BudgetEstimateTransition? Find(BudgetEstimateState from, BudgetEstimateAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    public static IEnumerable<BudgetEstimateAction> Offered(BudgetEstimate estimate, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == estimate.State && mover.Reach(t.Who) is Scope.Province).Select(t => t.Action);
    }
}

/// <summary>Một dòng của bảng trạng thái dự toán năm.</summary>
public sealed record BudgetEstimateTransition(BudgetEstimateState From, BudgetEstimateAction Action, BudgetEstimateState To, Act Who, PlanDuty Duty, bool NeedsLines = false, bool NeedsReason = false, bool NeedsDocument = false, bool NeedsAmounts = false);

/// <summary>Lập, chuyển bước dự toán năm.</summary>
public static class BudgetEstimating
{
    public const int MostLines = 200;
    public const int LongestText = 500;

    public static Ruling<BudgetEstimateDrafted> Draft(BudgetEstimateDrafted wanted, PlanMover mover, bool holderIsKnown)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.If(
            () => wanted with { Title = wanted.Title.Trim() },
            (mover.Reach(Act.DraftPlan) is Scope.Province, new("plan.not-allowed")),
            (!string.IsNullOrWhiteSpace(wanted.Title), new("edit.required", nameof(wanted.Title))),
            (wanted.Title is not { Length: > LongestText }, new("project.too-long", nameof(wanted.Title), LongestText)),
            (holderIsKnown, new("allocation.holder-missing", nameof(wanted.HolderId))),
            (wanted.Year is >= Allotting.EarliestYear and <= Allotting.LatestYear, new("allocation.year-outside", nameof(wanted.Year), Allotting.EarliestYear, Allotting.LatestYear)));
    }

    public static Ruling<BudgetLinesWritten> Write(BudgetEstimate estimate, IReadOnlyList<BudgetLineText> lines, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (estimate.State is not BudgetEstimateState.Drafting || mover.Reach(Act.DraftPlan) is not Scope.Province)
        {
            return new(null, [new(estimate.State is BudgetEstimateState.Drafting ? "plan.not-allowed" : "plan.wrong-state")]);
        }

        return Decide.Unless<BudgetLinesWritten>([.. estimate.Hands.Against(PlanDuty.Write, mover.UserId), .. Faults(lines)], () => new(lines, mover.UserId, clock.UtcNow));
    }

    public static Ruling<BudgetEstimateMoved> Move(BudgetEstimate estimate, Guid stepId, BudgetEstimateMove move, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (BudgetEstimateStates.Find(estimate.State, move.Action) is not { } transition)
        {
            return new(null, [new("plan.wrong-state")]);
        }

        if (mover.Reach(transition.Who) is not Scope.Province)
        {
            return new(null, [new("plan.not-allowed")]);
        }

        var amounts = transition.NeedsAmounts ? move.Amounts ?? [] : [];
        var breaches = new List<Breach>();
        if (transition.NeedsLines && estimate.Lines.Count == 0)
        {
            breaches.Add(new("plan.estimate-empty"));
        }

        if (transition.NeedsReason && string.IsNullOrWhiteSpace(move.Note))
        {
            breaches.Add(new("project.reason-missing", nameof(move.Note)));
        }

        if (transition.NeedsDocument && string.IsNullOrWhiteSpace(move.DocumentNumber))
        {
            breaches.Add(new("plan.document-missing", nameof(move.DocumentNumber)));
        }

        if (transition.NeedsDocument && (move.DocumentDate is not { } date || date > clock.Today))
        {
            breaches.Add(new(move.DocumentDate is null ? "plan.document-date-missing" : "allocation.document-in-future", nameof(move.DocumentDate)));
        }

        breaches.AddRange(estimate.Hands.Against(transition.Duty, mover.UserId));
        if (transition.NeedsAmounts)
        {
            breaches.AddRange(estimate.Lines.Where(l => amounts.All(a => a.LineId != l.BudgetEstimateLineId || a.Amount is null)).Select(l => new Breach("plan.line-amount-missing", $"Line-{l.BudgetEstimateLineId:N}", l.Order + 1)));
            breaches.AddRange(amounts.Where(a => a.Remark?.Length > LongestText).Select(a => new Breach("project.too-long", $"Line-{a.LineId:N}", LongestText)));
        }

        if (move.Note?.Length > BatchMoves.LongestNote)
        {
            breaches.Add(new("project.too-long", nameof(move.Note), BatchMoves.LongestNote));
        }

        if (move.DocumentNumber?.Length > 60)
        {
            breaches.Add(new("project.too-long", nameof(move.DocumentNumber), 60));
        }

        if (move.Action is BudgetEstimateAction.Allot && string.IsNullOrWhiteSpace(move.Issuer))
        {
            breaches.Add(new("allocation.issuer-missing", nameof(move.Issuer)));
        }

        return Decide.Unless<BudgetEstimateMoved>(breaches, () => new(estimate.BudgetEstimateId, stepId, move, transition.To, amounts, mover.UserId, clock.Today, clock.UtcNow));
    }

    private static IEnumerable<Breach> Faults(IReadOnlyList<BudgetLineText> lines)
    {
        if (lines.Count > MostLines)
        {
            yield return new("project.too-many-rows", null, MostLines);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var (line, at) = (lines[i], $"Lines[{i}]");
            if (string.IsNullOrWhiteSpace(line.Text))
            {
                yield return new("estimate.content-missing", $"{at}.Text", i + 1);
            }
            else if (line.Text.Length > LongestText)
            {
                yield return new("project.too-long", $"{at}.Text", LongestText);
            }

            if (Article4.All.All(c => c.Code != line.ContentCode))
            {
                yield return new("project.content-missing", $"{at}.ContentCode");
            }

            if (!Allotting.IsDrawn(line.Source) || line.Source == FundingSource.Commune.Code)
            {
                yield return new("allocation.source-missing", $"{at}.Source");
            }

            if (line.Proposed <= Dong.Zero)
            {
                yield return new("plan.line-amount-missing", $"{at}.Proposed", i + 1);
            }
        }
    }
}
