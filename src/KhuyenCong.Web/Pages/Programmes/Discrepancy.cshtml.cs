using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Entity = KhuyenCong.Domain.Programmes.Discrepancy;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>One contradiction: both quotes, the arithmetic, and the signed explanation.</summary>
[Allow(Act.ViewProgramme)]
public sealed class DiscrepancyModel(KhuyenCongDb db, DraftBox drafts, Viewer viewer, TimeProvider clock) : PageModel
{
    private const string DraftForm = "giai-trinh";

    public ProgrammeHead Head { get; private set; } = null!;

    public Entity Discrepancy { get; private set; } = null!;

    [BindProperty]
    public string? Explanation { get; set; }

    [BindProperty]
    public string? AppliedReading { get; set; }

    [BindProperty]
    public string? DocumentNumber { get; set; }

    [BindProperty]
    public DateOnly? DocumentDate { get; set; }

    [BindProperty]
    public string? Signer { get; set; }

    /// <summary>The version the form was opened with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    public bool MayExplain => viewer.MayExplain(Head) && Discrepancy.State is not DiscrepancyState.Gone;

    /// <summary>A submission was refused: the fields show what was just typed.</summary>
    public bool IsRefused => !ModelState.IsValid;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid discrepancyId)
    {
        if (!await FindAsync(id, discrepancyId))
        {
            return NotFound();
        }

        (Explanation, AppliedReading, DocumentNumber, DocumentDate, Signer) =
            (Discrepancy.Explanation, Discrepancy.AppliedReading, Discrepancy.DocumentNumber, Discrepancy.DocumentDate, Discrepancy.Signer);
        return Page();
    }

    [Allow(Act.ExplainDiscrepancy)]
    public async Task<IActionResult> OnPostAsync(Guid id, Guid discrepancyId)
    {
        if (!await FindAsync(id, discrepancyId))
        {
            return NotFound();
        }

        if (!viewer.MayExplain(Head))
        {
            return this.Refuse("discrepancy.not-yours");
        }

        var ruling = ExplainDiscrepancy.Of(Discrepancy, new(Explanation, DocumentNumber, DocumentDate, Signer, AppliedReading), clock.Today, viewer.DisplayName, clock.UtcNow);
        var unreadableDate = ModelState[nameof(DocumentDate)]?.Errors.Count > 0;
        ModelState.AddBreaches(ruling.Breaches.Where(b => !(unreadableDate && b.Code == "discrepancy.date-missing")));
        if (BaseVersion != Discrepancy.Version)
        {
            ModelState.AddModelError("", Messages.For("edit.conflict"));
            BaseVersion = Discrepancy.Version;
            ModelState.Remove(nameof(BaseVersion));
        }

        if (!ModelState.IsValid || ruling.Event is not { } explained)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Discrepancy.Apply(explained);
        db.Because("discrepancy.explained", $"{explained.DocumentNumber} ngày {explained.DocumentDate:dd/MM/yyyy}");
        await db.SaveChangesAsync();
        await drafts.FinishAsync(DraftForm, DiscrepancyDraft);
        TempData.DraftDone(DraftForm, DiscrepancyDraft);
        TempData.Say("Đã ghi giải trình. Số trong văn bản giữ nguyên; giải trình hiện cạnh hai trích dẫn.");
        return LocalRedirect($"/chuong-trinh/{id}/mau-thuan/{discrepancyId}");
    }

    public string DiscrepancyDraft => $"{Discrepancy.DiscrepancyId:N}";

    private async Task<bool> FindAsync(Guid id, Guid discrepancyId)
    {
        if (await ProgrammeHead.CurrentAsync(db, id) is not { } head
            || await db.Discrepancies.SingleOrDefaultAsync(d => d.ProgrammeId == id && d.DiscrepancyId == discrepancyId) is not { } discrepancy)
        {
            return false;
        }

        (Head, Discrepancy) = (head, discrepancy);
        return true;
    }
}
