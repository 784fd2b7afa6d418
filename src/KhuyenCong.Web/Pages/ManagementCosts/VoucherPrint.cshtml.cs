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

/// <summary>Bản in chứng từ chi quản lý: who was paid for what, for those who read vouchers at all.</summary>
[Allow(Act.ViewPlans)]
public sealed class VoucherPrintModel(KhuyenCongDb db, Viewer viewer, ServedChoices served, TimeProvider clock) : PageModel
{
    public ManagementVoucher Voucher { get; private set; } = null!;

    public ManagementLine Line { get; private set; } = null!;

    public string Source { get; private set; } = "";

    public string? ServedName { get; private set; }

    public PaperHead Head { get; private set; } = null!;

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeManagementVouchers.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(v => v.ManagementVoucherId == id, cancellationToken) is not { } voucher)
        {
            return NotFound();
        }

        Voucher = voucher;
        Line = await db.ManagementLines.AsNoTracking().SingleAsync(l => l.ManagementLineId == voucher.ManagementLineId, cancellationToken);
        var estimate = await db.ManagementEstimates.AsNoTracking().SingleAsync(e => e.ManagementEstimateId == voucher.ManagementEstimateId, cancellationToken);
        Source = estimate.Source;
        ServedName = await served.NameOfAsync(voucher.Served, cancellationToken);
        var holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(estimate.HolderId);
        Head = new(holder, await PaperHead.PlaceAsync(db, voucher.ProvinceCode, voucher.CommuneCode, voucher.IssuedOn, cancellationToken), voucher.IssuedOn, "Mẫu chứng từ chi quản lý");
        return Page();
    }
}
