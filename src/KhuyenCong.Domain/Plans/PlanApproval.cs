using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Phê duyệt đợt và hủy quyết định: all or nothing, with a reason for every row that stands in the way.</summary>
public static class PlanApproval
{
    /// <param name="batch">With its items.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="projects">Of the standing items.</param>
    /// <param name="allocations">Of the plan's year, read under the lock.</param>
    /// <param name="suspected">Projects whose suspected double support is not resolved.</param>
    /// <param name="findings">What appraisal concluded for each project, and who judged it: whoever judged does not approve.</param>
    /// <param name="stepId">Of the step to record.</param>
    /// <param name="move">The decision as cited.</param>
    /// <param name="mover">Who records it.</param>
    /// <param name="clock">Of the step.</param>
    public static Ruling<BatchApproved> Approve(
        ApprovalBatch batch, AnnualPlan plan, IReadOnlyCollection<Project> projects, IReadOnlyCollection<Allocation> allocations, IReadOnlyCollection<Guid> suspected, IReadOnlyDictionary<Guid, ProjectFindings> findings, Guid stepId, BatchMove move, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(projects);
        ArgumentNullException.ThrowIfNull(suspected);
        ArgumentNullException.ThrowIfNull(findings);
        var step = BatchMoves.Step(batch, stepId, move, mover, clock);
        if (step.Breaches is [{ Code: "plan.wrong-state" or "plan.not-allowed" }])
        {
            return new(null, step.Breaches);
        }

        var breaches = step.Breaches.ToList();
        if (HoldsCommuneMoney(batch) && string.IsNullOrWhiteSpace(move.CommuneDocument))
        {
            breaches.Add(new("plan.commune-document-missing", nameof(move.CommuneDocument)));
        }

        var draws = new List<ItemDraw>();
        foreach (var item in batch.Standing)
        {
            var row = BatchMoves.RowOf(item.ProjectId);
            var project = projects.FirstOrDefault(p => p.ProjectId == item.ProjectId);
            if (item.IsContinued ? project?.State.IsApproved() != true : project?.State is not ProjectState.Appraised)
            {
                breaches.Add(new(item.IsContinued ? "plan.not-continuing" : "plan.not-appraised", row, item.Code ?? item.Title));
            }

            breaches.AddRange(Involved(batch, item, project, findings.GetValueOrDefault(item.ProjectId), mover).Select(b => b with { Field = row }));

            if (suspected.Contains(item.ProjectId))
            {
                breaches.Add(new("plan.double-support", row, item.Code ?? item.Title));
            }

            if (item.Gap is { } gap && gap != Dong.Zero)
            {
                breaches.Add(new("plan.unbalanced", row, item.Code ?? item.Title, item.Cost, item.Cost - gap, gap));
            }

            foreach (var amount in item.Amounts.Where(a => Allotting.IsDrawn(a.Source)))
            {
                if (amount.Appraised is not { } appraised)
                {
                    breaches.Add(new("plan.amount-missing", row, item.Title));
                }
                else if (BatchMoves.Beyond(item, amount, appraised, findings) is { } beyond)
                {
                    breaches.Add(beyond);
                }
                else if (appraised > Dong.Zero)
                {
                    if (Allotting.For(allocations, amount.Source, plan.Year, plan.HolderId, item.CommuneCode) is { } allocation)
                    {
                        draws.Add(new(item.PlanItemId, amount.Source, allocation.AllocationId, appraised));
                    }
                    else
                    {
                        breaches.Add(new("plan.no-allocation", row, item.Code ?? item.Title, FundingSource.Find(amount.Source)!.Name, plan.Year));
                    }
                }
            }
        }

        var ceiling = Allotting.Draw(allocations, draws.Select(d => new AllocationDrawn(d.AllocationId, d.Amount, batch.Items.Single(i => i.PlanItemId == d.PlanItemId).ProjectId)));
        breaches.AddRange(ceiling.Breaches);
        return Decide.Unless<BatchApproved>(breaches, () => new(step.Event!, draws, ceiling.Event!, [.. batch.Standing.SelectMany(i => Changes(i, a => a.Approved, a => a.Appraised).Concat((i.Cuts ?? []).Select(c => new PlanChange(i.ProjectId, i.Code, i.Title, "Cut", TextBefore: c.Content, TextAfter: c.Amount.ToString()))))]));
    }

