using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Plans;

/// <content>Adjustments: what they change of project, plan and money, in one transaction.</content>
public sealed partial class PlanBook
{
    /// <summary>Adjusts or stops one approved project; what the change draws or frees is judged like an approval.</summary>
    /// <param name="seen">The version of the batch that the page showed.</param>
    public async Task<Ruling<PlanAdjusted>> AdjustAsync(Guid batchId, long? seen, Guid itemId, AdjustmentText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var next = await db.PlanItems.Where(i => i.PlanItemId == itemId).Select(i => i.Year + 1).SingleAsync(cancellationToken);
        return await LockedAsync(batchId, [next], async (batch, plan) =>
        {
            var item = batch.Items.Single(i => i.PlanItemId == itemId);
            var project = await db.WholeProjects.SingleAsync(p => p.ProjectId == item.ProjectId, cancellationToken);
            var allocations = await AllocationsAsync(batch, next, cancellationToken);
            var (judged, resolved) = await JudgeAsync(batch, item, project, allocations, text, mover, cancellationToken);
            var ruling = AsSeen(batch.Version, seen, judged);
            if (ruling.Event is not { } adjusted)
            {
                return ruling;
            }

            // What another year's row of the project still holds, on the same line or not, is ended with that row.
            var isLast = text.Kind.Ends() && !await db.PlanItems.AnyAsync(i => i.ProjectId == project.ProjectId && i.PlanItemId != itemId && i.State == PlanItemState.Approved, cancellationToken);
            batch.Apply(adjusted);
            if (await DrawAsync(allocations, adjusted.Allocations, batchId, isLast ? project.ProjectId : null, mover.UserId, cancellationToken) is { Count: > 0 } refused)
            {
                return new(null, refused);
            }

            project.Apply(new ProjectAdjusted(project.ProjectId, adjusted.Project, adjusted.At));
            if (text.Kind.Ends() && project.State is not ProjectState.Stopped)
            {
                Step([project], ProjectAction.StopInPlan, $"Văn bản số {text.DocumentNumber}: {text.Reason}", mover.UserId);
            }

            if (text.Kind.ChangesWhatIsHelped())
            {
                await db.TraceAsync(SupportSourceKind.Project, project.ProjectId, project.ProvinceCode, await projects.TracesAsync(project, cancellationToken), cancellationToken);
            }

            db.DoubleSupportResolutions.AddRange(resolved);
            db.PlanVersions.Add(plan.Decide(new(Uuid.New(clock), batch.ApprovalBatchId, text.Kind.Ends() ? PlanVersionKind.Stopped : PlanVersionKind.Adjusted, text.Decider, text.DocumentNumber.Trim(), text.DocumentDate!.Value, text.Reason, adjusted.Changes, mover.UserId, clock.UtcNow)));
            db.Because("plan.adjusted", text.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return ruling;
        }, cancellationToken);
    }

    /// <summary>What an adjustment would change and what stands against it; nothing is written.</summary>
    public async Task<Ruling<PlanAdjusted>> TryAdjustAsync(ApprovalBatch batch, PlanItem item, AdjustmentText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(text);
        var project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == item.ProjectId, cancellationToken);
        var (first, last) = (Math.Min(batch.Year, item.Year), Math.Max(batch.Year, item.Year) + 1);
        var allocations = await db.Allocations.AsNoTracking().Where(a => a.Year >= first && a.Year <= last).ToListAsync(cancellationToken);
        return (await JudgeAsync(batch, item, project, allocations, text, mover, cancellationToken)).Ruling;
    }

    /// <summary>What the allotments of the year after an item's money leave, by source that it draws on; null where none was given.</summary>
    public async Task<IReadOnlyList<(FundingSource Source, Dong? Available)>> NextYearAsync(PlanItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        var lines = await db.Allocations.AsNoTracking().Where(a => a.Year == item.Year || a.Year == item.Year + 1).ToListAsync(cancellationToken);
        return [.. item.Amounts.Where(a => a.AllocationId is not null).Select(a => (FundingSource.Find(a.Source)!, lines.Find(l => l.AllocationId == a.AllocationId) is { } now ? Allotting.For(lines, a.Source, item.Year + 1, now.HolderId, now.CommuneCode)?.Available : null))];
    }

