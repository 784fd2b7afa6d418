using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>The use cases of management costs: lock the allotment, read, decide and save in one transaction.</summary>
public sealed partial class ManagementBook(KhuyenCongDb db, TimeProvider clock)
{
    public async Task<(Guid Id, IReadOnlyList<Breach> Breaches)> DraftAsync(Guid allocationId, ManagementText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        var id = Uuid.New(clock);
        if (await db.LinesFaultAsync(mover, [allocationId], cancellationToken) is { } others)
        {
            return (id, [others]);
        }

        return (id, await db.WriteManagementAsync<IReadOnlyList<Breach>>(allocationId, id, async ledger =>
        {
            var line = ledger.Lines.Single();
            var ruling = ManagementWriting.Write(line, null, text, mover, clock);
            if (ruling.Event is { } written)
            {
                db.ManagementEstimates.Add(ManagementEstimate.From(new(id, line, written, clock.Today)));
                db.Because("management.drafted");
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling.Breaches;
        }, cancellationToken));
    }

    /// <param name="seen">The version that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> WriteAsync(Guid estimateId, long? seen, ManagementText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        if (await db.EstimateFaultAsync(mover, estimateId, cancellationToken) is { } others)
        {
            return [others];
        }

        return await LockedAsync<IReadOnlyList<Breach>>(estimateId, async (estimate, ledger) =>
        {
            var ruling = AsSeen(estimate.Version, seen, ManagementWriting.Write(ledger.Lines.Single(), estimate, text, mover, clock));
            if (ruling.Event is { } written)
            {
                estimate.Apply(written);
                db.Because("management.written");
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling.Breaches;
        }, cancellationToken);
    }

    /// <summary>Takes a step; approving reserves the money, settling settles what was paid and gives the rest back.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public async Task<IReadOnlyList<Breach>> StepAsync(Guid estimateId, long? seen, ManagementMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        if (await db.EstimateFaultAsync(mover, estimateId, cancellationToken) is { } others)
        {
            return [others];
        }

        return await LockedAsync<IReadOnlyList<Breach>>(estimateId, async (estimate, ledger) =>
        {
            var share = move.Action is ManagementAction.Submit or ManagementAction.Approve ? await ShareAsync(estimate, cancellationToken) : null;
            var spenders = move.Action is ManagementAction.Settle ? await SpendersAsync(estimateId, cancellationToken) : [];
            var ruling = AsSeen(estimate.Version, seen, ManagementMoves.Step(estimate, Uuid.New(clock), move, share, await OpenAsync(estimateId, cancellationToken), ledger.Positions.FirstOrDefault(), mover, clock, spenders));
            if (ruling.Event is not { } moved)
            {
                return ruling.Breaches;
            }

            if (Post(ledger, ManagementMoves.Postings(estimate, moved, () => Uuid.New(clock)), mover.UserId) is { Count: > 0 } refused)
            {
                return refused;
            }

            estimate.Apply(moved);
            db.Because(
                move.Action switch
                {
                    ManagementAction.Submit => "management.submitted",
                    ManagementAction.Approve => "management.approved",
                    ManagementAction.Return => "management.returned",
                    ManagementAction.Discard => "management.discarded",
                    ManagementAction.ProposeSettlement => "management.settlement-submitted",
                    ManagementAction.Settle => "management.settled",
                    _ => "management.settlement-returned",
                },
                move.Note ?? move.DocumentNumber);
            await db.SaveChangesAsync(cancellationToken);
            return [];
        }, cancellationToken);
    }

    /// <summary>The share of an estimate against its norm, with all others that stand beside it.</summary>
    public async Task<ManagementShare> ShareAsync(ManagementEstimate estimate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return (await SharesAsync([estimate], cancellationToken))[estimate.ManagementEstimateId];
    }

    /// <summary>The shares of several estimates, asked for all at once.</summary>
    public async Task<IReadOnlyDictionary<Guid, ManagementShare>> SharesAsync(IReadOnlyCollection<ManagementEstimate> estimates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        if (estimates.Count == 0)
        {
            return new Dictionary<Guid, ManagementShare>();
        }

        var planned = await db.ManagementPlannedAsync(estimates, cancellationToken);
        var bases = await db.ManagementBasesAsync(estimates, cancellationToken);
        var norms = await db.SharedNormBookAsync(cancellationToken);
        return estimates.ToDictionary(e => e.ManagementEstimateId, e => ManagementShare.Of(
            e.Party, ManagementShare.RegimeOf(e.CommuneCode, e.Source), e.ProvinceCode, bases[e.ManagementEstimateId],
            (e.State is ManagementState.Discarded ? Dong.Zero : e.SettledAmount ?? e.Total) + planned[e.ManagementEstimateId], norms, e.ApprovedOn ?? clock.Today));
    }

    /// <summary>Numbers of vouchers that are neither paid nor discarded.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(Guid estimateId, CancellationToken cancellationToken) =>
        await db.ManagementVouchers.AsNoTracking().Where(v => v.ManagementEstimateId == estimateId && v.State != ManagementVoucherState.Paid && v.State != ManagementVoucherState.Discarded).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync(cancellationToken);

    private async Task<List<Guid>> SpendersAsync(Guid estimateId, CancellationToken cancellationToken) =>
        [.. (await db.ManagementVouchers.AsNoTracking().Where(v => v.ManagementEstimateId == estimateId && v.State == ManagementVoucherState.Paid).Select(v => v.Hands).ToListAsync(cancellationToken)).SelectMany(h => h.Writers).Distinct()];

    /// <summary>Records the entries; what the ledger refuses.</summary>
    private List<Breach> Post(Ledger ledger, IReadOnlyList<Posting> postings, Guid by)
    {
        if (postings.Count == 0)
        {
            return [];
        }

        var ruling = ledger.Judge(postings, clock.Today);
        if (ruling.Event is { } posted)
        {
            db.Record(ledger, posted, by);
        }

        // The ledger names its own field, which the forms here do not have.
        return [.. ruling.Breaches.Select(b => b with { Field = null })];
    }

    private async Task<T> LockedAsync<T>(Guid estimateId, Func<ManagementEstimate, Ledger, Task<T>> work, CancellationToken cancellationToken)
    {
        var allocation = await db.ManagementEstimates.Where(e => e.ManagementEstimateId == estimateId).Select(e => e.AllocationId).SingleAsync(cancellationToken);
        return await db.WriteManagementAsync(allocation, estimateId, async ledger => await work(
            await db.ManagementEstimates.Include(e => e.Lines).SingleAsync(e => e.ManagementEstimateId == estimateId, cancellationToken), ledger), cancellationToken);
    }
}
