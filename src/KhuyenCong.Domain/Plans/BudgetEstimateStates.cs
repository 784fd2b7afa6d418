using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Plans;

/// <summary>Bảng trạng thái của dự toán năm: from, action, to, who, what it asks for.</summary>
/// <remarks>Two tracks: the province's, where thẩm định dự toán and tham mưu bố trí vốn are two acts of the Sở Tài chính, each with its own document; and a commune's own, which nobody outside it moves.</remarks>
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

        new(BudgetEstimateState.Drafting, BudgetEstimateAction.SubmitToAccountant, BudgetEstimateState.WithAccountant, Act.DraftPlan, PlanDuty.Write, NeedsLines: true, IsCommune: true),
        new(BudgetEstimateState.Drafting, BudgetEstimateAction.Discard, BudgetEstimateState.Discarded, Act.DraftPlan, PlanDuty.Write, NeedsReason: true, IsCommune: true),
        new(BudgetEstimateState.WithAccountant, BudgetEstimateAction.Appraise, BudgetEstimateState.WithCommittee, Act.AppraiseEstimate, PlanDuty.Appraise, NeedsAmounts: true, IsCommune: true),
        // Returning is no judgement: in a commune of few people everybody who could do it may have had a hand in it.
        new(BudgetEstimateState.WithAccountant, BudgetEstimateAction.Return, BudgetEstimateState.Drafting, Act.AppraiseEstimate, null, NeedsReason: true, IsCommune: true),
        new(BudgetEstimateState.WithCommittee, BudgetEstimateAction.SubmitToCouncil, BudgetEstimateState.WithCouncil, Act.DecideEstimate, PlanDuty.Decide, NeedsDocument: true, IsCommune: true),
        new(BudgetEstimateState.WithCommittee, BudgetEstimateAction.Return, BudgetEstimateState.Drafting, Act.DecideEstimate, null, NeedsReason: true, IsCommune: true),
        new(BudgetEstimateState.WithCouncil, BudgetEstimateAction.Resolve, BudgetEstimateState.Resolved, Act.DecideEstimate, PlanDuty.Decide, NeedsDocument: true, NeedsAmounts: true, IsCommune: true),
        new(BudgetEstimateState.Resolved, BudgetEstimateAction.Allot, BudgetEstimateState.Allotted, Act.DecideEstimate, PlanDuty.Decide, NeedsDocument: true, NeedsAmounts: true, IsCommune: true),
    ];

    /// <param name="from">Where it is.</param>
    /// <param name="action">What is to be done.</param>
    /// <param name="commune">The commune whose office will hold the money; null on the province's track.</param>
    public static BudgetEstimateTransition? Find(BudgetEstimateState from, BudgetEstimateAction action, string? commune) => Table.FirstOrDefault(t => t.From == from && t.Action == action && t.IsCommune == (commune is not null));

    /// <summary>Where an estimate of the track may be.</summary>
    public static IEnumerable<BudgetEstimateState> Of(bool isCommune) => Table.Where(t => t.IsCommune == isCommune).SelectMany(t => new[] { t.From, t.To }).Distinct();

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<BudgetEstimateAction> Offered(BudgetEstimate estimate, string? commune, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == estimate.State && t.IsCommune == (commune is not null) && mover.May(t.Who, commune)).Select(t => t.Action);
    }
}

/// <summary>Một dòng của bảng trạng thái dự toán năm.</summary>
/// <param name="Duty">Which of the duties that nobody does two of; null where it is none of them.</param>
public sealed record BudgetEstimateTransition(BudgetEstimateState From, BudgetEstimateAction Action, BudgetEstimateState To, Act Who, PlanDuty? Duty, bool NeedsLines = false, bool NeedsReason = false, bool NeedsDocument = false, bool NeedsAmounts = false, bool IsCommune = false);

/// <summary>Lập, chuyển bước dự toán năm.</summary>
public static class BudgetEstimating
{
    public const int MostLines = 200;
    public const int LongestText = 500;

