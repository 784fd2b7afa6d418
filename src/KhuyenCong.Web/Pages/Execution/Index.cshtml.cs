using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Tiến độ: every month that a contract owes a report for, the late and the missing ones first.</summary>
[Allow(Act.ViewProjects)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, KeptCommunes kept, TimeProvider clock) : PageModel
{
    public const string Late = "tre";

    private Dictionary<string, string> communes = [];

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "thang")]
    public int? Month { get; set; }

    /// <summary>A <see cref="ReportStanding"/>, or late.</summary>
    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<MonthRow> List { get; private set; } = Paged.Of<MonthRow>([], null, null);

    public int MissingCount { get; private set; }

    public int AwaitingCount { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>Contracts that ended before this day are listed in the years that are asked for.</summary>
    public DateOnly Since => new(Today.Year - 1, 1, 1);

    public bool IsFiltered => Year is not null || Month is not null || State is not null || Place is not null;

    public IEnumerable<SelectListItem> States =>
        [new("Chậm hoặc chưa có", Late), .. Enum.GetValues<ReportStanding>().Select(s => new SelectListItem(s.Text(), s.ToString()))];

    public IEnumerable<SelectListItem> Months => Enumerable.Range(1, 12).Select(m => new SelectListItem($"Tháng {m}", $"{m}"));

    public IEnumerable<SelectListItem> Places => communes.Select(c => new SelectListItem(c.Value, c.Key));

    public string Commune(string? code) => code is null ? "—" : communes.GetValueOrDefault(code, code);

    public async Task OnGetAsync(CancellationToken cancellationToken) => List = Paged.Of(await RowsAsync(cancellationToken), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Tiến độ", new("Mã đề án", 18), new("Đề án", 50), new("Hợp đồng", 18), new("Đơn vị thực hiện", 34), new("Xã, phường, đặc khu", 24), new("Tháng", 10), new("Hạn gửi", 12, CellFormat.Date), new("Ngày gửi", 12, CellFormat.Date), new("Tình trạng", 20), new("Thời hạn", 16), new("Khối lượng", 12, CellFormat.Percent), new("Đã chi (đồng)", 20, CellFormat.Money), new("Giá trị của hạn", 44));
        sheet.Title("TIẾN ĐỘ THỰC HIỆN HỢP ĐỒNG KHUYẾN CÔNG").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in rows)
        {
            var month = row.Month;
            sheet.Row(row.Code, row.Title, row.Number, row.Unit, Commune(row.CommuneCode), month.Name(), month.LastDay, month.SubmittedOn, month.Standing.Text(), month.Lateness(Today), SheetValue.Share(row.Value?.WorkShare), row.Value?.Spent, month.LastDay is null ? "không có quy định" : month.Binds ? "bắt buộc" : ExecutionWords.OnlySuggested);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"tien-do-{Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<MonthRow>> RowsAsync(CancellationToken cancellationToken)
    {
        communes = (await kept.OfAsync(db, viewer.ProvinceCode, clock.Today, cancellationToken)).ToDictionary(c => c.Code, c => c.Name);
        var contracts = Year is { } asked ? MonthBook.InYear(db, asked) : MonthBook.Since(db, Since);
        List<MonthRow> all = [.. (await MonthBook.RowsAsync(db, viewer, contracts, Today, cancellationToken)).Where(r => Year is not { } year || r.Month.Year == year)];
        (MissingCount, AwaitingCount) = (all.Count(r => r.Month.IsMissing), all.Count(r => r.Month.Standing is ReportStanding.AwaitingConfirmation));
        var rows = all.Where(r => (Month is not { } month || r.Month.Month == month) && (Place is not { } place || r.CommuneCode == place));
        rows = State is Late ? rows.Where(r => r.Month.IsMissing || r.Month.CameLate)
            : Enum.TryParse<ReportStanding>(State, out var standing) ? rows.Where(r => r.Month.Standing == standing) : rows;
        IOrderedEnumerable<MonthRow> sorted = Sort switch
        {
            "thang" => rows.OrderBy(r => r.Period).ThenBy(r => r.Title, StringComparer.Ordinal),
            "-thang" => rows.OrderByDescending(r => r.Period).ThenBy(r => r.Title, StringComparer.Ordinal),
            "khoi-luong" => rows.OrderBy(r => r.Value?.WorkShare ?? -1),
            "-khoi-luong" => rows.OrderByDescending(r => r.Value?.WorkShare ?? -1),
            // What nobody has done anything about comes first, then what waits for a confirmation.
            _ => rows.OrderByDescending(r => r.Month.IsMissing).ThenByDescending(r => r.Month.Standing is ReportStanding.AwaitingConfirmation or ReportStanding.SentBack)
                .ThenByDescending(r => r.Period).ThenBy(r => r.Title, StringComparer.Ordinal),
        };
        return [.. sorted.ThenBy(r => r.ContractId).ThenByDescending(r => r.Period)];
    }
}
