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

/// <summary>Sửa dự toán chi quản lý đang lập.</summary>
[Allow(Act.RequestPayment)]
public sealed class EditModel(KhuyenCongDb db, Viewer viewer, ManagementBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    public ManagementEstimate Estimate { get; private set; } = null!;

    [BindProperty]
    public ManagementForm Form { get; set; } = new();

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ManagementWriting.MayWrite(Estimate, viewer.AsPlanMover()))
        {
            TempData.Say(Messages.For("management.wrong-state"), "warn");
            return LocalRedirect($"/chi-quan-ly/{id}");
        }

        Form = ManagementForm.Of(Estimate);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var text = Form.Read([.. Estimate.Lines.Select(l => l.ManagementLineId)], () => Uuid.New(clock));
        var breaches = await book.WriteAsync(id, BaseVersion, text, viewer.AsPlanMover(), cancellationToken);
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

        await this.EndDraftAsync(drafts, "sua-chi-quan-ly", $"{id}");
        TempData.Say("Đã lưu dự toán chi quản lý.");
        return LocalRedirect($"/chi-quan-ly/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.ManagementEstimates.VisibleTo(viewer, db).AsNoTracking().Include(e => e.Lines).SingleOrDefaultAsync(e => e.ManagementEstimateId == id, cancellationToken) is not { } estimate)
        {
            return false;
        }

        Estimate = estimate;
        return true;
    }
}
