using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Batches and yearly estimates that wait for the viewer, as their state tables say. What one wrote oneself waits for somebody else; a commune's estimate may have nobody else, then it asks for an appraiser from outside.</summary>
public static class PlanWork
{
    private const int Most = 50;

    /// <summary>States in which the viewer's acts take a batch on.</summary>
    private static List<BatchState> Waiting(Viewer viewer, Regime regime) =>
        [.. BatchStates.Table.Where(t => t.IsFor(regime) && viewer.Can(t.Who) && t.Action is not (BatchAction.Discard or BatchAction.Undo or BatchAction.Return)).Select(t => t.From).Distinct()];

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Act.ViewPlans))
        {
            return [];
        }

        var mover = viewer.AsPlanMover();
        var (national, local) = (Waiting(viewer, Regime.National), Waiting(viewer, Regime.Provincial));
        // What the province only reads is not its work: hundreds of communes would crowd out its own.
        var ofProvince = viewer.Reach(Act.ViewPlans) is Scope.Province;
        var batches = await db.ApprovalBatches.VisibleTo(viewer).AsNoTracking().Where(b => (!ofProvince || b.Regime != Regime.Commune) && (b.Regime == Regime.National ? national.Contains(b.State) : local.Contains(b.State))).OrderBy(b => b.StateSince).Take(Most).ToListAsync();
        var waiting = batches.Where(b => BatchStates.Offered(b, mover).Any(a => a is not (BatchAction.Discard or BatchAction.Undo or BatchAction.Return)) && (b.State is BatchState.Drafting or BatchState.Approved || !b.Hands.HasWritten(viewer.UserId)))
            .Select(b => new WorkItem("Kế hoạch năm", $"Đợt {b.Number}, kế hoạch năm {b.Year}", $"{b.Regime.PlanText()}; {b.State.Next(b.Regime)}", b.StateSince, null, b.State is BatchState.Drafting ? "Soạn tiếp" : "Xử lý", $"/ke-hoach/dot/{b.ApprovalBatchId}"));
        var estimates = await db.BudgetEstimates.VisibleTo(viewer, db).AsNoTracking().Where(e => e.State != BudgetEstimateState.Allotted && e.State != BudgetEstimateState.Discarded)
            .Where(e => !ofProvince || !db.Organisations.Any(o => o.OrganisationId == e.HolderId && o.Kind == OrganisationKind.CommuneOffice)).OrderBy(e => e.StateSince).Take(Most).ToListAsync();
        var communes = await db.CommunesOfAsync([.. estimates.Select(e => e.HolderId).Distinct()]);
        return waiting.Concat(estimates.Where(e => BudgetEstimateStates.Offered(e, communes.GetValueOrDefault(e.HolderId), mover).Any(a => a is not (BudgetEstimateAction.Discard or BudgetEstimateAction.Return)) && (e.State is BudgetEstimateState.Drafting || communes.ContainsKey(e.HolderId) || !e.Hands.HasWritten(viewer.UserId)))
            .Select(e => new WorkItem("Dự toán năm", e.Title, $"Năm {e.Year}; {e.State.Text().InSentence()}", e.StateSince, null, e.State is BudgetEstimateState.Drafting ? "Soạn tiếp" : "Xử lý", $"/du-toan/de-nghi/{e.BudgetEstimateId}")));
    }
}
