using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Dự toán kinh phí khuyến công năm: what was asked, appraised and allotted, and where each lies.</summary>
[Allow(Act.ViewPlans)]
public sealed class EstimatesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private Holders holders = null!;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public BudgetEstimateState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    [BindProperty]
    public DraftForm Form { get; set; } = new();

    public Paged<EstimateRow> List { get; private set; } = Paged.Of<EstimateRow>([], null, null);

    /// <summary>A commune's people ask for their own office, the province's for the other bodies.</summary>
    public IReadOnlyList<SelectListItem> Units => holders.Choices(o => IsCommune ? o.Kind is OrganisationKind.CommuneOffice && o.CommuneCode is { } c && viewer.CommuneCodes.Contains(c) : o.Kind is not OrganisationKind.CommuneOffice);

    public bool IsCommune => viewer.Reach(Act.ViewPlans) is Scope.Commune;

    public bool MayDraft => viewer.Can(Act.DraftPlan);

    public IEnumerable<SelectListItem> States => (IsCommune ? BudgetEstimateStates.Of(isCommune: true) : Enum.GetValues<BudgetEstimateState>()).Select(s => new SelectListItem(s.Text(), s.ToString()));

    public bool IsFiltered => Year is not null || State is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = await ListAsync(cancellationToken);
        Form = new()
        {
            Year = clock.Today.Year + 1,
            HolderId = !IsCommune ? holders.First(OrganisationKind.Department)?.OrganisationId : Units is [var only] ? Guid.Parse(only.Value) : null,
            Title = $"Dự toán kinh phí khuyến công {(IsCommune ? "cấp xã " : "")}năm {clock.Today.Year + 1}",
        };
    }

    [Allow(Act.DraftPlan)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        List = await ListAsync(cancellationToken);
        var ruling = BudgetEstimating.Draft(
            new(Uuid.New(clock), viewer.ProvinceCode, Form.Year ?? 0, Form.HolderId ?? Guid.Empty, Form.Title ?? "", viewer.UserId, clock.Today),
            holders.Find(Form.HolderId) is { Kind: OrganisationKind.CommuneOffice } office ? office.CommuneCode : null,
            viewer.AsPlanMover(),
            Units.Any(u => u.Value == $"{Form.HolderId}"));
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } drafted || !ModelState.IsValid)
        {
            return Page();
        }

        db.BudgetEstimates.Add(BudgetEstimate.From(drafted));
        db.Because("estimate.drafted");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã mở dự toán. Nhập các dòng rồi gửi {(IsCommune ? "kế toán cấp xã thẩm định" : "Sở Công Thương")}.");
        return LocalRedirect($"/du-toan/de-nghi/{drafted.BudgetEstimateId}");
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Dự toán năm", new("Năm", 8, CellFormat.Year), new("Dự toán", 50), new("Đơn vị", 44), new("Đề nghị (đồng)", 20, CellFormat.Money), new("Thẩm định (đồng)", 20, CellFormat.Money), new("Giao (đồng)", 20, CellFormat.Money), new("Đang ở", 34), new("Từ ngày", 12, CellFormat.Date));
        sheet.Title("DỰ TOÁN KINH PHÍ KHUYẾN CÔNG NĂM").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        foreach (var row in Rows(await Sorted().Take(Paged.LargestExport).ToListAsync(cancellationToken)))
        {
            sheet.Row((long)row.Year, row.Title, row.Holder, row.Proposed, row.Appraised is { } appraised ? appraised : default(SheetValue), row.Allotted is { } allotted ? allotted : default(SheetValue), row.State.Text(), row.Since);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"du-toan-nam-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<Paged<EstimateRow>> ListAsync(CancellationToken cancellationToken)
    {
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var page = await Paged.OfAsync(Sorted(), Number, Size, cancellationToken);
        return page.Showing(Rows(page.Rows));
    }

    private IQueryable<BudgetEstimate> Sorted()
    {
        var query = db.BudgetEstimates.VisibleTo(viewer, db).AsNoTracking();
        query = Year is { } year ? query.Where(e => e.Year == year) : query;
        query = State is { } state ? query.Where(e => e.State == state) : query;
        var sorted = Sort switch
        {
            "nam" => query.OrderBy(e => e.Year),
            "tien" => query.OrderBy(e => e.Lines.Sum(l => (long)(object)l.Proposed)),
            "-tien" => query.OrderByDescending(e => e.Lines.Sum(l => (long)(object)l.Proposed)),
            _ => query.OrderByDescending(e => e.Year).ThenByDescending(e => e.StateSince),
        };
        return sorted.ThenBy(e => e.BudgetEstimateId).Include(e => e.Lines).AsSplitQuery();
    }

    private IReadOnlyList<EstimateRow> Rows(IEnumerable<BudgetEstimate> found) =>
    [
        .. found.Select(e => new EstimateRow(
            e.BudgetEstimateId, e.Year, e.Title, holders.NameOf(e.HolderId), e.Lines.Select(l => l.Proposed).Sum(), e.Lines.Select(l => l.Appraised).SumKnown(), e.Lines.Select(l => l.Allotted).SumKnown(), e.State, e.StateSince)),
    ];

    /// <summary>An estimate as opened.</summary>
    public sealed class DraftForm
    {
        public string? Title { get; set; }

        public int? Year { get; set; }

        public Guid? HolderId { get; set; }
    }
}

/// <summary>One yearly estimate as the list shows it.</summary>
public sealed record EstimateRow(Guid BudgetEstimateId, int Year, string Title, string Holder, Dong Proposed, Dong? Appraised, Dong? Allotted, BudgetEstimateState State, DateOnly Since);
