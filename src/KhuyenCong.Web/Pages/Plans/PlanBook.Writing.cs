using KhuyenCong.Data;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Plans;

/// <content>What is written before a decision waits for the same lock as the decision, and is judged by what stands there then.</content>
public sealed partial class PlanBook
{
    /// <summary>Puts projects, in this order, into a batch.</summary>
    /// <param name="seen">The version of the batch that the page showed.</param>
    public async Task<Ruling<ItemsChosen>> ChooseAsync(Guid batchId, long? seen, IReadOnlyList<Guid> wanted, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        try
        {
            return await LockedAsync(batchId, async (batch, _) =>
            {
                var found = await db.Projects.Include(p => p.Beneficiaries).AsNoTracking().Where(p => wanted.Contains(p.ProjectId)).ToListAsync(cancellationToken);
                List<Project> chosen = [.. wanted.Distinct().Select(id => found.Find(p => p.ProjectId == id)).OfType<Project>()];
                var ruling = AsSeen(batch.Version, seen, BatchMoves.Choose(batch, chosen, await db.StandingElsewhereAsync(batchId, batch.Year, wanted, cancellationToken), mover, () => Uuid.New(clock), clock));
                if (ruling.Event is { } items)
                {
                    batch.Apply(items);
                    db.Because("plan.chosen");
                    await db.SaveChangesAsync(cancellationToken);
                }

                return ruling;
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Another plan took one of them in the same moment.
            db.ChangeTracker.Clear();
            return new(null, [new("plan.in-another-batch", null, "Có đề án")]);
        }
    }

    /// <summary>Writes appraised amounts, takes a step, or both: all of it or nothing.</summary>
    /// <param name="seen">The version of the batch that the page showed.</param>
    /// <param name="amounts">Reads what was typed for the items that stand there; null where only a step is taken.</param>
    /// <param name="move">Null where only amounts are written.</param>
    public Task<IReadOnlyList<Breach>> StepAsync(Guid batchId, long? seen, Func<ApprovalBatch, IReadOnlyList<AppraisedItem>>? amounts, BatchMove? move, PlanMover mover, CancellationToken cancellationToken) =>
        LockedAsync<IReadOnlyList<Breach>>(batchId, async (batch, _) =>
        {
            if (amounts is not null)
            {
                var ids = batch.Items.Select(i => i.ProjectId).ToList();
                var ruling = AsSeen(batch.Version, seen, BatchMoves.Appraise(batch, amounts(batch), await db.FindingsAsync(ids, batchId, cancellationToken), await db.StandingElsewhereAsync(batchId, batch.Year, ids, cancellationToken), mover, clock));
                if (ruling.Event is not { } appraised)
                {
                    return ruling.Breaches;
                }

                batch.Apply(appraised);
            }

            var step = move is null ? null : AsSeen(batch.Version, seen, BatchMoves.Of(batch, Uuid.New(clock), move, mover, clock));
            if (step is { Event: null })
            {
                // Amounts without the conclusion that they came with are not kept: the page still has them.
                db.ChangeTracker.Clear();
                return step.Breaches;
            }

            if (amounts is not null)
            {
                db.Because("plan.appraised");
                await db.SaveChangesAsync(cancellationToken);
            }

            if (step?.Event is { } moved)
            {
                batch.Apply(moved);
                db.Because("plan.moved", moved.Move.Note ?? moved.Move.Action.Done());
                await db.SaveChangesAsync(cancellationToken);
            }

            return [];
        }, cancellationToken);

    /// <summary>Writes who bears the difference between what was asked and what was appraised.</summary>
    /// <param name="seen">The version of the batch that the page showed.</param>
    public Task<Ruling<DifferenceCovered>> CoverAsync(Guid batchId, long? seen, Guid itemId, FundingCover cover, ProjectMover mover, CancellationToken cancellationToken) =>
        LockedAsync(batchId, async (batch, _) =>
        {
            var item = batch.Items.Single(i => i.PlanItemId == itemId);
            var project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == item.ProjectId, cancellationToken);
            var ruling = AsSeen(batch.Version, seen, FundingCovering.Cover(batch, item, project, cover, mover, clock));
            if (ruling.Event is { } covered)
            {
                batch.Apply(covered);
                db.Because("plan.covered", project.Code ?? project.Title);
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling;
        }, cancellationToken);

    /// <summary>Writes the lines of a yearly estimate.</summary>
    /// <param name="seen">The version of the estimate that the page showed.</param>
    public async Task<Ruling<BudgetLinesWritten>> WriteAsync(Guid estimateId, long? seen, IReadOnlyList<BudgetLineText> lines, PlanMover mover, CancellationToken cancellationToken)
    {
        var year = await db.BudgetEstimates.Where(e => e.BudgetEstimateId == estimateId).Select(e => e.Year).SingleAsync(cancellationToken);
        try
        {
            return await db.WriteAllocationsAsync(null, [year], async () =>
            {
                var estimate = await db.WholeEstimates.SingleAsync(e => e.BudgetEstimateId == estimateId, cancellationToken);
                var ruling = AsSeen(estimate.Version, seen, BudgetEstimating.Write(estimate, await CommuneOfAsync(estimate, cancellationToken), lines, mover, clock));
                if (ruling.Event is { } written)
                {
                    estimate.Apply(written);
                    db.Because("estimate.written");
                    await db.SaveChangesAsync(cancellationToken);
                }

                return ruling;
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A year without an allocation has no row to lock: the version tells.
            db.ChangeTracker.Clear();
            return new(null, [Meanwhile]);
        }
    }
}
