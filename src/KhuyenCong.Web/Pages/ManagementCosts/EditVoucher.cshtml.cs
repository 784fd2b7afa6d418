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

/// <summary>Sửa chứng từ chi quản lý đang lập.</summary>
[Allow(Act.RequestPayment)]
public sealed class EditVoucherModel(KhuyenCongDb db, Viewer viewer, ManagementBook book, ServedChoices served, DraftBox drafts, TimeProvider clock) : PageModel
{
    private ManagementEstimate estimate = null!;

    public ManagementVoucher Voucher { get; private set; } = null!;

    [BindProperty]
    public VoucherForm Form { get; set; } = new();

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    public VoucherFormView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ManagementWriting.MayWrite(Voucher, viewer.AsPlanMover()))
        {
            TempData.Say(Messages.For("management.wrong-state"), "warn");
            return LocalRedirect($"/chi-quan-ly/chung-tu/{id}");
        }

        View = View with { Form = Form = VoucherForm.Of(Voucher) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var text = Form.Read([.. Voucher.Equipment.Select(e => e.ManagementEquipmentId)], () => Uuid.New(clock));

        // What it names already stays nameable, though whoever corrects it may not see that record.
        ModelState.AddBreaches(text.Served == Voucher.Served || await served.MayNameAsync(estimate, text.Served, cancellationToken) ? [] : [new("management.served-unknown", nameof(text.Served))], nameof(Form));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var breaches = await book.WriteVoucherAsync(id, BaseVersion, text, viewer.AsPlanMover(), cancellationToken);
        if (breaches is [{ Code: "management.not-allowed" }])
        {
            return this.Refuse("management.not-allowed");
        }

        ModelState.AddBreaches(breaches.Select(b => b with { Field = Form.FieldOf(b.Field) }), nameof(Form));
        if (!ModelState.IsValid)
        {
            // What stands there now is shown beside what was typed.
            return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
        }

        await this.EndDraftAsync(drafts, "sua-chung-tu-chi-quan-ly", $"{id}");
        TempData.Say("Đã lưu chứng từ.");
        return LocalRedirect($"/chi-quan-ly/chung-tu/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeManagementVouchers.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(v => v.ManagementVoucherId == id, cancellationToken) is not { } voucher)
        {
            return false;
        }

        Voucher = voucher;
        estimate = await db.ManagementEstimates.AsNoTracking().Include(e => e.Lines).SingleAsync(e => e.ManagementEstimateId == voucher.ManagementEstimateId, cancellationToken);
        View = new(Form, VoucherFormView.LinesOf(estimate), await served.OfAsync(estimate, cancellationToken));
        return true;
    }
}