    /// <summary>What of each source no contract has bound: what an extension could take to the next year, and a stop give back.</summary>
    public async Task<Dictionary<string, Dong?>> FreeAsync(PlanItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        var lines = item.Amounts.Select(a => a.AllocationId).OfType<Guid>().ToList();
        var held = (await db.LedgerPositions.AsNoTracking().Where(p => p.ProjectId == item.ProjectId && lines.Contains(p.AllocationId)).ToListAsync(cancellationToken)).ToLookup(p => p.AllocationId);

        var own = await db.Contracts.Where(c => c.PlanItemId == item.PlanItemId).Select(c => c.ContractId).ToListAsync(cancellationToken);
        return item.Amounts.Where(a => a.Drawn > Dong.Zero).ToDictionary(a => a.Source, a =>
        {
            var line = held[a.AllocationId!.Value];
            return (Dong?)a.FreeOn(a.AllocationId.Value, line.Select(p => p.Reserved).Sum(), line.Where(p => p.ContractId is { } contract && own.Contains(contract)).Select(p => p.Bound).Sum());
        });
    }

    private async Task<(Ruling<PlanAdjusted> Ruling, IReadOnlyList<DoubleSupportResolution> Resolved)> JudgeAsync(ApprovalBatch batch, PlanItem item, Project project, List<Allocation> allocations, AdjustmentText text, PlanMover mover, CancellationToken cancellationToken)
    {
        var findings = await db.FindingsAsync([project.ProjectId], batch.ApprovalBatchId, cancellationToken);
        var listed = await db.BeneficiaryLists.AsNoTracking().Where(l => l.ProjectId == project.ProjectId && l.State == BeneficiaryListState.Confirmed).Select(l => (Dong?)l.Total).FirstOrDefaultAsync(cancellationToken);
        var later = await db.PlanItems.AnyAsync(i => i.LiveProjectId == project.ProjectId && i.ShareYear > item.ShareYear && i.PlanItemId != item.PlanItemId && i.State != PlanItemState.Stopped, cancellationToken);
        var checks = new AdjustmentChecks(Listed: listed, LaterShareStands: later, Free: text.Kind.ChangesMoney() ? await FreeAsync(item, cancellationToken) : null);
        var asked = project;
        IReadOnlyList<EligibilityAnswer>? answers = null;
        (IReadOnlyList<DoubleSupportResolution> Resolved, IReadOnlyList<Breach> Breaches) concluded = ([], []);
        if (text.Kind.ChangesWhatIsHelped() && text.Effect is { } effect)
        {
            asked = project.Preview(effect.On(text.Kind, project.Text));
            answers = [.. (await projects.CheckAsync(asked, cancellationToken)).Select(c => c.Answer)];
            checks = checks with { NotEligible = answers.Any(a => a.Verdict is Verdict.NotEligible) };
            if (project.Nature is ProjectNature.Grant)
            {
                var (candidates, known) = (await projects.CandidatesAsync(asked, cancellationToken), await db.ResolutionsAsync(project.ProjectId, cancellationToken));
                concluded = AdjustmentSuspicions.Conclude(project, candidates, known, text.Suspicions, viewer.DisplayName, () => Uuid.New(clock), clock.UtcNow);
                checks = checks with { DoubleSupportBlocks = DoubleSupport.Blocks(candidates, [.. known, .. concluded.Resolved]) };
            }
        }

        var caps = answers is null ? await CapsAsync(project, cancellationToken) : SupportCaps.Of(asked, answers, asked.FiledOn ?? clock.Today);
        var ruling = PlanAdjusting.Adjust(batch, item, project, caps, findings.GetValueOrDefault(project.ProjectId), allocations, text, mover, clock, checks);
        return concluded.Breaches.Count == 0 ? (ruling, concluded.Resolved) : (new(null, [.. ruling.Breaches, .. concluded.Breaches]), []);
    }
}
