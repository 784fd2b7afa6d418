using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Ledgers;
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

    private ContractFlows flows = ContractFlows.None;

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

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public bool IsFiltered => Year is not null || !string.IsNullOrEmpty(State) || OnlyLate;

    public static IEnumerable<SelectListItem> States => [new("Chưa lập", NotOpened), .. Enum.GetValues<SettlementState>().Select(s => new SelectListItem(s.Text(), s.ToString()))];

    /// <summary>Of the contracts shown those that the viewer may open: whoever only reads plans, and a centre of other units' projects, sees the figures and no way into the dossier.</summary>
    public IReadOnlySet<Guid> Readable { get; private set; } = new HashSet<Guid>();

    /// <summary>The entries of a number of a contract; where they come to something else, the record that says it.</summary>
    public string? Opens(LedgerNumber number, Guid contractId, Dong? amount, string record) =>
        (flows.OfContract(number, contractId) == amount ? Links.To(number, new() { ContractId = contractId }, flows.LinesOf(contractId)) : null) ?? (Readable.Contains(contractId) ? record : null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var page = Paged.Of(await FoundAsync(cancellationToken), Number, Size);
        List = page.Showing(await ShownAsync(page.Rows, cancellationToken));
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        List<Guid> shown = [.. List.Rows.Select(r => r.ContractId)];
        flows = await ContractFlows.OfContractsAsync(db, shown, cancellationToken);
        Readable = await db.Contracts.VisibleTo(viewer, db).Where(c => shown.Contains(c.ContractId)).Select(c => c.ContractId).ToHashSetAsync(cancellationToken);
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var found = await FoundAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Quyết toán", new("Hợp đồng", 24), new("Đề án, nhiệm vụ", 50), new("Bên thực hiện", 40), new("Năm", 8, CellFormat.Year), new("Giá trị hợp đồng (đồng)", 20, CellFormat.Money), new("Quyết toán (đồng)", 20, CellFormat.Money), new("Trả về nguồn (đồng)", 20, CellFormat.Money), new("Hạn lập hồ sơ", 14, CellFormat.Date), new("Hạn thanh lý", 14, CellFormat.Date), new("Tình trạng", 24), new("Trễ hạn", 10));
        sheet.Title("QUYẾT TOÁN HỢP ĐỒNG KHUYẾN CÔNG").NoteLimit(found.Count, "hợp đồng").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var part in found.Take(Paged.LargestExport).Chunk(Paged.ExportPart))
        {
            foreach (var row in await ShownAsync(part, cancellationToken))
            {
                sheet.Row(
                    row.Number ?? "", row.Title, row.PartyB, (long)row.Year, row.Contracted, row.Settled is { } settled ? settled : default(SheetValue), row.ToReturn is { } back ? back : default(SheetValue),
                    row.FileDue?.LastDay is { } file ? file : default(SheetValue), row.LiquidationDue?.LastDay is { } end ? end : default(SheetValue), row.StateText, row.IsLate ? "Trễ" : "");
            }
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"quyet-toan-{clock.Today:yyyyMMdd}.xlsx");
    }

    /// <summary>All that the filter finds, in order, with no more of each than deadlines and order are made of: they follow from the library and the calendar, which no database computes.</summary>
    private async Task<List<SettlementRow>> FoundAsync(CancellationToken cancellationToken)
    {
        var contracts = db.Contracts.ListedFor(viewer).AsNoTracking().Where(c => c.ParentContractId == null && (c.State == ContractState.Signed || c.State == ContractState.Liquidated));
        contracts = Year is { } year ? db.OfBudgetYear(contracts, year) : contracts;
        if (State is NotOpened)
        {
            contracts = contracts.Where(c => !db.Settlements.Any(s => s.ContractId == c.ContractId));
        }
        else if (!string.IsNullOrEmpty(State))
        {
            var asked = Enum.GetValues<SettlementState>().Where(s => s.ToString() == State).Select(s => (SettlementState?)s).FirstOrDefault();
            contracts = contracts.Where(c => db.Settlements.Any(s => s.ContractId == c.ContractId && s.State == asked));
        }

        var found = await contracts.Select(c => new { c.ContractId, c.Number, c.Year, c.Regime, c.Total }).ToListAsync(cancellationToken);
        var settlements = await db.Settlements.AsNoTracking().Where(s => contracts.Any(c => c.ContractId == s.ContractId))
            .Select(s => new { s.ContractId, s.SettlementId, s.State, s.SubmittedOn, s.ApprovedOn }).ToDictionaryAsync(s => s.ContractId, cancellationToken);
        var clocks = await SettlementClock.ReadAsync(db, contracts, cancellationToken);
        var today = clock.Today;
        var rows = found.Select(c =>
        {
            var settlement = settlements.GetValueOrDefault(c.ContractId);
            var due = clocks.Of(c.ContractId, c.Regime, c.Year);
            return new SettlementRow(c.ContractId, settlement?.SettlementId, c.Number, "", "", clocks.YearOf(c.ContractId, c.Year), c.Total, settlement?.State, null, null,
                due.FirstOrDefault(d => d.RuleCode != SettlementClock.LiquidationRule),
                due.FirstOrDefault(d => d.RuleCode == SettlementClock.LiquidationRule),
                settlement is { State: SettlementState.Submitted or SettlementState.Approved, SubmittedOn: { } sent } ? sent : today,
                settlement?.ApprovedOn ?? today);
        });
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

    /// <summary>The rest of what rows show; the figures of a file are told while it is with its approver or approved: sent back, taken back or discarded, it settles nothing.</summary>
    private async Task<IReadOnlyList<SettlementRow>> ShownAsync(IReadOnlyList<SettlementRow> rows, CancellationToken cancellationToken)
    {
        var (ids, files) = (rows.Select(r => r.ContractId).ToList(), rows.Select(r => r.SettlementId).OfType<Guid>().ToList());
        var contracts = await db.Contracts.Where(c => ids.Contains(c.ContractId)).Join(db.Projects, c => c.ProjectId, p => p.ProjectId, (c, p) => new { c.ContractId, c.PartyB, p.Title }).ToDictionaryAsync(c => c.ContractId, cancellationToken);
        var sent = await db.Settlements.AsNoTracking().Include(s => s.Amounts).Where(s => files.Contains(s.SettlementId) && (s.State == SettlementState.Submitted || s.State == SettlementState.Approved)).ToDictionaryAsync(s => s.ContractId, cancellationToken);
        return
        [
            .. rows.Where(r => contracts.ContainsKey(r.ContractId)).Select(r => r with
            {
                Title = contracts[r.ContractId].Title,
                PartyB = contracts[r.ContractId].PartyB,
                Settled = sent.TryGetValue(r.ContractId, out var settled) ? settled.Amounts.Select(a => a.Settled).Sum() : null,
                ToReturn = sent.TryGetValue(r.ContractId, out var returned) ? returned.Amounts.Select(a => a.ToReturn).Sum() : null,
            }),
        ];
    }
}

/// <summary>One contract as the list of settlements shows it.</summary>
/// <param name="Sent">When the file was sent; today where it is not with its approver, whenever it was before.</param>
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
