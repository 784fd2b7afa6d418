using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Lập, thẩm định, chuyển bước đợt phê duyệt: every rule but the decision itself.</summary>
public static class BatchMoves
{
    public const int LongestNote = 10_000;
    public const int MostItems = 500;
    public const int LongestShort = 500;

    /// <summary>Opens a plan; one territory has one plan of a regime in a year.</summary>
    public static Ruling<PlanOpened> Open(PlanOpened wanted, PlanMover mover, bool holderIsKnown, bool programmeIsKnown)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        return Decide.If(
            () => wanted,
            (wanted.Year is >= Allotting.EarliestYear and <= Allotting.LatestYear, new("allocation.year-outside", nameof(wanted.Year), Allotting.EarliestYear, Allotting.LatestYear)),
            (wanted.Regime is not Regime.Commune || wanted.CommuneCode is not null, new("plan.commune-missing", nameof(wanted.CommuneCode))),
            (wanted is { Regime: Regime.Commune, CommuneCode: null } || mover.May(Organisations.Act.DraftPlan, wanted.Regime, wanted.CommuneCode ?? ""), new("plan.not-yours", nameof(wanted.Regime))),
            (holderIsKnown, new("allocation.holder-missing", nameof(wanted.HolderId))),
            (programmeIsKnown, new("plan.programme-unknown", nameof(wanted.ProgrammeId))));
    }

    /// <summary>Puts appraised projects of the plan's kind and year into a batch that is being drafted, and shares of this year of those that an earlier plan approved.</summary>
    /// <param name="batch">With its items.</param>
    /// <param name="projects">In the order in which they are to stand.</param>
    /// <param name="standing">Projects that stand in another batch.</param>
    /// <param name="mover">Who chooses.</param>
    /// <param name="newId">For rows that are new.</param>
    /// <param name="clock">Of the choice.</param>
    public static Ruling<ItemsChosen> Choose(ApprovalBatch batch, IReadOnlyList<Project> projects, IReadOnlyCollection<Guid> standing, PlanMover mover, Func<Guid> newId, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(projects);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (Refused(batch, BatchState.Drafting, Organisations.Act.DraftPlan, mover) is { } refusal)
        {
            return new(null, [refusal]);
        }

        var breaches = Writer(batch, mover).Concat(projects.SelectMany(p => Unfit(batch, p, standing))).ToList();
        if (projects.Count > MostItems)
        {
            breaches.Add(new("plan.too-many", null, MostItems));
        }

        return Decide.Unless<ItemsChosen>(breaches, () => new([.. projects.Select(p => PlanItemText.Of(p, newId, batch.Year))], mover.UserId, clock.UtcNow));
    }

    /// <summary>Why a project cannot stand in a batch.</summary>
    public static IEnumerable<Breach> Unfit(ApprovalBatch batch, Project project, IReadOnlyCollection<Guid> standing)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(standing);
        var row = RowOf(project.ProjectId);
        var continues = SupportSchedule.Continues(project, batch.Year);
        if (continues ? !project.State.IsApproved() : project.State is not ProjectState.Appraised)
        {
            yield return new(continues ? "plan.not-continuing" : "plan.not-appraised", row, Name(project));
        }

        if (project.Year != batch.Year && !continues)
        {
            yield return new("plan.other-year", row, Name(project), project.Year, batch.Year);
        }

        if (project.Kind.Regime() != batch.Regime || (batch.CommuneCode is { } commune && project.CommuneCode != commune))
        {
            yield return new("plan.other-procedure", row, Name(project));
        }

        if (standing.Contains(project.ProjectId))
        {
            yield return new("plan.in-another-batch", row, Name(project));
        }
    }

    /// <summary>Writes what the appraiser finds for each item; it may be written again until the batch is concluded.</summary>
    /// <param name="batch">With its items.</param>
    /// <param name="items">As typed.</param>
    /// <param name="findings">What appraisal concluded for the projects that have one.</param>
    /// <param name="standing">Projects that stand in another batch.</param>
    /// <param name="mover">Who writes.</param>
    /// <param name="clock">Of the writing.</param>
    public static Ruling<ItemsAppraised> Appraise(ApprovalBatch batch, IReadOnlyList<AppraisedItem> items, IReadOnlyDictionary<Guid, ProjectFindings> findings, IReadOnlyCollection<Guid> standing, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (Refused(batch, BatchState.Submitted, Organisations.Act.AppraisePlan, mover) is { } refusal)
        {
            return new(null, [refusal]);
        }

        // A commune's writer may type what its appraiser from outside found; the conclusion then has to name that person.
        var breaches = batch.Regime is Regime.Commune ? [] : batch.Hands.Against(PlanDuty.Appraise, mover.UserId).ToList();
        foreach (var text in items)
        {
            var item = batch.Items.Single(i => i.PlanItemId == text.PlanItemId);
            var row = RowOf(item.ProjectId);
            if (!text.LeftOut)
            {
                breaches.AddRange(item.Amounts.Select(a => text.Amounts.GetValueOrDefault(a.Source) is { } amount ? Beyond(item, a, amount, findings) : null).OfType<Breach>());
            }

            if (!text.LeftOut && item.State is PlanItemState.LeftOut && standing.Contains(item.ProjectId))
            {
                breaches.Add(new("plan.in-another-batch", row, item.Code ?? item.Title));
            }

            if (text.LeftOut && string.IsNullOrWhiteSpace(text.Remark))
            {
                breaches.Add(new("plan.left-out-why", row, item.Title));
            }

            if (text.Remark?.Length > 2000)
            {
                breaches.Add(new("project.too-long", row, 2000));
            }
        }

        return Decide.Unless<ItemsAppraised>(breaches, () => new([.. items.Select(i => i with { Remark = string.IsNullOrWhiteSpace(i.Remark) ? null : i.Remark.Trim() })], mover.UserId, clock.UtcNow));
    }

    /// <summary>Neither what the project asked for nor what appraisal concluded that it may be given is exceeded, and a commune gives its own money only.</summary>
    internal static Breach? Beyond(PlanItem item, PlanItemAmount amount, Dong given, IReadOnlyDictionary<Guid, ProjectFindings> findings)
    {
        if (!Allotting.IsDrawn(amount.Source))
        {
            return null;
        }

        var (row, source) = (RowOf(item.ProjectId), FundingSource.Find(amount.Source)!);
        if (item.Kind.Regime() is Regime.Commune && source != FundingSource.Commune && given > Dong.Zero)
        {
            return new("plan.source-beyond-commune", row, item.Title, source.Name);
        }

        if (given > amount.Proposed)
        {
            return new("plan.above-proposed", row, item.Title, source.ShortName, given, amount.Proposed);
        }

        return findings.GetValueOrDefault(item.ProjectId)?.Supported is { } concluded && given > (concluded[source] ?? Dong.Zero)
            ? new("plan.above-concluded", row, item.Title, source.ShortName, given, concluded[source] ?? Dong.Zero)
            : null;
    }

    /// <summary>Every step but the decision and its undoing.</summary>
    public static Ruling<BatchMoved> Of(ApprovalBatch batch, Guid stepId, BatchMove move, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(move);
        return move.Action is BatchAction.Approve or BatchAction.Undo
            ? throw new ArgumentException("A decision and its undoing are judged with what they touch.", nameof(move))
            : Step(batch, stepId, move, mover, clock);
    }

    /// <summary>Judges the table, the mover and the guards that need nothing but the batch.</summary>
    internal static Ruling<BatchMoved> Step(ApprovalBatch batch, Guid stepId, BatchMove move, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (BatchStates.Find(batch.State, move.Action, batch.Regime) is not { } transition)
        {
            return new(null, [new("plan.wrong-state")]);
        }

        if (!mover.May(transition.Who, batch.Regime, batch.TerritoryCode))
        {
            return new(null, [new("plan.not-allowed")]);
        }

        var breaches = transition.Guards.SelectMany(g => Unmet(g, batch, move, mover, clock.Today)).ToList();
        breaches.AddRange(new[] { (move.Note, nameof(move.Note), LongestNote), (move.DocumentNumber, nameof(move.DocumentNumber), 60), (move.Signer, nameof(move.Signer), LongestShort), (move.DelegationDocument, nameof(move.DelegationDocument), LongestShort), (move.OutsideAppraiser, nameof(move.OutsideAppraiser), LongestShort), (move.OutsideAppraiserUnit, nameof(move.OutsideAppraiserUnit), LongestShort), (move.CommuneDocument, nameof(move.CommuneDocument), LongestShort) }
            .Where(t => t.Item1?.Length > t.Item3).Select(t => new Breach("project.too-long", t.Item2, t.Item3)));
        return Decide.Unless<BatchMoved>(breaches, () => new(batch.ApprovalBatchId, stepId, move, transition.To, mover.UserId, clock.Today, clock.UtcNow));
    }

    internal static string RowOf(Guid projectId) => $"Row-{projectId:N}";

    internal static string Name(Project project) => project.Code ?? project.Title;

    private static Breach? Refused(ApprovalBatch batch, BatchState state, Organisations.Act act, PlanMover mover) =>
        batch.State != state ? new("plan.wrong-state") : !mover.May(act, batch.Regime, batch.TerritoryCode) ? new("plan.not-allowed") : null;

    private static IEnumerable<Breach> Unmet(BatchGuard guard, ApprovalBatch batch, BatchMove move, PlanMover mover, DateOnly today) => guard switch
    {
        BatchGuard.HasItems when !batch.Standing.Any() => [new("plan.no-items")],
        BatchGuard.AmountsAppraised => batch.Standing.Where(i => i.Amounts.Any(a => Allotting.IsDrawn(a.Source) && a.Appraised is null)).Select(i => new Breach("plan.amount-missing", RowOf(i.ProjectId), i.Title)),
        BatchGuard.WriterIsAnother => Writer(batch, mover),
        BatchGuard.AppraiserIsAnother => Appraiser(batch, move, mover),
        BatchGuard.ApproverIsAnother => Approver(batch, mover),
        BatchGuard.ReasonGiven when string.IsNullOrWhiteSpace(move.Note) => [new("project.reason-missing", nameof(move.Note))],
        BatchGuard.DocumentCited => Document(move, today),
        BatchGuard.RightDecider => Decider(batch.Regime, move),
        _ => [],
    };

    /// <summary>A commune may have nobody else to write: whoever did both there names an appraiser from outside.</summary>
    private static IEnumerable<Breach> Writer(ApprovalBatch batch, PlanMover mover) =>
        batch.Regime is Regime.Commune ? [] : batch.Hands.Against(PlanDuty.Write, mover.UserId);

    /// <summary>Only a commune, where two people may be all there are, may name an appraiser from outside.</summary>
    private static IEnumerable<Breach> Appraiser(ApprovalBatch batch, BatchMove move, PlanMover mover)
    {
        var isNamed = !string.IsNullOrWhiteSpace(move.OutsideAppraiser);
        if (isNamed && batch.Regime is not Regime.Commune)
        {
            yield return new("plan.outside-appraiser-only-communes", nameof(move.OutsideAppraiser));
        }
        else if (isNamed && string.IsNullOrWhiteSpace(move.OutsideAppraiserUnit))
        {
            yield return new("plan.outside-appraiser-unit", nameof(move.OutsideAppraiserUnit));
        }
        else if (isNamed && string.IsNullOrWhiteSpace(move.DocumentNumber))
        {
            yield return new("plan.outside-appraiser-document", nameof(move.DocumentNumber));
        }
        else if (!isNamed && batch.Regime is Regime.Commune)
        {
            // Amounts that a writer typed are nobody's appraisal until an appraiser is named.
            if (batch.Hands.Appraisers.Append(mover.UserId).Any(batch.Hands.HasWritten))
            {
                yield return new("plan.name-outside-appraiser", nameof(move.OutsideAppraiser));
            }
        }
        else if (!isNamed)
        {
            foreach (var breach in batch.Hands.Against(PlanDuty.Appraise, mover.UserId))
            {
                yield return breach;
            }
        }
    }

    /// <summary>Whoever wrote it or appraised it does not decide on it, now or later; who only typed what a commune's appraiser from outside found did not appraise.</summary>
    internal static IEnumerable<Breach> Approver(ApprovalBatch batch, PlanMover mover) =>
        batch.Hands.Against(PlanDuty.Decide, mover.UserId)
            .Where(b => b.Code is not "plan.appraiser-approves" || batch.OutsideAppraiser is null)
            .Select(b => b.Code is "plan.appraiser-approves" && batch.Regime is Regime.Commune ? new Breach("plan.appraiser-approves-commune") : b);

    private static IEnumerable<Breach> Document(BatchMove move, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(move.DocumentNumber))
        {
            yield return new("plan.document-missing", nameof(move.DocumentNumber));
        }

        if (move.DocumentDate is not { } date)
        {
            yield return new("plan.document-date-missing", nameof(move.DocumentDate));
        }
        else if (date > today)
        {
            yield return new("allocation.document-in-future", nameof(move.DocumentDate));
        }
    }

    /// <summary>The decider follows the source; the Sở decides only by a cited delegation.</summary>
    private static IEnumerable<Breach> Decider(Regime regime, BatchMove move)
    {
        if (move.Decider is not { } decider || !PlanDeciders.Of(regime).Contains(decider))
        {
            yield return new("plan.decider-wrong", nameof(move.Decider));
        }
        else if (decider is PlanDecider.Department && string.IsNullOrWhiteSpace(move.DelegationDocument))
        {
            yield return new("plan.delegation-missing", nameof(move.DelegationDocument));
        }

        if (string.IsNullOrWhiteSpace(move.Signer))
        {
            yield return new("plan.signer-missing", nameof(move.Signer));
        }
    }
}
