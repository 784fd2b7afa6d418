using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Bản in danh mục của một đợt: a page for the printer, with the figures that stand at this moment.</summary>
[Allow(Act.ViewPlans)]
public sealed class PrintModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public ApprovalBatch Batch { get; private set; } = null!;

    public AnnualPlan Plan { get; private set; } = null!;

    public string Territory { get; private set; } = "";

    public string Holder { get; private set; } = "";

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    /// <summary>By whose decision communes' money is in the list; of the decision that stands.</summary>
    public string? CommuneDocument => IsDecided ? Batch.Steps.Where(s => s.Action is BatchAction.Approve).MaxBy(s => s.Sequence)?.CommuneDocument : null;

    public bool IsDecided => Batch.State.IsDecided();

    /// <summary>What settlements gave back since: it does not change what was decided.</summary>
    public Dong Returned => Batch.Standing.SelectMany(i => i.Amounts).Select(a => a.Returned).Sum();

    public IReadOnlyList<FundingSource> Used => [.. FundingSource.All.Where(s => Batch.Standing.Any(i => Amount(i, s) is not null))];

    /// <summary>The furthest figure there is: approved, appraised, proposed.</summary>
    public Dong? Amount(PlanItem item, FundingSource source)
    {
        ArgumentNullException.ThrowIfNull(item);
        return IsDecided ? item.Approved[source] : item.Appraised[source] ?? item.Proposed[source];
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeBatches.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(b => b.ApprovalBatchId == id, cancellationToken) is not { } batch)
        {
            return NotFound();
        }

        Batch = batch;
        Plan = await db.AnnualPlans.AsNoTracking().SingleAsync(p => p.AnnualPlanId == batch.AnnualPlanId, cancellationToken);
        Territory = await PlanTerritory.OfAsync(db, Plan, batch.DecisionDate ?? clock.Today, cancellationToken);
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(Plan.HolderId);
        return Page();
    }
}
