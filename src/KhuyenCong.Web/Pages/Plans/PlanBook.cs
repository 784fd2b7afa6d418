using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Projects;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>The use cases that touch allocations: lock, read, decide and save in one transaction. Several pages and the seeding share them.</summary>
public sealed partial class PlanBook(KhuyenCongDb db, ProjectBook projects, Viewer viewer, TimeProvider clock)
{
    /// <summary>Records one allotment; the first opens the line.</summary>
    public Task<Ruling<AllotmentEntered>> AllotAsync(Guid allocationId, AllocationOpened? opened, AllotmentText text, string? fileSha, string? fileName, CancellationToken cancellationToken) =>
        AllotAsync(allocationId, opened, text, viewer.DisplayName, fileSha, fileName, cancellationToken);

    public async Task<Ruling<AllotmentEntered>> AllotAsync(Guid allocationId, AllocationOpened? opened, AllotmentText text, string by, string? fileSha, string? fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var year = opened?.Year ?? await db.Allocations.Where(a => a.AllocationId == allocationId).Select(a => a.Year).SingleAsync(cancellationToken);
        try
        {
            return await db.WriteAllocationsAsync(null, [year], async () =>
            {
                var line = opened is not null ? Allocation.From(opened) : await db.Allocations.Include(a => a.Entries).SingleAsync(a => a.AllocationId == allocationId, cancellationToken);
                var ruling = Allotting.Enter(Uuid.New(clock), line, text, by, clock);
                if (ruling.Event is not { } entered)
                {
                    return ruling;
                }

                if (fileSha is not null)
                {
                    entered = entered with { FileSha = fileSha, FileName = fileName };
                }

                Give(line, entered, opened is not null);
                db.Because("allocation.allotted", $"{entered.Text.DocumentNumber}, {entered.Text.Issuer}");
                await db.SaveChangesAsync(cancellationToken);
                return ruling;
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (opened is not null && fault.IsTwin())
        {
            // Somebody opened the same line in the same moment: theirs stands.
            db.ChangeTracker.Clear();
            return new(null, [new("allocation.open-already", nameof(opened.HolderId))]);
        }
    }

    /// <summary>Approves a batch, all or nothing: items, allocations, projects and the plan's next version in one transaction.</summary>
    public async Task<Ruling<BatchApproved>> ApproveAsync(Guid batchId, long? seen, BatchMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        return await LockedAsync(batchId, async (batch, plan) =>
        {
            var allocations = await AllocationsAsync(batch, plan.Year, cancellationToken);
            var held = await ProjectsOfAsync(batch, cancellationToken);
            var findings = await db.FindingsAsync([.. held.Select(p => p.ProjectId)], batchId, cancellationToken);
            var ruling = AsSeen(batch.Version, seen, PlanApproval.Approve(batch, plan, held, allocations, await SuspectedAsync(held, cancellationToken), findings, Uuid.New(clock), move, mover, clock));
            if (ruling.Event is not { } approved)
            {
                return ruling;
            }

            batch.Apply(approved);
            if (await DrawAsync(allocations, approved.Allocations, batchId, null, mover.UserId, cancellationToken) is { Count: > 0 } refused)
            {
                return new(null, refused);
            }

            Step(Taken(batch, held), ProjectAction.ApproveInPlan, Named(batch, move), mover.UserId);
            db.PlanVersions.Add(plan.Decide(new(Uuid.New(clock), batch.ApprovalBatchId, PlanVersionKind.Approved, move.Decider, move.DocumentNumber!.Trim(), move.DocumentDate!.Value, move.Note, approved.Changes, mover.UserId, clock.UtcNow)));
            db.Because("plan.approved", Named(batch, move));
            await db.SaveChangesAsync(cancellationToken);
            return ruling;
        }, cancellationToken);
    }

    /// <summary>Takes a decision back; both its version and the one that undoes it stay.</summary>
    public async Task<Ruling<BatchUndone>> UndoAsync(Guid batchId, long? seen, BatchMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        return await LockedAsync(batchId, async (batch, plan) =>
        {
            var allocations = await AllocationsAsync(batch, plan.Year, cancellationToken);
            var held = await ProjectsOfAsync(batch, cancellationToken);
            List<Guid> ids = [.. held.Select(p => p.ProjectId)];
            var followed = await db.PlanItems.Where(i => i.LiveProjectId != null && i.ApprovalBatchId != batchId && i.ShareYear > 0 && ids.Contains(i.ProjectId)).Select(i => i.ProjectId).ToListAsync(cancellationToken);
            var ruling = AsSeen(batch.Version, seen, PlanApproval.Undo(batch, held, allocations, Uuid.New(clock), move, mover, clock, followed));
            if (ruling.Event is not { } undone)
            {
                return ruling;
            }

            batch.Apply(undone);
            if (await DrawAsync(allocations, undone.Allocations, batchId, null, mover.UserId, cancellationToken) is { Count: > 0 } refused)
            {
                return new(null, refused);
            }

            Step(Taken(batch, held), ProjectAction.UndoPlanApproval, Named(batch, move), mover.UserId);
            db.PlanVersions.Add(plan.Decide(new(Uuid.New(clock), batch.ApprovalBatchId, PlanVersionKind.Undone, batch.Decider, move.DocumentNumber!.Trim(), move.DocumentDate!.Value, move.Note, undone.Changes, mover.UserId, clock.UtcNow)));
            db.Because("plan.undone", move.Note);
            await db.SaveChangesAsync(cancellationToken);
            return ruling;
        }, cancellationToken);
    }

    /// <summary>Takes a step of a yearly estimate. The last one allots: what each source was given goes into the holder's lines in the same transaction.</summary>
    public async Task<Ruling<BudgetEstimateMoved>> MoveAsync(Guid estimateId, long? seen, BudgetEstimateMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        var year = await db.BudgetEstimates.Where(e => e.BudgetEstimateId == estimateId).Select(e => e.Year).SingleAsync(cancellationToken);
        try
        {
            return await db.WriteAllocationsAsync(null, [year], async () =>
            {
                var estimate = await db.WholeEstimates.SingleAsync(e => e.BudgetEstimateId == estimateId, cancellationToken);
                var commune = await CommuneOfAsync(estimate, cancellationToken);
                var ruling = AsSeen(estimate.Version, seen, BudgetEstimating.Move(estimate, commune, Uuid.New(clock), move, mover, clock));
                if (ruling.Event is not { } moved)
                {
                    return ruling;
                }

                estimate.Apply(moved);
                if (move.Action is BudgetEstimateAction.Allot && await GiveAsync(estimate, commune, move, cancellationToken) is { Count: > 0 } breaches)
                {
                    db.ChangeTracker.Clear();
                    return new(null, breaches);
                }

                db.Because("estimate.moved", move.Note ?? move.DocumentNumber);
                await db.SaveChangesAsync(cancellationToken);
                return ruling;
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Somebody opened the same line of the allotment in the same moment: done again, this adds to it.
            db.ChangeTracker.Clear();
            return new(null, [Meanwhile]);
        }
    }

    private async Task<string?> CommuneOfAsync(BudgetEstimate estimate, CancellationToken cancellationToken) => (await db.CommunesOfAsync([estimate.HolderId], cancellationToken)).GetValueOrDefault(estimate.HolderId);

    private async Task<IReadOnlyList<Breach>> GiveAsync(BudgetEstimate estimate, string? commune, BudgetEstimateMove move, CancellationToken cancellationToken)
    {
        var breaches = new List<Breach>();
        foreach (var (source, amount) in estimate.Lines.GroupBy(l => l.Source).Select(g => (g.Key, g.Select(l => l.Allotted).SumKnown() ?? Dong.Zero)).Where(s => s.Item2 > Dong.Zero))
        {
            var line = await db.Allocations.Include(a => a.Entries).SingleOrDefaultAsync(a => a.HolderId == estimate.HolderId && a.Source == source && a.Year == estimate.Year, cancellationToken);
            var isNew = line is null;
            line ??= Allocation.From(new(Uuid.New(clock), estimate.ProvinceCode, estimate.HolderId, commune, source, estimate.Year));
            var entry = Allotting.Enter(Uuid.New(clock), line, new(line.EntryCount == 0 ? AllotmentKind.Initial : AllotmentKind.Addition, amount, move.DocumentNumber!, move.DocumentDate!.Value, move.Issuer!, estimate.Title), viewer.DisplayName, clock);
            breaches.AddRange(entry.Breaches);
            if (entry.Event is { } entered)
            {
                Give(line, entered, isNew);
            }
        }

        return breaches;
    }

    /// <summary>What a project asked for and what norms leave of it, as on the day of its filing.</summary>
    public async Task<SupportCaps> CapsAsync(Project project, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        return SupportCaps.Of(project, (await projects.CheckAsync(project, cancellationToken)).Select(c => c.Answer), project.FiledOn ?? clock.Today);
    }

    /// <summary>Projects whose suspected double support keeps them from being approved.</summary>
    public async Task<IReadOnlyCollection<Guid>> SuspectedAsync(IEnumerable<Project> held, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        var suspected = new HashSet<Guid>();
        foreach (var project in held.Where(p => p.Nature is ProjectNature.Grant))
        {
            if (await projects.CandidatesAsync(project, cancellationToken) is { Count: > 0 } candidates && DoubleSupport.Blocks(candidates, await db.ResolutionsAsync(project.ProjectId, cancellationToken)))
            {
                suspected.Add(project.ProjectId);
            }
        }

        return suspected;
    }

    private static string Named(ApprovalBatch batch, BatchMove move) => $"Đợt {batch.Number} kế hoạch năm {batch.Year}, văn bản số {move.DocumentNumber?.Trim()} ngày {move.DocumentDate:dd/MM/yyyy}";

    /// <summary>An allotment and its entry of the ledger.</summary>
    private void Give(Allocation line, AllotmentEntered entered, bool isNew)
    {
        line.Apply(entered);
        if (isNew)
        {
            db.Allocations.Add(line);
        }

        db.Record(new([line], []), new([Allotting.PostingOf(line, entered)]), viewer.UserId);
    }

    /// <summary>Reserves and releases what a decision draws and gives back; what a contract has bound is not given back here.</summary>
    /// <param name="stopped">The project of which nothing stays reserved.</param>
    private async Task<IReadOnlyList<Breach>> DrawAsync(List<Allocation> allocations, AllocationsDrawn drawn, Guid batchId, Guid? stopped, Guid by, CancellationToken cancellationToken)
    {
        List<Guid> concerned = stopped is { } one ? [one] : [.. drawn.Draws.Select(d => d.ProjectId)];
        var ledger = await db.LedgerOfAsync(allocations, concerned, cancellationToken);
        var posted = ledger.Judge((stopped is { } project ? drawn.Freeing(project, ledger.Positions) : drawn).Postings(batchId, clock.Today, () => Uuid.New(clock)), clock.Today);
        if (posted.Event is { } entries)
        {
            db.Record(ledger, entries, by);
        }
        else
        {
            db.ChangeTracker.Clear();
        }

        return posted.Breaches;
    }

    private void Step(List<Project> held, ProjectAction action, string note, Guid by)
    {
        foreach (var project in held)
        {
            project.Apply(ProjectMoves.ByPlan(project, Uuid.New(clock), action, note, by, clock));
        }
    }

    /// <summary>Projects that the batch takes up; a later year's share changes nothing of its project's state.</summary>
    private static List<Project> Taken(ApprovalBatch batch, List<Project> held) => held.FindAll(p => batch.Items.Any(i => i.ProjectId == p.ProjectId && !i.IsContinued));

    private async Task<List<Project>> ProjectsOfAsync(ApprovalBatch batch, CancellationToken cancellationToken)
    {
        var ids = batch.Standing.Select(i => i.ProjectId).ToList();
        return await db.WholeProjects.Where(p => ids.Contains(p.ProjectId)).ToListAsync(cancellationToken);
    }

    /// <summary>Lines of every year from the plan's own to the last that pays one of its items: an extended one may hold money in each.</summary>
    private async Task<List<Allocation>> AllocationsAsync(ApprovalBatch batch, int year, CancellationToken cancellationToken)
    {
        List<int> years = [.. batch.Items.Select(i => i.Year), batch.Year, year];
        var (first, last) = (years.Min(), years.Max());
        return await db.Allocations.Where(a => a.Year >= first && a.Year <= last).ToListAsync(cancellationToken);
    }

    private Task<T> LockedAsync<T>(Guid batchId, Func<ApprovalBatch, AnnualPlan, Task<T>> work, CancellationToken cancellationToken) => LockedAsync(batchId, [], work, cancellationToken);

    /// <param name="more">Years beside those whose money the batch's items take.</param>
    private async Task<T> LockedAsync<T>(Guid batchId, int[] more, Func<ApprovalBatch, AnnualPlan, Task<T>> work, CancellationToken cancellationToken)
    {
        var of = await db.ApprovalBatches.Where(b => b.ApprovalBatchId == batchId).Select(b => new { b.AnnualPlanId, b.Year }).SingleAsync(cancellationToken);
        var years = await db.PlanItems.Where(i => i.ApprovalBatchId == batchId).Select(i => i.Year).Distinct().ToListAsync(cancellationToken);
        years.AddRange([of.Year, .. more]);
        return await db.WriteAllocationsAsync(of.AnnualPlanId, [.. Enumerable.Range(years.Min(), years.Max() - years.Min() + 1)], async () => await work(
            await db.WholeBatches.SingleAsync(b => b.ApprovalBatchId == batchId, cancellationToken),
            await db.AnnualPlans.SingleAsync(p => p.AnnualPlanId == of.AnnualPlanId, cancellationToken)), cancellationToken);
    }
}