    /// <param name="wanted">As typed.</param>
    /// <param name="commune">The commune of the office that will hold the money; null for other bodies.</param>
    /// <param name="mover">Who drafts.</param>
    /// <param name="holderIsKnown">Whether the holder is one that the drafter may ask for.</param>
    public static Ruling<BudgetEstimateDrafted> Draft(BudgetEstimateDrafted wanted, string? commune, PlanMover mover, bool holderIsKnown)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.If(
            () => wanted with { Title = wanted.Title.Trim() },
            (!holderIsKnown || mover.May(Act.DraftPlan, commune), new("plan.not-allowed")),
            (!string.IsNullOrWhiteSpace(wanted.Title), new("edit.required", nameof(wanted.Title))),
            (wanted.Title is not { Length: > LongestText }, new("project.too-long", nameof(wanted.Title), LongestText)),
            (holderIsKnown, new("allocation.holder-missing", nameof(wanted.HolderId))),
            (wanted.Year is >= Allotting.EarliestYear and <= Allotting.LatestYear, new("allocation.year-outside", nameof(wanted.Year), Allotting.EarliestYear, Allotting.LatestYear)));
    }

    /// <summary>Whether somebody's lines would be taken at all.</summary>
    public static bool MayWrite(BudgetEstimate estimate, string? commune, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(mover);
        return estimate.State is BudgetEstimateState.Drafting && mover.May(Act.DraftPlan, commune) && !estimate.Hands.Against(PlanDuty.Write, mover.UserId).Any();
    }

    public static Ruling<BudgetLinesWritten> Write(BudgetEstimate estimate, string? commune, IReadOnlyList<BudgetLineText> lines, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (estimate.State is not BudgetEstimateState.Drafting || !mover.May(Act.DraftPlan, commune))
        {
            return new(null, [new(estimate.State is BudgetEstimateState.Drafting ? "plan.not-allowed" : "plan.wrong-state")]);
        }

        return Decide.Unless<BudgetLinesWritten>([.. estimate.Hands.Against(PlanDuty.Write, mover.UserId), .. Faults(lines, commune is not null)], () => new(lines, mover.UserId, clock.UtcNow));
    }

    public static Ruling<BudgetEstimateMoved> Move(BudgetEstimate estimate, string? commune, Guid stepId, BudgetEstimateMove move, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (BudgetEstimateStates.Find(estimate.State, move.Action, commune) is not { } transition)
        {
            return new(null, [new("plan.wrong-state")]);
        }

        if (!mover.May(transition.Who, commune))
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

        if (move.DocumentDate is null ? transition.NeedsDocument : move.DocumentDate > clock.Today)
        {
            breaches.Add(new(move.DocumentDate is null ? "plan.document-date-missing" : "allocation.document-in-future", nameof(move.DocumentDate)));
        }

        var hands = move.Action is BudgetEstimateAction.Appraise ? Appraiser(estimate, commune is not null, move, mover) : transition.Duty is { } duty ? estimate.Hands.Against(duty, mover.UserId) : [];
        breaches.AddRange(hands.Select(b => b.Code is "plan.appraiser-approves" && commune is not null ? new Breach("plan.appraiser-approves-commune") : b));
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

    /// <summary>Whoever wrote it does not appraise it; a commune where nobody else could names an appraiser from outside and cites what they found.</summary>
    private static IEnumerable<Breach> Appraiser(BudgetEstimate estimate, bool isCommune, BudgetEstimateMove move, PlanMover mover)
    {
        var isNamed = !string.IsNullOrWhiteSpace(move.OutsideAppraiser);
        if (!isCommune)
        {
            return isNamed ? [new("plan.outside-appraiser-only-communes", nameof(move.OutsideAppraiser))] : estimate.Hands.Against(PlanDuty.Appraise, mover.UserId);
        }

        if (!isNamed)
        {
            return estimate.Hands.HasWritten(mover.UserId) ? [new("plan.name-outside-appraiser", nameof(move.OutsideAppraiser))] : [];
        }

        (bool Holds, Breach Otherwise)[] rules =
        [
            (!string.IsNullOrWhiteSpace(move.OutsideAppraiserUnit), new("plan.outside-appraiser-unit", nameof(move.OutsideAppraiserUnit))),
            (!string.IsNullOrWhiteSpace(move.DocumentNumber), new("plan.outside-appraiser-document", nameof(move.DocumentNumber))),
            (move.DocumentDate is not null, new("plan.document-date-missing", nameof(move.DocumentDate))),
            (move.OutsideAppraiser!.Length <= LongestText, new("project.too-long", nameof(move.OutsideAppraiser), LongestText)),
            (!(move.OutsideAppraiserUnit?.Length > LongestText), new("project.too-long", nameof(move.OutsideAppraiserUnit), LongestText)),
        ];
        return rules.Unmet();
    }

    private static IEnumerable<Breach> Faults(IReadOnlyList<BudgetLineText> lines, bool isCommune)
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

            if (!Allotting.IsDrawn(line.Source))
            {
                yield return new("allocation.source-missing", $"{at}.Source");
            }
            else if ((line.Source == FundingSource.Commune.Code) != isCommune)
            {
                yield return new("allocation.source-of-another-level", $"{at}.Source");
            }

            if (line.Proposed <= Dong.Zero)
            {
                yield return new("plan.line-amount-missing", $"{at}.Proposed", i + 1);
            }
        }
    }
}
