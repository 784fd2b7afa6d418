using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>Danh sách dự toán chi quản lý theo năm và đơn vị, with what is paid of each and its share against the norm.</summary>
[Allow(Act.ViewPlans)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, ManagementBook book, TimeProvider clock) : PageModel
{
    private Holders holders = null!;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? HolderId { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public ManagementState? State { get; set; }

    public Paged<ManagementRow> List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public bool MayPrepare => viewer.Can(Act.RequestPayment);

    public bool SeesEquipment => TreasuryReach.Working.Any(viewer.Can);

    public bool IsUnfiltered => Year is null && HolderId is null && State is null;

    public static IEnumerable<SelectListItem> States => Enum.GetValues<ManagementState>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public async Task OnGetAsync(int? trang, int? co, CancellationToken cancellationToken)
    {
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var page = await Paged.OfAsync(Found(), trang, co, cancellationToken);
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        List = page.Showing(await RowsAsync(page.Rows, cancellationToken));
        Units = holders.Choices(o => viewer.Reach(Act.ViewPlans) is Scope.Province || o.OrganisationId == viewer.OrganisationId);
    }

    /// <summary>Xuất Excel: the list as it is seen, all of its pages as far as a sheet holds them.</summary>
    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var found = Found();
        var total = await found.CountAsync(cancellationToken);
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Chi quản lý", new("Đơn vị", 40), new("Nguồn", 32), new("Bên chi", 36), new("Năm", 8, CellFormat.Year), new("Dự toán (đồng)", 20, CellFormat.Money), new("Đã chi (đồng)", 20, CellFormat.Money), new("Còn lại (đồng)", 20, CellFormat.Money), new("Tỷ lệ", 10), new("Định mức (đồng)", 20, CellFormat.Money), new("Trạng thái", 20));
        sheet.Title("DỰ TOÁN CHI QUẢN LÝ KHUYẾN CÔNG").NoteLimit(total, "dự toán").Note($"Xuất ngày {clock.Today.Text()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var part in (await found.Take(Paged.LargestExport).ToListAsync(cancellationToken)).Chunk(Paged.ExportPart))
        {
            foreach (var row in await RowsAsync(part, cancellationToken))
            {
                var estimate = row.Estimate;
                sheet.Row(row.Holder, FundingSource.Find(estimate.Source)?.Name, estimate.Party.Text(), (long)estimate.Year, estimate.Total, row.Paid, row.Left, ManagementWords.Percent(row.Share.BasisPoints), row.Share.Limit, estimate.State.Text());
            }
        }

        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"chi-quan-ly-{clock.Today:yyyyMMdd}.xlsx");
    }

    private IOrderedQueryable<ManagementEstimate> Found()
    {
        var found = db.ManagementEstimates.VisibleTo(viewer, db).AsNoTracking();
        found = Year is { } year ? found.Where(e => e.Year == year) : found;
        found = HolderId is { } holder ? found.Where(e => e.HolderId == holder) : found;
        found = State is { } state ? found.Where(e => e.State == state) : found;
        return found.OrderByDescending(e => e.Year).ThenByDescending(e => e.ManagementEstimateId);
    }

    private async Task<IReadOnlyList<ManagementRow>> RowsAsync(IReadOnlyList<ManagementEstimate> found, CancellationToken cancellationToken)
    {
        var ids = found.Select(e => e.ManagementEstimateId).ToList();
        var held = (await db.LedgerPositions.AsNoTracking().Where(p => p.ManagementEstimateId != null && ids.Contains(p.ManagementEstimateId.Value)).ToListAsync(cancellationToken)).ToDictionary(p => p.SubjectId);
        var shares = await book.SharesAsync(found, cancellationToken);
        return
        [
            .. found.Select(e => held.GetValueOrDefault(e.ManagementEstimateId) is { } position
                ? new ManagementRow(e, holders.NameOf(e.HolderId), position.Paid + position.Settled, position.Reserved + position.Committed, shares[e.ManagementEstimateId])
                : new ManagementRow(e, holders.NameOf(e.HolderId), Dong.Zero, Dong.Zero, shares[e.ManagementEstimateId])),
        ];
    }
}

/// <summary>One estimate as the list shows it.</summary>
/// <param name="Paid">Paid or settled.</param>
/// <param name="Left">Reserved or bound and not paid yet.</param>
public sealed record ManagementRow(ManagementEstimate Estimate, string Holder, Dong Paid, Dong Left, ManagementShare Share)
{
    /// <summary>The estimate's entries on its line.</summary>
    public EntryPlace Place => EntryPlace.OfLine(Estimate.AllocationId) with { EstimateId = Estimate.ManagementEstimateId };
}
