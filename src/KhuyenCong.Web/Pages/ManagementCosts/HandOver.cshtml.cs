using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>One thing of the register, and its going from hand to hand.</summary>
[Allow(Act.ViewPlans)]
public sealed class HandOverModel(KhuyenCongDb db, Viewer viewer, ManagementBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    public ManagementVoucher Voucher { get; private set; } = null!;

    public ManagementEquipment Thing { get; private set; } = null!;

    public bool MayHandOver => Voucher.State is ManagementVoucherState.Paid && viewer.AsPlanMover().May(Act.RequestPayment, Voucher.CommuneCode);

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Keeper { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayHandOver)
        {
            return this.Refuse("management.not-allowed");
        }

        var mover = viewer.AsPlanMover(await db.VoucherFaultAsync(viewer.AsPlanMover(), Voucher.ManagementVoucherId, cancellationToken));
        EquipmentHandedOver wanted = new(id, Place ?? "", Keeper ?? "", Document ?? "", viewer.UserId, clock.UtcNow);
        var breaches = await book.ChangeAsync(
            Voucher.ManagementVoucherId,
            voucher =>
            {
                var ruling = ManagementWriting.HandOver(voucher, wanted, mover);
                if (ruling.Event is { } handed)
                {
                    voucher.Apply(handed);
                }

                return ruling.Breaches;
            },
            "equipment.handed-over",
            null,
            cancellationToken);
        ModelState.AddBreaches(breaches);
        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
        }

        await this.EndDraftAsync(drafts, "ban-giao-thiet-bi", $"{id}");
        TempData.Say("Đã ghi bàn giao thiết bị.");
        return LocalRedirect($"/thiet-bi-quan-ly/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.ManagementVouchers.VisibleTo(viewer, db).AsNoTracking().Include(v => v.Equipment).SingleOrDefaultAsync(v => v.Equipment.Any(e => e.ManagementEquipmentId == id), cancellationToken) is not { } voucher)
        {
            return false;
        }

        (Voucher, Thing) = (voucher, voucher.Equipment.Single(e => e.ManagementEquipmentId == id));
        return true;
    }
}
