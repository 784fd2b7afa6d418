using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Bảng đối chiếu kinh phí: every contract of one budget holder in one year, by source, as the ledger has it.</summary>
[Allow(Act.ViewPlans)]
public sealed class ReconcileModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private Holders holders = null!;
    private HashSet<Guid> held = [];

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? HolderId { get; set; }

    public IReadOnlyList<ReconciledRow> Rows { get; private set; } = [];

    /// <summary>Holders whose allotments the viewer sees.</summary>
    public IReadOnlyList<SelectListItem> Units => holders.Choices(o => held.Contains(o.OrganisationId));

    public string Holder => HolderId is { } id ? holders.NameOf(id) : "—";

    /// <summary>Where the numbers lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    /// <summary>All contracts on the lines of the holder and year.</summary>
    public EntryPlace Whole { get; private set; } = new();

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Đối chiếu", new("Hợp đồng", 24), new("Đề án, nhiệm vụ", 50), new("Bên thực hiện", 40), new("Nguồn", 20), new("Giá trị hợp đồng", 20, CellFormat.Money), new("Cam kết còn lại", 20, CellFormat.Money), new("Đang tạm ứng", 20, CellFormat.Money), new("Đã thanh toán, chưa quyết toán", 20, CellFormat.Money), new("Đã quyết toán", 20, CellFormat.Money), new("Đã thu hồi nộp ngân sách", 20, CellFormat.Money), new("Trả về nguồn, chuyển năm sau", 20, CellFormat.Money), new("Tình trạng hợp đồng", 20));
        sheet.Title("BẢNG ĐỐI CHIẾU KINH PHÍ KHUYẾN CÔNG").Note($"{Holder}, năm {Year}; đơn vị tính: đồng").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var r in Rows)
        {
            sheet.Row(r.Number ?? "", r.Title, r.PartyB, FundingSource.Find(r.Source)?.ShortName ?? r.Source, r.Contracted, r.Committed, r.Advanced, r.Paid, r.Settled, r.Returned, r.GivenBack, r.State.Text());
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"doi-chieu-{Year}-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var year = Year ?? clock.Today.Year;
        Year = year;
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var lines = await db.Allocations.AsNoTracking().VisibleTo(viewer).Where(a => a.Year == year).Select(a => new { a.AllocationId, a.HolderId, a.Source }).ToListAsync(cancellationToken);
        held = [.. lines.Select(l => l.HolderId)];
        HolderId ??= Units is [var only] ? Guid.Parse(only.Value) : null;
        var mine = lines.Where(l => l.HolderId == HolderId).ToDictionary(l => l.AllocationId, l => l.Source);
        var ids = mine.Keys.ToList();
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        Whole = EntryPlace.OfLines(ids) with { Part = EntryPart.Contracts };
        var positions = await db.LedgerPositions.AsNoTracking().Where(p => p.ContractId != null && ids.Contains(p.AllocationId)).ToListAsync(cancellationToken);
        var contractIds = positions.Select(p => p.ContractId!.Value).Distinct().ToList();
        var contracts = await db.Contracts.AsNoTracking().Where(c => contractIds.Contains(c.ContractId)).ToDictionaryAsync(c => c.ContractId, cancellationToken);
        var projectIds = contracts.Values.Select(c => c.ProjectId).Distinct().ToList();
        var titles = await db.Projects.AsNoTracking().Where(p => projectIds.Contains(p.ProjectId)).ToDictionaryAsync(p => p.ProjectId, p => p.Title, cancellationToken);
        var turnovers = (await db.LedgerEntries.AsNoTracking().Where(e => e.ContractId != null && ids.Contains(e.AllocationId)).ToListAsync(cancellationToken))
            .GroupBy(e => (e.AllocationId, e.ContractId!.Value)).ToDictionary(g => g.Key, g => ContractTurnover.Of(g));
        Rows =
        [
            .. positions.Where(p => contracts.ContainsKey(p.ContractId!.Value)).Select(p =>
            {
                var contract = contracts[p.ContractId!.Value];
                return new ReconciledRow(
                    p.AllocationId, contract.ProjectId, contract.ContractId, contract.Number, titles.GetValueOrDefault(contract.ProjectId, "—"), contract.PartyB, mine[p.AllocationId], contract.State,
                    turnovers.GetValueOrDefault((p.AllocationId, contract.ContractId), ContractTurnover.None),
                    p.Committed, p.Advanced, p.Paid, p.Settled, p.Returned);
            }).OrderBy(r => r.Number, StringComparer.Ordinal).ThenBy(r => r.Source, StringComparer.Ordinal),
        ];
    }
}

/// <summary>One contract and source of a reconciliation.</summary>
public sealed record ReconciledRow(Guid AllocationId, Guid ProjectId, Guid ContractId, string? Number, string Title, string PartyB, string Source, ContractState State, ContractTurnover Turnover, Dong Committed, Dong Advanced, Dong Paid, Dong Settled, Dong Returned)
{
    /// <summary>The entries of this contract on this line.</summary>
    public EntryPlace Place => EntryPlace.OfLine(AllocationId) with { ContractId = ContractId };

    /// <summary>What it bound of the line, with what came from the year before.</summary>
    public Dong Contracted => Turnover.Contracted;

    /// <summary>What of it is not bound any more: it went back to its source, or into another year.</summary>
    public Dong GivenBack => Turnover.GivenBack;
}