    /// <summary>Whether a plan of another level would draw on communes' allotments: what a commune pays is its own UBND's to decide.</summary>
    public static bool HoldsCommuneMoney(ApprovalBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Regime is not Law.Regime.Commune && batch.Standing.Any(i => i.Amounts.Any(a => a.Source == FundingSource.Commune.Code && (a.Appraised ?? a.Proposed) > Dong.Zero));
    }

    /// <summary>Takes a decision back where none of its projects went on; amounts return to the allocations they came from.</summary>
    /// <param name="batch">With its items.</param>
    /// <param name="projects">Of its items, with their steps.</param>
    /// <param name="allocations">Of the years concerned, read under the lock.</param>
    /// <param name="stepId">Of the step.</param>
    /// <param name="move">As recorded.</param>
    /// <param name="mover">Who records it.</param>
    /// <param name="clock">Of the step.</param>
    /// <param name="followed">Projects of which a later year's plan holds a share.</param>
    public static Ruling<BatchUndone> Undo(
        ApprovalBatch batch, IReadOnlyCollection<Project> projects, IReadOnlyCollection<Allocation> allocations, Guid stepId, BatchMove move, PlanMover mover, TimeProvider clock, IReadOnlyCollection<Guid>? followed = null)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(projects);
        var step = BatchMoves.Step(batch, stepId, move, mover, clock);
        if (step.Breaches is [{ Code: "plan.wrong-state" or "plan.not-allowed" }])
        {
            return new(null, step.Breaches);
        }

        var breaches = step.Breaches.ToList();
        foreach (var item in batch.Standing)
        {
            // A share of a later year goes back by itself: what a contract bound of it is the ledger's to refuse.
            var state = projects.FirstOrDefault(p => p.ProjectId == item.ProjectId)?.State;
            if (item.IsContinued ? state?.IsApproved() != true : state is not ProjectState.Approved)
            {
                breaches.Add(new("plan.went-on", BatchMoves.RowOf(item.ProjectId), item.Code ?? item.Title));
            }
            else if (!item.IsContinued && followed?.Contains(item.ProjectId) == true)
            {
                breaches.Add(new("plan.later-share-stands", BatchMoves.RowOf(item.ProjectId), item.Code ?? item.Title));
            }
        }

        var freed = Allotting.Draw(allocations, batch.Standing.SelectMany(i => i.Amounts.SelectMany(a => a.OnLines).Select(l => new AllocationDrawn(l.AllocationId, -l.Amount, i.ProjectId))));
        breaches.AddRange(freed.Breaches);
        return Decide.Unless<BatchUndone>(breaches, () => new(step.Event!, freed.Event!, [.. batch.Standing.SelectMany(i => Changes(i, a => a.Approved, _ => null))]));
    }

    /// <summary>Whoever wrote, filed or judged a project decides on it in no plan.</summary>
    internal static IEnumerable<Breach> Involved(ApprovalBatch batch, PlanItem item, Project? project, ProjectFindings? findings, PlanMover mover)
    {
        if (project is not null && (project.CreatedBy == mover.UserId || project.Steps.Any(s => s.Action is ProjectAction.File && s.By == mover.UserId)))
        {
            yield return new("plan.author-approves", null, item.Code ?? item.Title);
        }

        if (findings?.JudgedBy(mover.UserId, batch) == true)
        {
            yield return new("plan.judge-approves", null, item.Code ?? item.Title);
        }
    }

    private static IEnumerable<PlanChange> Changes(PlanItem item, Func<PlanItemAmount, Dong?> before, Func<PlanItemAmount, Dong?> after) =>
        FundingSource.All.SelectMany(s => item.Amounts.Where(a => a.Source == s.Code && before(a) != after(a))).Select(a => new PlanChange(item.ProjectId, item.Code, item.Title, "Amount", a.Source, before(a), after(a)));
}
