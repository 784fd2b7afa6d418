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
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>Lập chứng từ chi của một dự toán chi quản lý đã duyệt.</summary>
[Allow(Act.RequestPayment)]
public sealed class NewVoucherModel(KhuyenCongDb db, Viewer viewer, ManagementBook book, ServedChoices served, DraftBox drafts, TimeProvider clock) : PageModel
{
    public ManagementEstimate Estimate { get; private set; } = null!;

    [BindProperty]
    public VoucherForm Form { get; set; } = new();

    public VoucherFormView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Form = VoucherForm.New();
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ManagementWriting.MayVouch(Estimate, viewer.AsPlanMover()))
        {
            TempData.Say(Messages.For("management.not-open"), "warn");
            return LocalRedirect($"/chi-quan-ly/{id}");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var text = Form.Read([], () => Uuid.New(clock));
        ModelState.AddBreaches(await served.MayNameAsync(Estimate, text.Served, cancellationToken) ? [] : [new("management.served-unknown", nameof(text.Served))], nameof(Form));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (voucherId, breaches) = await book.DraftVoucherAsync(id, text, viewer.AsPlanMover(), cancellationToken);
        if (breaches is [{ Code: "management.not-allowed" }])
        {
            return this.Refuse("management.not-allowed");
        }

        ModelState.AddBreaches(breaches.Select(b => b with { Field = Form.FieldOf(b.Field) }), nameof(Form));
        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
        }

        await this.EndDraftAsync(drafts, "chung-tu-chi-quan-ly", $"{id}");
        TempData.Say("Đã lập chứng từ. Kèm giấy tờ rồi gửi đề nghị.");
        return LocalRedirect($"/chi-quan-ly/chung-tu/{voucherId}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.ManagementEstimates.VisibleTo(viewer, db).AsNoTracking().Include(e => e.Lines).SingleOrDefaultAsync(e => e.ManagementEstimateId == id, cancellationToken) is not { } estimate)
        {
            return false;
        }

        Estimate = estimate;
        View = new(Form, VoucherFormView.LinesOf(estimate), await served.OfAsync(estimate, cancellationToken));
        return true;
    }
}

/// <summary>What the form's part shows.</summary>
public sealed record VoucherFormView(VoucherForm Form, IReadOnlyList<SelectListItem> Lines, IReadOnlyList<SelectListItem> Served)
{
    public static IReadOnlyList<SelectListItem> LinesOf(ManagementEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return [.. estimate.Lines.OrderBy(l => l.Order).Select(l => new SelectListItem($"{l.Item.Text()}: {l.Content} ({l.Amount})", l.ManagementLineId.ToString()))];
    }
}
