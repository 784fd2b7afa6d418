using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>Lập dự toán chi quản lý từ một dòng dự toán được giao.</summary>
[Allow(Act.RequestPayment)]
public sealed class NewModel(KhuyenCongDb db, Viewer viewer, ManagementBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    private Holders holders = null!;

    [BindProperty(SupportsGet = true, Name = "dong")]
    public Guid? LineId { get; set; }

    [BindProperty]
    public ManagementForm Form { get; set; } = new();

    public Allocation? Line { get; private set; }

    /// <summary>Open lines that the viewer may prepare an estimate of.</summary>
    public IReadOnlyList<Allocation> Lines { get; private set; } = [];

    public string NameOf(Allocation line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"{holders.NameOf(line.HolderId)}, {FundingSource.Find(line.Source)?.Name ?? line.Source}, năm {line.Year}";
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form = ManagementForm.New();
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Line is not { } line)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (id, breaches) = await book.DraftAsync(line.AllocationId, Form.Read([], () => Uuid.New(clock)), viewer.AsPlanMover(), cancellationToken);
        if (breaches is [{ Code: "management.not-allowed" }])
        {
            return this.Refuse("management.not-allowed");
        }

        ModelState.AddBreaches(breaches.Select(b => b with { Field = Form.FieldOf(b.Field) }), nameof(Form));
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        await this.EndDraftAsync(drafts, "chi-quan-ly", $"{line.AllocationId}");
        TempData.Say("Đã lập dự toán chi quản lý. Xem lại rồi trình duyệt.");
        return LocalRedirect($"/chi-quan-ly/{id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var mover = viewer.AsPlanMover();
        var visible = db.Allocations.VisibleTo(viewer).AsNoTracking();
        if (LineId is { } id)
        {
            Line = await visible.SingleOrDefaultAsync(a => a.AllocationId == id, cancellationToken);
            return Line is not null && ManagementWriting.MayPrepare(Line, mover);
        }

        var from = clock.Today.Year - 1;
        Lines = [.. (await visible.Where(a => a.Year >= from && a.ClosedOn == null).ToListAsync(cancellationToken)).Where(a => HolderDuty.Against(mover, [a.HolderId]) is null && ManagementWriting.MayPrepare(a, mover)).OrderByDescending(a => a.Year).ThenBy(NameOf, StringComparer.Ordinal)];
        return true;
    }
}
