using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.YearlySettlements;
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

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Lập báo cáo quyết toán năm: the figures as the ledger has them, drawn when it is confirmed.</summary>
[Allow(Act.PrepareSettlement)]
public sealed class PrepareModel(KhuyenCongDb db, Viewer viewer, YearlyBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "quyet-toan-nam";

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? HolderId { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public string Holder { get; private set; } = "";

    public YearlyUnit Unit { get; private set; } = null!;

    public YearlyFigures Figures { get; private set; } = YearlyFigures.None;

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public IReadOnlyList<YearlyConcern> Concerns { get; private set; } = [];

    public int Shown => Year ?? clock.Today.Year - 1;

    public string Subject => $"{HolderId}-{Shown}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var (id, breaches) = await book.OpenAsync(Unit, Shown, Note, cancellationToken);
        ModelState.AddBreaches(breaches);
        if (breaches.Count > 0)
        {
            return Page();
        }

        await this.EndDraftAsync(drafts, Draft, Subject);
        TempData.Say($"Đã lập báo cáo quyết toán năm {Shown}. Thủ trưởng đơn vị kiểm tra rồi trình.");
        return LocalRedirect($"/quyet-toan-nam/{id}");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (HolderId is not { } holder || Shown is < 1990 or > 2199 || await book.UnitAsync(holder, cancellationToken) is not { } unit)
        {
            return NotFound();
        }

        if (!(await book.MoverAsync(cancellationToken)).May(Act.PrepareSettlement, YearlySide.Unit, unit))
        {
            return this.Refuse("yearly.not-allowed");
        }

        var year = Shown;
        if (await db.YearlySettlements.Where(s => s.HolderId == holder && s.Year == year).Select(s => (Guid?)s.YearlySettlementId).SingleOrDefaultAsync(cancellationToken) is { } open && HttpContext.Request.Method == "GET")
        {
            return LocalRedirect($"/quyet-toan-nam/{open}");
        }

        Unit = unit;
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(holder);
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        Figures = await book.NowAsync(holder, year, cancellationToken);
        Concerns = await YearlyConcerns.OfAsync(db, holder, year, cancellationToken);
        return null;
    }
}
