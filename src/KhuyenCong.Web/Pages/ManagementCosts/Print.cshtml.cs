using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>Bản in dự toán chi quản lý: its lines as they stand at this moment.</summary>
[Allow(Act.ViewPlans)]
public sealed class PrintModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public ManagementEstimate Estimate { get; private set; } = null!;

    public PaperHead Head { get; private set; } = null!;

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeManagementEstimates.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(e => e.ManagementEstimateId == id, cancellationToken) is not { } estimate)
        {
            return NotFound();
        }

        Estimate = estimate;
        var holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(estimate.HolderId);
        Head = new(holder, await PaperHead.PlaceAsync(db, estimate.ProvinceCode, estimate.CommuneCode, clock.Today, cancellationToken), null, "Mẫu dự toán chi quản lý");
        return Page();
    }
}
