using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Quyết toán hợp đồng: every signed contract with its deadlines and where its file lies, those without one too.</summary>
[Allow(Act.ViewPlans)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public const string NotOpened = "chua-lap";

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    /// <summary>A state's name, or <see cref="NotOpened"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "tre")]
    public bool OnlyLate { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<SettlementRow> List { get; private set; } = Paged.Of<SettlementRow>([], null, null);

    public bool IsFiltered => Year is not null || !string.IsNullOrEmpty(State) || OnlyLate;

    public static IEnumerable<SelectListItem> States => [new("Chưa lập", NotOpened), .. Enum.GetValues<SettlementState>().Select(s => new SelectListItem(s.Text(), s.ToString()))];

    public async Task OnGetAsync(CancellationToken cancellationToken) => List = Paged.Of(await RowsAsync(cancellationToken), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Quyết toán", new("Hợp đồng", 24), new("Đề án, nhiệm vụ", 50), new("Bên thực hiện", 40), new("Năm", 8, CellFormat.Year), new("Giá trị hợp đồng (đồng)", 20, CellFormat.Money), new("Quyết toán (đồng)", 20, CellFormat.Money), new("Trả về nguồn (đồng)", 20, CellFormat.Money), new("Hạn lập hồ sơ", 14, CellFormat.Date), new("Hạn thanh lý", 14, CellFormat.Date), new("Tình trạng", 24), new("Trễ hạn", 10));
        sheet.Title("QUYẾT TOÁN HỢP ĐỒNG KHUYẾN CÔNG").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in await RowsAsync(cancellationToken))
        {
            sheet.Row(
                row.Number ?? "", row.Title, row.PartyB, (long)row.Year, row.Contracted, row.Settled is { } settled ? settled : default(SheetValue), row.ToReturn is { } back ? back : default(SheetValue),
                row.FileDue?.LastDay is { } file ? file : default(SheetValue), row.LiquidationDue?.LastDay is { } end ? end : default(SheetValue), row.StateText, row.IsLate ? "Trễ" : "");
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"quyet-toan-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<SettlementRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var contracts = db.Contracts.ListedFor(viewer).AsNoTracking().Where(c => c.ParentContractId == null && (c.State == ContractState.Signed || c.State == ContractState.Liquidated));
        contracts = Year is { } year ? contracts.Where(c => c.Year == year) : contracts;
        var found = await contracts.Join(db.Projects, c => c.ProjectId, p => p.ProjectId, (c, p) => new { c.ContractId, c.Number, c.PartyB, c.Year, c.Regime, c.Total, p.Title }).ToListAsync(cancellationToken);
        var ids = found.Select(c => c.ContractId).ToList();
        var settlements = await db.Settlements.AsNoTracking().Include(s => s.Amounts).Where(s => ids.Contains(s.ContractId)).ToDictionaryAsync(s => s.ContractId, cancellationToken);
        var clocks = await SettlementClock.ReadAsync(db, ids, cancellationToken);
        var today = clock.Today;
        var rows = found.Select(c =>
        {
            var settlement = settlements.GetValueOrDefault(c.ContractId);
            var due = clocks.Of(c.ContractId, c.Regime, c.Year);
            var isSent = settlement is { SubmittedOn: not null };
            return new SettlementRow(c.ContractId, settlement?.SettlementId, c.Number, c.Title, c.PartyB, c.Year, c.Total, settlement?.State,
                isSent ? settlement!.Amounts.Select(a => a.Settled).Sum() : null,
                isSent ? settlement!.Amounts.Select(a => a.ToReturn).Sum() : null,
                due.FirstOrDefault(d => d.RuleCode != SettlementClock.LiquidationRule),
                due.FirstOrDefault(d => d.RuleCode == SettlementClock.LiquidationRule),
                settlement?.SubmittedOn ?? today,
                settlement?.ApprovedOn ?? today);
        });
        rows = State switch
        {
            null or "" => rows,
            NotOpened => rows.Where(r => r.State is null),
            _ => rows.Where(r => r.State?.ToString() == State),
        };
        rows = OnlyLate ? rows.Where(r => r.IsLate) : rows;
        return [.. Sort switch
        {
            "tien" => rows.OrderBy(r => r.Contracted),
            "-tien" => rows.OrderByDescending(r => r.Contracted),
            "han" => rows.OrderBy(r => r.NextDue ?? DateOnly.MaxValue),
            "-han" => rows.OrderByDescending(r => r.NextDue ?? DateOnly.MinValue),
            _ => rows.OrderByDescending(r => r.Year).ThenBy(r => r.State is SettlementState.Approved).ThenBy(r => r.NextDue ?? DateOnly.MaxValue).ThenBy(r => r.Number, StringComparer.Ordinal),
        }];
    }
}

/// <summary>One contract as the list of settlements shows it.</summary>
/// <param name="Sent">When the file was sent, or today.</param>
/// <param name="Ended">When it was approved, or today.</param>
public sealed record SettlementRow(Guid ContractId, Guid? SettlementId, string? Number, string Title, string PartyB, int Year, Dong Contracted, SettlementState? State, Dong? Settled, Dong? ToReturn, SettlementDeadline? FileDue, SettlementDeadline? LiquidationDue, DateOnly Sent, DateOnly Ended)
{
    public string StateText => State?.Text() ?? "Chưa lập";

    public bool IsFileLate => FileDue?.IsLate(Sent) is true;

    public bool IsLiquidationLate => LiquidationDue?.IsLate(Ended) is true;

    public bool IsLate => IsFileLate || IsLiquidationLate;

    /// <summary>What comes next for a file that is not approved.</summary>
    public DateOnly? NextDue => State is SettlementState.Approved ? null : State is SettlementState.Submitted ? LiquidationDue?.LastDay : FileDue?.LastDay ?? LiquidationDue?.LastDay;
}
